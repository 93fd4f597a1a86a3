"""What a review tells the statistics."""

import math

import pytest
from hypothesis import given

from quizzer.core.day import DAY_MS, HOUR_MS
from quizzer.core.event import Did, Event
from quizzer.core.options import DEFAULTS
from quizzer.core.progress import UNTOUCHED, Standing, advance, fold_card, voided_by
from quizzer.core.schedule import Schedule, State
from quizzer.core.stats.sight import MILLION, Sight, Trial, sight
from quizzer.core.timeline import Timeline
from tests.core.histories import event, histories, reviewed

NOON = 20_000 * DAY_MS + 11 * HOUR_MS
"""At an offset of an hour: noon."""


def due_in(days: int, ago: int = 10, state: State = State.REVIEW) -> Standing:
    """A card reviewed so many days ago, to come back so many days after that."""
    last = 20_000 - ago
    return Standing(Schedule(state, 0, 10.0, 5.0, last + days, NOON - ago * DAY_MS, last, 4, 1, "f"), last - 30)


def seen(before: Standing, what: Event) -> Sight:
    found = sight(before, what, DEFAULTS)
    assert found is not None
    return found


def test_the_first_review_of_a_card_tests_nothing() -> None:
    assert sight(UNTOUCHED, reviewed(1, "a/one", 3, NOON), DEFAULTS) == Sight("a", 20_000, 12, 3, 0, True, None)


def test_a_card_asked_on_a_later_day_is_tested() -> None:
    tested = seen(due_in(9), reviewed(1, "a/one", 2, NOON)).tested
    assert tested == Trial(True, False, 900_000, 10, 5, 1, 7)
    assert tested.loss == round(-math.log(0.9) * MILLION)


def test_again_means_forgotten() -> None:
    tested = seen(due_in(9), reviewed(1, "a/one", 1, NOON)).tested
    assert tested is not None
    assert tested.right is False
    assert tested.loss == round(-math.log(0.1) * MILLION)


@pytest.mark.parametrize(("days", "mature"), [(20, False), (21, True), (400, True)])
def test_a_card_is_mature_from_21_days_on(days: int, mature: bool) -> None:
    tested = seen(due_in(days), reviewed(1, "a/one", 3, NOON)).tested
    assert tested is not None
    assert tested.mature is mature


def test_a_card_within_steps_overnight_is_tested_and_young() -> None:
    tested = seen(due_in(10**9, ago=1, state=State.LEARNING), reviewed(1, "a/one", 3, NOON)).tested
    assert tested is not None
    assert (tested.mature, tested.elapsed) == (False, 1)


def test_only_the_first_review_of_a_day_tests() -> None:
    once = advance(due_in(9), reviewed(1, "a/one", 1, NOON), DEFAULTS)
    assert seen(once, reviewed(2, "a/one", 3, NOON + HOUR_MS)).tested is None


def test_a_day_that_goes_back_tests_nothing() -> None:
    once = advance(due_in(9), reviewed(1, "a/one", 3, NOON), DEFAULTS)
    west = reviewed(2, "a/one", 3, NOON + HOUR_MS)._replace(offset=-12 * 3600)
    found = seen(once, west)
    assert (found.day, found.tested) == (19_999, None)


@pytest.mark.parametrize("what", [event(1, "buried", "a/one"), event(1, "reviewed", "a/one", {"rating": 9})])
def test_what_is_no_review_tells_nothing(what: Event) -> None:
    assert sight(due_in(9), what, DEFAULTS) is None


def test_a_cram_tells_nothing() -> None:
    assert sight(due_in(9), event(1, "reviewed", "a/one", {"rating": 3, "mode": "cram"}), DEFAULTS) is None


def test_a_promise_is_never_quite_sure() -> None:
    sure = Standing(Schedule(State.REVIEW, 0, 36_500.0, 5.0, 20_000, NOON, 19_999, 4, 0, "f"), 0)
    tested = seen(sure, reviewed(1, "a/one", 1, NOON)).tested
    assert tested is not None
    assert tested.promised < MILLION
    assert tested.loss > 0


def test_a_time_that_is_none_counts_as_none() -> None:
    odd = event(1, "reviewed", "a/one", {"rating": 3, "took_ms": "long"}, NOON)
    assert seen(UNTOUCHED, odd).took_ms == 0
    assert seen(UNTOUCHED, odd._replace(data={"rating": 3, "took_ms": -5})).took_ms == 0


@given(histories())
def test_whatever_clocks_do_no_wait_is_negative_and_no_card_is_tested_twice_a_day(events: list[Event]) -> None:
    voided = voided_by(events)
    for card in {one.card for one in events if one.card}:
        found: list[Sight | None] = []
        own = [one for one in events if one.card == card]
        fold_card(own, voided, Timeline(), lambda *seen, found=found: found.append(sight(*seen)))
        days = [one.day for one in found if one and one.tested]
        assert days == sorted(set(days))
        assert all(one.tested.elapsed >= 1 for one in found if one and one.tested)
        assert sum(one.new for one in found if one) <= 1 + sum(one.kind == Did.RESET for one in own)
