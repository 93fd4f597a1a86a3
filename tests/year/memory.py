"""Where a card stands after its reviews, written from the design and not from quizzer's code.

The memory model is the `fsrs` library's own; waits, steps and fuzz are as the design says them.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import fsrs

NEW, LEARNING, REVIEW, RELEARNING = range(4)
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
DECAY = -0.1542
FACTOR = 0.9 ** (1 / DECAY) - 1
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SOME_DAY = datetime(2100, 1, 1, tzinfo=UTC)
SCHEDULER = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class State(NamedTuple):
    """A card after some reviews."""

    state: int = NEW
    step: int = 0
    stability: float = 0.0
    difficulty: float = 0.0
    due: int = 0
    last_at: int = 0
    last_day: int = -(10**6)
    reps: int = 0
    lapses: int = 0
    first: str = ""
    first_day: int = -(10**6)


def recall(state: State, day: int) -> float:
    """How likely a card is remembered."""
    return float((1 + FACTOR * max(0, day - state.last_day) / state.stability) ** DECAY)


@lru_cache(maxsize=200_000)
def memory(stability: float, difficulty: float, rating: int, elapsed: int) -> tuple[float, float]:
    """Stability and difficulty after a rating; stability 0 is a card never seen."""
    card = fsrs.Card(card_id=1)
    if stability:
        last = SOME_DAY - timedelta(days=max(0, elapsed))
        card = fsrs.Card(1, fsrs.State.Review, None, stability, difficulty, SOME_DAY, last)
    after, _ = SCHEDULER.review_card(card, fsrs.Rating(rating), SOME_DAY)
    assert after.stability is not None
    assert after.difficulty is not None
    return min(after.stability, 36500.0), after.difficulty


def seconds(text: str) -> list[int]:
    """Steps as they are typed, in seconds."""
    return [int(word[:-1]) * SECONDS[word[-1]] for word in text.split()] if text != "none" else []


class Review:
    """One review of a card: what it makes of it."""

    def __init__(self, card: State, at: int, today: int, id: str, options: Mapping[str, str]) -> None:
        self.card = card
        self.at = max(at, card.last_at)
        self.today = today
        self.first = card.first or id
        self.options = options
        self.most = int(options["max_interval"])
        self.late = card.state in (REVIEW, RELEARNING)
        self.steps = seconds(options["relearning_steps" if self.late else "steps"])

    def rated(self, rating: int) -> State:
        """The card after a rating."""
        card, step = self.card, self.step(rating)
        stability, difficulty = self.memory(rating)
        if step is None:
            state, due = REVIEW, self.today + self.days(rating)
        else:
            state, due = RELEARNING if self.late else LEARNING, self.at + self.wait(rating, step) * 1000
        lapses = card.lapses + (card.state == REVIEW and rating == AGAIN)
        began = card.first_day if card.reps else self.today
        return State(
            state, step or 0, stability, difficulty, due, self.at, self.today, card.reps + 1, lapses, self.first, began
        )

    def memory(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty."""
        if self.card.state == NEW:
            return memory(0.0, 0.0, rating, 0)
        return memory(self.card.stability, self.card.difficulty, rating, self.today - self.card.last_day)

    def step(self, rating: int) -> int | None:
        """The step that comes next; none where days do."""
        if not self.steps or rating == EASY or (self.card.state == REVIEW and rating != AGAIN):
            return None
        if rating == AGAIN:
            return 0
        step = min(self.card.step, len(self.steps) - 1) + (rating == GOOD)
        return step if step < len(self.steps) else None

    def wait(self, rating: int, step: int) -> int:
        """Seconds at a step: Hard on the first lies half-way to the second."""
        if rating == HARD and step == 0:
            return (self.steps[0] + self.steps[1]) // 2 if len(self.steps) > 1 else self.steps[0] * 3 // 2
        return self.steps[step]

    def days(self, rating: int) -> int:
        """Days until it is due: Hard < Good < Easy, after fuzz, below the longest wait."""
        stability, _ = self.memory(rating)
        days = self.fuzzed(stability / FACTOR * (float(self.options["desired_retention"]) ** (1 / DECAY) - 1))
        if rating in (GOOD, EASY):
            below = rating - 1
            step = self.step(below)
            if step is None or rating == EASY:
                days = max(days, self.days(below) + 1)
            if step is not None:
                days = max(days, self.wait(below, step) // 86400 + 1)
        return min(days, self.most)

    def fuzzed(self, days: float) -> int:
        """A day near that, drawn from the id of the card's first review and how many it had."""
        days = min(days, self.most)
        if days < 2.5:
            return max(1, round(days))
        reach = 1.0
        for start, end, part in ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, 1e9, 0.05)):
            reach += part * max(0.0, min(days, end) - start)
        low, high = round(days - reach), min(round(days + reach), self.most)
        drawn = int.from_bytes(blake2b(f"{self.first}/{self.card.reps}".encode(), digest_size=8).digest(), "big")
        return low + (drawn * (high - low + 1) >> 64)
