"""Light Markdown, read into values: paragraphs, list items, fenced code; bold, italic, code.

Anything unclosed or unknown is plain text: links, HTML and `[tags]` are what they look like. There is no
emphasis inside words (`2*3*4`, `snake_case`), and none with underscores. Line breaks inside a paragraph are
kept, since people write verse. Reading takes time in proportion to the text, whatever it holds. Styles within
a line are core.inline's matter.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.inline import Range, Span, spans, verbatim

__all__ = ["Block", "BlockKind", "Range", "Span", "blocks", "plain", "plain_text"]


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "para"
    ITEM = "item"
    CODE = "code"


class Block(NamedTuple):
    """A paragraph, one item of a list, or fenced code; line breaks inside are line feeds in the spans."""

    kind: BlockKind
    spans: tuple[Span, ...]
    language: str = ""
    """The word after the fence of code, as written."""
    marker: str = ""
    """`-` or `1.`, as written, for an item."""
    depth: int = 0
    """How deep an item is nested, from 0; two spaces make a level."""
    gap: bool = False
    """Whether an empty line stands before it."""

    @property
    def text(self) -> str:
        """Its text without markup."""
        return "".join(span.text for span in self.spans)


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_FENCE = re.compile(r" {0,8}(`{3,}) ?([\w+#.-]{0,30}) *\Z")
_ITEM = re.compile(r"( *)(-|\d{1,3}[.)]) +(?=\S)")


def blocks(text: str, marks: Iterable[Range] = ()) -> tuple[Block, ...]:
    """The text's blocks, in order.

    Args:
        text: clean text.
        marks: ranges of the text, in order and apart, whose spans shall say so: the holes of a cloze.
    """
    return tuple(_Reader(text, tuple(marks)).read())


def plain_text(read: Iterable[Block]) -> str:
    """What blocks say, without markup: every letter, the markers of lists, the line breaks."""
    lines: list[str] = []
    for block in read:
        if lines and block.gap:
            lines.append("")
        lead = f"{'  ' * block.depth}{block.marker} " if block.kind is BlockKind.ITEM else ""
        lines.append(lead + block.text.replace("\n", "\n" + " " * len(lead)))
    return "\n".join(lines)


def plain(text: str) -> str:
    """The text without its markup, for a log, a table or a comparison.

    >>> plain("Led by **Isa Qassim** (`since` 2016) * 2")
    'Led by Isa Qassim (since 2016) * 2'
    """
    signs = "*" in text or "`" in text or "\n" in text
    return plain_text(blocks(text)) if signs else text


class _Reader:
    """Goes through the lines once, ahead only."""

    def __init__(self, text: str, marks: tuple[Range, ...]) -> None:
        self.text = text
        self.marks = marks
        self.lines = tuple(_lines(text))
        self.fences = _closable(self.lines)

    def read(self) -> Iterator[Block]:
        at, gap = 0, False
        while at < len(self.lines):
            line = self.lines[at]
            if not line.text.strip():
                gap, at = True, at + 1
                continue
            if at in self.fences:
                block, at = self.code(at, self.fences[at])
            elif item := _ITEM.match(line.text):
                block, at = self.item(at, item)
            else:
                block, at = self.paragraph(at)
            yield block._replace(gap=gap)
            gap = False

    def code(self, at: int, length: int) -> tuple[Block, int]:
        end = at + 1
        while not _closes(self.lines[end].text, length):
            end += 1
        opening = _FENCE.match(self.lines[at].text)
        language = opening[2] if opening else ""
        start = self.lines[at].end + 1
        inside = verbatim(self.text, (start, max(start, self.lines[end].start - 1)), self.marks)
        return Block(BlockKind.CODE, inside, language), end + 1

    def item(self, at: int, item: re.Match[str]) -> tuple[Block, int]:
        indent = len(item[1])
        end = at + 1
        while self.goes_on(end) and self.lines[end].text.startswith(" " * (indent + 2)):
            end += 1
        where = (self.lines[at].start + item.end(), self.lines[end - 1].end)
        inside = tuple(
            span._replace(text=re.sub(r"\n +", "\n", span.text)) for span in spans(self.text, where, self.marks)
        )
        return Block(BlockKind.ITEM, inside, marker=item[2], depth=indent // 2), end

    def paragraph(self, at: int) -> tuple[Block, int]:
        end = at + 1
        while self.goes_on(end):
            end += 1
        where = (self.lines[at].start, self.lines[end - 1].end)
        return Block(BlockKind.PARAGRAPH, spans(self.text, where, self.marks)), end

    def goes_on(self, at: int) -> bool:
        if at >= len(self.lines) or at in self.fences:
            return False
        text = self.lines[at].text
        return bool(text.strip()) and not _ITEM.match(text)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(line, start)
        start += len(line) + 1


def _closable(lines: tuple[_Line, ...]) -> dict[int, int]:
    """The lines that may open code since one that closes it comes later, and the length of their fences.

    Found from the end, so that a thousand openings without a close cost one look each.
    """
    found: dict[int, int] = {}
    longest = 0
    for at in range(len(lines) - 1, -1, -1):
        fence = _FENCE.match(lines[at].text)
        if not fence:
            continue
        if len(fence[1]) <= longest:
            found[at] = len(fence[1])
        if not fence[2]:
            longest = max(longest, len(fence[1]))
    return found


def _closes(text: str, length: int) -> bool:
    fence = _FENCE.match(text)
    return bool(fence and not fence[2] and len(fence[1]) >= length)
