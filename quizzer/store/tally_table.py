"""The cache's tallies of reviews: what the scores are drawn from, whatever the length of the log."""

import sqlite3
from collections.abc import Sequence

from quizzer.core.options import ALL
from quizzer.core.stats.correction import Group
from quizzer.core.stats.sight import MILLION, stability_of
from quizzer.core.stats.tally import DayTally, HourTally, Promise, Tallies

Row = tuple[str | int, ...]
TABLES = ("day_tallies", "hour_tallies", "promises")
_SUMS = ", ".join(f"sum({field})" for field in Promise._fields)
_DAYS, _HOURS, _PROMISES = DayTally._fields, HourTally._fields, Promise._fields


class TallyTable:
    """The tallies of a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, tallies: Tallies) -> None:
        """Add tallies to those that are kept; what comes to nothing is not kept."""
        days: list[Row] = [(*key, *tally) for key, tally in tallies.days.items()]
        hours: list[Row] = [(*key, *tally) for key, tally in tallies.hours.items()]
        promises: list[Row] = [(*key, *promise) for key, promise in tallies.promises.items()]
        self._add("day_tallies", ("deck", "day"), _DAYS, days)
        self._add("hour_tallies", ("deck", "week", "hour"), _HOURS, hours)
        self._add("promises", ("deck", "hundredth", "wait", "nth", "lapses", "strength"), _PROMISES, promises)

    def _add(self, table: str, key: Sequence[str], fields: Sequence[str], rows: Sequence[Row]) -> None:
        sums = ", ".join(f"{field} = {field} + excluded.{field}" for field in fields)
        self._connection.executemany(
            f"INSERT INTO {table} VALUES ({', '.join('?' * (len(key) + len(fields)))})"
            f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sums}",
            rows,
        )
        place = " AND ".join(f"{name} = ?" for name in key)
        nothing = " AND ".join(f"{field} = 0" for field in fields)
        self._connection.executemany(
            f"DELETE FROM {table} WHERE {place} AND {nothing}", (row[: len(key)] for row in rows)
        )

    def days(self, deck: str = ALL, since: int = -(10**9)) -> dict[int, DayTally]:
        """The days of a deck from a study day on, in their order; "" is all decks."""
        rows = self._connection.execute(
            f"SELECT day, {', '.join(_DAYS)} FROM day_tallies WHERE deck = ? AND day >= ? ORDER BY day", (deck, since)
        )
        return {day: DayTally._make(rest) for day, *rest in rows.fetchall()}

    def decks(self, since: int = -(10**9)) -> dict[str, DayTally]:
        """What each deck's days from a study day on come to."""
        sums = ", ".join(f"sum({field})" for field in _DAYS)
        rows = self._connection.execute(
            f"SELECT deck, {sums} FROM day_tallies WHERE deck <> '' AND day >= ? GROUP BY deck", (since,)
        )
        return {deck: DayTally._make(rest) for deck, *rest in rows.fetchall()}

    def hours(self, deck: str = ALL, since: int = -(10**9)) -> dict[int, HourTally]:
        """What each hour of a deck's weeks from a Monday on comes to."""
        sums = ", ".join(f"sum({field})" for field in _HOURS)
        rows = self._connection.execute(
            f"SELECT hour, {sums} FROM hour_tallies WHERE deck = ? AND week >= ? GROUP BY hour", (deck, since)
        )
        return {hour: HourTally._make(rest) for hour, *rest in rows.fetchall()}

    def promises(self, deck: str = ALL) -> dict[tuple[int, int, int, int], Promise]:
        """What was promised of a deck's cards and what came of it, by hundredth and the bins of RMSE(bins)."""
        rows = self._connection.execute(
            f"SELECT hundredth, wait, nth, lapses, {_SUMS} FROM promises WHERE deck = ? GROUP BY 1, 2, 3, 4", (deck,)
        )
        return {(p, wait, nth, lapses): Promise._make(rest) for p, wait, nth, lapses, *rest in rows.fetchall()}

    def groups(self, deck: str = ALL) -> list[Group]:
        """The cards of a deck that were tested, as a correction is learnt from them."""
        rows = self._connection.execute(
            f"SELECT strength, lapses > 0, {_SUMS} FROM promises WHERE deck = ?"
            " GROUP BY hundredth, strength, lapses > 0",
            (deck,),
        )
        return [
            Group(promised / tested / MILLION, stability_of(strength), bool(lapsed), tested, right)
            for strength, lapsed, tested, right, promised in rows.fetchall()
        ]
