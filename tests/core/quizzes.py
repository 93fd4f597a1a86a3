"""Quizzes lived through: what a person does, one deed after the other, with the events that it leaves."""

from hypothesis import strategies as st

from quizzer.core.event import Did, Event, Fact
from quizzer.core.quiz import Quiz, begin, fold_quiz
from quizzer.core.selection import Setup
from tests.core.histories import START

CARDS = tuple(f"d/{n}" for n in range(5))
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from([None, "x", "y", [0, 2], True])),
        st.tuples(st.just("skip"), st.none()),
        st.tuples(st.just("flag"), st.booleans()),
        st.tuples(st.just("leave"), st.none()),
    ),
    max_size=15,
)


class Life:
    """A quiz and the events it left."""

    def __init__(self, setup: Setup | None = None, cards: tuple[str, ...] = CARDS) -> None:
        self.events: list[Event] = []
        self.clock_ms = 0
        self.record(begin(setup or Setup(seed="s"), cards, [0.5] * len(cards), len(cards)))
        begun = fold_quiz(self.events)
        assert begun is not None
        self.quiz: Quiz = begun

    def record(self, fact: Fact) -> Event:
        """The event of a fact, a second after the one before."""
        number = len(self.events) + 1
        event = Event(f"{number:032x}", "d", START + 1000 * number, 3600, "", fact.kind, fact.card, fact.data)
        self.events.append(event)
        return event

    def do(self, what: str, value: object = None) -> None:
        """Do one thing with the question that is shown."""
        self.clock_ms += 1500
        told: dict[str, dict[str, object]] = {
            "answer": {"response": value},
            "skip": {"skipped": True},
            "flag": {"flagged": value},
            "leave": {},
        }
        if what in ("answer", "skip", "flag") and self.quiz.current >= len(self.quiz.questions):
            self.quiz = self.quiz.went_to(0)
        self.quiz = self.quiz.after(self.record(self.quiz.fact(self.clock_ms, **told[what])))

    def finish(self, scores: list[float]) -> None:
        """Hand it in."""
        self.quiz = self.quiz.after(
            self.record(self.quiz.finish(self.clock_ms, dict(zip(CARDS, scores, strict=False))))
        )

    def review(self, card: str, data: dict[str, object]) -> Event:
        """A review of the quiz."""
        event = self.record(Fact(Did.REVIEWED, card, {"quiz": self.quiz.id, "mode": "quiz", **data}))
        self.quiz = self.quiz.after(event)
        return event
