"""What to ask in a few minutes: of today's cards, those worth most in the time, at the person's own pace."""

from collections.abc import Sequence

from quizzer.collection.budgeting import PACE_DAYS
from quizzer.collection.shelf import Shelf
from quizzer.core.options import ALL
from quizzer.core.pace import Pace
from quizzer.core.queue import Entry
from quizzer.core.worth import Candidate, worth_most

_SPARE = 1.25
"""More than fits at the usual pace, for a quick day; the sitting ends by the clock."""


def best_entries(shelf: Shelf, entries: Sequence[Entry], day: int, minutes: float) -> tuple[Entry, ...]:
    """Of today's reviews and new cards those worth most in some minutes, the best first."""
    known = shelf.ledger.cards.difficulties([entry.card for entry in entries])
    candidates = [Candidate(entry, known.get(entry.card, 0.0), shelf.options(entry.deck)) for entry in entries]
    pace = Pace(*shelf.ledger.cache.pace(PACE_DAYS))
    answers = minutes * 60 / pace.seconds / pace.showings(shelf.options(ALL))
    return worth_most(candidates, day, answers * _SPARE)
