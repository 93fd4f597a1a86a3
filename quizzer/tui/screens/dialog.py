"""Dialog: the frame of what is asked over another screen."""

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from quizzer.core.text import one_line
from quizzer.tui.keys import Where
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.lines import Pane, Row

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box with a sentence, fields if any, and its keys; returns what the person answers, None where they leave."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = None
    WHERE: ClassVar[Where]
    """Which keys the help screen tells of."""
    OFFERS: ClassVar[tuple[str, ...]]
    """The ids of the keys that the box shows."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = one_line(question)

    def fields(self) -> tuple[Widget, ...]:
        """What stands between the question and the keys."""
        return ()

    def compose(self) -> ComposeResult:
        """The question, the fields, the keys."""
        with Vertical(id="box"):
            yield Pane(id="asked")
            yield from self.fields()
            yield Hints()

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(Pane).show(lambda width: [Row(content) for content in Content(self.question).wrap(width)])
        self.query_one(Hints).show(tuple((offer, "") for offer in self.OFFERS))

    @on(Hints.Pressed)
    async def do_hint(self, pressed: Hints.Pressed) -> None:
        """Do what the clicked hint's key does."""
        await self.run_action(pressed.action)
