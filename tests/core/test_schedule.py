"""What ratings do to cards: one row a rule, the library's own state machine as a witness, and the laws."""

from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.day import study_day
from quizzer.core.fuzz import bounds
from quizzer.core.memory import interval
from quizzer.core.moment import Moment
from quizzer.core.options import Options
from quizzer.core.schedule import (
    UNSEEN,
    Outcomes,
    Rating,
    Schedule,
    State,
    Wait,
    outcomes,
    review,
    wait,
)
from tests.core.scheduling import DAY, IDS, OFFSETS, OPTIONS, RATINGS, START, Case, cases

AGAIN, HARD, GOOD, EASY = Rating
DEFAULT = Options()
NOW = Moment(START, 3600)
TODAY = study_day(START, 3600, 4)
MIN = 60_000
LEARNING = Schedule(State.LEARNING, 0, 2.0, 5.0, START, START, TODAY, 1, 0, "f")
RELEARNING = LEARNING._replace(state=State.RELEARNING, lapses=1)
REVIEW = Schedule(State.REVIEW, 0, 10.0, 5.0, TODAY, START - 10 * DAY, TODAY - 10, 4, 2, "f")


def after(card: Schedule, rating: Rating, options: Options = DEFAULT, moment: Moment = NOW) -> Schedule:
    return review(card, rating, moment, options, "9")


def span(card: Schedule) -> int:
    """Seconds from the review that made this card to its due; a study day counts as 24 hours."""
    if card.state is State.REVIEW:
        return (card.due - card.last_day) * 86_400
    return (card.due - card.last_at) // 1000


@pytest.mark.parametrize(
    ("card", "rating", "steps", "state", "step", "minutes"),
    [
        (UNSEEN, AGAIN, (60, 600), State.LEARNING, 0, 1),
        (UNSEEN, HARD, (60, 600), State.LEARNING, 0, 5.5),
        (UNSEEN, GOOD, (60, 600), State.LEARNING, 1, 10),
        (UNSEEN, HARD, (600,), State.LEARNING, 0, 15),
        (LEARNING._replace(step=1), AGAIN, (60, 600), State.LEARNING, 0, 1),
        (LEARNING._replace(step=1), HARD, (60, 600), State.LEARNING, 1, 10),
        (LEARNING._replace(step=1), GOOD, (60, 600, 7200), State.LEARNING, 2, 120),
        (LEARNING._replace(step=3), HARD, (60, 600), State.LEARNING, 1, 10),
        (LEARNING._replace(step=3), HARD, (600,), State.LEARNING, 0, 15),
        (REVIEW, AGAIN, (600,), State.RELEARNING, 0, 10),
        (RELEARNING, AGAIN, (300, 600), State.RELEARNING, 0, 5),
        (RELEARNING, GOOD, (300, 600), State.RELEARNING, 1, 10),
        (UNSEEN, AGAIN, (86_400, 604_800), State.LEARNING, 0, 1440),
        (UNSEEN, GOOD, (86_400, 604_800), State.LEARNING, 1, 10_080),
    ],
    ids=[
        "a new card forgotten comes back at the first step",
        "hard at the first step waits halfway to the second",
        "good goes on to the second step",
        "hard at an only step waits half as long again",
        "forgetting goes back to the first step",
        "hard at a later step repeats it",
        "good goes on step by step",
        "a card beyond the steps, which are fewer now, repeats the last",
        "also when there is but one",
        "a forgotten review card relearns",
        "and begins again when forgotten again",
        "and goes on through the relearning steps",
        "a step of a day is due at an instant",
        "and so is one of a week",
    ],
)
def test_steps(card: Schedule, rating: Rating, steps: tuple[int, ...], state: State, step: int, minutes: float) -> None:
    """Steps are waits to the second, on the clock."""
    found = after(card, rating, Options(steps=steps, relearning_steps=steps))
    assert (found.state, found.step, found.due) == (state, step, START + minutes * MIN)


@pytest.mark.parametrize(
    ("card", "rating", "steps"),
    [
        (UNSEEN, EASY, (60, 600)),
        (LEARNING._replace(step=1), GOOD, (60, 600)),
        (LEARNING._replace(step=3), GOOD, (60, 600)),
        (LEARNING, EASY, (60, 600)),
        (RELEARNING, GOOD, (600,)),
        (RELEARNING, EASY, (600,)),
        (REVIEW, HARD, (600,)),
        (REVIEW, GOOD, (600,)),
        (REVIEW, EASY, (600,)),
        *[(card, rating, ()) for card in (UNSEEN, LEARNING, RELEARNING, REVIEW) for rating in Rating],
    ],
)
def test_waits_by_days(card: Schedule, rating: Rating, steps: tuple[int, ...]) -> None:
    """Easy, the last step passed, a review remembered, and anything where there are no steps."""
    found = after(card, rating, Options(steps=steps, relearning_steps=steps))
    assert (found.state, found.step) == (State.REVIEW, 0)
    assert TODAY < found.due <= TODAY + 36_500


def test_what_a_review_counts() -> None:
    """Reviews, and lapses: those are review cards forgotten, not stumbles while learning."""
    first = after(UNSEEN, AGAIN)
    assert (first.reps, first.lapses, first.first) == (1, 0, "9")
    assert (first.last_at, first.last_day) == (START, TODAY)
    lapsed = after(REVIEW, AGAIN)
    assert (lapsed.reps, lapsed.lapses, lapsed.first) == (5, 3, "f")
    assert after(RELEARNING, AGAIN).lapses == RELEARNING.lapses
    assert after(REVIEW, HARD).lapses == REVIEW.lapses


def test_elapsed_days_are_study_days() -> None:
    """Ten in the evening to seven in the morning is a day; seven in the morning to ten at night is none."""
    evening = Moment(1_795_467_600_000)  # 2026-11-23 21:00 UTC
    card = review(UNSEEN, EASY, evening, DEFAULT, "a")
    morning = review(card, GOOD, Moment(evening.at + 9 * 60 * MIN), DEFAULT, "b")
    night = review(card, GOOD, Moment(evening.at + 2 * 60 * MIN), DEFAULT, "b")
    day_later = review(card, GOOD, Moment(evening.at + 24 * 60 * MIN), DEFAULT, "b")
    assert morning.stability == day_later.stability
    assert morning.stability > night.stability


def test_a_review_card_is_due_on_its_day_at_any_hour() -> None:
    """Answered at 03:59 it counts for the evening before."""
    late, early = Moment(1_795_492_740_000), Moment(1_795_492_800_000)  # 2026-11-24 03:59 and 04:00 UTC
    days = [review(UNSEEN, EASY, moment, DEFAULT, "a").due for moment in (late, early)]
    assert days[1] == days[0] + 1


def test_easy_out_of_learning_waits_longer_than_good_would() -> None:
    """Also while Good is still a step, and also where the weights would have it the other way round."""
    weights = (50.0, 40.0, 30.0, 0.01, *WEIGHTS[4:])
    found = outcomes(UNSEEN, NOW, Options(parameters=weights), "9")
    assert found.good.state is State.LEARNING
    assert found.easy.due - TODAY > 25


def test_without_steps_the_order_holds_against_the_weights() -> None:
    """Hard < Good < Easy is a promise, whatever was optimised."""
    found = outcomes(UNSEEN, NOW, Options(steps=(), parameters=(50.0, 40.0, 30.0, 0.01, *WEIGHTS[4:])), "9")
    hard, good, easy = found.hard.due, found.good.due, found.easy.due
    assert (good, easy) == (hard + 1, hard + 2)


def test_days_are_longer_than_a_step_of_days() -> None:
    """Steps may be a week: the day that Good gives comes after the step that Hard repeats."""
    found = outcomes(LEARNING._replace(step=1), NOW, Options(steps=(86_400, 604_800)), "9")
    assert (found.hard.state, span(found.hard)) == (State.LEARNING, 7 * 86_400)
    assert span(found.good) == 8 * 86_400
    assert span(found.easy) >= 9 * 86_400
    found = outcomes(UNSEEN, NOW, Options(steps=(86_400, 604_800)), "9")
    assert span(found.good) < span(found.easy)


def test_at_the_cap_the_order_gives_way() -> None:
    """No wait is longer than the longest wait."""
    found = outcomes(REVIEW, NOW, Options(max_interval=3), "9")
    assert found.good.due <= found.easy.due == TODAY + 3


def test_siblings_learnt_together_part() -> None:
    """Twenty cards with one past are due on several days; their seed is their first review."""
    days = {after(REVIEW._replace(first=f"{card:032x}"), GOOD).due for card in range(20)}
    assert len(days) > 2


def test_each_review_of_a_card_is_shifted_anew() -> None:
    """Else a card would always come early, or always late."""
    days = {after(REVIEW._replace(reps=reps), GOOD).due for reps in range(20)}
    assert len(days) > 2


def test_the_first_review_seeds_with_its_own_id() -> None:
    """So the date shown is the date kept."""
    days = {review(UNSEEN, EASY, NOW, DEFAULT, f"{card:032x}").due for card in range(20)}
    assert len(days) > 2


def test_a_moment_before_the_last_review_counts_as_that_review_s() -> None:
    """A clock that went back loses nothing and makes nothing due in the past."""
    card = after(UNSEEN, GOOD)
    earlier = Moment(START - 40 * DAY, 3600)
    assert outcomes(card, earlier, DEFAULT, "9") == outcomes(card, NOW, DEFAULT, "9")


def test_flying_west_may_take_the_day_back_and_never_the_elapsed_time_below_zero() -> None:
    """Reviewed on Tuesday in Auckland, again an hour later on Monday in Honolulu."""
    card = review(UNSEEN, EASY, Moment(START, 13 * 3600), DEFAULT, "a")
    again = review(card, GOOD, Moment(START + 60 * MIN, -10 * 3600), DEFAULT, "b")
    assert again.last_day == card.last_day - 1
    assert again.due > again.last_day
    assert again.last_at > card.last_at


@pytest.mark.parametrize("at", [253_000_000_000_000, 10**18, 10**30])
def test_a_clock_far_ahead_is_no_error(at: int) -> None:
    """Year 9990, and beyond what a calendar can name."""
    card = after(UNSEEN, EASY)
    for rating in Rating:
        found = after(card, rating, moment=Moment(at))
        assert found.last_at == at
        assert after(found, rating, moment=Moment(at + 36_500 * DAY)).last_at == at + 36_500 * DAY


@pytest.mark.parametrize(
    ("card", "moment", "expected"),
    [
        (UNSEEN, NOW, Wait()),
        (LEARNING._replace(due=START + 90_999), NOW, Wait(seconds=90)),
        (LEARNING._replace(due=START - 5), NOW, Wait()),
        (RELEARNING._replace(due=START + 600_000), NOW, Wait(seconds=600)),
        (REVIEW._replace(due=TODAY + 8), NOW, Wait(days=8)),
        (REVIEW._replace(due=TODAY - 8), NOW, Wait()),
        (REVIEW._replace(due=TODAY + 1), Moment(START, 3600 + 86_000), Wait()),
    ],
    ids=[
        "a new card waits for nothing",
        "whole seconds",
        "an overdue step",
        "relearning",
        "study days",
        "an overdue review",
        "the day is that of the place",
    ],
)
def test_waits(card: Schedule, moment: Moment, expected: Wait) -> None:
    """Seconds for steps, study days for reviews, never below zero."""
    assert wait(card, moment, DEFAULT) == expected


def test_a_schedule_read_back_as_plain_numbers_means_the_same() -> None:
    """A cache keeps numbers, not their names."""
    plain = Schedule(*(int(field) if isinstance(field, State) else field for field in REVIEW))  # type: ignore[arg-type]
    assert outcomes(plain, NOW, DEFAULT, "9") == outcomes(REVIEW, NOW, DEFAULT, "9")
    assert wait(plain._replace(due=TODAY + 2), NOW, DEFAULT) == Wait(days=2)


WEIGHTS = fsrs.Scheduler().parameters


def test_states_steps_and_memories_are_those_of_the_library_s_own_scheduler() -> None:
    """300 cards over months, with the library shown study days; only the length of a wait by days is ours."""
    dice = Random(5)
    for card_number in range(300):
        steps = tuple(sorted(dice.sample([30, 60, 600, 3600, 86_400], dice.randrange(4))))
        relearning = tuple(sorted(dice.sample([600, 3600], dice.randrange(3))))
        options = Options(steps=steps, relearning_steps=relearning, desired_retention=dice.uniform(0.7, 0.97))
        theirs = fsrs.Scheduler(
            desired_retention=options.desired_retention,
            learning_steps=[timedelta(seconds=step) for step in steps],
            relearning_steps=[timedelta(seconds=step) for step in relearning],
            enable_fuzzing=False,
        )
        witness, card, at = fsrs.Card(card_id=1), UNSEEN, START
        for _ in range(12):
            at += dice.choice([MIN, 10 * MIN, 5 * 60 * MIN, DAY, 4 * DAY, dice.randrange(90 * DAY)])
            now = datetime.fromtimestamp(at / 1000, UTC)
            rating, today = dice.choice(list(Rating)), study_day(at, 0, 4)
            if witness.last_review:
                witness.last_review = now - timedelta(days=today - card.last_day)
            witness, _ = theirs.review_card(witness, fsrs.Rating(rating), now)
            card = review(card, rating, Moment(at), options, f"{card_number:032x}")
            assert (card.stability, card.difficulty) == (witness.stability, witness.difficulty)
            if card.state is State.REVIEW:
                assert witness.state is fsrs.State.Review
                low, _ = bounds(interval(card.stability, options.desired_retention), options.max_interval)
                assert card.due - today >= low
            else:
                assert (int(card.state), card.step) == (int(witness.state), witness.step)
                assert card.due / 1000 == pytest.approx(witness.due.timestamp())


@given(cases())
def test_hard_waits_less_than_good_and_good_less_than_easy(case: Case) -> None:
    """After fuzz, for any past, weights, steps and retention; only the cap may make them equal."""
    found = outcomes(*case)
    cap = case.options.max_interval
    for less, more in ((found.hard, found.good), (found.good, found.easy)):
        capped = more.state is State.REVIEW and more.due - more.last_day == cap
        assert span(less) < span(more) or capped


@given(cases(), RATINGS)
def test_what_the_button_says_is_what_the_key_does(case: Case, rating: int) -> None:
    """One rating alone gives what all four together gave for it."""
    assert review(case.card, rating, *case[1:]) == outcomes(*case).of(rating)


@given(cases())
def test_nothing_is_due_before_now(case: Case) -> None:
    """A step is due at or after the moment, a review on a later study day and within the cap."""
    for found in outcomes(*case):
        if found.state is State.REVIEW:
            assert 1 <= found.due - found.last_day <= case.options.max_interval
        else:
            assert found.due >= case.moment.at


@given(cases())
def test_forgetting_never_lengthens_a_memory(case: Case) -> None:
    """A review card forgotten a day or more later is at most as stable as it was."""
    found = outcomes(*case).again
    if case.card.state is State.REVIEW and found.last_day > case.card.last_day:
        assert found.stability <= case.card.stability
        assert found.lapses == case.card.lapses + 1


@given(cases(), st.integers(0, 10**13))
def test_a_clock_that_goes_back_shortens_and_loses_nothing(case: Case, back: int) -> None:
    """The last review stays the last, and every due is what it would be had the clock stood still."""
    card, options = case.card, case.options
    still = Moment(card.last_at, case.moment.offset)
    earlier = Moment(card.last_at - back, case.moment.offset)
    assert outcomes(card, earlier, options, "9") == outcomes(card, still, options, "9")
    for found in outcomes(card, earlier, options, "9"):
        assert found.last_at >= card.last_at
        assert found.reps == card.reps + 1


@settings(max_examples=50)
@given(OPTIONS, st.lists(st.tuples(RATINGS, st.integers(-(10**10), 10**11), OFFSETS, IDS), max_size=8))
def test_the_same_reviews_give_the_same_dates(options: Options, reviews: list[tuple[int, int, int, str]]) -> None:
    """A replay, on any machine, at any time; and time only goes on, whatever the clocks said."""

    def replay() -> list[Schedule]:
        card, at, past = UNSEEN, START, []
        for rating, gap, offset, review_id in reviews:
            at += gap
            card = review(card, rating, Moment(at, offset), options, review_id)
            past.append(card)
        return past

    once = replay()
    assert once == replay()
    assert [card.last_at for card in once] == sorted(card.last_at for card in once)
    assert {card.first for card in once} <= {reviews[0][3] if reviews else ""}


def test_outcomes_go_by_rating() -> None:
    """1–4, by number or by name."""
    four = Outcomes(*(UNSEEN._replace(reps=number) for number in (1, 2, 3, 4)))
    assert [four.of(rating).reps for rating in Rating] == [1, 2, 3, 4]
    assert four.of(2) is four.hard
