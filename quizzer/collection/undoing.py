"""Taking back this device's newest action, whatever it was and whenever: an `undone` event, never a deletion."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.allowance import allowance_words
from quizzer.core.cards import split_id
from quizzer.core.day import local, study_day
from quizzer.core.event import Did, Event, Fact
from quizzer.core.options import ALL, UNSET
from quizzer.core.progress import replaced
from quizzer.core.quiz import quiz_id
from quizzer.core.schedule import Rating
from quizzer.store.quiz_table import QuizTable

_SHORT = 40


class Undone(NamedTuple):
    """What undo takes back."""

    what: str
    """Such as `Good on 'Which movement …', today 08:12`."""
    earlier_sitting: bool
    """Whether it was done before this sitting began, so that a person should be asked first."""
    card: str
    events: tuple[str, ...]
    afresh: bool = False
    """Whether more than one card's showing changes by it, so that today's cards have to be looked for anew."""
    edits: tuple[Event, ...] = ()
    """Those of the events that changed deck files."""


class Undoing:
    """Undo on one log, as seen from a sitting that began at an instant (UTC milliseconds)."""

    def __init__(self, shelf: Shelf, began: int) -> None:
        self._shelf = shelf
        self._began = began

    def next(self) -> Undone | None:
        """What undo would take back, or None where this device has done nothing that stands."""
        newest = self._newest()
        if newest is None:
            return None
        adopted = next((event for event in newest if event.kind == Did.ADOPTED), None)
        card = str(adopted.data.get("from")) if adopted else newest[0].card
        ids = tuple(event.id for event in newest)
        quiz = _is_quiz(newest[0])
        afresh = quiz or bool(replaced(newest[0])) or adopted is not None
        earlier = quiz or newest[0].at < self._began  # a quiz is a sitting of its own
        edits = tuple(event for event in newest if event.kind == Did.DECK_EDITED)
        return Undone(self._words(newest), earlier, "" if quiz else card, ids, afresh, edits)

    def take_back(self, undone: Undone) -> None:
        """Record that an action is taken back.

        Raises:
            ProgressMoved: something newer stands in the log; look again.
            DiskRefused: nothing was recorded.
            DeckMoved: a deck has changed since it was edited; that edit stays.
        """
        ledger = self._shelf.ledger
        if undone.edits:
            from quizzer.collection.deck_edits import DeckEdits

            ledger.record(())  # nothing, which is refused where something newer stands, before a file is changed

            DeckEdits(self._shelf).take_back(undone.edits)
        ledger.record([(Fact(Did.UNDONE, "", {"events": list(undone.events)}), ledger.throw("undone"))])

    def _newest(self) -> list[Event] | None:
        """The events of the newest action that stands, the newest first."""
        action: list[Event] = []
        for event in self._standing():
            if not action and _is_quiz(event):
                return self._whole_quiz(event)
            group = event.data.get("group")
            if action and (not group or group != action[0].data.get("group")):
                break
            action.append(event)
            if not group:
                break
        return action or None

    def _whole_quiz(self, event: Event) -> list[Event]:
        """Everything a quiz has left, also what came before other actions: its beginning, answers, end and reviews."""
        ledger = self._shelf.ledger
        events = ledger.log.of_ids(QuizTable(ledger.cache.connection).events(quiz_id(event)))
        return sorted(events, key=lambda event: event.order, reverse=True)

    def _standing(self) -> Iterator[Event]:
        log, cache = self._shelf.ledger.log, self._shelf.ledger.cache
        for event in log.back(log.device):
            if event.kind in (Did.UNDONE, Did.TEXT_SEEN) or event.data.get("by") == "deck":
                continue
            if not cache.voided([event.id]):
                yield event

    def _words(self, action: list[Event]) -> str:
        event = action[0]
        deed = self._quiz(action) if _is_quiz(event) else self._deed(action)
        return f"{deed}, {self._when(event)}"

    def _quiz(self, action: list[Event]) -> str:
        answered = {event.card for event in action if event.kind == Did.QUIZ_ANSWERED and "response" in event.data}
        reviews = sum(event.kind == Did.REVIEWED for event in action)
        given = "1 answer" if len(answered) == 1 else f"{len(answered)} answers"
        made = "" if not reviews else " and 1 review" if reviews == 1 else f" and {reviews} reviews"
        return f"a whole quiz with {given}{made}"

    def _deed(self, action: list[Event]) -> str:
        event = action[0]
        if event.kind == Did.OPTION_SET:
            key, value = str(event.data.get("key")), str(event.data.get("value"))
            if allowance := allowance_words(key, value):
                return allowance
            return f"the option {key} no longer set" if value == UNSET else f"the option {key} set to {value}"
        if event.kind == Did.DECK_EDITED:
            about = f" for {self._named(event.card)}" if event.card else ""
            return f"{event.data.get('what') or 'a deck changed'}{about}"
        if event.kind == Did.ADOPTED and len(action) > 1:
            return f"the history that {len(action):,} cards have from others"
        named = self._named(event.card) if len(action) == 1 else _many([one.card for one in action])
        if event.kind == Did.ADOPTED:
            return f"the history that {named} has from {event.data.get('from')}"
        if event.kind == Did.QUIZ_DISCARDED:
            return "a quiz thrown away"
        if replaced(event):
            return f"“I was right” on {named}"
        if event.kind == Did.REVIEWED:
            rating = event.data.get("rating")
            return f"{Rating(rating).name.capitalize() if rating in (1, 2, 3, 4) else 'A review'} on {named}"
        words = {
            Did.BURIED: "hidden until tomorrow",
            Did.SUSPENDED: "suspended",
            Did.RESUMED: "resumed",
            Did.FLAGGED: "flagged",
            Did.UNFLAGGED: "flag taken away",
            Did.RESET: "begun afresh",
        }
        return f"{named} {words.get(Did(event.kind), event.kind) if event.kind in list(Did) else event.kind}"

    def _named(self, card: str) -> str:
        from quizzer.core.asking import text_version
        from quizzer.core.markup import plain
        from quizzer.core.text import quoted

        found = self._shelf.by_now(card)
        text = plain(text_version(found).question) if found else card
        return quoted(text, _SHORT)

    def _when(self, event: Event) -> str:
        now = self._shelf.ledger.clock.moment()
        rollover = self._shelf.options(ALL).rollover
        ago = study_day(now.at, now.offset, rollover) - study_day(event.at, event.offset, rollover)
        when = local(event.at, event.offset)
        day = {0: "today", 1: "yesterday"}.get(ago, f"{when:%a} {when.day} {when:%b %Y}")
        return f"{day} {when:%H:%M}"


def _many(cards: Sequence[str]) -> str:
    of_one_note = len({split_id(card)[:2] for card in cards}) == 1
    return f"{len(cards):,} cards{' of one note' if of_one_note else ''}"


def _is_quiz(event: Event) -> bool:
    """Whether an event is one of many that make up a quiz, and are taken back together."""
    return bool(quiz_id(event)) and event.kind != Did.QUIZ_DISCARDED and not replaced(event)
