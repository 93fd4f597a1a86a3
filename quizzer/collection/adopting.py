"""Orphans, what became of them, and having present cards take their history over."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import cards_of
from quizzer.core.event import Did, Fact
from quizzer.core.orphans import Proposal, Text, proposals, text_of
from quizzer.store.deck_homes import DeckHomes


class Orphan(NamedTuple):
    """A card with history that no deck in use holds any more."""

    id: str
    question: str
    """What it asked; empty where nobody knows."""
    solution: str
    reviews: int
    proposal: Proposal | None
    """What it may be now."""


class Adopting:
    """The orphans of a collection, and adoption as an action."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._left = DeckHomes(shelf.ledger.cache.connection).left()

    def hidden(self) -> int:
        """How many cards with history may still stand in a deck that has errors."""
        decks = self._shelf.decks
        of = [row.deck for row in self._shelf.ledger.cards.orphans()]
        return sum(decks[deck].left_out > 0 if deck in decks else not self._left.get(deck, True) for deck in of)

    def orphans(self, heard: Callable[[int, int], None] | None = None) -> list[Orphan]:
        """Every orphan and what it may be now, by id; `heard` is told of how many of how many notes are done."""
        known = self._shelf.ledger.cards.orphans()
        rows = [(row.id, row.standing.schedule.reps) for row in known if self._may_be_gone(row.deck)]
        seen = self._seen(id for id, _ in rows)
        texts = [text_of(id, *seen.get(id, ("", ""))) for id, _ in rows]
        found = {one.orphan: one for one in proposals(texts, self._present(), heard=heard)} if rows else {}
        return [Orphan(id, *seen.get(id, ("", "")), reps, found.get(id)) for id, reps in rows]

    def meant(self, source: str, target: str) -> list[tuple[str, str]]:
        """The orphans that one word means, each with the card that another means: the ids of cards, notes or decks.

        Raises:
            UsageError: there is nothing of that name; the sentence says what is near it.
        """
        from quizzer.collection.adoptable import meant

        known = [row.id for row in self._shelf.ledger.cards.orphans()]
        seen = self._seen(known)
        gone = [text_of(id, *seen.get(id, ("", ""))) for id in known]
        return meant(source, target, gone, self._present(every=True))

    def adopt(self, pairs: Sequence[tuple[str, str]]) -> int:
        """Have the history of orphans count for present cards, all in one action; how many there were.

        Args:
            pairs: orphan and card.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        ledger = self._shelf.ledger
        group = {"group": ledger.throw("adopted group")} if len(pairs) > 1 else {}
        facts = [
            (Fact(Did.ADOPTED, card, {"from": orphan, **group}), ledger.throw(f"adopted {orphan} {card}"))
            for orphan, card in pairs
        ]
        if facts:
            ledger.record(facts)
        return len(facts)

    def _may_be_gone(self, deck: str) -> bool:
        """Whether its orphans are gone, as far as anybody knows: not where it has errors, or stands elsewhere."""
        if deck in self._shelf.decks:
            return not self._shelf.decks[deck].left_out
        return self._left.get(deck, self._shelf.known is None)

    def _seen(self, cards: Iterable[str]) -> dict[str, tuple[str, str]]:
        """What cards asked when they were asked last, and the solution."""
        ledger = self._shelf.ledger
        kin = {one: card for card in cards for one in ledger.adoptions.kin(card)}
        events = sorted(ledger.log.texts_of(kin), key=lambda event: event.order)
        return {
            kin[event.card]: (str(event.data.get("question", "")), str(event.data.get("solution", "")))
            for event in events
        }

    def _present(self, every: bool = False) -> list[Text]:
        """The cards of decks in use that were never reviewed, or every one of them."""
        from quizzer.formats.note_json import load_note

        found: list[Text] = []
        for deck in self._shelf.decks:
            fresh = self._shelf.ledger.cards.fresh(deck) if not every else None
            for body in self._shelf.ledger.cache.notes(deck) if fresh or every else ():
                note = load_note(body)
                for card in cards_of(deck, note) if not note.draft else ():
                    if fresh is None or card.id in fresh:
                        version = text_version(card)
                        found.append(text_of(card.id, version.question, version.solution))
        return found
