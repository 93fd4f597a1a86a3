"""Where a card's answer comes from: the passage of its source document, with the quote marked.

A document is looked for only in the folder of the deck that names it, and below: a stranger's deck must not show
other files. One that takes long to read is read only when it is asked for, and then kept.
"""

import os
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from quizzer.collection.documents import QUICK, Progress, is_within, read_document
from quizzer.core.cards import DeckSource, Note
from quizzer.core.text import clean
from quizzer.documents.quotes import Change, Finder
from quizzer.errors import DocumentUnreadable

SMALL = 400_000
"""Bytes of a text that is read in no time."""
KEPT = 3
"""Documents kept in memory; a sitting mostly asks from one, at every reveal."""


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
    opens: "Opening | None" = None
    """What reads the document, where that is still to be done, since it may take long; until then the rest is what the
    note says. It needs nothing but files, so that a thread may do it."""


Opening: TypeAlias = Callable[[Progress | None], PassageView | None]

_finders: dict[tuple[str, int, int], Finder] = {}


def passage_of(
    note: Note, sources: list[DeckSource], folder: str, wait: bool = True, progress: Progress | None = None
) -> PassageView | None:
    """The passage behind a note, or None where the note names no source and has no quote.

    Args:
        note: the note.
        sources: its deck's.
        folder: its deck's.
        wait: whether to read a document that may take long.
        progress: told of the parts of a document that are read.
    """
    source = next((one for one in sources if note.source and one.name == note.source.doc), None)
    if source is None and not note.quote:
        return None
    title = (source.title or source.name) if source else ""
    page = f"page {note.source.page}" if note.source and note.source.page else ""
    number = note.source.passage if note.source else ""
    quote = note.quote.strip()
    quoted = PassageView(title, _place(number, page), "", quote, ((0, len(quote)),) if quote else ())
    if source is None or not source.file:
        return quoted._replace(note="" if quote else "This card names a source, but quotes nothing of it.")
    try:
        finder = _finder(os.path.join(folder, source.file), folder, wait, progress)
    except DocumentUnreadable as error:
        return quoted._replace(note=f"{_why(error, folder)} This is the quote only." if quote else _why(error, folder))
    if finder is None:
        return quoted._replace(opens=lambda told: passage_of(note, sources, folder, True, told))
    return _found(finder, number, quoted, page, clean(source.file))


def _found(finder: Finder, number: str, quoted: PassageView, page: str, file: str) -> PassageView:
    """The passage that a document has for a quote, else for a number."""
    named = finder.named(number)
    found = finder.find(quoted.text, number)
    if found.change is Change.GONE and not named:
        if quoted.text:
            return quoted._replace(note=f"The quote does not stand in {file} any more.")
        return quoted._replace(note=f"This card names {file}, but no passage of it.")
    shown = found.passages or named
    first = shown[0]
    view = PassageView(
        quoted.title,
        _place(number if first in named else first.number, page or (f"page {first.page}" if first.page else "")),
        " › ".join(first.trail),
        found.text or "\n\n".join(passage.text for passage in shown),
        (found.where,) if found.passages else (),
    )
    if found.change is Change.REWORDED:
        return view._replace(note="The document has changed: what is marked is closest to the quote.")
    if found.change is Change.GONE and quoted.text:
        return view._replace(note="The quoted words do not stand in this passage any more.")
    return view


def _finder(path: str, folder: str, wait: bool, progress: Progress | None) -> Finder | None:
    """What finds quotes in a document beside a deck; None where it is not read yet, and nobody waits for it."""
    if not is_within(path, folder):
        raise DocumentUnreadable(f"{clean(path)} lies outside the deck's folder, and is not opened.")
    try:
        stat = os.stat(path)
    except (OSError, ValueError):
        raise DocumentUnreadable(f"{clean(path)} is not there.") from None
    version = (path, stat.st_mtime_ns, stat.st_size)
    if version not in _finders:
        if not wait and (not path.lower().endswith(QUICK) or stat.st_size > SMALL):
            return None
        _finders[version] = Finder(read_document(path, progress=progress))
        while len(_finders) > KEPT:
            _finders.pop(next(iter(_finders)))
    return _finders[version]


def _why(error: DocumentUnreadable, folder: str) -> str:
    """Why a document cannot be read, with its name as the deck has it."""
    return str(error).replace(os.path.join(folder, ""), "", 1)


def _place(number: str, page: str) -> str:
    return ", ".join(part for part in (f"passage {number}" if number else "", page) if part)
