"""Which decks' cards have vanished, as far as anybody knows."""

from quizzer.collection.shelf import Shelf
from quizzer.store.deck_homes import DeckHomes


class Vanished:
    """Whether a card that its deck does not hold has vanished, as things stand when this is made."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.left = DeckHomes(shelf.ledger.cache.connection).left()
        """The decks that are not in use any more, and whether they are gone."""

    def may_be(self, deck: str) -> bool:
        """Whether orphans of a deck are gone: not where the deck has errors, or stands where nobody has looked."""
        if deck in self._shelf.decks:
            return not self._shelf.decks[deck].left_out
        return self.left.get(deck, self._shelf.known is None)
