"""How long today's cards will take: from how quick a person was lately, and from how often a card is asked a day.

Seconds are those from a card's showing to its rating, as the log has them: at most a minute an answer.
"""

from typing import NamedTuple

from quizzer.core.options import Options

USUAL = 9.0
"""Seconds an answer takes somebody of whom nothing is known yet; flash cards take 5 to 8, typed answers 10 to 15."""
_WEIGHT = 20
"""How many answers of one's own count as much as what is usual."""
_AGAIN_WHILE_LEARNING = 0.4
"""Further showings that forgetting costs a card in its learning steps."""


class Pace(NamedTuple):
    """What lately came of a person's days."""

    timed: int = 0
    """Answers whose time is known."""
    took_ms: int = 0
    """The time that these took in all."""
    answers: int = 0
    """All answers."""
    new: int = 0
    """New cards among what was asked."""
    due: int = 0
    """Cards known before that day among it, each counted once a day."""

    @property
    def seconds(self) -> float:
        """Seconds an answer: one's own mean, drawn towards what is usual while answers are few."""
        return (self.took_ms / 1000 + _WEIGHT * USUAL) / (self.timed + _WEIGHT)

    def seconds_for(self, new: float, learning: float, due: float, options: Options) -> float:
        """How long a day's cards will take: arguments as those of `answers_for`."""
        return answers_for(new, learning, due, options) * self.showings(options) * self.seconds

    def showings(self, options: Options) -> float:
        """How many answers this person gave for each that was to be expected, drawn towards 1 while they are few."""
        return (self.answers + _WEIGHT) / (answers_for(self.new, 0, self.due, options) + _WEIGHT)


def answers_for(new: float, learning: float, due: float, options: Options) -> float:
    """How many answers a day's cards are expected to take.

    A new card is shown once and again at each further step; a card in its steps needs the rest of them, half of them
    on average; a review that is forgotten (1 - retention) goes through the steps of relearning.

    Args:
        new: new cards.
        learning: cards in their learning or relearning steps.
        due: reviews.
        options: those of all decks.
    """
    steps = len(options.steps)
    first = max(1, steps) + (_AGAIN_WHILE_LEARNING if steps else 0)
    rest = max(1.0, steps / 2) + _AGAIN_WHILE_LEARNING
    forgotten = 1 - options.desired_retention
    return new * first + learning * rest + due * (1 + forgotten * (len(options.relearning_steps) + forgotten))


def minutes_words(seconds: float) -> str:
    """A time to come, in words that claim no more than is known.

    >>> [minutes_words(seconds) for seconds in (20, 89, 1680, 3900, 7300, 0)]
    ['under a minute', 'about 1 min', 'about 28 min', 'about 1 h 05 min', 'about 2 h', 'under a minute']
    """
    minutes = round(seconds / 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 60:
        return f"about {minutes} min"
    hours, rest = divmod(round(minutes / 5) * 5, 60)
    return f"about {hours} h {rest:02d} min" if rest else f"about {hours} h"
