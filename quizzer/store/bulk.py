"""Changing most of a cache at once: what follows from each row is made once, at the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from quizzer.store.cache import Cache


@contextmanager
def written_once(cache: Cache) -> Iterator[None]:
    """A stretch in which a cache grows by much: its pages are not written ahead to a log first, and then once more.

    What breaks off is taken back all the same, by a journal of the few pages there were. Where another quizzer has the
    cache open, it is written as ever; one that opens it meanwhile waits.
    """
    with suppress(sqlite3.OperationalError):
        cache.connection.execute("PRAGMA journal_mode = DELETE")
    try:
        yield
    finally:
        with suppress(sqlite3.OperationalError):
            cache.connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def filling(connection: sqlite3.Connection) -> Iterator[None]:
    """A stretch in which an empty table of cards is filled: its indexes are made once, at the end."""
    indexes = "FROM sqlite_master WHERE type = 'index' AND tbl_name = 'cards' AND sql IS NOT NULL"
    made: list[tuple[str, str]] = []
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM cards)").fetchone()[0]:
        made = connection.execute(f"SELECT name, sql {indexes}").fetchall()
    for name, _ in made:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, statement in made:
        connection.execute(statement)


@contextmanager
def recounting(connection: sqlite3.Connection) -> Iterator[None]:
    """A stretch in which most cards change: what is coming is counted once, at the end."""
    triggers = "FROM sqlite_master WHERE type = 'trigger'"
    made = connection.execute(f"SELECT name, sql {triggers} AND tbl_name = 'cards'").fetchall()
    for name, _ in made:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for table in ("shares", "resting", "coming"):  # in this order: `resting` takes its notes out of `coming`
        connection.execute(f"DELETE FROM {table}")
    connection.execute(
        "INSERT INTO coming SELECT deck, iif(alone, 'card', 'sibling'), comes, count(*) FROM cards"
        " WHERE comes IS NOT NULL GROUP BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO resting SELECT deck, note, min(comes) FROM cards WHERE NOT alone AND comes IS NOT NULL"
        " GROUP BY deck, note"
    )
    for _, statement in made:
        connection.execute(statement)
