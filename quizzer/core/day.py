"""The study day: the local day that starts at the rollover hour.

A study day is a whole number, days since 1970-01-01. It depends on the instant, the offset at that instant
and the rollover hour, so that travel and clock changes never rewrite the past.
"""

from datetime import UTC, date, datetime, timedelta, timezone

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
_EPOCH = date(1970, 1, 1)
_FIRST, _LAST = (date.min - _EPOCH).days, (date.max - _EPOCH).days


def study_day(at: int, offset: int, rollover: int) -> int:
    """The study day of an instant.

    Args:
        at: UTC milliseconds since 1970.
        offset: seconds east of UTC at that instant.
        rollover: the local hour, 0–23, at which a new study day starts.
    """
    return (at + offset * 1000 - rollover * HOUR_MS) // DAY_MS


def day_end(at: int, offset: int, rollover: int) -> int:
    """When the study day of an instant ends, in UTC milliseconds, should the offset stay; arguments as `study_day`."""
    return (study_day(at, offset, rollover) + 1) * DAY_MS + rollover * HOUR_MS - offset * 1000


def date_of(day: int) -> date:
    """The calendar date that a study day begins on; the calendar's first or last for a day beyond it."""
    return _EPOCH + timedelta(days=max(_FIRST, min(day, _LAST)))


def day_of(day: date) -> int:
    """The study day that begins on a calendar date."""
    return (day - _EPOCH).days


def monday(day: int) -> int:
    """The Monday of a day's week."""
    return day - (day + 3) % 7


def local(at: int, offset: int) -> datetime:
    """The wall clock's time at an instant, aware; an instant beyond the calendar is moved to its end."""
    at = max((_FIRST + 1) * DAY_MS, min(at, _LAST * DAY_MS))
    utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)
    return utc.astimezone(timezone(timedelta(seconds=offset)))
