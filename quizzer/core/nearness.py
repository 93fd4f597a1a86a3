"""When a response that is almost a solution is a slip, and when it is another answer.

Few edits for its length, the same first letter; but never where what differs makes another answer of it: a digit, a
sign of a formula or of code, a negation, a prefix, or where it is the solution of another card.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.folding import Ignoring, Line, Solution, same_but_for_accents
from quizzer.core.formulas import is_formula
from quizzer.core.languages import negations
from quizzer.core.surroundings import Surroundings


class Bar(StrEnum):
    """Why what is almost a solution is no slip; the value is the name of a rule."""

    DIGITS = "digits"
    FORMULA = "formula"
    NEGATION = "negation"
    AFFIX = "affix"
    OTHER = "other"


WORDS = {
    Bar.DIGITS: "",
    Bar.FORMULA: "in a formula or code every character counts",
    Bar.NEGATION: "it says the opposite",
    Bar.AFFIX: "another beginning or ending makes another word of it",
    Bar.OTHER: "that is the answer to another card",
}
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_PREFIXES = (
    "an ab ad ante anti be de des dis endo er ex exo extra hetero homo hyper hypo in inter intra macro mal meta"
    " micro mis mono multi non over para per poly post pre pro re semi sub super supra tri un under unter ver vor"
    " при пре про пере под над не без"
)
_ASSIMILATED = {"im": "in", "il": "in", "ir": "in", "a": "an"}
_REST = 3
"""Letters that a word has behind its prefix at least."""
_SALTS = re.compile(
    "(.*(?:nitr|sulf|sulph|phosph|chlor|brom|iod|chrom|arsen|selen|ox|carbon|mangan))(ate|ite|ide|at|it|id)"
)
_CHAINS = re.compile("(.*(?:meth|eth|prop|but|pent|hex|hept|oct|non|dec|benz))(ane|ene|yne|an|en|in)")


class Near(NamedTuple):
    """The solution that a response is almost, and why it is no slip, if it is none."""

    solution: Solution
    accents: bool
    """Whether only accents differ."""
    barred: Bar | None


def nearest(
    yours: Line, solutions: Iterable[Solution], overlook: frozenset[Ignoring], surroundings: Surroundings
) -> Near | None:
    """The solution, if any, of which a response may be a near miss; accents cost nothing here."""
    from rapidfuzz.distance import OSA  # 30 ms, which only a response that is not right has to pay

    language = surroundings.language
    given, found, best, accents = yours.bare, None, 3, False
    for one in solutions:
        if same_but_for_accents(yours, one.line, language):
            found, best, accents = one, 0, True
            break
        wanted = one.line.bare
        most = min(tolerated(len(wanted)), best - 1)
        if most and given[:1] == wanted[:1]:
            distance = OSA.distance(given, wanted, score_cutoff=most)
            if distance <= most:
                found, best = one, distance
    if found is None:
        return None
    barred = None if accents else _barred(yours.folded, found, language)
    if barred is None and _answers_another(yours, best, overlook, surroundings):
        barred = Bar.OTHER
    return Near(found, accents, barred)


def tolerated(length: int) -> int:
    """How many edits make a near miss: none in short words, where another word is one edit away."""
    return 0 if length < 5 else 1 if length < 9 else 2


def _barred(yours: str, right: Solution, language: str) -> Bar | None:
    wanted = right.line.folded
    if numerals(yours, right.line.trimmed) != numerals(wanted, right.line.trimmed):
        return Bar.DIGITS
    if is_formula(right.written):
        return Bar.FORMULA
    if _negated(yours, language) != _negated(wanted, language):
        return Bar.NEGATION
    return Bar.AFFIX if _another_word(yours, wanted) else None


def numerals(text: str, shown: str) -> list[str]:
    """The numbers in a folded text, Roman ones too where the solution, as it is shown, writes any in capitals."""
    found = "".join(char if char.isnumeric() else " " for char in text).split()
    if any(_ROMAN.fullmatch(word.lower()) for word in re.findall(r"\b[IVXLCDM]+\b", shown)):
        found += [word for word in re.findall(r"\w+", text) if _ROMAN.fullmatch(word)]
    return found


def _negated(text: str, language: str) -> int:
    words = re.findall(r"\w+(?:'t\b)?", text)
    known = negations(language)
    return sum(word in known or word.endswith("n't") for word in words)


def _another_word(yours: str, right: str) -> bool:
    a, b = re.findall(r"\w+", yours), re.findall(r"\w+", right)
    return len(a) == len(b) and any(one != other and _opposed(one, other) for one, other in zip(a, b, strict=True))


def _opposed(a: str, b: str) -> bool:
    """Whether two words have the same rest behind different prefixes, or a chemist's stem before different endings."""
    for pattern in (_SALTS, _CHAINS):
        first, second = pattern.fullmatch(a), pattern.fullmatch(b)
        if first and second and first[1] == second[1]:
            return True
    return not _doubled(a, b) and any(
        _ASSIMILATED.get(head, head) != _ASSIMILATED.get(other, other)
        for head in _heads(a)
        for other in _heads(b)
        if a[len(head) :] == b[len(other) :] and len(a) - len(head) >= _REST
    )


def _heads(word: str) -> list[str]:
    return ["", *(prefix for prefix in (*_PREFIXES.split(), *_ASSIMILATED) if word.startswith(prefix))]


def _doubled(a: str, b: str) -> bool:
    """Whether one of two words is the other with a letter doubled."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(
        longer[at] == longer[at + 1] and longer[:at] + longer[at + 1 :] == shorter for at in range(len(shorter))
    )


def _answers_another(yours: Line, distance: int, overlook: frozenset[Ignoring], surroundings: Surroundings) -> bool:
    """Whether a response is the solution of another card, or closer to one."""
    from rapidfuzz.distance import OSA

    for other in surroundings.others().near(yours, distance, overlook, surroundings.language):
        if yours.folded in other.folded:
            return True
        if OSA.distance(yours.bare, other.line.bare, score_cutoff=distance) < distance:
            return True
    return False
