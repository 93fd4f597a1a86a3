"""Weeks, months and streaks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.day import date_of, day_of, monday
from quizzer.core.stats.period import BEFORE_ALL, Period, Streak, month_start, streak_of, stretches, total
from quizzer.core.stats.tally import DayTally

TODAY = day_of(date(2026, 11, 24))


@given(st.integers(-10_000, 100_000))
def test_a_week_begins_on_monday(day: int) -> None:
    assert date_of(monday(day)).weekday() == 0
    assert 0 <= day - monday(day) < 7


@pytest.mark.parametrize(
    ("later", "expected"), [(0, "2026-11-01"), (1, "2026-12-01"), (2, "2027-01-01"), (-11, "2025-12-01")]
)
def test_months_begin_on_their_first(later: int, expected: str) -> None:
    assert date_of(month_start(TODAY, later)).isoformat() == expected


def test_periods_end_today_and_begin_with_a_whole_week() -> None:
    assert [date_of(period.first(TODAY)).isoformat() for period in Period if period is not Period.ALL] == [
        "2026-10-19",
        "2026-08-31",
        "2025-12-01",
    ]
    assert Period.ALL.first(TODAY) == BEFORE_ALL


def one(number: int = 1) -> DayTally:
    return DayTally(good=number)


def test_stretches_are_weeks_from_the_first_review_on() -> None:
    found = stretches({TODAY - 20: one(), TODAY: one(2), TODAY + 1: one(9)}, TODAY - 40, TODAY)
    assert [(date_of(week.first).isoformat(), week.tally.good) for week in found] == [
        ("2026-11-02", 1),
        ("2026-11-09", 0),
        ("2026-11-16", 0),
        ("2026-11-23", 2),
    ]


def test_a_long_period_is_told_by_months() -> None:
    found = stretches({TODAY - 300: one(), TODAY: one(2)}, BEFORE_ALL, TODAY)
    assert [date_of(month.first).day for month in found] == [1] * 11
    assert (found[0].tally, found[-1].tally) == (one(), one(2))


def test_nothing_makes_no_stretches() -> None:
    assert stretches({TODAY + 3: one()}, BEFORE_ALL, TODAY) == []
    assert total([]) == DayTally()


@given(st.sets(st.integers(0, 900)), st.integers(0, 900), st.integers(0, 900))
def test_no_day_is_lost_between_stretches(days: set[int], ago: int, today: int) -> None:
    found = stretches({day: one() for day in days}, today - ago, today)
    assert sum(stretch.tally.good for stretch in found) == sum(today - ago <= day <= today for day in days)
    assert [stretch.first for stretch in found] == sorted({stretch.first for stretch in found})


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], Streak(0, 0, 0)),
        ([0], Streak(1, 1, 1)),
        ([-1], Streak(1, 1, 1)),
        ([-2], Streak(0, 1, 1)),
        ([0, -1, -2, -4, -5, -6, -7], Streak(3, 4, 7)),
        ([0, 0, 1], Streak(1, 1, 1)),
    ],
)
def test_a_streak_holds_until_a_day_is_missed(days: list[int], expected: Streak) -> None:
    assert streak_of([TODAY + day for day in days], TODAY) == expected


@given(st.sets(st.integers(-40, 0)))
def test_a_streak_is_what_counting_back_gives(days: set[int]) -> None:
    back = 0 if 0 in days else -1
    length = 0
    while back - length in days:
        length += 1
    assert streak_of(days, 0).now == length
    assert date_of(TODAY) - timedelta(days=length) <= date_of(TODAY)
