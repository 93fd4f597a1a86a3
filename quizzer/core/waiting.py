"""Cards that wait in the order in which they are asked, as a value: what is taken out moves none of the others.

All that comes of one row shares it, so that a card among fifty thousand costs no more than one among fifty.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, Self

from quizzer.core.queue import Entry
from quizzer.core.schedule import State


class Left(NamedTuple):
    """What is still to be asked today."""

    new: int = 0
    learning: int = 0
    due: int = 0

    def plus(self, entry: Entry, count: int = 1) -> "Left":
        """As many with this card counted so many times more."""
        if entry.state is State.NEW:
            return self._replace(new=self.new + count)
        if entry.state is State.REVIEW:
            return self._replace(due=self.due + count)
        return self._replace(learning=self.learning + count)


class _Row:
    """The cards as they stood at first, and where each stands."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    @cached_property
    def places(self) -> dict[str, int]:
        return {entry.card: at for at, entry in enumerate(self.entries)}

    @cached_property
    def notes(self) -> dict[tuple[str, str], list[int]]:
        notes: dict[tuple[str, str], list[int]] = {}
        for at, entry in enumerate(self.entries):
            notes.setdefault((entry.deck, entry.note), []).append(at)
        return notes


class Waiting:
    """Cards still to be asked; no card stands twice among them."""

    __slots__ = ("_at", "_gone", "_row", "left")

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self._row = _Row(entries)
        self._at = 0
        self._gone: frozenset[int] = frozenset()
        new = sum(entry.state is State.NEW for entry in entries)
        due = sum(entry.state is State.REVIEW for entry in entries)
        self.left = Left(new, len(entries) - new - due, due)
        """How many there are of each sort."""

    def __len__(self) -> int:
        return sum(self.left)

    def __iter__(self) -> Iterator[Entry]:
        entries = self._row.entries
        return (entries[at] for at in range(self._at, len(entries)) if at not in self._gone)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Waiting) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # what is compared one by one has no quick hash

    def __repr__(self) -> str:
        return f"Waiting({list(self)!r})"

    @property
    def first(self) -> Entry | None:
        """The card that is asked next."""
        return self._row.entries[self._at] if self else None

    def after_first(self) -> Self:
        """All but the card that is asked next."""
        return self._without([self._at]) if self else self

    def card(self, card: str) -> Entry | None:
        """The card of an id, if it waits."""
        at = self._row.places.get(card, -1)
        return self._row.entries[at] if self._waits(at) else None

    def without(self, card: str) -> Self:
        """All but this card."""
        return self._without([self._row.places.get(card, -1)])

    def without_note(self, deck: str, note: str) -> Self:
        """All but the cards of this note."""
        return self._without(self._row.notes.get((deck, note), ()))

    def _waits(self, at: int) -> bool:
        return at >= self._at and at not in self._gone

    def _without(self, places: Sequence[int]) -> Self:
        gone = [at for at in places if self._waits(at)]
        if not gone:
            return self
        entries = self._row.entries
        rest = type(self)()
        rest._row, rest._at, rest._gone, rest.left = self._row, self._at, self._gone.union(gone), self.left
        for at in gone:
            rest.left = rest.left.plus(entries[at], -1)
        while rest._at in rest._gone:
            rest._gone -= {rest._at}
            rest._at += 1
        return rest
