"""What a quiz is expected to bring."""

from itertools import combinations, permutations, product
from math import prod
from statistics import mean

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


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_the_interval_is_that_of_all_outcomes_counted_one_by_one(chances: list[float]) -> None:
    odds = dict.fromkeys(range(len(chances) + 1), 0.0)
    for outcome in product((0, 1), repeat=len(chances)):
        odds[sum(outcome)] += prod(one if right else 1 - one for one, right in zip(chances, outcome, strict=True))
    found, most = predicted(chances), len(chances)
    low, high = round(found.low * most), round(found.high * most)
    assert found.expected * most == pytest.approx(sum(right * share for right, share in odds.items()))
    assert sum(share for right, share in odds.items() if right < low) < 0.1 + 1e-6
    assert sum(share for right, share in odds.items() if right <= low) > 0.1 - 1e-6
    assert sum(share for right, share in odds.items() if right > high) < 0.1 + 1e-6
    assert sum(share for right, share in odds.items() if right >= high) > 0.1 - 1e-6


@given(st.integers(1, 4), st.integers(1, 4))
def test_picking_blindly_brings_the_mean_of_all_ways_to_pick(right: int, wrong: int) -> None:
    body = choice(right, wrong)
    ways = list(combinations(range(right + wrong), right))
    scores = [max(0, sum(1 if place < right else -1 for place in way)) / right for way in ways]
    assert guess(body) == pytest.approx(mean(scores))


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=5))
def test_ordering_and_matching_blindly_bring_the_mean_of_all_ways(rights: list[str]) -> None:
    items = len(rights)
    order = Order(tuple(str(at) for at in range(items)))
    match = Match(tuple((f"left {at}", right) for at, right in enumerate(rights)))
    orders = list(permutations(range(items)))
    assert guess(order) == pytest.approx(mean((longest_run(way) - 1) / (items - 1) for way in orders))
    hits = [sum(rights[at] == rights[to] for at, to in enumerate(way)) / items for way in orders]
    assert guess(match) == pytest.approx(mean(hits))


def longest_run(order: tuple[int, ...]) -> int:
    return max(
        len(some) for size in range(len(order) + 1) for some in combinations(order, size) if list(some) == sorted(some)
    )
