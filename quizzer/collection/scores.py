"""Scores: what you know, what you would score, and what came of it until now; drawn from the cache's tallies."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.memory import decay_of
from quizzer.core.options import ALL, LEECH_LAPSES
from quizzer.core.stats.correction import Correction, corrected_by
from quizzer.core.stats.expectation import Expectation, Held, expectation
from quizzer.core.stats.period import Period, Streak, Stretch, streak_of, stretches, total
from quizzer.core.stats.tally import DayTally
from quizzer.store.score_cards import ByState, ScoreCards
from quizzer.store.tally_table import TallyTable

AHEAD = 30
"""Days that the forecast looks ahead."""


class Wanted(NamedTuple):
    """What scores are told of."""

    deck: str = ALL
    """The id of a deck; "" is all of them."""
    period: Period = Period.WEEKS
    tag: str = ""


class Overview(NamedTuple):
    """The figures of the first tab."""

    wanted: Wanted
    title: str
    day: int
    """The study day it is."""
    tally: DayTally
    """What the period's reviews come to."""
    stretches: list[Stretch]
    target: float
    """The retention that is wanted, 0–1."""
    streak: Streak
    states: ByState
    forecast: list[int]
    """Reviews to come, today's first with all that is overdue."""
    leeches: int
    orphans: int
    """Cards with reviews that no deck holds any more."""

    @property
    def never(self) -> bool:
        """Whether nothing was ever reviewed."""
        return not self.streak.days


class Scores:
    """The scores of a collection."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._learnt: tuple[int, Correction] | None = None

    @property
    def decks(self) -> dict[str, str]:
        """The titles of the decks in use, by id."""
        return {deck.id: deck.title for deck in self._shelf.decks.values()}

    def require_tag(self, tag: str, decks: Sequence[str] = ()) -> None:
        """Return where a card of some decks (all where none are named) bears a tag.

        Raises:
            UsageError: none does.
        """
        from quizzer.collection.naming import require_tag

        require_tag(tag, self._shelf.ledger.cards.tags(tuple(decks) or tuple(self._shelf.decks)))

    def overview(self, wanted: Wanted) -> Overview:
        """The figures of the first tab."""
        shelf, day, decks = self._shelf, self._shelf.day(), self._decks(wanted)
        cards = ScoreCards(shelf.ledger.cache.connection)
        days = self._tallies.days(wanted.deck)
        first = wanted.period.first(day)
        coming = cards.coming(decks, day + AHEAD - 1)
        forecast = [sum(count for at, count in coming.items() if at <= day)]
        forecast += [coming.get(day + ahead, 0) for ahead in range(1, AHEAD)]
        return Overview(
            wanted,
            self.decks.get(wanted.deck, wanted.deck) or "All decks",
            day,
            total(tally for at, tally in days.items() if first <= at <= day),
            stretches(days, first, day),
            shelf.options(wanted.deck).desired_retention,
            streak_of(days, day),
            cards.by_state(decks),
            forecast,
            sum(card.partition("/")[0] in decks for card, _ in shelf.ledger.counts.lapses(LEECH_LAPSES)),
            cards.orphans(None if wanted.deck == ALL else decks),
        )

    def expected(self, wanted: Wanted, day: int | None = None) -> Expectation:
        """The score to expect if all the cards were asked on a study day (None: today), nothing studied until then."""
        return expectation(self._held(wanted), self._shelf.day() if day is None else day, self.correction())

    def correction(self) -> Correction:
        """What the person's reviews teach about the promises of the memory model."""
        row = self._shelf.ledger.row
        if self._learnt is None or self._learnt[0] != row:
            groups = self._tallies.groups()
            self._learnt = row, corrected_by(groups.pop(ALL, ()), groups)
        return self._learnt[1]

    def _held(self, wanted: Wanted) -> Iterator[Held]:
        decays: dict[str, float] = {}
        rows = ScoreCards(self._shelf.ledger.cache.connection).held(self._decks(wanted), wanted.tag)
        for stability, last_day, guess, lapses, deck in rows:
            if deck not in decays:
                decays[deck] = decay_of(self._shelf.options(deck).parameters)
            yield Held(stability, last_day, guess, lapses > 0, deck, decays[deck])

    def _decks(self, wanted: Wanted) -> tuple[str, ...]:
        return (wanted.deck,) if wanted.deck else tuple(self._shelf.decks)

    @property
    def _tallies(self) -> TallyTable:
        return TallyTable(self._shelf.ledger.cache.connection)
