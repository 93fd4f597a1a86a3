"""Random days of somebody with two quizzers open: whatever they do, the cache is what one made afresh would be."""

from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.ledger import Ledger
from quizzer.collection.library import Library
from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did
from quizzer.core.progress import UNTOUCHED, counts, fold
from quizzer.core.schedule import Rating
from quizzer.errors import ProgressMoved, UsageError
from quizzer.store.cache import MEMORY, Cache
from tests.collection.people import Person

NAMES = ("a", "b", "c", "d")
TABLES = {
    "cards": "id, position, CASE WHEN position IS NOT NULL THEN kind || tags || alone END, state, step, stability,"
    " difficulty, due, last_at, last_day, reps, lapses, first, first_day, suspended, buried, flag, seen",
    "texts": "(SELECT id FROM cards WHERE rowid = card), folded",
    "coming": "*", "resting": "*", "settings": "*", "voided": "*", "adoptions": "*", "heirs": "*", "decks": "*",
    "notes": "*", "days": "*", "day_tallies": "*", "hour_tallies": "*", "promises": "*",
}  # fmt: skip
COUNTED = {"days": 1, "day_tallies": 2, "hour_tallies": 3, "promises": 6}
"""The first column that counts something: rows that count nothing may be there or not."""


class Life:
    """A person whose days are thrown by dice."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self.dice = Random(seed)
        self.day = 1
        self.open: list[Collection] = []
        self.sittings: list[Sitting | None] = []
        self.begin()

    def begin(self) -> None:
        """Open both quizzers, at another time of another day, which may be an earlier one."""
        self.close()
        self.day = max(1, min(28, self.day + self.dice.choice((-1, 0, 1, 1, 3))))
        self.person.now = f"2026-11-{self.day:02}T{self.dice.randint(8, 22):02}:{self.dice.randint(0, 59):02}:00+01:00"
        self.open = [self.person.opened(), self.person.opened()]
        self.sittings = [None, None]

    def close(self) -> None:
        """Leave both."""
        for collection in self.open:
            collection.close()

    def write(self, at: int) -> None:
        """Write a deck of some notes, which stand in other decks too, with ids or without."""
        notes = [
            f"  - {{{self.dice.choice((f'id: n{n}, ', '', f'id: m{n}, '))}question: What is number {n}?,"
            f" answer: Name {n}{self.dice.choice(('', '', ', both_ways: true'))}}}\n"
            for n in self.dice.sample(range(6), self.dice.randint(1, 5))
        ]
        self.person.write(f"{self.dice.choice(NAMES)}.yaml", f"cards:\n{''.join(notes)}")

    def move(self, at: int) -> None:
        """Give a deck another name, in the place of the one that has it."""
        for path in self.dice.sample(sorted(self.person.decks.iterdir()), 1):
            path.rename(path.with_name(f"{self.dice.choice(NAMES)}.yaml"))

    def remove(self, at: int) -> None:
        """Delete a deck, unless it is the only one."""
        for path in sorted(self.person.decks.iterdir())[1:2]:
            path.unlink()

    def answer(self, at: int) -> None:
        """Answer some cards."""
        sitting = self.sittings[at] = self.sittings[at] or self.open[at].sit()
        for _ in range(self.dice.randint(1, 4)):
            if sitting.showing:
                sitting.answer(Rating(self.dice.randint(1, 4)), took_ms=self.dice.randint(0, 9_000))
            else:
                self.sittings[at] = None

    def undo(self, at: int) -> None:
        """Take back the newest action, in the sitting or outside."""
        sitting = self.sittings[at]
        (sitting or self.open[at]).undo()

    def hide(self, at: int) -> None:
        """Hide or flag what is shown."""
        sitting = self.sittings[at]
        if sitting and sitting.showing:
            self.dice.choice((sitting.flag, lambda: sitting.hide(Did.SUSPENDED), lambda: sitting.hide(Did.BURIED)))()

    def reread(self, at: int) -> None:
        """Look at the decks again, in the sitting or outside."""
        sitting = self.sittings[at]
        (sitting.reread if sitting else self.open[at].refresh)()

    def adopt(self, at: int) -> None:
        """Give the history of an orphan to some card."""
        adopting, cards = self.open[at].adopting(), self.open[at].browsing().first(9)
        orphans = [orphan.id for orphan in adopting.orphans()]
        if orphans and cards:
            adopting.adopt([(self.dice.choice(orphans), self.dice.choice(cards))])

    def choose(self, at: int) -> None:
        """Set an option."""
        key, value = self.dice.choice((("retention", "0.8"), ("bury_siblings", "no"), ("rollover", "6")))
        self.open[at].set_option("", key, value)


def held(cache: Cache) -> dict[str, list[Any]]:
    """What a cache holds, row by row."""
    found = {}
    for table, columns in TABLES.items():
        rows = cache.connection.execute(f"SELECT {columns} FROM {table}").fetchall()
        found[table] = sorted((row for row in rows if table not in COUNTED or any(row[COUNTED[table] :])), key=repr)
    return found


def require_level(collection: Collection) -> None:
    """The cache holds what one made afresh holds, and each review counts once, for the card that the fold says."""
    collection.refresh()
    ledger, fresh = collection._ledger, Cache.open(MEMORY, "test")
    Library(collection._library.folders, fresh).refresh()
    Ledger(ledger.log, fresh, ledger.clock).catch_up()
    assert held(ledger.cache) == held(fresh)
    events = list(collection.events())
    whole = fold(events)
    standings = {row.id: row.standing for row in ledger.cards.rows()}
    assert all(standings.get(card, UNTOUCHED) == standing for card, standing in whole.standings.items())
    given = sum(counts(event) and event.id not in whole.voided for event in events)
    assert sum(standing.schedule.reps for standing in standings.values()) == given


@pytest.mark.parametrize("seed", range(6))
def test_the_cache_is_level_with_decks_and_log_whatever_is_done(person: Person, seed: int) -> None:
    life = Life(person, seed)
    deeds: list[Callable[[int], None]] = [
        *[life.write, life.move, life.undo, life.reread] * 2, *[life.answer] * 5,
        life.remove, life.hide, life.adopt, life.choose,
    ]  # fmt: skip
    try:
        for turn in range(60):
            with suppress(ProgressMoved, UsageError):
                life.dice.choice(deeds)(life.dice.randint(0, 1))
            if turn % 10 == 9:
                require_level(life.open[life.dice.randint(0, 1)])
                life.begin()
    finally:
        life.close()
