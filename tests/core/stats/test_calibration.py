"""How well promises held, beside an independent computation of the benchmark's measures."""

import math
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.stats.calibration import Calibration, Kept, calibration
from quizzer.core.stats.sight import MILLION, Sight, Trial
from quizzer.core.stats.tally import DayTally, Promise, Tallies

TRIALS = st.builds(
    Trial,
    st.booleans(),
    st.booleans(),
    st.integers(1, 999_999),
    st.integers(1, 400),
    st.integers(2, 60),
    st.integers(0, 9),
    st.just(4),
)


def found_in(trials: list[Trial]) -> Calibration:
    tallies = Tallies()
    for trial in trials:
        tallies.add(Sight("a", 20_000, 8, 3 if trial.right else 1, 0, False, trial))
    promises: dict[tuple[int, int, int, int], Promise] = {}
    for (deck, hundredth, wait, nth, lapses, _), values in tallies.promises.items():
        if deck:
            promises[(hundredth, wait, nth, lapses)] = Promise._make(values)
    day = tallies.days.get(("a", 20_000), DayTally())
    return calibration(promises, DayTally._make(day))


def benchmark_bin(trial: Trial) -> tuple[float, ...]:
    """The bins as the benchmark rounds them."""
    wait = round(2.48 * math.pow(3.62, math.floor(math.log(trial.elapsed) / math.log(3.62))), 2)
    nth = round(1.99 * math.pow(1.89, math.floor(math.log(trial.nth) / math.log(1.89))), 0)
    lapses = 0.0
    if trial.lapses:
        lapses = round(1.65 * math.pow(1.73, math.floor(math.log(trial.lapses) / math.log(1.73))), 0)
    return wait, nth, lapses


@given(st.lists(TRIALS, min_size=1, max_size=60))
def test_measures_are_those_of_the_benchmark(trials: list[Trial]) -> None:
    found = found_in(trials)
    bins: dict[tuple[float, ...], list[Trial]] = defaultdict(list)
    for trial in trials:
        bins[benchmark_bin(trial)].append(trial)
    off = 0.0
    for own in bins.values():
        promised, right = (sum(values) / len(own) for values in ([t.promised for t in own], [t.right for t in own]))
        off += len(own) * (promised / MILLION - right) ** 2
    given_to_it = [t.promised / MILLION if t.right else 1 - t.promised / MILLION for t in trials]
    assert found.rmse == pytest.approx(math.sqrt(off / len(trials)))
    assert found.log_loss == pytest.approx(-sum(map(math.log, given_to_it)) / len(trials), abs=1e-5)
    assert found.tested == len(trials)
    assert found.forgotten == sum(not trial.right for trial in trials)
    assert found.expected == pytest.approx(sum(1 - trial.promised / MILLION for trial in trials))


@given(st.lists(TRIALS, min_size=1, max_size=60))
def test_each_card_falls_into_one_of_ten_bins(trials: list[Trial]) -> None:
    for kept in found_in(trials).bins:
        own = [trial for trial in trials if kept.low <= trial.promised // 10_000 / 100 + 1e-9 < kept.low + 0.1]
        assert kept.tested == len(own)
        assert kept.right == pytest.approx(sum(trial.right for trial in own) / len(own))
        assert kept.promised == pytest.approx(sum(trial.promised for trial in own) / len(own) / MILLION)


def test_nothing_tested_measures_nothing() -> None:
    assert found_in([]) == Calibration()
    assert found_in([Trial(True, False, 950_000, 1, 2, 0, 4)]).bins == (Kept(0.9, 1, 0.95, 1.0),)
