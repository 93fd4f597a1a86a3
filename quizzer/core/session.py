"""A sitting as a value: what is asked now, what waits, and what one answer changes.

The session is pure: the clock comes in as a moment, the dice as the id of the review to be recorded.
"""

from bisect import insort
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.core.cards import split_id
from quizzer.core.event import Did, Fact
from quizzer.core.moment import Moment
from quizzer.core.options import Options
from quizzer.core.queue import Entry
from quizzer.core.schedule import Rating, Schedule, State, review
from quizzer.core.waiting import Left, Waiting

if TYPE_CHECKING:
    from quizzer.core.grading import Verdict

LONGEST_TOOK_MS = 60_000
CRAM_AGAIN_MS = 60_000
"""How soon a card that was forgotten comes again while cramming."""


class Course(NamedTuple):
    """How far a sitting has come, in cards; in answers where it ends after a number of them."""

    finished: int = 0
    """Asked, and not to come again today."""
    begun: int = 0
    """Still to come today, after a first showing today or earlier."""
    total: int = 0


class Answer(NamedTuple):
    """What a person did with the card that was shown."""

    rating: Rating
    response: str = ""
    verdict: "Verdict | None" = None
    took_ms: int = 0
    form: str = ""


class Session(NamedTuple):
    """A sitting at one moment."""

    waiting: Waiting = Waiting()
    """Reviews and new cards, in the order in which they are asked."""
    learning: tuple[Entry, ...] = ()
    """Learning cards, by the instant at which they are due."""
    current: Entry | None = None
    learn_ahead: int = 0
    """Milliseconds by which a learning card may come early when nothing else waits."""
    until: int | None = None
    """UTC milliseconds after which no further card is asked."""
    limit: int | None = None
    """Cards still to be rated before the sitting ends."""
    tally: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Ratings given: Again, Hard, Good, Easy."""
    took_ms: int = 0
    asked: frozenset[str] = frozenset()
    """Cards that were rated in this sitting; none of them waits for its first turn."""
    cram: bool = False
    """Whether answers change no schedule: what was forgotten comes again soon, everything else is done."""

    @property
    def done(self) -> int:
        """Ratings given in this sitting."""
        return sum(self.tally)

    @property
    def left(self) -> Left:
        """What is still to be asked, the card that is shown among it."""
        left = self.waiting.left
        for entry in self._beside():
            left = left.plus(entry)
        return left

    @property
    def course(self) -> Course:
        """How far the sitting has come: a card that comes again counts once, so that the total does not grow."""
        if self.limit is not None:
            return Course(self.done, 0, self.done + self.limit)
        left = self.left
        finished = len(self.asked) - sum(entry.card in self.asked for entry in self._beside())
        return Course(finished, left.learning, finished + sum(left))

    def _beside(self) -> tuple[Entry, ...]:
        """What is still to be asked and waits in no order of its own."""
        return (*self.learning, self.current) if self.current else self.learning

    def drawn(self, now: int) -> "Session":
        """The session with the next card drawn, if none is shown and one may come.

        Due learning cards come first, then the queue, then learning cards that are nearly due.
        """
        if self.current is not None or self.limit == 0 or (self.until is not None and now >= self.until):
            return self
        if self.learning and self.learning[0].due <= now:
            return self._replace(current=self.learning[0], learning=self.learning[1:])
        first = self.waiting.first
        if first is not None:
            return self._replace(current=first, waiting=self.waiting.after_first())
        if self.learning and self.learning[0].due <= now + self.learn_ahead:
            return self._replace(current=self.learning[0], learning=self.learning[1:])
        return self

    def answer(
        self,
        answer: Answer,
        schedule: Schedule,
        moment: Moment,
        options: Options,
        review_id: str,
        day_end: int,
    ) -> "Step":
        """What an answer to the card that is shown records, and the session after it.

        Args:
            answer: the rating, with what was typed or picked.
            schedule: where the card stands now.
            moment: when it was rated.
            options: those of the card's deck.
            review_id: the id that the event will have.
            day_end: UTC milliseconds at which the study day ends; learning cards beyond it leave the sitting.

        Raises:
            ValueError: no card is shown.
        """
        if self.current is None:
            raise ValueError("no card is shown")
        entry = self.current
        if self.cram:
            fact = Fact(Did.REVIEWED, entry.card, review_data(answer, "cram", counts=False))
            back = entry._replace(state=State.RELEARNING, due=moment.at + CRAM_AGAIN_MS)
            comes_again = answer.rating is Rating.AGAIN
        else:
            fact = Fact(Did.REVIEWED, entry.card, review_data(answer))
            after = review(schedule, answer.rating, moment, options, review_id)
            back = entry._replace(state=after.state, due=after.due)
            comes_again = after.state in (State.LEARNING, State.RELEARNING) and after.due < day_end
        learning = list(self.learning)
        if comes_again:
            insort(learning, back, key=lambda other: other.due)
        tally = list(self.tally)
        tally[answer.rating - 1] += 1
        session = self._replace(
            waiting=self.waiting if entry.alone else self.waiting.without_note(entry.deck, entry.note),
            learning=tuple(learning),
            current=None,
            limit=None if self.limit is None else self.limit - 1,
            tally=(tally[0], tally[1], tally[2], tally[3]),
            took_ms=self.took_ms + min(answer.took_ms, LONGEST_TOOK_MS),
            asked=self.asked | {entry.card},
        )
        return Step(fact, session.drawn(moment.at))

    def as_without(self, answers: Sequence[Answer]) -> "Session":
        """The session with some answers of it counted out again; the cards still to be asked stay as they are."""
        tally = list(self.tally)
        for answer in answers:
            tally[answer.rating - 1] -= 1
        took_ms = self.took_ms - sum(min(answer.took_ms, LONGEST_TOOK_MS) for answer in answers)
        limit = None if self.limit is None else self.limit + len(answers)
        return self._replace(tally=(tally[0], tally[1], tally[2], tally[3]), took_ms=took_ms, limit=limit)

    def without(self, card: str, note: bool, now: int) -> "Session":
        """The session without a card that is shown, or without its whole note, and the next card drawn."""
        entry = self.current
        if entry is None or entry.card != card:
            return self
        session = self._replace(current=None)
        if note:
            session = session._replace(
                waiting=session.waiting.without_note(entry.deck, entry.note),
                learning=tuple(one for one in session.learning if (one.deck, one.note) != (entry.deck, entry.note)),
            )
        return session.drawn(now)

    def renamed(self, heirs: Mapping[str, str]) -> "Session":
        """The session with cards under other ids; `heirs` gives them by those that they have here."""

        def renamed(entry: Entry) -> Entry:
            card = heirs.get(entry.card)
            return entry if card is None else entry._replace(card=card, deck=split_id(card)[0], note=split_id(card)[1])

        found = any(self.waiting.card(card) for card in heirs)
        return self._replace(
            waiting=Waiting([renamed(entry) for entry in self.waiting]) if found else self.waiting,
            learning=tuple(map(renamed, self.learning)),
            current=self.current and renamed(self.current),
            asked=frozenset(heirs.get(card, card) for card in self.asked),
        )

    def fronted(self, card: str) -> "Session":
        """The session with a card shown before all others, if it is to be asked at all."""
        found = self.waiting.card(card) or next((entry for entry in self.learning if entry.card == card), None)
        if found is None:
            return self
        return self._replace(
            current=found,
            waiting=self.waiting.without(card),
            learning=tuple(entry for entry in self.learning if entry.card != card),
        )


class Step(NamedTuple):
    """What to record, and the session once it is recorded."""

    fact: Fact
    session: Session


def review_data(answer: Answer, mode: str = "study", counts: bool = True) -> dict[str, object]:
    """The data of a `reviewed` event."""
    data: dict[str, object] = {
        "rating": int(answer.rating),
        "mode": mode,
        "counts": counts,
        "took_ms": max(0, min(answer.took_ms, LONGEST_TOOK_MS)),
    }
    if answer.form:
        data["form"] = answer.form
    if answer.response:
        data["response"] = answer.response
    if answer.verdict is not None:
        data["score"] = answer.verdict.score
    return data
