"""The ledger: facts recorded durably, and the cache's fold kept level with the log.

An event that comes after all that was folded advances one card. An older one (from another device, or behind a clock
that went back) folds the cards it touches anew; an older option, or an option taken back, folds everything anew.
"""

import json
from collections.abc import Callable, Iterable, Sequence

from quizzer.collection.clock import Clock
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

Tell = Callable[[int, int, str], None]
"""Hears of long work: done, total, what."""

Order = tuple[int, str, str]
_BEFORE_ALL: Order = (-1, "", "")
_TELL_FROM = 5_000


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
                rows = self.log.since(self.row)
                if rows:
                    self._apply([event for _, event in rows])
                    self._folded(rows[-1][0])
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
            return _BEFORE_ALL
        at, device, id = json.loads(text)
        return (at, device, id)

    def _apply(self, events: Iterable[Event]) -> None:
        """Fold events that have just come, whichever their place in the order."""
        ordered = sorted(events, key=lambda event: event.order)
        newest = self._newest()
        undone = voided_by(ordered)
        targets = {event.id: event for event in [*self.log.of_ids(undone), *ordered] if event.id in undone}
        fresh_targets = [targets[id] for id in undone - self.cache.voided(undone) if id in targets]
        self.cache.put_voided(undone)
        if any(event.kind == Did.OPTION_SET and event.order < newest for event in [*ordered, *fresh_targets]):
            self._refold(None)
            return
        taken_back = [event.id for event in fresh_targets if event.kind == Did.OPTION_SET]
        if taken_back:
            self.cache.drop_settings(taken_back)
            self.timeline = Timeline(self.cache.settings())
        came = {event.id for event in ordered}
        touched = {event.card for event in fresh_targets if event.card}
        for event in fresh_targets:
            if event.id not in came:
                self._count(event, -1)
        void = self.cache.voided(event.id for event in ordered)
        standings: dict[str, Standing] = {}
        for event in ordered:
            if event.id in void:
                continue
            if event.kind == Did.OPTION_SET:
                self.cache.put_setting(event.order, setting_of(event))
                self.timeline = Timeline(self.cache.settings())
            self._count(event, 1)
            if not event.card or event.card in touched:
                continue
            if event.order < newest:
                touched.add(event.card)
            else:
                standings[event.card] = self._advanced(standings, event)
        for card, standing in standings.items():
            self.cards.put_standing(card, standing)
        for card in touched:
            self._refold_card(card)
        self._put_newest(max([newest, *(event.order for event in ordered)]))

    def _advanced(self, standings: dict[str, Standing], event: Event) -> Standing:
        before = standings.get(event.card) or self.cards.standing(event.card) or UNTOUCHED
        return advance(before, event, self.timeline.at(event.order, deck_of(event.card)))

    def _put_newest(self, order: Order) -> None:
        self.cache.put("newest", json.dumps(order))

    def _count(self, event: Event, sign: int) -> None:
        if event.kind == Did.REVIEWED:
            rollover = self.timeline.at(event.order, ALL).rollover
            took = event.data.get("took_ms")
            self.cache.add_to_day(
                study_day(event.at, event.offset, rollover),
                sign,
                sign * (took if isinstance(took, int) else 0),
            )

    def _refold_card(self, card: str) -> None:
        events = self.log.of_cards([card])
        voided = self.cache.voided(event.id for event in events)
        self.cards.put_standing(card, fold_card(events, voided, self.timeline))

    def _refold(self, tell: Tell | None) -> None:
        """Fold the whole log anew, in two passes, so that a long one need not stand in memory."""
        self.cache.forget_log()
        total, seen, newest, in_order, row = self.log.count(), 0, _BEFORE_ALL, True, 0
        voided: set[str] = set()
        settings: list[Event] = []
        for chunk in self.log.chunks():
            for row, event in chunk:
                in_order = in_order and event.order > newest
                newest = max(newest, event.order)
                if event.kind == Did.UNDONE:
                    voided |= voided_by([event])
                elif event.kind == Did.OPTION_SET:
                    settings.append(event)
        self.cache.put_voided(voided)
        for event in settings:
            if event.id not in voided:
                self.cache.put_setting(event.order, setting_of(event))
        self.timeline = Timeline(self.cache.settings())
        standings: dict[str, Standing] = {}
        for chunk in self.log.chunks() if in_order else [self._sorted()]:
            for _, event in chunk:
                seen += 1
                if tell and total >= _TELL_FROM and seen % 1_000 == 0:
                    tell(seen, total, "Folding reviews")
                if event.id in voided:
                    continue
                self._count(event, 1)
                if event.card:
                    before = standings.get(event.card, UNTOUCHED)
                    standings[event.card] = advance(before, event, self.timeline.at(event.order, deck_of(event.card)))
        for card, standing in standings.items():
            self.cards.put_standing(card, standing)
        self._put_newest(newest)
        self._folded(row)

    def _sorted(self) -> list[tuple[int, Event]]:
        return sorted(self.log.since(0), key=lambda pair: pair[1].order)
