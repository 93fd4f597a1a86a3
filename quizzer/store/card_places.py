"""Where the cards of a deck stand in it, as a cache has them: in bulk, since a first look at decks brings them all."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

_PUT = "INSERT INTO cards (id, deck, note, part, position, kind, tags, alone, guess) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_AGAIN = (
    " ON CONFLICT (id) DO UPDATE SET note = excluded.note, part = excluded.part, position = excluded.position,"
    " kind = excluded.kind, tags = excluded.tags, alone = excluded.alone, guess = excluded.guess"
)


class Place(NamedTuple):
    """A card's place in its deck."""

    id: str
    note: str
    part: str
    position: int
    kind: str
    tags: str
    """Each between line feeds, so that a whole tag can be looked for."""
    alone: bool
    guess: float = 0.0
    """The mean score of a response made blindly."""
    text: str = ""
    """What is looked for in it, as `filtering.haystack` makes it."""


def put_places(run: sqlite3.Connection, deck: str, places: Sequence[Place]) -> None:
    """Give a deck these cards. Cards that vanished stay as orphans where the log knows them."""
    # By the ids, which always have an index: while an empty table is filled, decks have none.
    of_deck, ids = "id > ? AND id < ? AND deck = ?", (f"{deck}/", f"{deck}0", deck)  # 0 comes after /
    known = run.execute(f"UPDATE cards SET position = NULL WHERE {of_deck}", ids).rowcount
    if known:
        run.execute(f"DELETE FROM texts WHERE card IN (SELECT rowid FROM cards WHERE {of_deck})", ids)
    # `int` and `str` of what is one: sqlite3 looks long for ways to adapt a subclass.
    run.executemany(
        _PUT + _AGAIN if known else _PUT,
        (
            (id, deck, note, part, position, str(kind), tags, int(alone), guess)
            for id, note, part, position, kind, tags, alone, guess, _ in places
        ),
    )
    if known:
        run.execute(
            f"DELETE FROM cards WHERE {of_deck} AND position IS NULL AND reps = 0 AND suspended = 0"
            " AND flag IS NULL AND seen = '' AND buried = -1000000",
            ids,
        )
    rows = dict(run.execute("SELECT id, rowid FROM cards WHERE id > ? AND id < ?", ids[:2]).fetchall())
    run.executemany("INSERT INTO texts VALUES (?, ?)", ((rows[place.id], place.text) for place in places))
