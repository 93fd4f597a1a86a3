"""Tallies: what reviews add up to, by day, by hour and by what was promised. Whole numbers, so that they stay exact.

Each is kept for a deck and, under the name "", for all of them. A tally that is taken back comes out as though it
had never been added.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from quizzer.core.day import monday
from quizzer.core.options import ALL
from quizzer.core.stats.sight import Sight, Trial

Key = TypeVar("Key")
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

    def plus(self, other: "DayTally") -> "DayTally":
        """Both together."""
        return DayTally._make(map(sum, zip(self, other, strict=True)))


class HourTally(NamedTuple):
    """The reviews of one hour of a week's days, or of several added up."""

    reviews: int = 0
    tested: int = 0
    right: int = 0


class Promise(NamedTuple):
    """Cards tested of which much the same was promised."""

    tested: int = 0
    right: int = 0
    promised: int = 0
    """The sum of the probabilities of recall, in millionths."""

    def plus(self, other: "Promise") -> "Promise":
        """Both together."""
        return Promise._make(map(sum, zip(self, other, strict=True)))


class Tallies:
    """Tallies that are being added up, as lists of what stands in `DayTally`, `HourTally` and `Promise`."""

    def __init__(self) -> None:
        self.days: dict[DayKey, list[int]] = {}
        """By deck and study day."""
        self.hours: dict[HourKey, list[int]] = {}
        """By deck, Monday of the week and hour."""
        self.promises: dict[PromiseKey, list[int]] = {}
        """By deck and `promise_place`."""

    def add(self, sight: Sight | None, sign: int = 1) -> None:
        """Count a review, or with the sign -1 take it out again; None is nothing."""
        if sight is None:
            return
        tested = sight.tested
        place = None if tested is None else promise_place(tested)
        for deck in (ALL, sight.deck):
            day = _at(self.days, (deck, sight.day), _DAY)
            day[_TOOK] += sign * sight.took_ms
            day[_NEW] += sign * sight.new
            day[_AGAIN + sight.rating - 1] += sign
            hour = _at(self.hours, (deck, monday(sight.day), sight.hour), _HOUR)
            hour[0] += sign
            if tested is None or place is None:
                continue
            right = sign * tested.right
            age = _MATURE if tested.mature else _YOUNG
            day[age] += sign
            day[age + 1] += right
            day[_PROMISED] += sign * tested.promised
            day[_PROMISED + 1] += sign * tested.loss
            hour[1] += sign
            hour[2] += right
            promise = _at(self.promises, (deck, *place), _PROMISE)
            promise[0] += sign
            promise[1] += right
            promise[2] += sign * tested.promised


_TOOK, _NEW, _AGAIN, _YOUNG, _MATURE, _PROMISED = map(
    DayTally._fields.index, ("took_ms", "new", "again", "young", "mature", "promised")
)
_DAY, _HOUR, _PROMISE = DayTally(), HourTally(), Promise()


def _at(tallies: dict[Key, list[int]], key: Key, empty: Iterable[int]) -> list[int]:
    found = tallies.get(key)
    if found is None:
        found = tallies[key] = list(empty)
    return found


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
