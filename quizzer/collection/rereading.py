"""Passages to reread: where cards are likely to lose most, and how much rereading can bring there at most."""

from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.beside import passage_behind
from quizzer.collection.quiz_result import WORDS_A_MINUTE
from quizzer.collection.reading import PassageView
from quizzer.collection.scores import Scores, Wanted
from quizzer.core.stats.expectation import chance_of

MOST = 20
"""Passages that are listed."""
_WEAK = 200
"""Cards whose passages are looked for: those seen longest ago for their strength."""


class Reread(NamedTuple):
    """A passage that is worth reading again."""

    deck: str
    document: str
    """The name of its source in the deck."""
    passage: PassageView
    points: float
    """What its cards are likely to lose tomorrow, in points of the whole score: all of it that rereading can bring."""
    cards: int
    """How many cards lose it."""

    @property
    def minutes(self) -> float | None:
        """How long it takes to read; None where its document is still to be read."""
        return None if self.passage.opens else len(self.passage.text.split()) / WORDS_A_MINUTE


class RereadDocument(NamedTuple):
    """A document, and what its passages can bring."""

    title: str
    points: float
    passages: int


def rereads(scores: Scores, wanted: Wanted, cards: int) -> list[Reread]:
    """The passages behind the weakest cards, those first where most is likely to be lost.

    `cards` is how many cards the whole score is of. Documents that take long are left to be read by who shows them.
    """
    found: dict[tuple[str, str, str, str], Reread] = {}
    correction = scores.correction()
    for row in scores.cards.oldest(scores.deck_ids(wanted), scores.day, _WEAK, wanted.tag):
        card = scores.shelf.card(row.id)
        view = passage_behind(scores.shelf, card, False) if card and card.note.source else None
        if card is None or card.note.source is None or view is None or not view.place:
            continue
        points = 100 * (1 - chance_of(scores.held_of(row), scores.day + 1, correction)) / cards
        document = card.note.source.doc
        key = (card.deck, document, view.place, view.heading)
        known = found.get(key, Reread(card.deck, document, view, 0.0, 0))
        found[key] = known._replace(points=known.points + points, cards=known.cards + 1)
    return sorted(found.values(), key=lambda one: -one.points)[:MOST]


def documents_of(passages: Sequence[Reread]) -> list[RereadDocument]:
    """The documents of passages, those first where most can be had."""
    found: dict[tuple[str, str], RereadDocument] = {}
    for one in passages:
        key = (one.deck, one.document)
        known = found.get(key, RereadDocument(one.passage.title or one.document, 0.0, 0))
        found[key] = known._replace(points=known.points + one.points, passages=known.passages + 1)
    return sorted(found.values(), key=lambda one: -one.points)
