"""What a quiz is expected to bring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.cards import Body, Choice, Flashcard, Items, Match, Number, Option, Order, TrueFalse, Typed
from quizzer.core.prediction import Prediction, chance, guess, predicted


def choice(right: int, wrong: int) -> Choice:
    return Choice(tuple(Option(f"r{n}") for n in range(right)), tuple(Option(f"w{n}") for n in range(wrong)))


@pytest.mark.parametrize(
    ("body", "blind"),
    [
        (Flashcard("a"), 0),
        (Typed("a"), 0),
        (Number("1"), 0),
        (Items(("a", "b")), 0),
        (TrueFalse(True), 1 / 2),
        (choice(1, 3), 1 / 4),
        (choice(1, 1), 1 / 2),
        (choice(2, 2), 1 / 6),
        (Match((("a", "1"), ("b", "2"), ("c", "3"))), 1 / 3),
        (Order(("a", "b")), 1 / 2),
        (Order(("a", "b", "c")), 1 / 2),
    ],
)
def test_guessing_brings_what_chance_gives(body: Body, blind: float) -> None:
    assert guess(body) == pytest.approx(blind)
    assert chance(body, None) == pytest.approx(blind)
    assert chance(body, 0.8) == pytest.approx(0.8 + 0.2 * blind)
    assert chance(body, 1.0) == 1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_what_is_expected_lies_among_what_is_likely(chances: list[float]) -> None:
    found = predicted(chances)
    assert 0 <= found.low <= found.high <= 1
    assert found.low - 1 / len(chances) <= found.expected <= found.high + 1 / len(chances)


def test_four_of_five_quizzes_lie_between() -> None:
    assert predicted([0.5] * 100) == Prediction(0.5, 0.44, 0.56)
    assert predicted([1.0] * 5) == Prediction(1, 1, 1)
    assert predicted([]) == Prediction()


def test_a_score_is_set_beside_what_was_expected() -> None:
    found = Prediction(0.78, 0.66, 0.9)
    assert found.words(0.75) == "as your reviews promised"
    assert found.words(0.9) == "as your reviews promised"
    assert found.words(0.95) == "better than your reviews promised"
    assert found.words(0.5) == "less than your reviews promised"
