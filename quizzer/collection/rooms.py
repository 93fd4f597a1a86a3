"""The rooms of a collection: each use case by its own door, and its module loaded when the door is first opened."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from quizzer.collection.damage import damage_words
from quizzer.collection.settings import Tell
from quizzer.collection.shelf import Shelf
from quizzer.store.deck_homes import DeckHomes

if TYPE_CHECKING:
    from quizzer.collection.adopting import Adopting
    from quizzer.collection.allowing import Allowing
    from quizzer.collection.browsing import Browsing
    from quizzer.collection.card_info import CardInfo
    from quizzer.collection.counting import DeckRow
    from quizzer.collection.deck_edits import DeckEdits
    from quizzer.collection.group_deeds import GroupDeeds
    from quizzer.collection.mending import Mending
    from quizzer.collection.note_form import NoteForm
    from quizzer.collection.note_opening import NoteOpening
    from quizzer.collection.quizzes import Quizzes
    from quizzer.collection.scores import Scores
    from quizzer.collection.watching import Watching
    from quizzer.core.cards import Card
    from quizzer.formats.note_keys import Keys


class Rooms:
    """What can be done with the decks and cards of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._scores: Scores | None = None
        self.news = ""
        """What became of cards that have vanished, in words, as far as it was found out here."""

    @property
    def damage(self) -> str:
        """What rows of the progress file do not count, in a sentence; empty where all are sound."""
        ledger = self._shelf.ledger
        return damage_words(ledger.damaged, ledger.log.path)

    def _settle(self, tell: Tell | None = None) -> bool:
        """Have cards that have vanished, and are plainly others now, keep their history; whether there were any."""
        homes = DeckHomes(self._shelf.ledger.cache.connection)
        if not homes.unsettled():
            return False
        if not homes.any_orphans():
            self._shelf.ledger.cache.written(lambda: DeckHomes(self._shelf.ledger.cache.connection).settled())
            return False
        from quizzer.collection.settling import settle

        words = settle(self._shelf, tell)
        self.news = words or self.news
        return bool(words)

    def counted(self) -> "tuple[DeckRow, list[DeckRow]]":
        """How many cards wait today: of everything together, and of each deck."""
        from quizzer.collection.counting import counted

        return counted(self._shelf, self._shelf.day())

    def quizzes(self, seconds: "Callable[[], float]" = monotonic) -> "Quizzes":
        """The quizzes: what can be asked, and beginning or resuming one; `seconds` is a clock that only grows."""
        from quizzer.collection.quizzes import Quizzes

        return Quizzes(self._shelf, seconds)

    def scores(self) -> "Scores":
        """The scores: what is known, what would be scored, and what came of it; one screen counts for the next."""
        from quizzer.collection.scores import Scores

        self._scores = self._scores or Scores(self._shelf)
        return self._scores

    def allowing(self) -> "Allowing":
        """What a person may allow themselves beside the limits: more new cards today, a backlog spread."""
        from quizzer.collection.allowing import Allowing

        return Allowing(self._shelf)

    def deeds(self) -> "GroupDeeds":
        """What can be done to cards, one or many of them."""
        from quizzer.collection.group_deeds import GroupDeeds

        return GroupDeeds(self._shelf.ledger)

    def browsing(self) -> "Browsing":
        """The cards, to look through."""
        from quizzer.collection.browsing import Browsing

        return Browsing(self._shelf)

    def card_info(self, card: str, review_id: str = "") -> "CardInfo":
        """All that is known of a card, by its id. Raises: as `card_info`."""
        from quizzer.collection.card_info import card_info

        return card_info(self._shelf, card, review_id)

    def adopting(self) -> "Adopting":
        """Cards that no deck holds any more, what became of them, and having others take their history over."""
        from quizzer.collection.adopting import Adopting

        return Adopting(self._shelf)

    def mend(self, mending: "Mending") -> int:
        """Write what `mendings` has found for a deck file; how many cards keep their history under the ids it writes.

        Raises: as `Mending.write`; and ProgressMoved, DiskRefused: the history waits to be found again.
        """
        from quizzer.collection.following import following

        mending.write()
        ledger = self._shelf.ledger
        facts = following(ledger, mending.file.deck.id if mending.file.deck else "", mending.renamed)
        if facts:
            ledger.record(facts)
        return len(facts)

    def edits(self) -> "DeckEdits":
        """Changes to deck files, each an action that undo takes back."""
        from quizzer.collection.deck_edits import DeckEdits

        return DeckEdits(self._shelf)

    def note_form(self, path: str, note: str = "", keys: "Keys | None" = None) -> "NoteForm":
        """A note of a deck file to be edited, by its id; without one, a new note of these keys.

        Raises: as `NoteForm`.
        """
        from quizzer.collection.note_form import NoteForm

        return NoteForm(self._shelf, path, note, keys)

    def note_opening(self, card: "Card | None", copy: bool = False) -> "NoteOpening":
        """The note of a card, to be edited where it stands. Raises: as `NoteOpening`."""
        from quizzer.collection.note_opening import NoteOpening

        return NoteOpening(self._shelf, card, copy)

    def watching(self) -> "Watching":
        """Whether another program changes decks or progress, found out step by step."""
        from quizzer.collection.watching import Watching

        return Watching(self._shelf)
