"""A text or Markdown document as numbered passages, and quotes found again in them.

With headings, the text under each heading is one passage; without, each paragraph is. A heading that begins with a
number (`## 4. The coup`) gives its passage that number; where there are such, other passages have none.
"""

import re
from typing import NamedTuple

_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")
_NUMBER = re.compile(r"(\d{1,6})[.)]?[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(```|~~~)")


class Passage(NamedTuple):
    """A numbered block of a document."""

    number: str
    heading: str
    """The heading it stands under, without its number; empty for none."""
    text: str


class Range(NamedTuple):
    """Where a quote stands, as positions in a passage's text."""

    start: int
    end: int


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a document, in order. A blank document has none."""
    sections = _sections(text)
    if len(sections) == 1 and not sections[0][0]:
        blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", sections[0][1])]
        return tuple(Passage(str(n), "", block) for n, block in enumerate((b for b in blocks if b.strip()), 1))
    filled = [(_NUMBER.match(heading), heading, body.strip("\n")) for heading, body in sections if body.strip()]
    counted = not any(numbered for numbered, _, _ in filled)
    return tuple(
        Passage(numbered[1], heading[numbered.end() :], body)
        if numbered
        else Passage(str(n) if counted else "", heading, body)
        for n, (numbered, heading, body) in enumerate(filled, 1)
    )


def _sections(text: str) -> list[tuple[str, str]]:
    sections: list[tuple[str, list[str]]] = [("", [])]
    fence = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.match(line)
        if heading:
            sections.append((heading[1].rstrip(" \t").rstrip("#").rstrip(" \t"), []))
        else:
            sections[-1][1].append(line)
    return [(title, "\n".join(lines)) for title, lines in sections if title or any(line.strip() for line in lines)] or [
        ("", "")
    ]


def find_quote(quote: str, text: str) -> Range | None:
    """Where a quote stands in a text: to the letter, or with other white space."""
    wanted = quote.strip()
    if not wanted:
        return None
    start = text.find(wanted)
    if start >= 0:
        return Range(start, start + len(wanted))
    words = r"\s+".join(re.escape(word) for word in wanted.split())
    found = re.search(words, text)
    return Range(*found.span()) if found else None


def find_passage(document: tuple[Passage, ...], number: str, quote: str) -> tuple[Passage, Range | None] | None:
    """The passage that a note names, with its quote in it; else the first passage that holds the quote.

    Args:
        document: the passages.
        number: as the note names it; may be empty.
        quote: the note's quote; may be empty.
    """
    named = next((passage for passage in document if number and passage.number == number), None)
    if named is not None:
        return named, find_quote(quote, named.text)
    for passage in document:
        place = find_quote(quote, passage.text)
        if place is not None:
            return passage, place
    return None
