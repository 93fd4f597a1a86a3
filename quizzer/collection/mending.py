"""What `check --fix` writes: decks brought up to date with their documents. First the changes, then the writing."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from quizzer.collection.advising import is_one_line
from quizzer.collection.documents import Progress
from quizzer.collection.editing import Change, DeckFile, SetKeys, SetSource, edit, open_deck
from quizzer.collection.verifying import Amendment, verify
from quizzer.core.cards import Deck, cards_of
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


def planned(
    path: str, progress: Progress | None = None, studied: Callable[[str], bool] = lambda _: False
) -> Mending | None:
    """What is to be written to a deck file; None where nothing is.

    Args:
        path: the file.
        progress: is told of the parts of long documents.
        studied: whether a card has a history, which hangs on its id: a note that has one keeps it.

    Raises:
        DeckNotFound, DiskRefused: the file cannot be read.
    """
    file = open_deck(path)
    if file.deck is None:
        return None
    amendments = (*verify(file.deck, progress).amendments, *_ids(file, file.deck, studied))
    return Mending(file, amendments) if amendments else None


def _ids(file: DeckFile, deck: Deck, studied: Callable[[str], bool]) -> Iterator[Amendment]:
    """Readable ids for the notes that have none; those on one line are meant to be short."""
    lines = re.split(r"\r\n|\r|\n", file.data.decode("utf-8-sig"))
    taken = {note.id for note in deck.notes}
    for note in deck.notes:
        has_history = any(studied(card.id) for card in cards_of(deck.id, note))
        if not note.id.startswith("~") or has_history or is_one_line(note, lines[note.line - 1]):
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
