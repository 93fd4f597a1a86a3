"""Adoption: for which card the history of another one counts, since that is what became of it.

An `adopted` event says that the history of the card it comes `from`, and of whatever that one has adopted, counts for
another card. It says so of every event of these cards, whenever it was recorded, before the adoption or after it.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from quizzer.core.event import Did, Event
from quizzer.core.timeline import Order

Heirs: TypeAlias = Mapping[str, str]
"""The card for which a card's history counts, by the id of each that has been adopted; never a card with an heir."""
NO_HEIRS: Heirs = MappingProxyType({})


class Adoption(NamedTuple):
    """One adoption, which sorts by its place in the fold."""

    order: Order
    source: str
    """The card whose history is taken over; the same as `card`: it has its own history back."""
    card: str


def adoption_of(event: Event) -> Adoption | None:
    """What an event says of adoption; None for one that says nothing."""
    source = event.data.get("from")
    if event.kind != Did.ADOPTED or not event.card or not isinstance(source, str) or not source:
        return None
    return Adoption(event.order, source, event.card)


def heirs_of(adoptions: Iterable[Adoption]) -> Heirs:
    """The heirs after some adoptions, which are not voided, in whatever order they are given.

    Each in fold order first takes the history of its card back from wherever that went, then points its source there:
    so no chain of them comes round to where it began.

    >>> one, two = Adoption((1, "d", "a"), "a/x", "a/y"), Adoption((2, "d", "b"), "a/y", "a/z")
    >>> dict(heirs_of([two, one]))
    {'a/x': 'a/z', 'a/y': 'a/z'}
    """
    followed: dict[str, str] = {}
    for _, source, card in sorted(adoptions):
        followed.pop(card, None)
        if source != card:
            followed[source] = card
    return {card: _end(card, followed) for card in followed}


def _end(card: str, followed: Mapping[str, str]) -> str:
    while card in followed:
        card = followed[card]
    return card


def counting(event: Event, heirs: Heirs) -> Event:
    """The event as one of the card for which it counts."""
    heir = heirs.get(event.card)
    return event if heir is None else event._replace(card=heir)
