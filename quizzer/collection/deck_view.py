"""A deck as it is written: its notes by the passages of a document, how far each is asked about, and previews."""

from typing import NamedTuple

from quizzer.collection.coverage import Coverage, Places, Strength, coverage
from quizzer.collection.editing import DeckFile
from quizzer.collection.shelf import Shelf
from quizzer.collection.sitting import Showing
from quizzer.collection.weakness import recall
from quizzer.core.asking import asked
from quizzer.core.cards import Deck, Note, cards_of
from quizzer.core.passage import Document
from quizzer.core.progress import UNTOUCHED
from quizzer.core.quality import advice
from quizzer.core.schedule import State
from quizzer.core.text import one_line
from quizzer.errors import EditRefused

FOUND_BY = "found by the rule "
"""How the comment of a draft begins."""


class Counts(NamedTuple):
    """How far a deck is."""

    notes: int
    """Accepted ones."""
    drafts: int
    asked: int = 0
    """Passages of the document that a note asks about."""
    passages: int = 0
    """Passages that could be asked about."""
    new: int = 0
    """Cards that were never studied."""


class DeckView:
    """What there is to see of one deck, and of one of the documents it is written from."""

    def __init__(self, shelf: Shelf, file: DeckFile) -> None:
        self._shelf = shelf
        self.file = file
        self.document: Document | None = None
        self.places: Places | None = None
        self.grouped: dict[int, tuple[Note, ...]] = {}
        """The notes of each passage of the document, by its index."""
        self.others: tuple[Note, ...] = ()
        """The notes that are about no passage of the document; without one, all of them."""
        self._advice: dict[str, list[str]] | None = None
        self._counts: tuple[int, Counts] | None = None
        self.look_again()

    @property
    def deck(self) -> Deck:
        """The deck as it stands, drafts included.

        Raises:
            EditRefused: the file cannot be read as a deck.
        """
        if self.file.deck is None:
            raise EditRefused(f"{self.file.path} cannot be read as a deck; `quizzer check` says why.")
        return self.file.deck

    def look_again(self) -> None:
        """Take the notes of the file as they are now."""
        notes = self.file.deck.notes if self.file.deck else ()
        grouped = self.places.grouped(notes) if self.places else {}
        self.grouped = {at: tuple(some) for at, some in grouped.items()}
        placed = {note.id for some in self.grouped.values() for note in some}
        self.others = tuple(note for note in notes if note.id not in placed)
        self._advice, self._counts = None, None

    def coverage(self, at: int) -> Coverage:
        """What is asked about a passage of the document."""
        if self.document is None:
            return Coverage.NOTHING
        return coverage(self.document.passages[at], self.grouped.get(at, ()), self.strength)

    def strength(self, note: Note) -> Strength | None:
        """How well the cards of a note are remembered; None where none was ever studied."""
        deck = self.deck.id
        standing = (self._shelf.ledger.cards.standing(card.id) for card in cards_of(deck, note))
        seen = [one.schedule for one in standing if one is not None and one.schedule.state is not State.NEW]
        if not seen:
            return None
        today = recall(self._shelf)
        known = [today(deck, one.stability, one.last_day) for one in seen]
        return Strength(sum(known) / len(known), any(one.state is not State.REVIEW for one in seen))

    def counts(self) -> Counts:
        """How far the deck is; counted anew when deck or log have changed."""
        if self._counts is None or self._counts[0] != self._shelf.ledger.row:
            self._counts = self._shelf.ledger.row, self._counted()
        return self._counts[1]

    def _counted(self) -> Counts:
        deck = self.deck
        accepted = [note for note in deck.notes if not note.draft]
        cards = self._shelf.ledger.cards
        new = sum(
            standing is None or standing.schedule.state is State.NEW
            for note in accepted
            for card in cards_of(deck.id, note)
            for standing in (cards.standing(card.id),)
        )
        passages = self.document.passages if self.document else ()
        askable = [at for at, passage in enumerate(passages) if passage.is_asked_about]
        asked_about = sum(any(not note.draft for note in self.grouped.get(at, ())) for at in askable)
        return Counts(len(accepted), len(deck.notes) - len(accepted), asked_about, len(askable), new)

    def showings(self, note: Note) -> list[Showing]:
        """The cards of a note as study will show them."""
        deck = self.deck
        return [Showing(card, asked(card, "preview"), deck.title, UNTOUCHED, "", 0) for card in cards_of(deck.id, note)]

    def rule(self, note: Note) -> str:
        """The rule that found a draft; empty where none did."""
        lines = self.file.data.decode("utf-8", "replace").split("\n")[note.line - 1 :]
        for at, text in enumerate(lines):
            if at and text.lstrip().startswith("- ") and len(text) - len(text.lstrip()) <= 2:
                break
            if FOUND_BY in text:
                return one_line(text.partition(FOUND_BY)[2]).strip("'\" ")
        return ""

    def advised(self, note: Note) -> list[str]:
        """What could be better about a note."""
        if self._advice is None:
            self._advice = {}
            for found in advice(self.deck):
                if found.code not in ("no-id", "no-source"):
                    self._advice.setdefault(found.note.id, []).append(found.message)
        return self._advice.get(note.id, [])

    def is_quote_found(self, note: Note) -> bool | None:
        """Whether the words a note quotes stand in the document; None where it quotes none, or of another one."""
        if self.places is None or not note.quote or self.places.of(note) is None:
            return None
        return self.places.quote_stands(note)
