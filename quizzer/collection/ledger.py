"""The ledger: facts recorded durably, and the cache's fold kept level with the log.

What folding takes is imported only once there is something to fold.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.collection.clock import Clock
from quizzer.collection.settings import Tell
from quizzer.core.day import study_day
from quizzer.core.options import ALL
from quizzer.core.stamp import TOLERANCE, clock_is_behind, stamped_all
from quizzer.core.timeline import Timeline
from quizzer.store.cache import Cache
from quizzer.store.card_counts import CardCounts
from quizzer.store.log import Log

if TYPE_CHECKING:
    from quizzer.core.event import Event, Fact
    from quizzer.store.card_table import CardTable


class Ledger:
    """A log and the cache of its fold."""

    def __init__(self, log: Log, cache: Cache, clock: Clock) -> None:
        self.log = log
        self.cache = cache
        self.clock = clock
        self.timeline = Timeline(cache.settings())
        self.row = int(cache.get("folded") or 0)
        """The newest row of the log that is folded."""

    @property
    def counts(self) -> CardCounts:
        """The counts of the cache, wherever that is by now."""
        return CardCounts(self.cache.connection)

    @property
    def cards(self) -> "CardTable":
        """The cards of the cache, wherever that is by now."""
        from quizzer.store.card_table import CardTable

        return CardTable(self.cache.connection)

    def record(self, facts: "Sequence[tuple[Fact, str]]", built_on: int | None = None) -> "list[Event]":
        """Write facts, each with the id its event will have, in one durable transaction.

        Args:
            facts: what happened.
            built_on: the newest row of the log that the person had before them; None: the newest that is folded.

        Raises:
            ProgressMoved: something newer stands in the log; nothing was recorded.
            DiskRefused: nothing was recorded.
        """
        moment = self.clock.moment()
        newest = self.log.newest_at(self.log.device, until=moment.at + TOLERANCE)
        events = stamped_all(facts, moment, self.log.device, newest)
        row = self.log.append(events, self.row if built_on is None else built_on)
        self.cache.written(lambda: self._fold_recorded(events, row))
        return events

    def throw(self, purpose: str) -> str:
        """A new id for an event."""
        return self.clock.throw(f"{purpose} {self.row}")

    def catch_up(self, tell: Tell | None = None) -> bool:
        """Fold what the log holds beyond the cache; whether there was anything."""
        if self._is_level_with(self.log.last_row()) and self._is_level_with(self.row):
            return False
        self.cache.written(lambda: self._fold_since(tell))
        return True

    def clock_is_behind(self) -> bool:
        """Whether this device's log holds events from more than ten minutes ahead of the clock."""
        return clock_is_behind(self.clock.moment().at, self.log.newest_at(self.log.device))

    def today(self) -> int:
        """The study day it is."""
        moment = self.clock.moment()
        order = (moment.at + 1, "", "")
        return study_day(moment.at, moment.offset, self.timeline.at(order, ALL).rollover)

    def _is_level_with(self, row: int) -> bool:
        """Whether the cache is that of this log, folded up to a row and no further."""
        return self.cache.get("folded") == str(row) and self.cache.get("database") == self.log.database_id

    def _fold_recorded(self, events: "Sequence[Event]", row: int) -> None:
        if self._is_level_with(self.row):
            self._fold(events, row)
        else:  # another quizzer was quick to fold what we have just written
            self._fold_since()

    def _fold_since(self, tell: Tell | None = None) -> None:
        """Fold whatever the cache lacks, whoever folded last."""
        folded = int(self.cache.get("folded") or 0)
        last = self.log.last_row()  # before reading: the newest row may be damaged, and read as none
        if not folded or last < folded or self.cache.get("database") != self.log.database_id:
            self._fold(None, last, tell)
        else:
            self.timeline = Timeline(self.cache.settings())
            rows = self.log.since(folded)
            self._fold([event for _, event in rows], max([last, *(row for row, _ in rows)]))

    def _fold(self, events: "Sequence[Event] | None", row: int, tell: Tell | None = None) -> None:
        """Fold these events, or None for the whole log anew."""
        from quizzer.collection.folding import Folding

        folding = Folding(self.log, self.cache, self.timeline)
        if events is None:
            row = folding.afresh(tell)
        else:
            folding.apply(events, row)
        self.timeline = folding.timeline
        self.row = row
        self.cache.put("folded", str(row))
        self.cache.put("database", self.log.database_id)
