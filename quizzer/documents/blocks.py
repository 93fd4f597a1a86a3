"""What readers make of a document: blocks in order; and how blocks become numbered passages.

Headings that begin with a number (`4. The coup`) number what stands under them, where most headings do so and each
number comes once: then a section is one passage, and a long one `4-1`, `4-2` and so on, block by block. In all other
documents each block is a passage, counted from 1. Boilerplate is never counted, so that a menu more or less moves
nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizzer.core.passage import LONGEST, Passage, Role
from quizzer.core.text import one_line
from quizzer.documents.refusal import Refusal

SECTION = 2_000
"""Characters of a numbered section that is still one passage."""
MANY = 200_000
"""Blocks of a document at most; a long book has some ten thousand."""
TOO_MANY = f"it falls into more than {MANY:,} paragraphs: split it"
_NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,3}){0,4})[.)]?[ \t]+(?=\S)")
_HEADING = 200
# fmt: off
_ASIDES = frozenset((
    "references", "bibliography", "sources", "citations", "footnotes", "endnotes", "index", "contents",
    "external links", "further reading", "see also", "table of contents", "works cited",
    "einzelnachweise", "literatur", "weblinks", "quellen", "inhaltsverzeichnis", "inhalt", "siehe auch",
    "références", "bibliographie", "sommaire", "voir aussi", "bibliografía", "referencias", "bibliografia", "índice",
))
# fmt: on
"""Headings under which nothing is asked about."""


class Block(NamedTuple):
    """A heading (`level` 1 to 6), or a block of text (`level` 0)."""

    text: str
    level: int = 0
    page: int = 0
    role: Role = Role.TEXT
    markdown: bool = False


class _Section(NamedTuple):
    heading: str
    trail: tuple[str, ...]
    blocks: list[Block]


def number(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The passages of a document, from its blocks in order."""
    sections = _sections(blocks)
    filled = [section for section in sections if section.blocks]
    numbered = [found[1] for section in filled if (found := _NUMBER.match(section.heading))]
    if len(set(numbered)) == len(numbered) >= max(1, min(2, len(filled))) and 2 * len(numbered) >= len(filled):
        return tuple(_by_headings(filled))
    return tuple(_counted(filled))


def bounded(blocks: Iterable[Block], longest: int) -> list[Block]:
    """All blocks, as long as they are not too many, nor their text too long.

    Raises:
        Refusal: they are.
    """
    made: list[Block] = []
    length = 0
    for block in blocks:
        length += len(block.text)
        if len(made) == MANY:
            raise Refusal(TOO_MANY)
        if length > longest:
            raise Refusal(f"it holds more than {longest // 1_000_000} MB of text: split it")
        made.append(block)
    return made


def led_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each list together with the sentence that leads to it."""
    before: Block | None = None
    for block in blocks:
        if block.role is Role.LIST and before and before.role is Role.TEXT and before.text.endswith(":"):
            block = block._replace(text=f"{before.text}\n\n{block.text}", page=before.page)
        elif before:
            yield before
        before = block
    if before:
        yield before


def bare(heading: str) -> str:
    """A heading without its number."""
    found = _NUMBER.match(heading)
    return heading[found.end() :] if found else heading


def _sections(blocks: Iterable[Block]) -> list[_Section]:
    sections = [_Section("", (), [])]
    above: list[tuple[int, str]] = []
    for block in blocks:
        if not block.level:
            sections[-1].blocks.extend(_cut(block))
            continue
        heading = one_line(block.text[: 4 * _HEADING])[:_HEADING]
        above = [(level, title) for level, title in above if level < block.level] + [(block.level, heading)]
        sections.append(_Section(heading, tuple(bare(title) for _, title in above), []))
    return sections


def _cut(block: Block) -> Iterator[Block]:
    """A block too long for a passage, cut between sentences, else between words, else anywhere."""
    text = block.text
    if len(text) <= LONGEST:
        yield block
        return
    start = 0
    while len(text) - start > LONGEST:
        end = _end(text, start, block.role is not Role.TEXT)
        if text[start:end].strip():
            yield block._replace(text=text[start:end].strip())
        start = end
    if text[start:].strip():
        yield block._replace(text=text[start:].strip())


def _end(text: str, start: int, has_lines: bool) -> int:
    """Where a part that begins at a place and is not too long best ends."""
    ways = [(". ", ".\n", "? ", "! "), (" ", "\n")]
    for signs in [("\n",), *ways] if has_lines else ways:
        end = max(text.rfind(sign, start + 1, start + LONGEST) + len(sign) - 1 for sign in signs)
        if end > start + LONGEST // 2:
            return end
    return start + LONGEST


def _is_aside(section: _Section) -> bool:
    return any(title.casefold().strip(" .:") in _ASIDES for title in section.trail)


def _passage(section: _Section, block: Block, number: str) -> Passage:
    role = Role.BOILERPLATE if _is_aside(section) else block.role
    return Passage(number, section.trail, block.text, block.page, role, block.markdown)


def _by_headings(sections: list[_Section]) -> Iterator[Passage]:
    for section in sections:
        found = _NUMBER.match(section.heading)
        name = found[1] if found else ""
        text = "\n\n".join(block.text for block in section.blocks)
        if name and (len(text) <= SECTION or len(section.blocks) == 1):
            yield _passage(section, section.blocks[0]._replace(text=text, role=_role(section.blocks)), name)
        else:
            for at, block in enumerate(section.blocks, 1):
                yield _passage(section, block, f"{name}-{at}" if name else "")


def _role(blocks: list[Block]) -> Role:
    roles = {block.role for block in blocks}
    return blocks[0].role if len(roles) == 1 else Role.TEXT


def _counted(sections: list[_Section]) -> Iterator[Passage]:
    count = 0
    for section in sections:
        for block in section.blocks:
            passage = _passage(section, block, "")
            if passage.role is Role.BOILERPLATE:
                yield passage
            else:
                count += 1
                yield passage._replace(number=str(count))
