"""What reviews teach about the promises of the memory model, and that expected scores then hold."""

import math
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.day import DAY_MS
from quizzer.core.schedule import Schedule
from quizzer.core.stats.correction import UNCORRECTED, Group, corrected_by, inverse
from quizzer.core.stats.expectation import Held, expectation, recall_of
from tests.collection.learners import START, Learner, Study, card_ids

GROUPS = st.builds(
    lambda promised, strength, lapsed, tested, share: Group(
        promised, 2.0**strength, lapsed, tested, round(tested * share)
    ),
    st.floats(0.02, 0.999),
    st.integers(-5, 10),
    st.booleans(),
    st.integers(1, 10_000),
    st.floats(0, 1),
)


def test_without_reviews_nothing_is_corrected() -> None:
    found = corrected_by([])
    assert found.weights == pytest.approx(UNCORRECTED.weights)
    assert found.gone(0.2, 7.0, True, 1.0) == pytest.approx(0.2)


def test_promises_that_were_kept_are_left_alone() -> None:
    kept = [Group(p / 100, 5.0, False, 1_000, p * 10) for p in range(80, 99)]
    found = corrected_by(kept, {"a": kept}.__getitem__)
    assert found.weights == pytest.approx((0, 1, 0, 0, 0), abs=0.02)
    assert found.decks["a"] == pytest.approx(1, abs=0.01)


def test_one_who_forgets_faster_is_promised_less() -> None:
    worse = [Group(p / 100, 5.0, False, 1_000, p * 10 - 50) for p in range(80, 99)]
    found = corrected_by(worse)
    assert math.exp(-found.gone(-math.log(0.9), 5.0, False, 0.0)) == pytest.approx(0.85, abs=0.01)


def test_few_reviews_change_less_than_many() -> None:
    few, many = (corrected_by([Group(0.9, 5.0, False, 3 * times, 2 * times)]) for times in (1, 100))
    assert few.weights[0] < 0.6 < many.weights[0]
    assert few.spread[0][0] > 5 * many.spread[0][0]


def test_a_deck_has_a_factor_of_its_own() -> None:
    easy, hard = Group(0.9, 5.0, False, 1_000, 950), Group(0.9, 5.0, False, 1_000, 850)
    own = {"easy": [easy], "hard": [hard], "little": [Group(0.9, 5.0, False, 1, 0)]}
    found = corrected_by([easy, hard], lambda deck: own.get(deck, ()))
    assert found.decks["hard"] > 1.4 > 1 > 0.6 > found.decks["easy"]
    assert 1 < found.decks["little"] < 1.1
    assert found.decks.get("none", 0.0) == 1
    assert sorted(found.decks) == ["easy", "hard", "little", "none"]
    assert len(found.decks) == 4


@given(st.lists(GROUPS, max_size=12))
def test_any_reviews_give_a_correction_that_can_be_used(groups: list[Group]) -> None:
    found = corrected_by(groups, {"a": groups}.__getitem__)
    assert all(map(math.isfinite, (*found.weights, found.decks["a"])))
    assert found.variance((1.0, -2.0, 3.0, 1.0, -1.0)) >= 0
    assert 0 <= math.exp(-found.gone(0.1, 3.0, True, 2.0)) <= 1
    assert found.gone(0.0, 3.0, True, 0.0) == 0
    assert found.weights[-1] >= 0


@given(st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=4, max_size=4))
def test_an_inverse_undoes_its_matrix(rows: list[list[float]]) -> None:
    matrix = [[sum(a * b for a, b in zip(one, other, strict=True)) + (one is other) for other in rows] for one in rows]
    undone = inverse(matrix)
    for at in range(4):
        for other in range(4):
            product = sum(matrix[at][k] * undone[k][other] for k in range(4))
            assert product == pytest.approx(float(at == other), abs=1e-6)


# Learners whose forgetting follows neither our parameters nor our curve.
LEARNERS = (
    Learner("exponential", lambda days, strength: math.pow(0.9, days / strength), 2.0, 2.0, 0.3, 0.4),
    Learner("quick to forget", lambda days, strength: math.pow(0.9, days / strength), 0.7, 1.6, 0.3, 0.5),
    Learner("slow to forget", lambda days, strength: math.pow(0.9, days / strength), 6.0, 3.0, 0.4, 0.3),
    Learner("hyperbolic", lambda days, strength: 1 / (1 + days / strength / 9), 1.2, 2.2, 0.3, 0.8),
    Learner("sudden", lambda days, strength: math.exp(-0.105 * (days / strength) ** 1.8), 2.5, 2.0, 0.3, 0.5),
    Learner("slips", lambda days, strength: 0.93 * math.exp(-0.105 * (days / strength) ** 0.6), 2.5, 2.0, 0.3, 0.5),
    Learner("unlike cards", lambda days, strength: math.pow(0.9, days / strength), 2.0, 2.0, 0.3, 1.2),
)
PASTS, REVIEWS, QUESTIONS = 40, 1_000, 30
QUIZZES = 200
"""At random; of the other kinds there is one after each past."""
BOUNDS = {"random": (0.025, 0.78), "whole": (0.025, 0.75), "topic": (0.025, 0.8), "weakest": (0.075, 0.65)}
"""By how much scores may be off on average; how many lie in their interval at least, four of five but for chance."""


def test_learners_are_not_what_the_model_promises() -> None:
    """The model alone misses most of them by more than is allowed below."""
    missed = [abs(_mean(_quizzes(learner, corrected=False, pasts=3)["random"])[0]) for learner in LEARNERS]
    assert sum(miss > 0.03 for miss in missed) >= 4


@pytest.mark.parametrize("learner", LEARNERS, ids=lambda learner: learner.name)
def test_expected_scores_hold_for_learners_unlike_the_model(learner: Learner) -> None:
    """Within 2.5 points over 200 quizzes once 1,000 reviews are in; four of five lie in the interval, or more.

    So too over the whole deck and over a topic; where only the weakest cards are asked, within 7.5.
    """
    for kind, found in _quizzes(learner, corrected=True, pasts=PASTS).items():
        off, covered = _mean(found)
        most, least = BOUNDS[kind]
        assert abs(off) < most, kind
        assert covered >= least, kind


def _mean(found: list[tuple[float, bool]]) -> tuple[float, float]:
    return sum(off for off, _ in found) / len(found), sum(within for _, within in found) / len(found)


def _quizzes(learner: Learner, corrected: bool, pasts: int) -> dict[str, list[tuple[float, bool]]]:
    """By kind of quiz: by how much each expected score was above the true one, and whether what came was within."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for seed in range(pasts):
        study = Study(learner, card_ids(300), seed)
        _live(study, missing=seed % 2 > 0)
        correction = study.correction() if corrected else UNCORRECTED
        dice = random.Random(seed)
        for at in range(QUIZZES // PASTS):
            ahead = dice.randrange(3)
            held = {card: _held(schedule) for card, schedule in study.schedules.items()}
            for kind, cards in _kinds(held, study.day + ahead, dice, at == 0):
                today = START // DAY_MS + study.day + ahead
                expected = expectation([held[card] for card in cards], today, correction)
                recalls = [study.recall(card, study.day + ahead) for card in cards]
                score = sum(dice.random() < recall for recall in recalls) / len(cards)
                within = expected.low - 1e-9 <= score <= expected.high + 1e-9
                found.setdefault(kind, []).append((expected.score - sum(recalls) / len(cards), within))
    return found


def _kinds(held: dict[str, Held], day: int, dice: random.Random, every: bool) -> Iterator[tuple[str, list[str]]]:
    cards, today = sorted(held), START // DAY_MS + day
    yield "random", dice.sample(cards, QUESTIONS)
    if every:
        yield "whole", cards
        yield "topic", cards[::8]
        yield "weakest", sorted(cards, key=lambda card: recall_of(held[card], today))[:QUESTIONS]


def _held(schedule: Schedule) -> Held:
    return Held(schedule.stability, schedule.last_day, 0.0, schedule.lapses > 0)


def _live(study: Study, missing: bool) -> None:
    """Until they have made enough reviews, on each day or on three of four."""
    while study.reviews < REVIEWS:
        if missing and study.day % 4 == 3:
            study.day += 1
        for _ in study.days(1):
            pass
