"""Typed responses compared with solutions: what is overlooked, what is a near miss.

By default capitals, white space and outer punctuation make no difference, nor does a keyboard's plain quote or
hyphen for a typographic one. A near miss is never called right: the person decides. Later rules (languages,
articles, dates) are further names in `Rule` and further steps in `compare`.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from quizzer.core.cards import Typed
from quizzer.core.differences import Differences, Op, differences
from quizzer.core.markup import plain
from quizzer.core.text import clean


class Ignoring(StrEnum):
    """What may be overlooked; the value is the word used under a deck's `ignore:`."""

    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACES = "spaces"
    ACCENTS = "accents"


class Rule(StrEnum):
    """What decided a comparison. The names are stable: decks, logs and tests may hold them."""

    SAME = "same"
    OVERLOOKED = "overlooked"
    """The same but for what is ignored."""
    ACCEPTED = "accepted"
    """One of the further right ones."""
    NEAR = "near"
    DIGITS = "digits"
    """It would be near, but for a digit."""
    DIFFERENT = "different"


RIGHT = frozenset({Rule.SAME, Rule.OVERLOOKED, Rule.ACCEPTED})
"""The rules that call a response right."""
DEFAULT = frozenset({Ignoring.CASE, Ignoring.PUNCTUATION, Ignoring.SPACES})
"""What is overlooked unless a note says otherwise."""


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


def compare(response: str, solutions: Sequence[str], overlook: frozenset[Ignoring] = DEFAULT) -> Compared:
    """A typed response against the solution and, after it, what else is accepted.

    Args:
        response: as typed, of any length.
        solutions: in light Markdown, at least one.
        overlook: what makes no difference; where it is empty nothing does, and there are no near misses.

    >>> compare("risalli movement.", ["Risali Movement"]).message
    'one letter too many (capitals are ignored)'
    """
    right = [_Solution(text, overlook) for text in solutions]
    yours = _Line(response[: 1000 + 4 * max(map(len, solutions))], overlook)
    for at, one in enumerate(right):
        if yours.trimmed in one.trimmed or yours.folded in one.folded:
            return _equal(yours, one, first=at == 0)
    near = _nearest(yours, right) if overlook else None
    if near is None:
        found = _between(yours, right[0].line, overlook)
        return Compared(Rule.DIFFERENT, found.words, found)
    found = _between(yours, near, overlook)
    if _digits(yours.folded) != _digits(near.folded):
        return Compared(Rule.DIGITS, found.words, found)
    return Compared(Rule.NEAR, found.words + _aside(found), found)


class _Line:
    """A line as it is shown, and as it is compared."""

    def __init__(self, text: str, overlook: frozenset[Ignoring]) -> None:
        self.trimmed = _trim(clean(text), overlook)
        self.folded = _fold(self.trimmed, overlook)


class _Solution:
    """A solution without its markup, and with it, since some people type the stars as well."""

    def __init__(self, text: str, overlook: frozenset[Ignoring]) -> None:
        text = clean(text)
        self.line = _Line(plain(text), overlook)
        written = _Line(text, overlook)
        self.trimmed = {self.line.trimmed, written.trimmed}
        self.folded = {self.line.folded, written.folded}


_OPENING = "\"'“”„‟‘’‚‛«»‹›「」『』¿¡…"
_CLOSING = "\"'“”„‟‘’‚‛«»‹›「」『』.,;:!?…。、，．；：！？"
_BRACKETED = re.compile(r"\(([^()]+)\)\Z")
_PLAIN_KEYS = str.maketrans(
    dict.fromkeys("‘’‚‛‹›`´ʼ′", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
    | dict.fromkeys("\u200e\u200f\u061c", None)
)
"""Typographic signs as a keyboard has them; direction marks are nothing."""
_ACCENTS = re.compile("[\u0300-\u036f]")


def _trim(text: str, overlook: frozenset[Ignoring]) -> str:
    """Without outer white space and punctuation; all of it where nothing else would be left.

    Signs that make a difference in front stay (`.gitignore`, `-5`, `:q`), and so do `C#` and `50%`.
    """
    text = " ".join(text.split()) if Ignoring.SPACES in overlook else text.strip("\n")
    if Ignoring.PUNCTUATION not in overlook:
        return text
    inner = _BRACKETED.match(text)
    bare = (inner[1] if inner else text).lstrip(_OPENING + " ").rstrip(_CLOSING + " ")
    return bare or text


def _fold(text: str, overlook: frozenset[Ignoring]) -> str:
    """The text as it is compared."""
    if Ignoring.PUNCTUATION in overlook:
        text = text.translate(_PLAIN_KEYS)
    if Ignoring.ACCENTS in overlook:
        text = _bare(text)
    if Ignoring.CASE in overlook:
        text = text.casefold()
    return normalize("NFC", text)


def _equal(yours: _Line, right: _Solution, *, first: bool) -> Compared:
    if not first:
        return Compared(Rule.ACCEPTED, "also accepted")
    if yours.trimmed in right.trimmed:
        return Compared(Rule.SAME)
    return Compared(Rule.OVERLOOKED, _ignored(yours.trimmed, right.line.trimmed))


def _ignored(yours: str, right: str) -> str:
    """What made no difference between two lines that are not the same, in words."""
    yours, right = yours.translate(_PLAIN_KEYS), right.translate(_PLAIN_KEYS)
    if yours == right:
        return "typographic signs are ignored"
    if yours.casefold() == right.casefold():
        return "capitals are ignored"
    return "accents are ignored" if _bare(yours) == _bare(right) else "capitals and accents are ignored"


def _bare(text: str) -> str:
    """Without the accents of European scripts; the marks of others are letters (が is no か)."""
    return _ACCENTS.sub("", normalize("NFD", text))


def _nearest(yours: _Line, solutions: Iterable[_Solution]) -> _Line | None:
    """The solution, if any, of which this is a near miss: few edits for its length, the same first letter."""
    from rapidfuzz.distance import OSA  # 30 ms, which only a response that is not right has to pay

    nearest, best = None, 3
    for line in (solution.line for solution in solutions):
        most = min(_tolerated(len(line.folded)), best - 1)
        if most and yours.folded[:1] == line.folded[:1]:
            distance = OSA.distance(yours.folded, line.folded, score_cutoff=most)
            if distance <= most:
                nearest, best = line, distance
    return nearest


def _tolerated(length: int) -> int:
    """How many edits make a near miss: none in short words, where another word is one edit away."""
    return 0 if length < 5 else 1 if length < 9 else 2


def _digits(text: str) -> list[str]:
    return "".join(char if char.isnumeric() else " " for char in text).split()


def _between(yours: _Line, right: _Line, overlook: frozenset[Ignoring]) -> Differences:
    return differences(yours.trimmed, right.trimmed, lambda char: _fold(char, overlook))


def _aside(found: Differences) -> str:
    """A remark on what is shown as the same and was not typed the same."""
    yours = "".join(piece.text for piece in found.yours if piece.op is Op.SAME)
    right = "".join(piece.text for piece in found.right if piece.op is Op.SAME)
    return f" ({_ignored(yours, right)})" if yours != right else ""
