"""What to expect of exams if one keeps to the plan, and what that asks of each day."""

import math
from typing import NamedTuple

from quizzer.collection.budgeting import PACE_DAYS, budgets
from quizzer.collection.scores import Scores
from quizzer.core.exam import exam_day
from quizzer.core.options import ALL, Options
from quizzer.core.pace import Pace
from quizzer.core.stats.exam_plan import MOST, DayLimits, Played, Studied, doubt_of, played
from quizzer.core.stats.expectation import Expectation, Expecting

_FEWEST = 20
"""Cards of a deck that are played through at least, however many decks share an exam."""
FARTHEST = 400
"""Days that are looked ahead; of an exam beyond them nothing is said yet."""


class ExamPlan(NamedTuple):
    """What comes of the days until an exam."""

    deck: str
    """"" for all decks with the exam that is set for all."""
    exam: int
    """Its study day."""
    day: int
    """Today."""
    expected: Expectation
    """The score to expect on that day."""
    cards_a_day: float
    seconds_a_day: float
    unseen: int
    """Cards that are never seen until then."""
    not_again: int
    """Cards seen that do not come once more in the last days."""
    new_per_day: int
    """The limit of new cards as it stands."""
    enough_new: int
    """The least such limit that leaves no card unseen, should reviews leave it room."""
    shared: bool
    """Whether it is the limit of all decks that would have to be that, since these decks take turns with others."""

    @property
    def days(self) -> int:
        """Study days until then, today among them."""
        return self.exam - self.day


def exam_plan(scores: Scores, deck: str) -> ExamPlan | None:
    """The plan for a deck's exam, or for that of all decks (""); None where there is none ahead, or far off."""
    shelf, day = scores.shelf, scores.day
    exam = exam_day(shelf.options(deck).exam)
    if exam is None or not day < exam <= day + FARTHEST:
        return None
    decks = [deck] if deck else [one for one in shelf.decks if exam_day(shelf.options(one).exam) == exam]
    return _Planning(scores, day, exam).plan(deck, decks)


def exam_plans(scores: Scores, deck: str) -> list[ExamPlan]:
    """The plans for what is told of: of a deck its own; of all decks (""), theirs and those of decks on other days."""
    of_all = exam_day(scores.shelf.options(ALL).exam)
    others = [one for one in sorted(scores.decks) if exam_day(scores.shelf.options(one).exam) != of_all]
    decks = [deck] if deck else [ALL, *others]
    return [plan for one in decks if (plan := exam_plan(scores, one)) is not None]


class _Planning:
    """The decks on their way to one exam."""

    def __init__(self, scores: Scores, day: int, exam: int) -> None:
        self.scores, self.day, self.exam = scores, day, exam
        self.shelf = scores.shelf
        self.quota, self.due = self.shelf.quota(day)
        cache = self.shelf.ledger.cache
        self.pace = Pace(*cache.pace(PACE_DAYS))
        self.budgets = budgets(self.shelf.options, cache, self.quota.own, day, spent=False)
        self.left = budgets(self.shelf.options, cache, self.quota.own, day)
        self.fresh = self.shelf.ledger.counts.new(self.shelf.decks, day, False, 10**6)
        """New cards by deck."""

    def plan(self, deck: str, decks: list[str]) -> ExamPlan:
        whole = Expecting(self.exam, self.scores.correction(), doubt_of(self.exam - self.day))
        new = reviews = 0.0
        unseen = not_again = 0
        for one in decks:
            found = self.played(one, max(_FEWEST, MOST // len(decks)))
            whole.join(found.expecting)
            new, reviews = new + found.new, reviews + found.reviews
            unseen, not_again = unseen + found.unseen, not_again + found.not_again
        days, options, every = self.exam - self.day, self.shelf.options(deck), self.shelf.options(ALL)
        begun = sum(first for one, _, first, _ in self.shelf.ledger.counts.asked(self.day) if one in decks)
        waiting = sum(self.fresh.get(one, 0) for one in decks)
        enough = math.ceil((waiting + begun) / days)
        turns = max(1, len(self.fresh)) / max(1, len(self.fresh.keys() & set(decks)))
        shared = turns > 1 and every.new_per_day / turns < enough
        return ExamPlan(
            deck,
            self.exam,
            self.day,
            whole.found,
            (new + reviews) / days,
            self.pace.seconds_for(new, 0, reviews, every) / days,
            unseen,
            not_again,
            every.new_per_day if shared else options.new_per_day,
            math.ceil(enough * turns) if shared else enough,
            shared,
        )

    def played(self, deck: str, most: int) -> Played:
        cards = self.scores.cards.studied(deck, self.day)
        options = self.shelf.options(deck)
        today, usual = self.limits(deck, cards, options)
        return played(cards, deck, self.day, self.exam, today, usual, options, self.scores.correction(), most)

    def limits(self, deck: str, cards: list[Studied], options: Options) -> tuple[DayLimits, DayLimits]:
        """What today and the days after take of a deck: limits of all decks are shared with the others."""
        every, others = self.shelf.options(ALL), max(1, len(self.fresh.keys() | {deck}))
        total = sum(one.cards for one in self.shelf.decks.values()) or 1
        share = max(
            every.reviews_per_day * len(cards) / total,
            every.reviews_per_day - sum(count for one, count in self.due.items() if one != deck),
        )
        room = self.quota.of(deck)
        today = DayLimits(
            min(room.new, self.quota.everything.new / others), room.reviews, self.left.get(deck) or self.left.get(ALL)
        )
        usual = DayLimits(
            min(options.new_per_day, every.new_per_day / others),
            min(options.reviews_per_day, share),
            self.budgets.get(deck) or self.budgets.get(ALL),
        )
        return today, usual
