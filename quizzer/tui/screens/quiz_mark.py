"""Marking: what no machine can mark, the response beside the solution, and the person says what it is worth."""

from collections.abc import Callable

from textual.content import Content

from quizzer.collection.quizzing import Asking, Quizzing
from quizzer.core.answers import response_words
from quizzer.core.asking import revealed_cloze, solution
from quizzer.core.cards import Cloze
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.reading import BLANK, ReadingScreen
from quizzer.tui.widgets.bar import Bar
from quizzer.tui.widgets.card_rows import MARGIN, margin
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane, Row
from quizzer.tui.widgets.prose import prose

SCORES = {"1": 0.0, "2": 0.5, "3": 1.0}
LABEL = 9


class QuizMarkScreen(ReadingScreen):
    """One response after the other; `marked` is called after the last."""

    BINDINGS = bindings(Where.QUIZ_MARK)
    WHERE = Where.QUIZ_MARK

    def __init__(self, quizzing: Quizzing, marked: Callable[[], None]) -> None:
        super().__init__()
        self.quizzing = quizzing
        self._marked = marked
        self._to_mark = quizzing.to_mark()
        self._at = 0

    @property
    def _asking(self) -> Asking:
        return self._to_mark[self._at]

    def offers(self, more: bool) -> list[tuple[str, str]]:
        """The three marks first, since their line at the end of a long answer may be out of view."""
        return [("quiz_mark.mark", "wrong  2 partly  3 right"), *super().offers(more), ("quiz_mark.help", "")]

    def heading(self) -> tuple[str, str]:
        """Which question of the quiz, and how far the marking is."""
        return f"Mark it yourself: question {self._asking.place + 1}", f"{self._at + 1} of {len(self._to_mark)}"

    def rows(self, width: int) -> list[Row]:
        """The question, the response and the solution."""
        asking, room = self._asking, max(8, width - 2 * MARGIN)
        shown = asking.asked.prompt
        if isinstance(asking.card.note.body, Cloze):
            shown = revealed_cloze(asking.card)
        rows = [BLANK, *margin(prose(shown.text, room, shown.marks, ".hole")), BLANK]
        rows += margin(labelled("you", prose(response_words(asking.card, asking.question.response), room - LABEL)))
        rows += [BLANK, *margin(labelled("right", prose(solution(asking.card), room - LABEL)))]
        if asking.card.note.explanation:
            rows += [BLANK, *margin(prose(asking.card.note.explanation, room))]
        keys = line(("1", ".key"), " wrong   ", ("2", ".key"), " partly   ", ("3", ".key"), " right")
        return [*rows, BLANK, *margin([keys])]

    def action_mark(self, key: str) -> None:
        """Record what the response is worth, and show the next one."""
        try:
            done = self.managed(lambda: self.quizzing.mark(self._asking.place, SCORES[key]))
        except ProgressMoved as moved:
            self.say(f"! {one_line(str(moved))}", ".nearly")
            return
        if not done:
            return
        if self._at + 1 == len(self._to_mark):
            self.dismiss()
            self._marked()
            return
        self._at += 1
        left, right = self.heading()
        self.query_one(Bar).show(line((left, ".title")), line((right, ".muted")))
        self.query_one(Pane).show(self.rows)


def labelled(word: str, drawn: list[Content]) -> list[Content]:
    """Lines with a word before the first."""
    first, *rest = drawn or [Content("")]
    return [line((f"{word:<{LABEL}}", ".muted")) + first, *(Content(" " * LABEL) + content for content in rest)]
