"""Reading a cache beside whoever else uses it, from another thread."""

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class CacheReader(NamedTuple):
    """Reads a cache as it stands at that moment."""

    path: str | None
    """None where the cache is in memory or its file is gone, so that nobody but its own connection can read it."""
    connection: sqlite3.Connection
    """The cache's own."""

    @property
    def needs_no_thread(self) -> bool:
        """Whether reading is for the thread that the cache was opened in."""
        return self.path is None

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for a few queries; one that writes nothing."""
        if self.path is None:
            yield self.connection
            return
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA query_only = ON")
            yield connection
        finally:
            connection.close()
