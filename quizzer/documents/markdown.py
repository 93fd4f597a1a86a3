"""Markdown as blocks: headings of both kinds, fenced code, lists, tables, pictures; everything to the letter."""

import re
from collections.abc import Iterator

from quizzer.core.passage import Role
from quizzer.documents.blocks import Block

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_PICTURE = re.compile(r"(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a clean text."""
    for lines in _groups(_without_front_matter(text).split("\n")):
        heading = _HEADING.match(lines[0])
        if heading:
            title = (heading[2] or "").rstrip(" \t").rstrip("#").rstrip(" \t")
            yield Block(title, len(heading[1]))
        elif len(lines) == 2 and (under := _UNDERLINE.match(lines[1])) and not _ITEM.match(lines[0]):
            yield Block(lines[0].strip(), 1 if "=" in under[1] else 2)
        elif not _RULE.match("".join(lines)):
            yield Block("\n".join(lines), role=_role(lines), markdown=True)


def _without_front_matter(text: str) -> str:
    if not text.startswith("---\n"):
        return text
    end = text.find("\n---\n", 3)
    return text if end < 0 else text[end + 5 :]


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Lines that belong together: headings alone, code whole, the items of a list with the sentence before them."""
    group: list[str] = []
    gap: list[str] = []
    listed = False
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            group.append(line)
            if mark and mark[1] == fence:
                fence = ""
            continue
        if not line.strip():
            gap.append(line)
            continue
        if group and not _goes_on(group, listed, bool(gap), line):
            yield group
            group = []
        elif group:
            group += gap
        gap = []
        group.append(line)
        listed = bool(_ITEM.match(line)) or (listed and len(group) > 1)
        fence = mark[1] if mark else ""
    if group:
        yield group


def _goes_on(group: list[str], listed: bool, gap: bool, line: str) -> bool:
    """Whether a line belongs to the lines before it."""
    if _HEADING.match(line) or _HEADING.match(group[-1]):
        return False
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
    if _PICTURE.fullmatch("\n".join(lines)):
        return Role.CAPTION
    return Role.TEXT
