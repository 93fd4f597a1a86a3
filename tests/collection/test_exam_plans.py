"""What is said of an exam, through the real collection, and that it comes true for somebody who keeps to it."""

import math
from pathlib import Path

import pytest

from quizzer.collection.exam_plans import exam_plan
from quizzer.collection.exam_words import exam_lines
from quizzer.collection.score_report import summary
from quizzer.collection.scores import Wanted
from quizzer.core.day import DAY_MS, date_of
from quizzer.core.schedule import Rating
from quizzer.store.log import Log
from tests.collection.learners import START, Learner, Study, card_ids
from tests.collection.people import Person

BEGIN = START // DAY_MS
PAST, DAYS, SEEN, CARDS, NEW = 40, 8, 60, 90, 3
LEARNER = Learner("pupil", lambda days, strength: math.pow(0.9, days / strength), 2.0, 2.0, 0.3, 0.4)


def at_day(day: int) -> str:
    return f"{date_of(BEGIN + day).isoformat()}T18:00:00+00:00"


def deck_text(count: int) -> str:
    return "cards:\n" + "".join(f"  - {{question: Q{n}?, id: n{n}, answer: A{n}}}\n" for n in range(count))


@pytest.fixture
def study() -> Study:
    return Study(LEARNER, card_ids(SEEN), 1)


@pytest.fixture
def person(tmp_path: Path, study: Study) -> Person:
    """Somebody who knows 60 of 90 cards and has an exam in 8 days, with 3 new cards a day."""
    someone = Person(tmp_path, at_day(PAST))
    someone.write("deck.yaml", deck_text(CARDS))
    (tmp_path / "home").mkdir()
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(study.days(PAST)), None)
    with someone.opened() as collection:
        collection.set_option("deck", "exam", str(date_of(BEGIN + PAST + DAYS)))
        collection.set_option("", "new_per_day", str(NEW))
    return someone


def test_what_is_said_comes_true(person: Person, study: Study) -> None:
    with person.opened() as collection:
        plan = exam_plan(collection.scores(), "deck")
    assert plan is not None
    asked, took = 0, 0
    for day in range(PAST, PAST + DAYS):
        person.now, study.day = at_day(day), day
        with person.opened() as collection:
            sitting, cards = collection.sit(), set[str]()
            while sitting.showing:
                card = sitting.showing.card.id
                cards.add(card)
                remembered = card in study.traces and study.dice.random() < study.recall(card, day)
                study._strengthen(card, remembered)
                took += 7_000
                sitting.answer(Rating.GOOD if remembered else Rating.AGAIN, took_ms=7_000)
            asked += len(cards)
    known = sum(study.recall(f"deck/n{n}", PAST + DAYS) for n in range(CARDS)) / CARDS
    assert plan.unseen == CARDS - len(study.traces) == CARDS - SEEN - DAYS * NEW
    assert plan.not_again == 0
    assert plan.cards_a_day == pytest.approx(asked / DAYS, rel=0.15)
    assert plan.seconds_a_day == pytest.approx(took / 1000 / DAYS, rel=0.25)
    assert plan.expected.score == pytest.approx(known, abs=0.035)
    assert plan.expected.low < known < plan.expected.high


def test_the_limit_that_leaves_none_unseen_does(person: Person) -> None:
    with person.opened() as collection:
        plan = exam_plan(collection.scores(), "deck")
        assert plan is not None
        assert (plan.new_per_day, plan.enough_new, plan.unseen) == (NEW, math.ceil((CARDS - SEEN) / DAYS), 6)
        collection.set_option("", "new_per_day", str(plan.enough_new - 1))
        fewer = exam_plan(collection.scores(), "deck")
        collection.set_option("", "new_per_day", str(plan.enough_new))
        enough = exam_plan(collection.scores(), "deck")
    assert fewer is not None
    assert enough is not None
    assert fewer.unseen > 0
    assert enough.unseen == 0


def test_decks_that_take_turns_share_the_limit(person: Person) -> None:
    person.write("other.yaml", deck_text(50))
    with person.opened() as collection:
        plan = exam_plan(collection.scores(), "deck")
        assert plan is not None
        assert (plan.shared, plan.new_per_day, plan.enough_new, plan.unseen) == (True, NEW, 8, 18)
        collection.set_option("", "exam", str(date_of(BEGIN + PAST + DAYS)))
        whole = exam_plan(collection.scores(), "")
    assert whole is not None
    assert (whole.expected.cards, whole.enough_new) == (CARDS + 50, 10)


@pytest.mark.parametrize("days", [-3, 0, 401])
def test_of_an_exam_that_is_over_or_far_off_nothing_is_said(person: Person, days: int) -> None:
    with person.opened() as collection:
        collection.set_option("deck", "exam", str(date_of(BEGIN + PAST + days)))
        assert exam_plan(collection.scores(), "deck") is None
        assert exam_plan(collection.scores(), "") is None
        assert summary(collection.scores(), Wanted("deck"))["exam"] is None


def test_it_is_told_in_sentences_and_as_data(person: Person) -> None:
    with person.opened() as collection:
        plan = exam_plan(collection.scores(), "deck")
        told = summary(collection.scores(), Wanted("deck"))["exam"]
        assert summary(collection.scores(), Wanted())["exam"] is None
    assert plan is not None
    first, more = exam_lines(plan)
    assert first.startswith("Exam Wed 15 Jul, in 8 days: ")
    assert first.endswith(" if you keep to the plan.")
    assert more.endswith("At 3 new a day 6 cards stay unseen; 4 a day would leave none.")
    assert told["on"] == "2026-07-15"
    assert (told["days"], told["unseen"], told["enough_new"]) == (8, 6, 4)
    assert told["low"] < told["expected"] < told["high"]
    late = plan._replace(unseen=2, enough_new=1, not_again=1, exam=plan.day + 1, cards_a_day=0.0)
    assert exam_lines(late)[0].startswith("Exam Wed 8 Jul, tomorrow: ")
    assert exam_lines(late)[1] == (
        "2 cards stay unseen: reviews come first, and the day's limits leave no room. "
        "1 card does not come again in the last week."
    )
    next_year = plan._replace(exam=plan.day + 200, unseen=0)
    assert exam_lines(next_year)[0].startswith("Exam Sat 23 Jan 2027, in 200 days: ")
    assert "all decks" in exam_lines(plan._replace(shared=True))[1]
    assert len(exam_lines(next_year._replace(cards_a_day=0.0))) == 1
