"""The note of a card opened in a person's editor: where it stands, and what came of it afterwards."""

import os
from contextlib import suppress

from quizzer.collection.deck_edits import DeckEdits
from quizzer.collection.editing import open_deck
from quizzer.collection.following import following
from quizzer.collection.library import Library
from quizzer.collection.placing import is_bundled
from quizzer.collection.shelf import Shelf
from quizzer.core.cards import Card, Note, split_id
from quizzer.core.problem import Problem, Severity
from quizzer.errors import BundledDeck, EditRefused, QuizzerError


class NoteOpening:
    """A note that is about to be edited where it stands.

    Raises:
        BundledDeck: its deck comes with quizzer, and `copy` was not asked for.
        EditRefused, DiskRefused: there is no file of it to open.
    """

    def __init__(self, shelf: Shelf, card: Card | None, copy: bool = False) -> None:
        self._shelf = shelf
        if card is None or card.deck not in shelf.paths:
            raise EditRefused("This card is in no deck any more, so there is nothing to edit.")
        self.card, self.note, self.line = card.id, card.note.id, card.note.line
        self.path = shelf.paths[card.deck]
        if is_bundled(self.path):
            if not copy:
                title = shelf.decks[card.deck].title if card.deck in shelf.decks else os.path.basename(self.path)
                raise BundledDeck(
                    f"{title} comes with quizzer and is not changed; with a copy among your own decks it can be."
                )
            self.path = DeckEdits(shelf).copy(self.path)
            shelf.reload()
        self._before = self._notes()
        self._known = {(one.code, one.message) for one in self._problems()}

    def returned(self) -> str:
        """Read the deck again; what keeps the card, or another note, from being asked as it is there now, or nothing.

        A note without `id` whose words have changed is still the same one, and its history goes with it.
        """
        self._shelf.reload()
        self._follow()
        if self._shelf.card(self.card) is None:
            self._find_note()
            self._follow()
        name = os.path.basename(self.path)
        if self._shelf.card(self.card) is not None:
            new = (one for one in self._problems() if (one.code, one.message) not in self._known)
            other = next(new, None)
            where = f"{name}:{other.line}:{other.column}: {other.message}" if other else ""
            return f"{where}. Another note is left out for that." if where else ""
        wrong = min(self._problems(), key=lambda one: (one.line < self.line, one.line), default=None)
        if wrong is not None:
            return f"{name}:{wrong.line}:{wrong.column}: {wrong.message}. The card stays as it was."
        return f"{name} does not hold this card any more: it stays as it was until you go on."

    def _follow(self) -> None:
        heirs = self._shelf.ledger.adoptions.heirs_among([self.card])
        self.card = heirs.get(self.card, self.card)

    def _find_note(self) -> None:
        """Have the history go to the note that this one is now, where it is plain which that is."""
        was = self._before.get(self.note)
        if was is None or not self.note.startswith("~") or self._problems():
            return
        new = [note for name, note in self._notes().items() if name not in self._before]
        if len(new) != 1:
            new = [note for note in new if note.line == self.line]
        ledger, deck = self._shelf.ledger, split_id(self.card)[0]
        facts = following(ledger, deck, [(was, note) for note in new], every=True)
        if facts:
            with suppress(QuizzerError):  # else the card stays as it was, and that is said
                ledger.record(facts)

    def _notes(self) -> dict[str, Note]:
        """The notes of the file."""
        deck = open_deck(self.path).deck
        return {note.id: note for note in deck.notes} if deck else {}

    def _problems(self) -> list[Problem]:
        found = Library((), self._shelf.ledger.cache).problems()
        return [one for one in found if one.path == self.path and one.severity is Severity.ERROR]
