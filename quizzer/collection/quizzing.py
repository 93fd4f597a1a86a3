"""A quiz that is being answered: every answer on disk before the next question, no feedback before the end.

The front ends (screens, plain) share it. It holds the pure quiz and joins it to clock, cards and log.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quizzer.collection.beside import author_options, text_seen
from quizzer.collection.quiz_result import QuizResult, judged
from quizzer.collection.shelf import Shelf
from quizzer.core.asking import Asked, Form, asked
from quizzer.core.cards import Card, deck_of
from quizzer.core.event import Did, Event, Fact
from quizzer.core.grading import Outcome, Response, Verdict, suggested
from quizzer.core.progress import UNTOUCHED
from quizzer.core.quiz import Question, Quiz, Status, fold_quiz
from quizzer.core.schedule import Rating
from quizzer.core.session import Answer, review_data
from quizzer.core.text import shorten
from quizzer.errors import ProgressMoved
from quizzer.store.quiz_table import QuizTable

LONGEST_RESPONSE = 10_000
"""Cells of a typed response that are kept: many pages, for what the person marks; more is an accident."""


class Asking(NamedTuple):
    """A question as it is shown."""

    place: int
    """From 0."""
    card: Card
    asked: Asked
    """What no machine marks is typed here too: the person compares it with the solution at the end."""
    deck_title: str
    question: Question
    by_hand: bool
    """Whether the person marks it at the end."""


class Quizzing:
    """A quiz from its first question to its result."""

    def __init__(self, shelf: Shelf, quiz: Quiz, seconds: Callable[[], float]) -> None:
        self._shelf = shelf
        self._seconds = seconds
        self._came_at = seconds()
        self._before_ms = quiz.clock_ms
        cards = {question.card: shelf.by_now(question.card) for question in quiz.questions}
        self.cards: dict[str, Card] = {id: card for id, card in cards.items() if card is not None}
        """What is asked, by id; questions that no deck holds any more are left out."""
        self.quiz = self._present(quiz)

    @property
    def lost(self) -> int:
        """How many questions are left out, since no deck holds them any more."""
        return self._length - len(self.quiz.questions)

    @property
    def asking(self) -> Asking | None:
        """The question that is shown; None at the end."""
        return self.asking_at(self.quiz.current)

    def asking_at(self, place: int) -> Asking | None:
        """The question at a place; None beyond the last."""
        if not 0 <= place < len(self.quiz.questions):
            return None
        question = self.quiz.questions[place]
        card = self.cards[question.card]
        return Asking(
            place,
            card,
            shown(card, self.quiz),
            self._shelf.decks[card.deck].title if card.deck in self._shelf.decks else card.deck,
            question,
            by_hand(self._shelf, card),
        )

    @property
    def title(self) -> str:
        """The decks that are asked, in words."""
        return title_of(self._shelf, self.quiz)

    def clock_ms(self) -> int:
        """How long the person has been at this quiz, in all; time away from it does not count."""
        return self._before_ms + max(0, round((self._seconds() - self._came_at) * 1000))

    def left_ms(self) -> int | None:
        """What is left of the time; None without a limit."""
        return self.quiz.left_ms(self.clock_ms())

    def answer(self, response: Response) -> bool:
        """Record the response to the question that is shown, and go on; whether there was still time for it.

        None means "I don't know". The last response to a question counts; one that is far too long is kept in part.

        Raises:
            ProgressMoved: another quizzer has ended this quiz; nothing was recorded.
            DiskRefused: nothing was recorded.
        """
        if isinstance(response, str):
            response = shorten(response, LONGEST_RESPONSE)
        return self._tell(response=list(response) if isinstance(response, tuple) else response)

    def skip(self) -> bool:
        """Leave the question that is shown for later, and go on; whether there was still time. Raises: as `answer`."""
        return self._tell(skipped=True)

    def flag(self) -> bool:
        """Flag the question that is shown, or take the flag away; whether there was still time. Raises: as `answer`."""
        asking = self.asking
        return asking is not None and self._tell(flagged=not asking.question.flagged)

    def leave(self) -> None:
        """Record where the clock stands and the person is. Raises: as `answer`."""
        self._tell()

    def go(self, place: int) -> None:
        """Show another question; as many as there are: the end."""
        self.quiz = self.quiz.went_to(place)

    def to_mark(self) -> list[Asking]:
        """Questions that were answered, and that the person has to mark before the quiz can end."""
        found = (self.asking_at(place) for place in range(len(self.quiz.questions)))
        return [
            one
            for one in found
            if one and one.by_hand and one.question.response is not None and one.question.score is None
        ]

    def mark(self, place: int, score: float) -> None:
        """Record what the person thinks that a response is worth, 0–1. Raises: as `answer`."""
        fact = self.quiz.mark(place, score)
        self._record(lambda: self._thrown([fact]))

    def submit(self) -> QuizResult:
        """Hand the quiz in: its result and its reviews, all at once. What is not marked by then counts as wrong.

        Raises: as `answer`.
        """
        verdicts: dict[str, Verdict | None] = {}

        def finish() -> list[tuple[Fact, str]]:
            verdicts.update(self._verdicts())
            return self._finish(verdicts)

        self._record(finish)
        return QuizResult(self._shelf, self.quiz, self.quiz.at, verdicts)

    def _verdicts(self) -> dict[str, Verdict | None]:
        answered = [question for question in self.quiz.questions if question.answered]
        return {one.card: judged(self._shelf, self.cards[one.card], one) for one in answered}

    def _finish(self, verdicts: Mapping[str, Verdict | None]) -> list[tuple[Fact, str]]:
        """The end, the reviews, and what goes with them, of the quiz as it stands."""
        quiz, shelf = self.quiz, self._shelf
        scores = {question.card: quiz_score(question, verdicts.get(question.card)) for question in quiz.questions}
        clock_ms = self.clock_ms()
        if quiz.setup.seconds:
            clock_ms = min(clock_ms, max(quiz.clock_ms, quiz.setup.seconds * 1000))
        facts = [quiz.finish(clock_ms, scores, of=len(scores), got=round(sum(scores.values()), 4))]
        beside: list[tuple[Fact, str]] = []
        if quiz.setup.counts:
            for deck in dict.fromkeys(self.cards[card].deck for card in verdicts):
                beside += author_options(shelf, deck)
        for question in quiz.questions:
            if question.answered:
                card = self.cards[question.card]
                facts.append(self._review(question, scores[question.card], verdicts[question.card]))
                beside += text_seen(shelf, card, shelf.ledger.cards.standing(card.id) or UNTOUCHED)
        return [*beside, *self._thrown(facts)]

    def _review(self, question: Question, score: float, verdict: Verdict | None) -> Fact:
        card = self.cards[question.card]
        answer = Answer(quiz_rating(score, verdict), verdict=verdict, took_ms=question.took_ms)
        data = review_data(answer._replace(form=str(asked(card, "").form)), "quiz", self.quiz.setup.counts)
        data |= {"quiz": self.quiz.id, "score": score}
        if question.response is not None:
            data["response"] = question.response
        return Fact(Did.REVIEWED, question.card, data)  # by the id that the quiz knows; it counts for what that is now

    def _tell(self, **data: object) -> bool:
        """Record what a person does, unless the time is over."""
        clock_ms = self.clock_ms()
        if self.quiz.left_ms(clock_ms) == 0:
            return False
        fact = self.quiz.fact(clock_ms, **data)
        self._record(lambda: self._thrown([fact]))
        return True

    def _thrown(self, facts: Iterable[Fact]) -> list[tuple[Fact, str]]:
        return [(fact, self._shelf.ledger.throw(f"{fact.kind} {fact.card}")) for fact in facts]

    def _record(self, facts: Callable[[], Sequence[tuple[Fact, str]]]) -> None:
        """Record facts; where another quizzer came before, look again, and record what they are then."""
        ledger = self._shelf.ledger
        try:
            events = ledger.record(facts())
        except ProgressMoved:
            ledger.catch_up()
            self._reread()
            if self.quiz.status is not Status.OPEN:
                raise
            events = ledger.record(facts())
        for event in events:
            self.quiz = self.quiz.after(event)

    def _reread(self) -> None:
        """Take in what another quizzer has done with this quiz."""
        table, current = QuizTable(self._shelf.ledger.cache.connection), self.quiz.current
        found: list[Event] = self._shelf.ledger.log.of_ids(table.events(self.quiz.id))
        quiz = fold_quiz(found)
        if quiz is None:  # taken back
            self.quiz = self.quiz._replace(status=Status.DISCARDED)
        else:
            self.quiz = self._present(quiz).went_to(current)

    def _present(self, quiz: Quiz) -> Quiz:
        self._length = len(quiz.questions)
        kept = [place for place, question in enumerate(quiz.questions) if question.card in self.cards]
        current = sum(place < quiz.current for place in kept)
        return quiz._replace(questions=tuple(quiz.questions[place] for place in kept), current=current)


def shown(card: Card, quiz: Quiz) -> Asked:
    """A card as a quiz shows it; what is answered in the head elsewhere is typed here."""
    found = asked(card, quiz.setup.seed)
    return found._replace(form=Form.TYPE) if found.form is Form.REVEAL else found


def by_hand(shelf: Shelf, card: Card) -> bool:
    """Whether only the person can mark a card."""
    return judged(shelf, card, Question(card.id, answered=True)) is None


def title_of(shelf: Shelf, quiz: Quiz) -> str:
    """The decks of a quiz, in words."""
    decks = dict.fromkeys(deck_of(question.card) for question in quiz.questions)
    titles = [shelf.decks[deck].title for deck in decks if deck in shelf.decks]
    return titles[0] if len(titles) == 1 else f"{len(titles)} decks"


def quiz_score(question: Question, verdict: Verdict | None) -> float:
    """What an answer is worth in a quiz: a near miss nothing, until the person says that they were right."""
    if not question.answered:
        return 0.0
    return (question.score or 0.0) if verdict is None else verdict.score - verdict.near


def quiz_rating(score: float, verdict: Verdict | None) -> Rating:
    """The rating that an answer in a quiz counts as."""
    worth = Verdict(Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG, score, "quiz")
    return suggested(worth)
