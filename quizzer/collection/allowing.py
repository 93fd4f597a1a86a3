"""Allowances: more new cards today, or a backlog spread over some days; recorded like options, and taken back so."""

from collections.abc import Sequence

from quizzer.collection.backlog import Backlog
from quizzer.collection.counting import new_cards
from quizzer.collection.shelf import Shelf
from quizzer.core.allowance import NEW_TODAY, SPREAD, new_today, spread, spread_on
from quizzer.core.event import Did, Fact
from quizzer.core.options import ALL, UNSET
from quizzer.core.quota import Quota

MORE = 10
"""How many more new cards one wish gives."""


class Allowing:
    """What a person may allow themselves, and what comes of it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._day = shelf.day()

    def more_new(self, decks: Sequence[str]) -> int:
        """Allow some more new cards of these decks today; how many more there are now, perhaps none.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        shelf, wanted = self._shelf, tuple(decks) or tuple(self._shelf.decks)
        quota, _ = shelf.quota(self._day)
        before = self._new(quota, wanted)
        gain = min(MORE, sum(self._fresh(quota, wanted).values()) - before)
        if gain <= 0:
            return 0
        done = [(deck, new) for deck, _, new, _ in shelf.ledger.counts.asked(self._day)]
        scopes = [ALL, *(deck for deck in wanted if deck in quota.own and shelf.options(deck).new_per_day)]
        scopes += [deck for deck in decks if deck not in scopes]
        group = shelf.ledger.throw("allowance")
        facts = []
        for scope in scopes:
            introduced = sum(new for deck, new in done if scope in (ALL, deck))
            left = quota.everything.new if scope == ALL else quota.of(scope).new
            value = new_today(introduced + left + gain, self._day)
            data = {"scope": scope, "key": NEW_TODAY, "value": value, "group": group}
            facts.append((Fact(Did.OPTION_SET, "", data), shelf.ledger.throw(f"allowance {scope}")))
        shelf.ledger.record(facts)
        return self._new(shelf.quota(self._day)[0], wanted) - before

    def clear_days(self) -> dict[str, int]:
        """The study day on whose evening the backlog of each deck, and of all (""), is clear; missing where far off."""
        return Backlog(self._shelf).clear_days()

    def spread(self, days: int) -> tuple[int, int]:
        """Spread the backlog over so many days, today among them: reviews a day, and the last study day.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        count, last = Backlog(self._shelf).a_day_for(days), self._day + days - 1
        self._set_spread(spread(count, last))
        return count, last

    def end_spread(self) -> bool:
        """Let the usual limit count again; whether anything was spread.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        if spread_on(self._shelf.ledger.timeline.now(), self._day) is None:
            return False
        self._set_spread(UNSET)
        return True

    def _set_spread(self, value: str) -> None:
        ledger = self._shelf.ledger
        fact = Fact(Did.OPTION_SET, "", {"scope": ALL, "key": SPREAD, "value": value})
        ledger.record([(fact, ledger.throw("allowance"))])

    def _fresh(self, quota: Quota, decks: Sequence[str]) -> dict[str, int]:
        """New cards that there are, by deck, whatever the limits say; no more than could be wished for."""
        most = quota.everything.new + MORE
        found = new_cards(self._shelf, decks, self._day, most)
        never = [deck for deck in decks if not self._shelf.options(deck).new_per_day and len(decks) > 1]
        return {deck: count for deck, count in found.items() if deck not in never}

    def _new(self, quota: Quota, decks: Sequence[str]) -> int:
        """New cards that these decks have today."""
        found = new_cards(self._shelf, decks, self._day, quota.everything.new + MORE)
        return min(quota.everything.new, sum(min(quota.of(deck).new, count) for deck, count in found.items()))
