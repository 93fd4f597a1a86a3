"""What to expect if all cards were asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.memory import DEFAULT_DECAY
from quizzer.core.stats.correction import Correction
from quizzer.core.stats.expectation import Expectation, Expecting, Held, chance_of, expectation, recall_of

HELD = st.builds(
    Held,
    st.just(0.0) | st.floats(0.01, 40_000),
    st.integers(0, 100),
    st.sampled_from((0.0, 0.25, 0.5)),
    st.booleans(),
    st.sampled_from(("", "a")),
    st.just(DEFAULT_DECAY),
)

SURE = Correction(spread=((0.0,) * 5,) * 5, misfit=0.0)
"""As the model says, without a doubt."""


def test_no_cards_promise_nothing() -> None:
    assert expectation([], 100) == Expectation()


def test_a_card_never_seen_counts_what_guessing_brings() -> None:
    found = expectation([Held(0.0, 0, 0.25), Held(0.0, 0, 0.75)], 100)
    assert (found.score, found.cards, found.unseen, found.seen, found.recall) == (0.5, 2, 2, 0, 0.0)


def test_recall_falls_to_ninety_percent_at_its_stability() -> None:
    found = expectation([Held(10.0, 90, 0.5), Held(10.0, 90, 0.0)], 100)
    assert found.score == pytest.approx((0.95 + 0.9) / 2)
    assert found.recall == pytest.approx(0.9)


@given(st.lists(HELD, min_size=1, max_size=30), st.integers(100, 400))
def test_without_study_a_score_never_rises(cards: list[Held], day: int) -> None:
    now, later = expectation(cards, day), expectation(cards, day + 30)
    assert later.score <= now.score + 1e-9
    assert 0 <= now.low <= now.high <= 1


def test_many_cards_are_surer_than_few() -> None:
    few, many = expectation([Held(10.0, 90, 0.0)] * 20, 100), expectation([Held(10.0, 90, 0.0)] * 1_000, 100)
    assert many.high - many.low < few.high - few.low
    assert many.low < 0.9 < many.high
    sure = expectation([Held(10.0, 90, 0.0)] * 1_000, 100, SURE)
    assert sure.high - sure.low == pytest.approx(2 * 1.2816 * (0.09 / 1_000) ** 0.5, rel=1e-3)
    assert many.high - many.low > sure.high - sure.low


def test_a_card_asked_today_is_not_quite_sure() -> None:
    assert recall_of(Held(10.0, 99), 100) < recall_of(Held(10.0, 100), 100) < 1


@given(st.lists(HELD, min_size=1, max_size=30), st.integers(100, 400))
def test_a_score_is_the_mean_of_its_cards(cards: list[Held], day: int) -> None:
    found = expectation(cards, day)
    assert found.score == pytest.approx(sum(chance_of(card, day) for card in cards) / len(cards))
    seen = [recall_of(card, day) for card in cards if card.stability]
    assert found.recall == pytest.approx(sum(seen) / len(seen) if seen else 0)


def test_a_deck_that_is_forgotten_faster_is_expected_to_bring_less() -> None:
    hard = Correction(decks={"a": 2.0})
    assert recall_of(Held(10.0, 90, deck="a"), 100, hard) == pytest.approx(0.81)
    assert recall_of(Held(10.0, 90, deck="b"), 100, hard) == pytest.approx(0.9)


@given(st.lists(HELD, max_size=20), st.lists(HELD, max_size=20))
def test_parts_that_are_joined_are_the_whole(some: list[Held], others: list[Held]) -> None:
    one, other = Expecting(100), Expecting(100)
    one.add(some)
    other.add(others)
    one.join(other)
    assert one.found == pytest.approx(expectation([*some, *others], 100))


def test_many_decks_that_are_joined_are_many_cards() -> None:
    whole = Expecting(100)
    for _ in range(3):
        part = Expecting(100)
        part.add([Held(10.0, 90)] * 100)
        whole.join(part)
    assert whole.found == pytest.approx(expectation([Held(10.0, 90)] * 300, 100))
