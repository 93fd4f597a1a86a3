"""Fuzz: a small, repeatable shift of long intervals, so that cards learnt together do not stay together.

The reach to either side is Anki's: one day, plus 15 % of an interval's days from 2.5 to 7, 10 % of those up
to 20, and 5 % of the rest. A draw is a whole number below 2^64; the pick is uniform over the days between the
bounds, both included.
"""

_LEAST = 2.5  # days; nothing shorter is moved


def draw(first: str, repetition: int) -> int:
    """The draw of a review, below 2^64: the same on every machine and at every replay.

    Args:
        first: the id of the first review in the card's history.
        repetition: how many reviews came before.
    """
    from hashlib import blake2b  # here, since a start that schedules nothing needs none of it

    return int.from_bytes(blake2b(f"{first}/{repetition}".encode(), digest_size=8).digest(), "big")


def bounds(interval: float, cap: int) -> tuple[int, int]:
    """The shortest and the longest wait that fuzz may make of an interval, in days, from 1 to `cap`."""
    interval = min(interval, cap)
    if interval < _LEAST:
        days = max(1, round(interval))
        return days, days
    if interval < 7:
        reach = 1 + 0.15 * (interval - _LEAST)
    elif interval < 20:
        reach = 1.675 + 0.1 * (interval - 7)
    else:
        reach = 2.975 + 0.05 * (interval - 20)
    return round(interval - reach), min(round(interval + reach), cap)


def fuzzed(interval: float, cap: int, drawn: int) -> int:
    """A whole number of days near an interval; with one draw, a longer interval never gives fewer days."""
    low, high = bounds(interval, cap)
    return low + (drawn * (high - low + 1) >> 64)
