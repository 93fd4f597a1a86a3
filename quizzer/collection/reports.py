"""What is known of each card, for `quizzer cards`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.day import date_of, local, study_day
from quizzer.core.event import Did
from quizzer.core.filtering import Facts, Field, Is, Rated, Term, asks, matches
from quizzer.core.markup import plain
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.options import LEECH_LAPSES
from quizzer.core.progress import as_it_stands, counts, in_place
from quizzer.core.schedule import State
from quizzer.store.card_table import CardRow


class CardReport(NamedTuple):
    """A card and where it stands; the fields of `cards --json`."""

    id: str
    deck: str
    kind: str
    """Empty for an orphan, whose deck no longer holds it."""
    state: str
    """new, learning, review or relearning."""
    due: str
    """Review: a date. Learning and relearning: an instant, ISO 8601. New: empty."""
    stability: float | None
    """Days until recall is 90 %; none for a new card."""
    difficulty: float | None
    retrievability: float | None
    """Probability of recall today."""
    reps: int
    lapses: int
    suspended: bool
    buried: bool
    flag: str | None
    """Words of a flag; none where there is no flag."""
    tags: tuple[str, ...]
    orphan: bool
    """Whether its deck holds it no more."""


def card_reports(shelf: Shelf, decks: Sequence[str], terms: Sequence[Term]) -> Iterator[CardReport]:
    """Cards of some decks (all, and orphans, where none are named) for which the terms of a filter hold."""
    day, now = shelf.day(), shelf.ledger.clock.moment().at
    rated = _rated(shelf, day) if asks(terms, Field.RATED) else {}
    for row in shelf.ledger.cards.rows():
        if decks and row.deck not in decks:
            continue
        report = _report(shelf, row, day)
        if not terms or matches(terms, _facts(shelf, row, report, day, now, rated)):
            yield report


def _facts(shelf: Shelf, row: CardRow, report: CardReport, day: int, now: int, rated: dict[str, list[Rated]]) -> Facts:
    schedule, deck = row.standing.schedule, shelf.decks.get(row.deck)
    hidden = report.suspended or report.buried or row.position is None
    until = day if schedule.state is State.REVIEW else now
    marks = {
        Is.DUE: schedule.state is not State.NEW and schedule.due <= until and not hidden,
        Is.NEW: schedule.state is State.NEW,
        Is.LEARNING: schedule.state in (State.LEARNING, State.RELEARNING),
        Is.LEECH: schedule.lapses >= LEECH_LAPSES,
        Is.SUSPENDED: report.suspended,
        Is.BURIED: report.buried,
        Is.FLAGGED: report.flag is not None,
        Is.ORPHAN: report.orphan,
    }
    return Facts(
        row.id,
        row.deck,
        deck.title if deck else "",
        row.kind,
        report.tags,
        frozenset(mark for mark, holds in marks.items() if holds),
        lambda: _text(shelf, row.id),
        lambda: rated.get(row.id, ()),
    )


def _text(shelf: Shelf, id: str) -> str:
    card = shelf.card(id)
    text = text_version(card) if card else None
    return f"{plain(text.question)}\n{plain(text.solution)}" if text else ""


def _rated(shelf: Shelf, day: int) -> dict[str, list[Rated]]:
    """The reviews of each card that count, as they stand."""
    voided = shelf.ledger.cache.all_voided()
    events = [event for chunk in shelf.ledger.log.chunks() for _, event in chunk if event.kind == Did.REVIEWED]
    standing = sorted((event for event in events if event.id not in voided), key=lambda event: event.order)
    instead, found = in_place(standing), dict[str, list[Rated]]()
    for event in filter(counts, standing):
        ago = day - study_day(event.at, event.offset, shelf.options(event.card.partition("/")[0]).rollover)
        found.setdefault(event.card, []).append(Rated(ago, as_it_stands(event, instead).data["rating"]))
    return found


def _report(shelf: Shelf, row: CardRow, day: int) -> CardReport:
    standing, schedule = row.standing, row.standing.schedule
    seen = schedule.reps > 0
    decay = decay_of(shelf.options(row.deck).parameters)
    recall = retrievability(max(0, day - schedule.last_day), schedule.stability, decay) if seen else None
    return CardReport(
        row.id,
        row.deck,
        row.kind,
        schedule.state.name.lower(),
        _due(shelf, row),
        schedule.stability if seen else None,
        schedule.difficulty if seen else None,
        recall,
        schedule.reps,
        schedule.lapses,
        standing.suspended,
        standing.buried >= day,
        standing.flag,
        tuple(tag for tag in row.tags.split("\n") if tag),
        row.position is None and not _may_be_left_out(shelf, row),
    )


def _may_be_left_out(shelf: Shelf, row: CardRow) -> bool:
    """Whether its note may still stand in its deck, with an error: then nobody knows that it has vanished."""
    deck = shelf.decks.get(row.deck)
    return deck is not None and deck.left_out > 0


def _due(shelf: Shelf, row: CardRow) -> str:
    schedule = row.standing.schedule
    if schedule.state is State.NEW:
        return ""
    if schedule.state is State.REVIEW:
        return date_of(schedule.due).isoformat()
    return local(schedule.due, shelf.ledger.clock.moment().offset).isoformat(timespec="seconds")
