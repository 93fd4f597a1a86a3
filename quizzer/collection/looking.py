"""What wants a look: cards that a person flagged, those forgotten again and again, and drafts of notes."""

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import Card, cards_of, split_id
from quizzer.core.event import Did, Fact
from quizzer.core.markup import plain
from quizzer.core.options import LEECH_LAPSES
from quizzer.formats.note_json import load_note


class Why(StrEnum):
    """Why cards want a look; the value is a heading."""

    FLAGGED = "Flagged cards"
    LEECH = "Leeches: cards forgotten again and again"
    DRAFT = "Drafts: not studied until you accept them"


class Looked(NamedTuple):
    """A card that wants a look."""

    card: str
    deck: str
    """The title of its deck, or its id where no deck holds it any more."""
    question: str
    solution: str
    why: str
    """The words of its flag, or how often it was forgotten."""
    path: str = ""
    """Of the deck of a draft."""


class Looking:
    """The cards of a collection that want a look, and what can be done about them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def cards(self, why: Why) -> list[Looked]:
        """The cards that want a look for a reason, worst first."""
        if why is Why.DRAFT:
            return list(self._drafts())
        counts = self._shelf.ledger.counts
        if why is Why.FLAGGED:
            return list(self._looked((card, words) for card, words in counts.flags()))
        lapsed = sorted(counts.lapses(LEECH_LAPSES), key=lambda pair: (-pair[1], pair[0]))
        return list(self._looked((card, f"forgotten {lapses} times") for card, lapses in lapsed))

    def card(self, id: str) -> Card | None:
        """A card to edit, if a deck in use holds it, drafts included."""
        deck, name, part = split_id(id)
        body = self._shelf.ledger.cache.note(deck, name)
        return Card(deck, load_note(body), part) if body else None

    def take_flag(self, card: str) -> None:
        """Take a card's flag away.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        self._do(Did.UNFLAGGED, card)

    def suspend(self, card: str) -> None:
        """Hide a card until it is resumed. Raises: as `take_flag`."""
        self._do(Did.SUSPENDED, card)

    def _drafts(self) -> Iterable[Looked]:
        for deck in self._shelf.decks.values():
            for body in self._shelf.ledger.cache.notes(deck.id) if deck.drafts else ():
                note = load_note(body)
                if note.draft:
                    first = cards_of(deck.id, note)[0]
                    text, path = text_version(first), os.path.basename(deck.path)
                    why = f"{path}:{note.line}: Enter opens its deck, to accept it or not"
                    yield Looked(first.id, deck.title, plain(text.question), plain(text.solution), why, deck.path)

    def _do(self, kind: Did, card: str) -> None:
        ledger = self._shelf.ledger
        ledger.record([(Fact(kind, card), ledger.throw(f"{kind} {card}"))])

    def _looked(self, found: Iterable[tuple[str, str]]) -> Iterable[Looked]:
        for id, why in found:
            card, deck = self._shelf.card(id), id.partition("/")[0]
            title = self._shelf.decks[deck].title if deck in self._shelf.decks else deck
            text = text_version(card) if card else None
            yield Looked(id, title, plain(text.question) if text else id, plain(text.solution) if text else "", why)
