"""What to expect topic by topic, weakest first."""

from collections.abc import Iterable
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
    """The topics of (name, card), the one where most is likely to be lost in proportion first."""
    groups: dict[str, list[Held]] = {}
    for name, card in cards:
        groups.setdefault(name, []).append(card)
    count = sum(map(len, groups.values()))
    found = []
    for name, own in groups.items():
        expected = expectation(own, day, correction)
        found.append(Topic(name, expected, (1 - expected.score) * expected.cards / count))
    return sorted(found, key=lambda topic: (topic.expected.score, topic.name))
