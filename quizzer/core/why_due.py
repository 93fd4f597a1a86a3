"""Why a card is due or not, and whether it is asked today, in sentences.

"Why is this due?" is answered from what scheduling used: the last review, the interval that the wanted retention
gives, what fuzz made of it, and what keeps a card that is due from being asked: limits, siblings, burying.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.answers import share_words
from quizzer.core.day import date_of, local
from quizzer.core.fuzz import bounds
from quizzer.core.history import Past
from quizzer.core.moment import Moment
from quizzer.core.options import LEECH_LAPSES, OLDEST, RANDOM, REMEMBERED, Options
from quizzer.core.progress import Standing
from quizzer.core.schedule import Rating, State
from quizzer.core.stats.wording import counted
from quizzer.core.text import one_line
from quizzer.core.wording import ordinal, seconds_words

STATES = {
    State.NEW: "New: it was never reviewed.",
    State.LEARNING: "Learning: it comes back within minutes or hours until its steps are done.",
    State.REVIEW: "Review: it is learnt, and comes back by days.",
    State.RELEARNING: "Relearning: it was forgotten, and comes back within minutes or hours until it holds again.",
}
_FIRST = {
    REMEMBERED: "the best remembered come first",
    OLDEST: "those that waited longest come first",
    RANDOM: "the lot decides which",
}


class Held(StrEnum):
    """What keeps a card from being asked today, beside what its standing says."""

    NOTHING = ""
    DRAFT = "draft"
    ORPHAN = "orphan"
    LEFT_OUT = "left out"
    SIBLING_ASKED = "sibling asked"
    SIBLING_COMES = "sibling comes"
    LIMIT = "limit"
    PAUSED = "paused"
    TURN = "turn"


class Circumstances(NamedTuple):
    """What today's share holds, as far as it concerns one card."""

    moment: Moment
    day: int
    """The study day."""
    options: Options
    """Those of the card's deck."""
    place: int = 0
    """The card's place among today's reviews and new cards, from 1; 0: it is not among them."""
    among: int = 0
    """How many there are."""
    held: Held = Held.NOTHING
    due: int = 0
    """Reviews that are due, of all decks."""
    room: int = 0
    """How many reviews the limits leave."""


def why(standing: Standing, last: Past | None, seen: Circumstances) -> list[str]:
    """Sentences: the state, when it is due and why then, and whether it is asked today.

    Args:
        standing: where the card stands.
        last: the newest review that its schedule is built on.
        seen: what there is today.
    """
    return [
        STATES[standing.schedule.state],
        *_marks(standing, seen),
        *_due(standing, seen),
        *(_interval(last, seen) if last is not None else ()),
        *_today(standing, seen),
    ]


def date_words(day: int) -> str:
    """The date of a study day.

    >>> date_words(20780)
    'Mon 23 Nov 2026'
    """
    date = date_of(day)
    return f"{date:%a} {date.day} {date:%b %Y}"


def far_words(day: int, today: int) -> str:
    """How far a study day is.

    >>> [far_words(day, 20780) for day in (20779, 20780, 20781, 20790, 20770)]
    ['yesterday', 'today', 'tomorrow', 'in 10 days', '10 days ago']
    """
    far = day - today
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(far) or (f"in {far} days" if far > 0 else f"{-far} days ago")


def clock_time(at: int, offset: int) -> str:
    """The time on the wall at an instant."""
    return f"{local(at, offset):%H:%M}"


def _marks(standing: Standing, seen: Circumstances) -> Iterator[str]:
    if seen.held is Held.DRAFT:
        yield "A draft: it is not studied until you accept it."
    if seen.held is Held.ORPHAN:
        yield "No deck holds it any more; its history is kept."
    if seen.held is Held.LEFT_OUT:
        yield "Its deck has a note with an error that is left out, perhaps this one; p at home tells which."
    if standing.suspended:
        yield "Suspended: hidden until you resume it."
    if standing.buried >= seen.day:
        yield "Buried: hidden until tomorrow."
    if standing.flag is not None:
        yield f"Flagged: {one_line(standing.flag)}" if standing.flag else "Flagged."
    if standing.schedule.lapses >= LEECH_LAPSES:
        yield f"A leech: forgotten {standing.schedule.lapses} times. Rewrite it, or split it."


def _due(standing: Standing, seen: Circumstances) -> Iterator[str]:
    schedule, now = standing.schedule, seen.moment
    if schedule.state is State.REVIEW:
        since = "since" if schedule.due < seen.day else "on"
        yield f"Due {since} {date_words(schedule.due)}, {far_words(schedule.due, seen.day)}."
    elif schedule.state is not State.NEW:
        when, left = clock_time(schedule.due, now.offset), (schedule.due - now.at) // 1000
        far = seconds_words(abs(left))
        yield f"Due at {when}, in {far}." if left > 0 else f"Due since {when}, {far} ago."


def _interval(last: Past, seen: Circumstances) -> Iterator[str]:
    after, options = last.after, last.options
    assert after is not None  # it is what makes it the last review
    rated = Rating(last.rating).name.capitalize()
    when = f"{date_words(last.day)} at {clock_time(last.at, last.offset)}, {far_words(last.day, seen.day)}"
    yield f"Last reviewed on {when}, and rated {rated}."
    if after.state is not State.REVIEW:
        learning = after.state is State.LEARNING
        steps = options.steps if learning else options.relearning_steps
        waits = seconds_words((after.due - after.last_at) // 1000)
        yield f"After {rated} it waits {waits}: step {after.step + 1} of {len(steps)}."
        return
    days, wanted = after.due - after.last_day, last.wanted
    left = f"That left a stability of {after.stability:.1f} days: by then recall falls to 90 %"
    if options.desired_retention == 0.9:
        yield f"{left}, which is what is wanted."
    else:
        yield f"{left}. {share_words(options.desired_retention)} are wanted, which takes {wanted:.1f} days."
    low, high = bounds(wanted, options.max_interval)
    if days == round(wanted):
        yield f"So it waits {_days(days)}."
    elif days == options.max_interval and wanted >= days:
        yield f"It waits {_days(days)}, the longest that is allowed (max_interval)."
    elif low <= days <= high:
        yield f"Fuzz made it {_days(days)}, so that cards learnt together do not stay together."
    else:
        yield f"It waits {_days(days)}, so that {rated} is longer than the rating below it."


def _today(standing: Standing, seen: Circumstances) -> Iterator[str]:
    schedule, now = standing.schedule, seen.moment
    if seen.held in (Held.DRAFT, Held.ORPHAN, Held.LEFT_OUT) or standing.suspended or standing.buried >= seen.day:
        return
    if schedule.state in (State.LEARNING, State.RELEARNING):
        ahead = f", or up to {seconds_words(seen.options.learn_ahead)} early where nothing else is left"
        first = f"Learning cards come first once they are due{ahead if seen.options.learn_ahead else ''}."
        yield first if schedule.due > now.at else "It is asked next."
    elif seen.place:
        early = schedule.state is State.REVIEW and schedule.due > seen.day
        since = ", before it is due, since the exam is near" if early else ""
        yield f"It is asked today{since}: {ordinal(seen.place)} of {seen.among}, if all decks are studied."
    elif schedule.state is State.NEW or schedule.due <= seen.day:
        yield f"It is not asked today: {_held(seen)}"


def _held(seen: Circumstances) -> str:
    match seen.held:
        case Held.SIBLING_ASKED:
            return "another card of its note was asked, and would help with this one (bury_siblings)."
        case Held.SIBLING_COMES:
            return "another card of its note comes first, and would help with this one (bury_siblings)."
        case Held.PAUSED:
            return f"new cards wait while more reviews are due ({seen.due}) than the day has room for ({seen.room})."
        case Held.TURN:
            return "new cards come in the order of their deck, and others stand before it."
        case _:
            first = _FIRST[seen.options.order]
            if seen.due > seen.room:
                due = counted(seen.due, "review")
                return f"of {due} due, there is room for {seen.room}; {first}. Nothing is lost."
            return "the day's limit is reached (o at home changes it). Nothing is lost."


def _days(days: int) -> str:
    return f"{days} day{'s' * (days != 1)}"
