"""Ask: one question with yes or no, over the screen it is about."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import INKS
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.lines import Pane, Row


class AskScreen(ModalScreen[bool]):
    """Returns whether the person said yes."""

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = None
    COMPONENT_CLASSES = INKS
    BINDINGS = bindings(Where.ASK)
    WHERE = Where.ASK

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = one_line(question)

    def compose(self) -> ComposeResult:
        """The question and its two keys."""
        with Vertical(id="box"):
            yield Pane(id="asked")
            yield Hints()

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(Pane).show(lambda width: [Row(content) for content in Content(self.question).wrap(width)])
        self.query_one(Hints).show((("ask.yes", ""), ("ask.no", "")))

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)
