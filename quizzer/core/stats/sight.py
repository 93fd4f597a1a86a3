"""What one review tells the statistics: seen as it happened, with what the schedule had promised of it.

Probabilities and losses are whole millionths, so that sums come out the same in whatever order they are added up.
"""

import math
from typing import NamedTuple

from quizzer.core.cards import deck_of
from quizzer.core.day import DAY_MS, HOUR_MS, study_day
from quizzer.core.event import Event
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.options import Options
from quizzer.core.progress import Standing, counts
from quizzer.core.schedule import State

MILLION = 1_000_000
MATURE = 21
"""Days between two reviews from which on a card is mature; Anki's boundary."""
_AGAIN = 1


def stability_of(strength: int) -> float:
    """The days in the middle of what `Trial.strength` puts together."""
    return math.pow(2.0, strength / 2)


class Trial(NamedTuple):
    """A card learnt on an earlier day, asked for the first time on this one: only that tests a memory."""

    right: bool
    """Whether it was remembered: any rating but Again."""
    mature: bool
    """Whether it had been due after 21 days or more."""
    promised: int
    """The probability of recall that the schedule gave it, in millionths; neither 0 nor all of them."""
    elapsed: int
    """Study days since its last review, 1 at least."""
    nth: int
    """Which review of the card it is, from 1."""
    lapses: int
    """How often it had been forgotten as a Review card."""
    strength: int
    """Its stability before: 2 · log2 of the days, rounded."""

    @property
    def loss(self) -> int:
        """What is lost by a promise: -ln of the probability it gave to what happened, in millionths."""
        given = self.promised if self.right else MILLION - self.promised
        return round(-math.log(given / MILLION) * MILLION)


class Sight(NamedTuple):
    """A review that counts."""

    deck: str
    day: int
    """The study day."""
    hour: int
    """0–23, of the clock on the wall."""
    rating: int
    took_ms: int
    new: bool
    """Whether it is the first review of the card."""
    tested: Trial | None
    """None where the card was new, or had been asked that day."""


def sight(before: Standing, event: Event, options: Options) -> Sight | None:
    """What an event tells; None for one that is no review, or counts for nothing.

    Args:
        before: where the card stood.
        event: not voided, and with the rating that counts (`as_it_stands`).
        options: those that counted for the card's deck when it happened.
    """
    if not counts(event):
        return None
    schedule, rating, took = before.schedule, int(event.data["rating"]), event.data.get("took_ms")
    day = study_day(event.at, event.offset, options.rollover)
    tested = None
    if schedule.reps and day > schedule.last_day:
        waited = schedule.due - schedule.last_day if schedule.state is State.REVIEW else 0
        promised = retrievability(day - schedule.last_day, schedule.stability, decay_of(options.parameters))
        tested = Trial(
            rating != _AGAIN,
            waited >= MATURE,
            min(MILLION - 1, max(1, round(promised * MILLION))),
            day - schedule.last_day,
            schedule.reps + 1,
            schedule.lapses,
            round(2 * math.log2(schedule.stability)),
        )
    return Sight(
        deck_of(event.card),
        day,
        (event.at + event.offset * 1000) % DAY_MS // HOUR_MS,
        rating,
        max(0, took) if isinstance(took, int) else 0,
        not schedule.reps,
        tested,
    )
