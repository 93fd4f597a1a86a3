"""Opening SQLite files: whose they are is asked first, then they are brought to this program's schema.

A file is never touched with `open()`: closing it would drop the locks that SQLite holds on it.
"""

import os
import sqlite3
from contextlib import suppress
from functools import partial
from typing import Any

from quizzer.errors import DiskRefused, ProgressTooNew, ProgressUnreadable, QuizzerError
from quizzer.store.migrations import Family, migrate, scripts
from quizzer.store.refusals import translated

BUSY_SECONDS = 5.0
OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""


def open_database(path: str, family: Family) -> sqlite3.Connection:
    """The file, made with its folders if missing.

    Raises: DiskRefused, ProgressUnreadable, ProgressTooNew.
    """
    _make_folder(os.path.dirname(path), path)
    return _ready(path, path, family)


def open_to_read(path: str, family: Family) -> sqlite3.Connection:
    """The file as it stands: nothing is made, and nothing need be writable.

    A missing file reads as an empty one; an older schema is migrated, in memory where the disk refuses.

    Raises: DiskRefused, ProgressUnreadable, ProgressTooNew.
    """
    if _is_missing(path):
        connection = _ready(":memory:", path, family)
    else:
        try:
            connection = _ready(path, path, family)
        except DiskRefused:
            connection = _ready(":memory:", path, family, source=path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def fetched(connection: sqlite3.Connection, query: str, *parameters: str | int) -> list[Any]:
    """All rows at once: a reader that lingers would keep writers waiting.

    Bytes that are no UTF-8 come as lone surrogates, for the reader to judge: they do not stop the reading.
    """
    try:
        return connection.execute(query, parameters).fetchall()
    except sqlite3.OperationalError as error:
        if not str(error).startswith("Could not decode to UTF-8"):
            raise
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")  # takes twice as long
    return connection.execute(query, parameters).fetchall()


def require_sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Nothing, where this Python's SQLite is recent enough.

    Raises: QuizzerError.
    """
    if version < OLDEST_SQLITE:
        needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST_SQLITE, version))
        raise QuizzerError(
            f"quizzer needs SQLite {needed} or newer and this Python brings {found}: install a newer Python."
        )


def _is_missing(path: str) -> bool:
    """Whether nothing is there; what may not be looked at counts as there."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _make_folder(folder: str, path: str) -> None:
    """Make the folder and its missing parents, for this person only."""
    if os.path.isdir(folder or os.curdir):
        return
    _make_folder(os.path.dirname(folder), path)
    try:
        os.mkdir(folder, 0o700)
    except OSError as error:
        if os.path.isdir(folder):  # another quizzer was first
            return
        raise DiskRefused(
            f"The folder {folder} cannot be made ({error.strerror}), so {path} has no place: "
            "nothing was recorded. Choose another folder with --home."
        ) from error


def _ready(where: str, path: str, family: Family, source: str = "") -> sqlite3.Connection:
    """A connection to what is surely ours; `path` is what errors name, `source` is copied first."""
    require_sqlite()
    with translated(path):
        connection = _connected(where)
        try:
            if source:
                _copy(source, connection)
            version = _version(connection, path, family)
            # Truncated, the journal is synced when it ends; unlinked, a power cut within seconds of an answer could
            # bring it back, and the answer would be rolled back with it, were not the folder synced each time too.
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            migrate(connection, family, version)
        except BaseException:
            connection.close()
            raise
    return connection


def close_database(connection: sqlite3.Connection) -> None:
    """Let go of a file, and leave no empty journal beside it unless another quizzer still uses one."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def _connected(where: str) -> sqlite3.Connection:
    """A connection that trusts nothing it reads; nothing is changed yet."""
    connection = sqlite3.connect(where, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _copy(source: str, target: sqlite3.Connection) -> None:
    """Copy a file's content without writing to it."""
    connection = _connected(source)
    try:
        connection.backup(target)
    finally:
        connection.close()


def _version(connection: sqlite3.Connection, path: str, family: Family) -> int:
    """The number of the file's newest migration, 0 for a new file."""
    connection.execute("BEGIN")  # one view: another quizzer may be making the file at this moment
    mark: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.execute("COMMIT")
    if mark != family.application_id and (mark or version or tables):
        raise ProgressUnreadable(
            f"{path} belongs to another program. Nothing was changed: move it away, "
            "or choose another folder with --home."
        )
    known = len(scripts(family))
    if version > known:
        raise ProgressTooNew(
            f"{path} was written by a later quizzer (schema {version}, and this one knows {known}). "
            "Nothing was changed: update quizzer to go on."
        )
    return version
