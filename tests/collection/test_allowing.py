"""A backlog that does not frighten: it is clear on the day that was promised, spread or not."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.core.memory import retrievability
from quizzer.core.schedule import Rating, State
from quizzer.store.log import Log
from tests.collection.people import Person

MORNING = datetime.fromisoformat("2026-11-23T08:00:00+01:00")
DAY_MS = 86_400_000


def behind(folder: Path, cards: int, seed: int) -> Person:
    """Somebody who learnt cards, reviewed some of them, and then was away for weeks."""
    person, dice = Person(folder, MORNING.isoformat()), random.Random(seed)
    notes = "\n".join(f"  - {{question: Q{n}?, id: n{n}, answer: a{n}}}" for n in range(cards + 5))
    person.write("p.yaml", f"cards:\n{notes}\n")
    with person.opened() as collection:
        now, path = collection.moment().at, collection.places()[0].path
    events = []
    with Log.open(path, dice.randbytes) as log:
        for number in range(cards):
            at = now - dice.randrange(30, 90) * DAY_MS + number
            for rating in (4, 3)[: dice.choice((1, 2))]:
                data = {"rating": rating, "mode": "study", "counts": True, "took_ms": 5000}
                id = f"{dice.getrandbits(128):032x}"
                events.append(Event(id, log.device, at, 0, "UTC", Did.REVIEWED, f"p/n{number}", data))
                at += dice.randrange(3, 15) * DAY_MS
        log.append(sorted(events, key=lambda event: event.order), None)
    return person


def study_all(collection: Collection, dice: random.Random) -> int:
    """Answer all of today as somebody does who remembers what the schedule promises; how many reviews were due."""
    sitting, reviews = collection.sit(), 0
    while sitting.showing:
        schedule = sitting.showing.schedule
        reviews += schedule.state is State.REVIEW
        recall = retrievability(collection.day() - schedule.last_day, schedule.stability)
        due = schedule.state is State.REVIEW
        forgotten = due and dice.random() > recall
        sitting.answer(Rating.AGAIN if forgotten else Rating.GOOD if due else Rating.EASY)
    return reviews


@pytest.mark.parametrize(("seed", "spread"), [(1, 0), (2, 7)])
def test_a_backlog_is_clear_on_the_day_that_was_promised(tmp_path: Path, seed: int, spread: int) -> None:
    person, dice, promised = behind(tmp_path, 220, seed), random.Random(seed), 0
    with person.opened() as collection:
        collection.set_option("", "reviews_per_day", "40")
        if spread:
            count, last = collection.allowing().spread(spread)
            assert last == collection.day() + spread - 1
            assert count * spread >= 200
    for later in range(30):
        person.now = (MORNING + timedelta(days=later)).isoformat()
        with person.opened() as collection:
            seen = collection.overview()
            if not later:
                promised = collection.allowing().clear_days()[""]
                assert seen.everything.due_in_all > 180
            if not seen.behind:
                assert abs(seen.day - promised) <= 1
                assert not spread or abs(later - spread + 1) <= 1
                return
            assert seen.everything.new == 0
            assert study_all(collection, dice) == seen.everything.due
    raise AssertionError("never clear")


def test_as_many_as_i_can_asks_all_that_is_due_and_changes_no_limit(tmp_path: Path) -> None:
    with behind(tmp_path, 60, 3).opened() as collection:
        collection.set_option("", "reviews_per_day", "10")
        whole = collection.overview().everything
        sitting = collection.sit(unlimited=True)
        assert sitting.left.due == whole.due_in_all > 10
        for _ in range(15):
            sitting.answer(Rating.EASY)
        assert (collection.overview().everything.due, sitting.left.due) == (0, whole.due_in_all - 15)


def test_a_spread_ends_by_itself_or_when_it_is_wished(tmp_path: Path) -> None:
    person = behind(tmp_path, 60, 4)
    with person.opened() as collection:
        allowing = collection.allowing()
        assert not allowing.end_spread()
        count, _ = allowing.spread(7)
        assert collection.overview().everything.due == count < 60
        assert allowing.end_spread()
        assert collection.overview().spread is None
        collection.undo()
        assert collection.overview().everything.due == count
    person.now = (MORNING + timedelta(days=7)).isoformat()
    with person.opened() as collection:
        assert collection.overview().spread is None


def test_more_new_cards_come_though_reviews_wait(tmp_path: Path) -> None:
    with behind(tmp_path, 30, 5).opened() as collection:
        collection.set_option("", "reviews_per_day", "10")
        assert collection.overview().everything.new == 0
        assert collection.allowing().more_new(()) == 5
        assert collection.overview().everything.new == collection.sit().left.new == 5
        assert collection.allowing().more_new(()) == 0


def test_more_new_cards_of_decks_with_limits_of_their_own(tmp_path: Path) -> None:
    person = Person(tmp_path)
    for name in "pqr":
        notes = "\n".join(f"  - {{question: {name}{n}?, id: n{n}, answer: a{n}}}" for n in range(30))
        person.write(f"{name}.yaml", f"cards:\n{notes}\n")
    with person.opened() as collection:
        collection.set_option("p", "new_per_day", "2")
        collection.set_option("q", "new_per_day", "0")
        collection.set_option("", "new_per_day", "2")
        assert collection.allowing().more_new(()) == 10
        assert [row.new for row in collection.overview().decks] == [12, 0, 12]
        assert collection.allowing().more_new(["q"]) == 10
        assert collection.sit(["q"]).left.new == collection.overview().decks[1].new == 10
        collection.undo()
        collection.undo()
        assert [row.new for row in collection.overview().decks] == [2, 0, 2]


def test_ten_minutes_begin_with_what_is_worth_most(tmp_path: Path) -> None:
    with behind(tmp_path, 200, 6).opened() as collection:
        sitting = collection.sit(minutes=10, best=True)
        assert 0 < sitting.left.due < collection.overview().everything.due
        first = sitting.showing
        assert first is not None
        assert retrievability(collection.day() - first.schedule.last_day, first.schedule.stability) < 0.9
