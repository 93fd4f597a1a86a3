"""What to expect if all cards were asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.memory import DEFAULT_DECAY
from quizzer.core.stats.expectation import Expectation, Held, expectation

HELD = st.builds(
    Held,
    st.just(0.0) | st.floats(0.01, 40_000),
    st.integers(0, 100),
    st.sampled_from((0.0, 0.25, 0.5)),
    st.just(DEFAULT_DECAY),
)


def test_no_cards_promise_nothing() -> None:
    assert expectation([], 100) == Expectation()


def test_a_card_never_seen_counts_what_guessing_brings() -> None:
    found = expectation([Held(0.0, 0, 0.25), Held(0.0, 0, 0.75)], 100)
    assert (found.score, found.cards, found.unseen, found.seen, found.recall) == (0.5, 2, 2, 0, 0.0)


def test_recall_falls_to_ninety_percent_at_its_stability() -> None:
    found = expectation([Held(10.0, 90, 0.5), Held(10.0, 100, 0.0)], 100)
    assert found.score == pytest.approx((0.95 + 1) / 2)
    assert found.recall == pytest.approx(0.95)


@given(st.lists(HELD, min_size=1, max_size=30), st.integers(100, 400))
def test_without_study_a_score_never_rises(cards: list[Held], day: int) -> None:
    now, later = expectation(cards, day), expectation(cards, day + 30)
    assert later.score <= now.score + 1e-9
    assert 0 <= now.low <= now.high <= 1


def test_many_cards_are_surer_than_few() -> None:
    few, many = expectation([Held(10.0, 90, 0.0)] * 20, 100), expectation([Held(10.0, 90, 0.0)] * 1_000, 100)
    assert many.high - many.low < few.high - few.low
    assert many.low < 0.9 < many.high
    assert many.high - many.low == pytest.approx(2 * 1.2816 * (0.09 / 1_000) ** 0.5, rel=1e-3)
