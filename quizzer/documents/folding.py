"""Texts without what makes no difference to a quote, and the way back to where things stood.

Folded away: which and how much white space, kinds of quotation marks and dashes, hyphens inside words (with a line end
after them or not), reference marks, Markdown's signs, bullets, bars between cells, and compatibility characters such
as ligatures (NFKC). Capitals, and all other words and signs, count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from quizzer.core.inline import Range
from quizzer.core.passage import MARKDOWN_MARKS, MARKS

_SIGNS = dict.fromkeys("“”„‟«»″〝〞", '"') | dict.fromkeys("‘’‚‛‹›`´ʼ′", "'")
_BULLET = r"(?:[-*+•‣▪]|\d{1,3}[.)])\s++"
# A run of white space is looked at from its beginning only, so that no run is read again from each of its characters.
_SAME = (
    rf"(?P<bullet>(?:\A\s*+|(?<!\s)[^\S\n]*+\n\s*+){_BULLET})"
    r"|(?P<hyphen>(?<=\w)[-\u00ad\u2010\u2011]\s*+(?=\w))"
    r"|(?P<dash>(?<!\s)(?:\s*+(?:[–—―−]|--++)\s*+|\s++-\s++))"
    r"|(?P<bar>(?<!\s)\s++\|\s++)"
    r"|(?P<space>(?<!\s)\s{2,}+|[^\S ])"
)
_MEANT = {"bullet": " ", "hyphen": "", "dash": " – ", "bar": " ", "space": " "}


class Run(NamedTuple):
    """A run of a folded text: where it begins, its span in the whole text, and whether it is as it was there."""

    at: int
    start: int
    end: int
    kept: bool


class Folded(NamedTuple):
    """A folded text, and the runs that it is made of."""

    text: str
    runs: tuple[Run, ...]

    def place(self, start: int, end: int) -> Range:
        """Where a span of this text, of at least one character, stood."""
        first, last = self._run(start), self._run(end - 1)
        return (
            first.start + start - first.at if first.kept else first.start,
            last.start + end - last.at if last.kept else last.end,
        )

    def _run(self, at: int) -> Run:
        return self.runs[bisect_right(self.runs, at, key=lambda run: run.at) - 1]


def fold(text: str, markdown: bool = False) -> str:
    """The folded text, without white space at its ends.

    >>> fold("It “failed”,[17] in  exam-\\nple")
    'It "failed", in example'
    """
    return "".join(piece for piece, _, _ in _pieces(text, markdown)).strip()


def folded(text: str, markdown: bool = False) -> Folded:
    """The folded text with the way back."""
    kept: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece, start, end in _pieces(text, markdown):
        if piece:
            runs.append(Run(length, start, end, piece == text[start:end]))
            kept.append(piece)
            length += len(piece)
    whole = "".join(kept)
    skipped = len(whole) - len(whole.lstrip())
    return Folded(whole.strip(), tuple(run._replace(at=run.at - skipped) for run in runs))


def _pieces(text: str, markdown: bool) -> Iterator[tuple[str, int, int]]:
    """What the text folds to, piece by piece, with the span each comes from."""
    at = 0
    for found in _pattern(_unusual(text), markdown).finditer(text):
        if found.start() > at:
            yield text[at : found.start()], at, found.start()
        at = found.end()
        name = found.lastgroup
        yield _MEANT.get(name or "") or (_meant(found[0]) if name == "sign" else ""), found.start(), at
    if at < len(text):
        yield text[at:], at, len(text)


def _unusual(text: str) -> str:
    """The characters of a text that mean another one."""
    if text.isascii():
        return ""
    return "".join(sorted(char for char in set(text) if char > "\x7f" and not char.isspace() and _meant(char) != char))


@lru_cache(maxsize=4096)
def _meant(char: str) -> str:
    return _SIGNS.get(char) or normalize("NFKC", char)


@lru_cache(maxsize=64)
def _pattern(unusual: str, markdown: bool) -> re.Pattern[str]:
    marks = (MARKDOWN_MARKS if markdown else MARKS).pattern
    signs = f"[{re.escape(unusual + '`´')}]"
    return re.compile(f"(?:{marks})|{_SAME}|(?P<sign>{signs})")
