"""Time in a device's log goes forward, and a broken clock is not followed."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.event import Did, Event, Fact
from quizzer.core.moment import TOLERANCE, Moment, clock_is_behind
from quizzer.core.stamp import stamped, stamped_all

NOW = 1_795_000_000_000
MOMENT = Moment(NOW, 3600, "Europe/Berlin")
FACT = Fact(Did.REVIEWED, "deck/card", {"rating": 3})


def test_an_event_carries_the_fact_the_moment_and_the_device() -> None:
    event = stamped(FACT, MOMENT, "1f", "ada", 0)
    assert event == Event("1f", "ada", NOW, 3600, "Europe/Berlin", "reviewed", "deck/card", {"rating": 3})
    assert type(event.kind) is str


def test_a_second_event_in_the_same_millisecond_comes_one_later() -> None:
    assert stamped(FACT, MOMENT, "1f", "ada", NOW).at == NOW + 1


def test_a_clock_that_went_back_a_little_is_led_by_the_log() -> None:
    assert stamped(FACT, MOMENT, "1f", "ada", NOW + TOLERANCE).at == NOW + TOLERANCE + 1


def test_a_log_far_ahead_of_the_clock_is_not_followed() -> None:
    assert stamped(FACT, MOMENT, "1f", "ada", NOW + TOLERANCE + 1).at == NOW


def test_ten_minutes_ahead_is_reported_only_beyond() -> None:
    assert not clock_is_behind(NOW, NOW + TOLERANCE)
    assert clock_is_behind(NOW, NOW + TOLERANCE + 1)
    assert not clock_is_behind(NOW, 0)


def test_facts_recorded_together_follow_one_another() -> None:
    stamps = stamped_all([(FACT, "1"), (FACT, "2"), (FACT, "3")], MOMENT, "ada", NOW + 5)
    assert [(event.id, event.at) for event in stamps] == [("1", NOW + 6), ("2", NOW + 7), ("3", NOW + 8)]
    assert stamped_all([], MOMENT, "ada", NOW) == []


@given(st.lists(st.integers(-TOLERANCE, 3_600_000), max_size=20))
def test_time_never_goes_back_while_the_clock_errs_by_less_than_ten_minutes(jumps: list[int]) -> None:
    newest, now = 0, NOW
    for number, jump in enumerate(jumps):
        now = max(now + jump, newest - TOLERANCE)
        event = stamped(FACT, Moment(now), str(number), "ada", newest)
        assert event.at > newest
        assert event.at >= now
        newest = event.at
