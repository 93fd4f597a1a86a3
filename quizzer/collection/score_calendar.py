"""The scores' fifth tab: which days and hours were for learning."""

from typing import NamedTuple

from quizzer.collection.scores import Scores, Wanted
from quizzer.core.stats.period import Streak, streak_of
from quizzer.core.stats.tally import HourTally


class CalendarSeen(NamedTuple):
    """The fifth tab."""

    wanted: Wanted
    title: str
    day: int
    """The study day it is."""
    reviews: dict[int, int]
    """By study day, over all time."""
    hours: dict[int, HourTally]
    """By hour of the day, 0–23, in the period."""
    streak: Streak


def calendar_seen(scores: Scores, wanted: Wanted) -> CalendarSeen:
    """Reviews by day and by hour."""
    tallied = scores.tallied(wanted)
    days = tallied.days(wanted.deck)
    first, day = wanted.period.first(scores.day), scores.day
    return CalendarSeen(
        wanted,
        scores.title(wanted),
        day,
        {at: tally.reviews for at, tally in days.items()},
        tallied.hours(wanted.deck, first),
        streak_of(days, day),
    )
