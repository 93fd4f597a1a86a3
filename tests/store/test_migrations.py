"""A progress file of any earlier quizzer is brought to the present schema, whole or not at all."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizzer.core.event import Event
from quizzer.store.log import PROGRESS, Log
from quizzer.store.migrations import Family, migrate, scripts, writing
from tests.store.builders import entropy, event

FILLED = Path(__file__).parent / "filled"
VERSIONS = range(1, len(scripts(PROGRESS)) + 1)

LEFT_BEHIND: list[Event] = [
    event(1),
    event(2, kind="option_set", card="", data={"scope": "", "key": "new_per_day", "value": "30"}),
    event(
        3,
        kind="from_a_later_quizzer",
        zone="",
        card="日本/漢字#r",
        data={"text": "it's “so”", "nested": {"a": [1, 2.5, None, True]}},
    ),
]
"""What `filled/*.sql` holds, as it reads in the present schema."""


def file_of(version: int, path: Path, filled: bool) -> None:
    """A progress file as a quizzer of that schema left it."""
    folder = path.parent / f"schema-{version}"
    folder.mkdir()
    for name in scripts(PROGRESS)[:version]:
        shutil.copy(Path(PROGRESS.folder, name), folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, Family(PROGRESS.application_id, str(folder)), 0)
        if filled:
            connection.executescript((FILLED / f"{version:03}.sql").read_text(encoding="utf-8"))


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [name[:4] for name in scripts(PROGRESS)] == [f"{number:03}_" for number in VERSIONS]
    assert sorted(path.name for path in FILLED.iterdir()) == [f"{number:03}.sql" for number in VERSIONS]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_empty_file_of_every_schema_becomes_as_a_new_one(version: int, tmp_path: Path) -> None:
    file_of(version, tmp_path / "old.sqlite", filled=False)
    for name in ("old.sqlite", "new.sqlite"):
        with Log.open(str(tmp_path / name), entropy) as log:
            assert log.count() == 0
            assert log.append([event(1)], 0) == 1
    assert schema_of(tmp_path / "old.sqlite") == schema_of(tmp_path / "new.sqlite")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("peek", [False, True], ids=["open", "peek"])
def test_a_filled_file_of_every_schema_keeps_every_event(version: int, peek: bool, tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    file_of(version, path, filled=True)
    with Log.peek(str(path)) if peek else Log.open(str(path), entropy) as log:
        assert log.since(0) == list(enumerate(LEFT_BEHIND, start=1))
        assert log.damaged == []
        assert log.database_id == "00112233445566778899aabbccddeeff"
        assert log.device == "d" * 32


def test_every_migration_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    Log.open(str(path), entropy).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM migrations").fetchall() == list(enumerate(scripts(PROGRESS), start=1))
        assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts(PROGRESS)),)
        assert connection.execute("PRAGMA application_id").fetchone() == (PROGRESS.application_id,)
    assert PROGRESS.application_id.to_bytes(4, "big") == b"quiz"


@pytest.fixture
def family(tmp_path: Path) -> Family:
    """Two migrations: the first makes a table, the second a column, and fills it."""
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "001_words.sql").write_text(
        "-- a remark; with a semicolon\nCREATE TABLE words (word TEXT);\n"
        "CREATE TRIGGER short BEFORE INSERT ON words WHEN length(new.word) > 9\n"
        "BEGIN\n    SELECT raise(ABORT, 'too; long');\nEND;\nINSERT INTO words VALUES ('one');\n",
        encoding="utf-8",
    )
    (folder / "002_lengths.sql").write_text(
        "ALTER TABLE words ADD COLUMN length INTEGER;\nUPDATE words SET length = length(word);\n"
        "SELECT strike();\n-- a last remark",
        encoding="utf-8",
    )
    return Family(7, str(folder))


@pytest.fixture
def connection(tmp_path: Path, family: Family) -> Iterator[sqlite3.Connection]:
    """A file of the first schema."""
    with closing(sqlite3.connect(tmp_path / "words.sqlite", isolation_level=None)) as connection:
        first = tmp_path / "one"
        first.mkdir()
        shutil.copy(Path(family.folder, "001_words.sql"), first)
        migrate(connection, Family(7, str(first)), 0)
        yield connection


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_what_is_missing_is_applied_in_order(connection: sqlite3.Connection, family: Family) -> None:
    connection.create_function("strike", 0, lambda: None)
    migrate(connection, family, 1)
    assert connection.execute("SELECT * FROM words").fetchall() == [("one", 3)]
    assert connection.execute("SELECT number FROM migrations").fetchall() == [(1,), (2,)]
    assert version_of(connection) == 2


def test_a_migration_that_fails_leaves_nothing_behind(connection: sqlite3.Connection, family: Family) -> None:
    with pytest.raises(sqlite3.OperationalError, match="strike"):
        migrate(connection, family, 1)
    assert connection.execute("SELECT * FROM words").fetchall() == [("one",)]
    assert version_of(connection) == 1
    assert not connection.in_transaction


KILLED = """
import os, signal, sqlite3, sys
from quizzer.store.migrations import Family, migrate
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.create_function("strike", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
migrate(connection, Family(7, sys.argv[2]), 1)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_a_migration_killed_half_way_starts_again(
    connection: sqlite3.Connection, family: Family, tmp_path: Path
) -> None:
    connection.close()
    path = str(tmp_path / "words.sqlite")
    child = subprocess.run([sys.executable, "-c", KILLED, path, family.folder], check=False)
    assert child.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(path, isolation_level=None)) as again:
        assert version_of(again) == 1
        assert again.execute("SELECT * FROM words").fetchall() == [("one",)]
        again.create_function("strike", 0, lambda: None)
        migrate(again, family, 1)
        assert again.execute("SELECT * FROM words").fetchall() == [("one", 3)]


def test_a_migration_that_another_quizzer_did_meanwhile_is_not_done_again(
    connection: sqlite3.Connection, family: Family
) -> None:
    connection.create_function("strike", 0, lambda: None)
    migrate(connection, family, 1)
    migrate(connection, family, 1)
    assert version_of(connection) == 2


def interrupted(connection: sqlite3.Connection) -> None:
    with writing(connection):
        connection.execute("INSERT INTO words VALUES ('two')")
        raise KeyboardInterrupt


def test_a_transaction_is_whole_or_nothing(connection: sqlite3.Connection) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(connection)
    assert connection.execute("SELECT count(*) FROM words").fetchone() == (1,)
    with writing(connection):
        connection.execute("INSERT INTO words VALUES ('two')")
    assert connection.execute("SELECT count(*) FROM words").fetchone() == (2,)
