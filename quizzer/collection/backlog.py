"""The backlog of a collection: when it will be clear, and what spreads it over some days."""

from collections.abc import Callable

from quizzer.collection.shelf import Shelf
from quizzer.core.allowance import spread_on
from quizzer.core.backlog import HORIZON, Limits, Owed, clear_days, fewest_a_day
from quizzer.core.options import ALL, Options
from quizzer.core.quota import Quota

_MOST = 600
"""Cards that are played through; of more, an even part stands for all, against the same part of the limits."""


class Backlog:
    """The reviews that are due and that will be, looked at once; it grows with their number, so not before a frame."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.day = shelf.day()
        rows = shelf.ledger.cards.owed(tuple(shelf.decks), self.day + HORIZON)
        self.part = -(-len(rows) // _MOST) or 1
        """Of how many cards one is looked at."""
        self._cards = [Owed(*row) for row in rows[:: self.part]]
        self._options: dict[str, Options] = {deck: shelf.options(deck) for deck in {card.deck for card in self._cards}}

    def clear_days(self) -> dict[str, int]:
        """The study day on whose evening nothing is left due, by deck and for all (""); missing where it is far off."""
        return clear_days(self._cards, self.day, self._limits(), self._options)

    def a_day_for(self, days: int) -> int:
        """How many reviews a day clear everything that is due in so many days, today among them."""
        return fewest_a_day(self._cards, self.day, days, self._limits().own, self._options) * self.part

    def _limits(self) -> Limits:
        quota, _ = self._shelf.quota(self.day)
        settings, usual = self._shelf.ledger.timeline.now(), self._shelf.options(ALL).reviews_per_day

        def everything(day: int) -> float:
            spread = spread_on(settings, day)
            most = quota.everything.reviews if day == self.day else spread[0] if spread else usual
            return most / self.part

        own = {deck: self._own(deck, quota) for deck in quota.own if deck in self._options}
        return Limits(everything, own)

    def _own(self, deck: str, quota: Quota) -> Callable[[int], float]:
        usual = self._options[deck].reviews_per_day
        return lambda day: (quota.own[deck].reviews if day == self.day else usual) / self.part
