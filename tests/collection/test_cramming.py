"""Cramming: all cards, the weakest first; whatever is answered, no schedule, no limit and no count of the day moves."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.collection.collection import Collection
from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did, Event
from quizzer.core.progress import Standing, fold
from quizzer.core.schedule import Rating
from quizzer.errors import ProgressMoved
from tests.collection.people import CAPITALS, NOW, Person

LATER = "2026-11-24T08:12:00+01:00"


def shown(sitting: Sitting) -> str:
    return sitting.showing.card.id if sitting.showing else ""


def crammed(sitting: Sitting) -> list[str]:
    """The cards of a sitting in their order, each answered with Good."""
    cards = []
    while sitting.showing:
        cards.append(shown(sitting))
        sitting.answer(Rating.GOOD)
    return cards


def standings(collection: Collection) -> dict[str, Standing]:
    """Where the cards stand, but for what the log has seen of their text."""
    found = fold(collection.events()).standings
    return {card: one._replace(seen="") for card, one in found.items() if one._replace(seen="") != Standing()}


def studied(person: Person, *ratings: Rating) -> None:
    """Study that day's cards with these ratings, in turn."""
    with person.opened() as collection:
        sitting = collection.sit()
        for rating in ratings:
            sitting.answer(rating)


DEEDS = st.lists(st.sampled_from([*Rating, "undo"]), max_size=12)


@settings(max_examples=12, deadline=None)
@given(DEEDS)
def test_whatever_is_crammed_schedule_limits_and_counts_stay(deeds: list[Rating | str]) -> None:
    with TemporaryDirectory() as folder:
        person = Person(Path(folder))
        person.write("capitals.yaml", CAPITALS)
        studied(person, Rating.GOOD, Rating.EASY)
        person.now = LATER
        with person.opened() as collection:
            before = standings(collection), collection.overview(), collection.sit().left
            sitting = collection.sit(cram=True)
            done = 0
            for deed in deeds:
                if isinstance(deed, Rating):
                    if sitting.showing:
                        sitting.answer(deed)
                        done += 1
                elif done:
                    assert sitting.undo() is not None
                    done -= 1
            assert sitting.done == done
            assert (standings(collection), collection.overview(), collection.sit().left) == before
            marks = {(event.data["mode"], event.data["counts"]) for event in _reviews(collection)[2:]}
            assert marks <= {("cram", False)}
        with person.opened() as collection:  # the cache made by another fold says the same
            assert (collection.overview(), collection.sit().left) == before[1:]


def _reviews(collection: Collection) -> list[Event]:
    return [event for event in collection.events() if event.kind == Did.REVIEWED]


def test_the_weakest_come_first_and_what_was_never_seen_last(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        given_to = {}
        for rating in (Rating.EASY, Rating.AGAIN):
            given_to[rating] = shown(sitting)
            sitting.answer(rating)
        cram = collection.sit(cram=True)
        order = crammed(cram)
        assert order[:2] == [given_to[Rating.AGAIN], given_to[Rating.EASY]]  # of one day: by stability
        assert sorted(order) == ["capitals/madrid", "capitals/paris", "capitals/rome", "capitals/rome#r"]


def test_it_can_be_asked_when_nothing_is_due_and_of_one_deck(person: Person) -> None:
    person.write("rivers.yaml", "cards:\n  - {question: Longest?, answer: Nile, id: nile}\n")
    studied(person, *[Rating.EASY] * 4)
    with person.opened() as collection:
        assert collection.sit().showing is None
        assert len(crammed(collection.sit(cram=True))) == 5
        assert crammed(collection.sit(["rivers"], cram=True)) == ["rivers/nile"]
        assert crammed(collection.sit(tag="iberia", cram=True)) == ["capitals/madrid"]
        assert len(crammed(collection.sit(limit=2, cram=True))) == 2


def test_what_was_forgotten_comes_again_and_the_rest_is_done(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit(cram=True)
        first = shown(sitting)
        assert sitting.waits() == ("1 min", "done", "done", "done")
        sitting.answer(Rating.AGAIN)
        order = crammed(sitting)
        assert len(order) == 4
        assert order[-1] == first
        words = sitting.ending().words
        assert words[0] == "5 answers: 1 Again, 4 Good."
        assert words[1].startswith("Cramming changes no schedule")


def test_undo_in_this_and_in_a_later_sitting(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit(cram=True)
        first = shown(sitting)
        sitting.answer(Rating.AGAIN)
        assert sitting.undo() is not None
        assert (shown(sitting), sitting.done) == (first, 0)
        sitting.answer(Rating.GOOD)
        second = shown(sitting)
    person.now = LATER
    with person.opened() as collection:
        sitting = collection.sit(cram=True)
        sitting.answer(Rating.GOOD)
        sitting.undo()
        undone = sitting.undoable()
        assert undone is not None
        assert undone.earlier_sitting
        sitting.undo()
        assert shown(sitting) == first
        assert second in crammed(sitting)


def test_another_quizzer_that_answers_meanwhile_costs_nothing(person: Person) -> None:
    with person.opened() as collection, person.opened() as other:
        sitting = collection.sit(cram=True)
        again = shown(sitting)
        sitting.answer(Rating.AGAIN)
        done = shown(sitting)
        sitting.answer(Rating.GOOD)
        here = shown(sitting)
        other.refresh()
        other.sit().answer(Rating.GOOD)
        with pytest.raises(ProgressMoved):
            sitting.answer(Rating.GOOD)
        assert shown(sitting) == here
        order = crammed(sitting)
        assert order[-1] == again  # it still waits for its turn
        assert done not in order


def test_what_is_suspended_or_hidden_today_is_not_crammed(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit(cram=True)
        while sitting.showing:
            sitting.hide(Did.SUSPENDED if sitting.left.new % 2 else Did.BURIED)
        assert sitting.ending().words[0] == "Nothing was asked."
        assert "all are suspended or hidden until tomorrow" in collection.sit(cram=True).ending().words[1]
        person.now = LATER
    with person.opened() as collection:
        assert len(crammed(collection.sit(cram=True))) == 2


def test_left_half_way_it_says_what_was_left(person: Person) -> None:
    assert person.now == NOW
    with person.opened() as collection:
        sitting = collection.sit(cram=True)
        assert sitting.ending().words == (
            "Nothing was answered.",
            "4 cards were left to cram.",
            "Cramming changes no schedule: what is due today still is, and no limit has been touched.",
        )
