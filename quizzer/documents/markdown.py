"""Markdown as blocks: headings of both kinds, fenced code, lists, tables, pictures; everything to the letter."""

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from quizzer.core.passage import LONGEST, Role
from quizzer.documents.blocks import Block

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_PICTURE = re.compile(r"(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+")
_LONG = 1_000
"""Characters beyond which nobody means a rule or a picture."""
_GAP = 100
"""Blank lines after which nothing goes on."""
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a clean text."""
    for lines, is_code in _groups(StringIO(_without_front_matter(text), newline="\n")):
        heading = None if is_code else _HEADING.match(lines[0])
        if heading:
            title = (heading[2] or "").rstrip(" \t").rstrip("#").rstrip(" \t")
            yield Block(title, len(heading[1]))
        elif len(lines) == 2 and (under := _UNDERLINE.match(lines[1])) and not _ITEM.match(lines[0]):
            yield Block(lines[0].strip(), 1 if "=" in under[1] else 2)
        elif len(lines) > 1 or len(lines[0]) > _LONG or not _RULE.match(lines[0]):
            yield Block("\n".join(lines), role=Role.CODE if is_code else _role(lines), markdown=True)


def _without_front_matter(text: str) -> str:
    if not text.startswith("---\n"):
        return text
    end = text.find("\n---\n", 3)
    return text if end < 0 else text[end + 5 :]


def _groups(lines: Iterable[str]) -> Iterator[tuple[list[str], bool]]:
    """Lines that belong together, and whether they are code: headings alone, a list with the sentence before it.

    What is long beyond any passage is cut between lines, since it will be cut anyhow.
    """
    group: list[str] = []
    gap: list[str] = []
    listed = False
    fence = ""
    length = 0
    for line in (raw.rstrip("\n") for raw in lines):
        mark = _FENCE.match(line)
        is_blank = not line.strip() or (line.startswith("<!--") and line.rstrip().endswith("-->"))
        if is_blank and not fence and len(gap) < _GAP:
            gap.append(line)
        if is_blank and not fence:
            continue
        is_code = bool(fence)
        if group and (length > LONGEST or not (fence or _goes_on(group, listed, len(gap), line))):
            yield group, is_code
            group, length = [], 0
        elif group:
            group += gap
        gap = []
        group.append(line)
        length += len(line) + 1
        if not fence:
            listed = bool(_ITEM.match(line)) or (listed and len(group) > 1)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
            if not fence and not listed:
                yield group, True
                group, length = [], 0
    if group:
        yield group, bool(fence)


def _goes_on(group: list[str], listed: bool, gap: int, line: str) -> bool:
    """Whether a line belongs to the lines before it."""
    if gap == _GAP or _HEADING.match(line) or _HEADING.match(group[-1]):
        return False
    if not gap and _FENCE.match(line):
        return listed
    if not gap:
        return len(group) > 1 or not _UNDERLINE.match(group[-1])
    if _FENCE.match(line) or _ITEM.match(line):
        return listed or group[-1].rstrip().endswith(":")
    return listed and line.startswith(("  ", "\t"))


def _role(lines: list[str]) -> Role:
    if _FENCE.match(lines[0]):
        return Role.CODE
    if any(_ITEM.match(line) for line in lines):
        return Role.LIST
    if all(line.lstrip().startswith("|") for line in lines):
        return Role.TABLE
    text = "\n".join(lines)
    if len(text) <= _LONG and _PICTURE.fullmatch(text):
        return Role.CAPTION
    return Role.TEXT
