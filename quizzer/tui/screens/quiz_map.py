"""All questions of a quiz, one a line: where to go, what is unanswered, and handing in."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from quizzer.collection.quizzing import Quizzing
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Listing, Pane, Row
from quizzer.tui.widgets.quiz_rows import answered_words, clock_part, map_row

TICK = 1.0
"""Seconds between two drawings of the time."""


class QuizMapScreen(QuizzerScreen):
    """Tells the place of the question to go to, or to hand in; nothing where the person only looked."""

    CSS_PATH = "quiz_map.tcss"
    BINDINGS = bindings(Where.QUIZ_MAP)
    WHERE = Where.QUIZ_MAP

    def __init__(self, quizzing: Quizzing, go: Callable[[int], None], hand_in: Callable[[], None]) -> None:
        super().__init__()
        self.quizzing = quizzing
        self._go = go
        self._hand_in = hand_in

    def compose(self) -> ComposeResult:
        """Title, questions, what is unanswered, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Listing(id="list")
            yield Pane(id="about", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        quiz = self.quizzing.quiz
        self._draw_title()
        self.set_interval(TICK, self._draw_title)
        rows = [self.quizzing.asking_at(place) for place in range(len(quiz.questions))]
        shown = [row for row in rows if row is not None]
        self.query_one(Listing).show(
            len(shown),
            lambda at, width, here: map_row(at, shown[at].question, shown[at].asked, width, here),
            quiz.current,
        )
        left = len(quiz.unanswered)
        verb = "is" if left == 1 else "are"
        words = f"{left} {verb} unanswered." if left else "All questions are answered."
        tail = " Unanswered questions bring nothing, and are no reviews." if left else ""
        self.query_one(Pane).show(
            lambda width: [Row(line(f" {words}", (tail, ".muted"))), Row(line((" h", ".key"), " hands the quiz in."))]
        )
        hints = (("quiz_map.go", ""), ("quiz_map.submit", ""), ("quiz_map.leave", ""), ("quiz_map.help", ""))
        self.query_one(Hints).show(hints)

    def _draw_title(self) -> None:
        clock = clock_part(self.quizzing.left_ms(), self.quizzing.clock_ms())
        title = line(("All questions", ".title"), (" · ", ".muted"), one_line(self.quizzing.title))
        self.query_one(Bar).show(title, line((f"{answered_words(self.quizzing.quiz)}   ", ".muted")) + clock)

    @on(Listing.Opened)
    def action_go(self) -> None:
        """Go to the question under the cursor."""
        self.dismiss()
        self._go(self.query_one(Listing).cursor)

    def action_submit(self) -> None:
        """Hand in; ask first where something is unanswered, since handing in shows the solutions."""
        left = len(self.quizzing.quiz.unanswered)
        if not left:
            self._submit(True)
            return
        from quizzer.tui.screens.ask import AskScreen

        words = "1 question" if left == 1 else f"{left} questions"
        self.app.push_screen(AskScreen(f"Hand in with {words} unanswered?"), self._submit)

    def _submit(self, yes: bool | None) -> None:
        if yes:
            self.dismiss()
            self._hand_in()
