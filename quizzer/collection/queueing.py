"""From the cache to a session: which cards of a scope are asked today."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.cards import deck_of
from quizzer.core.exam import exam_day, exam_week
from quizzer.core.memory import DEFAULT_DECAY, decay_of
from quizzer.core.options import ALL
from quizzer.core.queue import Entry, todays_queue, turns
from quizzer.core.quota import Quota, Room
from quizzer.core.session import Session
from quizzer.core.waiting import Waiting
from quizzer.errors import DiskRefused

_LONG_BACKLOG = 2_000
"""Reviews; fewer are looked through faster than what was found earlier is read."""


class Scope(NamedTuple):
    """What a sitting is to ask."""

    decks: tuple[str, ...]
    tag: str = ""
    limit: int | None = None
    """Cards to rate."""
    minutes: float | None = None
    cram: bool = False
    """Whether cards are asked that are not due, without any effect on their schedule."""
    unlimited: bool = False
    """Whether all reviews that are due are asked, whatever the day's limits say."""
    best: bool = False
    """Whether only what is worth most in the minutes is asked."""
    whole: bool = False
    """Whether the decks are all there are."""


def followed(scope: Scope, shelf: Shelf, heirs: Mapping[str, str]) -> Scope:
    """The scope once decks have come, or gone and left their cards to others: `heirs` gives these by what they were."""
    if scope.whole:
        return scope._replace(decks=tuple(shelf.decks))
    gone = set(scope.decks).difference(shelf.decks)
    moved = [deck_of(heir) for card, heir in heirs.items() if deck_of(card) in gone] if gone else []
    return scope._replace(decks=tuple(dict.fromkeys([*scope.decks, *sorted(moved)])))


def first_session(shelf: Shelf, scope: Scope, so_far: Session | None = None, front: str = "") -> Session:
    """A session over today's cards.

    Args:
        shelf: the decks.
        scope: what is to be asked.
        so_far: a session of the same sitting to go on from: its counts are kept.
        front: the id of a card that is to be shown first, if it may be asked today.
    """
    moment, day = shelf.ledger.clock.moment(), shelf.day()
    until = None if scope.minutes is None else moment.at + round(scope.minutes * 60_000)
    entries = todays_entries(shelf, scope, day)
    if scope.best and scope.minutes is not None:
        from quizzer.collection.choice import best_entries

        entries = best_entries(shelf, entries, day, scope.minutes)
    session = Session(
        Waiting(entries),
        learning_entries(shelf, scope, day, shelf.day_end(moment)),
        learn_ahead=shelf.options(ALL).learn_ahead * 1000,
        until=until,
        limit=scope.limit,
    )
    return continued(session, so_far).fronted(front).drawn(moment.at)


def continued(session: Session, so_far: Session | None) -> Session:
    """A session with the counts and limits of an earlier one of the same sitting, if there is one."""
    if so_far is None:
        return session
    return session._replace(
        until=so_far.until,
        limit=so_far.limit,
        tally=so_far.tally,
        took_ms=so_far.took_ms,
        asked=so_far.asked.difference(entry.card for entry in session.waiting),
    )


def todays_entries(shelf: Shelf, scope: Scope, day: int) -> tuple[Entry, ...]:
    """Reviews and new cards of the scope, in today's order."""
    quota, due = shelf.quota(day)
    beside = shelf.exam_entries(quota, due, day, scope.decks, scope.tag)
    if scope.unlimited:
        quota = quota.without_limits(sum(due.values()) + len(beside))
    rooms = {deck: quota.of(deck) for deck in scope.decks}
    reviews: list[Entry] = []
    for (room, bury, decay, order), decks in _alike(shelf, quota, [deck for deck in scope.decks if deck in due]):
        if room.reviews:
            long = sum(due[deck] for deck in decks) > _LONG_BACKLOG
            found = _due_reviews(shelf, long, decks, day, room.reviews, bury, scope.tag, order)
            reviews += found if decay == DEFAULT_DECAY else [entry._replace(decay=decay) for entry in found]
    asked = ((deck, note) for deck, note, _, alone in shelf.ledger.counts.asked(day) if not alone)
    new = _new_by_deck(shelf, scope, day, rooms, quota.everything.new)
    orders = {deck: shelf.options(deck).order for deck in scope.decks}
    exams = {entry.deck: exam_day(shelf.options(entry.deck).exam) or day for entry in beside}
    last = sorted(beside, key=lambda entry: (entry.recall(exams[entry.deck]), entry.card))
    return todays_queue(reviews, new, day, quota.everything, rooms, asked, str(day), orders, last)


def _due_reviews(
    shelf: Shelf, long: bool, decks: list[str], day: int, most: int, bury: bool, tag: str, order: str
) -> list[Entry]:
    """Reviews as `CardTable.due_reviews` finds them, those of a long backlog once a day."""
    cards = shelf.ledger.cards
    if not long:
        return cards.due_reviews(decks, day, most, bury, tag, order)
    kept = cards.kept_share(decks, day, most, bury, tag, order)
    if kept is not None:
        return kept
    try:
        with shelf.ledger.cache.writing():  # nobody changes a card between finding and keeping
            found = cards.due_reviews(decks, day, most, bury, tag, order)
            cards.keep_share(found, decks, day, most, bury, tag, order)
    except DiskRefused:
        found = cards.due_reviews(decks, day, most, bury, tag, order)
    return found


def _alike(
    shelf: Shelf, quota: Quota, decks: Iterable[str]
) -> Iterable[tuple[tuple[Room, bool, float, str], list[str]]]:
    """Decks that can be looked through together, with what they share; one with limits of its own stands alone."""
    groups: dict[tuple[str, Room, bool, float, str], list[str]] = {}
    for deck in decks:
        options = shelf.options(deck)
        alone = deck if deck in quota.own else ""
        shared = (alone, quota.of(deck), options.bury_siblings, decay_of(options.parameters), options.order)
        groups.setdefault(shared, []).append(deck)
    return [(shared[1:], together) for shared, together in groups.items()]


def _new_by_deck(shelf: Shelf, scope: Scope, day: int, rooms: Mapping[str, Room], most: int) -> dict[str, list[Entry]]:
    """New cards of decks in the order of their turns, until the first turn of each fills the day."""
    new: dict[str, list[Entry]] = {}
    for deck in turns(scope.decks, str(day)):
        if len(new) >= most:
            break
        room = rooms[deck].new
        bury = shelf.options(deck).bury_siblings
        week = exam_week(shelf.options(deck).exam, day)
        found = shelf.ledger.cards.new_cards(deck, day, room, bury, scope.tag, week) if room else []
        if found:
            new[deck] = found
    return new


def learning_entries(shelf: Shelf, scope: Scope, day: int, before: int) -> tuple[Entry, ...]:
    """Learning cards of the scope that come today, by the instant at which they are due."""
    found: list[Entry] = []
    for bury, decks in shelf.by_burying(scope.decks):
        found += shelf.ledger.cards.learning(decks, day, before, bury, scope.tag)
    return tuple(sorted(found, key=lambda entry: (entry.due, entry.card)))
