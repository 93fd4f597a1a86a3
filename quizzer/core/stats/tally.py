"""Tallies: what reviews add up to, by day, by hour and by what was promised. Whole numbers, so that they stay exact.

Each is kept for a deck and, under the name "", for all of them. A tally that is taken back comes out as though it
had never been added.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from quizzer.core.options import ALL
from quizzer.core.stats.sight import Sight, Trial

DayKey = tuple[str, int]
HourKey = tuple[str, int, int]
PromiseKey = tuple[str, int, int, int, int, int]


class DayTally(NamedTuple):
    """The reviews of one study day, or of several added up."""

    took_ms: int = 0
    new: int = 0
    """First reviews of cards."""
    again: int = 0
    hard: int = 0
    good: int = 0
    easy: int = 0
    young: int = 0
    """Cards tested that had been due within 21 days: `sight.Trial`."""
    young_right: int = 0
    mature: int = 0
    mature_right: int = 0
    promised: int = 0
    """Of the cards tested: the sum of the probabilities of recall, in millionths."""
    loss: int = 0
    """Of the cards tested: the sum of `Trial.loss`, in millionths."""

    @property
    def reviews(self) -> int:
        """All reviews."""
        return self.again + self.hard + self.good + self.easy

    @property
    def tested(self) -> int:
        """Cards tested, young and mature."""
        return self.young + self.mature

    @property
    def right(self) -> int:
        """Cards tested that were remembered."""
        return self.young_right + self.mature_right

    def plus(self, other: "DayTally", sign: int = 1) -> "DayTally":
        """Both together; or with the sign -1 without the other one."""
        return DayTally._make(mine + sign * its for mine, its in zip(self, other, strict=True))


class HourTally(NamedTuple):
    """The reviews of one hour of a day, or of several added up."""

    reviews: int = 0
    tested: int = 0
    right: int = 0

    def plus(self, other: "HourTally", sign: int = 1) -> "HourTally":
        """Both together; or with the sign -1 without the other one."""
        return HourTally._make(mine + sign * its for mine, its in zip(self, other, strict=True))


class Promise(NamedTuple):
    """Cards tested of which much the same was promised."""

    tested: int = 0
    right: int = 0
    promised: int = 0
    """The sum of the probabilities of recall, in millionths."""

    def plus(self, other: "Promise", sign: int = 1) -> "Promise":
        """Both together; or with the sign -1 without the other one."""
        return Promise._make(mine + sign * its for mine, its in zip(self, other, strict=True))


class Tallies:
    """Tallies that are being added up."""

    def __init__(self) -> None:
        self.days: dict[DayKey, DayTally] = {}
        """By deck and study day."""
        self.hours: dict[HourKey, HourTally] = {}
        """By deck, study day and hour."""
        self.promises: dict[PromiseKey, Promise] = {}
        """By deck and `promise_key`."""

    def add(self, sight: Sight | None, sign: int = 1) -> None:
        """Count a review, or with the sign -1 take it out again; None is nothing."""
        if sight is None:
            return
        tested, day = sight.tested, _day_tally(sight)
        hour = HourTally(1, int(tested is not None), int(tested is not None and tested.right))
        for deck in (ALL, sight.deck):
            key = (deck, sight.day)
            self.days[key] = self.days.get(key, DayTally()).plus(day, sign)
            hour_key = (deck, sight.day, sight.hour)
            self.hours[hour_key] = self.hours.get(hour_key, HourTally()).plus(hour, sign)
            if tested is not None:
                promise_key = (deck, *promise_place(tested))
                promise = Promise(1, int(tested.right), tested.promised)
                self.promises[promise_key] = self.promises.get(promise_key, Promise()).plus(promise, sign)

    def add_all(self, sights: Iterable[Sight | None], sign: int = 1) -> None:
        """Count reviews, or take them out again."""
        for sight in sights:
            self.add(sight, sign)


def _day_tally(sight: Sight) -> DayTally:
    tested, rating = sight.tested, sight.rating
    day = DayTally(
        sight.took_ms, int(sight.new), int(rating == 1), int(rating == 2), int(rating == 3), int(rating == 4)
    )
    if tested is None:
        return day
    day = day._replace(promised=tested.promised, loss=tested.loss)
    right = int(tested.right)
    if tested.mature:
        return day._replace(mature=1, mature_right=right)
    return day._replace(young=1, young_right=right)


def promise_place(tested: Trial) -> tuple[int, int, int, int, int]:
    """Among which promises one counts: the hundredth of its probability, the bins of RMSE(bins), and its strength.

    The bins are by elapsed days, by the number of the review, and by lapses, each growing geometrically.
    Source: open-spaced-repetition/srs-benchmark, `rmse_matrix` (bases 3.62, 1.89 and 1.73).
    """
    return (
        tested.promised // 10_000,
        _step(tested.elapsed, 3.62),
        _step(tested.nth, 1.89),
        _step(tested.lapses, 1.73) + 1 if tested.lapses else 0,
        tested.strength,
    )


def _step(number: int, base: float) -> int:
    return math.floor(math.log(number) / math.log(base))
