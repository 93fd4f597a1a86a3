"""How well the schedule's promises held: what was predicted against what was remembered.

Sources of the measures: open-spaced-repetition/srs-benchmark, "Log Loss" and "RMSE (bins)". Log loss is the mean of
-ln of the probability that was given to what happened. For RMSE (bins), cards tested are put into bins by elapsed
days, number of the review and lapses; it is the root of the mean of (mean predicted - share remembered)² over bins,
each weighted by its cards. Both are better the smaller they are.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from quizzer.core.stats.sight import MILLION
from quizzer.core.stats.tally import DayTally, Promise

BINS = 10


class Kept(NamedTuple):
    """Cards of which between `low` and `low` + 1/10 was promised."""

    low: float
    tested: int
    promised: float
    """The mean of what was promised, 0–1."""
    right: float
    """The share that was remembered."""


class Calibration(NamedTuple):
    """How well promises held, over all reviews."""

    bins: tuple[Kept, ...] = ()
    """Those of the ten that hold any card, lowest first."""
    tested: int = 0
    rmse: float = 0.0
    """RMSE (bins), 0–1."""
    log_loss: float = 0.0
    forgotten: int = 0
    """Cards tested that were not remembered."""
    expected: float = 0.0
    """How many of them were promised not to be."""


def calibration(promises: Mapping[tuple[int, int, int, int], Promise], tally: DayTally) -> Calibration:
    """How well promises held.

    Args:
        promises: by hundredth and the bins of RMSE (bins).
        tally: what all the days of the same reviews come to.
    """
    tenths: dict[int, Promise] = {}
    bins: dict[tuple[int, int, int], Promise] = {}
    for (hundredth, *bin), promise in promises.items():
        tenth, place = hundredth * BINS // 100, (bin[0], bin[1], bin[2])
        tenths[tenth] = tenths.get(tenth, Promise()).plus(promise)
        bins[place] = bins.get(place, Promise()).plus(promise)
    tested = sum(promise.tested for promise in bins.values())
    if not tested:
        return Calibration()
    kept = tuple(
        Kept(tenth / BINS, one.tested, one.promised / one.tested / MILLION, one.right / one.tested)
        for tenth, one in sorted(tenths.items())
    )
    off = sum((one.promised / MILLION - one.right) ** 2 / one.tested for one in bins.values())
    right = sum(promise.right for promise in bins.values())
    promised = sum(promise.promised for promise in bins.values()) / MILLION
    loss = tally.loss / MILLION / tested
    return Calibration(kept, tested, math.sqrt(off / tested), loss, tested - right, tested - promised)
