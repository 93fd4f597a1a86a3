"""Searching: the cards for which a filter holds, of a hundred thousand of them while a person types.

A search is made where the collection is, and may then run in a thread of its own: it reads cache and log by
connections of its own. Cards that decks hold are found by SQL; orphans and drafts, of which there are few, one by one.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.card_texts import seen_texts
from quizzer.collection.shelf import Shelf
from quizzer.collection.vanished import Vanished
from quizzer.core.adoption import counting
from quizzer.core.card_order import Order
from quizzer.core.cards import cards_of
from quizzer.core.day import DAY_MS, HOUR_MS, study_day
from quizzer.core.event import Did
from quizzer.core.filtering import Facts, Field, Is, Rated, Term, asks, asks_for, haystack, matches
from quizzer.core.markup import plain
from quizzer.core.options import ALL, LEECH_LAPSES
from quizzer.core.progress import as_it_stands, counts, in_place
from quizzer.core.schedule import State
from quizzer.core.searched import searched
from quizzer.formats.note_json import load_note
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.card_search import Sought, draft_notes, find_cards, voided
from quizzer.store.card_table import CardRow, CardTable
from quizzer.store.log import Log

Reviews = dict[str, list[Rated]]
Glimpse = Callable[[list[str]], object]
_SPARE = 2
"""Days that an instant may lie away from its study day."""


GLIMPSE = 64
"""Cards that fill a window."""


class Wanted(NamedTuple):
    """What a person wants to see."""

    terms: Sequence[Term] = ()
    decks: Sequence[str] | None = None
    """Only cards of these decks; None: of all decks, and orphans."""
    order: Order = Order.DECK
    turned: bool = False
    """Whether the last come first."""


class Search:
    """One search; what the collection does after it was made, it need not know."""

    def __init__(self, shelf: Shelf, wanted: Wanted) -> None:
        self._shelf = shelf
        self._wanted = wanted
        self._reader = shelf.ledger.cache.reader()
        self._log = shelf.ledger.log.path
        self._vanished = Vanished(shelf).read()
        self._connection: sqlite3.Connection | None = None
        self._stopped = False
        moment = shelf.ledger.clock.moment()
        self._decks = {id: deck for id, deck in shelf.decks.items() if wanted.decks is None or id in wanted.decks}
        self._sought = Sought(
            wanted.terms,
            {id: deck.title for id, deck in self._decks.items()},
            shelf.day(),
            moment.at,
            moment.offset * 1000 - shelf.options(ALL).rollover * HOUR_MS,
            order=wanted.order,
        )

    @property
    def needs_no_thread(self) -> bool:
        """Whether it must run where it was made."""
        return self._reader.needs_no_thread

    def run(self, glimpse: Glimpse | None = None) -> list[str]:
        """The ids of the cards found. A draft is known by its first card; where the filter asks for drafts, all are.

        `glimpse` is told of the first cards, where the others take longer.
        """
        try:
            with self._reader.reading() as self._connection:
                found = self._found(self._connection, glimpse)
        except sqlite3.OperationalError:
            if not self._stopped:
                raise
            return []
        return found[::-1] if self._wanted.turned else found

    def stop(self) -> None:
        """Have a search that runs in another thread end soon, with nothing found."""
        self._stopped = True
        with contextlib.suppress(sqlite3.ProgrammingError):  # it has ended just now
            if self._connection is not None:
                self._connection.interrupt()

    def _found(self, connection: sqlite3.Connection, glimpse: Glimpse | None) -> list[str]:
        terms = self._wanted.terms
        if asks_for(terms, Is.DRAFT):
            return list(self._drafts(connection))
        reviews = self._reviews(connection) if asks(terms, Field.RATED) else {}
        rated = [_rated(reviews, term) for term in terms if term.field is Field.RATED]
        found = self._of_decks(connection, self._sought._replace(rated=rated), glimpse)
        return [*found, *self._orphans(connection, reviews)]

    def _of_decks(self, connection: sqlite3.Connection, sought: Sought, glimpse: Glimpse | None) -> list[str]:
        if glimpse is not None and sought.order is Order.DECK and not self._wanted.turned:
            first = find_cards(connection, sought, GLIMPSE)
            if len(first) < GLIMPSE:
                return first
            glimpse(first)
        return [] if self._stopped else find_cards(connection, sought)

    def _drafts(self, connection: sqlite3.Connection) -> Iterator[str]:
        holds = frozenset({Is.DRAFT})
        for deck, body in draft_notes(connection, [id for id, deck in self._decks.items() if deck.drafts]):
            note = load_note(body)
            if note.draft:
                first, title = cards_of(deck, note)[0], self._decks[deck].title
                text = searched(first)
                facts = Facts(first.id, deck, title, note.kind, note.tags, holds, True, text.__str__, tuple)
                if matches(self._wanted.terms, facts):
                    yield first.id

    def _orphans(self, connection: sqlite3.Connection, reviews: Reviews) -> Iterator[str]:
        rows = list(CardTable(connection).orphans(self._wanted.decks))
        texts = self._last_texts(connection, [row.id for row in rows]) if asks(self._wanted.terms, Field.TEXT) else {}
        for row in rows:
            if matches(self._wanted.terms, self._facts(row, texts.get(row.id, ""), reviews.get(row.id, []))):
                yield row.id

    def _facts(self, row: CardRow, text: str, reviews: Sequence[Rated]) -> Facts:
        deck, tags = self._shelf.decks.get(row.deck), tuple(filter(None, row.tags.split("\n")))
        marks = self._marks(row, gone=self._vanished.may_be(row.deck))
        title = deck.title if deck else ""
        return Facts(row.id, row.deck, title, row.kind, tags, marks, True, lambda: text, lambda: reviews)

    def _marks(self, row: CardRow, gone: bool) -> frozenset[Is]:
        standing, schedule = row.standing, row.standing.schedule
        until = self._sought.day if schedule.state is State.REVIEW else self._sought.now
        buried = standing.buried >= self._sought.day
        marks = {
            Is.DUE: schedule.state is not State.NEW and schedule.due <= until,
            Is.NEW: schedule.state is State.NEW,
            Is.LEARNING: schedule.state in (State.LEARNING, State.RELEARNING),
            Is.LEECH: schedule.lapses >= LEECH_LAPSES,
            Is.SUSPENDED: standing.suspended,
            Is.BURIED: buried,
            Is.HIDDEN: standing.suspended or buried,
            Is.FLAGGED: standing.flag is not None,
            Is.ORPHAN: gone,
        }
        return frozenset(mark for mark, holds in marks.items() if holds)

    def _last_texts(self, connection: sqlite3.Connection, cards: Iterable[str]) -> dict[str, str]:
        """What cards said when they were last asked, as far as the log tells."""
        with Log.peek(self._log) as log:
            texts = seen_texts(log, AdoptionTable(connection), cards)
        return {card: haystack(*map(plain, text)) for card, text in texts.items()}

    def _reviews(self, connection: sqlite3.Connection) -> Reviews:
        """The reviews of each card that count, as they stand, as far back as the filter asks."""
        days = max(int(term.value) for term in self._wanted.terms if term.field is Field.RATED)
        with Log.peek(self._log) as log:
            recent = log.recent(self._sought.now - (days + _SPARE) * DAY_MS)
        events = [event for event in recent if event.kind == Did.REVIEWED]
        void = voided(connection, [event.id for event in events])
        heirs = AdoptionTable(connection).heirs_among({event.card for event in events})
        own = (counting(event, heirs) for event in events if event.id not in void)
        standing = sorted(own, key=lambda event: event.order)
        instead, found = in_place(standing), Reviews()
        for event in filter(counts, standing):
            rollover = self._shelf.options(event.card.partition("/")[0]).rollover
            ago = self._sought.day - study_day(event.at, event.offset, rollover)
            found.setdefault(event.card, []).append(Rated(ago, as_it_stands(event, instead).data["rating"]))
        return found


def _rated(reviews: Reviews, term: Term) -> list[str]:
    """The cards for which a term of the field `rated` holds."""
    return [
        card
        for card, found in reviews.items()
        if any(one.days_ago < int(term.value) and term.rating in (None, one.rating) for one in found)
    ]
