"""Stretches of time that scores are told of, in study days; weeks begin on Monday."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.day import date_of, day_of, monday
from quizzer.core.stats.tally import DayTally

BEFORE_ALL = -(10**9)
_MONTHLY = 26
"""Weeks beyond which a period is told by months."""


class Period(StrEnum):
    """How far back scores look, in whole weeks; the value is what people read."""

    WEEKS = "last 6 weeks"
    QUARTER = "last 3 months"
    YEAR = "last 12 months"
    ALL = "all time"

    def first(self, today: int) -> int:
        """The first study day of the period that ends with today."""
        match self:
            case Period.WEEKS:
                return monday(today) - 5 * 7
            case Period.QUARTER:
                return monday(today) - 12 * 7
            case Period.YEAR:
                return monday(today) - 51 * 7
            case _:
                return BEFORE_ALL


def month_start(day: int, later: int = 0) -> int:
    """The first day of a day's month, or of one so many months later."""
    date = date_of(day).replace(day=1)
    months = max(12, date.year * 12 + date.month - 1 + later)
    return day_of(date.replace(year=months // 12, month=months % 12 + 1))


class Stretch(NamedTuple):
    """A week or a month, and what its days come to."""

    first: int
    """Its first study day."""
    tally: DayTally


def stretches(days: Mapping[int, DayTally], first: int, today: int) -> list[Stretch]:
    """What the days of a period come to by weeks, or where these would be too many, by months.

    Stretches without reviews are there too, but none before the first review.
    """
    known = sorted(day for day in days if first <= day <= today)
    if not known:
        return []
    start = max(first, known[0])
    by_month = (today - start) // 7 >= _MONTHLY
    found: list[Stretch] = []
    begin = month_start(start) if by_month else monday(start)
    while begin <= today:
        end = month_start(begin, 1) if by_month else begin + 7
        found.append(Stretch(begin, total(days[day] for day in known if begin <= day < end)))
        begin = end
    return found


def total(tallies: Iterable[DayTally]) -> DayTally:
    """What tallies come to."""
    return DayTally._make(map(sum, zip(DayTally(), *tallies, strict=True)))


class Streak(NamedTuple):
    """Study days in a row with a review."""

    now: int = 0
    """Up to today, or to yesterday where nothing was reviewed today."""
    longest: int = 0
    days: int = 0
    """All study days with a review."""


def streak_of(days: Iterable[int], today: int) -> Streak:
    """The streaks that study days with reviews make; each day counts once, days after today not at all."""
    known = sorted({day for day in days if day <= today})
    now = longest = length = 0
    for at, day in enumerate(known):
        length = length + 1 if at and known[at - 1] == day - 1 else 1
        longest = max(longest, length)
        now = length if day >= today - 1 else 0
    return Streak(now, longest, len(known))
