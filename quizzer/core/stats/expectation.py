"""The score to expect if all cards were asked on a day: what is remembered brings 1, what is not what guessing does.

Scores are shares, 0–1.
"""

import math
from collections.abc import Iterable
from statistics import NormalDist
from typing import NamedTuple

from quizzer.core.memory import DEFAULT_DECAY, retrievability
from quizzer.core.prediction import LIKELY, predicted
from quizzer.core.stats.correction import UNCORRECTED, Correction, known_of

_EXACT = 200
"""Cards up to which the distribution is computed and not taken as a normal one."""
_WIDE = NormalDist().inv_cdf((1 + LIKELY) / 2)
"""Standard deviations on either side that hold four of five."""
SAME_DAY = 0.5
"""Days for which a card counts as left alone that was reviewed on the very day."""


class Held(NamedTuple):
    """A card as far as it matters for what to expect of it."""

    stability: float
    """Days; 0 for a card never seen."""
    last_day: int
    guess: float = 0.0
    """The score of a response made blindly."""
    lapsed: bool = False
    """Whether it was forgotten before."""
    deck: str = ""
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
    """The mean probability of recall of the cards seen, corrected: average retrievability."""

    @property
    def seen(self) -> int:
        """Cards seen at least once."""
        return self.cards - self.unseen


def recall_of(card: Held, day: int, correction: Correction = UNCORRECTED) -> float:
    """The probability that a card is remembered on a study day, nothing being studied until then."""
    return math.exp(-_gone(card, day, correction)) if card.stability else 0.0


def chance_of(card: Held, day: int, correction: Correction = UNCORRECTED) -> float:
    """The score to expect of a card on a study day: R + (1 - R) · guess."""
    recall = recall_of(card, day, correction)
    return recall + (1 - recall) * card.guess


def expectation(cards: Iterable[Held], day: int, correction: Correction = UNCORRECTED) -> Expectation:
    """What to expect if all these cards were asked on a study day, nothing being studied until then.

    R + (1 - R) · guess each; a card never seen has R = 0. The interval holds two doubts: which cards are remembered,
    each independently of the others, and how sure the correction is.
    """
    chances: list[float] = []
    slopes = [0.0] * 4
    recalls, unseen = 0.0, 0
    for card in cards:
        if not card.stability:
            unseen += 1
            chances.append(card.guess)
            continue
        gone = _gone(card, day, correction)
        recall = math.exp(-gone)
        recalls += recall
        chances.append(recall + (1 - recall) * card.guess)
        change = -recall * gone * (1 - card.guess)
        for at, known in enumerate(known_of(_lost(card, day), card.stability, card.lapsed)):
            slopes[at] += change * known
    if not chances:
        return Expectation()
    count, seen = len(chances), len(chances) - unseen
    low, high = _between(chances, correction.variance([slope / count for slope in slopes]))
    return Expectation(sum(chances) / count, low, high, count, unseen, recalls / seen if seen else 0.0)


def _lost(card: Held, day: int) -> float:
    """-ln R of the memory model."""
    return -math.log(retrievability(max(SAME_DAY, day - card.last_day), card.stability, card.decay))


def _gone(card: Held, day: int, correction: Correction) -> float:
    factor = correction.decks.get(card.deck, 1.0)
    return factor * correction.gone(_lost(card, day), card.stability, card.lapsed)


def _between(chances: list[float], doubt: float) -> tuple[float, float]:
    """The middle four fifths; `doubt` is the variance that comes on top of that of the cards."""
    count = len(chances)
    mean, chancy = sum(chances) / count, sum(one * (1 - one) for one in chances) / count**2
    if not chancy:
        return mean, mean
    if count <= _EXACT:
        found = predicted(chances)
        low, high = min(mean, found.low), max(mean, found.high)
    else:
        low, high = mean - _WIDE * math.sqrt(chancy), mean + _WIDE * math.sqrt(chancy)
    wider = math.sqrt(1 + doubt / chancy)
    return max(0.0, mean - wider * (mean - low)), min(1.0, mean + wider * (high - mean))
