"""What of a deck matters for judging one of its cards."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Surroundings(NamedTuple):
    """A deck, as far as judging looks at it."""

    language: str = ""
    """That of the answers, as the deck names it."""
    others: Callable[[], Iterable[str]] = tuple
    """The solutions of the deck, this card's among them or not; asked for only where a response is nearly right."""


NOWHERE = Surroundings()
"""A card on its own."""
