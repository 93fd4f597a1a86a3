"""Reading: the screens that only show text and scroll: a title, lines, keys."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import NOTHING, Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane, Row


class ReadingScreen(QuizzerScreen):
    """Text that scrolls."""

    CSS_PATH = "reading.tcss"

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="text")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        left, right = self.heading()
        self.query_one(Bar).show(line((left, ".title")), line((right, ".muted")) if right else NOTHING)
        self.query_one(Pane).show(self.rows)

    async def on_resize(self, event: Resize) -> None:
        """Offer to scroll only where there is something to scroll to."""
        await super().on_resize(event)
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        self.query_one(Hints).show(self.offers(self.query_one(Pane).overflowing))

    def offers(self, more: bool) -> list[tuple[str, str]]:
        """What the footer offers, `more` where there is something to scroll to."""
        name = self.WHERE.name.lower()
        keys = [f"{name}.leave", *([f"{name}.page_down", f"{name}.page_up"] if more else [])]
        return [(key, "") for key in keys]

    def heading(self) -> tuple[str, str]:
        """What stands at the two ends of the title."""
        raise NotImplementedError

    def rows(self, width: int) -> list[Row]:
        """The text at a width."""
        raise NotImplementedError


BLANK = Row(Content(""))
