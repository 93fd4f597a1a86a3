"""What home shows: what each deck has today, what comes next, and what was done."""

from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.budgeting import PACE_DAYS, budgets
from quizzer.collection.counting import DeckRow, counted, new_cards
from quizzer.collection.shelf import Shelf
from quizzer.core.allowance import spread_on
from quizzer.core.day import study_day
from quizzer.core.exam import LAST_DAYS, Week, exam_day
from quizzer.core.moment import Moment
from quizzer.core.options import ALL, DEFAULTS, LEECH_LAPSES, Options
from quizzer.core.pace import Pace
from quizzer.core.quota import quota


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
    newcomer: bool = False
    """Whether there is something to study, and nothing has ever been done here."""

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
    everything, rows = counted(shelf, day)
    left = everything.due_in_all - everything.due
    rows = [row if row.today else _with_next(row, [row.id], shelf, day, left) for row in rows]
    cache, counts = shelf.ledger.cache, shelf.ledger.counts
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
        last is None and everything.new > 0 and _is_untouched(shelf),
    )


def _is_untouched(shelf: Shelf) -> bool:
    """Whether nobody has done anything that stands; what authors suggest is recorded by itself."""
    if shelf.ledger.row == shelf.ledger.cache.count_suggested():
        return True
    from quizzer.collection.undoing import Undoing

    return Undoing(shelf, 0).next() is None


def _with_next(row: DeckRow, decks: Sequence[str], shelf: Shelf, day: int, left: int = 0) -> DeckRow:
    coming = next_of(shelf, decks, day, left)
    return row if coming is None else row._replace(next_day=coming[0], next_count=coming[1])


def next_of(shelf: Shelf, decks: Sequence[str], day: int, left: int = 0) -> tuple[int, int] | None:
    """The next study day on which some decks ask something, and how many cards: what the limits left today, the
    reviews that fall due, and new cards, as far as the limits let them.

    Args:
        shelf: what there is.
        decks: those that are asked about.
        day: the study day it is.
        left: reviews of all decks that today's limits leave for later; new cards wait for them.
    """
    counts, due, new = shelf.ledger.counts, 0, 0
    falling: dict[str, int] = {}
    most = max((shelf.options(deck).new_per_day for deck in decks), default=0)
    for bury, some in shelf.by_burying(decks):  # what tomorrow's counts will be: what is hidden today is back by then
        falling |= counts.due(some, day + 1, bury)
    fresh = new_cards(shelf, decks, day + 1, most)
    times = budgets(shelf.options, shelf.ledger.cache, decks, day + 1, spent=False)
    free = quota(shelf.ledger.timeline.now(), {deck: shelf.study(deck) for deck in decks}, (), day + 1)
    beside = shelf.exam_counts(free, falling, day + 1, decks)
    asked = 0
    for deck in decks:
        options, time = shelf.options(deck), times.get(deck)
        here, first = min(falling.get(deck, 0), options.reviews_per_day), min(fresh.get(deck, 0), options.new_per_day)
        both = min(here + beside.get(deck, 0), options.reviews_per_day)
        both = time.reviews(both) if time else both
        due, asked, new = due + min(here, both), asked + both, new + (time.fresh(first, both) if time else first)
    limits = shelf.options(ALL)
    spread = spread_on(shelf.ledger.timeline.now(), day + 1)
    most = spread[0] if spread else limits.reviews_per_day
    time, new = times.get(ALL), min(new, limits.new_per_day)
    most = time.reviews(most) if time else most
    new = time.fresh(new, min(asked, most)) if time else new
    tomorrow = min(asked, most) + (new if max(due, left) <= most else 0)
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
        asked = shelf.ledger.counts.before_exam(deck, week, bury, options.reviews_per_day)
        if asked:
            return at, asked
    return None
