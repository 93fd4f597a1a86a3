"""What is left of a study day's minutes, at the person's own pace; nothing is looked up where no minutes are set."""

from collections.abc import Callable, Iterable

from quizzer.core.options import ALL, Options
from quizzer.core.quota import Budget
from quizzer.store.cache import Cache

PACE_DAYS = 14
"""Days with reviews that tell how quick a person is."""


def budgets(
    options_of: Callable[[str], Options], cache: Cache, decks: Iterable[str], day: int, spent: bool = True
) -> dict[str, Budget]:
    """What is left by deck, and for all (""), where there are minutes a day.

    Args:
        options_of: what counts for a deck, or for all ("").
        cache: knows how quick the person was, and how long today.
        decks: those that have limits of their own.
        day: the study day.
        spent: whether what was answered on that day is taken off.
    """
    minutes = {scope: options_of(scope).minutes_per_day for scope in (ALL, *decks)}
    if not any(minutes.values()):
        return {}
    from quizzer.core.pace import Pace
    from quizzer.store.tally_table import TallyTable

    pace, options = Pace(*cache.pace(PACE_DAYS)), options_of(ALL)
    review, new = pace.seconds_for(0, 0, 1, options), pace.seconds_for(1, 0, 0, options)
    tallies = TallyTable(cache.connection)
    found = {}
    for scope, most in minutes.items():
        if most:
            today = tallies.days(scope, day).get(day) if spent else None
            found[scope] = Budget(most * 60 - (today.took_ms / 1000 if today else 0.0), review, new)
    return found
