"""A sitting: today's cards of some decks, one after the other, every answer on disk before the next card.

The front ends (screens, plain) share it. It holds the pure session and joins it to clock, dice, cache and log.
"""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from quizzer.collection.beside import author_options, text_seen
from quizzer.collection.given import Given
from quizzer.collection.queueing import Scope, first_session, followed
from quizzer.collection.shelf import Shelf
from quizzer.core.asking import Asked, asked
from quizzer.core.cards import Card, cards_of
from quizzer.core.event import Did, Fact
from quizzer.core.progress import UNTOUCHED, Standing
from quizzer.core.queue import Entry
from quizzer.core.schedule import Rating, Schedule, Wait, outcomes, wait
from quizzer.core.session import CRAM_AGAIN_MS, Answer, Course, Session
from quizzer.core.text import shorten
from quizzer.core.waiting import Left
from quizzer.core.wording import wait_words
from quizzer.errors import DiskRefused, EditRefused, ProgressMoved

if TYPE_CHECKING:
    from quizzer.collection.ending import Ending
    from quizzer.collection.reading import PassageView
    from quizzer.collection.undoing import Undoing, Undone
    from quizzer.core.adoption import Heirs
    from quizzer.core.verdict import Response, Verdict

_LONGEST_RESPONSE = 2_000  # cells of a response that the log keeps
_REMEMBERED = 100  # actions after which the sitting looks again to take one back, rather than keep all it ever was


class Showing(NamedTuple):
    """The card that is asked now."""

    card: Card
    asked: Asked
    deck_title: str
    standing: Standing
    review_id: str
    """The id that its review will have."""
    row: int
    """The newest row of the log as the card was shown: what came later, the person has not seen."""
    cram: bool = False
    """Whether its answer changes no schedule."""

    @property
    def schedule(self) -> Schedule:
        """Where the card stands before the answer."""
        return self.standing.schedule

    @property
    def flagged(self) -> bool:
        """Whether the card bears a flag."""
        return self.standing.flag is not None


class _Before(NamedTuple):
    """The session as it was before an action, to go back to."""

    events: tuple[str, ...]
    session: Session


class Sitting:
    """Today's cards of a scope, from the first to the last."""

    def __init__(self, shelf: Shelf, scope: Scope) -> None:
        self._shelf = shelf
        self._ledger = shelf.ledger
        self._scope = scope
        self._began = self._ledger.clock.moment().at
        self._history: deque[_Before] = deque(maxlen=_REMEMBERED)
        self._answers: dict[str, Answer] = {}
        self._session = self._look()
        self.showing: Showing | None = None
        self.given = Given()
        """The response to the card that is shown, once there is one."""
        self._show()

    @classmethod
    def over(cls, shelf: Shelf, scope: Scope) -> Self:
        """A sitting over a scope.

        Raises:
            UsageError: no card bears its tag.
        """
        if scope.tag:
            from quizzer.collection.naming import require_tag

            require_tag(scope.tag, shelf.ledger.cards.tags(scope.decks))
        return cls(shelf, scope)

    def _look(self, so_far: Session | None = None, front: str = "") -> Session:
        if not self._scope.cram:
            return first_session(self._shelf, self._scope, so_far, front)
        from quizzer.collection.cramming import cram_session

        return cram_session(self._shelf, self._scope, so_far, front)

    @cached_property
    def _undoing(self) -> "Undoing":
        from quizzer.collection.undoing import Undoing

        return Undoing(self._shelf, self._began)

    @property
    def left(self) -> Left:
        """What is still to be asked, the card that is shown among it."""
        return self._session.left

    @property
    def done(self) -> int:
        """Answers given."""
        return self._session.done

    @property
    def course(self) -> Course:
        """How far the sitting has come."""
        return self._session.course

    def warm(self) -> None:
        """Load what the first answer needs; call it when the first card has been painted."""
        import quizzer.collection.judging  # noqa: F401  here, so that the first Enter need not wait for it

        self.waits()

    def waits(self) -> tuple[str, str, str, str]:
        """What each rating would have the card wait, in words, Again first; nothing where no card is shown.

        While cramming, `done` stands for what does not come again in this sitting.
        """
        if self.showing is None:
            return ("", "", "", "")
        if self.showing.cram:
            return (wait_words(Wait(seconds=CRAM_AGAIN_MS // 1000)), "done", "done", "done")
        moment = self._ledger.clock.moment()
        options = self._shelf.options(self.showing.card.deck)
        after = outcomes(self.showing.schedule, moment, options, self.showing.review_id)
        again, hard, good, easy = (wait_words(wait(outcome, moment, options)) for outcome in after)
        return (again, hard, good, easy)

    def respond(self, response: "Response") -> "Verdict | None":
        """Judge a response to the card that is shown; None where only the person can judge.

        Raises:
            ValueError: no card is shown.
        """
        from quizzer.collection.judging import judged

        self.given = Given(response, judged(self._shelf, self._shown().card, response))
        return self.given.verdict

    def overrule(self, right: bool = True) -> "Verdict | None":
        """Take the person's word that they were right, or take that back; the verdict that counts from now on."""
        self.given = self.given._replace(overruled=right)
        return self.given.counts

    def why_not_accept(self) -> str:
        """Why the response cannot be accepted from now on; empty where it can.

        Raises:
            ValueError: no card is shown.
        """
        from quizzer.collection.deck_edits import DeckEdits

        return DeckEdits(self._shelf).why_not(self._shown().card, self.given.response)

    def accept(self, copy: bool = False) -> "Verdict | None":
        """Take the person's word that they were right, and accept the response from now on: the note is changed.

        Raises:
            BundledDeck: the deck comes with quizzer; `copy` has it copied to the person's own decks.
            EditRefused, DeckMoved, ProgressMoved, DiskRefused: nothing was changed.
        """
        from quizzer.collection.deck_edits import DeckEdits

        card = self._shown().card
        try:
            DeckEdits(self._shelf).accept(card, str(self.given.response or ""), (), self._shown().row, copy)
        except ProgressMoved:
            self._afresh()
            raise
        changed = self._shelf.card(card.id) or card
        self.showing = self._shown()._replace(card=changed, row=self._ledger.row)
        return self.overrule()

    def answer(self, rating: Rating, *, took_ms: int = 0) -> None:
        """Record a rating durably, with the response given, then draw the next card.

        Raises:
            ProgressMoved: another quizzer answered meanwhile; nothing was recorded and the card is shown afresh.
            DiskRefused: nothing was recorded, and the card stays.
            ValueError: no card is shown.
        """
        from quizzer.core.answers import logged

        showing = self._shown()
        moment = self._ledger.clock.moment()
        options = self._shelf.options(showing.card.deck)
        response = shorten(logged(showing.card, self.given.response), _LONGEST_RESPONSE)
        answer = Answer(rating, response, self.given.counts, took_ms, str(showing.asked.form))
        step = self._session.answer(
            answer, showing.schedule, moment, options, showing.review_id, self._shelf.day_end(moment)
        )
        facts = [
            *([] if showing.cram else author_options(self._shelf, showing.card.deck)),
            (step.fact, showing.review_id),
            *text_seen(self._shelf, showing.card, showing.standing),
        ]
        self._do(facts, (showing.review_id,), lambda: step.session, later=True)
        self._answers[showing.review_id] = answer

    def settle(self) -> None:
        """Count the newest answer, which is in the log already; where that is locked, when figures are wanted."""
        with suppress(DiskRefused):
            self._ledger.settle()

    def hide(self, how: Did, whole_note: bool = False) -> str:
        """Bury or suspend the card that is shown, or its whole note; a sentence that says so.

        Raises:
            ProgressMoved, DiskRefused: as `answer` does.
            ValueError: no card is shown.
        """
        showing = self._shown()
        cards = self._cards_of_note(showing.card) if whole_note else [showing.card.id]
        group = self._ledger.throw(f"{how} group")
        data = {"group": group} if len(cards) > 1 else {}
        facts = [(Fact(how, card, data), self._ledger.throw(f"{how} {card}")) for card in cards]
        now = self._ledger.clock.moment().at
        ids = tuple(id for _, id in facts)
        self._do(facts, ids, lambda: self._session.without(showing.card.id, whole_note, now))
        what = f"{len(cards)} cards of this note are" if len(cards) > 1 else "The card is"
        until = "hidden until tomorrow" if how is Did.BURIED else "suspended until you resume it"
        return f"{what} {until}."

    def flag(self, words: str = "") -> str:
        """Flag the card that is shown, or take its flag away; a sentence that says so.

        Raises:
            ProgressMoved, DiskRefused: as `answer` does.
            ValueError: no card is shown.
        """
        showing = self._shown()
        kind = Did.UNFLAGGED if showing.flagged and not words else Did.FLAGGED
        data = {"words": words} if kind is Did.FLAGGED else {}
        self._record([(Fact(kind, showing.card.id, data), self._ledger.throw(kind))])
        standing = self._ledger.standing(showing.card.id) or UNTOUCHED
        # The same review id, hence the same waits.
        self.showing = showing._replace(standing=standing, row=self._ledger.row)
        return "Flagged." if kind is Did.FLAGGED else "The flag is gone."

    @property
    def path(self) -> str:
        """The deck file of the card that is shown."""
        return self._shelf.paths.get(self.showing.card.deck, "") if self.showing else ""

    def reread(self) -> bool:
        """Read the decks, and show the same card as it is there now; whether it says anything else.

        A card that is gone, or has an error, stays as it was; one that is found under another id is asked by that.
        """
        self._shelf.reload()
        was, heirs = self.showing, self._follow()
        card = self._shelf.card(heirs.get(was.card.id, was.card.id)) if was else None
        if was is None or card is None:
            return False
        title = self._shelf.decks[card.deck].title
        seed = f"{self._shelf.day()} {was.schedule.reps}"
        self.showing = was._replace(card=card, asked=asked(card, seed), deck_title=title)
        if (self._ledger.standing(card.id) or UNTOUCHED) == was.standing:
            self.showing = self.showing._replace(row=self._ledger.row)
        return (card.note._replace(line=0), title) != (was.card.note._replace(line=0), was.deck_title)

    def undoable(self) -> "Undone | None":
        """What undo would take back."""
        return self._undoing.next()

    def undo(self) -> "Undone | None":
        """Take back this device's newest action, and show its card again; what it was, or None for nothing.

        Raises:
            ProgressMoved, DiskRefused: as `answer` does.
        """
        undone = self._undoing.next()
        if undone is None:
            return None
        try:
            self._undoing.take_back(undone)
        except (ProgressMoved, EditRefused):
            self._afresh()
            raise
        if self._history and set(self._history[-1].events) & set(undone.events):
            self._session = self._history.pop().session
        elif not undone.afresh and (not undone.card or (self.showing and self.showing.card.id == undone.card)):
            pass  # an option or a flag: the same card stays
        else:
            given = [self._answers[id] for id in undone.events if id in self._answers]
            so_far = self._session.as_without(given)
            self._shelf.reread()  # another quizzer may have read decks that have changed
            self._scope = followed(self._scope, self._shelf, self._ledger.adoptions.heirs())
            self._session = self._look(so_far, undone.card)
        self._show()
        return undone

    def passage(self, wait: bool = True) -> "PassageView | None":
        """The passage that the answer comes from, if the note names one; `wait` for a document that takes long."""
        from quizzer.collection.beside import passage_behind

        return passage_behind(self._shelf, self.showing.card, wait) if self.showing else None

    def ending(self) -> "Ending":
        """What was done, and what comes next and when."""
        from quizzer.collection.ending import ending

        return ending(self._shelf, self._scope.decks, self._session)

    def _shown(self) -> Showing:
        if self.showing is None:
            raise ValueError("no card is shown")
        return self.showing

    def _do(
        self, facts: Sequence[tuple[Fact, str]], ids: tuple[str, ...], after: Callable[[], Session], later: bool = False
    ) -> None:
        before = _Before(ids, self._session)
        self._record(facts, later)
        self._history.append(before)
        self._session = after()
        self._show()

    def _record(self, facts: Sequence[tuple[Fact, str]], later: bool = False) -> None:
        try:
            self._ledger.record(facts, self._shown().row, later)
        except ProgressMoved:
            self._afresh()
            raise

    def _follow(self) -> "Heirs":
        """Take cards and decks by the ids that they have by now."""
        heirs = self._ledger.adoptions.heirs()
        self._scope = followed(self._scope, self._shelf, heirs)
        self._session = self._session.renamed(heirs)
        renamed = [before._replace(session=before.session.renamed(heirs)) for before in self._history]
        self._history = deque(renamed, _REMEMBERED)
        return heirs

    def _afresh(self) -> None:
        """Show what stands now that another quizzer has answered, or has read decks that have changed."""
        self._ledger.catch_up()
        self._history.clear()
        self._shelf.reread()
        self._follow()
        current = self._session.current
        self._session = self._look(self._session, current.card if current else "")
        self._show()

    def _show(self) -> None:
        self._session = self._session.drawn(self._ledger.clock.moment().at)
        self.showing, self.given = None, Given()
        while self._session.current is not None:
            self.showing = self._load(self._session.current)
            if self.showing is not None:
                return
            now = self._ledger.clock.moment().at  # the deck has lost the card meanwhile
            self._session = self._session.without(self._session.current.card, False, now)

    def _load(self, entry: Entry) -> Showing | None:
        card = self._shelf.card(entry.card)
        if card is None:
            return None
        standing = self._ledger.standing(entry.card) or UNTOUCHED
        seed = f"{self._shelf.day()} {standing.schedule.reps}"
        return Showing(
            card,
            asked(card, seed),
            self._shelf.decks[entry.deck].title,
            standing,
            self._ledger.throw("review"),
            self._ledger.row,
            self._scope.cram,
        )

    def _cards_of_note(self, card: Card) -> list[str]:
        return [sibling.id for sibling in cards_of(card.deck, card.note)]
