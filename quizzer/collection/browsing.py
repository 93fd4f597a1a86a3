"""Browsing: cards looked for by a filter, and what is known of those in sight."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.reports import CardReport, reports_of
from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.card_order import Order
from quizzer.core.cards import Card
from quizzer.core.markup import plain

if TYPE_CHECKING:
    from quizzer.collection.searching import Search
    from quizzer.core.filtering import Term


class Browsed(NamedTuple):
    """A card, or the first card of a draft, as a list shows it."""

    report: CardReport
    title: str
    """Of its deck; the deck's id where that is gone."""
    question: str
    solution: str
    path: str
    """Of its deck's file; empty where no deck holds it."""
    place: str
    """The file's name and the line in which its note begins; empty where no deck holds it."""
    explanation: str = ""
    quote: str = ""


class Browsing:
    """The cards of a collection, to look through."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def count(self) -> int:
        """How many cards the decks hold."""
        return sum(deck.cards for deck in self._shelf.decks.values())

    def first(self, most: int) -> list[str]:
        """The ids of the first cards of all, which any search would be too slow for."""
        return self._shelf.ledger.cards.first(self._shelf.decks, most)

    def search(self, terms: "Sequence[Term]" = (), order: Order = Order.DECK, turned: bool = False) -> "Search":
        """A search to be run; arguments as of `Wanted`."""
        from quizzer.collection.searching import Search, Wanted

        return Search(self._shelf, Wanted(terms, self._shelf.known, order, turned))

    def rows(self, cards: Sequence[str]) -> list[Browsed]:
        """What is known of some cards, in this order; those that nothing is known of any more are left out."""
        return [self._browsed(report) for report in reports_of(self._shelf, cards)]

    def known(self, cards: Sequence[str]) -> list[str]:
        """Those of some cards that decks or the log still know, drafts among them."""
        there = {row.id for row in self._shelf.ledger.cards.rows_of(cards)}
        return [card for card in cards if card in there or self._shelf.written(card)]

    def card(self, card: str) -> Card | None:
        """A card to edit, if a deck in use holds it, drafts included."""
        return self._shelf.written(card)

    def day(self) -> int:
        """The study day it is."""
        return self._shelf.day()

    def _browsed(self, report: CardReport) -> Browsed:
        card, deck = self._shelf.written(report.id), self._shelf.decks.get(report.deck)
        title, path = (deck.title, deck.path) if deck else (report.deck, "")
        if card is None:
            return Browsed(report, title, *self._last_text(report.id), path, "")
        text, place = text_version(card), f"{os.path.basename(path)}:{card.note.line}"
        explanation, quote = plain(card.note.explanation), " ".join(card.note.quote.split())
        return Browsed(report, title, plain(text.question), plain(text.solution), path, place, explanation, quote)

    def _last_text(self, card: str) -> tuple[str, str]:
        """What a card asked and answered when it was last asked; its id where nobody knows."""
        from quizzer.collection.card_texts import seen_texts

        ledger = self._shelf.ledger
        question, solution = seen_texts(ledger.log, ledger.adoptions, [card]).get(card, ("", ""))
        return plain(question or card), plain(solution)
