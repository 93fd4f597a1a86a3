"""What the reviews of cards with a tag come to: counted from the log, since the cache keeps tallies by deck only."""

from collections.abc import Iterator
from typing import Protocol

from quizzer.collection.shelf import Shelf
from quizzer.core.event import Event
from quizzer.core.options import ALL
from quizzer.core.progress import fold_card
from quizzer.core.stats.period import total
from quizzer.core.stats.sight import sight
from quizzer.core.stats.tally import DayTally, HourTally, Promise, Tallies

_CARDS = 200
"""Cards whose reviews are counted at a time."""
_EVER = -(10**9)


class Tallied(Protocol):
    """What reviews come to, however it is known; a deck's, or for "" of all, from a study day on."""

    def days(self, deck: str = ALL, since: int = _EVER) -> dict[int, DayTally]:
        """By study day, in their order."""
        ...

    def decks(self, since: int = _EVER) -> dict[str, DayTally]:
        """By deck."""
        ...

    def hours(self, deck: str = ALL, since: int = _EVER) -> dict[int, HourTally]:
        """By hour of the day, of the weeks that begin on such a day."""
        ...

    def promises(self, deck: str = ALL) -> dict[tuple[int, int, int, int], Promise]:
        """By hundredth of what was promised and the bins of RMSE(bins)."""
        ...


class TagTallies:
    """What the reviews of some cards come to."""

    def __init__(self, tallies: Tallies) -> None:
        self._tallies = tallies

    def days(self, deck: str = ALL, since: int = _EVER) -> dict[int, DayTally]:
        """By study day, in their order."""
        days = self._tallies.days.items()
        return {day: DayTally._make(one) for (of, day), one in sorted(days) if of == deck and day >= since}

    def decks(self, since: int = _EVER) -> dict[str, DayTally]:
        """By deck."""
        decks = {deck for deck, _ in self._tallies.days if deck}
        return {deck: total(self.days(deck, since).values()) for deck in sorted(decks)}

    def hours(self, deck: str = ALL, since: int = _EVER) -> dict[int, HourTally]:
        """By hour of the day, of the weeks that begin on such a day."""
        found: dict[int, HourTally] = {}
        for (of, week, hour), one in sorted(self._tallies.hours.items()):
            if of == deck and week >= since:
                found[hour] = HourTally._make(map(sum, zip(found.get(hour, HourTally()), one, strict=True)))
        return found

    def promises(self, deck: str = ALL) -> dict[tuple[int, int, int, int], Promise]:
        """By hundredth of what was promised and the bins of RMSE(bins)."""
        found: dict[tuple[int, int, int, int], Promise] = {}
        for (of, hundredth, wait, nth, lapses, _), one in self._tallies.promises.items():
            if of == deck:
                place = (hundredth, wait, nth, lapses)
                found[place] = found.get(place, Promise()).plus(Promise._make(one))
        return found


def counting(shelf: Shelf, cards: list[str], tallies: Tallies) -> Iterator[float]:
    """Count all reviews of some cards, some cards at a time; each time the share of cards that is counted."""
    ledger = shelf.ledger
    for start in range(0, len(cards), _CARDS):
        yield start / len(cards)
        own, kin = dict[str, list[Event]](), ledger.adoptions.kin_of(cards[start : start + _CARDS])
        for event in ledger.log.of_cards(kin, ledger.row):
            own.setdefault(kin[event.card], []).append(event)
        for events in own.values():
            voided = ledger.cache.voided(event.id for event in events)
            fold_card(events, voided, ledger.timeline, lambda *seen: tallies.add(sight(*seen)), kin)
