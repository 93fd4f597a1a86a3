"""Tallies add up, and what is taken out leaves no trace."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.stats.sight import Sight, Trial
from quizzer.core.stats.tally import DayTally, HourTally, Promise, Tallies, promise_place

TRIALS = st.builds(
    Trial,
    st.booleans(),
    st.booleans(),
    st.integers(1, 999_999),
    st.integers(1, 40_000),
    st.integers(2, 500),
    st.integers(0, 40),
    st.integers(-13, 30),
)
SIGHTS = st.builds(
    Sight,
    st.sampled_from("ab"),
    st.integers(20_000, 20_003),
    st.integers(0, 23),
    st.integers(1, 4),
    st.integers(0, 60_000),
    st.booleans(),
    st.none() | TRIALS,
)


def test_a_review_is_counted_under_its_deck_and_under_all() -> None:
    tallies = Tallies()
    tallies.add(Sight("a", 20_000, 8, 3, 5_000, False, Trial(True, True, 900_000, 30, 5, 0, 6)))
    tallies.add(Sight("b", 20_000, 9, 1, 2_000, True, None))
    tallies.add(None)
    first = DayTally(5_000, 0, 0, 0, 1, 0, 0, 0, 1, 1, 900_000, 105_361)
    both = first.plus(DayTally(2_000, 1, 1))
    assert tallies.days == {("a", 20_000): [*first], ("b", 20_000): [*DayTally(2_000, 1, 1)], ("", 20_000): [*both]}
    assert tallies.hours[("", 19_996, 8)] == [*HourTally(1, 1, 1)]
    assert tallies.hours[("b", 19_996, 9)] == [*HourTally(1, 0, 0)]
    assert tallies.promises == {(deck, 90, 2, 2, 0, 6): [*Promise(1, 1, 900_000)] for deck in ("", "a")}
    assert (both.reviews, both.tested, both.right) == (2, 1, 1)


@given(st.lists(SIGHTS), st.lists(SIGHTS))
def test_what_is_taken_out_leaves_no_trace(kept: list[Sight], taken: list[Sight]) -> None:
    whole, rest = Tallies(), Tallies()
    for one in (*taken, *kept):
        whole.add(one)
    for one in taken:
        whole.add(one, -1)
    for one in kept:
        rest.add(one)
    for mine, its in ((whole.days, rest.days), (whole.hours, rest.hours), (whole.promises, rest.promises)):
        left = {key: tally for key, tally in mine.items() if any(tally)}
        assert left == {key: tally for key, tally in its.items() if any(tally)}


@given(TRIALS)
def test_promises_fall_into_the_benchmarks_bins(tested: Trial) -> None:
    """Bins of equal step numbers are the bins of equal rounded values in srs-benchmark's `rmse_matrix`."""
    hundredth, wait, nth, lapses, strength = promise_place(tested)
    assert 0 <= hundredth < 100
    assert 3.62**wait <= tested.elapsed * (1 + 1e-9)
    assert tested.elapsed < 3.62 ** (wait + 1) * (1 + 1e-9)
    assert 1.89**nth <= tested.nth * (1 + 1e-9)
    assert (lapses == 0) == (tested.lapses == 0)
    assert strength == tested.strength
    if tested.lapses:
        assert 1.73 ** (lapses - 1) <= tested.lapses * (1 + 1e-9)
