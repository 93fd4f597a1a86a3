"""The ledger: facts recorded durably, and the cache's fold kept level with the log.

What recording and folding take is imported only once there is something to record or fold.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.clock import Clock
from quizzer.collection.damage import leave_out, left_out
from quizzer.collection.settings import Tell
from quizzer.core.day import study_day
from quizzer.core.moment import TOLERANCE, clock_is_behind
from quizzer.core.options import ALL
from quizzer.core.timeline import Timeline
from quizzer.errors import DiskRefused, ProgressMoved
from quizzer.store.cache import Cache
from quizzer.store.card_counts import CardCounts
from quizzer.store.log import Log

if TYPE_CHECKING:
    from quizzer.core.event import Event, Fact
    from quizzer.core.progress import Standing
    from quizzer.store.adoption_table import AdoptionTable
    from quizzer.store.card_table import CardTable


class _Recorded(NamedTuple):
    """Events that stand in the log and are not folded yet."""

    events: "Sequence[Event]"
    before: int
    """The newest row when they were written."""
    row: int
    """The newest row with them."""


class Ledger:
    """A log and the cache of its fold."""

    def __init__(self, log: Log, cache: Cache, clock: Clock) -> None:
        self.log = log
        self._cache = cache
        self.clock = clock
        self.timeline = Timeline(cache.settings())
        self.row = int(cache.get("folded") or 0)
        """The newest row of the log that is known: folded, or recorded here."""
        self._waiting: _Recorded | None = None
        self._newest = (-1, 0)
        """Up to which row it is known when this device last recorded something, and when that was."""

    @property
    def cache(self) -> Cache:
        """The cache, level with what was recorded here."""
        self.settle()
        return self._cache

    @property
    def counts(self) -> CardCounts:
        """The counts of the cache, wherever that is by now."""
        return CardCounts(self.cache.connection)

    @property
    def cards(self) -> "CardTable":
        """The cards of the cache, wherever that is by now."""
        from quizzer.store.card_table import CardTable

        return CardTable(self.cache.connection)

    def standing(self, card: str) -> "Standing | None":
        """How a card stands; of what was recorded for later, only what concerns it is folded."""
        from quizzer.store.card_table import CardTable

        if self._waiting and any(event.card == card for event in self._waiting.events):
            self.settle()
        return CardTable(self._cache.connection).standing(card)

    def note(self, deck: str, note: str) -> str | None:
        """The text of a note as its deck has it, which nothing that is recorded changes; None: it has no such note."""
        return self._cache.note(deck, note)

    @property
    def adoptions(self) -> "AdoptionTable":
        """The adoptions of the cache, wherever that is by now."""
        from quizzer.store.adoption_table import AdoptionTable

        return AdoptionTable(self.cache.connection)

    def history(self, card: str) -> "list[Event]":
        """What happened to a card and to those it has adopted, in fold order, without what was taken back."""
        events = self.log.of_cards(self.adoptions.kin(card))
        voided = self.cache.voided(event.id for event in events)
        return sorted((event for event in events if event.id not in voided), key=lambda event: event.order)

    def record(
        self,
        facts: "Sequence[tuple[Fact, str]]",
        built_on: int | None = None,
        later: bool = False,
        tell: Tell | None = None,
    ) -> "list[Event]":
        """Write facts, each with the id its event will have, in one durable transaction.

        Args:
            facts: what happened.
            built_on: the newest row of the log that the person had before them; None: the newest that is known.
            later: leave the fold for `settle`, or for whoever asks for the cache first; facts that are about no card
                are folded at once all the same.
            tell: hears of the fold, where many cards are concerned.

        Raises:
            ProgressMoved: something newer stands in the log; nothing was recorded. What that is has been taken in,
                where the caller names no row: the same may be tried again.
            DiskRefused: nothing was recorded.
        """
        from quizzer.core.stamp import stamped_all

        self.settle()
        moment = self.clock.moment()
        known, newest = self._newest
        if known != self.row:
            newest = self.log.newest_at(self.log.device)
        latest = moment.at + TOLERANCE
        before = newest if newest <= latest else self.log.newest_at(self.log.device, until=latest)
        events = stamped_all(facts, moment, self.log.device, before)
        try:
            row = self.log.append(events, self.row if built_on is None else built_on)
        except ProgressMoved:
            if built_on is None:
                self.catch_up(tell)
            raise
        self._newest = (row, max([newest, *(event.at for event in events)]))
        self._waiting = _Recorded(events, self.row, row)
        self.row = row
        if not later or not all(event.card for event in events):
            self.settle(tell)
        return events

    def settle(self, tell: Tell | None = None) -> None:
        """Fold what was recorded and still waits for it.

        Raises:
            DiskRefused: the log cannot be read, where another quizzer came between; it waits on.
        """
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            try:
                self._cache.written(lambda: self._fold_recorded(waiting, tell))
            except DiskRefused:
                self._waiting = waiting
                raise

    def throw(self, purpose: str) -> str:
        """A new id for an event."""
        return self.clock.throw(f"{purpose} {self.row}")

    def catch_up(self, tell: Tell | None = None) -> bool:
        """Fold what the log holds beyond the cache; whether there was anything."""
        self.settle()
        level = self._is_level_with(self.log.last_row()) and self._is_level_with(self.row)
        if level and not self._is_mended():
            return False
        self._cache.written(lambda: self._fold_since(tell))
        return True

    @property
    def damaged(self) -> list[int]:
        """The rows of the log that do not count: those the fold left out, and those met since."""
        return sorted({*left_out(self._cache), *self.log.damaged})

    def _is_mended(self) -> bool:
        """Whether a row is sound that the fold left out: it must be folded in its place."""
        rows = left_out(self._cache)
        return bool(rows) and bool(self.log.of_rows(rows))

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
        return self._cache.get("folded") == str(row) and self._cache.get("database") == self.log.database_id

    def _fold_recorded(self, recorded: _Recorded, tell: Tell | None) -> None:
        if self._is_level_with(recorded.before):
            self._fold(recorded.events, recorded.row, tell)
        else:  # another quizzer was quick to fold what we have just written
            self._fold_since(tell)

    def _fold_since(self, tell: Tell | None = None) -> None:
        """Fold whatever the cache lacks, whoever folded last."""
        folded = int(self._cache.get("folded") or 0)
        last = self.log.last_row()  # before reading: the newest row may be damaged, and read as none
        other = self._cache.get("database") != self.log.database_id
        if not folded or last < folded or other or self._is_mended():
            self._fold(None, last, tell)
        else:
            self.timeline = Timeline(self._cache.settings())
            rows = self.log.since(folded)
            self._fold([event for _, event in rows], max([last, *(row for row, _ in rows)]), tell)

    def _fold(self, events: "Sequence[Event] | None", row: int, tell: Tell | None = None) -> None:
        """Fold these events, or None for the whole log anew."""
        from quizzer.collection.folding import Folding

        folding = Folding(self.log, self._cache, self.timeline)
        if events is None:
            row = folding.afresh(tell)
        else:
            folding.apply(events, row, tell)
        leave_out(self._cache, self.log.damaged if events is None else self.damaged)
        self.timeline = folding.timeline
        self.row = row
        self._cache.put("folded", str(row))
        self._cache.put("database", self.log.database_id)
