"""The fold: from the log's events to where each card stands.

Nothing here is stored as truth. A standing follows from the events of one card and the options that counted when
each happened; the same events in the same order always give the same standing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from quizzer.core.adoption import NO_HEIRS, Heirs, adoption_of, counting, heirs_of
from quizzer.core.cards import deck_of
from quizzer.core.day import study_day
from quizzer.core.event import Did, Event
from quizzer.core.moment import Moment
from quizzer.core.options import Options
from quizzer.core.schedule import UNSEEN, Rating, Schedule, review
from quizzer.core.timeline import Timeline, timeline_of

NEVER = -1_000_000
"""A study day before any other."""


class Standing(NamedTuple):
    """All that the log says of one card."""

    schedule: Schedule = UNSEEN
    first_day: int = NEVER
    """The study day of the first review that counts."""
    suspended: bool = False
    buried: int = NEVER
    """The study day that the card is hidden for by hand."""
    flag: str | None = None
    """The words of a flag, perhaps none; None where there is no flag."""
    seen: str = ""
    """The digest of the newest text that the log holds."""

    @property
    def untouched(self) -> bool:
        """Whether nothing at all is known of the card."""
        return self == UNTOUCHED


UNTOUCHED = Standing()


def counts(event: Event) -> bool:
    """Whether an event is a review that moves the schedule and fills the day's limit.

    A cram never does, nor does a review that only stands in the place of another one.
    """
    data = event.data
    whole = event.kind == Did.REVIEWED and data.get("rating") in (1, 2, 3, 4) and "replaces" not in data
    return whole and data.get("counts", True) is True and data.get("mode") != "cram"


def replaced(event: Event) -> str:
    """The id of the review in whose place an event stands; empty where it stands for itself."""
    if event.kind != Did.REVIEWED or event.data.get("rating") not in (1, 2, 3, 4):
        return ""
    return str(event.data.get("replaces") or "")


Instead: TypeAlias = dict[tuple[str, str], Event]
"""What stands in the place of reviews, by the review's id and card."""


def in_place(events: Iterable[Event]) -> Instead:
    """What stands in the place of reviews; of several the last. `events` are not voided, and in fold order."""
    return {(target, event.card): event for event in events if (target := replaced(event))}


def as_it_stands(event: Event, instead: Instead) -> Event:
    """A review with the rating of the one in its place, at its own moment; every other event as it is."""
    other = instead.get((event.id, event.card))
    return event if other is None else event._replace(data={**event.data, "rating": other.data["rating"]})


def advance(standing: Standing, event: Event, options: Options) -> Standing:
    """Where a card stands after one more event, which is not voided.

    Args:
        standing: after all earlier events of the card.
        event: of this card; kinds that say nothing of a card's standing change nothing.
        options: those that counted for the card's deck when it happened.
    """
    match event.kind:
        case Did.REVIEWED if counts(event):
            moment = Moment(event.at, event.offset, event.zone)
            schedule = review(standing.schedule, Rating(event.data["rating"]), moment, options, event.id)
            first = schedule.last_day if standing.first_day == NEVER else standing.first_day
            return standing._replace(schedule=schedule, first_day=first)
        case Did.SUSPENDED:
            return standing._replace(suspended=True)
        case Did.RESUMED:
            return standing._replace(suspended=False, buried=NEVER)
        case Did.BURIED:
            return standing._replace(buried=study_day(event.at, event.offset, options.rollover))
        case Did.FLAGGED:
            return standing._replace(flag=str(event.data.get("words", "")))
        case Did.UNFLAGGED:
            return standing._replace(flag=None)
        case Did.RESET:
            return standing._replace(schedule=UNSEEN, first_day=NEVER)
        case Did.TEXT_SEEN:
            return standing._replace(seen=str(event.data.get("digest", "")))
        case _:
            return standing


def voided_by(events: Iterable[Event]) -> frozenset[str]:
    """The ids that `undone` events void. An `undone` is never itself undone."""
    return frozenset(id for event in events if event.kind == Did.UNDONE for id in voids(event))


def voids(undone: Event) -> list[str]:
    """The ids that one `undone` event voids; none where its data is not as we write it."""
    ids = undone.data.get("events")
    return [id for id in ids if isinstance(id, str)] if isinstance(ids, list) else []


Witness: TypeAlias = Callable[[Standing, Event, Options], None]
"""Sees each event that is folded: where its card stood before it, the event as it counts, and its options."""


def fold_card(
    events: Sequence[Event],
    voided: frozenset[str],
    timeline: Timeline,
    witness: Witness | None = None,
    heirs: Heirs = NO_HEIRS,
) -> Standing:
    """Where one card stands after all its events, in whatever order they are given.

    Those of cards that it has adopted are among them; the options of each are those of the deck in which it happened,
    so that being adopted moves no due date.
    """
    standing = UNTOUCHED
    ordered = [event for event in sorted(events, key=lambda event: event.order) if event.id not in voided]
    instead = in_place(counting(event, heirs) for event in ordered)
    for event in ordered:
        options = timeline.at(event.order, deck_of(event.card))
        counted = as_it_stands(counting(event, heirs), instead)
        if witness is not None:
            witness(standing, counted, options)
        standing = advance(standing, counted, options)
    return standing


class Progress(NamedTuple):
    """The fold of a whole log."""

    standings: dict[str, Standing]
    timeline: Timeline
    voided: frozenset[str]
    heirs: Heirs = NO_HEIRS


def fold(events: Iterable[Event]) -> Progress:
    """The fold of a whole log, in whatever order its events are given."""
    ordered = sorted(events, key=lambda event: event.order)
    voided = voided_by(ordered)
    standing = [event for event in ordered if event.id not in voided]
    timeline = timeline_of(standing)
    heirs = heirs_of(filter(None, map(adoption_of, standing)))
    instead = in_place(counting(event, heirs) for event in standing)
    standings: dict[str, Standing] = {}
    for event in standing:
        if event.card:
            options, counted = timeline.at(event.order, deck_of(event.card)), counting(event, heirs)
            before = standings.get(counted.card, UNTOUCHED)
            standings[counted.card] = advance(before, as_it_stands(counted, instead), options)
    return Progress(standings, timeline, voided, heirs)
