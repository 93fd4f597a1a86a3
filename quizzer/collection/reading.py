"""Where a card's answer comes from: the passage of its source document, with the quote marked.

A document is looked for only in the folder of the deck that names it, and below: a stranger's deck must not show
other files.
"""

import os
from functools import lru_cache
from typing import NamedTuple

from quizzer.collection.documents import is_within, read_document
from quizzer.core.cards import DeckSource, Note
from quizzer.core.passage import Document
from quizzer.core.text import clean
from quizzer.documents.quotes import find_passage
from quizzer.errors import DocumentUnreadable


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
    found = find_passage(document.passages, note.source.passage if note.source else "", note.quote)
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
        (range_,) if range_ else (),
        missing,
    )


def _document(path: str, folder: str) -> Document | None:
    try:
        stat = os.stat(path)
    except (OSError, ValueError):
        return None
    return _read(path, folder, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1)  # a sitting mostly asks from one document, at every reveal
def _read(path: str, folder: str, mtime_ns: int, size: int) -> Document | None:
    return document_beside(path, folder)


def document_beside(path: str, folder: str) -> Document | None:
    """A document in a deck's folder or below; None where there is none, or it cannot be read."""
    if not is_within(path, folder):
        return None
    try:
        return read_document(path)
    except DocumentUnreadable:
        return None


def _place(note: Note) -> str:
    if note.source is None:
        return ""
    passage = f"passage {note.source.passage}" if note.source.passage else ""
    page = f"page {note.source.page}" if note.source.page else ""
    return ", ".join(part for part in (passage, page) if part)
