"""The cache's adoptions: for which card the history of another one counts."""

import json
import sqlite3
from collections.abc import Iterable

from quizzer.core.adoption import Adoption, Heirs, heirs_of


class AdoptionTable:
    """The adoptions of a cache's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, adoption: Adoption) -> None:
        """Remember an adoption, whether it stands or was taken back; `settle` says what follows."""
        row = (*adoption.order, adoption.source, adoption.card)
        self._connection.execute("INSERT OR IGNORE INTO adoptions VALUES (?, ?, ?, ?, ?)", row)

    def settle(self) -> None:
        """Find the heirs anew, from the adoptions that stand."""
        rows = self._connection.execute(
            "SELECT at, device, id, source, card FROM adoptions WHERE id NOT IN (SELECT id FROM voided)"
        ).fetchall()
        heirs = heirs_of(Adoption((at, device, id), source, card) for at, device, id, source, card in rows)
        self._connection.execute("DELETE FROM heirs")
        self._connection.executemany("INSERT INTO heirs VALUES (?, ?)", heirs.items())

    def heirs(self) -> Heirs:
        """Every heir."""
        return dict(self._connection.execute("SELECT card, heir FROM heirs").fetchall())

    def heirs_among(self, cards: Iterable[str]) -> Heirs:
        """The heirs of some cards."""
        query = "SELECT card, heir FROM json_each(?) CROSS JOIN heirs ON card = value"
        return dict(self._connection.execute(query, (json.dumps(list(cards)),)).fetchall())

    def kin(self, card: str) -> list[str]:
        """The cards whose history counts for a card: its own id among them, unless it has an heir itself."""
        return list(self.kin_of([card]))

    def kin_of(self, cards: Iterable[str]) -> Heirs:
        """The cards whose history counts for some cards, each with the one of these that it counts for."""
        wanted = list(dict.fromkeys(cards))
        away = self.heirs_among(wanted)
        query = "SELECT card, heir FROM json_each(?) CROSS JOIN heirs ON heir = value ORDER BY key, card"
        found = self._connection.execute(query, (json.dumps(wanted),)).fetchall()
        return {card: card for card in wanted if card not in away} | dict(found)

    def taken_back(self) -> set[tuple[str, str]]:
        """The adoptions that were taken back: source and card."""
        query = "SELECT source, card FROM adoptions WHERE id IN (SELECT id FROM voided)"
        return set(self._connection.execute(query).fetchall())

    def cards_after(self, at: int) -> set[str]:
        """The cards of adoptions that stand, and were recorded after an instant (UTC milliseconds)."""
        query = "SELECT source, card FROM adoptions WHERE at > ? AND id NOT IN (SELECT id FROM voided)"
        return {card for pair in self._connection.execute(query, (at,)).fetchall() for card in pair}

    def back(self) -> list[tuple[str, str, bool]]:
        """Cards that a deck holds though their history counts for another one: card, heir, and whether that is held."""
        query = (
            "SELECT heirs.card, heir, EXISTS (SELECT 1 FROM cards AS other WHERE other.id = heir AND"
            " other.position IS NOT NULL) FROM heirs JOIN cards ON cards.id = heirs.card"
            " WHERE cards.position IS NOT NULL ORDER BY heirs.card"
        )
        return [(card, heir, bool(there)) for card, heir, there in self._connection.execute(query).fetchall()]
