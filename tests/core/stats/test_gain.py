"""What a review today brings tomorrow."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.stats.correction import UNCORRECTED
from quizzer.core.stats.expectation import Held, chance_of
from quizzer.core.stats.gain import Studied, gain_of

STUDIED = st.builds(
    Studied,
    st.builds(lambda stability, last, guess: Held(stability, last, guess), st.floats(0.1, 400), st.integers(0, 99),
              st.sampled_from((0.0, 0.25))),
    st.floats(1, 10),
)  # fmt: skip


@given(STUDIED)
def test_a_gain_is_never_more_than_what_is_missing(card: Studied) -> None:
    gain = gain_of(card, 100, (), UNCORRECTED)
    assert 0 <= gain <= 1 - chance_of(card.held, 101)


def test_a_card_never_seen_gains_most() -> None:
    fresh = gain_of(Studied(Held(0.0, 0), 0.0), 100, (), UNCORRECTED)
    guessed = gain_of(Studied(Held(0.0, 0, 0.5), 0.0), 100, (), UNCORRECTED)
    overdue = gain_of(Studied(Held(5.0, 60), 5.0), 100, (), UNCORRECTED)
    strong = gain_of(Studied(Held(300.0, 90), 5.0), 100, (), UNCORRECTED)
    assert fresh > guessed > overdue > strong >= 0
