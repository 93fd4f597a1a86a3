"""What `check --fix` writes: decks brought up to date with their documents. First the changes, then the writing."""

from collections.abc import Iterable
from typing import NamedTuple

from quizzer.collection.documents import Progress
from quizzer.collection.editing import Change, DeckFile, SetKeys, SetSource, edit, open_deck
from quizzer.collection.verifying import Amendment, verify
from quizzer.core.cards import Deck


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


def planned(path: str, progress: Progress | None = None) -> Mending | None:
    """What is to be written to a deck file; None where nothing is.

    Raises:
        DeckNotFound, DiskRefused: the file cannot be read.
    """
    file = open_deck(path)
    amendments = tuple(verify(file.deck, progress).amendments) if file.deck else ()
    return Mending(file, amendments) if amendments else None


def _changes(deck: Deck, amendments: Iterable[Amendment]) -> list[Change]:
    sources = {note.id: note.source for note in deck.notes}
    changes: list[Change] = []
    for amendment in amendments:
        if amendment.key == "sha256":
            changes.append(SetSource(amendment.source, {"sha256": amendment.new}))
        elif amendment.key == "quote":
            changes.append(SetKeys(amendment.note, {"quote": amendment.new}))
        else:
            source = sources[amendment.note]
            place = {"doc": amendment.source, "passage": amendment.new}
            if source and source.page:
                place["page"] = source.page
            changes.append(SetKeys(amendment.note, {"source": place}))
    return changes
