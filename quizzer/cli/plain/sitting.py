"""A sitting line by line: every card takes two lines of input, the response and the rating.

A line that starts with one colon is a command instead, and does not count. The same sittings are shown by the
screens; only saying and hearing differ.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from quizzer.cli.plain.accepting import accepted
from quizzer.cli.plain.commands import FOUR_RATINGS, TWO_RATINGS, help_lines, understand, unknown
from quizzer.cli.plain.editing import Editing
from quizzer.cli.plain.info import info_lines
from quizzer.cli.plain.lines import EndOfInput, Leave, Lines
from quizzer.cli.plain.responses import NotAllowed, rating_of, response_of
from quizzer.cli.plain.showing import passage_lines, question_lines, rating_line, reveal_lines
from quizzer.collection.collection import Collection
from quizzer.collection.sitting import Showing, Sitting
from quizzer.core.buttons import FOUR, TWO, offered
from quizzer.core.event import Did
from quizzer.core.grading import Outcome, Verdict, suggested
from quizzer.core.markup import plain
from quizzer.core.schedule import Rating
from quizzer.core.text import one_line
from quizzer.core.verdict import Response
from quizzer.errors import EditRefused, ProgressMoved

T = TypeVar("T")

HIDING = {"-": (Did.BURIED, False), "=": (Did.BURIED, True), "@": (Did.SUSPENDED, False), "!": (Did.SUSPENDED, True)}


class Afresh(Exception):
    """Another card is shown now, or this one has to be shown once more."""


def study(collection: Collection, sitting: Sitting, lines: Lines) -> None:
    """Ask card after card until nothing is left, the person leaves or the input ends; then say what was done.

    Ctrl+C leaves as well: what was recorded stands, and what was being asked is not recorded.
    """
    editing = Editing(collection, sitting, lines)
    if sitting.showing and sitting.showing.cram:
        lines.say("Cramming: the weakest cards first, due or not. It changes no schedule and counts for no limit.")
    try:
        while showing := sitting.showing:
            try:
                _Turn(collection, sitting, lines, showing, editing).take()
            except Afresh:
                continue
            except ProgressMoved as moved:
                lines.say(f"{moved} Here is what stands now.")
    except (Leave, EndOfInput):
        pass
    except KeyboardInterrupt:
        lines.say("")  # the terminal has written ^C on the line
    for sentence in sitting.ending().words:
        lines.say(sentence)


class _Turn:
    """One showing of a card."""

    def __init__(
        self, collection: Collection, sitting: Sitting, lines: Lines, showing: Showing, editing: Editing
    ) -> None:
        self._collection = collection
        self._sitting = sitting
        self._editing = editing
        self._buttons = TWO if collection.preferences.two_buttons else FOUR
        self._lines = lines
        self._clock = collection.moment
        self._showing = showing
        self._verdict: Verdict | None = None
        self._suggestion = Rating.GOOD
        self._revealed = False

    def take(self) -> None:
        """Ask, reveal, have it rated, and say when the card comes back."""
        asked, began = self._showing.asked, self._clock().at
        self._lines.say_all(question_lines(self._showing, self._sitting.done + 1, sum(self._sitting.left)))
        line, response = self._hear(lambda line: (line, response_of(asked, line)))
        took = self._clock().at - began
        self._reveal(line, response)
        self._offer()
        rating = self._hear(lambda line: rating_of(line, self._suggestion, self._buttons))
        wait = self._sitting.waits()[rating - 1]
        self._sitting.answer(rating, took_ms=took)
        name = next(button.name for button in self._buttons if button.rating is rating)
        self._lines.say(f"{name}: {_comes_back(wait, self._showing.cram)}.")
        self._sitting.settle()

    def _reveal(self, line: str, response: Response) -> None:
        self._verdict = self._sitting.respond(response)
        self._suggestion = offered(self._buttons, suggested(self._verdict))
        self._revealed = True
        self._lines.say_all(reveal_lines(self._showing, line, self._verdict))
        passage = self._sitting.passage(wait=False)
        if passage is not None and (passage.title or passage.place):
            place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part)
            self._lines.say(f"Source: {place}. :s reads it.")

    def _offer(self) -> None:
        self._lines.say(rating_line(self._sitting.waits(), self._suggestion, self._buttons))

    def _hear(self, meaning: Callable[[str], T]) -> T:
        """What the next line means that is no command; where it cannot be, say so and hear again."""
        while True:
            heard = understand(self._lines.hear())
            try:
                if not heard.command:
                    return meaning(heard.text)
            except NotAllowed as reason:
                self._lines.say(str(reason))
                continue
            self._obey(heard.command)

    def _obey(self, command: str) -> None:
        """Do what a command says; the card stays unless a turn is raised."""
        if command.startswith("*"):
            self._flag(one_line(command[1:].strip()))
        elif command in HIDING:
            did, whole_note = HIDING[command]
            self._lines.say(f"{self._sitting.hide(did, whole_note)} :u takes it back.")
            raise Afresh
        elif command in self._deeds:
            self._deeds[command]()
        else:
            self._lines.say(unknown(command))

    @cached_property
    def _deeds(self) -> dict[str, Callable[[], None]]:
        return {
            "q": self._leave,
            "?": self._help,
            "h": self._hint,
            "s": self._passage,
            "y": self._overrule,
            "Y": self._accept,
            "u": self._undo,
            "e": self._edit,
            "i": self._info,
        }

    def _leave(self) -> None:
        raise Leave

    def _help(self) -> None:
        self._lines.say_all(help_lines(FOUR_RATINGS if len(self._buttons) > 2 else TWO_RATINGS))

    def _hint(self) -> None:
        hint = self._showing.asked.hint
        self._lines.say(f"Hint: {plain(hint)}" if hint else "This card has no hint.")

    def _passage(self) -> None:
        self._lines.say_all(
            passage_lines(self._sitting.passage())
            if self._revealed
            else ["The passage would give the answer away: it can be read after your response."]
        )

    def _flag(self, words: str) -> None:
        self._lines.say(self._sitting.flag(words))
        if self._revealed:
            self._offer()

    def _edit(self) -> None:
        if self._editing.edit():
            raise Afresh

    def _info(self) -> None:
        info = self._collection.card_info(self._showing.card.id, self._showing.review_id)
        self._lines.say_all(info_lines(info, self._revealed, self._buttons))
        if self._revealed:
            self._offer()

    def _overrule(self) -> None:
        if not self._revealed:
            self._lines.say("Nothing is judged yet: :y comes after your response.")
        elif self._verdict is None or not self._verdict.contestable:
            self._lines.say("You gave no answer that was judged wrong: rate it as you see it.")
        else:
            self._verdict = self._sitting.overrule()
            self._suggestion = Rating.GOOD
            self._lines.say("You were right, then: it counts so.")
            self._offer()

    def _accept(self) -> None:
        if not self._revealed:
            self._lines.say("Nothing is judged yet: :Y comes after your response.")
        elif self._verdict is None or (self._verdict.outcome is Outcome.RIGHT and not self._sitting.given.overruled):
            self._lines.say("Nothing was judged wrong here: rate it as you see it.")
        elif why_not := self._sitting.why_not_accept():
            self._lines.say(why_not)
        elif accepted(self._lines, self._sitting.accept):
            self._verdict, self._suggestion = self._sitting.given.counts, Rating.GOOD
            self._lines.say("You were right, and that is right from now on. :u takes it back.")
            self._offer()

    def _undo(self) -> None:
        undone = self._sitting.undoable()
        if undone is None:
            self._lines.say("There is nothing to take back.")
            return
        if undone.earlier_sitting:
            self._lines.say(
                f"Take back {one_line(undone.what)}? It is of an earlier sitting. Type y, or anything else."
            )
            if self._lines.hear().casefold() not in ("y", "yes"):
                self._lines.say("It stays.")
                return
        try:
            self._sitting.undo()
        except EditRefused as refused:
            self._lines.say(str(refused))
            raise Afresh from refused
        self._lines.say(f"Taken back: {one_line(undone.what)}.")
        raise Afresh


def _comes_back(wait: str, cram: bool) -> str:
    if not cram:
        return f"it comes back in {wait}"
    return "it does not come again in this sitting" if wait == "done" else f"it comes again in {wait}"
