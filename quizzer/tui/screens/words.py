"""Words: a line to be typed, or left empty, over the screen that wants it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import INKS
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.entry import Entry
from quizzer.tui.widgets.lines import Pane, Row

LONGEST = 200
"""Characters that are kept."""


class WordsScreen(ModalScreen[str]):
    """Returns what was typed, which may be nothing; None where the person has left."""

    CSS_PATH = "words.tcss"
    AUTO_FOCUS = None
    COMPONENT_CLASSES = INKS
    BINDINGS = bindings(Where.WORDS)
    WHERE = Where.WORDS

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = one_line(question)

    def compose(self) -> ComposeResult:
        """What is wanted, the field, and its keys."""
        with Vertical(id="box"):
            yield Pane(id="asked")
            yield Entry()
            yield Hints()

    def on_mount(self) -> None:
        """Draw, with the cursor in the field."""
        self.query_one(Pane).show(lambda width: [Row(content) for content in Content(self.question).wrap(width)])
        self.query_one(Hints).show((("words.take", ""), ("words.leave", "")))
        self.query_one(Entry).open()

    @on(Entry.Submitted)
    def action_take(self) -> None:
        """Take what was typed."""
        self.dismiss(one_line(self.query_one(Entry).field.value)[:LONGEST])

    @on(Hints.Pressed)
    async def do_hint(self, pressed: Hints.Pressed) -> None:
        """Do what the clicked hint's key does."""
        await self.run_action(pressed.action)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
