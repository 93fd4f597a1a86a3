"""What to expect of an exam if one keeps to the plan: the days until then played through, with the day's limits.

Each day brings what is due in its order, what the last days ask for the exam, then new cards, as `queue` and `exam`
have it. How many cards are forgotten follows what reviews taught of the person; which ones, a fixed sequence that is
spread evenly: the same cards always give the same plan.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from quizzer.core.exam import LAST_DAYS, Week
from quizzer.core.memory import Memory, decay_of, interval, learner
from quizzer.core.options import OLDEST, RANDOM, Options
from quizzer.core.quota import Budget
from quizzer.core.schedule import Rating
from quizzer.core.stats.correction import Correction
from quizzer.core.stats.expectation import Expecting, Held, recall_of

MOST = 400
"""Cards that are played through; of more, an even part stands for all, against the same part of the limits."""
_STALE, _STALEST = 0.01, 0.04
"""What a forecast may be off by beyond chance: so much times the root of the days ahead, and no more than the other.

As standard deviations; measured with simulated learners whose forgetting is unlike the model's: what their reviews have
taught grows old while their cards grow older, and most then know a little more than was expected.
"""
_EVEN = 0.6180339887498949  # the golden ratio's fraction: its multiples fall evenly between 0 and 1
_FORGOTTEN_AT_FIRST = 0.4
"""The share of new cards whose first rating is Again; as in `pace`."""
_AGAIN, _GOOD = int(Rating.AGAIN), int(Rating.GOOD)


class Studied(NamedTuple):
    """A card on its way to the exam."""

    due: int = 0
    """A study day; that of today for a learning card."""
    stability: float = 0.0
    """Days; 0 for a card never seen."""
    difficulty: float = 0.0
    last_day: int = 0
    guess: float = 0.0
    lapsed: bool = False
    place: int = 0
    """Its place in the deck."""


class DayLimits(NamedTuple):
    """What a day takes of one deck."""

    new: float
    reviews: float
    budget: Budget | None = None


class Played(NamedTuple):
    """What came of the days until the exam."""

    expecting: Expecting
    new: float
    """New cards that were seen on the way."""
    reviews: float
    unseen: int
    """Cards never seen until the exam."""
    not_again: int
    """Cards seen that did not come in the last days."""


def played(
    cards: Sequence[Studied],
    deck: str,
    day: int,
    exam: int,
    today: DayLimits,
    usual: DayLimits,
    options: Options,
    correction: Correction,
    most: int = MOST,
) -> Played:
    """Play the days from today to the exam's eve through.

    Args:
        cards: those of a deck that are not suspended, in the author's order.
        deck: its id.
        day: today.
        exam: the study day of the exam, not before today.
        today: what is left of today's limits.
        usual: the limits of the days after.
        options: what counts for the deck.
        correction: what reviews taught of the person's memory.
        most: cards that are played through at most.
    """
    part = -(-len(cards) // most) or 1
    play = _Play(cards[::part], deck, exam, part, options, correction)
    for at in range(day, exam):
        play.study(at, today if at == day else usual)
    expecting = Expecting(exam, correction, doubt_of(exam - day))
    weights = [min(part, len(cards) - at * part) for at in range(len(play.cards))]
    expecting.add(play.held(card) for card, weight in zip(play.cards, weights, strict=True) for _ in range(weight))
    unseen, not_again = (sum(weights[place] for place in places) for places in (play.fresh, play.not_again))
    return Played(expecting, play.new * part, play.reviews * part, unseen, not_again)


def doubt_of(days: int) -> float:
    """The variance of a score so many days ahead that comes on top of chance and of the correction's doubts."""
    return min(_STALEST, _STALE * math.sqrt(days)) ** 2


class _Play:
    def __init__(
        self, cards: Sequence[Studied], deck: str, exam: int, part: int, options: Options, correction: Correction
    ) -> None:
        self.cards = list(cards)
        self.deck, self.exam, self.part = deck, exam, part
        self.options, self.correction = options, correction
        self.learn, self.decay = learner(options.parameters), decay_of(options.parameters)
        self.fresh = [at for at, card in enumerate(self.cards) if not card.stability]
        self.asked = self.first_asked = 0
        self.new = self.reviews = 0
        self.saved_new = self.saved_reviews = 0.0

    @property
    def not_again(self) -> list[int]:
        first = self.exam - LAST_DAYS
        return [place for place, card in enumerate(self.cards) if card.stability > 0 and card.last_day < first]

    def held(self, card: Studied) -> Held:
        return Held(card.stability, card.last_day, card.guess, card.lapsed, self.deck, self.decay)

    def study(self, at: int, limits: DayLimits) -> None:
        """A day: what is due, what the exam asks, new cards."""
        part, budget = self.part, limits.budget
        self.saved_reviews = self.saved_reviews % 1 + limits.reviews / part
        self.saved_new = self.saved_new % 1 + limits.new / part
        room = int(self.saved_reviews)
        if budget is not None:
            room = min(room, int(budget.seconds / part // budget.review))
        due = [place for place, card in enumerate(self.cards) if card.stability and card.due <= at]
        paused = len(due) > room
        due.sort(key=lambda place: self.order(place, at))
        asked = [*due, *self.for_exam(at)][:room]
        for place in asked:
            self.review(place, at)
        self.saved_reviews -= len(asked)
        most = 0 if paused else int(self.saved_new)
        if budget is not None:
            most = min(most, max(0, int((budget.seconds / part - len(asked) * budget.review) // budget.new)))
        for place in self.fresh[:most]:
            self.begin(place, at)
        self.saved_new -= min(most, len(self.fresh))
        self.fresh = self.fresh[most:]

    def order(self, place: int, at: int) -> float:
        card = self.cards[place]
        if self.options.order == OLDEST:
            return card.due
        return place * _EVEN % 1 if self.options.order == RANDOM else (at - card.last_day) / card.stability

    def for_exam(self, at: int) -> list[int]:
        """The places of cards that are asked since the exam is near, the least remembered on its day first."""
        week = Week(self.exam, at)
        if week.begun < 1:
            return []
        found = [
            place
            for place, card in enumerate(self.cards)
            if card.stability
            and card.due >= week.exam
            and card.last_day < week.first
            and card.place % LAST_DAYS < week.begun
        ]
        return sorted(found, key=lambda place: recall_of(self.held(self.cards[place]), week.exam, self.correction))

    def review(self, place: int, at: int) -> None:
        card, steps = self.cards[place], len(self.options.relearning_steps)
        elapsed, memory = at - card.last_day, Memory(card.stability, card.difficulty)
        self.asked += 1
        self.reviews += 1
        remembered = self.asked * _EVEN % 1 < recall_of(self.held(card), at, self.correction)
        memory = self.learn(memory, _GOOD if remembered else _AGAIN, elapsed)
        for _ in range(0 if remembered else steps):
            memory = self.learn(memory, _GOOD, 0)
        self.put(place, memory, at, card.lapsed or not remembered)

    def begin(self, place: int, at: int) -> None:
        self.first_asked += 1
        self.new += 1
        steps = len(self.options.steps)
        known = self.first_asked * _EVEN % 1 >= _FORGOTTEN_AT_FIRST
        memory = self.learn(None, _GOOD if known else _AGAIN, 0)
        for _ in range(max(0, steps - 1) if known else steps):
            memory = self.learn(memory, _GOOD, 0)
        self.put(place, memory, at, False)

    def put(self, place: int, memory: Memory, at: int, lapsed: bool) -> None:
        days = round(interval(memory.stability, self.options.desired_retention, self.decay))
        due = at + min(self.options.max_interval, max(1, days))
        before = self.cards[place]
        self.cards[place] = before._replace(
            due=due, stability=memory.stability, difficulty=memory.difficulty, last_day=at, lapsed=lapsed
        )
