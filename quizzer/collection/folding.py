"""Folding events that have just come into the cache.

An event that comes after all that was folded advances one card. An older one (from another device, or behind a clock
that went back) folds the cards it touches anew, and an adoption those whose history goes or comes; an older option, or
an option taken back, folds everything anew.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quizzer.collection.refolding import BEFORE_ALL, count_in_day, list_adoption, list_quiz, refold
from quizzer.collection.settings import Tell
from quizzer.core.adoption import NO_HEIRS, Heirs, counting
from quizzer.core.cards import deck_of
from quizzer.core.event import Did, Event
from quizzer.core.progress import UNTOUCHED, Standing, advance, fold_card, replaced, voided_by
from quizzer.core.stats.sight import sight
from quizzer.core.stats.tally import Tallies
from quizzer.core.timeline import Order, Timeline, setting_of
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.cache import Cache
from quizzer.store.card_table import CardTable
from quizzer.store.deck_homes import DeckHomes
from quizzer.store.log import Log
from quizzer.store.tally_table import TallyTable

_AT_ONCE = 500
"""Cards folded anew of which the events stand in memory together."""


class _Before(NamedTuple):
    """What tells the log as it was from the log as it is."""

    came: set[str]
    """Events that it did not hold."""
    taken_back: set[str]
    """Events that were not voided."""
    kin: Mapping[str, Sequence[str]]
    """The cards whose history counted for a card, where that is not the same any more."""


class Folding:
    """One fold of new events; the caller holds the cache's transaction."""

    def __init__(self, log: Log, cache: Cache, timeline: Timeline) -> None:
        self._log = log
        self._cache = cache
        self._cards = CardTable(cache.connection)
        self._adoptions = AdoptionTable(cache.connection)
        self._heirs: Heirs = NO_HEIRS
        self._row = 0
        self.timeline = timeline
        """The options, as they are after the fold."""

    def afresh(self, tell: Tell | None = None) -> int:
        """Fold the whole log anew; the newest row."""
        row, newest = refold(self._log, self._cache, self._cards, tell)
        self._set_timeline()
        self._cache.put("newest", json.dumps(newest))
        return row

    def apply(self, events: Iterable[Event], row: int, tell: Tell | None = None) -> None:
        """Fold events that have just come, whichever their place in the order; `row` is the newest of them.

        What the log already holds beyond that row is for the next time. `tell` hears of cards folded anew.
        """
        self._row = row
        ordered = sorted(events, key=lambda event: event.order)
        newest = self._newest()
        taken_back = self._take_back(ordered)
        if any(event.kind == Did.OPTION_SET and event.order < newest for event in [*ordered, *taken_back]):
            self.afresh()
            return
        if any(event.kind == Did.OPTION_SET for event in taken_back):
            self._cache.drop_settings(event.id for event in taken_back)
            self._set_timeline()
        void = self._cache.voided(event.id for event in ordered)
        standing = [event for event in ordered if event.id not in void]
        self._put_settings(standing)
        for event in ordered:
            list_quiz(self._cache, event)
            list_adoption(self._cache, event)
        came = {event.id for event in ordered}
        for event in standing:
            count_in_day(self._cache, self.timeline, event, 1)
        for event in taken_back:
            if event.id not in came:
                count_in_day(self._cache, self.timeline, event, -1)
        before = _Before(came, {event.id for event in taken_back}, self._adopt([*ordered, *taken_back]))
        self._heirs = self._adoptions.heirs_among({event.card for event in [*standing, *taken_back]})
        late = self._counting(event for event in standing if event.order < newest) | self._replace(standing)
        self._fold_cards(standing, late | self._counting(taken_back) | before.kin.keys(), before, tell)
        self._cache.put("newest", json.dumps(max([newest, *(event.order for event in ordered)])))

    def _adopt(self, events: Iterable[Event]) -> dict[str, list[str]]:
        """Find heirs anew where adoptions came or were taken back; which history each card had whose own changes."""
        if all(event.kind != Did.ADOPTED for event in events):
            return {}
        before = self._adoptions.heirs()
        self._adoptions.settle()
        after = self._adoptions.heirs()
        moved = {card for card in before.keys() | after.keys() if before.get(card) != after.get(card)}
        changed = {heirs.get(card, card) for card in moved for heirs in (before, after)}
        # Another device may have adopted a card that stands in a deck here.
        DeckHomes(self._cache.connection).unsettle({deck_of(card) for card in moved})
        kin = {card: [] if card in before else [card] for card in changed}
        for card, heir in before.items():
            if heir in changed:
                kin[heir].append(card)
        return kin

    def _counting(self, events: Iterable[Event]) -> set[str]:
        """The cards for which events count."""
        return {counting(event, self._heirs).card for event in events}

    def _take_back(self, ordered: Sequence[Event]) -> list[Event]:
        """Void what `undone` events among these void, and say which events that newly takes back."""
        undone = voided_by(ordered)
        fresh = undone - self._cache.voided(undone)
        self._cache.put_voided(undone)
        here = {event.id: event for event in ordered}
        return [*(here[id] for id in fresh & here.keys()), *self._log.of_ids(fresh - here.keys(), self._row)]

    def _replace(self, events: Sequence[Event]) -> set[str]:
        """Remember which reviews have others in their place; the cards of those, which may have come before them."""
        others = [event for event in events if replaced(event)]
        for event in others:
            self._cache.put_replaced(replaced(event))
        known = self._cache.replaced(event.id for event in events)
        return self._counting(others) | self._counting(event for event in events if event.id in known)

    def _put_settings(self, events: Iterable[Event]) -> None:
        settings = [event for event in events if event.kind == Did.OPTION_SET]
        for event in settings:
            self._cache.put_setting(event.order, setting_of(event))
        if settings:
            self._set_timeline()

    def _fold_cards(
        self, events: Iterable[Event], afresh: set[str], before: "_Before", tell: Tell | None = None
    ) -> None:
        """Advance the cards of these events, but fold some cards from all their events."""
        standings: dict[str, Standing] = {}
        tallies = Tallies()
        for event in events:
            counted = counting(event, self._heirs)
            if event.card and counted.card not in afresh:
                stood = standings.get(counted.card) or self._cards.standing(counted.card) or UNTOUCHED
                options = self.timeline.at(event.order, deck_of(event.card))
                tallies.add(sight(stood, counted, options))
                standings[counted.card] = advance(stood, counted, options)
        cards = sorted(afresh - {""})
        for start in range(0, len(cards), _AT_ONCE):
            if tell and start:
                tell(start, len(cards), "Folding cards anew")
            standings |= self._fold_afresh(cards[start : start + _AT_ONCE], before, tallies)
        for card, standing in standings.items():
            self._cards.put_standing(card, standing)
        TallyTable(self._cache.connection).add(tallies)

    def _fold_afresh(self, cards: Sequence[str], before: "_Before", tallies: Tallies) -> dict[str, Standing]:
        """Fold cards from all their events; what their reviews came to until now is taken out of the tallies."""
        now = self._adoptions.kin_of(cards)
        then = {one: heir for one, heir in now.items() if heir not in before.kin}
        then |= {one: card for card in cards for one in before.kin.get(card, ())}
        events = self._log.of_cards([*then, *now], self._row)
        voided = self._cache.voided(event.id for event in events)
        known, own = dict[str, list[Event]](), dict[str, list[Event]]()
        for event in events:
            if event.card in then and event.id not in before.came:
                known.setdefault(then[event.card], []).append(event)
            if event.card in now:
                own.setdefault(now[event.card], []).append(event)
        for some in known.values():
            known_voided = voided - before.taken_back
            fold_card(some, known_voided, self.timeline, lambda *seen: tallies.add(sight(*seen), -1), then)
        return {
            card: fold_card(own.get(card, ()), voided, self.timeline, lambda *seen: tallies.add(sight(*seen)), now)
            for card in cards
        }

    def _set_timeline(self) -> None:
        self.timeline = Timeline(self._cache.settings())

    def _newest(self) -> Order:
        text = self._cache.get("newest")
        if not text:
            return BEFORE_ALL
        at, device, id = json.loads(text)
        return (at, device, id)
