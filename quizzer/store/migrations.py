"""Numbered migrations: each applied once, in one transaction with its record.

The newest one's number stands in the file's header (`user_version`), all of them in the table `migrations`.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Family(NamedTuple):
    """A sort of file: the mark in its header, and the folder of its migrations."""

    application_id: int
    """The mark, a signed 32-bit number."""
    folder: str
    """Holds `001_….sql`, `002_….sql` and so on, without a gap."""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One durable transaction: all that is done inside, or, if anything is raised, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back by itself
            connection.execute("ROLLBACK")
        raise


def scripts(family: Family) -> list[str]:
    """The names of the migrations, first to last."""
    return sorted(name for name in os.listdir(family.folder) if name.endswith(".sql"))


def migrate(connection: sqlite3.Connection, family: Family, version: int) -> None:
    """Apply what is missing to a file of that version."""
    for number, name in enumerate(scripts(family), start=1):
        if number > version:
            _apply(connection, family, number, name)


def _apply(connection: sqlite3.Connection, family: Family, number: int, name: str) -> None:
    """Apply one migration with its record, unless another quizzer was first."""
    with open(os.path.join(family.folder, name), encoding="utf-8") as file:
        script = file.read()
    with writing(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            return
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"
        )
        for statement in statements(script):
            connection.execute(statement)
        connection.execute("INSERT INTO migrations (number, name) VALUES (?, ?)", (number, name))
        connection.execute(f"PRAGMA application_id = {family.application_id}")
        connection.execute(f"PRAGMA user_version = {number}")


def statements(script: str) -> Iterator[str]:
    """The statements one by one; each ends at the end of a line. (`executescript` would commit first.)"""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    yield statement
