"""How far a document is asked about: which notes belong to which passage, and what that says of each."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.cards import Note
from quizzer.core.passage import Document, Passage
from quizzer.documents.quotes import Finder


class Coverage(StrEnum):
    """What is asked about a passage; the value is the word for it."""

    LEFT_OUT = "not asked about"
    """A caption, or what belongs to no text."""
    NOTHING = "nothing yet"
    DRAFTED = "drafts"
    ASKED = "asked"
    """By notes that were never studied."""
    WEAK = "weak"
    SOLID = "solid"


class Strength(NamedTuple):
    """How well the cards of a note are remembered."""

    recall: float
    """The mean probability that those of its cards that were seen are remembered now."""
    learning: bool
    """Whether one of them is still being learnt, or learnt again."""


WEAK_BELOW = 0.8
"""The mean recall below which a passage is weak."""


class Places:
    """Finds the passages of notes in one document; what was found is kept, since notes are looked up at every key."""

    def __init__(self, document: Document, source: str) -> None:
        self.document = document
        self.source = source
        """What the deck calls the document."""
        self._finder = Finder(document)
        self._index = {id(passage): at for at, passage in enumerate(document.passages)}
        self._known: dict[tuple[str, str], int | None] = {}

    def of(self, note: Note) -> int | None:
        """The index of the first passage that a note asks about; None where it is about none of this document."""
        if note.source is None or note.source.doc != self.source:
            return None
        key = (note.quote, note.source.passage)
        if key not in self._known:
            found = self._finder.find(*key).passages if note.quote else ()
            found = found or self._finder.named(note.source.passage)
            self._known[key] = self._index[id(found[0])] if found else None
        return self._known[key]

    def quote_stands(self, note: Note) -> bool:
        """Whether the quote of a note stands in the document, to the letter or nearly so."""
        return bool(note.quote and self._finder.find(note.quote, note.source.passage if note.source else "").passages)

    def grouped(self, notes: Iterable[Note]) -> dict[int, list[Note]]:
        """The notes of each passage, in the order of the deck."""
        found: dict[int, list[Note]] = {}
        for note in notes:
            if (at := self.of(note)) is not None:
                found.setdefault(at, []).append(note)
        return found


def coverage(passage: Passage, notes: Sequence[Note], strength: Callable[[Note], Strength | None]) -> Coverage:
    """What is asked about a passage.

    Args:
        passage: of a document.
        notes: those about it.
        strength: of a note's cards; None where none was ever studied.
    """
    asked = [note for note in notes if not note.draft]
    if asked:
        known = [found for note in asked if (found := strength(note)) is not None]
        if not known:
            return Coverage.ASKED
        recall = sum(found.recall for found in known) / len(known)
        weak = recall < WEAK_BELOW or any(found.learning for found in known)
        return Coverage.WEAK if weak else Coverage.SOLID
    if notes:
        return Coverage.DRAFTED
    return Coverage.NOTHING if passage.is_asked_about else Coverage.LEFT_OUT
