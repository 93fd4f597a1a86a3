"""A cloze's text in pieces: `{{text}}`, `{{text::hint}}`, `{{c1::text::hint}}`, or plain text and words to hide.

`\\{{` and `\\::` are literal. A hole ends at the last `}}` of a run of braces, so that `{{\\frac{a}{b}}}` is whole.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quizzer.core.cards import Hole
from quizzer.formats.findings import shown
from quizzer.formats.identity import hole_hash

Pieces = tuple[str | Hole, ...]

_OPEN = re.compile(r"\\\{\{|(\{\{)")
_SIMPLE = re.compile(r"\{\{([^{}]*)\}\}(?!\})")
"""A hole without braces in it: most are."""
_CLOSE = re.compile(r"\}\}+")
_PART = re.compile(r"(?<!\\)::")
_GROUP = re.compile(r"c([0-9]{1,3})")


class ClozeFault(NamedTuple):
    """Why a text is no cloze: a problem's code and message, and the words of the text that it is about."""

    code: str
    message: str
    words: str
    hint: str


class _Groups:
    """Groups of holes without number, told apart by their text and occurrence."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def next(self, text: str) -> str:
        words = " ".join(text.split())
        self._seen[words] = self._seen.get(words, 0) + 1
        return hole_hash(words, self._seen[words])


def read_holes(text: str) -> Pieces | ClozeFault:
    """The pieces of a text with `{{holes}}`, in reading order."""
    parts = _SIMPLE.split(text) if "\\" not in text else []
    if len(parts) > 1 and text.count("{{") == len(parts) // 2:
        return _simple(parts)
    pieces: list[str | Hole] = []
    groups = _Groups()
    start = 0
    while (at := _opening(text, start, len(text))) >= 0:
        close = _CLOSE.search(text, at + 2)
        if close is None or _opening(text, at + 2, close.start()) >= 0:
            return _unfinished(text, at, nested=close is not None)
        hole = _hole(text[at + 2 : close.end() - 2], groups)
        if isinstance(hole, ClozeFault):
            return hole
        if at > start:
            pieces.append(_literal(text[start:at]))
        pieces.append(hole)
        start = close.end()
    if not pieces:
        hint = "put what to hide in double braces, {{like this}}, or under `hide:`"
        return ClozeFault("no-hole", "this cloze hides nothing", "", hint)
    if start < len(text):
        pieces.append(_literal(text[start:]))
    return tuple(pieces)


def _simple(parts: list[str]) -> Pieces | ClozeFault:
    """The pieces of a text without escapes and with plain holes: text and hole in turn."""
    pieces: list[str | Hole] = []
    groups = _Groups()
    for place, part in enumerate(parts):
        if place % 2 == 0:
            if part:
                pieces.append(part)
            continue
        hole = _hole(part, groups)
        if isinstance(hole, ClozeFault):
            return hole
        pieces.append(hole)
    return tuple(pieces)


def _opening(text: str, start: int, end: int) -> int:
    """Where the next `{{` stands that is not escaped; -1: nowhere."""
    return next((found.start() for found in _OPEN.finditer(text, start, end) if found[1]), -1)


def _unfinished(text: str, at: int, nested: bool) -> ClozeFault:
    words = text[at : at + 12].split("\n")[0]
    if nested:
        return ClozeFault(
            "nested-hole",
            "a hole begins inside this one",
            words,
            "holes stand side by side; for braces that are text write \\{{",
        )
    return ClozeFault(
        "unclosed-hole",
        "this hole does not end",
        words,
        "end it with }}; for braces that are text write \\{{",
    )


def _hole(content: str, groups: _Groups) -> Hole | ClozeFault:
    if "::" not in content and "\\" not in content and (text := content.strip()):
        return Hole(text, groups.next(text))
    parts = _PART.split(content) if "\\" in content else content.split("::")
    number = _GROUP.fullmatch(parts[0].strip()) if len(parts) > 1 else None
    if number:
        del parts[0]
    if len(parts) > 2:
        return ClozeFault(
            "hole-parts",
            "a hole has a text and one hint",
            "{{" + content.split("\n")[0],
            "for colons that are text write \\::",
        )
    text = _literal(parts[0].strip())
    if not text:
        return ClozeFault(
            "empty-hole",
            "this hole holds no text",
            "{{" + content,
            "write the hidden words between {{ and }}",
        )
    hint = _literal(parts[1].strip()) if len(parts) == 2 else ""
    return Hole(text, str(int(number[1])) if number else groups.next(text), hint)


def _literal(text: str) -> str:
    return text.replace("\\{{", "{{").replace("\\::", "::") if "\\" in text else text


def hide_words(text: str, hidden: Iterable[str]) -> Pieces | ClozeFault:
    """The pieces of a plain text in which some words are hidden, wherever they stand: one card for each."""
    spans: list[tuple[int, int]] = []
    taken = bytearray(len(text))
    for words in sorted(set(hidden), key=lambda words: (-len(words), words)):
        found = [(start, end) for start, end in _places(text, words) if not any(taken[start:end])]
        if not found:
            return ClozeFault(
                "hide-not-found",
                f"“{shown(words)}” does not stand in the cloze",
                words,
                "write it as the cloze does",
            )
        for start, end in found:
            taken[start:end] = b"\x01" * (end - start)
        spans += found
    pieces: list[str | Hole] = []
    start = 0
    for begin, end in sorted(spans):
        if begin > start:
            pieces.append(text[start:begin])
        pieces.append(Hole(text[begin:end], hole_hash(" ".join(text[begin:end].split()), 1)))
        start = end
    if start < len(text):
        pieces.append(text[start:])
    return tuple(pieces)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand as whole words; in scripts without spaces, or failing that, anywhere."""
    anywhere = [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    whole = [
        (start, end)
        for start, end in anywhere
        if not (words[0].isalnum() and start and text[start - 1].isalnum())
        and not (words[-1].isalnum() and text[end : end + 1].isalnum())
    ]
    return whole or anywhere
