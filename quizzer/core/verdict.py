"""A verdict as a value: what a response is worth, by which rule, and what there is to show of it."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from quizzer.core.differences import Differences

Response: TypeAlias = str | tuple[int, ...] | bool | None
"""Typed text; the original places of what was picked or put in order; true or false; None for "I don't know".

In a match each place of the tuple is a left side, in the author's order, and holds the place of a right side; -1: none.
"""

NEARLY_SCORE = 0.5
"""What a near miss is worth while nobody has said more."""


class Outcome(StrEnum):
    """A verdict's one word."""

    RIGHT = "right"
    NEARLY = "nearly"
    PARTLY = "partly"
    WRONG = "wrong"
    NONE = ""
    """Nobody has judged."""


class Part(NamedTuple):
    """One of several things that a response was to hold, or held."""

    outcome: Outcome
    right: str
    """What was wanted, in light Markdown; empty where nothing of the kind was."""
    yours: str
    """What there was of it; empty where it is missing."""
    words: str = ""
    """What is to be said of it."""


class Verdict(NamedTuple):
    """What a response is worth."""

    outcome: Outcome
    score: float
    """0–1."""
    rule: str
    """The name of what decided: a `matching.Rule`, or of the kind's own (`options`, `order`, …), or `unknown`."""
    message: str = ""
    """Why, in words, where there is more to say than the outcome."""
    differences: Differences | None = None
    """A typed response beside the solution, where they differ."""
    parts: tuple[Part, ...] = ()
    """The parts of what was to be put in order, matched or listed."""
    near: float = 0.0
    """How much of the score near misses make up: in a quiz they bring nothing until the person says more."""

    @property
    def contestable(self) -> bool:
        """Whether the person may say that they were right after all: not where they said nothing."""
        return self.score < 1 and self.rule != UNKNOWN.rule


UNKNOWN = Verdict(Outcome.WRONG, 0.0, "unknown", "not known")
"""The verdict on "I don't know"."""


def nearly(rule: str, message: str, differences: Differences | None = None) -> Verdict:
    """The verdict on a near miss."""
    return Verdict(Outcome.NEARLY, NEARLY_SCORE, rule, message, differences, near=NEARLY_SCORE)


def overruled(verdict: Verdict) -> Verdict:
    """The verdict once the person has said that they were right; what there is to show of it stays."""
    message = "you said that you were right"
    return verdict._replace(outcome=Outcome.RIGHT, score=1.0, rule="overruled", message=message, near=0.0)


def scored(score: float, rule: str, message: str = "", parts: tuple[Part, ...] = ()) -> Verdict:
    """The verdict that a score alone makes: right, partly or wrong."""
    outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
    return Verdict(outcome, score, rule, message, parts=parts)
