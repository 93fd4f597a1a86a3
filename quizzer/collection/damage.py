"""Damage: rows of the log that do not count, kept beside the fold that left them out and told until they are mended."""

from collections.abc import Iterable, Sequence

from quizzer.store.cache import Cache

_KEY = "damaged"
_NAMED = 5
"""Rows that a sentence names."""


def left_out(cache: Cache) -> list[int]:
    """The rows that the fold of a cache has left out."""
    return [int(row) for row in cache.get(_KEY).split()]


def leave_out(cache: Cache, rows: Iterable[int]) -> None:
    """Remember the rows that the fold has left out; the caller holds the cache's transaction."""
    cache.put(_KEY, " ".join(map(str, sorted(rows))))


def damage_words(rows: Sequence[int], path: str) -> str:
    """What a person is told of damaged rows of a progress file; empty where there are none.

    >>> damage_words([7], "progress.sqlite")
    '1 row of progress.sqlite is damaged and does not count: 7. A sound copy of the file, put in its place, mends it.'
    """
    if not rows:
        return ""
    named = ", ".join(map(str, rows[:_NAMED])) + (f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else "")
    what, do = ("1 row", "is damaged and does") if len(rows) == 1 else (f"{len(rows)} rows", "are damaged and do")
    return f"{what} of {path} {do} not count: {named}. A sound copy of the file, put in its place, mends it."
