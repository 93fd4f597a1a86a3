"""Studying: an answer is on disk before the next card, undo reaches anything, and a sitting goes on where it was."""

import sqlite3

import pytest

from quizzer.collection.given import Given
from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did
from quizzer.core.schedule import Rating, State
from quizzer.core.verdict import overruled
from quizzer.errors import ProgressMoved
from tests.collection.people import Person


def shown(sitting: Sitting) -> str:
    return sitting.showing.card.id if sitting.showing else ""


def kinds(person: Person) -> list[str]:
    with person.opened() as collection:
        return [event.kind for event in collection.events()]


def test_an_answer_is_in_the_log_before_the_next_card_is_shown(person: Person) -> None:
    with person.opened() as collection, person.opened() as other:
        sitting = collection.sit()
        first = shown(sitting)
        sitting.respond("Paris")
        sitting.answer(Rating.GOOD, took_ms=1_234)
        (event,) = [event for event in other.events() if event.kind == Did.REVIEWED]
        assert (event.card, event.data["rating"], event.data["response"]) == (first, 3, "Paris")
        assert shown(sitting) not in ("", first)
        assert sitting.done == 1


def test_a_whole_sitting_ends_with_what_is_next(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        assert sitting.left == (3, 0, 0)
        while sitting.showing:
            sitting.answer(Rating.EASY)
        ending = sitting.ending()
        assert ending.tally == (0, 0, 0, 3)
        assert ending.words[0].startswith("3 answers")
        assert ending.words[-1] == "Next: 1 card tomorrow."  # Rome's reverse, a sibling
        assert collection.overview().everything.today == 0


def test_a_sitting_that_is_left_goes_on_where_it_was(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        sitting.answer(Rating.EASY)
        second = shown(sitting)
    with person.opened() as collection:
        assert shown(collection.sit()) == second


def test_the_wait_on_the_button_is_the_wait_that_counts(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        card, waits = shown(sitting), sitting.waits()
        assert waits[:3] == ("1 min", "6 min", "10 min")
        sitting.answer(Rating.EASY)
        (report,) = (row for row in collection.card_reports() if row.id == card)
        days = int(waits[3].split()[0])
        assert report.due == f"2026-{11 + (23 + days > 30):02d}-{(23 + days - 1) % 30 + 1:02d}"


def test_undo_shows_the_card_again_as_if_nothing_had_been(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        first, before = shown(sitting), sitting.left
        sitting.answer(Rating.GOOD)
        undoable = sitting.undoable()
        assert undoable is not None
        assert undoable.what.startswith("Good on “")
        assert undoable.what.endswith(", today 08:12")
        sitting.undo()
        assert (shown(sitting), sitting.left, sitting.done) == (first, before, 0)
        assert sitting.showing is not None
        assert sitting.showing.schedule.state is State.NEW
        assert sitting.undo() is None


def test_undo_reaches_into_an_earlier_sitting_and_says_so(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        first = shown(sitting)
        sitting.answer(Rating.GOOD)
    person.now = "2026-11-24T09:00:00+01:00"
    with person.opened() as collection:
        undoable = collection.undoable()
        assert undoable is not None
        assert undoable.earlier_sitting
        assert undoable.what.endswith("yesterday 08:12")
        collection.undo()
        assert collection.overview().everything.new == 3
        sitting = collection.sit()
        sitting.answer(Rating.AGAIN)
        sitting.undo()
        sitting.undo()
        assert first in {report.id for report in collection.card_reports() if report.state == "new"}


def test_undo_brings_a_card_of_an_earlier_sitting_to_the_front(person: Person) -> None:
    with person.opened() as collection:
        first = shown(collection.sit())
        collection.sit().answer(Rating.EASY)
    person.now = "2026-11-23T09:00:00+01:00"
    with person.opened() as collection:
        sitting = collection.sit()
        assert shown(sitting) != first
        sitting.undo()
        assert shown(sitting) == first


def test_hiding_a_card_or_its_note_is_one_action(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        while shown(sitting) != "capitals/rome":
            sitting.hide(Did.BURIED)
        assert sitting.hide(Did.SUSPENDED, whole_note=True).startswith("2 cards of this note are suspended")
        assert sum(report.suspended for report in collection.card_reports()) == 2
        undoable = sitting.undoable()
        assert undoable is not None
        assert undoable.what.startswith("2 cards of one note suspended")
        sitting.undo()
        assert shown(sitting) == "capitals/rome"
        assert not any(report.suspended for report in collection.card_reports())


def test_a_flag_comes_and_goes_on_the_same_card(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        card = shown(sitting)
        assert sitting.flag("typo") == "Flagged."
        assert (shown(sitting), collection.overview().flagged) == (card, 1)
        sitting.undo()
        assert (shown(sitting), collection.overview().flagged) == (card, 0)
        sitting.flag()
        assert sitting.flag() == "The flag is gone."


def test_what_another_quizzer_answered_meanwhile_is_seen_first(person: Person) -> None:
    with person.opened() as one, person.opened() as two:
        mine, theirs = one.sit(), two.sit()
        theirs.answer(Rating.EASY)
        with pytest.raises(ProgressMoved):
            mine.answer(Rating.AGAIN)
        assert shown(mine) == shown(theirs)
        mine.answer(Rating.EASY)
    assert kinds(person).count(Did.REVIEWED) == 2


def test_the_text_of_a_reviewed_card_is_kept_once_a_version(person: Person) -> None:
    with person.opened() as collection:
        collection.sit().answer(Rating.AGAIN)
        collection.sit(limit=1).answer(Rating.AGAIN)
    seen = kinds(person).count(Did.TEXT_SEEN)
    reviewed = kinds(person).count(Did.REVIEWED)
    assert (seen, reviewed) == (2, 2)  # two cards
    person.now = "2026-11-23T08:20:00+01:00"
    with person.opened() as collection:
        sitting = collection.sit()
        while sitting.showing and sitting.showing.schedule.state is State.NEW:
            sitting.hide(Did.BURIED)
        sitting.answer(Rating.GOOD)
    assert kinds(person).count(Did.TEXT_SEEN) == 2


def test_an_authors_options_are_recorded_when_first_used(person: Person) -> None:
    person.write("own.yaml", "study: {max_interval: '3'}\ncards:\n  - question: One?\n    id: one\n    answer: '1'\n")
    with person.opened() as collection:
        assert collection.options("own")["max_interval"] == (3, "deck")
        collection.sit(["own"]).answer(Rating.EASY)
        (event,) = [event for event in collection.events() if event.kind == Did.OPTION_SET]
        assert event.data == {"scope": "own", "key": "max_interval", "value": "3", "by": "deck"}
        (report,) = collection.card_reports(["own"])
        assert report.due == "2026-11-26"
        undoable = collection.undoable()
        assert undoable is not None
        assert undoable.what.startswith("Easy")


def test_the_passage_is_shown_with_the_quote_marked(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        while shown(sitting) != "capitals/paris":
            sitting.hide(Did.BURIED)
        passage = sitting.passage()
        assert passage is not None
        assert (passage.title, passage.place, passage.heading) == ("Pocket Atlas", "passage 1", "Atlas › France")
        ((start, end),) = passage.marks
        assert passage.text[start:end] == "Paris, capital\nof France"
        sitting.hide(Did.BURIED)
        assert sitting.passage() is None


def test_only_files_beside_the_deck_are_shown(person: Person) -> None:
    (person.decks.parent / "secret.md").write_text("Paris, capital of France", "utf-8")
    person.write(
        "capitals.yaml", (person.decks / "capitals.yaml").read_text("utf-8").replace("atlas.md", "../secret.md")
    )
    with person.opened() as collection:
        sitting = collection.sit()
        while shown(sitting) != "capitals/paris":
            sitting.hide(Did.BURIED)
        passage = sitting.passage()
        assert passage is not None
        assert "lies outside the deck's folder" in passage.note


def test_only_a_tag_a_count_or_a_while(person: Person) -> None:
    with person.opened() as collection:
        assert [shown(collection.sit(tag="Iberia")), sum(collection.sit(tag="iberia").left)] == ["capitals/madrid", 1]
        sitting = collection.sit(limit=1)
        sitting.answer(Rating.GOOD)
        assert sitting.showing is None
        assert collection.sit(minutes=0).showing is None


def test_judging_and_studying_share_the_card(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit(tag="iberia")
        assert sitting.showing is not None
        verdict = sitting.respond("madrid")
        assert verdict is not None
        assert sitting.given == ("madrid", verdict, False)
        sitting.answer(Rating.GOOD)
        (event,) = [event for event in collection.events() if event.kind == Did.REVIEWED]
        assert (event.data["response"], event.data["score"]) == ("madrid", 1)
        assert sitting.given == Given(), "the next card is not answered"


def test_the_person_s_word_counts_more_than_the_verdict_until_it_is_taken_back(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit(tag="iberia")
        verdict = sitting.respond("Lisbon")
        assert verdict is not None
        assert sitting.overrule() == overruled(verdict)
        assert sitting.overrule(False) == verdict
        sitting.overrule()
        sitting.answer(Rating.GOOD)
        (event,) = [event for event in collection.events() if event.kind == Did.REVIEWED]
        assert (event.data["response"], event.data["score"]) == ("Lisbon", 1)


def test_an_authors_new_suggestion_counts_on_the_button_and_in_the_log(person: Person) -> None:
    deck = "study: {max_interval: '3'}\ncards:\n  - Q1 = a\n  - Q2 = b\n"
    person.write("own.yaml", deck)
    with person.opened() as collection:
        collection.sit(["own"]).answer(Rating.EASY)
        person.write("own.yaml", deck.replace("3", "2"))
        collection.refresh()
        sitting = collection.sit(["own"])
        assert sitting.waits()[3] == "2 days"
        sitting.answer(Rating.EASY)
        assert sorted(report.due for report in collection.card_reports(["own"])) == ["2026-11-25", "2026-11-26"]


def test_an_answer_to_a_card_that_was_looked_at_before_another_came_is_refused(person: Person) -> None:
    """Whoever has looked at the log meanwhile: the person answers what they saw."""
    with person.opened() as one, person.opened() as two:
        mine = one.sit()
        two.sit().answer(Rating.EASY)
        one.refresh()
        with pytest.raises(ProgressMoved):
            mine.answer(Rating.AGAIN)
        assert mine.showing is not None
        assert mine.showing.card.note.id != "paris"
    assert kinds(person).count(Did.REVIEWED) == 1


def test_undo_counts_an_answer_out_also_when_another_quizzer_came_between(person: Person) -> None:
    with person.opened() as one, person.opened() as two:
        mine = one.sit(limit=3)
        mine.answer(Rating.GOOD, took_ms=2_000)
        two.refresh()
        two.sit().answer(Rating.EASY)
        with pytest.raises(ProgressMoved):
            mine.answer(Rating.AGAIN)
        assert (mine.done, mine.course.total) == (1, 3)
        mine.undo()  # of the other sitting, on the same device
        assert (mine.done, mine.course.total) == (1, 3)
        mine.undo()
        assert (mine.done, mine.course.total) == (0, 3)


def test_where_the_cache_is_locked_the_answer_counts_and_the_sitting_goes_on(person: Person) -> None:
    with person.opened() as collection:
        cache = next(place.path for place in collection.places() if place.name == "cache")
        sitting = collection.sit()
        collection._cache.connection.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(cache, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        first = shown(sitting)
        sitting.answer(Rating.EASY)
        assert (sitting.done, shown(sitting) != first) == (1, True)
        sitting.answer(Rating.EASY)
        other.execute("ROLLBACK")
        other.close()
        assert "kept in memory" in collection.overview().notices[0]
        assert "made anew" in next(place.why for place in collection.places() if place.name == "cache")
    assert kinds(person).count(Did.REVIEWED) == 2
    with person.opened() as collection:
        assert collection.overview().reviewed_today == 2


def test_where_the_cache_is_locked_changed_decks_are_read_all_the_same(person: Person) -> None:
    with person.opened() as collection:
        cache = next(place.path for place in collection.places() if place.name == "cache")
        collection._cache.connection.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(cache, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        person.write("more.yaml", "cards:\n  - a = b\n")
        assert collection.refresh()
        assert len(collection.overview().decks) == 2
        other.close()


def test_what_comes_after_the_rollover_of_this_night_is_not_said_to_come_tomorrow(person: Person) -> None:
    """At ten to four in the morning the next study day is ten minutes away."""
    person.now = "2026-11-24T03:50:00+01:00"
    with person.opened() as collection:
        sitting = collection.sit()
        while sitting.showing:
            sitting.answer(Rating.EASY)
        assert sitting.ending().words[-1] == "Next: 1 card today after 04:00."


def test_where_the_caches_disk_is_full_the_sitting_goes_on(person: Person) -> None:
    with person.opened() as collection:
        sitting = collection.sit()
        connection = collection._cache.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        for free in range(20):
            sitting.flag("words that take some room " * 400 + str(free))
            if "full" in next(iter(collection.notices()), ""):
                break
        else:
            raise AssertionError("the disk never was full")
        first = shown(sitting)
        sitting.answer(Rating.EASY)
        assert (sitting.done, shown(sitting) != first) == (1, True)
    with person.opened() as collection:
        assert collection.overview().reviewed_today == 1
