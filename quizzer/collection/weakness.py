"""How well cards are remembered now, so that the weakest can be asked first: by quizzes, and while cramming."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from quizzer.collection.shelf import Shelf
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.schedule import State
from quizzer.core.selection import Candidate
from quizzer.store.card_table import CardAsked

Recall: TypeAlias = Callable[[str, float, int], float]
"""The probability that a card is remembered today: of a deck, by stability in days and its last review's study day."""


def recall(shelf: Shelf) -> Recall:
    """How well cards are remembered today, with what counts for their decks looked up once."""
    day, decays = shelf.day(), dict[str, float]()

    def today(deck: str, stability: float, last_day: int) -> float:
        if deck not in decays:
            decays[deck] = decay_of(shelf.options(deck).parameters)
        return retrievability(max(0, day - last_day), stability, decays[deck])

    return today


def candidates(shelf: Shelf, rows: Iterable[CardAsked], topics: Mapping[str, str]) -> list[Candidate]:
    """Cards as selection takes them; `topics` by card, none where they are of no interest."""
    today = recall(shelf)
    return [
        Candidate(
            row.id,
            f"{row.deck}/{row.note}",
            None if row.state == State.NEW else today(row.deck, row.stability, row.last_day),
            topics.get(row.id, ""),
            row.stability,
        )
        for row in rows
    ]
