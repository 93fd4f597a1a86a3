"""A card's history and memory in words, the same on the screen and on the command line."""

from typing import Final

from quizzer.core.answers import share_words
from quizzer.core.event import Did
from quizzer.core.history import Fate, Past
from quizzer.core.schedule import Rating, State
from quizzer.core.stats.wording import time_words
from quizzer.core.wording import days_words, seconds_words

STABILITY: Final = "until recall has fallen to 90 %"
DIFFICULTY: Final = "of 10; a high one keeps stability low"
RETRIEVABILITY: Final = "how likely you would recall it now"

_DEEDS = {
    Did.BURIED: "hidden until the next day",
    Did.SUSPENDED: "suspended",
    Did.RESUMED: "resumed",
    Did.FLAGGED: "flagged",
    Did.UNFLAGGED: "flag taken away",
    Did.RESET: "begun afresh: what came before moves its schedule no more",
    Did.ADOPTED: "history taken over",
    Did.DECK_EDITED: "its note changed",
}
_FATES = {
    Fate.UNDONE: "taken back",
    Fate.CRAM: "changes no schedule",
    Fate.PRACTICE: "for practice, changes no schedule",
}


def deed(past: Past) -> str:
    """What was done: the rating that counts, or another deed with its words."""
    if past.kind == Did.REVIEWED:
        return rating_word(past.rating)
    words = _DEEDS[Did(past.kind)]
    return f"{words}: {past.words}" if past.words else words


def rating_word(rating: int) -> str:
    """A rating's name; for one that is none, so much."""
    return Rating(rating).name.capitalize() if rating else "no rating"


def outcome(past: Past) -> str:
    """What came of it: the interval that it gave, or why it moved nothing.

    What is said of a rating that was replaced comes behind.
    """
    came = _FATES.get(past.fate, "")
    if past.after is not None:
        after = past.after
        days = after.due - after.last_day
        waits = days_words(days) if after.state is State.REVIEW else seconds_words((after.due - after.last_at) // 1000)
        came = f"then {waits}"
    if past.given != past.rating:
        came += f"; was {rating_word(past.given)}, you were right"
    return came


def response(past: Past) -> str:
    """What the person answered, and what the machine found it to be worth; empty where neither is known."""
    worth = f"judged {share_words(past.score)}" if past.score is not None else ""
    return ", ".join(filter(None, (f"“{past.response}”" if past.response else "", worth)))


def took(past: Past) -> str:
    """How long the person took; empty where that is not known."""
    return time_words(past.took_ms) if past.took_ms else ""
