"""A finished quiz: score, topics, every question with response and solution, and what to read again."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from quizzer.collection import judging
from quizzer.collection.beside import passage_behind
from quizzer.collection.deck_edits import DeckEdits
from quizzer.collection.reading import PassageView
from quizzer.collection.shelf import Shelf
from quizzer.collection.undoing import Undoing, Undone
from quizzer.core.asking import Asked, asked, solution, text_version
from quizzer.core.cards import Card
from quizzer.core.day import local
from quizzer.core.event import Did, Fact
from quizzer.core.grading import Outcome, Response, Verdict
from quizzer.core.quiz import Question, Quiz, fold_quiz
from quizzer.core.result import Mark, Marked, Result, reading_list, result_of, to_learn
from quizzer.core.schedule import Rating
from quizzer.core.selection import Placed, topics
from quizzer.errors import EditRefused
from quizzer.store.quiz_table import QuizTable

WORDS_A_MINUTE = 200


class Earlier(NamedTuple):
    """The quiz before this one over the same decks."""

    at: int
    offset: int
    share: float


class Reading(NamedTuple):
    """A passage that is worth reading again."""

    passage: PassageView
    lost: float
    """What was lost by questions on it."""


class Reviewed(NamedTuple):
    """One question of the result."""

    marked: Marked
    question: Question
    card: Card
    asked: Asked
    verdict: Verdict | None
    """None for what the person marked, and for what has no answer."""

    @property
    def response(self) -> Response:
        """The response as grading takes it."""
        return response_of(self.question)


class QuizResult:
    """What a finished quiz brought, as it stands now."""

    def __init__(
        self, shelf: Shelf, quiz: Quiz, began: int, verdicts: Mapping[str, Verdict | None] = MappingProxyType({})
    ) -> None:
        """Take in a finished quiz.

        Args:
            shelf: the decks.
            quiz: finished; its responses never change any more.
            began: what was done before (UTC milliseconds) is undone only when asked.
            verdicts: on its answers, as far as they are judged already; a near miss in a large deck takes long.
        """
        self._shelf = shelf
        self._verdicts = dict(verdicts)
        self._undoing = Undoing(shelf, began)
        self._passages: dict[str, PassageView | None] = {}
        self.quiz = quiz
        self.rows: dict[str, Reviewed] = {}
        """By card, in the order in which they were asked."""
        self.result = self._taken_in(quiz)

    def _taken_in(self, quiz: Quiz) -> Result:
        self.quiz = quiz
        found = {question.card: self._card(question.card) for question in quiz.questions}
        cards = {id: card for id, card in found.items() if card is not None}
        self.result = result_of(quiz, topics({id: self._placed(card) for id, card in cards.items()}))
        self.rows = {
            question.card: Reviewed(
                marked,
                question,
                cards[question.card],
                asked(cards[question.card], quiz.setup.seed),
                self._verdict(cards[question.card], question),
            )
            for marked, question in zip(self.result.marked, quiz.questions, strict=True)
            if question.card in cards
        }
        return self.result

    def _card(self, id: str) -> Card | None:
        """A card as its deck has it now; one that is gone since, or has an error, as it was."""
        known = self.rows.get(id)
        return self._shelf.by_now(id) or (known.card if known is not None else None)

    def _verdict(self, card: Card, question: Question) -> Verdict | None:
        if question.answered and question.card not in self._verdicts:
            self._verdicts[question.card] = judged(self._shelf, card, question)
        return self._verdicts.get(question.card)

    def _placed(self, card: Card) -> Placed:
        source = card.note.source
        passage = f"passage {source.passage}" if source and source.passage else ""
        deck = self._shelf.decks.get(card.deck)
        return Placed(deck.title if deck else card.deck, card.note.tags, passage)

    @property
    def to_learn(self) -> list[Reviewed]:
        """The questions that lost something, the worst first."""
        return [self.rows[one.card] for one in to_learn(self.result) if one.card in self.rows]

    @property
    def title(self) -> str:
        """The decks that were asked, in words."""
        decks = dict.fromkeys(row.card.deck for row in self.rows.values())
        titles = [self._shelf.decks[deck].title for deck in decks if deck in self._shelf.decks]
        return titles[0] if len(titles) == 1 else f"{len(titles)} decks"

    def passage(self, row: Reviewed, wait: bool = False) -> PassageView | None:
        """The passage behind a question; it is looked for once. `wait` for a document that takes long."""
        known = self._passages.get(row.card.id)
        if row.card.id not in self._passages or (wait and known is not None and known.opens):
            self._passages[row.card.id] = passage_behind(self._shelf, row.card, wait)
        return self._passages[row.card.id]

    def reading(self) -> list[Reading]:
        """The passages to read again, where most was lost first."""
        views: dict[tuple[str, str], PassageView] = {}
        lost = []
        for row in sorted(self.to_learn, key=lambda row: row.card.deck):
            self.passage(row)  # deck by deck, so that each document is opened once
        for row in self.to_learn:
            view = self.passage(row)
            if view is not None and view.place:
                key = (view.title, view.place)
                views.setdefault(key, view)
                lost.append((key, row.marked.lost))
        return [Reading(views[key], points) for key, points in reading_list(lost)]

    @cached_property
    def earlier(self) -> Earlier | None:
        """The last quiz before this one over the same decks, of the same tag; none that only asked something again."""
        log, table = self._shelf.ledger.log, QuizTable(self._shelf.ledger.cache.connection)
        for id in table.finished(before=self.quiz.at):
            begun = fold_quiz(log.of_ids([id]))
            if begun is None or begun.again or _scope(begun) != _scope(self.quiz):
                continue
            quiz = fold_quiz(log.of_ids(table.events(id)))
            if quiz is not None:
                return Earlier(quiz.at, quiz.offset, result_of(quiz, {}).share)
        return None

    def why_not_right(self, row: Reviewed) -> str:
        """Why a person cannot have been right here; empty where they can."""
        if not row.question.answered or row.question.response is None:
            return "You gave no answer here."
        return "It was right already." if row.marked.mark is Mark.RIGHT else ""

    def was_right(self, row: Reviewed) -> None:
        """Have a question count as right: its review is replaced, in its place.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
            ValueError: there is nothing to be right about.
        """
        if self.why_not_right(row):
            raise ValueError(self.why_not_right(row))
        (event,) = self._shelf.ledger.record([self._right(row)])
        self._taken_in(self.quiz.after(event))

    def why_not_accept(self, row: Reviewed) -> str:
        """Why a response cannot be accepted from now on; empty where it can."""
        if row.verdict is not None and row.verdict.outcome is Outcome.RIGHT:
            return "It is accepted already."
        return DeckEdits(self._shelf).why_not(row.card, row.response)

    def accept(self, row: Reviewed, copy: bool = False) -> None:
        """Have a question count as right, and its response be accepted from now on: one action.

        Raises:
            BundledDeck: the deck comes with quizzer; `copy` has it copied to the person's own decks.
            EditRefused, DeckMoved, ProgressMoved, DiskRefused: nothing was changed.
        """
        if why_not := self.why_not_accept(row):
            raise EditRefused(why_not)
        facts = [] if self.why_not_right(row) else [self._right(row)]
        DeckEdits(self._shelf).accept(row.card, str(row.response), facts, copy=copy)
        self._verdicts.pop(row.question.card, None)
        self._reread()

    def _right(self, row: Reviewed) -> tuple[Fact, str]:
        data = {
            "rating": int(Rating.GOOD),
            "mode": "quiz",
            "counts": self.quiz.setup.counts,
            "quiz": self.quiz.id,
            "score": 1.0,
            "replaces": row.question.review,
        }
        return Fact(Did.REVIEWED, row.question.card, data), self._shelf.ledger.throw(f"right {row.card.id}")

    def undoable(self) -> Undone | None:
        """What undo would take back: the last `was_right`, or the whole quiz."""
        return self._undoing.next()

    def undo(self) -> bool:
        """Take back this device's newest action; whether the quiz is still there.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        undone = self._undoing.next()
        if undone is None:
            return True
        self._undoing.take_back(undone)
        edited = {edit.card for edit in undone.edits}
        for id in [id for id, row in self.rows.items() if row.card.id in edited]:
            self._verdicts.pop(id, None)
        return self._reread()

    def reread(self) -> None:
        """Take in the cards as their decks have them now; what was marked stays."""
        for id, row in self.rows.items():
            if self._card(id) != row.card:
                self._verdicts.pop(id, None)
                self._passages.pop(id, None)
        self._taken_in(self.quiz)

    def _reread(self) -> bool:
        """Take in the quiz as log and decks have it now; whether it is still there."""
        table = QuizTable(self._shelf.ledger.cache.connection)
        quiz = fold_quiz(self._shelf.ledger.log.of_ids(table.events(self.quiz.id)))
        if quiz is None:
            return False
        self._taken_in(quiz)
        return True

    def data(self) -> dict[str, Any]:
        """The result for machines; scores and shares are 0–1, times are seconds."""
        quiz, result, earlier = self.quiz, self.result, self.earlier
        return {
            "quiz": quiz.id,
            "started": local(quiz.at, quiz.offset).isoformat(timespec="seconds"),
            "took": round(quiz.clock_ms / 1000, 1),
            "decks": list(dict.fromkeys(row.card.deck for row in self.rows.values())),
            "seed": quiz.setup.seed,
            "counts": quiz.setup.counts,
            "score": round(result.got, 4),
            "of": len(result.marked),
            "share": round(result.share, 4),
            **{str(mark): result.count(mark) for mark in Mark},
            "reviewed": quiz.seen,
            "predicted": {key: round(value, 4) for key, value in result.prediction._asdict().items()},
            "before": None if earlier is None else round(earlier.share, 4),
            "topics": [
                {"topic": one.topic, "score": round(one.got, 4), "of": one.of, "predicted": round(one.expected, 4)}
                for one in result.topics
            ],
            "reading": [
                {"source": one.passage.title, "place": one.passage.place, "lost": round(one.lost, 4)}
                for one in self.reading()
            ],
            "questions": [_data(row) for row in self.rows.values()],
        }


def _scope(quiz: Quiz) -> tuple[tuple[str, ...], frozenset[str]]:
    return quiz.setup.decks, frozenset(quiz.setup.tags)


def _data(row: Reviewed) -> dict[str, Any]:
    return {
        "card": row.card.id,
        "question": text_version(row.card).question,
        "mark": str(row.marked.mark),
        "score": round(row.marked.score, 4),
        "response": row.question.response,
        "solution": solution(row.card),
        "rule": row.verdict.rule if row.verdict else "",
        "topic": row.marked.topic,
        "predicted": round(row.marked.chance, 4),
        "flagged": row.question.flagged,
        "explanation": row.card.note.explanation,
        "quote": row.card.note.quote,
    }


def response_of(question: Question) -> Response:
    """The response that a question's events keep, as grading takes it."""
    kept = question.response
    return tuple(kept) if isinstance(kept, list) else kept


def judged(shelf: Shelf, card: Card, question: Question) -> Verdict | None:
    """The verdict on the answer to a question; None where only the person can mark it."""
    return judging.judged(shelf, card, response_of(question))
