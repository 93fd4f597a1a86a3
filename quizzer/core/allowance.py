"""What a person allows themselves beside the limits: more new cards on one day, or a backlog spread over some days.

Allowances are settings in the log like options, so that every machine agrees on them and undo takes them back; each
ends by itself. They are texts such as `30 on 2026-11-23` and `65 until 2026-12-07`.
"""

from collections.abc import Mapping
from datetime import date

from quizzer.core.day import date_of, day_of
from quizzer.core.options import ALL, UNSET

NEW_TODAY = "new_today"
"""How many new cards of a deck, or of all, there may be in all on one study day, whatever the limit says."""
SPREAD = "spread"
"""How many reviews of all decks together there are a day, up to and with a study day; stands in for the limit."""
Settings = Mapping[tuple[str, str, bool], str]


def new_today(count: int, day: int) -> str:
    """The value that allows so many new cards in all on a study day.

    >>> new_today(30, 20780)
    '30 on 2026-11-23'
    """
    return f"{count} on {date_of(day)}"


def spread(count: int, last_day: int) -> str:
    """The value that spreads a backlog: so many reviews a day, up to and with a study day.

    >>> spread(65, 20794)
    '65 until 2026-12-07'
    """
    return f"{count} until {date_of(last_day)}"


def new_allowed(settings: Settings, scope: str, day: int) -> int | None:
    """How many new cards a deck, or all ("") may have in all on a study day by allowance; None where there is none."""
    found = _read(settings.get((scope, NEW_TODAY, False), ""), "on")
    return found[0] if found and found[1] == day else None


def spread_on(settings: Settings, day: int) -> tuple[int, int] | None:
    """How many reviews a backlog is spread into a day, and up to which study day; None where it is not, or no more."""
    found = _read(settings.get((ALL, SPREAD, False), ""), "until")
    return found if found and day <= found[1] else None


def allowance_words(key: str, value: str) -> str:
    """What an allowance says, for people; nothing where it is none.

    >>> allowance_words("new_today", "30 on 2026-11-23")
    'up to 30 new cards on 23 Nov'
    >>> allowance_words("spread", "65 until 2026-12-07"), allowance_words("spread", "default")
    ('the backlog spread, 65 a day until 7 Dec', 'the backlog no longer spread')
    """
    on, until = (_read(value, word) if key == own else None for own, word in ((NEW_TODAY, "on"), (SPREAD, "until")))
    if on:
        return f"up to {on[0]} new cards on {_date(on[1])}"
    if until:
        return f"the backlog spread, {until[0]} a day until {_date(until[1])}"
    return "the backlog no longer spread" if (key, value) == (SPREAD, UNSET) else ""


def _date(day: int) -> str:
    return f"{date_of(day).day} {date_of(day):%b}"


def _read(text: str, word: str) -> tuple[int, int] | None:
    count, _, when = text.partition(f" {word} ")
    try:
        day = day_of(date.fromisoformat(when))
    except ValueError:
        return None
    return (int(count), day) if count.isdecimal() and len(count) < 7 else None
