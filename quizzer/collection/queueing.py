"""From the cache to a session: which cards of a scope are asked today."""

from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.memory import DEFAULT_DECAY, decay_of
from quizzer.core.options import ALL
from quizzer.core.queue import Entry, todays_queue
from quizzer.core.quota import Room
from quizzer.core.session import Session


class Scope(NamedTuple):
    """What a sitting is to ask."""

    decks: tuple[str, ...]
    tag: str = ""
    limit: int | None = None
    """Cards to rate."""
    minutes: float | None = None


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
    session = Session(
        todays_entries(shelf, scope, day),
        learning_entries(shelf, scope, day, shelf.day_end(moment)),
        learn_ahead=shelf.options(ALL).learn_ahead * 1000,
        until=until,
        limit=scope.limit,
    )
    if so_far is not None:
        session = session._replace(until=so_far.until, limit=so_far.limit, tally=so_far.tally, took_ms=so_far.took_ms)
    return _fronted(session, front).drawn(moment.at)


def todays_entries(shelf: Shelf, scope: Scope, day: int) -> tuple[Entry, ...]:
    """Reviews and new cards of the scope, in today's order."""
    cards = shelf.ledger.cards
    quota, _ = shelf.quota(day)
    reviews: list[Entry] = []
    new: dict[str, list[Entry]] = {}
    rooms: dict[str, Room] = {deck: quota.of(deck) for deck in scope.decks}
    for deck, room in rooms.items():
        options = shelf.options(deck)
        decay = decay_of(options.parameters)
        found = cards.due_reviews(deck, day, room.reviews, options.bury_siblings, scope.tag) if room.reviews else []
        reviews += found if decay == DEFAULT_DECAY else [entry._replace(decay=decay) for entry in found]
        new[deck] = cards.new_cards(deck, day, room.new, options.bury_siblings, scope.tag) if room.new else []
    asked = ((deck, note) for deck, note, _, alone in shelf.ledger.counts.asked(day) if not alone)
    return todays_queue(reviews, new, day, quota.everything, rooms, asked, seed=str(day))


def learning_entries(shelf: Shelf, scope: Scope, day: int, before: int) -> tuple[Entry, ...]:
    """Learning cards of the scope that come today, by the instant at which they are due."""
    cards = shelf.ledger.cards
    found = [
        entry
        for deck in scope.decks
        for entry in cards.learning(deck, day, before, shelf.options(deck).bury_siblings, scope.tag)
    ]
    return tuple(sorted(found, key=lambda entry: (entry.due, entry.card)))


def _fronted(session: Session, front: str) -> Session:
    for entry in (*session.waiting, *session.learning):
        if entry.card == front:
            return session._replace(
                current=entry,
                waiting=tuple(other for other in session.waiting if other.card != front),
                learning=tuple(other for other in session.learning if other.card != front),
            )
    return session
