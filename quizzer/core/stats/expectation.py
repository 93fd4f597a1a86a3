"""The score to expect if all cards were asked on a day: what is remembered brings 1, what is not what guessing does.

Scores are shares, 0–1.
"""

import math
from collections.abc import Iterable
from statistics import NormalDist
from typing import NamedTuple

from quizzer.core.memory import DEFAULT_DECAY, retrievability
from quizzer.core.prediction import LIKELY, predicted

_EXACT = 200
"""Cards up to which the distribution is computed and not taken as a normal one."""
_WIDE = NormalDist().inv_cdf((1 + LIKELY) / 2)
"""Standard deviations on either side that hold four of five."""


class Held(NamedTuple):
    """A card as far as it matters for what to expect of it."""

    stability: float
    """Days; 0 for a card never seen."""
    last_day: int
    guess: float
    """The score of a response made blindly."""
    decay: float = DEFAULT_DECAY


class Expectation(NamedTuple):
    """The score to expect if all of some cards were asked, and between which it would lie four times of five."""

    score: float = 0.0
    low: float = 0.0
    high: float = 0.0
    cards: int = 0
    unseen: int = 0
    """Cards never seen, which count what guessing brings."""
    recall: float = 0.0
    """The mean probability of recall of the cards seen: average retrievability."""

    @property
    def seen(self) -> int:
        """Cards seen at least once."""
        return self.cards - self.unseen


def expectation(cards: Iterable[Held], day: int) -> Expectation:
    """What to expect if all these cards were asked on a study day, nothing being studied until then.

    R + (1 - R) · guess each; a card never seen has R = 0. Cards are remembered or not independently of each other.
    """
    chances: list[float] = []
    recalls = unseen = 0.0
    for stability, last_day, guess, decay in cards:
        recall = retrievability(day - last_day, stability, decay) if stability else 0.0
        recalls += recall
        unseen += not stability
        chances.append(recall + (1 - recall) * guess)
    if not chances:
        return Expectation()
    low, high = _between(chances)
    count, seen = len(chances), len(chances) - int(unseen)
    return Expectation(sum(chances) / count, low, high, count, int(unseen), recalls / seen if seen else 0.0)


def _between(chances: list[float]) -> tuple[float, float]:
    if len(chances) <= _EXACT:
        found = predicted(chances)
        return found.low, found.high
    count = len(chances)
    mean, spread = sum(chances) / count, math.sqrt(sum(one * (1 - one) for one in chances)) / count
    return max(0.0, mean - _WIDE * spread), min(1.0, mean + _WIDE * spread)
