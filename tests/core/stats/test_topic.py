"""Topics, weakest first, and histograms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.stats.correction import UNCORRECTED
from quizzer.core.stats.expectation import Held, expectation
from quizzer.core.stats.histogram import DAYS_NAMES, SHARES_NAMES, histograms
from quizzer.core.stats.topic import topics_of

HELD = st.builds(
    lambda stability, guess: Held(stability, 90, guess),
    st.just(0.0) | st.floats(0.001, 400),
    st.sampled_from((0.0, 0.5)),
)
CARDS = st.lists(st.tuples(st.sampled_from(("rivers", "towns", "")), HELD), max_size=30)


@given(CARDS)
def test_topics_hold_each_card_once_and_lose_what_the_whole_loses(cards: list[tuple[str, Held]]) -> None:
    found = topics_of(cards, 100, UNCORRECTED)
    assert sum(topic.expected.cards for topic in found) == len(cards)
    if cards:
        whole = expectation([card for _, card in cards], 100)
        assert sum(topic.lost for topic in found) == pytest.approx(1 - whole.score)
    scores = [topic.expected.score for topic in found]
    assert scores == sorted(scores)


def test_strength_and_recall_are_counted() -> None:
    cards = [Held(0.0, 0), Held(0.5, 99), Held(10.0, 90), Held(400.0, 99)]
    found = histograms(cards, 100, UNCORRECTED)
    strong = dict(zip(DAYS_NAMES, found.stability, strict=True))
    known = dict(zip(SHARES_NAMES, found.recall, strict=True))
    assert {name: count for name, count in strong.items() if count} == {"under 1 d": 1, "1–3 wk": 1, "over 1 yr": 1}
    assert sum(known.values()) == 3
