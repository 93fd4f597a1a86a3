"""A sitting as a value: what is asked next, and what one answer changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.event import Did
from quizzer.core.grading import Outcome, Verdict
from quizzer.core.moment import Moment
from quizzer.core.options import DEFAULTS
from quizzer.core.queue import Entry
from quizzer.core.schedule import UNSEEN, Rating, Schedule, State, review
from quizzer.core.session import CRAM_AGAIN_MS, Answer, Session
from quizzer.core.waiting import Left, Waiting

NOW = 1_790_000_000_000
END = NOW + 3_600_000


def new(card: str, note: str = "", alone: bool = True) -> Entry:
    return Entry(card, "d", note or card, alone=alone)


def answered(session: Session, rating: Rating = Rating.GOOD, now: int = NOW, card: Schedule = UNSEEN) -> Session:
    return session.answer(Answer(rating, took_ms=5_000), card, Moment(now), DEFAULTS, "1" * 32, END).session


def test_due_learning_cards_come_before_the_queue_and_later_ones_after_it() -> None:
    session = Session(Waiting((new("a"),)), (new("now")._replace(due=NOW), new("later")._replace(due=NOW + 60_000)))
    session = session._replace(learn_ahead=120_000)
    first = session.drawn(NOW)
    second = first._replace(current=None).drawn(NOW)
    third = second._replace(current=None).drawn(NOW)
    assert [s.current.card if s.current else "" for s in (first, second, third)] == ["now", "a", "later"]


def test_a_learning_card_too_far_ahead_is_waited_for() -> None:
    session = Session(Waiting(), (new("later")._replace(due=NOW + 60_000),), learn_ahead=59_999)
    assert session.drawn(NOW).current is None
    assert session.drawn(NOW + 1).current is not None


def test_a_card_that_is_shown_stays_whatever_the_clock_says() -> None:
    session = Session(Waiting((new("a"),)), (new("b")._replace(due=NOW + 1),)).drawn(NOW)
    assert session.drawn(NOW + 10_000_000).current == session.current


def test_an_answer_says_what_to_record_and_puts_a_learning_card_back() -> None:
    session = Session(Waiting((new("a"), new("b")))).drawn(NOW)
    answer = Answer(Rating.GOOD, response="x" * 9, took_ms=90_000, form="type")
    step = session.answer(answer, UNSEEN, Moment(NOW), DEFAULTS, "1" * 32, END)
    assert step.fact.kind is Did.REVIEWED
    assert step.fact.card == "a"
    assert step.fact.data == {
        "rating": 3,
        "mode": "study",
        "counts": True,
        "took_ms": 60_000,
        "form": "type",
        "response": "xxxxxxxxx",
    }
    assert step.session.current == new("b")
    assert [(e.card, e.due, e.state) for e in step.session.learning] == [("a", NOW + 600_000, State.LEARNING)]
    assert step.session.tally == (0, 0, 1, 0)
    assert step.session.left == Left(1, 1, 0)
    assert (step.session.done, step.session.took_ms) == (1, 60_000)


def test_a_machines_score_is_recorded_with_the_rating() -> None:
    session = Session(Waiting((new("a"),))).drawn(NOW)
    answer = Answer(Rating.HARD, verdict=Verdict(Outcome.PARTLY, 0.5, "options"))
    assert session.answer(answer, UNSEEN, Moment(NOW), DEFAULTS, "1" * 32, END).fact.data["score"] == 0.5


def test_a_card_learnt_for_days_leaves_the_sitting_and_so_does_one_beyond_the_day() -> None:
    session = Session(Waiting((new("a"),))).drawn(NOW)
    assert answered(session, Rating.EASY).learning == ()
    late = session.answer(Answer(Rating.GOOD), UNSEEN, Moment(NOW), DEFAULTS, "1" * 32, NOW + 600_000)
    assert late.session.learning == ()


def test_siblings_are_hidden_by_an_answer() -> None:
    session = Session(Waiting((new("n#1", "n", False), new("n#2", "n", False), new("m")))).drawn(NOW)
    assert [entry.card for entry in (answered(session).current,) if entry] == ["m"]


def test_a_sitting_ends_by_count_and_by_time() -> None:
    assert answered(Session(Waiting((new("a"), new("b"))), limit=1).drawn(NOW)).current is None
    assert answered(Session(Waiting((new("a"), new("b"))), until=NOW + 5).drawn(NOW), now=NOW + 5).current is None
    assert Session(Waiting((new("a"),)), limit=0).drawn(NOW).current is None


def test_a_sitting_of_so_many_answers_counts_answers() -> None:
    session = Session(Waiting((new("a"), new("b"), new("c"))), limit=2).drawn(NOW)
    assert (session.course, answered(session).course) == ((0, 0, 2), (1, 0, 2))


def test_a_hidden_sibling_is_no_card_of_the_sitting_any_more() -> None:
    session = Session(Waiting((new("n#1", "n", False), new("n#2", "n", False), new("m")))).drawn(NOW)
    assert (session.course, answered(session, Rating.EASY).course) == ((0, 0, 3), (1, 0, 2))


def test_nothing_can_be_answered_where_nothing_is_shown() -> None:
    with pytest.raises(ValueError, match="no card"):
        answered(Session())


def test_a_card_or_its_note_can_be_put_away() -> None:
    session = Session(
        Waiting((new("n#1", "n"), new("n#2", "n"), new("m"))), (new("n#3", "n")._replace(due=NOW + 1),)
    ).drawn(NOW)
    assert session.without("n#1", False, NOW).current == new("n#2", "n")
    away = session.without("n#1", True, NOW)
    assert (away.current, away.learning) == (new("m"), ())
    assert session.without("other", True, NOW) == session
    assert Session().without("other", True, NOW) == Session()


@given(st.lists(st.sampled_from(Rating), max_size=30), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_every_answer_is_counted_and_every_card_is_asked(ratings: list[Rating], cards: int) -> None:
    """Whatever is answered, no card is lost: each is asked, waits in learning, or has been learnt."""
    session = Session(Waiting([new(f"c{n}") for n in range(cards)]), learn_ahead=10**12).drawn(NOW)
    seen: set[str] = set()
    standing: dict[str, Schedule] = {}
    for turn, rating in enumerate(ratings):
        if session.current is None:
            break
        card, now = session.current.card, NOW + turn * 1_000
        seen.add(card)
        moment = Moment(now)
        before = standing.get(card, UNSEEN)
        standing[card] = review(before, rating, moment, DEFAULTS, "1" * 32)
        session = session.answer(Answer(rating), before, moment, DEFAULTS, "1" * 32, 10**15).session
        assert session.done == turn + 1
        finished = sum(schedule.state is State.REVIEW for schedule in standing.values())
        assert session.course == (finished, len(seen) - finished, cards)
    waiting = {e.card for e in (*session.waiting, *session.learning, *([session.current] if session.current else []))}
    learnt = {card for card, schedule in standing.items() if schedule.state is State.REVIEW}
    assert waiting | learnt == {f"c{n}" for n in range(cards)}


def test_a_card_can_be_shown_before_all_others_where_it_is_to_be_asked() -> None:
    session = Session(Waiting((new("a"), new("b"))), (new("later")._replace(due=NOW + 1),))
    assert session.fronted("b") == session._replace(current=new("b"), waiting=Waiting((new("a"),)))
    assert session.fronted("later") == session._replace(current=session.learning[0], learning=())
    assert session.fronted("elsewhere") == session


@given(st.lists(st.sampled_from(Rating), max_size=8))
def test_cramming_records_what_counts_for_nothing_and_asks_again_what_was_forgotten(ratings: list[Rating]) -> None:
    cards = [new(f"c{at}") for at in range(8)]
    session = Session(Waiting(cards), cram=True).drawn(NOW)
    for rating in ratings:
        step = session.answer(Answer(rating), UNSEEN, Moment(NOW), DEFAULTS, "1" * 32, NOW)
        assert (step.fact.data["mode"], step.fact.data["counts"]) == ("cram", False)
        session = step.session
    assert len(session.learning) == ratings.count(Rating.AGAIN)
    assert all(entry.due == NOW + CRAM_AGAIN_MS for entry in session.learning)
    assert session.left == (8 - len(ratings), len(session.learning), 0)


def test_cards_that_are_found_under_other_ids_are_asked_by_those() -> None:
    session = Session(
        Waiting((new("d/b"), new("d/c"))), (new("d/x#1", "x"),), new("d/a"), asked=frozenset({"d/a", "d/e"})
    )
    found = session.renamed({"d/a": "e/a", "d/x#1": "e/y#1", "d/b": "e/b", "d/e": "e/e"})
    assert [entry.card for entry in (found.current, *found.waiting, *found.learning) if entry] == [
        "e/a", "e/b", "d/c", "e/y#1",
    ]  # fmt: skip
    assert found.learning[0][:3] == ("e/y#1", "e", "y")
    assert found.asked == {"e/a", "e/e"}
    assert session.renamed({"d/a": "e/a"}).waiting is session.waiting
    assert Session().renamed({"d/a": "e/a"}) == Session()
