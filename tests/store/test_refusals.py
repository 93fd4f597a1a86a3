"""What SQLite refuses is said in one sentence: what, where, what is still true, what to do."""

import sqlite3

import pytest

from quizzer.errors import DiskRefused, ProgressUnreadable, QuizzerError
from quizzer.store.refusals import damaged_sentence, translated

TABLE: list[tuple[str, type[QuizzerError], str]] = [
    ("SQLITE_FULL", DiskRefused, "full"),
    ("SQLITE_BUSY", DiskRefused, "locked"),
    ("SQLITE_BUSY_SNAPSHOT", DiskRefused, "locked"),
    ("SQLITE_READONLY", DiskRefused, "read-only"),
    ("SQLITE_READONLY_DIRECTORY", DiskRefused, "read-only"),
    ("SQLITE_READONLY_DBMOVED", DiskRefused, "moved or deleted"),
    ("SQLITE_CANTOPEN", DiskRefused, "cannot be opened"),
    ("SQLITE_CANTOPEN_ISDIR", DiskRefused, "cannot be opened"),
    ("SQLITE_IOERR_WRITE", DiskRefused, "The disk failed"),
    ("SQLITE_IOERR_FSYNC", DiskRefused, "The disk failed"),
    ("SQLITE_NOTADB", ProgressUnreadable, "not a quizzer file"),
    ("SQLITE_CORRUPT", ProgressUnreadable, "damaged"),
    ("SQLITE_CORRUPT_INDEX", ProgressUnreadable, "damaged"),
]


def refused(name: str, message: str = "SQLite's own words") -> sqlite3.Error:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(("name", "kind", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_each_refusal_has_its_sentence(name: str, kind: type[QuizzerError], words: str) -> None:
    with pytest.raises(kind) as caught, translated("/home/ada/{progress}.sqlite"):
        raise refused(name)
    sentence = str(caught.value)
    assert words in sentence
    assert "/home/ada/{progress}.sqlite" in sentence
    assert "nothing was recorded" in sentence or "Nothing was changed" in sentence
    assert sentence.endswith(".")
    assert "SQLite" not in sentence
    assert isinstance(caught.value.__cause__, sqlite3.Error)


@pytest.mark.parametrize(
    "message",
    ["no such table: events", "no such column: zone", "table events has no column named zone"],
)
def test_a_schema_that_lost_its_columns_is_damage(message: str) -> None:
    with pytest.raises(ProgressUnreadable, match="damaged"), translated("p"):
        raise refused("SQLITE_ERROR", message)


def test_an_unreadable_message_is_damage() -> None:
    """SQLite quotes a damaged schema, byte by byte, in the error that reports it."""
    with pytest.raises(ProgressUnreadable) as caught, translated("p"):
        b"malformed \xe4".decode()
    assert str(caught.value) == damaged_sentence("p")


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE"])
def test_mistakes_of_the_program_pass_as_they_are(name: str) -> None:
    with pytest.raises(sqlite3.Error, match="own words"), translated("p"):
        raise refused(name)


def test_an_error_without_a_name_passes_as_it_is() -> None:
    with pytest.raises(sqlite3.ProgrammingError), translated("p"):
        raise sqlite3.ProgrammingError("closed")


def test_what_goes_well_is_left_alone() -> None:
    with translated("p"):
        pass
