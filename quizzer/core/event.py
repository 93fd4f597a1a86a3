"""The log's facts: what happened, never what follows from it.

Times are UTC milliseconds since 1970; offsets are seconds east of UTC at that moment.
"""

from enum import StrEnum
from typing import Any, NamedTuple


class Did(StrEnum):
    """The kinds of event. A log may hold kinds of a later quizzer: they are kept and not folded."""

    REVIEWED = "reviewed"
    TEXT_SEEN = "text_seen"
    UNDONE = "undone"
    BURIED = "buried"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    RESET = "reset"
    ADOPTED = "adopted"
    OPTION_SET = "option_set"
    DECK_EDITED = "deck_edited"
    QUIZ_STARTED = "quiz_started"
    QUIZ_ANSWERED = "quiz_answered"
    QUIZ_FINISHED = "quiz_finished"
    QUIZ_DISCARDED = "quiz_discarded"


class Fact(NamedTuple):
    """What core wants recorded; the collection stamps it with id, device and moment."""

    kind: Did
    card: str = ""
    """The card's id; empty where the fact is about none."""
    data: dict[str, Any] = {}  # noqa: RUF012  a default that nobody mutates


class Event(NamedTuple):
    """A row of the log."""

    id: str
    """128 random bits as 32 hexadecimal digits."""
    device: str
    at: int
    offset: int
    zone: str
    kind: str
    card: str
    data: dict[str, Any]

    @property
    def order(self) -> tuple[int, str, str]:
        """The fold's total order."""
        return (self.at, self.device, self.id)
