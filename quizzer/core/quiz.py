"""A quiz as a value: its questions, what was answered, where the person stands; folded from the log's events.

Whatever a person does in a quiz is an event first, and the quiz after it is the same whether it was folded from the
log or lived through: one that was left, or killed, goes on as though it never had been. Times are milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from quizzer.core.event import Did, Event, Fact
from quizzer.core.progress import replaced
from quizzer.core.selection import Setup, setup_of

Json: TypeAlias = Any
"""A response as the log keeps it; None means "I don't know"."""

QUIZ_KINDS = (Did.QUIZ_STARTED, Did.QUIZ_ANSWERED, Did.QUIZ_FINISHED, Did.QUIZ_DISCARDED)


class Status(StrEnum):
    """Whether a quiz can still be answered."""

    OPEN = "open"
    FINISHED = "finished"
    DISCARDED = "discarded"


class Question(NamedTuple):
    """One question of a quiz, and what the person made of it."""

    card: str
    chance: float = 0.0
    """The score it was expected to bring when the quiz began, 0–1."""
    answered: bool = False
    response: Json = None
    took_ms: int = 0
    skipped: bool = False
    flagged: bool = False
    score: float | None = None
    """0–1, once the quiz is finished, or the person has marked the question."""
    review: str = ""
    """The id of its review, once there is one."""
    overruled: bool = False
    """Whether the person has said that they were right."""

    @property
    def open(self) -> bool:
        """Whether the person has not come by yet."""
        return not self.answered and not self.skipped


class Quiz(NamedTuple):
    """A quiz at one moment."""

    id: str
    """Of the event that began it."""
    at: int
    """When it began: UTC milliseconds."""
    offset: int
    setup: Setup
    questions: tuple[Question, ...]
    current: int = 0
    """The place of the question that is shown, from 0; as many as there are questions: the end."""
    clock_ms: int = 0
    """How long the person has been at it."""
    seen: int = 0
    """How many of its cards had been reviewed before: where none had, nothing was promised."""
    again: str = ""
    """The id of the quiz whose lost questions it asks again; empty for one of its own."""
    doubt: float = 0.0
    """The variance of the mean of what its questions were expected to bring, since nobody knew that quite."""
    status: Status = Status.OPEN

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The places of questions without an answer."""
        return tuple(place for place, question in enumerate(self.questions) if not question.answered)

    def left_ms(self, clock_ms: int) -> int | None:
        """What is left of the time when the clock stands there, 0 at least; None where there is no limit."""
        limit = self.setup.seconds
        return max(0, limit * 1000 - clock_ms) if limit else None

    def went_to(self, place: int) -> "Quiz":
        """The quiz with another question shown, or its end."""
        return self._replace(current=max(0, min(place, len(self.questions))))

    def after(self, event: Event) -> "Quiz":
        """The quiz after one more of its events; one that says nothing to it changes nothing."""
        data = event.data
        match event.kind:
            case Did.QUIZ_ANSWERED if self.status is Status.OPEN:
                return self._told(self._place(event.card), data)
            case Did.QUIZ_FINISHED if self.status is Status.OPEN:
                return self._finished(data)
            case Did.QUIZ_DISCARDED if self.status is Status.OPEN:
                return self._replace(status=Status.DISCARDED)
            case Did.REVIEWED:
                return self._reviewed(event)
            case _:
                return self

    def _finished(self, data: dict[str, Any]) -> "Quiz":
        scores = data.get("scores")
        kept = scores if isinstance(scores, dict) else {}
        questions = tuple(
            question._replace(score=_share(kept[question.card])) for question in self.questions if question.card in kept
        )
        clock_ms = max(self.clock_ms, _whole(data.get("clock_ms")))
        return self._replace(questions=questions, status=Status.FINISHED, clock_ms=clock_ms, current=len(questions))

    def _place(self, card: str) -> int:
        return next((place for place, question in enumerate(self.questions) if question.card == card), -1)

    def _told(self, place: int, data: dict[str, Any]) -> "Quiz":
        clock_ms = max(self.clock_ms, _whole(data.get("clock_ms")))
        told = self._replace(clock_ms=clock_ms)
        if place < 0:
            return told
        question = self.questions[place]
        if "response" in data:
            took = question.took_ms + clock_ms - self.clock_ms
            question = question._replace(answered=True, response=data["response"], took_ms=took, score=None)
            question = question._replace(skipped=False)
        elif data.get("skipped") is True:
            question = question._replace(skipped=not question.answered)
        elif "score" in data:
            question = question._replace(score=_share(data["score"]))
        elif "flagged" in data:
            question = question._replace(flagged=data["flagged"] is True)
        told = told._replace(questions=(*self.questions[:place], question, *self.questions[place + 1 :]))
        if "response" in data or data.get("skipped") is True:
            return told._replace(current=told._next_open(place))
        return told if "score" in data else told._replace(current=place)

    def _next_open(self, place: int) -> int:
        after = range(place + 1, len(self.questions))
        return next((other for other in after if self.questions[other].open), len(self.questions))

    def _reviewed(self, event: Event) -> "Quiz":
        place = self._place(event.card)
        if place < 0:
            return self
        question, target = self.questions[place], replaced(event)
        if target:
            if target != question.review:
                return self
            question = question._replace(score=_share(event.data.get("score")), overruled=True)
        else:
            question = question._replace(review=event.id)
        return self._replace(questions=(*self.questions[:place], question, *self.questions[place + 1 :]))

    # What a person does, as facts

    def fact(self, clock_ms: int, /, **data: Json) -> Fact:
        """What is recorded of the question that is shown: a `response`, `skipped`, or `flagged`; nothing: the clock."""
        card = self.questions[self.current].card if self.current < len(self.questions) else ""
        return Fact(Did.QUIZ_ANSWERED, card, {"quiz": self.id, "clock_ms": clock_ms, **data})

    def mark(self, place: int, score: float) -> Fact:
        """What is recorded when the person marks a question by hand."""
        return Fact(Did.QUIZ_ANSWERED, self.questions[place].card, {"quiz": self.id, "score": score})

    def finish(self, clock_ms: int, scores: Mapping[str, float], **result: Json) -> Fact:
        """What is recorded at the end.

        Args:
            clock_ms: where the quiz's clock stands.
            scores: of each card, 0 without an answer; a card that is not among them was lost with its deck.
            result: what else is to be known without the decks.
        """
        data = {"quiz": self.id, "clock_ms": clock_ms, "scores": dict(scores), "result": result}
        return Fact(Did.QUIZ_FINISHED, "", data)

    def discard(self) -> Fact:
        """What is recorded when a quiz is thrown away."""
        return Fact(Did.QUIZ_DISCARDED, "", {"quiz": self.id})


def begin(
    setup: Setup, cards: Sequence[str], chances: Sequence[float], seen: int, again: str = "", doubt: float = 0.0
) -> Fact:
    """What is recorded when a quiz begins; its seed gives the order of options.

    Args:
        setup: what was wanted.
        cards: what is asked, in this order.
        chances: the score to expect of each, 0–1.
        seen: how many of them had been reviewed.
        again: the id of the quiz whose lost questions are asked again.
        doubt: the variance of the mean of those scores, since nobody knows them quite.
    """
    data = {"setup": setup.data, "seed": setup.seed, "cards": list(cards), "chances": list(chances), "seen": seen}
    data |= ({"again": again} if again else {}) | ({"doubt": doubt} if doubt else {})
    return Fact(Did.QUIZ_STARTED, "", data)


def quiz_id(event: Event) -> str:
    """The id of the quiz that an event belongs to; empty for none."""
    if event.kind == Did.QUIZ_STARTED:
        return event.id
    if event.kind in QUIZ_KINDS or event.kind == Did.REVIEWED:
        return str(event.data.get("quiz") or "")
    return ""


def fold_quiz(events: Iterable[Event]) -> Quiz | None:
    """The quiz after all its events, which are not voided, in whatever order; None where its beginning is not there."""
    quiz: Quiz | None = None
    for event in sorted(events, key=lambda event: event.order):
        if quiz is None:
            quiz = _begun(event)
        elif quiz_id(event) == quiz.id:
            quiz = quiz.after(event)
    return quiz


def _begun(event: Event) -> Quiz | None:
    data = event.data
    cards = [card for card in _list(data.get("cards")) if isinstance(card, str)]
    if event.kind != Did.QUIZ_STARTED or not cards:
        return None
    chances = [*map(_share, _list(data.get("chances"))), *[0.0] * len(cards)]
    questions = tuple(Question(card, chance) for card, chance in zip(dict.fromkeys(cards), chances, strict=False))
    seen, again = _whole(data.get("seen")), str(data.get("again") or "")
    setup, doubt = setup_of(data.get("setup")), _share(data.get("doubt"))
    return Quiz(event.id, event.at, event.offset, setup, questions, seen=seen, again=again, doubt=doubt)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _share(value: Json) -> float:
    return min(1.0, max(0.0, float(value))) if isinstance(value, int | float) else 0.0
