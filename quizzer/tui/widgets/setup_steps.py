"""The values that the settings of a quiz go through: by arrows, digits and ticks."""

from collections.abc import Sequence
from typing import Final

from quizzer.collection.quizzes import MARKED
from quizzer.core.cards import Kind
from quizzer.core.selection import LONGEST, MOST, Pick, Setup

NUMBERS: Final = (5, 10, 15, 20, 30, 40, 50, 100)
MINUTES: Final = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
TYPED: Final = ("number", "time", "seed")
"""The settings that digits are typed into."""


def changed(setup: Setup, key: str, way: int, decks: Sequence[str], tags: Sequence[str]) -> Setup:
    """The set-up with the value of a setting that is before or after the present one."""
    match key:
        case "decks":
            (deck,) = (_beside(("", *decks), setup.decks[0] if len(setup.decks) == 1 else "", way),)
            return with_decks(setup, [deck] if deck else [])
        case "tags":
            tag = _beside(("", *tags), setup.tags[0] if len(setup.tags) == 1 else "", way)
            return with_tags(setup, [tag] if tag else [])
        case "kinds":
            kind = _beside(("", *kinds_of(setup)), setup.kinds[0] if len(setup.kinds) == 1 else "", way)
            return with_kinds(setup, [kind] if kind else [])
        case "number":
            return setup._replace(number=_next(NUMBERS, setup.number, way))
        case "time":
            return setup._replace(seconds=60 * _next(MINUTES, -(-setup.seconds // 60), way))
        case "pick":
            return setup._replace(pick=Pick.TOPICS if setup.pick is Pick.WEAK else Pick.WEAK)
        case "by_hand":
            return setup._replace(by_hand=not setup.by_hand)
        case "counts":
            return setup._replace(counts=not setup.counts)
        case _:
            return setup._replace(seed="")


def kinds_of(setup: Setup) -> list[str]:
    """The kinds that a set-up could ask."""
    return [str(kind) for kind in Kind if setup.by_hand or kind in MARKED]


def with_decks(setup: Setup, decks: Sequence[str]) -> Setup:
    """The set-up over other decks, whose tags are others."""
    return setup._replace(decks=tuple(decks), tags=())


def with_tags(setup: Setup, tags: Sequence[str]) -> Setup:
    """The set-up with other tags."""
    return setup._replace(tags=tuple(tags))


def with_kinds(setup: Setup, kinds: Sequence[str]) -> Setup:
    """The set-up with other kinds."""
    return setup._replace(kinds=tuple(kinds))


def typed(setup: Setup, key: str, digit: str) -> Setup:
    """The set-up with a digit more in one of its numbers, as far as that can be."""
    if key == "number":
        number = int(f"{setup.number}{digit}")
        return setup._replace(number=number if 1 <= number <= MOST else max(1, int(digit)))
    if key == "time":
        minutes = int(f"{setup.seconds // 60}{digit}")
        return setup._replace(seconds=60 * (minutes if 60 * minutes <= LONGEST else int(digit)))
    return setup._replace(seed=(setup.seed + digit)[-8:])


def rubbed(setup: Setup, key: str) -> Setup:
    """The set-up with a digit less in one of its numbers."""
    if key == "number":
        return setup._replace(number=max(1, setup.number // 10))
    if key == "time":
        return setup._replace(seconds=setup.seconds // 600 * 60)
    return setup._replace(seed=setup.seed[:-1])


def _beside(values: Sequence[str], value: str, way: int) -> str:
    at = values.index(value) if value in values else 0
    return values[(at + way) % len(values)]


def _next(steps: Sequence[int], value: int, way: int) -> int:
    """The step after or before a value, which need be none of them."""
    if way > 0:
        return next((step for step in steps if step > value), steps[-1])
    return next((step for step in reversed(steps) if step < value), steps[0])
