"""What is known of each card, for `quizzer cards`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.collection.vanished import Vanished
from quizzer.core.cards import Card
from quizzer.core.day import date_of, local
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.schedule import State
from quizzer.store.card_table import CardRow

if TYPE_CHECKING:
    from quizzer.core.filtering import Term


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
    draft: bool = False
    """Whether it is the first card of a note that is not accepted yet."""


def card_reports(shelf: Shelf, decks: Sequence[str] | None, terms: "Sequence[Term]") -> Iterator[CardReport]:
    """Cards of some decks (None: of all, and orphans) for which the terms of a filter hold."""
    from quizzer.collection.searching import Search, Wanted

    yield from reports_of(shelf, Search(shelf, Wanted(terms, decks)).run())


def reports_of(shelf: Shelf, cards: Sequence[str]) -> Iterator[CardReport]:
    """What is known of some cards, in this order; ids that nothing is known of are left out."""
    day, vanished = shelf.day(), Vanished(shelf)
    rows = {row.id: row for row in shelf.ledger.cards.rows_of(cards)}
    for id in cards:
        if id in rows:
            yield _report(shelf, rows[id], day, vanished)
        elif (card := shelf.written(id)) is not None:
            yield _draft(card)


def _draft(card: Card) -> CardReport:
    kind, tags = card.note.kind, tuple(tag.casefold() for tag in card.note.tags)
    nothing = (None, None, None, 0, 0, False, False, None)
    return CardReport(card.id, card.deck, kind, State.NEW.name.lower(), "", *nothing, tags, False, draft=True)


def _report(shelf: Shelf, row: CardRow, day: int, vanished: Vanished) -> CardReport:
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
        row.position is None and vanished.may_be(row.deck),
    )


def _due(shelf: Shelf, row: CardRow) -> str:
    schedule = row.standing.schedule
    if schedule.state is State.NEW:
        return ""
    if schedule.state is State.REVIEW:
        return date_of(schedule.due).isoformat()
    return local(schedule.due, shelf.ledger.clock.moment().offset).isoformat(timespec="seconds")
