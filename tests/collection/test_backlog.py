"""Coming back to more reviews than a day's limit: the same order as ever, whether looked for or kept."""

import random

from quizzer.collection import queueing
from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.core.queue import Entry
from quizzer.core.schedule import Rating
from quizzer.store.log import Log
from tests.collection.people import Person

CARDS = 2_100
DAY_MS = 86_400_000


def away_for_long(person: Person) -> None:
    """Every card of a deck of some thousand was learnt on one of sixty days, and is overdue."""
    assert CARDS > queueing._LONG_BACKLOG
    notes = "\n".join(f"  - {{question: Q{n}?, id: n{n}, answer: a{n}}}" for n in range(CARDS))
    person.write("p.yaml", f"cards:\n{notes}\n")
    dice = random.Random(1)
    with person.opened() as collection:
        now, path = collection.moment().at, collection.places()[0].path
    with Log.open(path, dice.randbytes) as log:
        events = [
            Event(
                f"{dice.getrandbits(128):032x}",
                log.device,
                now - dice.randrange(40, 100) * DAY_MS + n,
                0,
                "UTC",
                Did.REVIEWED,
                f"p/n{n}",
                {"rating": 4, "mode": "study", "counts": True, "took_ms": 1},
            )
            for n in range(CARDS)
        ]
        log.append(sorted(events, key=lambda event: event.order), None)


def recalls(entries: tuple[Entry, ...], day: int) -> list[float]:
    return [entry.recall(day) for entry in entries]


def queue_of(collection: Collection) -> tuple[Entry, ...]:
    shelf = collection._shelf
    return queueing.todays_entries(shelf, queueing.Scope(tuple(shelf.decks)), collection.day())


def straightforward(collection: Collection, most: int) -> list[float]:
    rows = [row.standing.schedule for row in collection._ledger.cards.rows()]
    day = collection.day()
    reviews = [
        Entry("", "", "", s.state, s.due, s.stability, s.last_day).recall(day)
        for s in rows
        if s.state == 2 and s.due <= day
    ]
    return sorted(reviews, reverse=True)[:most]


def test_a_long_backlog_comes_by_falling_retrievability(person: Person) -> None:
    away_for_long(person)
    with person.opened() as collection:
        first = queue_of(collection)
        assert recalls(first, collection.day()) == straightforward(collection, 200)
        assert queue_of(collection) == first
        sitting = collection.sit()
        for _ in range(3):
            sitting.answer(Rating.EASY)
        assert queue_of(collection) == first[3:]
        collection.undo()
        assert recalls(queue_of(collection), collection.day()) == straightforward(collection, 198)
    with person.opened() as collection:
        assert recalls(queue_of(collection), collection.day()) == straightforward(collection, 198)


def test_a_backlog_is_asked_while_another_quizzer_writes(person: Person) -> None:
    away_for_long(person)
    with person.opened() as collection, person.opened() as other, other._ledger.cache.writing():
        collection._ledger.cache.connection.execute("PRAGMA busy_timeout = 1")
        assert len(queue_of(collection)) == 200
