"""Verdicts: what a response is worth, by which rule, and the rating that it suggests.

A verdict is words for the person; the rating stays theirs. Kinds that a machine does not judge have none.
"""

from itertools import zip_longest

from quizzer.core.asking import blanks
from quizzer.core.cards import Body, Card, Choice, Cloze, Items, Kind, Match, Number, Order, TrueFalse, Typed
from quizzer.core.differences import Differences, alike, joined, unlike
from quizzer.core.lists import judge_list, split_items
from quizzer.core.matching import NEARLY, RIGHT, Compared, compare, ignoring
from quizzer.core.numbers import judge_number
from quizzer.core.schedule import Rating
from quizzer.core.sequences import judge_match, judge_order
from quizzer.core.solutions import solutions_of
from quizzer.core.surroundings import NOWHERE, Surroundings
from quizzer.core.text import clean
from quizzer.core.verdict import NEARLY_SCORE, UNKNOWN, Outcome, Part, Response, Verdict, nearly, scored

__all__ = [
    "JUDGED", "MOSTLY", "NEARLY_SCORE", "UNKNOWN", "Outcome", "Part", "Response", "Surroundings",
    "Verdict", "judge", "suggested",
]  # fmt: skip

MOSTLY = 0.8
"""From this score on, partly right suggests Hard and not Again."""
LONGEST = 1_000
"""Characters of a response that are looked at, besides four times the solutions' (a typed é may be two)."""
JUDGED = frozenset(Kind) - {Kind.FLASHCARD, Kind.CLOZE}
"""Kinds that a machine judges."""


def judge(card: Card, response: Response, surroundings: Surroundings = NOWHERE) -> Verdict | None:
    """The verdict on a response; None for a card that the person judges.

    Raises:
        TypeError: the response is of another form than the card asks for.
    """
    if card.note.kind not in JUDGED:
        return None
    if isinstance(response, str):
        response = clean(response[: LONGEST + 4 * sum(map(len, solutions_of(card.note)))])
    if response is None or response == () or (isinstance(response, str) and not response.strip()):
        return UNKNOWN
    found = _typed(card, response, surroundings) if isinstance(response, str) else _arranged(card.note.body, response)
    if found is None:
        raise TypeError(f"a {card.note.kind} card is not answered by {response!r}")
    return found


def _typed(card: Card, response: str, surroundings: Surroundings) -> Verdict | None:
    body = card.note.body
    match body:
        case Typed():
            return _verdict(compare(response, (body.answer, *body.accept), ignoring(body), surroundings))
        case Cloze():
            return _blanks(blanks(card), response, surroundings)
        case Number():
            return judge_number(body, response, surroundings.language, card.note.question)
        case Items():
            return judge_list(body.items, response, surroundings)
        case _:
            return None


def _arranged(body: Body, response: tuple[int, ...] | bool) -> Verdict | None:
    match body, response:
        case Choice(), tuple():
            return _picked(body, frozenset(response))
        case Order(), tuple():
            return judge_order(body, response)
        case Match(), tuple():
            return judge_match(body, response)
        case TrueFalse(), bool():
            return scored(float(response is body.answer), "statement")
        case _:
            return None


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
    if rule in NEARLY:
        return nearly(rule, message, found)
    return Verdict(Outcome.WRONG, 0.0, rule, message, found)


def _blanks(texts: tuple[str, ...], response: str, surroundings: Surroundings) -> Verdict:
    """Each blank beside the part in its place, parts being set off by semicolons; their mean."""
    whole = _verdict(compare(response, ["; ".join(texts)], surroundings=surroundings))
    if whole.outcome is Outcome.RIGHT or len(texts) == 1:
        return whole
    parts = split_items(response, len(texts))
    pairs = list(zip_longest(parts, texts, fillvalue=""))
    verdicts = [
        _verdict(compare(part, [text], surroundings=surroundings)) if part and text else UNKNOWN for part, text in pairs
    ]
    score = sum(verdict.score for verdict in verdicts) / len(verdicts)
    shown = joined(
        [verdict.differences or _beside(*pair, verdict) for verdict, pair in zip(verdicts, pairs, strict=True)]
    )
    right = sum(verdict.outcome is Outcome.RIGHT for verdict in verdicts)
    message = f"{right} of {len(texts)} right" + (f", {shown.words}" if shown.words else "")
    outcome = Outcome.PARTLY if score else Outcome.WRONG
    if all(verdict.outcome in (Outcome.RIGHT, Outcome.NEARLY) for verdict in verdicts):
        outcome = Outcome.RIGHT if score == 1 else Outcome.NEARLY
    near = sum(verdict.near for verdict in verdicts) / len(verdicts)
    return Verdict(outcome, score, "blanks", message, None if score == 1 else shown, near=near)


def _beside(part: str, text: str, verdict: Verdict) -> Differences:
    return alike(part, text) if verdict.outcome is Outcome.RIGHT else unlike(part, text)


def _picked(body: Choice, picked: frozenset[int]) -> Verdict:
    """(right - wrong) / all right ones, 0 at least: picking everything is worth nothing."""
    right = sum(place in range(len(body.right)) for place in picked)
    wrong = len(picked) - right
    score = max(0, right - wrong) / len(body.right)
    return scored(score, "options", _tally(right, wrong, len(body.right)))


def _tally(right: int, wrong: int, wanted: int) -> str:
    if wanted == 1 and right + wrong == 1:
        return ""
    return f"{right} of {wanted} found" + (f", {wrong} wrong" if wrong else "")
