"""Orphans, what became of them, and having present cards take their history over."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizzer.collection.card_texts import deck_texts, like_texts, orphan_texts, present_text, seen_texts
from quizzer.collection.ledger import Ledger
from quizzer.collection.shelf import Shelf
from quizzer.collection.vanished import Vanished
from quizzer.core.cards import split_id
from quizzer.core.event import Did, Fact
from quizzer.core.moment import TOLERANCE
from quizzer.core.orphans import Proposal, Text, proposals, text_of
from quizzer.core.text import one_line
from quizzer.errors import UsageError


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
        self._vanished = Vanished(shelf)

    def hidden(self) -> int:
        """How many cards with history may still stand in a deck that has errors."""
        decks = self._shelf.decks
        of = [row.deck for row in self._shelf.ledger.cards.orphans()]
        return sum(
            decks[deck].left_out > 0 if deck in decks else not self._vanished.left.get(deck, True) for deck in of
        )

    def orphans(self, heard: Callable[[int, int], None] | None = None) -> list[Orphan]:
        """Every orphan and what it may be now, by id; `heard` is told of how many decks, then notes, are done."""
        known = self._shelf.ledger.cards.orphans()
        rows = [(row.id, row.standing.schedule.reps) for row in known if self._vanished.may_be(row.deck)]
        ledger = self._shelf.ledger
        seen = seen_texts(ledger.log, ledger.adoptions, [id for id, _ in rows])
        texts = [text_of(id, *seen.get(id, ("", ""))) for id, _ in rows]
        present: list[Text] = []
        for done, deck in enumerate(self._shelf.decks if rows else ()):
            if heard:
                heard(done, len(self._shelf.decks))
            present += deck_texts(self._shelf, deck, self._shelf.ledger.cards.fresh(deck))
        found = {one.orphan: one for one in proposals(texts, present, heard=heard)}
        return [Orphan(id, *seen.get(id, ("", "")), reps, found.get(id)) for id, reps in rows]

    def proposal(self, orphan: str) -> Proposal | None:
        """What one orphan may be now, found while a person waits."""
        (text,) = orphan_texts(self._shelf, [orphan])
        near = [*like_texts(self._shelf, text), *self._shelf.ledger.cards.fresh_named([split_id(orphan)[1]])]
        cards = filter(None, map(self._shelf.card, dict.fromkeys(near)))
        return next(iter(proposals([text], [present_text(card) for card in cards])), None)

    def meant(self, source: str, target: str) -> list[tuple[str, str]]:
        """The orphans that one word means, each with the card that another means: the ids of cards, notes or decks.

        Raises:
            UsageError: there is nothing of that name; the sentence says what is near it.
        """
        from quizzer.collection.adoptable import meant

        gone = orphan_texts(self._shelf, [row.id for row in self._shelf.ledger.cards.orphans()])
        there = [text for deck in self._shelf.decks for text in deck_texts(self._shelf, deck)]
        return meant(source, target, gone, there)

    def adopt(self, pairs: Sequence[tuple[str, str]]) -> int:
        """Have the history of orphans count for present cards, all in one action; how many there were.

        Args:
            pairs: orphan and card.

        Raises:
            UsageError: an adoption from ahead of the clock would count before these.
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        ahead = adopted_ahead(self._shelf.ledger)
        if found := next((card for pair in pairs for card in pair if card in ahead), ""):
            raise UsageError(
                f"{one_line(found)} was adopted when the clock stood later: see that date and time are right"
            )
        if pairs:
            self._shelf.ledger.record(adoption_facts(self._shelf.ledger, pairs))
        return len(pairs)


def adopted_ahead(ledger: Ledger) -> set[str]:
    """The cards of adoptions from so far ahead of the clock that whatever is recorded now counts before them."""
    return ledger.adoptions.cards_after(ledger.clock.moment().at + TOLERANCE)


def adoption_facts(ledger: Ledger, pairs: Sequence[tuple[str, str]]) -> list[tuple[Fact, str]]:
    """What is recorded for adoptions (orphan and card) that are one action, each with the id of its event."""
    group = {"group": ledger.throw("adopted group")} if len(pairs) > 1 else {}
    return [
        (Fact(Did.ADOPTED, card, {"from": orphan, **group}), ledger.throw(f"adopted {orphan} {card}"))
        for orphan, card in pairs
    ]
