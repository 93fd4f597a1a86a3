"""Today's queue: which cards are asked today, and in which order.

Reviews come by falling retrievability or as a deck's `order` says, new cards evenly between them, one card a note a
day. The same candidates, limits and seed always give the same queue. Learning cards are not here: the session weaves
them in by the clock.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple
from zlib import crc32

from quizzer.core.memory import DEFAULT_DECAY, retrievability
from quizzer.core.options import OLDEST, RANDOM, REMEMBERED
from quizzer.core.quota import Room
from quizzer.core.schedule import State

_SPREAD = 0x9E37_79B1  # 2^32 over the golden ratio, odd: neighbouring numbers end up far apart


class Entry(NamedTuple):
    """A card that may be asked, and what ordering it needs."""

    card: str
    deck: str
    note: str
    state: State = State.NEW
    due: int = 0
    """UTC milliseconds for (re)learning cards, a study day for reviews."""
    stability: float = 0.0
    last_day: int = 0
    alone: bool = True
    """Whether the note makes no other card, or siblings are not buried."""
    decay: float = DEFAULT_DECAY

    def recall(self, day: int) -> float:
        """The probability that the card is remembered on a study day."""
        return retrievability(max(0, day - self.last_day), self.stability, self.decay)


def lots(seed: str) -> Callable[[str], tuple[int, str]]:
    """An order of ids without meaning, another for each seed; a checksum does, and hashlib takes long to load."""
    start = crc32(seed.encode()) * _SPREAD
    return lambda id: ((crc32(id.encode()) ^ start) * _SPREAD & 0xFFFF_FFFF, id)


def turns(decks: Iterable[str], seed: str) -> list[str]:
    """Decks in the order in which their new cards take turns."""
    return sorted(decks, key=lots(seed))


def ordered(reviews: Iterable[Entry], orders: Mapping[str, str], day: int, seed: str) -> list[Entry]:
    """Reviews in the order that counts for their decks; where orders differ, each keeps its own, evenly mixed.

    Args:
        reviews: review cards that are due.
        orders: the `order` of decks; the best remembered come first in a deck without one.
        day: the study day.
        seed: settles ties and what is left to the lot.
    """
    by_lot = lots(seed)
    keys: dict[str, Callable[[Entry], tuple[float, tuple[int, str]]]] = {
        REMEMBERED: lambda entry: (-entry.recall(day), by_lot(entry.card)),
        OLDEST: lambda entry: (entry.due, by_lot(entry.card)),
        RANDOM: lambda entry: (0.0, by_lot(entry.card)),
    }
    groups: dict[str, list[Entry]] = {}
    for entry in reviews:
        groups.setdefault(orders.get(entry.deck, REMEMBERED), []).append(entry)
    if len(groups) == 1:
        return [entry for order, own in groups.items() for entry in sorted(own, key=keys[order])]
    placed = [
        ((at + 0.5) / len(own), by_lot(entry.card), entry)
        for order, own in groups.items()
        for at, entry in enumerate(sorted(own, key=keys[order]))
    ]
    return [entry for _, _, entry in sorted(placed, key=lambda place: place[:2])]


def _one_a_note(entries: Iterable[Entry], asked: set[tuple[str, str]]) -> Iterable[Entry]:
    for entry in entries:
        note = (entry.deck, entry.note)
        if entry.alone:
            yield entry
        elif note not in asked:
            asked.add(note)
            yield entry


def _within(entries: Iterable[Entry], total: int, by_deck: Mapping[str, int]) -> list[Entry]:
    left = dict(by_deck)
    kept: list[Entry] = []
    for entry in entries:
        if len(kept) >= total:
            break
        if left.get(entry.deck, total) > 0:
            left[entry.deck] = left.get(entry.deck, total) - 1
            kept.append(entry)
    return kept


def _in_turn(groups: Iterable[Sequence[Entry]]) -> list[Entry]:
    return [entry for row in zip_longest(*groups) for entry in row if entry is not None]


def interleave(reviews: Sequence[Entry], new: Sequence[Entry]) -> tuple[Entry, ...]:
    """Reviews in their order, with new cards at even distances between them."""
    gap = (len(reviews) + 1) / (len(new) + 1)
    placed = [(float(index), 1, entry) for index, entry in enumerate(reviews, 1)]
    placed += [((index + 1) * gap, 0, entry) for index, entry in enumerate(new)]
    return tuple(entry for _, _, entry in sorted(placed, key=lambda place: place[:2]))


def todays_queue(
    reviews: Iterable[Entry],
    new: Mapping[str, Sequence[Entry]],
    day: int,
    room: Room,
    room_by_deck: Mapping[str, Room],
    asked_notes: Iterable[tuple[str, str]] = (),
    seed: str = "",
    orders: Mapping[str, str] = {},
    beside: Sequence[Entry] = (),
) -> tuple[Entry, ...]:
    """The reviews and new cards of a study day, in the order in which they are asked.

    Args:
        reviews: review cards that are due.
        new: new cards in the author's order, by deck.
        day: the study day.
        room: what the limits for all decks leave.
        room_by_deck: what the limits of each deck leave; decks without a limit of their own may be missing.
        asked_notes: (deck, note) of notes that a card was asked of today already.
        seed: settles ties, and which deck's new cards begin.
        orders: the `order` of reviews by deck, where another than the usual.
        beside: reviews that are asked after those due, as they stand, if there is room: since an exam is near.
    """
    asked = set(asked_notes)
    first = [*ordered(reviews, orders, day, seed), *beside]
    due = _within(_one_a_note(first, asked), room.reviews, {deck: own.reviews for deck, own in room_by_deck.items()})
    fresh = _in_turn([list(_one_a_note(new[deck], asked)) for deck in turns(new, seed)])
    return interleave(due, _within(fresh, room.new, {deck: own.new for deck, own in room_by_deck.items()}))
