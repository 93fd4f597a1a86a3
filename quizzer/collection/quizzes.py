"""Quizzes: what can be asked, which one was left half-way, and beginning, resuming or throwing one away."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import NamedTuple

from quizzer.collection.naming import require_tag
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzing import Quizzing
from quizzer.collection.shelf import Shelf
from quizzer.collection.weakness import candidates
from quizzer.core.grading import JUDGED
from quizzer.core.quiz import Quiz, begin, fold_quiz
from quizzer.core.selection import Pick, Placed, Setup, selected, topics
from quizzer.errors import QuizzerError
from quizzer.store.card_table import CardAsked
from quizzer.store.quiz_table import QuizTable

MARKED = JUDGED
"""Kinds that a machine marks."""


class NoQuiz(QuizzerError):
    """There is no result to show."""


class NothingToAsk(QuizzerError):
    """A quiz over no questions; the sentence says why there are none."""


class Plan(NamedTuple):
    """What a set-up would ask."""

    asked: int
    """Questions."""
    marked: int
    """Cards that fit and that a machine can mark."""
    by_hand: int
    """Cards that fit and that only the person can mark."""
    why_not: str = ""
    """Why nothing would be asked; empty where something would."""


class Quizzes:
    """The quizzes of a collection."""

    def __init__(self, shelf: Shelf, seconds: Callable[[], float] = monotonic) -> None:
        self._shelf = shelf
        self._seconds = seconds
        self._table = QuizTable(shelf.ledger.cache.connection)

    def last_setup(self, decks: Sequence[str] = ()) -> Setup:
        """The set-up of the newest quiz, for some decks where they are named; the usual one before the first.

        Decks that are gone are left out of it, and so are tags that nothing bears there. Asking again what was lost
        is no set-up of its own.
        """
        quizzes = (self._folded(id) for id in self._table.started())
        last = next((quiz.setup for quiz in quizzes if quiz is not None and not quiz.again), Setup())
        wanted = tuple(decks) or tuple(deck for deck in last.decks if deck in self._shelf.decks)
        borne = self.tags(wanted) if last.tags else ()
        return last._replace(decks=wanted, tags=tuple(tag for tag in last.tags if tag in borne), seed="")

    def left_open(self) -> Quiz | None:
        """The newest quiz that was left half-way, and of which the decks still hold a question."""
        quizzes = (self._folded(id) for id in self._table.open())
        return next((quiz for quiz in quizzes if quiz is not None and self._held(quiz)), None)

    def any_finished(self) -> bool:
        """Whether a quiz was ever handed in."""
        return bool(self._table.finished())

    def last_result(self) -> QuizResult:
        """The result of the quiz that was handed in last.

        Raises:
            NoQuiz: none was.
        """
        for id in self._table.finished():
            quiz = self._folded(id)
            if quiz is not None:
                return QuizResult(self._shelf, quiz, self._shelf.ledger.clock.moment().at)
        raise NoQuiz("No quiz was handed in yet: `quizzer quiz` begins one.")

    def tags(self, decks: Sequence[str]) -> list[str]:
        """The tags that cards of some decks bear; of all decks where none are named."""
        return sorted(self._shelf.ledger.cards.tags(tuple(decks) or tuple(self._shelf.decks)))

    def plan(self, setup: Setup) -> Plan:
        """What a set-up would ask."""
        kinds = self._kinds(setup, setup.tags)
        fitting = {kind: count for kind, count in kinds.items() if not setup.kinds or kind in setup.kinds}
        marked = sum(count for kind, count in fitting.items() if kind in MARKED)
        by_hand = sum(fitting.values()) - marked
        asked = min(setup.number, marked + by_hand if setup.by_hand else marked)
        return Plan(asked, marked, by_hand, "" if asked else self._why_not(setup, by_hand))

    def require_tags(self, setup: Setup) -> None:
        """Return where cards bear each tag of a set-up, or it has none.

        Raises:
            UsageError: none bears one of them.
        """
        known = self.tags(setup.decks) if setup.tags else ()
        for tag in setup.tags:
            require_tag(tag, known)

    def start(self, setup: Setup) -> Quizzing:
        """A new quiz, its beginning on disk.

        Raises:
            UsageError: no card bears one of the tags.
            NothingToAsk: no card fits.
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        self.require_tags(setup)
        seed = setup.seed or self._shelf.ledger.throw("seed")[:8]
        setup = setup._replace(seed=seed)
        rows = {row.id: row for row in self._fitting(setup) if setup.by_hand or row.kind in MARKED}
        found = topics(self._placed(rows, setup)) if setup.pick is Pick.TOPICS else {}
        known = candidates(self._shelf, rows.values(), found)
        chosen = selected(known, setup)
        if not chosen:
            raise NothingToAsk(self.plan(setup).why_not)
        return self._begin(setup, chosen, "")

    def again(self, quiz: Quiz, cards: Sequence[str]) -> Quizzing:
        """A quiz over some cards of another one, for practice: so soon after, it would tell the schedule nothing.

        Raises: as `start` does.
        """
        setup = quiz.setup._replace(seed=self._shelf.ledger.throw("seed")[:8], number=len(cards), counts=False)
        return self._begin(setup, cards, quiz.id)

    def resume(self, quiz: Quiz) -> Quizzing:
        """A quiz that was left, where it was left."""
        return Quizzing(self._shelf, quiz, self._seconds)

    def discard(self, quiz: Quiz) -> None:
        """Throw away a quiz that was left; its answers stay in the log and count for nothing.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        ledger = self._shelf.ledger
        ledger.record([(quiz.discard(), ledger.throw("quiz discarded"))])

    def _begin(self, setup: Setup, cards: Sequence[str], again: str) -> Quizzing:
        from quizzer.collection.scores import Scores

        ledger, expected = self._shelf.ledger, Scores(self._shelf).asked(cards)
        chances = [round(expected.chances.get(card, 0.0), 4) for card in cards]
        fact = begin(setup, cards, chances, expected.seen, again, round(expected.doubt, 8))
        (event,) = ledger.record([(fact, ledger.throw("quiz"))])
        quiz = fold_quiz([event])
        assert quiz is not None
        return Quizzing(self._shelf, quiz, self._seconds)

    def _held(self, quiz: Quiz) -> bool:
        return any(self._shelf.by_now(question.card) is not None for question in quiz.questions)

    def _folded(self, id: str) -> Quiz | None:
        log = self._shelf.ledger.log
        return fold_quiz(log.of_ids(self._table.events(id)))

    def _kinds(self, setup: Setup, tags: Sequence[str] = ()) -> dict[str, int]:
        decks = setup.decks or tuple(self._shelf.decks)
        return self._shelf.ledger.counts.kinds(decks, self._shelf.day(), tags)

    def _fitting(self, setup: Setup) -> list[CardAsked]:
        decks = setup.decks or tuple(self._shelf.decks)
        rows = self._shelf.ledger.cards.askable(decks, self._shelf.day(), setup.tags)
        return [row for row in rows if not setup.kinds or row.kind in setup.kinds]

    def _placed(self, rows: dict[str, CardAsked], setup: Setup) -> dict[str, Placed]:
        one_deck = len({row.deck for row in rows.values()}) == 1
        placed = {}
        for row in rows.values():
            card = self._shelf.card(row.id) if one_deck else None
            source = card.note.source if card else None
            passage = f"passage {source.passage}" if source and source.passage else ""
            placed[row.id] = Placed(self._shelf.decks[row.deck].title, row.tags, passage)
        return placed

    def _why_not(self, setup: Setup, by_hand: int) -> str:
        if by_hand:
            what = (
                "1 card fits, but no machine can mark it"
                if by_hand == 1
                else (f"{by_hand} cards fit, but no machine can mark them")
            )
            return f"There is nothing to ask: {what}. Ask them too, and mark them yourself at the end."
        kinds = self._kinds(setup)
        if not kinds:
            return "There is nothing to ask: these decks hold no card that can be asked."
        borne = f" with the tag {' or '.join(setup.tags)}" if setup.tags else ""
        wanted = f" of kind {' or '.join(setup.kinds)}" if setup.kinds else ""
        there = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        return f"There is nothing to ask: no card{wanted}{borne} is in these decks. There are {there}."
