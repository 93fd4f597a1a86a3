"""Quiz set-up: what is asked, how long, and whether it counts; begins on Enter with the last settings."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzes import Plan, Quizzes
from quizzer.collection.quizzing import Quizzing
from quizzer.core.answers import clock_words
from quizzer.core.day import local
from quizzer.core.quiz import Quiz
from quizzer.core.selection import Setup
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import NOTHING, Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Listing, Pane, rows_of
from quizzer.tui.widgets.setup_rows import Line, plan_rows, setting_line, setup_lines
from quizzer.tui.widgets.setup_steps import TYPED, changed, kinds_of, rubbed, typed, with_decks, with_kinds, with_tags


class QuizSetupScreen(QuizzerScreen):
    """A set-up that a person changes; the cursor is on one setting."""

    CSS_PATH = "quiz_setup.tcss"
    BINDINGS = bindings(Where.QUIZ_SETUP)
    WHERE = Where.QUIZ_SETUP

    class Begun(Message):
        """A quiz has begun, or goes on."""

        def __init__(self, quizzing: Quizzing) -> None:
            super().__init__()
            self.quizzing = quizzing

    class Result(Message):
        """The person wants to see the result of the last quiz."""

        def __init__(self, result: QuizResult) -> None:
            super().__init__()
            self.result = result

    def __init__(self, collection: Collection, quizzes: Quizzes, setup: Setup) -> None:
        super().__init__()
        self.quizzes = quizzes
        self.setup = setup
        self.titles = {row.id: row.title for row in collection.overview().decks}
        self._left: Quiz | None = quizzes.left_open()
        self._plan: Plan = quizzes.plan(setup)
        self._tags = quizzes.tags(setup.decks)
        self._finished = quizzes.any_finished()

    def compose(self) -> ComposeResult:
        """Title, settings, what they ask, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="left")
            yield Listing(id="settings")
            yield Pane(id="plan", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(Bar).show(line(("Quiz", ".title")), line(("no feedback until the end", ".muted")))
        self._draw()

    def _draw(self, notice: str = "") -> None:
        quiz, lines = self._left, self._lines()
        pane = self.query_one("#left", Pane)
        pane.display = quiz is not None
        if quiz is not None:
            words = self._left_words(quiz)
            pane.show(lambda width: rows_of([Content(""), *indented(Content(words), width - 2, "   ", "   ")]))
        listing = self.query_one(Listing)
        listing.display = quiz is None
        listing.show(len(lines), lambda at, width, here: setting_line(lines[at], width, here), listing.cursor)
        self.query_one("#plan", Pane).display = quiz is None
        self.query_one("#plan", Pane).show(lambda width: plan_rows(self.setup, self._plan, width))
        if quiz is not None:
            hints = [("quiz_setup.begin", "go on with it"), ("quiz_setup.discard", "throw it away")]
        else:
            hints = [("quiz_setup.begin", ""), ("quiz_setup.up", "↓ setting"), ("quiz_setup.left", "→ change")]
            hints += [("quiz_setup.result", "")] if self._finished else []
        self.query_one(Hints).show([*hints, ("quiz_setup.leave", ""), ("quiz_setup.help", "")])
        if notice:
            self.say(notice)

    def _left_words(self, quiz: Quiz) -> str:
        quizzing = self.quizzes.resume(quiz)
        when, total = local(quiz.at, quiz.offset), len(quizzing.quiz.questions)
        left = quiz.left_ms(quiz.clock_ms)
        time = "" if left is None else f" {clock_words(left)} minutes are left."
        return (
            f"A quiz was left half-way: {one_line(quizzing.title)}, begun {when:%a} {when.day} {when:%b %H:%M}, "
            f"{total - len(quizzing.quiz.unanswered)} of {total} answered.{time} "
            "Enter goes on with it; d throws it away."
        )

    # What the person does

    def action_begin(self) -> None:
        """Begin, or go on."""
        left = self._left
        if left is None and self._plan.why_not:
            self.say(self._plan.why_not, ".nearly")
            return
        try:
            quizzing = self.attempt(
                lambda: self.quizzes.start(self.setup) if left is None else self.quizzes.resume(left)
            )
        except ProgressMoved:
            self._draw("Something was recorded meanwhile in another quizzer: press Enter again.")
            return
        if quizzing is not None:
            self.post_message(self.Begun(quizzing))

    def action_discard(self) -> None:
        """Throw away the quiz that was left."""
        left = self._left
        if left is None:
            return
        try:
            done = self.managed(lambda: self.quizzes.discard(left))
        except ProgressMoved as moved:
            self.say(str(moved), ".nearly")
            return
        if done:
            self._left = self.quizzes.left_open()
            self._draw("It is thrown away; u at home takes that back.")

    def action_result(self) -> None:
        """Show the result of the last quiz."""
        result = self.attempt(self.quizzes.last_result)
        if result is not None:
            self.post_message(self.Result(result))

    def action_change(self, way: int) -> None:
        """Take the value before or after."""
        if self._left is not None:
            return
        self._set(changed(self.setup, self._key(), way, tuple(self.titles), self._tags))

    @on(Listing.Moved)
    def forget_notice(self) -> None:
        """Show the keys again; a notice has been read by now."""
        self.query_one(Hints).notify_of(NOTHING)

    @on(Listing.Opened)
    def take_next(self) -> None:
        """Take the value after, with the mouse."""
        self.action_change(1)

    def action_several(self) -> None:
        """Have several decks, tags or kinds ticked; of another setting, take the value after."""
        key, setup = self._key(), self.setup
        if self._left is not None or key not in ("decks", "tags", "kinds") or (key == "tags" and not self._tags):
            self.action_change(1)
            return
        from quizzer.tui.screens.ticks import TicksScreen

        if key == "decks":
            names = list(self.titles.items())
            screen = TicksScreen("Decks", names, setup.decks, lambda some: self._set(with_decks(self.setup, some)))
        elif key == "tags":
            tags = [(tag, tag) for tag in self._tags]
            screen = TicksScreen("Tags", tags, setup.tags, lambda some: self._set(with_tags(self.setup, some)))
        else:
            kinds = [(kind, kind) for kind in kinds_of(setup)]
            screen = TicksScreen("Kinds", kinds, setup.kinds, lambda some: self._set(with_kinds(self.setup, some)))
        self.app.push_screen(screen)

    def action_digit(self, key: str) -> None:
        """Type a digit into a number."""
        if self._left is None and self._key() in TYPED:
            self._set(typed(self.setup, self._key(), key))

    def action_rub(self) -> None:
        """Rub out the last digit of a number."""
        if self._left is None and self._key() in TYPED:
            self._set(rubbed(self.setup, self._key()))

    def _key(self) -> str:
        return self._lines()[self.query_one(Listing).cursor].key

    def _lines(self) -> list[Line]:
        return setup_lines(self.setup, self._plan, self.titles, len(self._tags))

    def _set(self, setup: Setup) -> None:
        if setup.decks != self.setup.decks:
            self._tags = self.quizzes.tags(setup.decks)
        self.setup = setup
        self._plan = self.quizzes.plan(setup)
        self._draw()
