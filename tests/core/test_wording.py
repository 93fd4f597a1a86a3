"""Waits in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.schedule import Wait
from quizzer.core.wording import days_words, seconds_words, wait_words

SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86_400, "month": 2_629_800, "year": 31_557_600}


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (Wait(), "now"),
        (Wait(seconds=1), "1 s"),
        (Wait(seconds=59), "59 s"),
        (Wait(seconds=60), "1 min"),
        (Wait(seconds=330), "6 min"),
        (Wait(seconds=600), "10 min"),
        (Wait(seconds=3569), "59 min"),
        (Wait(seconds=3570), "1 h"),
        (Wait(seconds=5400), "1.5 h"),
        (Wait(seconds=7200), "2 h"),
        (Wait(seconds=86_400), "1 day"),
        (Wait(seconds=129_600), "1.5 days"),
        (Wait(seconds=604_800), "7 days"),
        (Wait(days=1), "1 day"),
        (Wait(days=8), "8 days"),
        (Wait(days=30), "30 days"),
        (Wait(days=31), "1 month"),
        (Wait(days=37), "1.2 months"),
        (Wait(days=61), "2 months"),
        (Wait(days=363), "11.9 months"),
        (Wait(days=364), "1 year"),
        (Wait(days=365), "1 year"),
        (Wait(days=840), "2.3 years"),
        (Wait(days=36_500), "99.9 years"),
    ],
)
def test_wait_in_words(wait: Wait, words: str) -> None:
    """The largest unit that fits, and one decimal where it says something."""
    assert wait_words(wait) == words


def in_seconds(words: str) -> float:
    number, unit = words.split()
    return float(number) * SECONDS[unit if unit in SECONDS else unit.removesuffix("s")]


@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_a_longer_wait_never_reads_shorter(one: int, other: int) -> None:
    """In seconds as in days."""
    shorter, longer = sorted((one, other))
    assert in_seconds(seconds_words(shorter)) <= in_seconds(seconds_words(longer))
    assert in_seconds(days_words(shorter)) <= in_seconds(days_words(longer))
