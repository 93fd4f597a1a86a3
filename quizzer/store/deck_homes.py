"""The cache's memory of where decks were, which outlives them: whether a deck is gone, or only cannot be read.

And which of them have changed since somebody looked at what became of their cards.
"""

import os
import sqlite3
from collections.abc import Iterable


class DeckHomes:
    """The places of decks in a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, deck: str, path: str) -> None:
        """Remember where a deck is read from."""
        self._connection.execute("INSERT OR REPLACE INTO homes VALUES (?, ?, 0, 1)", (deck, os.fsencode(path)))

    def leave(self, deck: str, gone: bool) -> None:
        """Remember that a deck is not in use any more; `gone`: its folder was read, and has it not."""
        self._connection.execute("UPDATE homes SET gone = ?, unsettled = 1 WHERE deck = ?", (gone, deck))

    def left(self) -> dict[str, bool]:
        """The decks that are not in use any more, and whether they are gone."""
        rows = self._connection.execute("SELECT deck, gone FROM homes WHERE deck NOT IN (SELECT id FROM decks)")
        return {deck: bool(gone) for deck, gone in rows.fetchall()}

    def unsettle(self, decks: Iterable[str]) -> None:
        """Have somebody look again at what became of the cards of some decks."""
        self._connection.executemany("UPDATE homes SET unsettled = 1 WHERE deck = ?", ((deck,) for deck in decks))

    def unsettled(self) -> set[str]:
        """The decks that have come, gone or changed since `settled` was called."""
        return {deck for (deck,) in self._connection.execute("SELECT deck FROM homes WHERE unsettled").fetchall()}

    def settled(self) -> None:
        """Have looked at what has changed."""
        self._connection.execute("UPDATE homes SET unsettled = 0")

    def any_orphans(self) -> bool:
        """Whether there are cards that no deck holds, or whose history counts for others."""
        query = "SELECT EXISTS (SELECT 1 FROM cards WHERE position IS NULL) OR EXISTS (SELECT 1 FROM heirs)"
        return bool(self._connection.execute(query).fetchone()[0])
