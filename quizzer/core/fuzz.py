"""Fuzz: a small, repeatable shift of long intervals, so that cards learnt together do not stay together.

The ranges are Anki's. A draw is a whole number below 2^64; the pick is uniform over the days from bound to bound.
"""

from hashlib import blake2b

_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
_LEAST = 2.5


def draw(first: str, repetition: int) -> int:
    """The draw of a review, below 2^64: the same on every machine and at every replay.

    Args:
        first: the id of the first review in the card's history.
        repetition: how many reviews came before.
    """
    return int.from_bytes(blake2b(f"{first}/{repetition}".encode(), digest_size=8).digest(), "big")


def bounds(interval: float, cap: int) -> tuple[int, int]:
    """The shortest and the longest wait that fuzz may make of an interval, in days, from 1 to `cap`."""
    interval = min(interval, cap)
    if interval < _LEAST:
        days = max(1, round(interval))
        return days, days
    delta = 1.0 + sum(share * max(min(interval, end) - start, 0.0) for start, end, share in _RANGES)
    return max(2, round(interval - delta)), min(round(interval + delta), cap)


def fuzzed(interval: float, cap: int, drawn: int) -> int:
    """A whole number of days near an interval; with one draw, a longer interval never gives fewer days."""
    low, high = bounds(interval, cap)
    return low + (drawn * (high - low + 1) >> 64)
