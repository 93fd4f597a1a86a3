"""Verdicts: what a response is worth, by which rule, and the rating that it suggests.

A verdict is words for the person; the rating stays theirs. Kinds that a machine does not judge have none.
"""

import re
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from quizzer.core.asking import blanks
from quizzer.core.cards import Card, Choice, Cloze, TrueFalse, Typed
from quizzer.core.differences import Differences, alike, joined, unlike
from quizzer.core.matching import RIGHT, Compared, Rule, compare, ignoring
from quizzer.core.schedule import Rating
from quizzer.core.text import one_line

Response: TypeAlias = str | tuple[int, ...] | bool | None
"""Typed text; the original places of picked options; true or false; None for "I don't know"."""

NEARLY_SCORE = 0.5
"""What a near miss is worth while nobody has said more."""
MOSTLY = 0.8
"""From this score on, partly right suggests Hard and not Again."""


_SEMICOLON = re.compile(r"(?<!\\);")


class Outcome(StrEnum):
    """A verdict's one word."""

    RIGHT = "right"
    NEARLY = "nearly"
    PARTLY = "partly"
    WRONG = "wrong"
    NONE = ""
    """Nobody has judged."""


class Verdict(NamedTuple):
    """What a response is worth."""

    outcome: Outcome
    score: float
    """0–1."""
    rule: str
    """The name of what decided: a `matching.Rule`, or `unknown`, `blanks`, `options`, `statement`."""
    message: str = ""
    """Why, in words, where there is more to say than the outcome."""
    differences: Differences | None = None
    """A typed response beside the solution, where they differ."""


UNKNOWN = Verdict(Outcome.WRONG, 0.0, "unknown", "not known")
"""The verdict on "I don't know"."""


def judge(card: Card, response: Response) -> Verdict | None:
    """The verdict on a response; None for a card that the person judges.

    Raises:
        TypeError: the response is of another form than the card asks for.
    """
    body = card.note.body
    if not isinstance(body, Typed | Choice | TrueFalse) and not (isinstance(body, Cloze) and body.typed):
        return None
    if response is None or response == () or (isinstance(response, str) and not one_line(response)):
        return UNKNOWN
    match body, response:
        case Typed(), str():
            return _verdict(compare(response, (body.answer, *body.accept), ignoring(body)))
        case Cloze(), str():
            return _blanks(blanks(card), response)
        case Choice(), tuple():
            return _picked(body, frozenset(response))
        case TrueFalse(), bool():
            return _scored(float(response is body.answer), "statement")
        case _:
            raise TypeError(f"a {card.note.kind} card is not answered by {response!r}")


def suggested(verdict: Verdict | None) -> Rating:
    """The rating that a verdict suggests; Good where there is none."""
    if verdict is None or verdict.outcome in (Outcome.RIGHT, Outcome.NONE):
        return Rating.GOOD
    mostly = verdict.outcome is Outcome.PARTLY and verdict.score >= MOSTLY
    return Rating.HARD if mostly or verdict.outcome is Outcome.NEARLY else Rating.AGAIN


def _verdict(compared: Compared) -> Verdict:
    rule, message, found = compared
    if rule in RIGHT:
        return Verdict(Outcome.RIGHT, 1.0, rule, message)
    if rule is Rule.NEAR:
        return Verdict(Outcome.NEARLY, NEARLY_SCORE, rule, message, found)
    return Verdict(Outcome.WRONG, 0.0, rule, message, found)


def _blanks(texts: tuple[str, ...], response: str) -> Verdict:
    """Each blank beside the part in its place, parts being set off by semicolons; their mean."""
    whole = _verdict(compare(response, ["; ".join(texts)]))
    if whole.outcome is Outcome.RIGHT or len(texts) == 1:
        return whole
    parts = [part.replace("\\;", ";").strip() for part in _SEMICOLON.split(response, maxsplit=len(texts))]
    pairs = list(zip_longest(parts, texts, fillvalue=""))
    verdicts = [_verdict(compare(part, [text])) if part and text else UNKNOWN for part, text in pairs]
    score = sum(verdict.score for verdict in verdicts) / len(verdicts)
    shown = joined(
        [verdict.differences or _beside(*pair, verdict) for verdict, pair in zip(verdicts, pairs, strict=True)]
    )
    right = sum(verdict.outcome is Outcome.RIGHT for verdict in verdicts)
    message = f"{right} of {len(texts)} right" + (f", {shown.words}" if shown.words else "")
    outcome = Outcome.PARTLY if score else Outcome.WRONG
    if all(verdict.outcome in (Outcome.RIGHT, Outcome.NEARLY) for verdict in verdicts):
        outcome = Outcome.RIGHT if score == 1 else Outcome.NEARLY
    return Verdict(outcome, score, "blanks", message, None if score == 1 else shown)


def _beside(part: str, text: str, verdict: Verdict) -> Differences:
    return alike(part, text) if verdict.outcome is Outcome.RIGHT else unlike(part, text)


def _scored(score: float, rule: str, message: str = "") -> Verdict:
    outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
    return Verdict(outcome, score, rule, message)


def _picked(body: Choice, picked: frozenset[int]) -> Verdict:
    """(right - wrong) / all right ones, 0 at least: picking everything is worth nothing."""
    right = sum(place in range(len(body.right)) for place in picked)
    wrong = len(picked) - right
    score = max(0, right - wrong) / len(body.right)
    return _scored(score, "options", _tally(right, wrong, len(body.right)))


def _tally(right: int, wrong: int, wanted: int) -> str:
    if wanted == 1 and right + wrong == 1:
        return ""
    return f"{right} of {wanted} found" + (f", {wrong} wrong" if wrong else "")
