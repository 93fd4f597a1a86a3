"""cache.sqlite: decks as they were read and the log as it was folded. Never the truth, never wrong, never missed.

It rests in write-ahead mode with synchronous=NORMAL: a loss of power may lose its newest transactions, after which
it is merely behind the log and catches up. A cache that cannot be opened is thrown away; where none can be written,
it lives in memory.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizzer.core.options import Setting
from quizzer.errors import CacheRefused
from quizzer.store.cache_files import remove_cache
from quizzer.store.migrations import statements, writing

if TYPE_CHECKING:
    from quizzer.store.cache_reader import CacheReader

_SCHEMA = os.path.join(os.path.dirname(__file__), "cache.sql")
MEMORY = ":memory:"
PATIENCE = 5.0
"""Seconds to wait for another quizzer that writes."""
_FOLDED = ("settings", "voided", "replaced", "adoptions", "heirs", "quiz_events", "days")
_TALLIED = ("day_tallies", "hour_tallies", "promises")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_REFUSALS = (*_BUSY, "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")


class FileRow(NamedTuple):
    """A deck file as it was when it was read."""

    path: str
    mtime_ns: int
    size: int
    inode: int
    deck: str | None
    bundled: bool
    problems: str
    """JSON."""

    @property
    def stamp(self) -> tuple[int, int, int]:
        """What changes when the file does."""
        return (self.mtime_ns, self.size, self.inode)


class DeckEntry(NamedTuple):
    """A deck in use."""

    id: str
    path: str
    title: str
    about: str
    """JSON: languages, sources."""
    cards: int
    left_out: int
    note: str = ""
    drafts: int = 0
    """Notes that wait to be accepted by a person."""
    study: str = ""
    """JSON: the options that the author suggests; empty where there are none."""


class Cache:
    """An open cache. `identity` names what its content follows from besides decks and log: versions of programs."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path
        """Where it rests; `:memory:` where nothing can be written."""
        self.refusal = ""
        """Why it has left the disk since it was opened, if it has."""
        self._file = _file_at(path)

    @classmethod
    def open(cls, path: str, identity: str) -> "Cache":
        """The cache at a path, empty where there was none, or none of this identity."""
        for attempt in (path, path, MEMORY):
            try:
                return cls(_opened(attempt, identity), attempt)
            except (sqlite3.Error, OSError) as error:
                if not _is(error, _BUSY):  # another quizzer that writes will have done; its cache is a good one
                    remove_cache(attempt)
        raise AssertionError("a cache in memory always opens")  # pragma: no cover

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def written(self, change: Callable[[], None]) -> None:
        """Make a change in one transaction; where the disk refuses it, in memory, where the cache stays from then on.

        `change` is then called a second time, on another `connection`.

        Raises:
            sqlite3.Error: the cache is damaged, or the change is wrong.
        """
        try:
            with self.writing():
                change()
        except CacheRefused as refused:
            self._leave_the_disk(str(refused))
            with self.writing():
                change()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing. Others who write wait.

        Raises:
            CacheRefused: the disk is full, read-only or locked.
            sqlite3.Error: the cache is damaged, or what is written is wrong.
        """
        try:
            with writing(self.connection):
                yield
        except sqlite3.OperationalError as error:
            if not _is(error, _REFUSALS):
                raise
            why = "another quizzer is writing it" if _is(error, _BUSY) else str(error)
            raise CacheRefused(f"The cache {self.path} could not be written: {why}.") from error

    def _leave_the_disk(self, why: str) -> None:
        memory = sqlite3.connect(MEMORY, isolation_level=None)
        memory.execute("PRAGMA trusted_schema = OFF")
        self.connection.backup(memory)
        self.connection.close()
        self.connection, self.path, self.refusal = memory, MEMORY, why

    def reader(self) -> "CacheReader":
        """What reads the cache in another thread."""
        from quizzer.store.cache_reader import CacheReader

        # A file that was deleted, or made anew by another quizzer, lives on in our connection alone.
        is_there = self.path != MEMORY and _file_at(self.path) == self._file
        return CacheReader(self.path if is_there else None, self.connection)

    def get(self, key: str) -> str:
        """A remembered value, or the empty text."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def put(self, key: str, value: str) -> None:
        """Remember a value."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def forget_log(self) -> None:
        """Drop all that was folded from the log; what was read from decks stays."""
        self.connection.execute("DELETE FROM cards WHERE position IS NULL")
        self.connection.execute(
            "UPDATE cards SET state = 0, step = 0, stability = 0, difficulty = 0, due = 0, last_at = 0, last_day = 0,"
            " reps = 0, lapses = 0, first = '', first_day = -1000000, suspended = 0, buried = -1000000, flag = NULL,"
            " seen = ''"
        )
        for table in (*_FOLDED, *_TALLIED):
            self.connection.execute(f"DELETE FROM {table}")

    def settings(self) -> list[tuple[tuple[int, str, str], Setting]]:
        """The log's options, each with the order of its event."""
        rows = self.connection.execute("SELECT at, device, id, scope, key, value, by_deck FROM settings").fetchall()
        return [
            ((at, device, id), Setting(scope, key, value, bool(by))) for at, device, id, scope, key, value, by in rows
        ]

    def count_suggested(self) -> int:
        """How many of them are what authors suggest."""
        return int(self.connection.execute("SELECT count(*) FROM settings WHERE by_deck").fetchone()[0])

    def put_setting(self, order: tuple[int, str, str], setting: Setting) -> None:
        """Remember an option that was set."""
        self.connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?, ?, ?, ?)", (*order, *setting))

    def drop_settings(self, ids: Iterable[str]) -> None:
        """Forget options whose events were taken back."""
        self.connection.executemany("DELETE FROM settings WHERE id = ?", ((id,) for id in ids))

    def voided(self, ids: Iterable[str]) -> frozenset[str]:
        """Which of these events were taken back."""
        return frozenset(
            id for id in ids if self.connection.execute("SELECT 1 FROM voided WHERE id = ?", (id,)).fetchone()
        )

    def all_voided(self) -> frozenset[str]:
        """Every event that was taken back."""
        return frozenset(id for (id,) in self.connection.execute("SELECT id FROM voided").fetchall())

    def put_voided(self, ids: Iterable[str]) -> None:
        """Remember events that were taken back."""
        self.connection.executemany("INSERT OR IGNORE INTO voided VALUES (?)", ((id,) for id in ids))

    def put_replaced(self, id: str) -> None:
        """Remember a review that another one may stand in the place of."""
        self.connection.execute("INSERT OR IGNORE INTO replaced VALUES (?)", (id,))

    def replaced(self, ids: Iterable[str]) -> frozenset[str]:
        """Which of these events another one may stand in the place of."""
        return frozenset(
            id for id in ids if self.connection.execute("SELECT 1 FROM replaced WHERE id = ?", (id,)).fetchone()
        )

    def days(self, since: int) -> dict[int, tuple[int, int]]:
        """Reviews and the milliseconds they took, by study day, from a day on."""
        rows = self.connection.execute(
            "SELECT day, reviews, took_ms FROM days WHERE day >= ? AND reviews > 0", (since,)
        )
        return {day: (reviews, took) for day, reviews, took in rows.fetchall()}

    def streak(self, day: int) -> int:
        """How many study days in a row had reviews, up to this day or the one before."""
        rows = self.connection.execute("SELECT day FROM days WHERE reviews > 0 AND day <= ? ORDER BY day DESC", (day,))
        length, expected = 0, day
        for (found,) in rows:
            if found == day - 1 and length == 0:
                expected = found
            if found != expected:
                break
            length, expected = length + 1, expected - 1
        rows.close()
        return length

    def add_to_day(self, day: int, sign: int, took_ms: int) -> None:
        """Count a review in its study day, or with sign -1 take it out again; `took_ms` is 0 where nobody knows."""
        self.connection.execute(
            "INSERT INTO days VALUES (?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET reviews = reviews + excluded.reviews,"
            " timed = timed + excluded.timed, took_ms = took_ms + excluded.took_ms",
            (day, sign, sign * (took_ms > 0), sign * took_ms),
        )

    def pace(self, days: int) -> tuple[int, int, int, int, int]:
        """The fields of a `core.pace.Pace`, of the last days that had any."""
        timed = "SELECT timed, took_ms FROM days WHERE timed > 0 ORDER BY day DESC LIMIT :days"
        given = (
            "SELECT again + hard + good + easy AS answers, new, young + mature AS due FROM day_tallies"
            " WHERE deck = '' ORDER BY day DESC LIMIT :days"
        )
        query = (
            f"SELECT * FROM (SELECT total(timed), total(took_ms) FROM ({timed})),"
            f" (SELECT total(answers), total(new), total(due) FROM ({given}))"
        )
        count, took, answers, new, due = map(int, self.connection.execute(query, {"days": days}).fetchone())
        return count, took, answers, new, due

    def last_day(self) -> int | None:
        """The newest study day with reviews."""
        row = self.connection.execute("SELECT max(day) FROM days WHERE reviews > 0").fetchone()
        return None if row[0] is None else int(row[0])

    def files(self) -> dict[str, FileRow]:
        """The files that were read, by path."""
        rows = self.connection.execute("SELECT path, mtime_ns, size, inode, deck, bundled, problems FROM files")
        found = (
            FileRow(os.fsdecode(path), mtime_ns, size, inode, deck, bool(bundled), problems)
            for path, mtime_ns, size, inode, deck, bundled, problems in rows.fetchall()
        )
        return {row.path: row for row in found}

    def problems(self) -> list[str]:
        """The problems of each file that has some, as JSON, in the order of the files."""
        return [found for (found,) in self.connection.execute("SELECT problems FROM files WHERE problems <> '[]'")]

    def put_file(self, row: FileRow) -> None:
        """Remember what a file held."""
        # Bytes: a name need be no UTF-8.
        self.connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", (os.fsencode(row.path), *row[1:])
        )

    def drop_file(self, path: str) -> None:
        """Forget a file that is no longer there."""
        self.connection.execute("DELETE FROM files WHERE path = ?", (os.fsencode(path),))

    def decks(self) -> list[DeckEntry]:
        """The decks in use, by title."""
        rows = self.connection.execute("SELECT id, path, title, about, cards, left_out, note, drafts, study FROM decks")
        found = (DeckEntry(id, os.fsdecode(path), *rest) for id, path, *rest in rows.fetchall())
        return sorted(found, key=lambda deck: (deck.title.casefold(), deck.id))

    def put_deck(self, deck: DeckEntry) -> None:
        """Remember a deck."""
        self.connection.execute(
            "INSERT OR REPLACE INTO decks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (deck.id, os.fsencode(deck.path), *deck[2:]),
        )

    def drop_deck(self, deck: str) -> None:
        """Forget a deck; its cards are dropped by `CardTable.replace`."""
        self.connection.execute("DELETE FROM decks WHERE id = ?", (deck,))

    def note(self, deck: str, note: str) -> str | None:
        """The JSON of a note, if a deck in use holds it."""
        row = self.connection.execute("SELECT body FROM notes WHERE deck = ? AND id = ?", (deck, note)).fetchone()
        return None if row is None else str(row[0])

    def notes(self, deck: str) -> list[str]:
        """The JSON of all notes of a deck in use."""
        return [body for (body,) in self.connection.execute("SELECT body FROM notes WHERE deck = ?", (deck,))]

    def put_notes(self, deck: str, notes: Iterable[tuple[str, str]]) -> None:
        """Replace the notes of a deck by (id, JSON)."""
        self.connection.execute("DELETE FROM notes WHERE deck = ?", (deck,))
        self.connection.executemany("INSERT INTO notes VALUES (?, ?, ?)", ((deck, *note) for note in notes))


def _opened(path: str, identity: str) -> sqlite3.Connection:
    if path != MEMORY:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA trusted_schema = OFF")
        if not _has_tables(connection):
            _make(connection, identity)
        _require(connection, identity)
    except BaseException:
        connection.close()
        raise
    return connection


def _file_at(path: str) -> tuple[int, int] | None:
    """What tells the file at a path from one that is made there later; None: there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return (stat.st_dev, stat.st_ino)


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone())


def _make(connection: sqlite3.Connection, identity: str) -> None:
    with open(_SCHEMA, encoding="utf-8") as schema:
        script = schema.read()
    with writing(connection):
        if _has_tables(connection):  # another quizzer was first
            return
        for statement in statements(script):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('identity', ?)", (identity,))


def _require(connection: sqlite3.Connection, identity: str) -> None:
    found = connection.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone()
    if not found or found[0] != identity:
        raise sqlite3.DatabaseError("made by another version")


def _is(error: Exception, names: tuple[str, ...]) -> bool:
    """Whether SQLite gives an error one of these names, or a longer one."""
    return getattr(error, "sqlite_errorname", "").startswith(names)
