"""The scores' third tab: each quiz beside what had been expected of it."""

from typing import NamedTuple

from quizzer.collection.scores import Scores, Wanted
from quizzer.core.cards import deck_of
from quizzer.core.day import study_day
from quizzer.core.options import ALL
from quizzer.core.prediction import Prediction
from quizzer.core.quiz import fold_quiz
from quizzer.core.result import result_of
from quizzer.store.quiz_table import QuizTable

MOST = 100
"""Quizzes that are looked at, the newest."""


class QuizRow(NamedTuple):
    """A finished quiz."""

    id: str
    at: int
    """When it began: UTC milliseconds."""
    offset: int
    title: str
    """Its decks in words."""
    questions: int
    """How many of its questions are on cards that are told of; only they count here."""
    asked: int
    """All its questions."""
    share: float
    """What it brought, 0–1."""
    prediction: Prediction
    took_ms: int
    counts: bool
    """Whether its answers count as reviews."""

    @property
    def within(self) -> bool:
        """Whether the score lay in its interval."""
        return self.prediction.low - 1e-9 <= self.share <= self.prediction.high + 1e-9


class QuizzesSeen(NamedTuple):
    """The third tab."""

    wanted: Wanted
    title: str
    day: int
    """The study day it is."""
    rows: tuple[QuizRow, ...]
    """Newest first."""

    @property
    def expected(self) -> float:
        """The mean of what was expected."""
        return sum(row.prediction.expected for row in self.rows) / len(self.rows) if self.rows else 0.0

    @property
    def share(self) -> float:
        """The mean of what the quizzes brought."""
        return sum(row.share for row in self.rows) / len(self.rows) if self.rows else 0.0

    @property
    def within(self) -> int:
        """How many lay in their interval."""
        return sum(row.within for row in self.rows)


def quizzes_seen(scores: Scores, wanted: Wanted) -> QuizzesSeen:
    """The finished quizzes of the period in which a card of the deck and the tag was asked, as far as they were."""
    ledger = scores.shelf.ledger
    table, first = QuizTable(ledger.cache.connection), wanted.period.first(scores.day)
    rollover = scores.shelf.options("").rollover
    folded = (fold_quiz(ledger.log.of_ids(table.events(id))) for id in table.finished()[:MOST])
    quizzes = [quiz for quiz in folded if quiz and study_day(quiz.at, quiz.offset, rollover) >= first]
    told = _told(scores, wanted, {question.card for quiz in quizzes for question in quiz.questions})
    rows = []
    for quiz in quizzes:
        questions = tuple(question for question in quiz.questions if question.card in told)
        if not questions:
            continue
        decks = dict.fromkeys(deck_of(question.card) for question in quiz.questions)
        found = result_of(quiz._replace(questions=questions), {})
        titles = [scores.decks.get(deck, deck) for deck in decks]
        title = titles[0] if len(titles) == 1 else f"{len(titles)} decks"
        title = ", ".join([title, *quiz.setup.tags])
        rows.append(
            QuizRow(
                quiz.id,
                quiz.at,
                quiz.offset,
                title,
                len(questions),
                len(quiz.questions),
                found.share,
                found.prediction,
                quiz.clock_ms,
                quiz.setup.counts,
            )
        )
    return QuizzesSeen(wanted, scores.title(wanted), scores.day, tuple(rows))


def _told(scores: Scores, wanted: Wanted, cards: set[str]) -> set[str]:
    """Those of some cards that are told of."""
    if wanted.tag:
        cards = {row.id for row in scores.cards.of_ids(cards) if wanted.tag in row.tags}
    return {card for card in cards if wanted.deck in (ALL, deck_of(card))}
