"""SQLite's errors, said as ours: what happened, what is still true, and what to do.

Whatever SQLite refuses, it has taken back by itself or will when the file is next opened.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from quizzer.errors import DiskRefused, ProgressUnreadable, QuizzerError

_REMEDY = "Nothing was changed: put back a copy of it, or move it away to begin afresh."
_DAMAGED = "{} is damaged. " + _REMEDY

_MISSING = ("no such table", "no such column", "has no column")

# By SQLite's extended names (sqlite.org/rescode.html); the first that begins the name counts.
_SENTENCES: tuple[tuple[str, type[QuizzerError], str], ...] = (
    (
        "SQLITE_FULL",
        DiskRefused,
        "The disk is full: {} could not be written and nothing was recorded. Free some space and try again.",
    ),
    (
        "SQLITE_BUSY",
        DiskRefused,
        "Another program keeps {} locked: nothing was recorded. Try again when it is done.",
    ),
    (
        "SQLITE_READONLY_DBMOVED",
        DiskRefused,
        "{} was moved or deleted while in use: nothing was recorded. Put it back, or start quizzer again.",
    ),
    (
        "SQLITE_READONLY",
        DiskRefused,
        "{} or its folder is read-only: nothing was recorded. "
        "Make both writable, or choose another folder with --home.",
    ),
    (
        "SQLITE_CANTOPEN",
        DiskRefused,
        "{} cannot be opened: nothing was recorded. "
        "See that you may read and write it and its folder, or choose another folder with --home.",
    ),
    (
        "SQLITE_IOERR",
        DiskRefused,
        "The disk failed at {}: nothing was recorded. See that it has space and is in order, and try again.",
    ),
    (
        "SQLITE_NOTADB",
        ProgressUnreadable,
        "{} is not a quizzer file, or its beginning is damaged. " + _REMEDY,
    ),
    (
        "SQLITE_CORRUPT",
        ProgressUnreadable,
        _DAMAGED,
    ),
)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """SQLite's refusals inside, said as ours; mistakes of the program pass as they are.

    Raises: DiskRefused, ProgressUnreadable.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # a message that quotes a damaged schema
        raise ProgressUnreadable(damaged_sentence(path)) from error
    except sqlite3.Error as error:
        refusal = refusal_for(error, path)
        if refusal is None:
            raise
        raise refusal from error


def damaged_sentence(path: str) -> str:
    """What a person is told of a file that is damaged."""
    return _DAMAGED.replace("{}", path)


def refusal_for(error: BaseException, path: str) -> QuizzerError | None:
    """Our error for one of SQLite's, or none where it is something else or a mistake of the program."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and any(words in str(error) for words in _MISSING):
        name = "SQLITE_CORRUPT"  # the queries fit our schema, so it is the file's that is broken
    for prefix, ours, sentence in _SENTENCES:
        if name.startswith(prefix):
            return ours(sentence.replace("{}", path))
    return None
