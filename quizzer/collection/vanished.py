"""Which decks' cards have vanished, as far as anybody knows."""

from functools import cached_property
from typing import Self

from quizzer.collection.shelf import Shelf


class Vanished:
    """Whether a card that its deck does not hold has vanished, as things stand when that is first asked."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def left(self) -> dict[str, bool]:
        """The decks that are not in use any more, and whether they are gone."""
        from quizzer.store.deck_homes import DeckHomes

        return DeckHomes(self._shelf.ledger.cache.connection).left()

    def read(self) -> Self:
        """Itself, with all read that it takes, so that another thread may ask."""
        self.left.keys()
        return self

    def may_be(self, deck: str) -> bool:
        """Whether orphans of a deck are gone: not where the deck has errors, or stands where nobody has looked."""
        if deck in self._shelf.decks:
            return not self._shelf.decks[deck].left_out
        return self.left.get(deck, self._shelf.known is None)
