"""The log: an append-only table of events, durable before `append` returns.

Times are UTC milliseconds since 1970. Rows are numbered by arrival; the fold's order is another
(`Event.order`). Whatever is read is checked against the hash of its row: one that fails is left out and
named in `damaged`. Rows are numbered without a gap, so that a lost one is missed.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from quizzer.errors import ProgressMoved, ProgressUnreadable
from quizzer.store.database import close_database, fetched, open_database, open_to_read
from quizzer.store.migrations import Family, writing
from quizzer.store.refusals import damaged_sentence, translated

if TYPE_CHECKING:
    from quizzer.core.event import Event

PROGRESS = Family(0x7175697A, os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema"))
"""Marked with the letters `quiz`."""

_COLUMNS = 'id, device, at, "offset", zone, kind, card, data'
_SELECT = f'SELECT row, {_COLUMNS}, "check" FROM events'
_INSERT = f'INSERT INTO events (row, {_COLUMNS}, "check") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
_ID_BYTES = 16
_PARAMETERS = 500
_CHUNK = 10_000


class Log:
    """The events of one progress file."""

    def __init__(self, connection: sqlite3.Connection, path: str, identity: dict[str, str], refusal: str = "") -> None:
        self._connection = connection
        self._damaged: set[int] = set()
        self.path = path
        self.refusal = refusal
        """Why it can only be read, in a sentence; empty where it can be appended to."""
        self.database_id = identity.get("database", "")
        """128 random bits in hexadecimal, made with the file; empty while there is none."""
        self.device = identity.get("device", "")
        """128 random bits in hexadecimal: who writes into this file."""

    @classmethod
    def open(cls, path: str, entropy: Callable[[int], bytes]) -> Self:
        """The log to read and append to, made with its folders if missing.

        `entropy(n)` gives n random bytes, for the ids of a new file.

        Raises: DiskRefused, ProgressUnreadable, ProgressTooNew.
        """
        connection = open_database(path, PROGRESS)
        return cls(connection, path, _identity(connection, path, entropy))

    @classmethod
    def peek(cls, path: str, refusal: str = "") -> Self:
        """The log to read only: nothing is made, a missing file is an empty log, `append` is refused.

        `refusal` is why it is not opened to append.

        Raises: DiskRefused, ProgressUnreadable, ProgressTooNew.
        """
        connection = open_to_read(path, PROGRESS)
        return cls(connection, path, _identity(connection, path, None), refusal)

    def close(self) -> None:
        """Let go of the file."""
        close_database(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def damaged(self) -> list[int]:
        """The rows met so far whose check failed, or that were not where they should be."""
        return sorted(self._damaged)

    def append(self, events: "Sequence[Event]", built_on: int | None) -> int:
        """The newest row after these were added, all of them or none, durably on disk.

        `built_on` is the newest row the caller knows; None adds whatever stands there.

        Raises: ProgressMoved when a newer row stands there; DiskRefused.
        """
        from quizzer.store.event_rows import row_of

        rows = [row_of(event) for event in events]
        with translated(self.path), writing(self._connection):
            newest = self._newest_row()
            if built_on is not None and newest != built_on:
                raise ProgressMoved(
                    "Something was recorded meanwhile, in another quizzer perhaps: "
                    "nothing was recorded here. Look again, then answer."
                )
            self._connection.executemany(_INSERT, ((newest + n, *row) for n, row in enumerate(rows, start=1)))
        return newest + len(rows)

    def last_row(self) -> int:
        """The number of the newest row, 0 in an empty log."""
        with translated(self.path):
            return self._newest_row()

    def count(self) -> int:
        """How many rows there are, damaged ones too."""
        return int(self._fetch("SELECT count(*) FROM events")[0][0])

    def since(self, row: int) -> "list[tuple[int, Event]]":
        """Everything after that row, by arrival, with its row.

        Ask for `last_row` before: this may hold more than that, or less where the newest row is damaged.
        """
        return [pair for chunk in self.chunks(row) for pair in chunk]

    def chunks(self, row: int = 0, size: int = _CHUNK) -> "Iterator[list[tuple[int, Event]]]":
        """The same in pieces of up to `size` rows, so that progress can be shown; no lock is held between."""
        while rows := self._fetch(f"{_SELECT} WHERE row > ? ORDER BY row LIMIT ?", row, size):
            last = rows[-1][0]
            if last <= row:
                raise ProgressUnreadable(damaged_sentence(self.path))  # else this would go round for ever
            if last != row + len(rows):
                whole = range(row + 1, min(last, row + 2 * size))
                self._damaged.update(set(whole).difference(number for number, *_ in rows))
            yield self._checked(rows)
            row = last

    def recent(self, at: int) -> "list[Event]":
        """All events at an instant (UTC milliseconds) or after it, by arrival."""
        devices = "SELECT DISTINCT device FROM events"
        rows = self._fetch(f"{_SELECT} WHERE device IN ({devices}) AND at >= ? ORDER BY row", at)
        return [event for _, event in self._checked(rows)]

    def of_cards(self, cards: Iterable[str], until: int = 2**63 - 1) -> "list[Event]":
        """All events of these cards up to a row, by arrival."""
        return self._where("card", cards, until)

    def texts_of(self, cards: Iterable[str]) -> "list[Event]":
        """What these cards were seen to ask, by arrival: their `text_seen` events."""
        return self._where("kind = 'text_seen' AND card", cards, 2**63 - 1)

    def of_ids(self, ids: Iterable[str], until: int = 2**63 - 1) -> "list[Event]":
        """The events of these ids up to a row, as far as there are any, by arrival."""
        return self._where("id", ids, until)

    def of_rows(self, rows: Iterable[int]) -> "list[Event]":
        """The events in these rows, as far as they are sound."""
        return self._where("row", rows, 2**63 - 1)

    def back(self, device: str, size: int = 50) -> "Iterator[Event]":
        """The events of a device from the one it recorded last to its first, whatever its clock said."""
        before = 2**63 - 1
        # By row, which `+` says: the index of devices is in the order of their clocks, and would have all sorted.
        while rows := self._fetch(
            f"{_SELECT} WHERE row < ? AND +device = ? ORDER BY row DESC LIMIT ?", before, device, size
        ):
            yield from (event for _, event in self._checked(rows))
            before = rows[-1][0]

    def newest_at(self, device: str, until: int | None = None) -> int:
        """When a device last recorded something, not after `until`; 0 for never."""
        bound = 2**63 - 1 if until is None else until
        rows = self._fetch("SELECT max(at) FROM events WHERE device = ? AND at <= ?", device, bound)
        return rows[0][0] or 0

    def _newest_row(self) -> int:
        row: int | None = self._connection.execute("SELECT max(row) FROM events").fetchone()[0]
        return row or 0

    def _where(self, column: str, values: Iterable[str] | Iterable[int], until: int) -> "list[Event]":
        wanted: list[str | int] = list(dict.fromkeys(values))
        found: list[tuple[int, Event]] = []
        for start in range(0, len(wanted), _PARAMETERS):
            some = wanted[start : start + _PARAMETERS]
            marks = ",".join("?" * len(some))
            found += self._checked(self._fetch(f"{_SELECT} WHERE {column} IN ({marks}) AND row <= ?", *some, until))
        return [event for _, event in sorted(found, key=lambda pair: pair[0])]

    def _fetch(self, query: str, *parameters: str | int) -> list[Any]:
        with translated(self.path):
            return fetched(self._connection, query, *parameters)

    def _checked(self, rows: list[Any]) -> "list[tuple[int, Event]]":
        from quizzer.store.event_rows import event_of

        sound = []
        for number, *fields, check in rows:
            event = event_of(fields, check)
            if event is None:
                self._damaged.add(number)
            else:
                sound.append((number, event))
        return sound


def _identity(connection: sqlite3.Connection, path: str, entropy: Callable[[int], bytes] | None) -> dict[str, str]:
    """The ids of database and device, made now if they are missing and may be."""
    with translated(path):
        known = dict(fetched(connection, "SELECT name, value FROM identity"))
        if entropy is None or known.keys() >= {"database", "device"}:
            return known
        made = [("database", entropy(_ID_BYTES).hex()), ("device", entropy(_ID_BYTES).hex())]
        with writing(connection):
            connection.executemany("INSERT OR IGNORE INTO identity (name, value) VALUES (?, ?)", made)
        return dict(fetched(connection, "SELECT name, value FROM identity"))
