"""The FSRS-6 memory model: what a rating does to a memory, and how likely it is to hold.

Stability and elapsed time are in days, difficulty is 1–10, retrievability is a probability. The equations
of stability and difficulty are those of the `fsrs` library, which is loaded on the first rating and not
before; the forgetting curve stands here too, so that counting due cards needs no library.

Source: open-spaced-repetition, "The Algorithm" (FSRS-6, 21 parameters w0–w20).
"""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

DEFAULT_DECAY = -0.1542
"""−w20 of the library's default parameters."""

MAX_STABILITY = 36500.0
"""Days. The reference implementation (fsrs-rs) holds stability below this; the library does not."""

LONGEST_GAP = 1_000_000
"""Days. A longer gap, which only a broken clock makes, counts as this one."""

PARAMETER_BOUNDS: tuple[tuple[float, float], ...] = (
    *((0.001, 100.0),) * 4,
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8),
)
"""The least and the greatest value of each parameter that the library takes."""

# Only differences between instants reach the library, so any date far from both ends of the calendar serves.
_NOW = datetime(6000, 1, 1, tzinfo=UTC)


class Memory(NamedTuple):
    """What is known of a memory right after a review."""

    stability: float
    """Days until the probability of recall has fallen to 0.9."""
    difficulty: float
    """1–10."""


def decay_of(parameters: tuple[float, ...]) -> float:
    """The exponent of the forgetting curve, −w20; of the default parameters when there are none."""
    return -parameters[20] if parameters else DEFAULT_DECAY


def retrievability(elapsed_days: float, stability: float, decay: float = DEFAULT_DECAY) -> float:
    """Probability of recall `elapsed_days` after a review.

    R(t, S) = (1 + f·t/S)^decay with f = 0.9^(1/decay) − 1, so that R(S, S) = 0.9: that is what stability
    means. It is 0 for a card never reviewed (stability 0); a time before the review counts as the review's.
    """
    if stability <= 0:
        return 0.0
    base = 1 + _growth(0.9, decay) * max(elapsed_days, 0) / stability
    return math.pow(base, decay)


def interval(stability: float, retention: float, decay: float = DEFAULT_DECAY) -> float:
    """Days until the probability of recall has fallen to `retention`: the inverse of `retrievability`.

    I(r, S) = S/f · (r^(1/decay) − 1).
    """
    return stability * _growth(retention, decay) / _growth(0.9, decay)


@lru_cache(maxsize=64)
def _growth(probability: float, decay: float) -> float:
    """f·t/S at the time when recall has fallen to a probability."""
    return math.pow(probability, 1 / decay) - 1


@lru_cache(maxsize=64)
def learner(parameters: tuple[float, ...]) -> Callable[[Memory | None, int, int], Memory]:
    """The function (memory or none, rating 1–4, elapsed study days) → memory after that rating.

    Args:
        parameters: 21 values within `PARAMETER_BOUNDS`, or () for the library's defaults.

    Raises:
        ValueError: the parameters are not 21 or out of bounds; `options` lets no such value through.
    """
    from fsrs import Card, Rating, Scheduler, State
    from fsrs.scheduler import DEFAULT_PARAMETERS

    # Without steps a review is the memory alone; the library's fuzz would throw dice that no replay repeats.
    scheduler = Scheduler(
        parameters or DEFAULT_PARAMETERS, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    review = scheduler.review_card
    ratings = (Rating.Again, Rating.Again, Rating.Hard, Rating.Good, Rating.Easy)

    # Most cards share their first few reviews, and what a button showed is asked for again by its key.
    @lru_cache(maxsize=4096)
    def learn(memory: Memory | None, rating: int, elapsed: int) -> Memory:
        if memory is None:
            card = Card(card_id=0, due=_NOW)
        else:
            last = _NOW - timedelta(days=min(max(elapsed, 0), LONGEST_GAP))
            card = Card(0, State.Review, None, memory.stability, memory.difficulty, _NOW, last)
        after, _ = review(card, ratings[rating], _NOW)
        assert after.stability is not None
        assert after.difficulty is not None
        return Memory(min(after.stability, MAX_STABILITY), after.difficulty)

    return learn
