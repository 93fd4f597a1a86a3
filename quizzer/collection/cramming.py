"""Cramming: every card of a scope that is neither suspended nor hidden today, weakest first, whether due or not."""

from quizzer.collection.queueing import Scope, continued
from quizzer.collection.shelf import Shelf
from quizzer.collection.weakness import candidates
from quizzer.core.options import ALL
from quizzer.core.queue import Entry
from quizzer.core.schedule import State
from quizzer.core.selection import Setup, selected
from quizzer.core.session import Session
from quizzer.core.waiting import Waiting


def cram_session(shelf: Shelf, scope: Scope, so_far: Session | None = None, front: str = "") -> Session:
    """A session that crams; arguments as those of `first_session`.

    What was rated in `so_far` is not asked again, but for what was forgotten there and waits for its turn.
    """
    now = shelf.ledger.clock.moment().at
    until = None if scope.minutes is None else now + round(scope.minutes * 60_000)
    waiting, learning = _entries(shelf, scope), tuple[Entry, ...]()
    if so_far is not None:
        present = {entry.card for entry in waiting}
        again = [*so_far.learning, *([so_far.current] if so_far.current else [])]
        learning = tuple(entry for entry in again if entry.card in so_far.asked & present and entry.card != front)
        waiting = tuple(entry for entry in waiting if entry.card == front or entry.card not in so_far.asked)
    session = Session(
        Waiting(waiting),
        tuple(sorted(learning, key=lambda entry: entry.due)),
        learn_ahead=shelf.options(ALL).learn_ahead * 1000,
        until=until,
        limit=scope.limit,
        cram=True,
    )
    return continued(session, so_far).fronted(front).drawn(now)


def _entries(shelf: Shelf, scope: Scope) -> tuple[Entry, ...]:
    """What can be crammed: the weakest first, cards never seen last; siblings come apart."""
    day = shelf.day()
    rows = {row.id: row for row in shelf.ledger.cards.askable(scope.decks, day, (scope.tag,) if scope.tag else ())}
    everything = Setup(number=len(rows), seed=str(day))
    return tuple(
        Entry(card, rows[card].deck, rows[card].note, State.REVIEW if rows[card].state else State.NEW)
        for card in selected(candidates(shelf, rows.values(), {}), everything)
    )
