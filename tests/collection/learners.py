"""People who learn: simulated memories that answer what quizzer asks, day by day, through the real schedule.

Their forgetting need follow neither our parameters nor our curve. Everything is seeded.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from quizzer.core.day import DAY_MS, HOUR_MS, study_day
from quizzer.core.event import Did, Event
from quizzer.core.moment import Moment
from quizzer.core.options import DEFAULTS
from quizzer.core.progress import Standing
from quizzer.core.schedule import UNSEEN, Rating, Schedule, State, review
from quizzer.core.stats.correction import Correction, Group, corrected_by
from quizzer.core.stats.sight import MILLION, Sight, sight, stability_of
from quizzer.core.stats.tally import Promise

START = 1_780_000_000_000 // DAY_MS * DAY_MS + 18 * HOUR_MS
"""An evening in May 2026, UTC milliseconds."""
DEVICE = "e" * 32


class Trace(NamedTuple):
    """What a learner's mind holds of a card."""

    day: float = 0.0
    strength: float = 0.0
    """Days, in the learner's own terms; 0 for nothing."""
    ease: float = 1.0
    """Some cards are easier than others."""


class Learner(NamedTuple):
    """How somebody forgets, and how a review strengthens what they know."""

    name: str
    curve: Callable[[float, float], float]
    """(days since the last review, strength) → probability of recall."""
    first: float
    """Strength after the first showing."""
    growth: float
    """What a review that was remembered multiplies strength with."""
    after_lapse: float
    """What is left of strength when forgotten, as a share."""
    unlike: float = 0.0
    """How unlike cards are: the spread of the logarithm of their first strengths."""


def card_ids(count: int, deck: str = "deck") -> list[str]:
    """The ids of so many cards."""
    return [f"{deck}/n{number}" for number in range(count)]


class Study:
    """A learner who studies what is due, a few new cards a day."""

    def __init__(self, learner: Learner, cards: Sequence[str], seed: int, new_a_day: int = 10) -> None:
        self.learner = learner
        self.dice = random.Random(f"{learner.name} {seed}")
        self.cards = list(cards)
        self.new_a_day = new_a_day
        self.traces: dict[str, Trace] = {}
        self.schedules: dict[str, Schedule] = {}
        self.day = 0
        self.reviews = 0
        self._tests: dict[tuple[int, int, bool], Promise] = {}

    def recall(self, card: str, day: float) -> float:
        """The probability that the learner remembers a card on a day, in truth."""
        trace = self.traces.get(card)
        return self.learner.curve(max(0.0, day - trace.day), trace.strength) if trace else 0.0

    def days(self, count: int) -> Iterator[Event]:
        """The reviews of some more days."""
        for _ in range(count):
            yield from self._one_day()
            self.day += 1

    def _one_day(self) -> Iterable[Event]:
        at = START + self.day * DAY_MS + self.dice.randrange(2 * HOUR_MS)
        today = study_day(at, 0, DEFAULTS.rollover)
        due = [card for card, one in self.schedules.items() if one.state is State.REVIEW and one.due <= today]
        fresh = [card for card in self.cards if card not in self.schedules][: self.new_a_day]
        waiting = [*due, *fresh]
        while waiting:
            card = waiting.pop(0)
            at += 8_000 + self.dice.randrange(4_000)
            event = self._answer(card, at)
            yield event
            if self.schedules[card].state is not State.REVIEW:
                waiting.append(card)

    def _answer(self, card: str, at: int) -> Event:
        remembered = card in self.traces and self.dice.random() < self.recall(card, self.day)
        self._strengthen(card, remembered)
        draw = self.dice.random()
        rating = Rating.AGAIN if not remembered else Rating.HARD if draw < 0.1 else Rating.GOOD
        if card not in self.schedules and draw < 0.5:
            rating = Rating.GOOD
        self.reviews += 1
        id = f"{self.reviews:032x}"
        before = self.schedules.get(card, UNSEEN)
        self.schedules[card] = review(before, rating, Moment(at), DEFAULTS, id)
        data = {"rating": int(rating), "mode": "study", "counts": True, "took_ms": 5_000 + int(draw * 4_000)}
        event = Event(id, DEVICE, at, 0, "UTC", Did.REVIEWED, card, data)
        self._take(sight(Standing(before), event, DEFAULTS))
        return event

    def _take(self, seen: Sight | None) -> None:
        if seen and (trial := seen.tested):
            key = (trial.promised // 10_000, trial.strength, trial.lapses > 0)
            self._tests[key] = self._tests.get(key, Promise()).plus(Promise(1, int(trial.right), trial.promised))

    def correction(self) -> Correction:
        """What the reviews until now teach."""
        groups = [
            Group(one.promised / one.tested / MILLION, stability_of(strength), lapsed, one.tested, one.right)
            for (_, strength, lapsed), one in self._tests.items()
        ]
        return corrected_by(groups)

    def _strengthen(self, card: str, remembered: bool) -> None:
        trace = self.traces.get(card)
        if trace is None:
            ease = self.dice.lognormvariate(0, self.learner.unlike)
            self.traces[card] = Trace(self.day, self.learner.first * ease, ease)
        elif trace.day == self.day:
            return
        elif remembered:
            self.traces[card] = trace._replace(day=self.day, strength=trace.strength * self.learner.growth)
        else:
            least = self.learner.first * trace.ease * 0.5
            strength = max(least, trace.strength * self.learner.after_lapse)
            self.traces[card] = trace._replace(day=self.day, strength=strength)


def forgotten(card: str, response: str, times: int) -> Iterator[Event]:
    """A card learnt, and answered wrongly each month."""
    for number in range(times + 2):
        rating = 3 if number < 2 else 1
        at = START + (0 if number < 2 else number * 12) * DAY_MS + number * 700_000
        data = {"rating": rating, "mode": "study", "counts": True, "took_ms": 5_000, "score": 0.0, "response": response}
        yield Event(f"{number + 1:032x}", DEVICE, at, 0, "UTC", Did.REVIEWED, card, data)
        if rating == 1:
            again = at + 700_000
            good = {"rating": 3, "mode": "study", "counts": True, "took_ms": 5_000}
            yield Event(f"{number + 101:032x}", DEVICE, again, 0, "UTC", Did.REVIEWED, card, good)
