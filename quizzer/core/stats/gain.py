"""What reviewing a card today is expected to bring tomorrow."""

from typing import NamedTuple

from quizzer.core.memory import Memory, learner
from quizzer.core.stats.correction import Correction
from quizzer.core.stats.expectation import Held, chance_of, recall_of

_AGAIN, _GOOD = 1, 3


class Studied(NamedTuple):
    """A card that may be reviewed today."""

    held: Held
    difficulty: float
    """1–10; 0 for a card never seen."""


def gain_of(card: Studied, day: int, parameters: tuple[float, ...], correction: Correction) -> float:
    """By how much the score to expect of a card tomorrow rises if it is reviewed today (0–1, and never below 0).

    It is remembered with its probability, and then as strong as after Good; else as weak as after Again.
    """
    held, learn = card.held, learner(parameters)
    without = chance_of(held, day + 1, correction)
    if not held.stability:
        return max(0.0, chance_of(_after(held, learn(None, _GOOD, 0), day, False), day + 1, correction) - without)
    known, elapsed = Memory(held.stability, card.difficulty), day - held.last_day
    recall = recall_of(held, day, correction)
    good = chance_of(_after(held, learn(known, _GOOD, elapsed), day, held.lapsed), day + 1, correction)
    again = chance_of(_after(held, learn(known, _AGAIN, elapsed), day, True), day + 1, correction)
    return max(0.0, recall * good + (1 - recall) * again - without)


def _after(held: Held, memory: Memory, day: int, lapsed: bool) -> Held:
    return held._replace(stability=memory.stability, last_day=day, lapsed=lapsed)
