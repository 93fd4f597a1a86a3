"""What an option changes, in words: how many reviews a day it costs or saves.

Loads are expectations without forgetting: a card whose interval is I days costs 1/I reviews a day.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizzer.core.memory import DEFAULT_DECAY, decay_of, interval, learner
from quizzer.core.options import OLDEST, RANDOM, REMEMBERED, Options, duration
from quizzer.core.pace import USUAL, answers_for

_GOOD = 3
MONTH = 30
"""Days over which a new card's cost is told."""


class Workload(NamedTuple):
    """What a person has to learn, as far as options change it."""

    stabilities: Sequence[float] = ()
    """Of review cards, in days."""
    new: int = 0
    """Cards never seen."""
    due: int = 0
    """Reviews that wait today."""
    siblings: int = 0
    """Cards whose note makes others."""
    seconds: float = USUAL
    """What an answer takes the person."""


def load(stabilities: Sequence[float], options: Options) -> float:
    """Reviews a day that cards of these stabilities cost."""
    decay = decay_of(options.parameters)
    return sum(
        1 / min(options.max_interval, max(1.0, interval(stability, options.desired_retention, decay)))
        for stability in stabilities
    )


def reviews_of_a_new_card(options: Options, days: int = MONTH) -> int:
    """How often a card is asked within some days of its first showing, if it is always remembered."""
    learn, decay = learner(options.parameters), decay_of(options.parameters) if options.parameters else DEFAULT_DECAY
    memory, day, count = learn(None, _GOOD, 0), 0, 0
    while True:
        gap = max(1, round(interval(memory.stability, options.desired_retention, decay)))
        day += gap
        if day > days:
            return count
        count += 1
        memory = learn(memory, _GOOD, gap)


def effect(key: str, before: Options, after: Options, work: Workload) -> str:
    """What `after` changes against `before` by one option, in a sentence; empty where nothing can be told.

    Args:
        key: the option by which they differ.
        before: what counted.
        after: what counts.
        work: what there is to learn.
    """
    if before == after or key not in _EFFECTS:
        return ""
    return _EFFECTS[key](before, after, work)


def _retention(before: Options, after: Options, work: Workload) -> str:
    if not work.stabilities:
        return "No card has been learnt yet, so nothing changes today."
    return _about(load(work.stabilities, after) - load(work.stabilities, before), "a day")


def _new(before: Options, after: Options, work: Workload) -> str:
    if not work.new:
        return "There are no new cards, so nothing changes today."
    if not after.new_per_day:
        return f"No new cards come; {work.new} wait."
    days = -(-work.new // after.new_per_day)
    seen = f"{work.new} new cards are all seen in {_days(days)}"
    if before.new_per_day:
        seen += f", not {_days(-(-work.new // before.new_per_day))}"
    more = (after.new_per_day - before.new_per_day) * (2 + reviews_of_a_new_card(after)) * min(1, days / MONTH)
    return f"{seen}. In a month: {_about(more, 'a day', lower=True)}"


def _reviews(before: Options, after: Options, work: Workload) -> str:
    daily = load(work.stabilities, after)
    if after.reviews_per_day < daily:
        return f"About {daily:.0f} reviews come a day: more than that, so that what waits grows."
    if work.due <= after.reviews_per_day:
        return f"About {max(1, round(daily))} reviews come a day: within the limit." if daily else ""
    days = work.due / max(1e-9, after.reviews_per_day - daily)
    return f"The {work.due} that wait are clear in about {_days(max(1, round(days)))}."


def _longest(before: Options, after: Options, work: Workload) -> str:
    if not work.stabilities:
        return ""
    return _about(load(work.stabilities, after) - load(work.stabilities, before), "a day")


def _steps(before: Options, after: Options, work: Workload) -> str:
    shown = " and ".join(f"after {duration(step)}" for step in after.steps)
    times = len(after.steps) + 1
    if not after.steps:
        return "A new card is asked once, and then comes back in days."
    return f"A new card is asked {times} times before days count: at once, {shown}."


def _siblings(before: Options, after: Options, work: Workload) -> str:
    if not work.siblings:
        return "No note makes more than one card, so nothing changes."
    if after.bury_siblings:
        return f"Of {work.siblings} cards that have siblings, one a note is asked a day."
    return f"{work.siblings} cards that have siblings may come on one day; one may tell the other's answer."


def _minutes(before: Options, after: Options, work: Workload) -> str:
    if not after.minutes_per_day:
        return "Today's share may take any time."
    fit = after.minutes_per_day * 60 / answers_for(0, 0, 1, after) / work.seconds
    return f"At your pace about {fit:.0f} reviews a day; new cards take the rest."


_ORDER_WORDS = {
    REMEMBERED: "The best remembered come first, so that a backlog takes no more with it.",
    OLDEST: "Those that have waited longest come first.",
    RANDOM: "The lot decides, anew each day.",
}


def _order(before: Options, after: Options, work: Workload) -> str:
    return _ORDER_WORDS[after.order]


def _exam(before: Options, after: Options, work: Workload) -> str:
    if not after.exam:
        return "No exam is prepared for."
    return "Home and scores say what to expect on that day, and what it takes a day."


_EFFECTS: dict[str, Callable[[Options, Options, Workload], str]] = {
    "desired_retention": _retention,
    "new_per_day": _new,
    "reviews_per_day": _reviews,
    "max_interval": _longest,
    "steps": _steps,
    "bury_siblings": _siblings,
    "minutes_per_day": _minutes,
    "order": _order,
    "exam": _exam,
}


def _about(reviews: float, often: str, lower: bool = False) -> str:
    """A change of a load in words.

    >>> _about(-12.3, "a day"), _about(0.04, "a day")
    ('About 12 fewer reviews a day.', 'About as many reviews a day.')
    """
    count = abs(reviews)
    words = f"{count:.0f}" if count >= 2 else f"{count:.1f}"
    if count < 0.05:
        text = f"About as many reviews {often}."
    else:
        text = f"About {words} {'fewer' if reviews < 0 else 'more'} reviews {often}."
    return text[0].lower() + text[1:] if lower else text


def _days(days: int) -> str:
    return f"{days} day{'s' * (days != 1)}"
