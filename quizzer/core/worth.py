"""What a review is worth: how much more is remembered over the coming weeks for it, a second of answering."""

from collections.abc import Iterable
from typing import NamedTuple

from quizzer.core.memory import Memory, decay_of, learner, retrievability
from quizzer.core.options import Options
from quizzer.core.pace import answers_for
from quizzer.core.queue import Entry
from quizzer.core.schedule import Rating, State

_AHEAD = (1, 8, 15, 22, 29)
"""Days after now over which recall is averaged: a month, evenly."""


class Candidate(NamedTuple):
    """A card of today, with what its gain follows from."""

    entry: Entry
    difficulty: float
    options: Options


def answers(entry: Entry, options: Options) -> float:
    """How many answers a card is expected to take today."""
    return answers_for(entry.state is State.NEW, 0, entry.state is not State.NEW, options)


def gain(candidate: Candidate, day: int) -> float:
    """The recall to expect over the coming month if a card is asked on a study day, less what it is otherwise.

    R · recall after Good + (1 - R) · recall after Again - recall if not asked; a new card has R = 0 and is learnt.
    """
    entry, options = candidate.entry, candidate.options
    learn, decay = learner(options.parameters), decay_of(options.parameters)
    if entry.state is State.NEW:
        return _mean(learn(None, Rating.GOOD, 0).stability, 0, decay)
    elapsed, before = max(0, day - entry.last_day), Memory(entry.stability, candidate.difficulty)
    recall = retrievability(elapsed, entry.stability, decay)
    right, wrong = (learn(before, rating, elapsed).stability for rating in (Rating.GOOD, Rating.AGAIN))
    after = recall * _mean(right, 0, decay) + (1 - recall) * _mean(wrong, 0, decay)
    return after - _mean(entry.stability, elapsed, decay)


def worth_most(candidates: Iterable[Candidate], day: int, answers_at_most: float) -> tuple[Entry, ...]:
    """The cards that are worth most an answer, the best first, as many as the answers are enough for; one at least."""
    ranked = sorted(candidates, key=lambda one: (-gain(one, day) / answers(one.entry, one.options), one.entry.card))
    taken: list[Entry] = []
    for candidate in ranked:
        answers_at_most -= answers(candidate.entry, candidate.options)
        if taken and answers_at_most < 0:
            break
        taken.append(candidate.entry)
    return tuple(taken)


def _mean(stability: float, elapsed: int, decay: float) -> float:
    return sum(retrievability(elapsed + ahead, stability, decay) for ahead in _AHEAD) / len(_AHEAD)
