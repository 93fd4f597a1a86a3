"""Moments: an instant as the clocks of a person tell it. Times are UTC milliseconds since 1970."""

from typing import NamedTuple

TOLERANCE = 600_000
"""How far, in milliseconds, a device's newest event may be ahead of the clock and still be followed."""


class Moment(NamedTuple):
    """An instant, and where the clock on the wall stood."""

    at: int
    """UTC milliseconds since 1970."""
    offset: int = 0
    """Seconds east of UTC at that moment."""
    zone: str = ""
    """The zone's name (`Europe/Berlin`), as far as the machine knows it."""


def clock_is_behind(now: int, newest_at: int) -> bool:
    """Whether the clock stands more than ten minutes before what this device has recorded."""
    return newest_at - now > TOLERANCE
