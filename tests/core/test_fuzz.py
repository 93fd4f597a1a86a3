"""Fuzz: repeatable, uniform, and never out of its bounds."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.fuzz import bounds, draw, fuzzed

DRAWS = st.integers(0, 2**64 - 1)
INTERVALS = st.one_of(st.floats(0, 40), st.floats(0, 1e6))
CAPS = st.one_of(st.integers(1, 10), st.integers(1, 36_500))


@pytest.mark.parametrize(
    ("interval", "cap", "expected"),
    [
        (0.01, 36_500, (1, 1)),
        (1.4, 36_500, (1, 1)),
        (2.4, 36_500, (2, 2)),
        (2.6, 36_500, (2, 4)),
        (7, 36_500, (5, 9)),
        (10, 36_500, (8, 12)),
        (2.5, 36_500, (2, 4)),
        (15, 36_500, (13, 17)),
        (32, 36_500, (28, 36)),
        (100, 36_500, (93, 107)),
        (100, 100, (93, 100)),
        (1e9, 365, (345, 365)),
        (5, 2, (2, 2)),
        (5, 1, (1, 1)),
    ],
)
def test_bounds(interval: float, cap: int, expected: tuple[int, int]) -> None:
    """A day to either side, and a falling share of longer waits; what the cap cuts off is not made up for."""
    assert bounds(interval, cap) == expected


@given(INTERVALS, CAPS)
def test_bounds_lie_within_one_day_and_the_cap(interval: float, cap: int) -> None:
    """No wait is shorter than a day or longer than the cap."""
    low, high = bounds(interval, cap)
    assert 1 <= low <= high <= cap


@given(INTERVALS, CAPS)
def test_every_day_between_the_bounds_is_as_likely_as_any_other(interval: float, cap: int) -> None:
    """The 2^64 draws fall into equal runs, one a day: the n-th day's begins where n shares of them end."""
    low, high = bounds(interval, cap)
    shares = high - low + 1
    for nth in range(shares):
        begins = -(-(nth << 64) // shares)
        assert fuzzed(interval, cap, begins) == low + nth
        if nth:
            assert fuzzed(interval, cap, begins - 1) == low + nth - 1
    assert fuzzed(interval, cap, 2**64 - 1) == high


@given(INTERVALS, INTERVALS, CAPS, DRAWS)
def test_one_draw_keeps_the_order_of_intervals(one: float, other: float, cap: int, drawn: int) -> None:
    """The four outcomes share a draw, so fuzz alone never turns them round."""
    shorter, longer = sorted((one, other))
    assert fuzzed(shorter, cap, drawn) <= fuzzed(longer, cap, drawn)


def test_draws_are_the_same_everywhere() -> None:
    """Every machine and every later release must draw these, or dates would move in a replay."""
    assert draw("5f0e6a0c9d3b4b7e8a1f2c3d4e5f6071", 0) == 0x82B8B4ECA1146F53
    assert draw("5f0e6a0c9d3b4b7e8a1f2c3d4e5f6071", 1) == 0xA2EB1A65DF0DF097


def test_draws_are_spread_evenly() -> None:
    """9,000 reviews that wait 32 days fill the days from 28 to 36 alike (chi-square, 8 degrees, p 0.001)."""
    days = Counter(fuzzed(32, 36_500, draw(f"{card:032x}", rep)) for card in range(900) for rep in range(10))
    assert sorted(days) == list(range(28, 37))
    assert sum((count - 1000) ** 2 / 1000 for count in days.values()) < 26.1
