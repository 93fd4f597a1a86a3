"""What `check --fix` writes: decks brought up to date with their documents. First the changes, then the writing."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizzer.collection.advising import is_one_line
from quizzer.collection.documents import Progress
from quizzer.collection.editing import Change, DeckFile, SetKeys, SetSource, edit, open_deck
from quizzer.collection.verifying import Amendment, verify
from quizzer.core.cards import Deck, Note
from quizzer.formats.note_keys import fresh_id, keys_of


class Mending(NamedTuple):
    """What is to be written to a deck file."""

    file: DeckFile
    amendments: tuple[Amendment, ...]

    def write(self) -> None:
        """Write all of it, or nothing.

        Raises:
            DeckMoved: the file has changed since it was read.
            EditRefused: the text is written in a way that cannot be changed like that.
            DiskRefused: the file cannot be written.
        """
        edit(self.file, _changes(self.file.deck, self.amendments) if self.file.deck else [])

    @property
    def renamed(self) -> list[tuple[Note, Note]]:
        """The notes that get an id, as they were and as they are then."""
        ids = {one.note: one.new for one in self.amendments if one.key == "id"}
        notes = self.file.deck.notes if self.file.deck else ()
        return [(note, note._replace(id=ids[note.id])) for note in notes if note.id in ids]


def planned(path: str, progress: Progress | None = None) -> Mending | None:
    """What is to be written to a deck file; None where nothing is.

    Args:
        path: the file.
        progress: is told of the parts of long documents.

    Raises:
        DeckNotFound, DiskRefused: the file cannot be read.
    """
    file = open_deck(path)
    if file.deck is None:
        return None
    amendments = (*verify(file.deck, progress).amendments, *_ids(file, file.deck))
    return Mending(file, amendments) if amendments else None


def _ids(file: DeckFile, deck: Deck) -> Iterator[Amendment]:
    """Readable ids for the notes that have none; those on one line are meant to be short."""
    lines = re.split(r"\r\n|\r|\n", file.data.decode("utf-8-sig"))
    taken = {note.id for note in deck.notes}
    for note in deck.notes:
        if not note.id.startswith("~") or is_one_line(note, lines[note.line - 1]):
            continue
        new = fresh_id(keys_of(note), taken)
        taken.add(new)
        yield Amendment(note.line, "id", "", new, note.id)


def _changes(deck: Deck, amendments: Iterable[Amendment]) -> list[Change]:
    sources = {note.id: note.source for note in deck.notes}
    changes: list[Change] = []
    for amendment in sorted(amendments, key=lambda one: one.key == "id"):  # found by the id it has so far
        if amendment.key == "sha256":
            changes.append(SetSource(amendment.source, {"sha256": amendment.new}))
        elif amendment.key in ("quote", "id"):
            changes.append(SetKeys(amendment.note, {amendment.key: amendment.new}))
        else:
            source = sources[amendment.note]
            place = {"doc": amendment.source} | ({"passage": amendment.new} if amendment.new else {})
            if source and source.page:
                place["page"] = source.page
            changes.append(SetKeys(amendment.note, {"source": place}))
    return changes
