"""What is known of each card, for `quizzer cards`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.day import date_of, local
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.schedule import State
from quizzer.core.text import clean
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


def card_reports(shelf: Shelf, decks: Sequence[str], words: Sequence[str]) -> Iterator[CardReport]:
    """Cards of some decks (all, and orphans, where none are named) whose id or tags hold each of the words."""
    day = shelf.day()
    wanted = [clean(word).casefold() for word in words]  # a word may come decomposed, as macOS spells names
    for row in shelf.ledger.cards.rows():
        if decks and row.deck not in decks:
            continue
        text = f"{row.id}\n{row.tags}".casefold()
        if all(word in text for word in wanted):
            yield _report(shelf, row, day)


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
