"""Dated events in order, the earliest first: from sentences such as `In 1789, the Bastille fell.` English only."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from quizzer.core.cards import Kind, Order
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Asks, Candidate, Sentence
from quizzer.documents.drafting.rule_dates import dated, opened_by

_OPENS = re.compile(r"(?:In|On) [\w. ]{0,24}(?:, )?\d{4}, ")
EACH = 4
"""Events that one note puts in order."""
LONGEST = 110
"""Characters of an event."""
KEPT = 400
"""Events of a document that are remembered."""


class _Event(NamedTuple):
    text: str
    sentence: Sentence
    trail: tuple[str, ...]
    """The headings it stands under."""


class Events:
    """The dated events of a document, as they are met."""

    def __init__(self) -> None:
        self._events: list[tuple[int, _Event]] = []

    def look_at(self, sentence: Sentence, trail: tuple[str, ...]) -> None:
        """Remember what a sentence says, if it opens with a date and holds no other."""
        if not sentence.english or len(self._events) == KEPT or not _OPENS.match(sentence.text):
            return
        found = list(dated(sentence.text))
        if len(found) != 1 or found[0].shape == "period":
            return
        event = opened_by(sentence.text, found[0]).rstrip(".")
        if event and len(event) <= LONGEST:
            self._events.append((found[0].when[0], _Event(event, sentence, trail)))

    def candidates(self, title: str) -> Iterator[Candidate]:
        """A draft for each few events that follow one another in the document and are of different years.

        Args:
            title: of the document, for events that have no heading in common.
        """
        group: dict[int, _Event] = {}
        for year, event in self._events:
            group.setdefault(year, event)
            if len(group) == EACH:
                yield _ordered(group, title)
                group = {}
        if len(group) >= 3:
            yield _ordered(group, title)


def _ordered(group: dict[int, _Event], title: str) -> Candidate:
    items = tuple(group[year].text for year in sorted(group))
    first = next(iter(group.values())).sentence
    levels = zip(*(event.trail for event in group.values()), strict=False)
    shared = [level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels)]
    task = "put these in order, the earliest first."
    topic = " – ".join(shared[-2:]) or title
    question = f"{topic}: {task}" if topic else task.capitalize()
    asks = Asks(question, Kind.ORDER, Order(items))
    return Candidate(DraftRule.EVENTS, first, (0, 0), 0.78, "; ".join(items), asks)
