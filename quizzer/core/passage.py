"""A document as numbered passages; and a passage's text as questions may use it, without what nobody asks about.

A passage keeps the words of its document to the letter, so that a quote can be cut from it and found again. What a
person would not read out (reference marks such as `[16]`, and Markdown's signs) is left out by `read_out`, which
remembers where everything stood.
"""

import re
from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.inline import Range


class Role(StrEnum):
    """What a passage is in its document."""

    TEXT = "text"
    LIST = "list"
    """Items, a line each that begins with `- ` or a number, perhaps after the sentence that leads to them."""
    TABLE = "table"
    """Rows, a line each, with ` | ` between their cells."""
    CODE = "code"
    CAPTION = "caption"
    """The line under a picture, or a title that stands alone."""
    BOILERPLATE = "boilerplate"
    """Menus, notices, page numbers, lists of references."""


class Passage(NamedTuple):
    """A numbered block of a document."""

    number: str
    """As notes name it: `4`, or `4-2` for the second block of a long section 4; empty where nothing counts it."""
    trail: tuple[str, ...]
    """The headings it stands under, outermost first, without their numbers."""
    text: str
    """Clean, and otherwise to the letter; at most `LONGEST` characters."""
    page: int = 0
    """The page it begins on, from 1; 0 where the document has no pages."""
    role: Role = Role.TEXT
    markdown: bool = False
    """Whether the text is Markdown."""

    @property
    def heading(self) -> str:
        """The heading right above it; empty for none."""
        return self.trail[-1] if self.trail else ""

    @property
    def is_asked_about(self) -> bool:
        """Whether questions are made from it: not from captions and boilerplate."""
        return self.role not in (Role.CAPTION, Role.BOILERPLATE)


LONGEST = 8_000
"""Characters of a passage; a longer block is cut between sentences."""


class Document(NamedTuple):
    """What was read of a document."""

    path: str
    title: str
    """What the document calls itself, else the stem of its file's name."""
    passages: tuple[Passage, ...]
    sha256: str
    """Of the file's bytes, in hexadecimal."""

    def passage(self, number: str) -> Passage | None:
        """The passage of that number."""
        return next((passage for passage in self.passages if number and passage.number == number), None)


_WHOLE = ((0, 0),)
"""The runs of a text that nothing is left out of."""


class ReadOut(NamedTuple):
    """A passage's text without marks, and where its characters stood."""

    text: str
    runs: tuple[tuple[int, int], ...]
    """Where each kept run begins: in this text, and in the passage's."""

    def place(self, start: int, end: int) -> Range:
        """Where a span of this text stands in the passage's, for a quote to the letter; marks inside it belong to it.

        >>> said = read_out(Passage("1", (), "He left,[17] they say."))
        >>> said.text, said.place(3, 13)
        ('He left, they say.', (3, 17))
        """
        if self.runs == _WHOLE:
            return start, max(start, end)
        if start >= end:
            at = self._origin(start)
            return at, at
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, at: int) -> int:
        run = self.runs[max(0, bisect_right(self.runs, (at, float("inf"))) - 1)] if self.runs else (0, 0)
        return run[1] + at - run[0]


_MARKS = (
    # [16], [16, 17], [16-18], [a], [note 3], [^1]; with the space after one that opens a sentence
    r"(?:(?:^|(?<=\n)))\[(?:\d{1,3}(?:[,–-][ ]?\d{1,3})*|[a-z]|note \d+|\^[\w-]+)\][ ]*"
    r"|[ ]?\[(?:\d{1,3}(?:[,–-][ ]?\d{1,3})*|[a-z]|note \d+|\^[\w-]+|citation needed|edit)\]"
    r"|(?<=[.,;:!?”\"»)])[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
)
_TARGET = r"\((?:[^()\s]++|\([^()\s]{0,200}\)){0,9}+\)"
"""Where a link leads; brackets inside brackets once, as in addresses of encyclopaedias."""
_SIGNS = (
    rf"!\[[^\[\]\n]{{0,1000}}+\]{_TARGET}"  # a picture
    rf"|(?<!\w)\[(?=[^\[\]\n]{{1,1000}}+\]{_TARGET})"  # a link, before and after what it says
    rf"|(?<=[^\n])\]{_TARGET}"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`{1,2}(?!`)"
    r"|(?:^|(?<=\n))>[ ]?"
)
MARKS = re.compile(rf"(?=[ \[⁰¹²³⁴⁵⁶⁷⁸⁹])(?:{_MARKS})")
"""What is not read out in any text: reference marks."""
MARKDOWN_MARKS = re.compile(rf"(?=[ \[\]!*_`>⁰¹²³⁴⁵⁶⁷⁸⁹])(?:{_MARKS}|{_SIGNS})")
"""What is not read out in Markdown."""
_MAY_MARK = re.compile(r"[\[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_MAY_SIGN = re.compile(r"[\[\]*_`>⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""Without any of these there is no mark: most passages have none, and need no closer look."""


def read_out(passage: Passage) -> ReadOut:
    """The text as one would read it out, with the way back; code stays as it is."""
    first = None if passage.role is Role.CODE else (_MAY_SIGN if passage.markdown else _MAY_MARK).search(passage.text)
    if not first:
        return ReadOut(passage.text, _WHOLE)
    kept: list[str] = []
    runs: list[tuple[int, int]] = []
    length = at = 0
    for mark in (MARKDOWN_MARKS if passage.markdown else MARKS).finditer(passage.text, max(0, first.start() - 1)):
        if mark.start() > at:
            runs.append((length, at))
            kept.append(passage.text[at : mark.start()])
            length += mark.start() - at
        at = mark.end()
    if at < len(passage.text):
        runs.append((length, at))
        kept.append(passage.text[at:])
    return ReadOut("".join(kept), tuple(runs))
