"""Home's figures are what a sitting then asks, on every day of a lazy or eager life."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.collection.collection import Collection
from quizzer.core.event import Did
from quizzer.core.schedule import Rating
from quizzer.errors import UsageError
from tests.collection.people import Person

DECK = """\
cards:
  - {{question: A{0}?, id: a, answer: a{0}, both_ways: true}}
  - {{question: B{0}?, id: b, answer: b{0}}}
  - {{cloze: "{{{{c1::one{0}}}}} and {{{{c2::two{0}}}}} and {{{{c3::three{0}}}}}", id: c}}
  - {{question: D{0}?, id: d, answer: d{0}}}
"""

_days = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 6), st.sampled_from(["", "p", "q"])), min_size=1, max_size=6
)
_limits = st.dictionaries(
    st.sampled_from([("", "new_per_day"), ("", "reviews_per_day"), ("p", "new_per_day"), ("p", "bury_siblings")]),
    st.integers(0, 4),
    max_size=3,
)


def assert_home_is_right(collection: Collection) -> None:
    overview = collection.overview()
    everything = collection.sit()
    assert (overview.everything.new, overview.everything.learning, overview.everything.due) == everything.left
    for row in overview.decks:
        assert (row.new, row.learning, row.due) == collection.sit([row.id]).left, row.id
    reviews = [event for event in collection.events() if event.kind == Did.REVIEWED]
    assert overview.reviewed_today <= len(reviews)


@given(_days, _limits, st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_home_says_what_a_sitting_then_asks(
    days: list[tuple[int, int, str]], limits: dict[tuple[str, str], int], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Path(folder))
        person.write("p.yaml", DECK.format("p"))
        person.write("q.yaml", DECK.format("q"))
        day = 1
        for gap, answers, deck in days:
            day += gap
            person.now = f"2026-{1 + day // 28:02d}-{1 + day % 28:02d}T09:00:00+01:00"
            with person.opened() as collection:
                for (scope, key), value in limits.items():
                    text = ("yes", "no")[value % 2] if key == "bury_siblings" else str(value)
                    collection.set_option(scope, key, text)
                sitting = collection.sit([deck] if deck else [])
                for turn in range(answers):
                    if sitting.showing:
                        sitting.answer(Rating(1 + (turn * 7 + seed + day) % 4))
                assert_home_is_right(collection)
            limits = {}


def test_all_done_says_what_comes_next(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        while sitting.showing:
            sitting.answer(Rating.EASY)
        row = collection.overview().everything
        assert (row.today, row.next_day, row.next_count) == (0, collection.overview().day + 1, 1)


def test_new_cards_are_not_told_for_tomorrow_while_another_deck_is_behind(person: Person) -> None:
    person.write("p.yaml", "cards:\n  - A = a\n  - B = b\n  - C = c\n  - D = d\n")
    with person.opened() as collection:
        sitting = collection.sit()
        while sitting.showing:
            sitting.answer(Rating.EASY)
        collection.set_option("", "reviews_per_day", "1")
    person.write("q.yaml", "cards:\n  - E = e\n")
    person.now = "2027-06-01T09:00:00+01:00"
    with person.opened() as collection:
        overview = collection.overview()
        fresh = next(row for row in overview.decks if row.id == "q")
        assert overview.behind
        assert (fresh.today, fresh.next_day) == (0, None)


def test_a_learning_card_that_is_buried_comes_tomorrow(person: Person) -> None:
    person.write("capitals.yaml", "cards:\n  - France = Paris\n")
    with person.opened() as collection:
        sitting = collection.sit()
        sitting.answer(Rating.AGAIN)
        sitting.hide(Did.BURIED)
        row = collection.overview().everything
        assert (row.today, row.next_day, row.next_count) == (0, collection.day() + 1, 1)


def test_a_streak_counts_days_in_a_row(person: Person) -> None:
    for day in (20, 21, 22):
        person.now = f"2026-11-{day}T09:00:00+01:00"
        with person.opened() as collection:
            collection.sit().answer(Rating.AGAIN)
    with person.opened() as collection:
        overview = collection.overview()
    assert (overview.streak, overview.reviewed_today, overview.reviewed_yesterday) == (3, 1, 1)


def test_the_study_day_starts_at_the_rollover_hour_where_the_person_is(person: Person) -> None:
    person.now = "2026-11-23T03:59:00+01:00"
    with person.opened() as collection:
        late = collection.overview().day
    person.now = "2026-11-23T04:00:00+01:00"
    with person.opened() as collection:
        assert collection.overview().day == late + 1
        collection.set_option("", "rollover", "5")
        assert collection.overview().day == late


def test_options_are_set_by_a_part_of_their_name_and_refused_in_a_sentence(person: Person) -> None:
    with person.opened() as collection:
        assert collection.set_option("capitals", "retention", "0.85") == "desired_retention"
        assert collection.options("capitals")["desired_retention"] == (0.85, "this deck")
        assert collection.options()["desired_retention"] == (0.9, "default")
        collection.undo()
        assert collection.options("capitals")["desired_retention"] == (0.9, "default")
        for deck, key, value in (
            ("", "retention", "3"),
            ("", "steps", "10m 1m"),
            ("", "zzz", "1"),
            ("p", "rollover", "3"),
        ):
            with pytest.raises(UsageError):
                collection.set_option(deck, key, value)


def test_places_say_why(person: Person) -> None:
    with person.opened() as collection:
        places = {place.name: place for place in collection.places()}
    assert places["progress"].path == str(person.home / "progress.sqlite")
    assert places["progress"].why == "--home says so"
    assert places["decks"].why == "--decks says so"
