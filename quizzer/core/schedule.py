"""What a rating does to a card: its next state, and when it is due.

A new card goes through the learning steps, then waits by days; a forgotten one goes through the relearning
steps. All four outcomes come from one computation, so that the wait on a button is the wait that counts.

Learning and relearning cards are due at an instant (UTC milliseconds), review cards on a study day.
"""

from enum import IntEnum
from typing import NamedTuple

from quizzer.core.day import study_day
from quizzer.core.fuzz import draw, fuzzed
from quizzer.core.memory import Memory, decay_of, interval, learner
from quizzer.core.moment import Moment
from quizzer.core.options import Options

_DAY = 86_400  # seconds


class State(IntEnum):
    """Where a card stands."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Rating(IntEnum):
    """How well a card was remembered; all but Again mean that it was."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


# Members by plain names: looking one up on its class costs more than the arithmetic around it.
_AGAIN, _HARD, _GOOD, _EASY = Rating
_NEW, _LEARNING, _REVIEW, _RELEARNING = State


class Schedule(NamedTuple):
    """A card's place in time, as its reviews so far make it."""

    state: State = State.NEW
    step: int = 0
    """Index of the learning or relearning step last taken; 0 in other states."""
    stability: float = 0.0
    """Days; 0 before the first review."""
    difficulty: float = 0.0
    """1–10; 0 before the first review."""
    due: int = 0
    """Learning and Relearning: UTC milliseconds. Review: a study day. New: 0."""
    last_at: int = 0
    """When it was last reviewed, in UTC milliseconds."""
    last_day: int = 0
    """The study day on which it was last reviewed."""
    reps: int = 0
    """Reviews so far."""
    lapses: int = 0
    """How often it was forgotten as a Review card."""
    first: str = ""
    """The id of the first review event in its history."""


UNSEEN = Schedule()


class Outcomes(NamedTuple):
    """What each of the four ratings would make of a card."""

    again: Schedule
    hard: Schedule
    good: Schedule
    easy: Schedule

    def of(self, rating: int) -> Schedule:
        """The outcome of one rating, 1–4."""
        return self[rating - 1]


class Wait(NamedTuple):
    """How long until a card is due: seconds for a (re)learning card, study days for a review card."""

    seconds: int = 0
    days: int = 0


def outcomes(card: Schedule, moment: Moment, options: Options, review_id: str) -> Outcomes:
    """What each rating at this moment would make of a card.

    Args:
        card: the card before the review.
        moment: now; counts as the card's last review when it is earlier than that.
        options: what holds for the card's deck.
        review_id: the id that the review event will have; seeds the fuzz where it is the card's first.
    """
    showing = _Showing(card, moment, options, review_id)
    return Outcomes(*(showing.outcome(rating) for rating in Rating))


def review(card: Schedule, rating: int, moment: Moment, options: Options, review_id: str) -> Schedule:
    """What one rating makes of a card: `outcomes(...).of(rating)`, computing no more than it takes."""
    return _Showing(card, moment, options, review_id).outcome(Rating(rating))


def wait(card: Schedule, moment: Moment, options: Options) -> Wait:
    """How long a card, or an outcome, has to wait from this moment; 0 when it is due."""
    if card.state == _REVIEW:
        return Wait(days=max(0, card.due - study_day(moment.at, moment.offset, options.rollover)))
    return Wait(seconds=max(0, card.due - moment.at) // 1000)


class _Showing:
    """One showing of a card; a rating's memory is computed only when an outcome needs it."""

    __slots__ = ("at", "card", "drawn", "elapsed", "first", "known", "learn", "options", "steps", "today")

    def __init__(self, card: Schedule, moment: Moment, options: Options, review_id: str) -> None:
        self.card = card
        self.options = options
        self.at = max(moment.at, card.last_at)
        self.today = study_day(self.at, moment.offset, options.rollover)
        self.first = card.first or review_id
        self.drawn = draw(self.first, card.reps)
        learning = card.state == _NEW or card.state == _LEARNING
        self.steps = options.steps if learning else options.relearning_steps
        known = None if card.state == _NEW else Memory(card.stability, card.difficulty)
        self.known, self.elapsed = known, self.today - card.last_day
        self.learn = learner(options.parameters)

    def outcome(self, rating: Rating) -> Schedule:
        card, memory = self.card, self.memory(rating)
        forgotten = rating is _AGAIN and card.state == _REVIEW
        step = self.step(rating)
        if step is None:
            state, due = _REVIEW, self.today + self.days(rating)
        else:
            late = card.state == _REVIEW or card.state == _RELEARNING
            state = _RELEARNING if late else _LEARNING
            due = self.at + self.seconds(rating, step) * 1000
        return Schedule(
            state,
            step or 0,
            memory.stability,
            memory.difficulty,
            due,
            self.at,
            self.today,
            card.reps + 1,
            card.lapses + forgotten,
            self.first,
        )

    def memory(self, rating: Rating) -> Memory:
        return self.learn(self.known, rating, self.elapsed)

    def step(self, rating: Rating) -> int | None:
        """The step that a rating leads to; none when the card is next due by days."""
        if not self.steps or rating is _EASY:
            return None
        if rating is _AGAIN:
            return 0
        if self.card.state == _REVIEW:
            return None
        # There may be fewer steps now than when the card took its last one.
        step = min(self.card.step, len(self.steps) - 1) + (rating is _GOOD)
        return step if step < len(self.steps) else None

    def seconds(self, rating: Rating, step: int) -> int:
        """The wait at a step; Hard on the first lies halfway to the second, or takes half as much again."""
        steps = self.steps
        if rating is _HARD and step == 0:
            return (steps[0] + steps[1]) // 2 if len(steps) > 1 else steps[0] * 3 // 2
        return steps[step]

    def days(self, rating: Rating) -> int:
        """The wait by days, fuzzed, and up to the cap longer than what the rating below it gives."""
        options, stability = self.options, self.memory(rating).stability
        wanted = interval(stability, options.desired_retention, decay_of(options.parameters))
        days = fuzzed(wanted, options.max_interval, self.drawn)
        if rating is _GOOD:
            days = max(days, self.beyond_step(_HARD) or self.days(_HARD) + 1)
        elif rating is _EASY:
            # Also while Good is still a step, Easy stays beyond the days that Good would give.
            days = max(days, self.beyond_step(_GOOD), self.days(_GOOD) + 1)
        return min(days, options.max_interval)

    def beyond_step(self, rating: Rating) -> int:
        """The fewest days that are longer than the step a rating leads to; 0 when it leads to none."""
        step = self.step(rating)
        return 0 if step is None else self.seconds(rating, step) // _DAY + 1
