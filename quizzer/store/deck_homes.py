"""The cache's memory of where decks were, which outlives them: whether a deck is gone, or only cannot be read."""

import os
import sqlite3


class DeckHomes:
    """The places of decks in a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, deck: str, path: str) -> None:
        """Remember where a deck is read from."""
        self._connection.execute("INSERT OR REPLACE INTO homes VALUES (?, ?, 0)", (deck, os.fsencode(path)))

    def leave(self, deck: str, gone: bool) -> None:
        """Remember that a deck is not in use any more; `gone`: its folder was read, and has it not."""
        self._connection.execute("UPDATE homes SET gone = ? WHERE deck = ?", (gone, deck))

    def left(self) -> dict[str, bool]:
        """The decks that are not in use any more, and whether they are gone."""
        rows = self._connection.execute("SELECT deck, gone FROM homes WHERE deck NOT IN (SELECT id FROM decks)")
        return {deck: bool(gone) for deck, gone in rows.fetchall()}
