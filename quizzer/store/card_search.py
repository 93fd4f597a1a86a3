"""Cards looked for by a filter: its terms as SQL, over the cards that decks hold.

`core.filtering.matches` says what each term means; here is the same for a hundred thousand cards at once. Orphans and
drafts, of which there are few, are not looked for here.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from quizzer.core.card_order import Order
from quizzer.core.filtering import ASKABLE, Field, Is, Term, haystack
from quizzer.core.options import LEECH_LAPSES

_SHOWN = "suspended = 0 AND buried < :day"
_NEVER = "cards.id IS NULL"
"""Of no card that a deck holds; said so that the index in use stays one that can be used."""
_IS = {
    Is.DUE: "(state = 2 AND due <= :day OR state IN (1, 3) AND due <= :now)",
    Is.NEW: "state = 0",
    Is.LEARNING: "state IN (1, 3)",
    Is.LEECH: f"lapses >= {LEECH_LAPSES}",
    Is.SUSPENDED: "suspended = 1",
    Is.BURIED: "buried >= :day",
    Is.HIDDEN: f"NOT ({_SHOWN})",
    Is.FLAGGED: "flag IS NOT NULL",
    Is.ORPHAN: _NEVER,
    Is.DRAFT: _NEVER,
}


_DUE_DAY = "iif(state = 2, due, (due + :shift) / 86400000)"
_ORDERS = {
    Order.QUESTION: "folded, rank, position",
    Order.DUE: f"state = 0, {_DUE_DAY}, state = 2, due, rank, position",
    Order.STABILITY: "state = 0, stability, rank, position",
    Order.LAPSES: "-lapses, rank, position",
}


class Sought(NamedTuple):
    """Which cards are looked for, and when."""

    terms: Sequence[Term]
    titles: Mapping[str, str]
    """The decks in use, by id, in their order; cards of others are not looked for."""
    day: int
    """The study day."""
    now: int
    """UTC milliseconds."""
    shift: int = 0
    """Milliseconds that make a study day's beginning of UTC's."""
    rated: Sequence[Sequence[str]] = ()
    """For each term of the field `rated`, the cards for which it holds."""
    order: Order = Order.DECK


def find_cards(connection: sqlite3.Connection, sought: Sought, most: int = -1) -> list[str]:
    """The ids of the cards for which all terms hold, in an order; of many the first, where `most` says how many."""
    values: dict[str, Any] = {
        "day": sought.day,
        "now": sought.now,
        "shift": sought.shift,
        "decks": json.dumps(list(sought.titles)),
        "most": most,
    }
    conditions = ["position IS NOT NULL", *_conditions(sought, values)]
    worded = sought.order is Order.QUESTION or any(term.field is Field.TEXT for term in sought.terms)
    # By deck they come sorted, since the two loops are those of the order: the first are there at once.
    order = "" if sought.order is Order.DECK else f" ORDER BY {_ORDERS[sought.order]}"
    query = (
        "WITH ranked (deck, rank) AS MATERIALIZED (SELECT value, key FROM json_each(:decks))"
        " SELECT cards.id FROM ranked CROSS JOIN cards INDEXED BY cards_in_order USING (deck)"
        f"{' CROSS JOIN texts ON texts.card = cards.rowid' if worded else ''}"
        f" WHERE {' AND '.join(conditions)}{order} LIMIT :most"
    )
    return [id for (id,) in connection.execute(query, values).fetchall()]


def draft_notes(connection: sqlite3.Connection, decks: Sequence[str]) -> list[tuple[str, str]]:
    """Notes of decks that may be drafts: deck and JSON, in the order of decks, as they stand in each."""
    query = (
        "SELECT deck, body FROM json_each(?) AS wanted CROSS JOIN notes ON deck = wanted.value"
        " WHERE body LIKE '%,true,%' ORDER BY wanted.key, notes.id"
    )
    return connection.execute(query, (json.dumps(list(decks)),)).fetchall()


def voided(connection: sqlite3.Connection, events: Sequence[str]) -> set[str]:
    """Which of these events were taken back."""
    query = "SELECT voided.id FROM json_each(?) CROSS JOIN voided ON voided.id = value"
    return {id for (id,) in connection.execute(query, (json.dumps(list(events)),)).fetchall()}


def _conditions(sought: Sought, values: dict[str, Any]) -> Iterator[str]:
    rated = iter(sought.rated)
    for at, term in enumerate(sought.terms):
        name = f"t{at}"
        condition, values[name] = _condition(term, name, sought, rated)
        if term.field is Field.TEXT:
            values[f"{name}_decks"] = _decks(sought, term.value, lambda deck, title: title)
        yield f"NOT ({condition})" if term.negated else f"({condition})"


def _condition(term: Term, name: str, sought: Sought, rated: Iterator[Sequence[str]]) -> tuple[str, str | None]:
    """What a term says in SQL, and what `:name` is in it."""
    value = term.value
    match term.field:
        case Field.IS:
            shown = "1" if term.hidden or value not in ASKABLE else "suspended = 0" if value == Is.LEECH else _SHOWN
            return f"{_IS[Is(value)]} AND {shown}", None
        case Field.DECK:
            return f"deck {_among(name)}", _decks(sought, value, lambda deck, title: haystack(deck, title))
        case Field.TAG:
            return f"instr(tags, :{name})", f"\n{value}\n"
        case Field.KIND:
            return f"kind = :{name}", value
        case Field.RATED:
            return f"cards.id {_among(name)}", json.dumps(list(next(rated)))
        case _:
            return f"instr(folded, :{name}) OR deck {_among(f'{name}_decks')}", value


def _among(name: str) -> str:
    return f"IN (SELECT value FROM json_each(:{name}))"


def _decks(sought: Sought, value: str, text: Callable[[str, str], str]) -> str:
    return json.dumps([deck for deck, title in sought.titles.items() if value in haystack(text(deck, title))])
