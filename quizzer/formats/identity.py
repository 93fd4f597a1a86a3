"""Ids of decks, notes and holes: the names that a card's history hangs on.

An id is NFC and case-folded, of letters (with their marks), digits and `-_.`; other runs become `-`, and are dropped at
the ends. Changing anything here takes people's history away: do not.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b
from unicodedata import category, normalize

MAX_ID = 100
"""Characters of an id."""

_WRITTEN_HASH = re.compile(r"~[0-9a-f]{12}").fullmatch
_PLAIN = re.compile(r"[._-]*[0-9a-z][0-9a-z._-]*").fullmatch


def normal_id(text: str) -> str:
    """The id that a text stands for; empty where it holds no letter or digit.

    >>> normal_id("Île de la Cité!"), normal_id("paris_2.b"), normal_id("?")
    ('île-de-la-cité', 'paris_2.b', '')
    """
    if _PLAIN(text):
        return text
    text = normalize("NFC", normalize("NFC", text).casefold())
    text = "".join(char if _belongs(char) else " " for char in text)
    text = "-".join(text.split())
    return text if any(map(str.isalnum, text)) else ""


def is_note_hash(text: str) -> bool:
    """Whether a text is what a note without id is called; written as its id, it keeps its history when it is changed.

    >>> is_note_hash(note_hash("Capital of France?", ["Paris"]))
    True
    """
    return bool(_WRITTEN_HASH(text))


def _belongs(char: str) -> bool:
    return char in "-_." or char.isalnum() or category(char)[0] == "M"


def note_hash(asks: str, solution: Iterable[str]) -> str:
    """The id of a note without one: `~` and a hash of what it asks and its solution, however they are wrapped."""
    words = "\x1f".join(" ".join(text.split()) for text in (asks, *solution))
    return "~" + blake2b(words.encode(), digest_size=6).hexdigest()


def hole_hash(words: str, occurrence: int) -> str:
    """The group of a hole without number: a hash of its words, single-spaced, and which of several alike (from 1)."""
    if occurrence > 1:
        words += f"\x1f{occurrence}"
    return blake2b(words.encode(), digest_size=4).hexdigest()
