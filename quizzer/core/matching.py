"""Typed responses compared with solutions: what is overlooked, what is a near miss.

By default capitals, white space, outer punctuation and an article in front make no difference, nor does a keyboard's
plain quote or hyphen for a typographic one. A near miss is never called right: the person decides.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from quizzer.core.cards import Typed
from quizzer.core.dates import Same, compared, dates_of
from quizzer.core.differences import Differences, Op, differences
from quizzer.core.folding import DEFAULT, Ignoring, Line, Solution, fold, ignored
from quizzer.core.nearness import WORDS, nearest
from quizzer.core.surroundings import NOWHERE, Surroundings


class Rule(StrEnum):
    """What decided a comparison. The names are stable: decks, logs and tests may hold them."""

    SAME = "same"
    OVERLOOKED = "overlooked"
    """The same but for what is ignored."""
    ACCEPTED = "accepted"
    """One of the further right ones."""
    DATE = "date"
    """The same date."""
    NEAR = "near"
    ACCENTS = "accents"
    """The same but for accents, tones or vowel signs."""
    DATE_ORDER = "date-order"
    """The same date if day and month are read one way."""
    DIGITS = "digits"
    """It would be near, but for a digit."""
    FORMULA = "formula"
    """It would be near, but in formulas and code every character counts."""
    NEGATION = "negation"
    """It would be near, but it says the opposite."""
    AFFIX = "affix"
    """It would be near, but a prefix or an ending makes another word of it."""
    OTHER = "other"
    """It would be near, but it is the solution of another card, or nearer to one."""
    OTHER_DATE = "other-date"
    DIFFERENT = "different"


RIGHT = frozenset({Rule.SAME, Rule.OVERLOOKED, Rule.ACCEPTED, Rule.DATE})
"""The rules that call a response right."""
NEARLY = frozenset({Rule.NEAR, Rule.ACCENTS, Rule.DATE_ORDER})
"""The rules that call it nearly right."""


class Compared(NamedTuple):
    """The rule that decided, why in words, and the differences where there are any to show."""

    rule: Rule
    message: str = ""
    differences: Differences | None = None


def ignoring(typed: Typed) -> frozenset[Ignoring]:
    """What a note wants overlooked: nothing where `exact`; words that this version does not know are passed over."""
    if typed.exact:
        return frozenset()
    if typed.ignore is None:
        return DEFAULT
    return frozenset(what for what in Ignoring if what.value in typed.ignore)


def compare(
    response: str,
    solutions: Sequence[str],
    overlook: frozenset[Ignoring] = DEFAULT,
    surroundings: Surroundings = NOWHERE,
) -> Compared:
    """A typed response against the solution and, after it, what else is accepted.

    Args:
        response: as typed, of any length.
        solutions: in light Markdown, at least one.
        overlook: what makes no difference; where it is empty nothing does, and there are no near misses.
        surroundings: the deck's language, and its solutions, which a near miss may not be.

    >>> compare("risalli movement.", ["Risali Movement"]).message
    'one letter too many (capitals are ignored)'
    """
    language = surroundings.language
    right = [Solution(text, overlook, language) for text in solutions]
    yours = Line(response[: 1000 + 4 * max(map(len, solutions))], overlook, language)
    for at, one in enumerate(right):
        if yours.trimmed in one.trimmed or yours.folded in one.folded:
            return _equal(yours, one, overlook, language, first=at == 0)
    date = _date(yours, right, language) if overlook else None
    if date is not None:
        rule = Rule.DATE if date.same else Rule.DATE_ORDER if date.possible else Rule.OTHER_DATE
        return Compared(rule, date.words, None if date.same else _between(yours, right[0].line, overlook, language))
    near = nearest(yours, right, overlook, surroundings) if overlook else None
    found = _between(yours, near.solution.line if near else right[0].line, overlook, language)
    if near is None:
        return Compared(Rule.DIFFERENT, found.words, found)
    if near.barred is not None:
        return Compared(Rule(near.barred), WORDS[near.barred] or found.words, found)
    return Compared(Rule.ACCENTS if near.accents else Rule.NEAR, found.words + _aside(found, overlook, language), found)


def same(response: str, solution: str, surroundings: Surroundings = NOWHERE) -> bool:
    """Whether a response is right by the default rules, without a word about why or why not."""
    one = Solution(solution, DEFAULT, surroundings.language)
    yours = Line(response[: 1000 + 4 * len(solution)], DEFAULT, surroundings.language)
    if yours.trimmed in one.trimmed or yours.folded in one.folded:
        return True
    date = _date(yours, [one], surroundings.language)
    return date is not None and date.same


def _equal(yours: Line, right: Solution, overlook: frozenset[Ignoring], language: str, *, first: bool) -> Compared:
    if not first:
        return Compared(Rule.ACCEPTED, "also accepted")
    if yours.trimmed in right.trimmed:
        return Compared(Rule.SAME)
    return Compared(Rule.OVERLOOKED, ignored(yours.trimmed, right.line.trimmed, overlook, language))


def _date(yours: Line, solutions: Sequence[Solution], language: str) -> Same | None:
    """How a response compares with the solutions that are dates, the best of them."""
    if not dates_of(yours.trimmed, language):
        return None
    found = [same for one in solutions if (same := compared(yours.trimmed, one.line.trimmed, language))]
    return max(found, key=lambda same: (same.same, same.possible), default=None)


def _between(yours: Line, right: Line, overlook: frozenset[Ignoring], language: str) -> Differences:
    key = cache(lambda char: fold(char, overlook, language))
    return differences(yours.trimmed, right.trimmed, key)


def _aside(found: Differences, overlook: frozenset[Ignoring], language: str) -> str:
    """A remark on what is shown as the same and was not typed the same."""
    yours = "".join(piece.text for piece in found.yours if piece.op is Op.SAME)
    right = "".join(piece.text for piece in found.right if piece.op is Op.SAME)
    return f" ({ignored(yours, right, overlook, language)})" if yours != right else ""
