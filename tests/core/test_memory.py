"""The memory model: its equations against the reference implementation, and its laws."""

from random import Random

import fsrs_rs_python as oracle
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.memory import (
    DEFAULT_DECAY,
    LONGEST_GAP,
    MAX_STABILITY,
    PARAMETER_BOUNDS,
    Memory,
    decay_of,
    interval,
    learner,
    retrievability,
)
from tests.core.scheduling import PARAMETERS, RATINGS

History = list[tuple[int, int]]
"""Ratings, each with the study days since the one before."""

STABILITIES = st.floats(0.001, MAX_STABILITY)
DECAYS = st.floats(-0.8, -0.1)
MEMORIES = st.builds(Memory, STABILITIES, st.floats(1, 10))


def remembered(history: History, parameters: tuple[float, ...] = ()) -> Memory:
    learn = learner(parameters)
    memory = None
    for rating, gap in history:
        memory = learn(memory, rating, gap)
    assert memory is not None
    return memory


def reference(history: History, parameters: tuple[float, ...] = DEFAULT_PARAMETERS) -> Memory:
    item = oracle.FSRSItem([oracle.FSRSReview(rating, gap) for rating, gap in history])
    state = oracle.FSRS(list(parameters)).memory_state(item)
    return Memory(state.stability, state.difficulty)


def some_history(dice: Random, longest: int) -> History:
    gaps = [0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 90, 365, 1500, 20_000]
    later = [(dice.randint(1, 4), dice.choice([*gaps, dice.randint(0, 60)])) for _ in range(dice.randrange(longest))]
    return [(dice.randint(1, 4), 0), *later]


def test_memories_are_those_of_the_reference_implementation() -> None:
    """2,000 random histories of study-day gaps, with gap 0, every rating and gaps of decades."""
    dice = Random(2026)
    for _ in range(2000):
        history = some_history(dice, 20)
        assert remembered(history) == pytest.approx(reference(history), rel=1e-4), history


def test_memories_are_those_of_the_reference_implementation_for_other_parameters() -> None:
    """The reference computes in single precision, which costs it digits at the bounds."""
    dice = Random(11)
    for _ in range(60):
        parameters = tuple(dice.uniform(low, high) for low, high in PARAMETER_BOUNDS)
        for _ in range(10):
            history = some_history(dice, 6)
            assert remembered(history, parameters) == pytest.approx(reference(history, parameters), rel=1e-3), (
                parameters,
                history,
            )


def test_no_memory_is_stronger_than_a_century() -> None:
    """The library lets stability grow without end; the reference does not, and neither do we."""
    history = [(4, 0), *[(4, 36_500)] * 8]
    assert remembered(history).stability == MAX_STABILITY
    assert reference(history).stability == MAX_STABILITY


def test_a_gap_longer_than_any_calendar_is_no_error() -> None:
    """A clock may be off by thousands of years."""
    learn = learner(())
    known = Memory(5.0, 5.0)
    assert learn(known, 3, 10**15) == learn(known, 3, LONGEST_GAP)


def test_a_gap_below_zero_is_a_review_on_the_same_day() -> None:
    """Who flies west may review on the day before."""
    learn = learner(())
    known = Memory(5.0, 5.0)
    assert learn(known, 3, -1) == learn(known, 3, -(10**15)) == learn(known, 3, 0)


def test_parameters_out_of_bounds_are_refused() -> None:
    """Options let none through; a caller who does learns it at once."""
    with pytest.raises(ValueError, match="out of bounds"):
        learner((500.0,) * 21)


def test_the_bounds_and_defaults_are_the_library_s() -> None:
    """They stand here so that reading options and counting due cards needs no library."""
    assert tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)) == PARAMETER_BOUNDS
    assert -DEFAULT_PARAMETERS[20] == DEFAULT_DECAY
    assert decay_of(()) == decay_of(DEFAULT_PARAMETERS) == DEFAULT_DECAY


@given(STABILITIES, DECAYS)
def test_recall_after_stability_days_is_ninety_percent(stability: float, decay: float) -> None:
    """R(S, S) = 0.9, for any decay."""
    assert retrievability(stability, stability, decay) == pytest.approx(0.9)


@given(st.floats(0, 10_000), st.floats(0.01, 10_000), STABILITIES, DECAYS)
def test_recall_falls_with_time(elapsed: float, longer: float, stability: float, decay: float) -> None:
    """It starts at 1, falls, and never reaches 0."""
    sooner, later = (retrievability(t, stability, decay) for t in (elapsed, elapsed + longer))
    assert 0 < later < sooner <= 1


@given(st.floats(0.1, 10_000), STABILITIES, STABILITIES, DECAYS)
def test_recall_rises_with_stability(elapsed: float, one: float, other: float, decay: float) -> None:
    """A stronger memory is never the likelier one to be lost."""
    weak, strong = sorted((one, other))
    assert retrievability(elapsed, weak, decay) <= retrievability(elapsed, strong, decay)


def test_recall_of_what_was_never_learnt_is_zero() -> None:
    """A new card has stability 0."""
    assert retrievability(0, 0) == 0


def test_recall_before_the_review_is_that_of_the_review() -> None:
    """A clock that went back makes nobody cleverer than certain."""
    assert retrievability(-3, 5) == 1


@given(STABILITIES, st.floats(0.7, 0.99), DECAYS)
def test_the_interval_ends_when_recall_has_fallen_to_what_is_desired(
    stability: float, retention: float, decay: float
) -> None:
    """I(r, S) is the inverse of R(t, S)."""
    assert retrievability(interval(stability, retention, decay), stability, decay) == pytest.approx(retention)


def test_intervals_are_those_of_the_reference_implementation() -> None:
    """Unrounded days, for the default parameters."""
    model = oracle.FSRS(list(DEFAULT_PARAMETERS))
    for stability in (0.5, 3.2, 40.0, 700.0):
        for retention in (0.7, 0.85, 0.9, 0.97):
            expected = model.next_interval(stability, retention, 3)
            assert interval(stability, retention) == pytest.approx(expected, rel=1e-4)


@given(MEMORIES, st.integers(1, 50_000), PARAMETERS)
def test_again_never_lengthens_a_memory(known: Memory, elapsed: int, parameters: tuple[float, ...]) -> None:
    """Forgetting after a day or more leaves at most the stability there was."""
    assert learner(parameters)(known, 1, elapsed).stability <= known.stability


@given(st.one_of(st.none(), MEMORIES), RATINGS, st.integers(0, 50_000), PARAMETERS)
def test_difficulty_and_stability_stay_in_their_ranges(
    known: Memory | None, rating: int, elapsed: int, parameters: tuple[float, ...]
) -> None:
    """1 ≤ D ≤ 10 and 0 < S ≤ a century, whatever the rating."""
    stability, difficulty = learner(parameters)(known, rating, elapsed)
    assert 1 <= difficulty <= 10
    assert 0 < stability <= MAX_STABILITY


@given(MEMORIES, st.integers(0, 50_000), PARAMETERS)
def test_a_better_rating_never_makes_a_weaker_memory(
    known: Memory, elapsed: int, parameters: tuple[float, ...]
) -> None:
    """Again ≤ Hard ≤ Good ≤ Easy in stability, and the other way round in difficulty."""
    learn = learner(parameters)
    after = [learn(known, rating, elapsed) for rating in (1, 2, 3, 4)]
    assert after == sorted(after, key=lambda memory: memory.stability)
    assert after == sorted(after, key=lambda memory: -memory.difficulty)
