"""The cache's cards as scores need them: how many stand where, what comes on which day, what is known of each."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizzer.core.schedule import State
from quizzer.core.stats.exam_plan import Studied
from quizzer.core.stats.histogram import ByState
from quizzer.core.stats.sight import MATURE
from quizzer.store.card_counts import AMONG, ASKABLE, tag_mark, tagged


class PlacedCard(NamedTuple):
    """A card of a deck with its place."""

    id: str
    note: str
    tags: tuple[str, ...]
    stability: float
    """Days; 0 for a card never seen."""
    last_day: int
    guess: float
    lapses: int
    difficulty: float
    """1–10; 0 for a card never seen."""
    deck: str


class ScoreCards:
    """Figures over the cards of a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def by_state(self, decks: Sequence[str], tag: str = "") -> ByState:
        """How many cards stand where."""
        query = (
            "SELECT sum(state = 0), sum(state IN (1, 3)), sum(state = 2 AND due - last_day < :mature),"
            f" sum(state = 2 AND due - last_day >= :mature) FROM cards WHERE {ASKABLE} AND {AMONG}{tagged(tag)}"
        )
        counts = self._one(query, decks, mature=MATURE, tag=tag_mark(tag))
        query = f"SELECT count(*) FROM cards WHERE suspended = 1 AND position IS NOT NULL AND {AMONG}{tagged(tag)}"
        return ByState(*(count or 0 for count in counts), *self._one(query, decks, tag=tag_mark(tag)))

    def orphans(self, decks: Sequence[str] | None = None) -> int:
        """How many cards with reviews no deck holds any more; of all decks that ever were, where none are named."""
        among = "" if decks is None else f" AND {AMONG}"
        query = f"SELECT count(*) FROM cards WHERE position IS NULL AND +reps > 0{among}"  # + leaves out a larger index
        return int(self._one(query, decks or ())[0])

    def coming(self, decks: Iterable[str], until: int) -> dict[int, int]:
        """How many cards may be asked as reviews from each study day on, up to one."""
        rows = self._connection.execute(
            f"SELECT day, sum(count) FROM coming WHERE {AMONG} AND unit <> 'note' AND day <= :until GROUP BY day",
            {"decks": json.dumps(list(decks)), "until": until},
        )
        return {day: count for day, count in rows.fetchall() if count}

    def coming_tagged(self, decks: Iterable[str], tag: str, until: int) -> dict[int, int]:
        """The same of cards with a tag, each of which is looked at."""
        query = (
            f"SELECT due, count(*) FROM cards WHERE {ASKABLE} AND {AMONG}{tagged(tag)} AND state = {State.REVIEW}"
            " AND due <= :until GROUP BY due"
        )
        values = {"decks": json.dumps(list(decks)), "tag": tag_mark(tag), "until": until}
        return dict(self._connection.execute(query, values).fetchall())

    def tagged(self, decks: Sequence[str], tag: str) -> list[str]:
        """The ids of cards with a tag, suspended ones among them."""
        query = f"SELECT id FROM cards WHERE position IS NOT NULL AND {AMONG}{tagged(tag)} ORDER BY id"
        rows = self._connection.execute(query, {"decks": json.dumps(list(decks)), "tag": tag_mark(tag)})
        return [id for (id,) in rows.fetchall()]

    def held(self, deck: str, tag: str = "") -> list[tuple[float, int, float, int]]:
        """Of each card of a deck: stability (0 for one never seen), last study day, guessing chance, lapses."""
        query = (
            f"SELECT iif(state = {State.NEW}, 0, stability), last_day, guess, lapses FROM cards"
            f" WHERE {ASKABLE} AND deck = :deck{tagged(tag)}"
        )
        return self._connection.execute(query, {"deck": deck, "tag": tag_mark(tag)}).fetchall()

    def studied(self, deck: str, day: int) -> list[Studied]:
        """The cards of a deck that are not suspended, in the author's order, on their way to an exam."""
        rows = self._connection.execute(
            f"SELECT iif(state = {State.REVIEW}, due, :day), iif(state = {State.NEW}, 0, stability), difficulty,"
            f" last_day, guess, lapses > 0, position FROM cards WHERE {ASKABLE} AND deck = :deck ORDER BY position",
            {"deck": deck, "day": day},
        )
        return [Studied._make(row) for row in rows.fetchall()]

    def placed(self, deck: str, tag: str = "") -> list[PlacedCard]:
        """The cards of a deck that are not suspended, in the author's order."""
        return self._placed(f"{ASKABLE} AND deck = :value{tagged(tag)} ORDER BY position", deck, tag=tag_mark(tag))

    def of_ids(self, cards: Iterable[str]) -> list[PlacedCard]:
        """These cards, as far as they are there."""
        return self._placed("id IN (SELECT value FROM json_each(:value)) ORDER BY id", json.dumps(list(cards)))

    def oldest(self, decks: Sequence[str], day: int, most: int, tag: str = "") -> list[PlacedCard]:
        """The cards seen whose last review lies longest ago for their strength: those least likely to be known."""
        where = f"{ASKABLE} AND {AMONG} AND state > {State.NEW}{tagged(tag)}"
        where = f"{where.replace(':decks', ':value')} ORDER BY (:day - last_day) / stability DESC LIMIT :most"
        return self._placed(where, json.dumps(list(decks)), day=day, most=most, tag=tag_mark(tag))

    def _placed(self, where: str, value: str, **more: int | str) -> list[PlacedCard]:
        rows = self._connection.execute(
            f"SELECT id, note, tags, iif(state = {State.NEW}, 0, stability), last_day, guess, lapses, difficulty, deck"
            f" FROM cards WHERE {where}",
            {"value": value, **more},
        )
        return [
            PlacedCard(id, note, tuple(filter(None, tags.split("\n"))), *rest)
            for id, note, tags, *rest in rows.fetchall()
        ]

    def _one(self, query: str, decks: Iterable[str], **values: object) -> tuple[int, ...]:
        found: tuple[int, ...] = self._connection.execute(
            query, {"decks": json.dumps(list(decks)), **values}
        ).fetchone()
        return found
