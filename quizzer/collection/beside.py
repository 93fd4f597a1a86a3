"""What goes beside an answer: the facts that are recorded with it, and the passage behind its card."""

import os
from typing import TYPE_CHECKING

from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import Card, DeckSource
from quizzer.core.event import Did, Fact
from quizzer.core.progress import Standing

if TYPE_CHECKING:
    from quizzer.collection.reading import PassageView


def author_options(shelf: Shelf, deck: str) -> list[tuple[Fact, str]]:
    """The author's options, recorded when a deck is first studied with them, so that every machine agrees."""
    ledger, known = shelf.ledger, shelf.ledger.timeline.now()
    return [
        (
            Fact(Did.OPTION_SET, "", {"scope": deck, "key": key, "value": value, "by": "deck"}),
            ledger.throw(f"option {deck} {key}"),
        )
        for key, value in shelf.study(deck).items()
        if known.get((deck, key, True)) != value
    ]


def text_seen(shelf: Shelf, card: Card, standing: Standing) -> list[tuple[Fact, str]]:
    """What a card asks and answers, recorded once a version of its text."""
    version = text_version(card)
    if version.digest == standing.seen:
        return []
    data = {**version._asdict(), "digest": version.digest}
    return [(Fact(Did.TEXT_SEEN, card.id, data), shelf.ledger.throw(f"text {card.id}"))]


def passage_behind(shelf: Shelf, card: Card, wait: bool = True) -> "PassageView | None":
    """The passage that a card's answer comes from, if its note names one; `wait` for a document that takes long."""
    from quizzer.collection.reading import passage_of

    deck = shelf.decks.get(card.deck)
    sources = [DeckSource(*source) for source in shelf.about(card.deck).get("sources", ())]
    return passage_of(card.note, sources, os.path.dirname(deck.path), wait) if deck else None
