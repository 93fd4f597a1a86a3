"""The study day: over clock changes, travel and the calendar's ends."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.day import DAY_MS, HOUR_MS, date_of, day_end, day_of, local, study_day

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Antarctica/Casey",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
]


def instant(zone: str, *wall: int, fold: int = 0) -> tuple[int, int]:
    """UTC milliseconds and offset of a time on the wall."""
    when = datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold)  # type: ignore[arg-type, misc]
    offset = when.utcoffset()
    assert offset is not None
    return int(when.timestamp() * 1000), int(offset.total_seconds())


def offset_at(zone: ZoneInfo, at: int) -> int:
    offset = datetime.fromtimestamp(at / 1000, tz=zone).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ((2026, 11, 23, 4, 0), date(2026, 11, 23)),
        ((2026, 11, 23, 23, 59), date(2026, 11, 23)),
        ((2026, 11, 24, 0, 0), date(2026, 11, 23)),
        ((2026, 11, 24, 3, 59), date(2026, 11, 23)),
        ((2026, 11, 24, 4, 0), date(2026, 11, 24)),
        ((2026, 3, 29, 3, 59), date(2026, 3, 28)),
        ((2026, 3, 29, 4, 0), date(2026, 3, 29)),
        ((2026, 10, 25, 3, 59), date(2026, 10, 24)),
        ((2026, 10, 25, 4, 0), date(2026, 10, 25)),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kathmandu"])
def test_a_study_day_starts_at_four_on_the_wall(zone: str, wall: tuple[int, ...], day: date) -> None:
    """Before four in the morning it is still yesterday, also in nights when the clocks change."""
    at, offset = instant(zone, *wall)
    assert date_of(study_day(at, offset, 4)) == day


@pytest.mark.parametrize("zone", ZONES)
def test_study_days_last_21_to_27_hours_and_none_is_skipped(zone: str) -> None:
    """Five years, hour by hour: clock changes make a day shorter or longer, never absent."""
    there = ZoneInfo(zone)
    start = int(datetime(2021, 1, 1, 12, tzinfo=UTC).timestamp()) * 1000
    hours = range(start, start + 5 * 365 * DAY_MS, HOUR_MS)
    lengths = Counter(study_day(at, offset_at(there, at), 4) for at in hours)
    first, last = min(lengths), max(lengths)
    assert sorted(lengths) == list(range(first, last + 1))
    assert all(21 <= lengths[day] <= 27 for day in range(first + 1, last))


def test_a_date_that_a_country_skips_is_a_study_day_skipped() -> None:
    """Samoa had no 30 December 2011: what was due on it is due when the 31st begins."""
    before = study_day(*instant("Pacific/Apia", 2011, 12, 29, 23, 0), 4)
    after = study_day(*instant("Pacific/Apia", 2011, 12, 31, 4, 0), 4)
    assert (date_of(before), date_of(after)) == (date(2011, 12, 29), date(2011, 12, 31))


def test_travel_changes_the_day_and_never_by_more_than_one() -> None:
    """An evening in Berlin is still the same study day in New York, and already the next in Auckland."""
    at, here = instant("Europe/Berlin", 2026, 11, 23, 20, 0)
    days = [study_day(at, offset, 4) for offset in (-5 * 3600, here, 13 * 3600)]
    assert [day - days[1] for day in days] == [0, 0, 1]


@given(st.integers(0, 4 * 10**12), st.integers(0, 10**11), st.integers(-43_200, 50_400), st.integers(0, 23))
def test_in_one_place_later_is_never_an_earlier_day(at: int, gap: int, offset: int, rollover: int) -> None:
    """And a day's worth of time is a day."""
    assert study_day(at, offset, rollover) <= study_day(at + gap, offset, rollover)
    assert study_day(at + DAY_MS, offset, rollover) == study_day(at, offset, rollover) + 1


@given(st.integers(0, 4 * 10**12), st.integers(-43_200, 50_400), st.integers(0, 23))
def test_the_study_day_is_the_date_on_the_wall_less_the_rollover(at: int, offset: int, rollover: int) -> None:
    """What the calendar says, said by the calendar."""
    assert date_of(study_day(at, offset, rollover)) == (local(at, offset) - timedelta(hours=rollover)).date()


@given(st.dates())
def test_dates_and_days_are_each_other_s_inverse(day: date) -> None:
    """Over the whole calendar."""
    assert date_of(day_of(day)) == day


@given(st.integers(-(10**18), 10**18), st.integers(-43_200, 50_400))
def test_beyond_the_calendar_is_its_end(at: int, offset: int) -> None:
    """A clock thousands of years ahead is no error."""
    assert date.min <= date_of(study_day(at, offset, 4)) <= date.max
    assert local(at, offset).utcoffset() == timedelta(seconds=offset)


def test_local_time_is_what_the_clock_on_the_wall_showed() -> None:
    """To the millisecond."""
    assert local(1_795_421_520_250, 3600).isoformat() == "2026-11-23T09:12:00.250000+01:00"


@given(st.integers(-(10**15), 10**15), st.integers(-50_400, 50_400), st.integers(0, 23))
def test_a_study_day_ends_where_the_next_begins(at: int, offset: int, rollover: int) -> None:
    end, day = day_end(at, offset, rollover), study_day(at, offset, rollover)
    assert study_day(end, offset, rollover) == day + 1
    assert study_day(end - 1, offset, rollover) == day
    assert 0 < end - at <= DAY_MS
