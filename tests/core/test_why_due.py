"""Why a card is due: every sentence says what scheduling did, with its figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.day import study_day
from quizzer.core.event import Event
from quizzer.core.history import history, last_review
from quizzer.core.moment import Moment
from quizzer.core.options import DEFAULTS, Options
from quizzer.core.progress import UNTOUCHED, Standing, fold_card
from quizzer.core.schedule import UNSEEN, State
from quizzer.core.timeline import Timeline
from quizzer.core.why_due import Circumstances, Held, why
from tests.core.histories import START, reviewed

DAY = 86_400_000


def told(events: list[Event], now: int, options: Options = DEFAULTS, **seen: object) -> str:
    """What is said of a card at an instant, where these options counted all the time."""
    past = history(events, (), lambda order, deck: options)
    timeline = Timeline()
    timeline.at = lambda order, deck: options  # type: ignore[method-assign]  # options that counted all the time
    standing = fold_card(events, frozenset(), timeline)
    where = Circumstances(Moment(now, 3600), study_day(now, 3600, options.rollover), options)
    return " ".join(why(standing, last_review(past), where._replace(**seen)))  # type: ignore[arg-type]  # by name


def at(days: float) -> int:
    return START + round(days * DAY)


def test_a_new_card_says_when_its_turn_is() -> None:
    assert told([], START, place=3, among=20) == (
        "New: it was never reviewed. It is asked today: 3rd of 20, if all decks are studied."
    )
    assert "others stand before it" in told([], START, held=Held.TURN)
    assert "more reviews are due (900) than the day has room for (200)" in told(
        [], START, held=Held.PAUSED, due=900, room=200
    )
    assert "the day's limit is reached" in told([], START, held=Held.LIMIT)


def test_a_learning_card_says_its_step() -> None:
    once = [reviewed(1, "a/one", 3, START)]
    early, late = told(once, at(0) + 60_000), told(once, at(0) + 3_600_000)
    assert "in 9 min." in early
    assert (
        "After Good it waits 10 min: step 2 of 2. Learning cards come first once they are due, or up to 20 min" in early
    )
    prompt = told(once, at(0) + 60_000, DEFAULTS._replace(learn_ahead=0))
    assert prompt.endswith("Learning cards come first once they are due.")
    assert "50 min ago." in late
    assert late.endswith("It is asked next.")
    lapsed = [reviewed(1, "a/one", 4, START), reviewed(2, "a/one", 1, at(8))]
    assert "After Again it waits 10 min: step 1 of 1." in told(lapsed, at(8) + 60_000)
    assert "Relearning: it was forgotten" in told(lapsed, at(8) + 60_000)


def test_a_review_card_says_the_interval_and_what_fuzz_made_of_it() -> None:
    easy = [reviewed(1, "a/one", 4, START)]
    said = told(easy, at(1))
    assert "Review: it is learnt, and comes back by days." in said
    assert "Last reviewed on Mon 21 Sep 2026 at 15:13, yesterday, and rated Easy." in said
    assert "That left a stability of 8.3 days: by then recall falls to 90 %, which is what is wanted." in said
    assert "90 %. 80 % are wanted, which takes 27.5 days." in told(
        easy, at(1), DEFAULTS._replace(desired_retention=0.8)
    )
    assert "Due on" in said
    assert "Due since" in told(easy, at(30), place=1, among=1)


def test_each_cause_of_an_interval_has_its_words() -> None:
    """Over many cards: as computed, moved by fuzz, as long as is allowed, or longer than the rating below."""
    causes = ("So it waits", "Fuzz made it", "the longest that is allowed", "longer than the rating")
    found = set()
    for first in range(1, 12):
        for before, rating, gap in ((1, 2, 0), (1, 3, 0), (4, 4, 9), (2, 2, 1)):
            capped = DEFAULTS._replace(steps=(), max_interval=20)
            events = [reviewed(first, "a/one", before, START), reviewed(100 + first, "a/one", rating, at(gap) + 1)]
            said = told(events, at(gap + 1), capped)
            found |= {words for words in causes if words in said}
    assert len(found) == 4, found


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Held.SIBLING_ASKED, "another card of its note was asked"),
        (Held.SIBLING_COMES, "another card of its note comes first"),
        (Held.LIMIT, "of 896 reviews due, there is room for 200; the best remembered come first. Nothing is lost."),
    ],
)
def test_what_keeps_a_card_that_is_due_from_being_asked_is_said(held: Held, words: str) -> None:
    said = told([reviewed(1, "a/one", 4, START)], at(30), held=held, due=896, room=200)
    assert f"It is not asked today: {words}" in said


def test_an_exam_that_is_near_asks_a_card_before_it_is_due() -> None:
    assert "It is asked today, before it is due, since the exam is near: 1st of 2" in told(
        [reviewed(1, "a/one", 4, START)], at(1), place=1, among=2
    )


def test_marks_and_what_is_not_studied_are_said_first() -> None:
    today = study_day(START, 3600, 4)
    where = Circumstances(Moment(START, 3600), today, DEFAULTS)
    hidden = Standing(UNSEEN._replace(lapses=9), suspended=True, buried=today, flag="typo")
    assert why(hidden, None, where)[1:] == [
        "Suspended: hidden until you resume it.",
        "Buried: hidden until tomorrow.",
        "Flagged: typo",
        "A leech: forgotten 9 times. Rewrite it, or split it.",
    ]
    assert why(UNTOUCHED._replace(flag="", buried=today), None, where)[1:] == [
        "Buried: hidden until tomorrow.",
        "Flagged.",
    ]
    for held, word in ((Held.DRAFT, "A draft"), (Held.ORPHAN, "No deck holds it"), (Held.LEFT_OUT, "left out")):
        said = why(UNTOUCHED, None, where._replace(held=held))
        assert len(said) == 2
        assert word in said[1]


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 40)), max_size=6), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_every_card_has_its_sentences(ratings: list[tuple[int, int]], later: int) -> None:
    """Whatever came before: the state first, then when it is due, and the date that the schedule has."""
    days, events = 0, list[Event]()
    for number, (rating, gap) in enumerate(ratings, 1):
        days += gap
        events.append(reviewed(number, "a/one", rating, at(days) + number))
    now = at(days + later)
    last = last_review(history(events, (), Timeline().at))
    said = told(events, now)
    if last is None:
        assert said.startswith("New")
    else:
        assert last.after is not None
        assert said.startswith(last.after.state.name.capitalize())
        assert ("Due on" in said or "Due since" in said) or last.after.state is not State.REVIEW
