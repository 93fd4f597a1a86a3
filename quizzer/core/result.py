"""What a finished quiz brought: score, tally, topics, and what to read again. Scores are 0–1."""

from collections.abc import Hashable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from quizzer.core.prediction import Prediction, predicted
from quizzer.core.quiz import Quiz

Place = TypeVar("Place", bound=Hashable)


class Mark(StrEnum):
    """A question's result in one word."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    SKIPPED = "skipped"
    """Without an answer."""


class Marked(NamedTuple):
    """One question of a finished quiz."""

    card: str
    score: float
    mark: Mark
    chance: float
    topic: str = ""

    @property
    def lost(self) -> float:
        """What was missing."""
        return 1 - self.score


class TopicScore(NamedTuple):
    """What one topic brought."""

    topic: str
    got: float
    of: int
    expected: float
    """The share that was expected."""

    @property
    def share(self) -> float:
        """The share of what could be had."""
        return self.got / self.of


class Result(NamedTuple):
    """What a quiz brought."""

    marked: tuple[Marked, ...]
    prediction: Prediction
    topics: tuple[TopicScore, ...]
    """Weakest first."""
    promised: bool = True
    """Whether any of the cards had been reviewed; else the prediction is what guessing brings."""

    @property
    def got(self) -> float:
        """The sum of scores."""
        return sum(marked.score for marked in self.marked)

    @property
    def share(self) -> float:
        """The score as a share of all questions; 0 for none."""
        return self.got / len(self.marked) if self.marked else 0.0

    def count(self, mark: Mark) -> int:
        """How many questions have this mark."""
        return sum(marked.mark is mark for marked in self.marked)


def result_of(quiz: Quiz, topics: dict[str, str]) -> Result:
    """The result of a finished quiz.

    Args:
        quiz: finished.
        topics: by card.
    """
    marked = tuple(
        Marked(
            question.card,
            question.score or 0.0,
            _mark(question.answered, question.score or 0.0),
            question.chance,
            topics.get(question.card, ""),
        )
        for question in quiz.questions
    )
    return Result(marked, predicted([one.chance for one in marked], quiz.doubt), _by_topic(marked), quiz.seen > 0)


def _mark(answered: bool, score: float) -> Mark:
    if not answered:
        return Mark.SKIPPED
    return Mark.RIGHT if score == 1 else Mark.PARTLY if score else Mark.WRONG


def _by_topic(marked: Sequence[Marked]) -> tuple[TopicScore, ...]:
    groups: dict[str, list[Marked]] = {}
    for one in marked:
        groups.setdefault(one.topic, []).append(one)
    found = [
        TopicScore(topic, sum(one.score for one in own), len(own), sum(one.chance for one in own) / len(own))
        for topic, own in groups.items()
    ]
    return tuple(sorted(found, key=lambda topic: (topic.share, topic.topic)))


def to_learn(result: Result) -> tuple[Marked, ...]:
    """The questions that lost something: wrong ones, then those without an answer, then partly right ones."""
    order = (Mark.WRONG, Mark.SKIPPED, Mark.PARTLY)
    lost = [one for one in result.marked if one.mark is not Mark.RIGHT]
    return tuple(sorted(lost, key=lambda one: (order.index(one.mark), one.score)))


def reading_list(lost: Iterable[tuple[Place, float]]) -> list[tuple[Place, float]]:
    """Passages by what was lost there, most first; equal ones as they came, those that lost nothing left out."""
    sums: dict[Place, float] = {}
    for place, points in lost:
        sums[place] = sums.get(place, 0.0) + points
    return sorted(((place, points) for place, points in sums.items() if points > 0), key=lambda pair: -pair[1])
