"""How well cards are remembered now, so that the weakest can be asked first: by quizzes, and while cramming."""

from collections.abc import Iterable, Mapping

from quizzer.collection.shelf import Shelf
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.schedule import State
from quizzer.core.selection import Candidate
from quizzer.store.card_table import CardAsked


def recall(shelf: Shelf, deck: str, stability: float, last_day: int) -> float:
    """The probability that a card of a deck is remembered today; stability in days, the last review's study day."""
    decay = decay_of(shelf.options(deck).parameters)
    return retrievability(max(0, shelf.day() - last_day), stability, decay)


def candidates(shelf: Shelf, rows: Iterable[CardAsked], topics: Mapping[str, str]) -> list[Candidate]:
    """Cards as selection takes them; `topics` by card, none where they are of no interest."""
    return [
        Candidate(
            row.id,
            f"{row.deck}/{row.note}",
            None if row.state == State.NEW else recall(shelf, row.deck, row.stability, row.last_day),
            topics.get(row.id, ""),
            row.stability,
        )
        for row in rows
    ]
