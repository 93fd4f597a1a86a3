"""Folding the whole log anew into the cache, in two passes, so that a long log need not stand in memory."""

from collections.abc import Iterable

from quizzer.collection.settings import Tell
from quizzer.core.adoption import adoption_of, counting
from quizzer.core.cards import deck_of
from quizzer.core.day import study_day
from quizzer.core.event import Did, Event
from quizzer.core.options import ALL
from quizzer.core.progress import (
    UNTOUCHED,
    Standing,
    advance,
    as_it_stands,
    counts,
    in_place,
    replaced,
    voided_by,
)
from quizzer.core.quiz import quiz_id
from quizzer.core.stats.sight import sight
from quizzer.core.stats.tally import Tallies
from quizzer.core.timeline import Order, Timeline, setting_of
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.bulk import recounting
from quizzer.store.cache import Cache
from quizzer.store.card_table import CardTable
from quizzer.store.log import Log
from quizzer.store.quiz_table import QuizTable
from quizzer.store.tally_table import TallyTable

BEFORE_ALL: Order = (-1, "", "")
_TELL_EVERY = 1_000


def refold(log: Log, cache: Cache, cards: CardTable, tell: Tell | None) -> tuple[int, Order]:
    """Fold a log afresh; the newest row folded, and the place of the last event.

    The caller holds the cache's transaction.
    """
    with recounting(cache.connection):
        return _refold(log, cache, cards, tell)


def _refold(log: Log, cache: Cache, cards: CardTable, tell: Tell | None) -> tuple[int, Order]:
    if cache.get("folded"):
        cache.forget_log()
    row, newest, in_order, others = _first_pass(log, cache)
    voided = cache.all_voided()
    timeline, heirs = Timeline(cache.settings()), AdoptionTable(cache.connection).heirs()
    others = [event for event in sorted(others, key=lambda event: event.order) if event.id not in voided]
    instead = in_place(counting(event, heirs) for event in others)
    standings: dict[str, Standing] = {}
    tallies = Tallies()
    total = log.count()
    for seen, event in enumerate(_events(log, in_order, row), 1):
        if tell and seen % _TELL_EVERY == 0:
            tell(seen, total, "Folding reviews")
        if event.id in voided:
            continue
        count_in_day(cache, timeline, event, 1)
        if event.card:
            options = timeline.at(event.order, deck_of(event.card))
            counted = as_it_stands(counting(event, heirs), instead)
            before = standings.get(counted.card, UNTOUCHED)
            tallies.add(sight(before, counted, options))
            standings[counted.card] = advance(before, counted, options)
    for card, standing in standings.items():
        cards.put_standing(card, standing)
    TallyTable(cache.connection).add(tallies)
    return row, newest


def count_in_day(cache: Cache, timeline: Timeline, event: Event, sign: int) -> None:
    """Count a review in its study day, or with sign -1 take it out again; what counts for nothing is left out."""
    if counts(event):
        day = study_day(event.at, event.offset, timeline.at(event.order, ALL).rollover)
        took = event.data.get("took_ms")
        cache.add_to_day(day, sign, max(0, took) if isinstance(took, int) else 0)


def list_quiz(cache: Cache, event: Event) -> None:
    """Remember to which quiz an event belongs, if it belongs to one."""
    if quiz := quiz_id(event):
        QuizTable(cache.connection).put(event.id, quiz, event.kind, event.at)


def list_adoption(cache: Cache, event: Event) -> None:
    """Remember an adoption, if the event is one."""
    if (adoption := adoption_of(event)) is not None:
        AdoptionTable(cache.connection).put(adoption)


def _first_pass(log: Log, cache: Cache) -> tuple[int, Order, bool, list[Event]]:
    """Remember what is voided, which options were set, what was adopted, and what belongs to quizzes.

    The newest row and place, whether events were recorded in the fold's order, and the reviews that stand in the
    place of others.
    """
    row, newest, in_order = log.last_row(), BEFORE_ALL, True
    voided: set[str] = set()
    settings: list[Event] = []
    others: list[Event] = []
    for chunk in log.chunks():
        for number, event in chunk:
            row = max(row, number)
            in_order = in_order and event.order > newest
            newest = max(newest, event.order)
            voided |= voided_by([event])
            if event.kind == Did.OPTION_SET:
                settings.append(event)
            if target := replaced(event):
                others.append(event)
                cache.put_replaced(target)
            list_quiz(cache, event)
            list_adoption(cache, event)
    cache.put_voided(voided)
    AdoptionTable(cache.connection).settle()
    for event in settings:
        if event.id not in voided:
            cache.put_setting(event.order, setting_of(event))
    return row, newest, in_order, others


def _events(log: Log, in_order: bool, row: int) -> Iterable[Event]:
    """The events up to a row in the fold's order; others that arrive meanwhile are for the next time."""
    events = (event for chunk in log.chunks() for number, event in chunk if number <= row)
    return events if in_order else sorted(events, key=lambda event: event.order)
