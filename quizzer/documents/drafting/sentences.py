"""Blocks and sentences of a passage, as ranges of its text. Every step is linear in the text.

A block is a paragraph or a list item; code, tables and headings are none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizzer.documents.drafting.vocabulary import ABBREVIATIONS, MAY_END, MONTHS, OPENINGS

LONGEST = 600
"""Characters from which a run of text is no sentence."""

_ITEM = re.compile(r"[ \t]*(?:([-*+•–])|(\d{1,3})[.)])[ \t]+(?=\S)")
_MARKS = frozenset("`~-*+•–|#>[=<0123456789")
"""What begins a line that may be no plain one."""
_FENCE = re.compile(r" {0,3}(```|~~~)")
_SKIPPED = re.compile(r"[ \t]*(?:\||#{1,6}[ \t]|>|\[\^|={3,}|-{3,}|<)")
_END = re.compile(
    r"[.!?…。！？](?:(?<![。！？])[.!?…]*[\"'”’»)\]]{0,3}(?:\[\d{1,4}\]){0,9}(?=\s|$)|(?<=[。！？])[」』”）]?)"
)
_NEXT = re.compile(r"\s+(?:\[\d{1,4}\]\s*){0,9}[\"'“‘„«»(\[¿¡*_]{0,3}(\w*)")
_BEFORE = re.compile(r"[\w.]+\Z")
_LONG = re.compile(r"[^\W\d_]{8}\Z")
"""The end of a word that is too long for an abbreviation."""
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\Z")
_ORDINAL_BEFORE = re.compile(r"\b(?:am|im|vom|zum|beim|der|des|dem|den|das|die|seit|bis)\s\d{1,2}\Z", re.IGNORECASE)


class Block(NamedTuple):
    """A paragraph or an item of a list."""

    start: int
    end: int
    marker: str = ""
    """`-` or the number for an item."""


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs and items of a passage's text."""
    open_at, end, marker, fence = -1, 0, "", ""
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        bare = line.lstrip()
        if bare and not fence and bare[0] not in _MARKS and not bare[0].isdecimal():
            if open_at < 0:
                open_at, marker = start + len(line) - len(bare), ""
            end = start + len(line.rstrip())
            continue
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        item = None if fence or mark else _ITEM.match(line)
        if fence or mark or item or not line.strip() or _SKIPPED.match(line):
            if open_at >= 0:
                yield Block(open_at, end, marker)
            open_at = -1
        if item:
            open_at, marker = start + item.end(), item[2] or item[1]
        elif open_at < 0 and not (fence or mark or not line.strip() or _SKIPPED.match(line)):
            open_at, marker = start + len(line) - len(line.lstrip()), ""
        end = start + len(line.rstrip())
    if open_at >= 0:
        yield Block(open_at, end, marker)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of a block; its last need not be a whole one.

    >>> text = "Dr. Smith came on 9. November to the U.S. Senate. He spoke.[3] It rained"
    >>> [text[slice(*where)] for where in sentences(text, 0, len(text))]
    ['Dr. Smith came on 9. November to the U.S. Senate.', 'He spoke.[3]', 'It rained']
    """
    for found in _END.finditer(text, start, end):
        if found.end() < end and not _ends(text, start, found):
            continue
        yield start, found.end()
        start = found.end()
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    if found[0][0] in "。！？":
        return True
    following = _NEXT.match(text, found.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    if found[0][0] != "." or len(found[0]) > 1 or _LONG.search(text, max(start, found.start() - 8), found.start()):
        return True
    last = _BEFORE.search(text[max(start, found.start() - 12) : found.start()])
    token = last[0] if last else ""
    if len(token) == 1 and token.islower() and len(word) == 1:
        return False  # z. B.
    if (len(token) == 1 or "." in token) and _INITIALS.fullmatch(token + ".") and (len(token) > 1 or token.isupper()):
        return len(token) > 1 and word.casefold() in OPENINGS
    folded = token.casefold()
    if folded in ABBREVIATIONS:
        return False
    if folded in MAY_END:
        return word.casefold() in OPENINGS
    if token.isdecimal() and len(token) < 3:
        before = text[max(start, found.start() - 40) : found.start()]
        return not (word.casefold() in MONTHS or _ORDINAL_BEFORE.search(before))
    return True
