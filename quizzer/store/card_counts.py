"""How many of the cache's cards there are to ask: all that home and `due` need, and no more than that."""

import sqlite3

ASKABLE = "position IS NOT NULL AND suspended = 0"
NOT_ASKED = "note NOT IN (SELECT note FROM cards WHERE reps > 0 AND last_day = :day AND deck = :deck)"


def tagged(tag: str) -> str:
    """The condition that a card bears a tag; none for no tag. It reads `:tag`, see `tag_mark`."""
    return " AND instr(tags, :tag) > 0" if tag else ""


def tag_mark(tag: str) -> str:
    """A tag as it stands among a card's tags."""
    return f"\n{tag.casefold()}\n"


def due_where(tag: str = "") -> str:
    """The condition that a review of `:deck` is due by `:day`."""
    return f"{ASKABLE} AND deck = :deck AND state = 2 AND due <= :day AND buried < :day{tagged(tag)}"


def new_where(tag: str = "") -> str:
    """The condition that a new card of `:deck` may be asked on `:day`."""
    return f"{ASKABLE} AND deck = :deck AND state = 0 AND due = 0 AND buried < :day{tagged(tag)}"


class CardCounts:
    """Counts over the cards of a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def due(self, deck: str, day: int, bury: bool) -> int:
        """How many reviews of a deck are due by a study day, siblings counted once a note."""
        return self._count(due_where(), deck, day, bury)

    def new(self, deck: str, day: int, bury: bool, most: int) -> int:
        """How many new cards of a deck there are to ask, `most` at most, siblings counted once a note."""
        values = {"deck": deck, "day": day, "most": most}
        alone = (
            f"SELECT count(*) FROM (SELECT 1 FROM cards WHERE {new_where()}{' AND alone' if bury else ''} LIMIT :most)"
        )
        found = int(self._connection.execute(alone, values).fetchone()[0])
        if bury and found < most:
            notes = (
                f"SELECT count(DISTINCT note) FROM cards WHERE {new_where()} AND NOT alone AND {NOT_ASKED}"
                f" AND note NOT IN (SELECT note FROM cards WHERE {due_where()} AND NOT alone)"
            )
            found += int(self._connection.execute(notes, values).fetchone()[0])
        return min(found, most)

    def learning(self, deck: str, day: int, before: int) -> int:
        """How many learning and relearning cards of a deck are due before an instant, in UTC milliseconds."""
        query = (
            f"SELECT count(*) FROM cards WHERE {ASKABLE} AND deck = ? AND state IN (1, 3) AND due < ? AND buried < ?"
        )
        return int(self._connection.execute(query, (deck, before, day)).fetchone()[0])

    def tomorrow(self, deck: str, day: int) -> int:
        """How many reviews of a deck fall due on the study day after a day."""
        query = f"SELECT count(*) FROM cards WHERE {ASKABLE} AND deck = ? AND state = 2 AND due = ?"
        return int(self._connection.execute(query, (deck, day + 1)).fetchone()[0])

    def asked(self, day: int) -> list[tuple[str, str, bool, bool]]:
        """Cards that were asked on a study day: deck, note, whether it was their first day, whether alone."""
        rows = self._connection.execute(
            "SELECT deck, note, first_day = last_day, alone FROM cards WHERE reps > 0 AND last_day = ?",
            (day,),
        )
        return [(deck, note, bool(first), bool(alone)) for deck, note, first, alone in rows.fetchall()]

    def next_due(self, deck: str, after: int) -> tuple[int, int] | None:
        """The first study day after a day on which reviews of a deck fall due, and how many."""
        day, count = self._connection.execute(
            f"SELECT due, count(*) FROM cards WHERE {ASKABLE} AND deck = :deck AND state = 2 AND due = ("
            f"SELECT min(due) FROM cards WHERE {ASKABLE} AND deck = :deck AND state = 2 AND due > :after)",
            {"deck": deck, "after": after},
        ).fetchone()
        return None if day is None else (day, count)

    def flagged(self) -> int:
        """How many cards are flagged."""
        return int(self._connection.execute("SELECT count(*) FROM cards WHERE flag IS NOT NULL").fetchone()[0])

    def lapses(self, least: int) -> list[tuple[str, int]]:
        """Cards in decks with that many lapses or more."""
        rows = self._connection.execute(
            f"SELECT id, lapses FROM cards WHERE {ASKABLE} AND lapses > 0 AND lapses >= ?", (least,)
        )
        return [(card, lapses) for card, lapses in rows.fetchall()]

    def _count(self, which: str, deck: str, day: int, bury: bool) -> int:
        values = {"deck": deck, "day": day}
        alone = f"SELECT count(*) FROM cards WHERE {which}{' AND alone' if bury else ''}"
        found = int(self._connection.execute(alone, values).fetchone()[0])
        if bury:
            notes = f"SELECT count(DISTINCT note) FROM cards WHERE {which} AND NOT alone AND {NOT_ASKED}"
            found += int(self._connection.execute(notes, values).fetchone()[0])
        return found
