"""What home and `due` show: what each deck has today, and what comes next."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizzer.collection.budgeting import PACE_DAYS, budgets
from quizzer.collection.exam_weeks import weeks
from quizzer.collection.shelf import Shelf
from quizzer.core.allowance import spread_on
from quizzer.core.day import study_day
from quizzer.core.event import Moment
from quizzer.core.exam import LAST_DAYS, Week, exam_day
from quizzer.core.options import ALL, DEFAULTS, LEECH_LAPSES, Options
from quizzer.core.pace import Pace
from quizzer.core.quota import Quota, quota


class DeckRow(NamedTuple):
    """What one deck, or everything, has today."""

    id: str
    """Empty for everything."""
    title: str
    new: int
    learning: int
    due: int
    cards: int
    left_out: int
    """Notes that are not studied, since they have errors."""
    path: str
    note: str
    """What a person should know of its place; mostly empty."""
    due_in_all: int
    """Reviews due before the day's limit."""
    next_day: int | None = None
    """The study day on which something comes next; only where nothing is left today."""
    next_count: int = 0

    @property
    def today(self) -> int:
        """Everything that may be asked today."""
        return self.new + self.learning + self.due


class Overview(NamedTuple):
    """All of home's figures at one moment."""

    moment: Moment
    day: int
    everything: DeckRow
    decks: tuple[DeckRow, ...]
    reviewed_today: int
    reviewed_yesterday: int
    streak: int
    """Study days in a row with a review, today's counted when there is one."""
    problems: int
    """Errors and warnings in deck files."""
    left_out: int
    leeches: int
    flagged: int
    notices: tuple[str, ...] = ()
    new_per_day: int = 0
    """The limit of all decks together."""
    pace: Pace = Pace()
    options: Options = DEFAULTS
    """Those of all decks together."""
    away: int = 0
    """Study days since the newest review, 0 where there is none."""
    spread: tuple[int, int] | None = None
    """Reviews a day that a backlog is spread into, and up to which study day."""

    drafts: int = 0
    """Notes that wait to be accepted by a person."""

    @property
    def behind(self) -> bool:
        """Whether more is due than the day's limits let be asked."""
        return self.everything.due_in_all > self.everything.due

    def seconds(self, row: DeckRow) -> float:
        """How long what a deck, or everything, has today will take at the person's pace."""
        return self.pace.seconds_for(row.new, row.learning, row.due, self.options)

    @property
    def new_kept_back(self) -> bool:
        """Whether that limit keeps back new cards that the decks would have today."""
        return self.everything.new < sum(deck.new for deck in self.decks)


def overview(shelf: Shelf, problems: int, notices: tuple[str, ...]) -> Overview:
    """The figures of this moment."""
    moment, day = shelf.ledger.clock.moment(), shelf.day()
    quota, due = shelf.quota(day)
    end, counts = shelf.day_end(moment), shelf.ledger.counts
    new, rooms = _new(shelf, quota, day), {deck: quota.of(deck) for deck in shelf.decks}
    learning, beside = counts.learning(shelf.decks, day, end), shelf.exam_entries(quota, due, day)
    rows = []
    for deck in shelf.decks.values():
        row = DeckRow(
            deck.id,
            deck.title,
            min(rooms[deck.id].new, new.get(deck.id, 0)),
            learning.get(deck.id, 0),
            min(rooms[deck.id].reviews, due.get(deck.id, 0) + len(beside.get(deck.id, ()))),
            deck.cards,
            deck.left_out,
            deck.path,
            deck.note,
            due.get(deck.id, 0),
        )
        rows.append(row if row.today else _with_next(row, [row.id], shelf, day))
    everything = _everything(rows, quota.everything.new, quota.everything.reviews)
    cache = shelf.ledger.cache
    days, last = cache.days(day - 1), cache.last_day()
    return Overview(
        moment,
        day,
        everything if everything.today else _with_next(everything, [row.id for row in rows], shelf, day),
        tuple(rows),
        days.get(day, (0, 0))[0],
        days.get(day - 1, (0, 0))[0],
        cache.streak(day),
        problems,
        sum(row.left_out for row in rows),
        len(counts.lapses(LEECH_LAPSES)),
        counts.flagged(shelf.known),
        notices,
        shelf.options(ALL).new_per_day,
        Pace(*cache.pace(PACE_DAYS)),
        shelf.options(ALL),
        0 if last is None else max(0, day - last),
        spread_on(shelf.ledger.timeline.now(), day),
        sum(deck.drafts for deck in shelf.decks.values()),
    )


def _new(shelf: Shelf, quota: Quota, day: int) -> dict[str, int]:
    """New cards that may be asked by deck, no more than any limit leaves."""
    most = max([quota.everything.new, *(room.new for room in quota.own.values())])
    return new_cards(shelf, shelf.decks, day, most) if most else {}


def new_cards(shelf: Shelf, decks: Iterable[str], day: int, most: int) -> dict[str, int]:
    """New cards that could be asked on a study day whatever the limits say, by deck, `most` at most of each."""
    found: dict[str, int] = {}
    near, counts = weeks(shelf.options, decks, day), shelf.ledger.counts
    for bury, some in shelf.by_burying(decks):
        found |= counts.new([deck for deck in some if deck not in near], day, bury, most)
    for deck, week in near.items():
        count = counts.new_in_week(deck, week, shelf.options(deck).bury_siblings, most)
        found |= {deck: count} if count else {}
    return found


def _with_next(row: DeckRow, decks: Sequence[str], shelf: Shelf, day: int) -> DeckRow:
    coming = next_of(shelf, decks, day)
    return row if coming is None else row._replace(next_day=coming[0], next_count=coming[1])


def next_of(shelf: Shelf, decks: Sequence[str], day: int) -> tuple[int, int] | None:
    """The next study day on which some decks ask something, and how many cards: what the limits left today, the
    reviews that fall due, and new cards, as far as the limits let them.
    """
    counts, due, new = shelf.ledger.counts, 0, 0
    falling: dict[str, int] = {}
    most = max((shelf.options(deck).new_per_day for deck in decks), default=0)
    for bury, some in shelf.by_burying(decks):  # what tomorrow's counts will be: what is hidden today is back by then
        falling |= counts.due(some, day + 1, bury)
    fresh = new_cards(shelf, decks, day + 1, most)
    times = budgets(shelf.options, shelf.ledger.cache, decks, day + 1, spent=False)
    free = quota(shelf.ledger.timeline.now(), {deck: shelf.study(deck) for deck in decks}, (), day + 1)
    beside = shelf.exam_entries(free, falling, day + 1, decks)
    asked = 0
    for deck in decks:
        options, time = shelf.options(deck), times.get(deck)
        here, first = min(falling.get(deck, 0), options.reviews_per_day), min(fresh.get(deck, 0), options.new_per_day)
        both = min(here + len(beside.get(deck, ())), options.reviews_per_day)
        both = time.reviews(both) if time else both
        due, asked, new = due + min(here, both), asked + both, new + (time.fresh(first, both) if time else first)
    limits = shelf.options(ALL)
    spread = spread_on(shelf.ledger.timeline.now(), day + 1)
    most = spread[0] if spread else limits.reviews_per_day
    time, new = times.get(ALL), min(new, limits.new_per_day)
    most = time.reviews(most) if time else most
    new = time.fresh(new, min(asked, most)) if time else new
    tomorrow = min(asked, most) + (new if due <= most else 0)
    days = {day + 1: tomorrow} if tomorrow else {}
    moment = shelf.ledger.clock.moment()
    for again, hidden in counts.later(decks, day, shelf.day_end(moment)):
        comes = max(study_day(again, moment.offset, limits.rollover), hidden + 1)
        days[comes] = days.get(comes, 0) + 1
    for deck in decks if not tomorrow else ():
        for coming in (counts.next_due(deck, day), _next_for_exam(shelf, deck, day)):
            if coming is not None:
                days[coming[0]] = days.get(coming[0], 0) + coming[1]
    return min(days.items()) if days else None


def _next_for_exam(shelf: Shelf, deck: str, day: int) -> tuple[int, int] | None:
    """The next study day on which cards are asked since the exam of a deck is near, and how many."""
    options = shelf.options(deck)
    exam = exam_day(options.exam)
    if exam is None:
        return None
    for at in range(max(day + 1, exam - LAST_DAYS), exam):
        week, bury = Week(exam, at), options.bury_siblings
        asked = shelf.ledger.cards.before_exam(deck, week, options.reviews_per_day, bury)
        if asked:
            return at, len(asked)
    return None


def _everything(rows: list[DeckRow], new: int, reviews: int) -> DeckRow:
    return DeckRow(
        "",
        "Everything today",
        min(new, sum(row.new for row in rows)),
        sum(row.learning for row in rows),
        min(reviews, sum(row.due for row in rows)),
        sum(row.cards for row in rows),
        sum(row.left_out for row in rows),
        "",
        "",
        sum(row.due_in_all for row in rows),
    )
