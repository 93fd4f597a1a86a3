"""What to expect topic by topic, weakest first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizzer.core.stats.correction import Correction
from quizzer.core.stats.expectation import Expectation, Held, expectation


class Topic(NamedTuple):
    """Some cards that belong together."""

    name: str
    expected: Expectation
    lost: float
    """How many points of the whole score (0–1) are likely to be lost here."""


def topics_of(cards: Iterable[tuple[str, Held]], day: int, correction: Correction) -> list[Topic]:
    """The topics of (name, card), weakest first."""
    groups: dict[str, list[Held]] = {}
    for name, card in cards:
        groups.setdefault(name, []).append(card)
    return weakest_first({name: expectation(own, day, correction) for name, own in groups.items()})


def weakest_first(found: Mapping[str, Expectation]) -> list[Topic]:
    """Topics by what is to be expected of each, weakest first; those without cards left out."""
    count = sum(expected.cards for expected in found.values())
    topics = [
        Topic(name, expected, (1 - expected.score) * expected.cards / count)
        for name, expected in found.items()
        if expected.cards
    ]
    return sorted(topics, key=lambda topic: (topic.expected.score, topic.name))
