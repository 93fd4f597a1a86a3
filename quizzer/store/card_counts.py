"""How many of the cache's cards there are to ask: all that home and `due` need, and no more than that."""

import sqlite3
from collections.abc import Iterable, Sequence

from quizzer.core.exam import LAST_DAYS, Week
from quizzer.core.text import clean

ASKABLE = "position IS NOT NULL AND suspended = 0"
AMONG = "deck IN (SELECT value FROM json_each(:decks))"
RESTING = "resting CROSS JOIN cards USING (deck, note) WHERE NOT alone AND resting.day > :day"
"""Cards that have siblings, of notes that are not due by `:day`: found by their notes, since mostly there are few."""
NOT_ASKED = "(deck, note) NOT IN (SELECT deck, note FROM cards AS now WHERE reps > 0 AND last_day = :day)"


def listed(decks: Iterable[str]) -> str:
    """The ids of decks as JSON, which they hold nothing to escape of: they are letters, digits and `-_.`.

    Loading the module for it would take `due` a twentieth of its time.
    """
    return "[" + ",".join(f'"{deck}"' for deck in decks) + "]"


def tagged(tag: str) -> str:
    """The condition that a card bears a tag; none for no tag. It reads `:tag`, see `tag_mark`."""
    return " AND instr(tags, :tag) > 0" if tag else ""


def tagged_any(tags: Sequence[str]) -> str:
    """The condition that a card bears one of some tags; none for no tags. It reads `:tags`, see `tag_marks`."""
    return " AND EXISTS (SELECT 1 FROM json_each(:tags) WHERE instr(cards.tags, value) > 0)" if tags else ""


def tag_marks(tags: Sequence[str]) -> str:
    """Tags as `tag_mark` has each, as JSON."""
    if not tags:
        return "[]"
    import json

    return json.dumps(list(map(tag_mark, tags)))


def tag_mark(tag: str) -> str:
    """A tag as it stands among a card's tags: composed, and without regard to capitals."""
    return f"\n{clean(tag).casefold()}\n"


def due_where(tag: str = "") -> str:
    """The condition that a review of `:decks` is due by `:day`."""
    return f"{ASKABLE} AND {AMONG} AND state = 2 AND due <= :day AND buried < :day{tagged(tag)}"


def new_where(tag: str = "", deck: str = ":deck") -> str:
    """The condition that a new card of a deck may be asked on `:day`."""
    return f"{ASKABLE} AND deck = {deck} AND state = 0 AND due = 0 AND buried < :day{tagged(tag)}"


def untouched_note(deck: str = ":deck") -> str:
    """The condition that no card of a note was asked on `:day`, or is due by it, in a deck."""
    rests = f"SELECT 1 FROM resting WHERE resting.deck = {deck} AND resting.note = cards.note AND day <= :day"
    return f"{NOT_ASKED} AND NOT EXISTS ({rests})"


def exam_where(bury: bool, among: str = "deck = :deck") -> str:
    """The condition that a review of some decks is asked only since their exam is near; it reads `exam_values`."""
    where = f"{ASKABLE} AND {among} AND state = 2 AND due >= :exam AND last_day < :first AND buried < :day"
    where += " AND position % :days < :begun"
    return where + (f" AND (alone OR {untouched_note('cards.deck')})" if bury else "")


def exam_values(week: Week) -> dict[str, object]:
    """What `exam_where` reads beside the decks."""
    return {
        "day": week.day,
        "exam": week.exam,
        "first": week.first,
        "begun": week.begun,
        "days": LAST_DAYS,
    }


class CardCounts:
    """Counts over the cards of a cache's connection, each for several decks in one statement.

    `bury` says whether siblings count once a note; the result lacks decks that have none.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def due(self, decks: Iterable[str], day: int, bury: bool) -> dict[str, int]:
        """How many reviews are due by a study day."""
        units = "('card', 'note')" if bury else "('card', 'sibling')"
        query = f"SELECT deck, sum(count) FROM coming WHERE {AMONG} AND unit IN {units} AND day <= :day GROUP BY deck"
        found = self._grouped(query, decks, day=day)
        if bury:
            query = (
                "SELECT resting.deck, count(DISTINCT resting.note) FROM cards JOIN resting USING (deck, note)"
                " WHERE reps > 0 AND last_day = :day AND resting.day <= :day GROUP BY resting.deck"
            )
            for deck, asked in self._grouped(query, (), day=day).items():
                if deck in found:
                    found[deck] -= asked
        return {deck: count for deck, count in found.items() if count}

    def new(self, decks: Iterable[str], day: int, bury: bool, most: int) -> dict[str, int]:
        """How many new cards there are to ask, `most` at most."""
        unit, fresh = "rowid", ""
        if bury:
            unit, fresh = "iif(alone, rowid, note)", f" AND (alone OR {untouched_note('value')})"
        units = f"SELECT DISTINCT {unit} FROM cards WHERE {new_where(deck='value')}{fresh} LIMIT :most"
        query = f"SELECT value, (SELECT count(*) FROM ({units})) FROM json_each(:decks)"
        return self._grouped(query, decks, day=day, most=most)

    def new_in_week(self, deck: str, week: Week, bury: bool, most: int) -> int:
        """How many new cards of a deck there are to ask, `most` at most, while its exam is near."""
        unit, fresh = "rowid", ""
        if bury:
            unit, asked = "iif(alone, rowid, note)", f"SELECT note FROM cards WHERE {exam_where(bury)}"
            fresh = f" AND (alone OR {untouched_note()} AND note NOT IN ({asked}))"
        return self._in_week(f"SELECT DISTINCT {unit} FROM cards WHERE {new_where()}{fresh}", deck, week, most)

    def before_exam(self, deck: str, week: Week, bury: bool, most: int) -> int:
        """How many reviews of a deck are asked only since its exam is near, `most` at most."""
        where = exam_where(False)
        count = self._in_week(f"SELECT 1 FROM cards WHERE {where}{' AND alone' if bury else ''}", deck, week, most)
        notes = f"SELECT DISTINCT note FROM {RESTING} AND {where} AND {NOT_ASKED}"
        return min(most, count + self._in_week(notes, deck, week, most)) if bury else count

    def _in_week(self, units: str, deck: str, week: Week, most: int) -> int:
        query, values = f"SELECT count(*) FROM ({units} LIMIT :most)", {"deck": deck, "most": most}
        return int(self._connection.execute(query, exam_values(week) | values).fetchone()[0])

    def kinds(self, decks: Iterable[str], day: int, tags: Sequence[str] = ()) -> dict[str, int]:
        """How many cards of each kind are neither suspended nor buried on a study day."""
        where = f"{ASKABLE} AND buried < :day AND {AMONG}{tagged_any(tags)}"
        return self._grouped(
            f"SELECT kind, count(*) FROM cards WHERE {where} GROUP BY kind", decks, day=day, tags=tag_marks(tags)
        )

    def learning(self, decks: Iterable[str], day: int, before: int) -> dict[str, int]:
        """How many learning and relearning cards are due before an instant, in UTC milliseconds."""
        where = f"{ASKABLE} AND {AMONG} AND state IN (1, 3) AND due < :before AND buried < :day"
        return self._grouped(
            f"SELECT deck, count(*) FROM cards WHERE {where} GROUP BY deck", decks, day=day, before=before
        )

    def later(self, decks: Iterable[str], day: int, after: int) -> list[tuple[int, int]]:
        """Learning and relearning cards that a study day asks no more: when each is due, and the day it is hidden for.

        Args:
            decks: the decks' ids.
            day: the study day.
            after: when it ends, in UTC milliseconds.
        """
        query = (
            f"SELECT due, buried FROM cards WHERE {ASKABLE} AND {AMONG} AND state IN (1, 3)"
            " AND (due >= :after OR buried >= :day)"
        )
        rows = self._connection.execute(query, {"decks": listed(decks), "day": day, "after": after})
        return rows.fetchall()

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

    def flagged(self, decks: Iterable[str] | None = None) -> int:
        """How many cards of some decks are flagged; None: of all, orphans among them."""
        among = "" if decks is None else f" AND {AMONG}"
        query = f"SELECT count(*) FROM cards WHERE flag IS NOT NULL{among}"
        return int(self._connection.execute(query, {"decks": listed(decks or ())}).fetchone()[0])

    def lapses(self, least: int) -> list[tuple[str, int]]:
        """Cards in decks with that many lapses or more."""
        rows = self._connection.execute(
            f"SELECT id, lapses FROM cards WHERE {ASKABLE} AND lapses > 0 AND lapses >= ?", (least,)
        )
        return [(card, lapses) for card, lapses in rows.fetchall()]

    def _grouped(self, query: str, decks: Iterable[str], **values: object) -> dict[str, int]:
        rows = self._connection.execute(query, {"decks": listed(decks), **values})
        return {group: count for group, count in rows.fetchall() if count}
