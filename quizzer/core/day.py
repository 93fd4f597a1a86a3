"""The study day: the local day that starts at the rollover hour.

A study day is a whole number, days since 1970-01-01. It depends on the instant, the offset at that instant
and the rollover hour, so that travel and clock changes never rewrite the past.
"""

from datetime import UTC, date, datetime, timedelta, timezone

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
_EPOCH = date(1970, 1, 1)


def study_day(at: int, offset: int, rollover: int) -> int:
    """The study day of an instant.

    Args:
        at: UTC milliseconds since 1970.
        offset: seconds east of UTC at that instant.
        rollover: the local hour, 0–23, at which a new study day starts.
    """
    return (at + offset * 1000 - rollover * HOUR_MS) // DAY_MS


def date_of(day: int) -> date:
    """The calendar date that a study day begins on."""
    return _EPOCH + timedelta(days=day)


def day_of(day: date) -> int:
    """The study day that begins on a calendar date."""
    return (day - _EPOCH).days


def local(at: int, offset: int) -> datetime:
    """The wall clock's time at an instant, aware."""
    return datetime.fromtimestamp(at / 1000, tz=UTC).astimezone(timezone(timedelta(seconds=offset)))
