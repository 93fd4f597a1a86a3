"""Where a card's answer comes from: the passage of its source document, with the quote marked.

A document is looked for only in the folder of the deck that names it, and below: a stranger's deck must not show
other files.
"""

import os
from functools import lru_cache
from typing import NamedTuple

from quizzer.core.cards import DeckSource, Note
from quizzer.core.text import clean
from quizzer.documents.passages import Passage, find_passage, passages

LARGEST = 16_000_000
"""Bytes of a document that is still opened."""
TEXTS = (".md", ".markdown", ".txt", ".text")


class PassageView(NamedTuple):
    """A passage as it is shown."""

    title: str
    """Of the source."""
    place: str
    """Such as `passage 3, page 12`; empty where nothing is known."""
    heading: str
    text: str
    marks: tuple[tuple[int, int], ...]
    """Where the quoted words stand in `text`."""
    note: str = ""
    """What a person should know: the document is missing, or the quote is not in it."""


def passage_of(note: Note, sources: list[DeckSource], folder: str) -> PassageView | None:
    """The passage behind a note, or None where the note names no source and has no quote."""
    source = next((one for one in sources if note.source and one.name == note.source.doc), None)
    if source is None and not note.quote:
        return None
    title = (source.title or source.name) if source else ""
    place = _place(note)
    quoted = PassageView(title, place, "", note.quote.strip(), ((0, len(note.quote.strip())),) if note.quote else ())
    if source is None or not source.file:
        return quoted._replace(note="" if note.quote else "This card names a source, but quotes nothing of it.")
    document = _document(os.path.join(folder, source.file), folder)
    if document is None:
        return quoted._replace(
            note=f"{clean(source.file)} is not beside the deck, or not a text: this is its quote only."
        )
    found = find_passage(document, note.source.passage if note.source else "", note.quote)
    if found is None and not note.quote:
        return quoted._replace(note=f"This card names {clean(source.file)}, but no passage of it.")
    if found is None:
        return quoted._replace(note=f"The quote does not stand in {clean(source.file)} any more.")
    passage, range_ = found
    if note.source and note.source.passage != passage.number:
        place = f"passage {passage.number}" if passage.number else ""
    missing = "" if range_ or not note.quote else "The quoted words do not stand in this passage any more."
    return PassageView(
        title,
        place,
        passage.heading,
        passage.text,
        ((range_.start, range_.end),) if range_ else (),
        missing,
    )


def _document(path: str, folder: str) -> tuple[Passage, ...] | None:
    try:
        stat = os.stat(path)
    except (OSError, ValueError):
        return None
    return _passages(path, folder, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1)  # a sitting mostly asks from one document, at every reveal
def _passages(path: str, folder: str, mtime_ns: int, size: int) -> tuple[Passage, ...] | None:
    text = text_of(path, folder)
    return None if text is None else passages(text)


def _place(note: Note) -> str:
    if note.source is None:
        return ""
    passage = f"passage {note.source.passage}" if note.source.passage else ""
    page = f"page {note.source.page}" if note.source.page else ""
    return ", ".join(part for part in (passage, page) if part)


def is_within(path: str, folder: str) -> bool:
    """Whether a path, with its links followed, leads into a folder."""
    real, around = os.path.realpath(path), os.path.realpath(folder)
    try:
        return os.path.commonpath([real, around]) == around
    except ValueError:  # on another drive
        return False


def text_of(path: str, folder: str) -> str | None:
    """The clean text of a document in the folder; None where there is none, or it is no text of a sane size."""
    real = os.path.realpath(path)
    if not is_within(path, folder):
        return None
    if not real.lower().endswith(TEXTS) or not os.path.isfile(real) or os.path.getsize(real) > LARGEST:
        return None
    try:
        with open(real, "rb") as file:
            return clean(file.read().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
