"""The ledger: facts recorded durably, and the cache's fold kept level with the log.

An event that comes after all that was folded advances one card. An older one (from another device, or behind a clock
that went back) folds the cards it touches anew; an older option, or an option taken back, folds everything anew.
"""

import json
from collections.abc import Iterable, Sequence

from quizzer.collection.clock import Clock
from quizzer.collection.refolding import BEFORE_ALL, Order, Tell, count_in_day, refold
from quizzer.core.day import study_day
from quizzer.core.event import Did, Event, Fact
from quizzer.core.options import ALL
from quizzer.core.progress import (
    UNTOUCHED,
    Standing,
    Timeline,
    advance,
    deck_of,
    fold_card,
    setting_of,
    voided_by,
)
from quizzer.core.stamp import TOLERANCE, clock_is_behind, stamped_all
from quizzer.store.cache import Cache
from quizzer.store.card_table import CardTable
from quizzer.store.log import Log


class Ledger:
    """A log and the cache of its fold."""

    def __init__(self, log: Log, cache: Cache, clock: Clock) -> None:
        self.log = log
        self.cache = cache
        self.clock = clock
        self.cards = CardTable(cache.connection)
        self.timeline = Timeline(cache.settings())
        self.row = int(cache.get("folded") or 0)
        """The newest row of the log that is folded."""

    def record(self, facts: Sequence[tuple[Fact, str]]) -> list[Event]:
        """Write facts, each with the id its event will have, in one durable transaction.

        Raises:
            ProgressMoved: something newer stands in the log; it is folded now, and nothing was recorded.
            DiskRefused: nothing was recorded.
        """
        moment = self.clock.moment()
        newest = self.log.newest_at(self.log.device, until=moment.at + TOLERANCE)
        events = stamped_all(facts, moment, self.log.device, newest)
        row = self.log.append(events, self.row)
        with self.cache.writing():
            self._apply(events)
            self._folded(row)
        return events

    def throw(self, purpose: str) -> str:
        """A new id for an event."""
        return self.clock.throw(f"{purpose} {self.row}")

    def catch_up(self, tell: Tell | None = None) -> bool:
        """Fold what the log holds beyond the cache; whether there was anything."""
        same = self.cache.get("database") == self.log.database_id
        if same and self.log.last_row() == self.row:
            return False
        with self.cache.writing():
            self.row = int(self.cache.get("folded") or 0)  # another quizzer may have folded meanwhile
            if not same or self.row == 0 or self.log.last_row() < self.row:
                self._refold(tell)
            else:
                last = self.log.last_row()  # before reading: the newest row may be damaged, and read as none
                rows = self.log.since(self.row)
                self._apply([event for _, event in rows])
                self._folded(max([last, *(row for row, _ in rows)]))
            self.timeline = Timeline(self.cache.settings())
        return True

    def clock_is_behind(self) -> bool:
        """Whether this device's log holds events from more than ten minutes ahead of the clock."""
        return clock_is_behind(self.clock.moment().at, self.log.newest_at(self.log.device))

    def today(self) -> int:
        """The study day it is."""
        moment = self.clock.moment()
        order = (moment.at + 1, "", "")
        return study_day(moment.at, moment.offset, self.timeline.at(order, ALL).rollover)

    def _folded(self, row: int) -> None:
        self.row = row
        self.cache.put("folded", str(row))
        self.cache.put("database", self.log.database_id)

    def _newest(self) -> Order:
        text = self.cache.get("newest")
        if not text:
            return BEFORE_ALL
        at, device, id = json.loads(text)
        return (at, device, id)

    def _apply(self, events: Iterable[Event]) -> None:
        """Fold events that have just come, whichever their place in the order."""
        ordered = sorted(events, key=lambda event: event.order)
        newest = self._newest()
        taken_back = self._take_back(ordered)
        if any(event.kind == Did.OPTION_SET and event.order < newest for event in [*ordered, *taken_back]):
            self._refold(None)
            return
        if any(event.kind == Did.OPTION_SET for event in taken_back):
            self.cache.drop_settings(event.id for event in taken_back)
            self.timeline = Timeline(self.cache.settings())
        void = self.cache.voided(event.id for event in ordered)
        standing = [event for event in ordered if event.id not in void]
        self._put_settings(standing)
        came = {event.id for event in ordered}
        for event in standing:
            count_in_day(self.cache, self.timeline, event, 1)
        for event in taken_back:
            if event.id not in came:
                count_in_day(self.cache, self.timeline, event, -1)
        late = {event.card for event in standing if event.order < newest}
        self._fold_cards(standing, late | {event.card for event in taken_back})
        self.cache.put("newest", json.dumps(max([newest, *(event.order for event in ordered)])))

    def _take_back(self, ordered: Sequence[Event]) -> list[Event]:
        """Void what `undone` events among these void, and say which events that newly takes back."""
        undone = voided_by(ordered)
        fresh = undone - self.cache.voided(undone)
        self.cache.put_voided(undone)
        here = {event.id: event for event in ordered}
        return [*(here[id] for id in fresh & here.keys()), *self.log.of_ids(fresh - here.keys())]

    def _put_settings(self, events: Iterable[Event]) -> None:
        settings = [event for event in events if event.kind == Did.OPTION_SET]
        for event in settings:
            self.cache.put_setting(event.order, setting_of(event))
        if settings:
            self.timeline = Timeline(self.cache.settings())

    def _fold_cards(self, events: Iterable[Event], afresh: set[str]) -> None:
        """Advance the cards of these events, but fold some cards from all their events."""
        standings: dict[str, Standing] = {}
        for event in events:
            if event.card and event.card not in afresh:
                before = standings.get(event.card) or self.cards.standing(event.card) or UNTOUCHED
                standings[event.card] = advance(before, event, self.timeline.at(event.order, deck_of(event.card)))
        for card in afresh - {""}:
            own = self.log.of_cards([card])
            standings[card] = fold_card(own, self.cache.voided(event.id for event in own), self.timeline)
        for card, standing in standings.items():
            self.cards.put_standing(card, standing)

    def _refold(self, tell: Tell | None) -> None:
        row, newest = refold(self.log, self.cache, self.cards, tell)
        self.timeline = Timeline(self.cache.settings())
        self.cache.put("newest", json.dumps(newest))
        self._folded(row)
