"""The score to expect if all cards were asked on a day: what is remembered brings 1, what is not what guessing does.

Scores are shares, 0–1.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from quizzer.core.memory import DEFAULT_DECAY, retrievability
from quizzer.core.prediction import Prediction, predicted, widened
from quizzer.core.stats.correction import MIDDLE, UNCORRECTED, WEIGHTS, Correction, lateness

_EXACT = 200
"""Cards up to which the distribution is computed and not taken as a normal one."""
_WIDE = 1.2815515655446004
"""Standard deviations of a normal distribution that hold four of five on either side; `statistics` loads long."""
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


class Expecting:
    """An expectation that is being added up, card by card: many cards take a while."""

    def __init__(self, day: int, correction: Correction = UNCORRECTED, doubt: float = 0.0) -> None:
        self._day = day
        self._more_doubt = doubt
        self._correction = correction
        self._count = self._unseen = 0
        self._chances = self._chancy = self._recalls = 0.0
        self._each: list[float] = []
        self._slopes = [0.0] * WEIGHTS

    def add(self, cards: Iterable[Held]) -> None:
        """Add cards."""
        day, gone_of, factors, slopes = self._day, self._correction.gone, self._correction.decks, self._slopes
        of_deck, factor = "", 1.0
        for stability, last_day, guess, lapsed, deck, decay in cards:
            self._count += 1
            if not stability:
                self._unseen += 1
                self._take(guess)
                continue
            waited = max(SAME_DAY, day - last_day)
            lost = _lost(stability, waited, decay)
            late = lateness(lost, waited / stability)
            if deck != of_deck:
                of_deck, factor = deck, factors.get(deck, 1.0)
            gone = factor * gone_of(lost, stability, lapsed, late)
            recall = math.exp(-gone)
            self._recalls += recall
            self._take(recall + (1 - recall) * guess)
            change = recall * gone * (1 - guess)
            slopes[0] += change
            slopes[1] += change * math.log(lost)
            slopes[2] += change * math.log(stability / MIDDLE)
            slopes[3] += change * lapsed
            slopes[4] += change * late

    def join(self, other: "Expecting") -> None:
        """Add the cards of another one of the same day and correction."""
        self._count += other._count
        self._unseen += other._unseen
        self._chances += other._chances
        self._chancy += other._chancy
        self._recalls += other._recalls
        self._slopes = [mine + its for mine, its in zip(self._slopes, other._slopes, strict=True)]
        self._each = [*self._each, *other._each][: _EXACT + 1]

    def _take(self, chance: float) -> None:
        self._chances += chance
        self._chancy += chance * (1 - chance)
        if len(self._each) <= _EXACT:
            self._each.append(chance)

    @property
    def found(self) -> Expectation:
        """What is to be expected of the cards so far."""
        if not self._count:
            return Expectation()
        count, seen = self._count, self._count - self._unseen
        score, low, high = self._prediction()
        recall = self._recalls / seen if seen else 0.0
        return Expectation(score, low, high, count, self._unseen, recall)

    @property
    def doubt(self) -> float:
        """The variance of the score that comes of not knowing the correction quite, and of what it was made with."""
        return self._more_doubt + self._correction.variance([slope / max(1, self._count) for slope in self._slopes])

    def _prediction(self) -> Prediction:
        if self._count <= _EXACT:
            return predicted(self._each, self.doubt)
        mean, chancy = self._chances / self._count, self._chancy / self._count**2
        half = _WIDE * math.sqrt(chancy)
        return widened(Prediction(mean, mean - half, mean + half), chancy, self.doubt)


def expectation(cards: Iterable[Held], day: int, correction: Correction = UNCORRECTED) -> Expectation:
    """What to expect if all these cards were asked on a study day, nothing being studied until then.

    R + (1 - R) · guess each; a card never seen has R = 0. The interval holds two doubts: which cards are remembered,
    each independently of the others, and how sure the correction is, its misfit among it.
    """
    expecting = Expecting(day, correction)
    expecting.add(cards)
    return expecting.found


def _lost(stability: float, elapsed: float, decay: float) -> float:
    """-ln R of the memory model."""
    return -math.log(retrievability(elapsed, stability, decay))


def _gone(card: Held, day: int, correction: Correction) -> float:
    waited = max(SAME_DAY, day - card.last_day)
    lost = _lost(card.stability, waited, card.decay)
    late = lateness(lost, waited / card.stability)
    return correction.decks.get(card.deck, 1.0) * correction.gone(lost, card.stability, card.lapsed, late)
