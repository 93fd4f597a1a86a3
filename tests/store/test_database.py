"""A file is asked whose it is before it is touched."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizzer.errors import DiskRefused, ProgressTooNew, ProgressUnreadable, QuizzerError
from quizzer.store import database
from quizzer.store.database import close_database, fetched, open_database, open_to_read, require_sqlite
from quizzer.store.log import PROGRESS
from quizzer.store.migrations import Family

Opener = Callable[[str, Family], sqlite3.Connection]


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "progress.sqlite")


def test_missing_folders_are_made_for_this_person_only(tmp_path: Path) -> None:
    path = tmp_path / "share" / "quizzer" / "progress.sqlite"
    open_database(str(path), PROGRESS).close()
    assert path.exists()
    if os.name != "nt":
        assert [stat.S_IMODE(folder.stat().st_mode) for folder in list(path.parents)[:2]] == [0o700, 0o700]


def test_a_file_in_the_current_folder_needs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    close_database(open_database("p.sqlite", PROGRESS))
    assert [file.name for file in tmp_path.iterdir()] == ["p.sqlite"], "one file and nothing beside it"


def test_commits_are_durable_and_nothing_read_is_trusted(path: str) -> None:
    with closing(open_database(path, PROGRESS)) as connection:
        assert pragma(connection, "journal_mode") == "truncate"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "trusted_schema") == 0
        assert pragma(connection, "cell_size_check") == 1
        assert pragma(connection, "busy_timeout") == 5000
        assert connection.isolation_level is None


def test_write_ahead_mode_is_left_again(path: str) -> None:
    """Some tool may have switched it on; then one file would no longer be all of it."""
    open_database(path, PROGRESS).close()
    with closing(sqlite3.connect(path)) as connection:
        assert pragma(connection, "journal_mode = WAL") == "wal"
    with closing(open_database(path, PROGRESS)) as connection:
        assert pragma(connection, "journal_mode") == "truncate"


def test_a_missing_file_reads_as_an_empty_one_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "progress.sqlite"
    with closing(open_to_read(str(path), PROGRESS)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (0,)
    assert not list(tmp_path.iterdir())


def test_a_file_in_place_of_the_folder_is_no_progress_to_read(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    open_to_read(str(tmp_path / "data" / "progress.sqlite"), PROGRESS).close()


def test_an_empty_file_is_a_new_one(tmp_path: Path, path: str) -> None:
    Path(path).touch()
    with closing(open_database(path, PROGRESS)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (0,)


@pytest.mark.parametrize("opened", [open_database, open_to_read])
@pytest.mark.parametrize(
    "script",
    ["CREATE TABLE notes (text);", "PRAGMA application_id = 5;", "PRAGMA user_version = 1;"],
    ids=["tables", "mark", "version"],
)
def test_another_programs_file_is_refused_and_left_alone(script: str, opened: Opener, path: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    before = Path(path).read_bytes()
    with pytest.raises(ProgressUnreadable, match="another program"):
        opened(path, PROGRESS)
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("opened", [open_database, open_to_read])
def test_a_later_quizzers_file_is_refused_and_left_alone(opened: Opener, path: str) -> None:
    open_database(path, PROGRESS).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = Path(path).read_bytes()
    with pytest.raises(ProgressTooNew, match=r"schema 99.*update quizzer"):
        opened(path, PROGRESS)
    assert Path(path).read_bytes() == before


def test_a_folder_in_place_of_the_file_is_refused(path: str) -> None:
    Path(path).mkdir()
    with pytest.raises(DiskRefused, match="cannot be opened"):
        open_database(path, PROGRESS)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DiskRefused, match=r"data cannot be made .*nothing was recorded"):
        open_database(str(tmp_path / "data" / "progress.sqlite"), PROGRESS)


def test_a_folder_that_another_quizzer_makes_meanwhile_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the making, another process may be first."""
    make = os.mkdir

    def late(folder: str, mode: int) -> None:
        make(folder, mode)
        make(folder, mode)

    monkeypatch.setattr(os, "mkdir", late)
    open_database(str(tmp_path / "data" / "progress.sqlite"), PROGRESS).close()


def test_a_locked_file_is_waited_for_and_then_said_to_be_locked(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path, PROGRESS).close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DiskRefused, match="locked"):
            open_database(path, PROGRESS)
        with pytest.raises(DiskRefused, match="locked"):
            open_to_read(path, PROGRESS)


def test_bytes_that_are_no_utf8_come_as_lone_surrogates() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        query = "SELECT CAST(x'41ff' AS TEXT), ?"
        assert fetched(connection, query, "ü") == [("A\udcff", "ü")]


def test_a_query_that_is_wrong_stays_wrong() -> None:
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.OperationalError):
        fetched(connection, "SELECT nothing")


def test_an_old_sqlite_is_named() -> None:
    with pytest.raises(QuizzerError, match=r"SQLite 3\.37 or newer and this Python brings 3\.34\.1"):
        require_sqlite((3, 34, 1))
    require_sqlite()
