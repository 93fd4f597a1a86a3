"""Styles inside a run of text: bold, italic, code, and ranges marked from outside.

Three passes, each linear: backticks pair up, stars pair up outside of code, and the signs that found partners
leave the text. Every other character stays, in order.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

Range: TypeAlias = tuple[int, int]
"""Start and end, as in a slice."""


class Span(NamedTuple):
    """Text of one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    mark: bool = False
    """Whether it lies in a marked range: a hole of a cloze, a part that differs."""


class _Run(NamedTuple):
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    code: bool = False


class _Code(NamedTuple):
    """Code with its backticks, `size` on either side."""

    start: int
    end: int
    size: int

    def inside(self, text: str) -> Range:
        """Where the code itself is: without one space on either side, which lets it start with a backtick."""
        start, end = self.start + self.size, self.end - self.size
        padded = text[start] == " " == text[end - 1] and text[start:end].strip(" ")
        return (start + 1, end - 1) if padded else (start, end)


class _Stars:
    """One to three stars in a row, and which of them have found partners."""

    def __init__(self, start: int, size: int, opens: bool, closes: bool) -> None:
        self.start = start
        self.size = size
        self.opens = opens
        self.closes = closes
        self.begun: set[int] = set()
        self.ended: set[int] = set()

    @property
    def end(self) -> int:
        return self.start + self.size

    @property
    def left(self) -> int:
        """How many of the stars are text."""
        return self.size - sum(self.begun) - sum(self.ended)


_TICKS = re.compile(r"`+")
_STARS = re.compile(r"\*+")
_SIGNS = re.compile(r"[`*]")


def spans(text: str, where: Range, marks: Sequence[Range] = ()) -> tuple[Span, ...]:
    """The spans of a range of the text, in order; none is empty."""
    if not _SIGNS.search(text, *where):
        return _spans(text, [_Run(*where)], marks)
    codes = tuple(_codes(text, where))
    return _spans(text, _styled(text, where, codes, _pair(_stars(text, where, codes))), marks)


def verbatim(text: str, where: Range, marks: Sequence[Range] = ()) -> tuple[Span, ...]:
    """The spans of a range that is code as a whole."""
    return _spans(text, [_Run(*where, code=True)], marks)


def _spans(text: str, runs: Iterable[_Run], marks: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(span for span in _cut(text, runs, marks) if span.text)


def _codes(text: str, where: Range) -> Iterator[_Code]:
    """The code of a range: each run of backticks closes at the next run of the same length."""
    runs = [match.span() for match in _TICKS.finditer(text, *where)]
    following: dict[int, int] = {}
    partners: list[int] = []
    for at in range(len(runs) - 1, -1, -1):
        size = runs[at][1] - runs[at][0]
        partners.append(following.get(size, -1))
        following[size] = at
    partners.reverse()
    at = 0
    while at < len(runs):
        start, end = runs[at]
        if partners[at] >= 0 and not (start > where[0] and _is_word(text[start - 1])):
            at = partners[at]
            yield _Code(start, runs[at][1], end - start)
        at += 1


def _stars(text: str, where: Range, codes: Iterable[_Code]) -> Iterator[_Stars]:
    """The stars outside of code that may open or close; four and more in a row are text."""
    start, end = where
    for code in (*codes, _Code(end, end, 0)):
        for found in _STARS.finditer(text, start, code.start):
            before = text[found.start() - 1] if found.start() > where[0] else " "
            after = text[found.end()] if found.end() < end else " "
            opens = not after.isspace() and not _is_word(before)
            closes = not before.isspace() and not _is_word(after)
            if found.end() - found.start() <= 3:
                yield _Stars(found.start(), found.end() - found.start(), opens, closes)
        start = code.end


def _is_word(char: str) -> bool:
    """Whether it is a letter or digit of a script that sets words apart (Japan's and Thailand's do not)."""
    return char.isalnum() and char < "\u2e80" and not "\u0e00" <= char <= "\u0eff" and not "\u1000" <= char <= "\u17ff"


def _pair(stars: Iterable[_Stars]) -> list[_Stars]:
    """The stars with their partners found; at most one italic and one bold are open at a time."""
    seen: list[_Stars] = []
    opened: list[tuple[int, _Stars]] = []
    for run in stars:
        seen.append(run)
        wanted = {1, 2} if run.size == 3 else {run.size}
        partners = [entry for entry in opened if entry[0] in wanted]
        if run.closes and len(partners) == len(wanted):
            for size, opener in partners:
                opener.begun.add(size)
                run.ended.add(size)
            first = opened.index(partners[0])
            openers = [opener for _, opener in partners]
            inner = [entry for entry in opened[first:] if entry not in partners and entry[1] in openers]
            opened[first:] = inner
        elif run.opens:
            opened = [entry for entry in opened if entry not in partners]
            opened.extend((size, run) for size in wanted)
    return seen


def _styled(text: str, where: Range, codes: Iterable[_Code], stars: Iterable[_Stars]) -> Iterator[_Run]:
    """The range in runs of one style, without the signs that made the styles."""
    at, bold, italic = where[0], False, False
    signs: list[_Code | _Stars] = [*codes, *(run for run in stars if run.left < run.size)]
    for sign in sorted(signs, key=lambda sign: sign.start):
        if isinstance(sign, _Code):
            yield _Run(at, sign.start, bold, italic)
            yield _Run(*sign.inside(text), bold, italic, code=True)
        else:
            yield _Run(at, sign.start + sign.left, bold, italic)
            bold = 2 in sign.begun or (bold and 2 not in sign.ended)
            italic = 1 in sign.begun or (italic and 1 not in sign.ended)
        at = sign.end
    yield _Run(at, where[1], bold, italic)


def _cut(text: str, runs: Iterable[_Run], marks: Sequence[Range]) -> Iterator[Span]:
    """The runs as spans, cut where a marked range begins or ends."""
    for run in runs:
        at = run.start
        for index in range(bisect_right(marks, at, key=lambda mark: mark[1]), len(marks)):
            start, end = marks[index]
            if start >= run.end:
                break
            yield _span(text, run, at, start, mark=False)
            at = min(end, run.end)
            yield _span(text, run, max(start, run.start), at, mark=True)
        yield _span(text, run, at, run.end, mark=False)


def _span(text: str, run: _Run, start: int, end: int, *, mark: bool) -> Span:
    return Span(text[start:end], run.bold, run.italic, run.code, mark)
