"""The cache's cards: their place in a deck, where they stand, and which of them may be asked today."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from quizzer.core.cards import split_id
from quizzer.core.exam import Week
from quizzer.core.options import OLDEST, RANDOM, REMEMBERED
from quizzer.core.progress import Standing
from quizzer.core.queue import Entry, lots
from quizzer.core.schedule import Schedule, State
from quizzer.store.card_counts import (
    AMONG,
    ASKABLE,
    NOT_ASKED,
    RESTING,
    due_where,
    exam_values,
    exam_where,
    new_where,
    tag_mark,
    tag_marks,
    tagged,
    tagged_any,
    untouched_note,
)
from quizzer.store.card_places import Place, put_places

_STANDING = (
    "state, step, stability, difficulty, due, last_at, last_day, reps, lapses, first,"
    " first_day, suspended, buried, flag, seen"
)
_AGES = {REMEMBERED: "(:day - last_day) / stability", OLDEST: "due", RANDOM: "lot(id)"}
"""What grows from the review that comes first to the one that comes last."""
_ENTRY = "id, deck, note, state, due, stability, last_day, alone"


class CardRow(NamedTuple):
    """A card and where it stands; `position` is none for an orphan."""

    id: str
    deck: str
    note: str
    part: str
    position: int | None
    kind: str
    tags: str
    standing: Standing


class CardAsked(NamedTuple):
    """What choosing cards for a quiz, or for cramming, needs to know of one."""

    id: str
    deck: str
    note: str
    kind: str
    tag_lines: str
    """A tag a line, as the cache has them."""
    state: int
    stability: float
    last_day: int

    @property
    def tags(self) -> tuple[str, ...]:
        """What the card is about."""
        return tuple(filter(None, self.tag_lines.split("\n")))


class CardTable:
    """The cards of a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def replace(self, deck: str, places: Iterable[Place]) -> None:
        """Give a deck these cards. Cards that vanished stay as orphans where the log knows them."""
        put_places(self._connection, deck, list(places))

    def standing(self, card: str) -> Standing | None:
        """Where a card stands, or None where neither decks nor log know it."""
        row = self._connection.execute(f"SELECT {_STANDING} FROM cards WHERE id = ?", (card,)).fetchone()
        return None if row is None else _standing(row)

    def put_standing(self, card: str, standing: Standing) -> None:
        """Record where a card stands; a card that no deck holds becomes an orphan."""
        deck, note, part = split_id(card)
        schedule = standing.schedule
        values = (
            *schedule[:10],
            standing.first_day,
            standing.suspended,
            standing.buried,
            standing.flag,
            standing.seen,
        )
        self._connection.execute(
            f"INSERT INTO cards (id, deck, note, part, {_STANDING}) VALUES (?, ?, ?, ?{', ?' * len(values)})"
            f" ON CONFLICT (id) DO UPDATE SET ({_STANDING}) = ({', '.join('?' * len(values))})",
            (card, deck, note, part, *values, *values),
        )
        if standing.untouched:  # no deck holds it, and by now the log says nothing of it either
            self._connection.execute("DELETE FROM cards WHERE id = ? AND position IS NULL", (card,))

    def fresh(self, deck: str) -> set[str]:
        """The cards of a deck without a review."""
        query = "SELECT id FROM cards WHERE deck = ? AND position IS NOT NULL AND reps = 0"
        return {id for (id,) in self._connection.execute(query, (deck,)).fetchall()}

    def fresh_texts(self) -> Iterator[tuple[str, str]]:
        """Every card without a review, and what is looked for in it: question, solution and more, a line each."""
        query = "SELECT id, folded FROM cards JOIN texts ON texts.card = cards.rowid WHERE reps = 0"
        return iter(self._connection.execute(f"{query} AND position IS NOT NULL ORDER BY id").fetchall())

    def fresh_named(self, notes: Iterable[str]) -> list[str]:
        """The cards without a review of notes of these ids, in whatever deck."""
        among = "note IN (SELECT value FROM json_each(?))"
        query = f"SELECT id FROM cards WHERE position IS NOT NULL AND reps = 0 AND {among} ORDER BY id"
        return [id for (id,) in self._connection.execute(query, (json.dumps(list(notes)),)).fetchall()]

    def begun_named(self, notes: Iterable[str]) -> list[tuple[str, str, int]]:
        """The cards with reviews of notes of these ids that decks hold: id, text looked for, day of the first one."""
        query = "SELECT id, folded, first_day FROM cards JOIN texts ON texts.card = cards.rowid WHERE reps > 0"
        query += " AND position IS NOT NULL AND note IN (SELECT value FROM json_each(?))"
        return self._connection.execute(query, (json.dumps(list(notes)),)).fetchall()

    def text(self, card: str) -> str:
        """What is looked for in a card, if a deck holds it."""
        query = "SELECT folded FROM cards JOIN texts ON texts.card = cards.rowid WHERE id = ?"
        row = self._connection.execute(query, (card,)).fetchone()
        return row[0] if row else ""

    def first(self, decks: Iterable[str], most: int) -> list[str]:
        """The ids of the first cards of some decks, in the author's order."""
        found: list[str] = []
        query = "SELECT id FROM cards WHERE position IS NOT NULL AND deck = ? ORDER BY position LIMIT ?"
        for deck in decks:
            if len(found) >= most:
                break
            found += (id for (id,) in self._connection.execute(query, (deck, most - len(found))).fetchall())
        return found

    def rows(self) -> Iterable[CardRow]:
        """Every card, deck by deck in the author's order, orphans last."""
        return self._rows("SELECT {} FROM cards ORDER BY position IS NULL, deck, position, id")

    def rows_of(self, cards: Sequence[str]) -> Iterable[CardRow]:
        """Some cards by their ids, in that order; those that neither decks nor log know are left out."""
        query = "SELECT {} FROM json_each(?) AS wanted CROSS JOIN cards ON cards.id = wanted.value ORDER BY wanted.key"
        return self._rows(query, json.dumps(list(cards)))

    def orphans(self, decks: Sequence[str] | None = None) -> Iterable[CardRow]:
        """The cards that no deck holds any more; of some decks, or of all where that is None."""
        among = "" if decks is None else " AND deck IN (SELECT value FROM json_each(?))"
        values = () if decks is None else (json.dumps(list(decks)),)
        return self._rows(f"SELECT {{}} FROM cards WHERE position IS NULL{among} ORDER BY deck, id", *values)

    def _rows(self, query: str, *values: str) -> Iterable[CardRow]:
        columns = f"cards.id, deck, note, part, position, kind, tags, {_STANDING}"
        rows = self._connection.execute(query.format(columns), values)
        return (
            CardRow(id, deck, note, part, position, kind, tags, _standing(columns))
            for id, deck, note, part, position, kind, tags, *columns in rows.fetchall()
        )

    def burden(self, decks: Sequence[str]) -> tuple[list[float], int, int]:
        """The stabilities of review cards that may be asked, how many cards are new, and how many have siblings."""
        rows = self._connection.execute(
            f"SELECT state, stability, alone FROM cards WHERE {ASKABLE} AND {AMONG}",
            {"decks": json.dumps(list(decks))},
        ).fetchall()
        return (
            [stability for state, stability, _ in rows if state == State.REVIEW],
            sum(state == State.NEW for state, _, _ in rows),
            sum(not alone for _, _, alone in rows),
        )

    def due_reviews(
        self, decks: Sequence[str], day: int, most: int, bury: bool, tag: str = "", order: str = REMEMBERED
    ) -> list[Entry]:
        """The `most` first reviews in an order that are due by a study day; ties fall as they stand in the decks.

        Args:
            decks: the decks' ids; they share one forgetting curve.
            day: the study day.
            most: how many cards are wanted.
            bury: whether only one card of a note is asked a day.
            tag: only cards of this tag.
            order: which come first; one of `ORDERS`.
        """
        due, aged = due_where(tag), _AGES[order]
        if order == RANDOM:
            by_lot = lots(str(day))
            self._connection.create_function("lot", 1, lambda id: by_lot(id)[0], deterministic=True)
        query = f"SELECT {_ENTRY} FROM cards WHERE rowid IN ("
        query += f"SELECT rowid FROM cards WHERE {due}{' AND alone' if bury else ''} ORDER BY {aged} LIMIT :most)"
        if bury:
            query += (
                f" UNION ALL SELECT {_ENTRY} FROM cards WHERE rowid IN (SELECT row FROM ("
                f"SELECT rowid AS row, min({aged}) AS age FROM cards WHERE {due} AND NOT alone AND {NOT_ASKED}"
                " GROUP BY deck, note ORDER BY age LIMIT :most))"
            )
        found = self._entries(query, bury, decks=json.dumps(list(decks)), day=day, most=most, tag=tag_mark(tag))
        ages: dict[str, Callable[[Entry], float]] = {
            REMEMBERED: lambda entry: (day - entry.last_day) / entry.stability,
            OLDEST: lambda entry: entry.due,
            RANDOM: lambda entry: by_lot(entry.card)[0],
        }
        return sorted(found, key=ages[order])[:most]

    def owed(self, decks: Sequence[str], until: int) -> list[tuple[str, int, float, float, int]]:
        """Deck, due day, stability, difficulty and last study day of reviews due by a study day, as they fall due."""
        query = (
            f"SELECT deck, due, stability, difficulty, last_day FROM cards WHERE {ASKABLE} AND {AMONG} AND state = 2"
            " AND due <= :until ORDER BY due, id"
        )
        return self._connection.execute(query, {"decks": json.dumps(list(decks)), "until": until}).fetchall()

    def difficulties(self, cards: Sequence[str]) -> dict[str, float]:
        """The difficulty of cards, by their ids."""
        query = "SELECT cards.id, difficulty FROM json_each(?) CROSS JOIN cards ON cards.id = value"
        return dict(self._connection.execute(query, (json.dumps(list(cards)),)).fetchall())

    def kept_share(
        self, decks: Sequence[str], day: int, most: int, bury: bool, tag: str = "", order: str = REMEMBERED
    ) -> list[Entry] | None:
        """What `due_reviews` found earlier that day and is still due, if that is enough; arguments as there."""
        scope = _scope(decks, bury, tag, order)
        kept = self._connection.execute(
            "SELECT most, cards, json_array_length(cards) FROM shares WHERE scope = ? AND day = ?", (scope, day)
        ).fetchone()
        if kept is None:
            return None
        wanted, rows, length = kept
        fresh = f" AND (alone OR {NOT_ASKED})" if bury else ""
        query = (
            f"SELECT {_ENTRY} FROM cards WHERE rowid IN (SELECT value FROM json_each(:rows)) AND +comes <= :day{fresh}"
        )
        found = self._entries(query, bury, rows=rows, day=day)
        return found if len(found) >= most or length < wanted else None

    def keep_share(
        self,
        share: Sequence[Entry],
        decks: Sequence[str],
        day: int,
        most: int,
        bury: bool,
        tag: str = "",
        order: str = REMEMBERED,
    ) -> None:
        """Remember what `due_reviews` found for these arguments, for the rest of that day."""
        ids = json.dumps([entry.card for entry in share])
        self._connection.execute("DELETE FROM shares WHERE day <> ?", (day,))
        self._connection.execute(
            "INSERT OR REPLACE INTO shares SELECT ?, ?, ?, json_group_array(cards.rowid)"
            " FROM json_each(?) CROSS JOIN cards ON cards.id = value",
            (_scope(decks, bury, tag, order), day, most, ids),
        )

    def before_exam(self, decks: Sequence[str], week: Week, most: int, bury: bool, tag: str = "") -> list[Entry]:
        """The `most` reviews that are asked only since the exam of some decks is near, the least remembered then first.

        Args:
            decks: the decks' ids; they share an exam and a forgetting curve.
            week: the days before the exam.
            most: how many cards are wanted.
            bury: whether only one card of a note is asked a day.
            tag: only cards of this tag.
        """
        age, last = "(:exam - last_day) / stability", "age DESC, position, deck"
        where = exam_where(False, AMONG) + tagged(tag)
        found = f"SELECT rowid AS row, {age} AS age, position, deck FROM cards WHERE {where}"
        rows = f"SELECT row FROM ({found}{' AND alone' if bury else ''} ORDER BY {last} LIMIT :most)"
        if bury:
            turn = f"row_number() OVER (PARTITION BY deck, note ORDER BY {age} DESC, position)"
            siblings = f"SELECT cards.rowid AS row, {age} AS age, position, deck, {turn} AS turn"
            siblings += f" FROM {RESTING} AND {where} AND {NOT_ASKED}"
            rows += (
                f" UNION ALL SELECT row FROM (SELECT * FROM ({siblings}) WHERE turn = 1 ORDER BY {last} LIMIT :most)"
            )
        query = f"SELECT {_ENTRY}, {age} AS age FROM cards WHERE rowid IN ({rows}) ORDER BY {last} LIMIT :most"
        values = {**exam_values(week), "decks": json.dumps(list(decks)), "most": most, "tag": tag_mark(tag)}
        return [_entry(row[:-1], bury) for row in self._connection.execute(query, values).fetchall()]

    def new_cards(
        self, deck: str, day: int, most: int, bury: bool, tag: str = "", week: Week | None = None
    ) -> list[Entry]:
        """The first new cards of a deck in the author's order, one a note where siblings are buried.

        Where the deck's exam is near, `week` keeps back siblings of what is asked for it.
        """
        new, values = new_where(tag), exam_values(week) if week else {}
        if bury:
            new += f" AND (alone OR {untouched_note()})"
            new += f" AND (alone OR note NOT IN (SELECT note FROM cards WHERE {exam_where(bury)}))" if week else ""
        query = f"SELECT {_ENTRY} FROM cards WHERE {new} ORDER BY position"
        return self._first(query, most, bury, **{"deck": deck, "day": day, "tag": tag_mark(tag), **values})

    def _first(self, query: str, most: int, bury: bool, **values: object) -> list[Entry]:
        """The first rows of a query, one a note where siblings are buried."""
        rows = self._connection.execute(query, values)
        found: dict[str, Entry] = {}
        for row in rows:  # one by one: the first card of a note, and no row more than it takes
            if len(found) == most:
                break
            entry = _entry(row, bury)
            found.setdefault(entry.card if entry.alone else entry.note, entry)
        rows.close()
        return list(found.values())

    def askable(self, decks: Sequence[str], day: int, tags: Sequence[str] = ()) -> list[CardAsked]:
        """The cards of some decks that are neither suspended nor buried on a study day, in the author's order."""
        query = (
            "SELECT id, deck, note, kind, tags, state, stability, last_day FROM cards"
            f" WHERE {ASKABLE} AND buried < :day AND {AMONG}{tagged_any(tags)} ORDER BY deck, position"
        )
        rows = self._connection.execute(query, {"decks": json.dumps(list(decks)), "day": day, "tags": tag_marks(tags)})
        return list(map(CardAsked._make, rows.fetchall()))

    def tags(self, decks: Sequence[str]) -> set[str]:
        """The tags that cards of some decks bear."""
        query = f"SELECT DISTINCT tags FROM cards WHERE position IS NOT NULL AND {AMONG}"
        rows = self._connection.execute(query, {"decks": json.dumps(list(decks))})
        return {tag for (tags,) in rows.fetchall() for tag in tags.split("\n") if tag}

    def _entries(self, query: str, bury: bool, **values: object) -> list[Entry]:
        return [_entry(row, bury) for row in self._connection.execute(query, values).fetchall()]

    def learning(self, decks: Sequence[str], day: int, before: int, bury: bool, tag: str = "") -> list[Entry]:
        """Learning and relearning cards that are due before an instant, in UTC milliseconds."""
        query = (
            f"SELECT {_ENTRY} FROM cards WHERE {ASKABLE} AND {AMONG} AND state IN (1, 3) AND due < :before"
            f" AND buried < :day{tagged(tag)}"
        )
        return self._entries(query, bury, decks=json.dumps(list(decks)), day=day, before=before, tag=tag_mark(tag))


def _entry(row: tuple[str, str, str, int, int, float, int, int], bury: bool) -> Entry:
    card, deck, note, state, due, stability, last_day, alone = row
    return Entry(card, deck, note, State(state), due, stability, last_day, bool(alone) or not bury)


def _scope(decks: Sequence[str], bury: bool, tag: str, order: str) -> str:
    return json.dumps([sorted(decks), bury, tag, order])


def _standing(row: Sequence[object]) -> Standing:
    state, *rest = row[:10]
    schedule = Schedule(State(state), *rest)  # type: ignore[arg-type]  # as declared in cache.sql
    first_day, suspended, buried, flag, seen = row[10:]
    return Standing(schedule, first_day, bool(suspended), buried, flag, seen)  # type: ignore[arg-type]  # likewise
