"""What a quiz was expected to bring: from how well each card was remembered when it began, and what guessing brings.

Chances and scores are 0–1.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from quizzer.core.cards import Body, Choice, Flashcard, Match, Order, TrueFalse, Typed

LIKELY = 0.8
"""How sure the interval is."""
_MOST_ORDERED = 6


class Prediction(NamedTuple):
    """The score that was expected, as shares of all questions, and between which it lies in four of five quizzes."""

    expected: float = 0.0
    low: float = 0.0
    high: float = 0.0

    def words(self, score: float) -> str:
        """How a score stands to what was expected."""
        if score > self.high + 1e-9:
            return "better than your reviews promised"
        return "less than your reviews promised" if score < self.low - 1e-9 else "as your reviews promised"


def chance(body: Body, recall: float | None) -> float:
    """The score to expect of a card: what is remembered brings 1, what is not brings what guessing does.

    R + (1 - R) · guess; a card never seen has R = 0.
    """
    known = recall or 0.0
    return known + (1 - known) * guess(body)


def guess(body: Body) -> float:
    """The mean score of a response made blindly."""
    match body:
        case Flashcard() | Typed():  # most cards are
            return 0.0
        case TrueFalse():
            return 0.5
        case Choice():
            return _picked_blindly(len(body.right), len(body.right) + len(body.wrong))
        case Match():
            rights = [right for _, right in body.pairs]  # equal ones are interchangeable
            return sum(rights.count(right) for right in rights) / len(rights) ** 2
        case Order():
            return _ordered_blindly(min(len(body.items), _MOST_ORDERED))
        case _:
            return 0.0


@lru_cache
def _picked_blindly(right: int, options: int) -> float:
    """The mean of (hits - misses) / right, 0 at least, when as many options are picked as are right."""
    ways = [(hits, math.comb(right, hits) * math.comb(options - right, right - hits)) for hits in range(right + 1)]
    return sum(max(0, 2 * hits - right) / right * count for hits, count in ways) / math.comb(options, right)


@lru_cache
def _ordered_blindly(items: int) -> float:
    """The mean of (longest increasing run - 1) / (n - 1) over all orders; that of six for more."""
    runs = [_longest_increasing(order) for order in permutations(range(items))]
    return (sum(runs) / len(runs) - 1) / (items - 1)


def _longest_increasing(order: Sequence[int]) -> int:
    best: list[int] = []
    for at, value in enumerate(order):
        best.append(1 + max((best[before] for before in range(at) if order[before] < value), default=0))
    return max(best)


def predicted(chances: Sequence[float], doubt: float = 0.0) -> Prediction:
    """What questions with these chances bring together.

    Each is right or wrong, independently of the others: the distribution of a sum of unlike coins, computed exactly.

    Args:
        chances: the score to expect of each question.
        doubt: the variance of their mean that comes on top, since nobody knows them quite; it widens the interval.
    """
    if not chances:
        return Prediction()
    odds = [1.0]
    for one in chances:
        odds = [
            (odds[right] * (1 - one) if right < len(odds) else 0.0) + (odds[right - 1] * one if right else 0.0)
            for right in range(len(odds) + 1)
        ]
    tail, most = (1 - LIKELY) / 2, len(chances)
    mean, chancy = sum(chances) / most, sum(one * (1 - one) for one in chances) / most**2
    low, high = _quantile(odds, tail) / most, _quantile(odds, 1 - tail) / most
    return widened(Prediction(mean, low, high), chancy, doubt)


def widened(prediction: Prediction, chancy: float, doubt: float) -> Prediction:
    """A prediction whose interval, that of a variance, is widened by another one; its mean lies within it."""
    mean, low, high = prediction
    if not chancy:
        return Prediction(mean, mean, mean)
    wider = math.sqrt(1 + doubt / chancy)
    low, high = mean - wider * max(0.0, mean - low), mean + wider * max(0.0, high - mean)
    return Prediction(mean, max(0.0, low), min(1.0, high))


def _quantile(odds: Sequence[float], share: float) -> int:
    reached = 0.0
    for right, chance_of in enumerate(odds):
        reached += chance_of
        if reached >= share - 1e-9:
            return right
    return len(odds) - 1  # pragma: no cover  rounding leaves less than all
