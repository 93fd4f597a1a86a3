"""The floors: the smallest Textual app, and one that answers a key with a bare durable commit and a new text."""

import sqlite3
import sys

from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.bench.corpus import MARK


class Minimal(App[None]):
    """One Static; `n` replaces its text after a commit, where a database is named."""

    BINDINGS = [("n", "next")]  # noqa: RUF012  as Textual has it

    def __init__(self, path: str) -> None:
        super().__init__()
        self.shown = 0
        self.database = sqlite3.connect(path, isolation_level=None) if path else None
        if self.database:
            self.database.execute("PRAGMA journal_mode = TRUNCATE")
            self.database.execute("PRAGMA synchronous = FULL")
            self.database.execute("CREATE TABLE IF NOT EXISTS events (row INTEGER PRIMARY KEY, data TEXT)")

    def compose(self) -> ComposeResult:
        yield Static(f"{MARK}000000 minimal", markup=False)

    def action_next(self) -> None:
        self.shown += 1
        if self.database:
            self.database.execute("INSERT INTO events (data) VALUES (?)", ("x" * 300,))
        self.query_one(Static).update(f"{MARK}{self.shown:06d} the next text, as long as a question would be")


if __name__ == "__main__":
    Minimal(sys.argv[1] if len(sys.argv) > 1 else "").run()
