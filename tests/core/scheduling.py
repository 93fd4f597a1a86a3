"""Strategies for schedules: options that a person could set, and cards with a past."""

from typing import NamedTuple

from hypothesis import strategies as st

from quizzer.core.memory import PARAMETER_BOUNDS
from quizzer.core.moment import Moment
from quizzer.core.options import ORDERS, Options
from quizzer.core.schedule import UNSEEN, Schedule, review

DAY = 86_400_000
START = 1_764_000_000_000  # November 2025


def _steps() -> st.SearchStrategy[tuple[int, ...]]:
    seconds = st.one_of(st.sampled_from([1, 60, 600, 3600, 86_400, 604_800]), st.integers(1, 604_800))
    return st.lists(seconds, max_size=4, unique=True).map(lambda steps: tuple(sorted(steps)))


PARAMETERS: st.SearchStrategy[tuple[float, ...]] = st.one_of(
    st.just(()), st.tuples(*(st.floats(low, high) for low, high in PARAMETER_BOUNDS))
)
RATINGS = st.integers(1, 4)
OFFSETS = st.integers(-48, 56).map(lambda quarters: quarters * 900)
IDS = st.integers(0, 2**128 - 1).map("{:032x}".format)
OPTIONS: st.SearchStrategy[Options] = st.one_of(
    st.just(Options()),
    st.builds(
        Options,
        desired_retention=st.floats(0.7, 0.99),
        steps=_steps(),
        relearning_steps=_steps(),
        rollover=st.integers(0, 23),
        max_interval=st.one_of(st.integers(1, 36_500), st.just(36_500)),
        minutes_per_day=st.integers(0, 1440),
        order=st.sampled_from(ORDERS),
        exam=st.one_of(st.just(""), st.dates().map(str)),
        parameters=PARAMETERS,
    ),
)
GAPS = st.one_of(
    st.integers(0, 3_600_000),
    st.integers(0, 3 * DAY),
    st.integers(1, 400).map(lambda days: days * DAY),
    st.integers(0, 36_500 * DAY),
)
"""Milliseconds between reviews: none, minutes, days, a lifetime."""


class Case(NamedTuple):
    """A card with a past, and the moment it is shown."""

    card: Schedule
    moment: Moment
    options: Options
    review_id: str


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Cards after up to six reviews, shown at some later moment, anywhere."""
    options = draw(OPTIONS)
    card, at = UNSEEN, START
    for rating, gap in draw(st.lists(st.tuples(RATINGS, GAPS), max_size=6)):
        at += gap
        card = review(card, rating, Moment(at, draw(OFFSETS)), options, draw(IDS))
    return Case(card, Moment(at + draw(GAPS), draw(OFFSETS)), options, draw(IDS))
