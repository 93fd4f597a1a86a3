"""What `due` and home count: how many cards of each deck, and of all, wait today."""

from collections.abc import Iterable
from typing import NamedTuple

from quizzer.collection.exam_weeks import weeks
from quizzer.collection.shelf import Shelf
from quizzer.core.quota import Quota


class DeckRow(NamedTuple):
    """What one deck, or everything, has today."""

    id: str
    """Empty for everything."""
    title: str
    new: int
    learning: int
    due: int
    cards: int
    left_out: int
    """Notes that are not studied, since they have errors."""
    path: str
    note: str
    """What a person should know of its place; mostly empty."""
    due_in_all: int
    """Reviews due before the day's limit."""
    next_day: int | None = None
    """The study day on which something comes next; only where nothing is left today."""
    next_count: int = 0

    @property
    def today(self) -> int:
        """Everything that may be asked today."""
        return self.new + self.learning + self.due


def counted(shelf: Shelf, day: int) -> tuple[DeckRow, list[DeckRow]]:
    """Everything together, and each deck, on the study day it is."""
    quota, due = shelf.quota(day)
    new, rooms = _new(shelf, quota, day), {deck: quota.of(deck) for deck in shelf.decks}
    learning = shelf.ledger.counts.learning(shelf.decks, day, shelf.day_end(shelf.ledger.clock.moment()))
    beside = shelf.exam_counts(quota, due, day)
    rows = [
        DeckRow(
            deck.id,
            deck.title,
            min(rooms[deck.id].new, new.get(deck.id, 0)),
            learning.get(deck.id, 0),
            min(rooms[deck.id].reviews, due.get(deck.id, 0) + beside.get(deck.id, 0)),
            deck.cards,
            deck.left_out,
            deck.path,
            deck.note,
            due.get(deck.id, 0),
        )
        for deck in shelf.decks.values()
    ]
    return _everything(rows, quota.everything.new, quota.everything.reviews), rows


def _new(shelf: Shelf, quota: Quota, day: int) -> dict[str, int]:
    """New cards that may be asked by deck, no more than any limit leaves."""
    most = max([quota.everything.new, *(room.new for room in quota.own.values())])
    return new_cards(shelf, shelf.decks, day, most) if most else {}


def new_cards(shelf: Shelf, decks: Iterable[str], day: int, most: int) -> dict[str, int]:
    """New cards that could be asked on a study day whatever the limits say, by deck, `most` at most of each."""
    found: dict[str, int] = {}
    near, counts = weeks(shelf.options, decks, day), shelf.ledger.counts
    for bury, some in shelf.by_burying(decks):
        found |= counts.new([deck for deck in some if deck not in near], day, bury, most)
    for deck, week in near.items():
        count = counts.new_in_week(deck, week, shelf.options(deck).bury_siblings, most)
        found |= {deck: count} if count else {}
    return found


def _everything(rows: list[DeckRow], new: int, reviews: int) -> DeckRow:
    return DeckRow(
        "",
        "Everything today",
        min(new, sum(row.new for row in rows)),
        sum(row.learning for row in rows),
        min(reviews, sum(row.due for row in rows)),
        sum(row.cards for row in rows),
        sum(row.left_out for row in rows),
        "",
        "",
        sum(row.due_in_all for row in rows),
    )
