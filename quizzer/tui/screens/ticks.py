"""Ticks: several of a list, or none of them, which means all."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quizzer.core.text import one_line, shorten
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Listing


class TicksScreen(QuizzerScreen):
    """Calls `took` with what is ticked, in the list's order, each time that changes."""

    CSS_PATH = "ticks.tcss"
    BINDINGS = bindings(Where.TICKS)
    WHERE = Where.TICKS

    def __init__(
        self, title: str, items: Sequence[tuple[str, str]], ticked: Sequence[str], took: Callable[[list[str]], None]
    ) -> None:
        super().__init__()
        self.heading = title
        self.items = items
        """What is taken, and its name for people."""
        self.ticked = set(ticked)
        self._took = took

    def compose(self) -> ComposeResult:
        """Title, the list, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Listing(id="list")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, the cursor on the first that is ticked."""
        self.query_one(Hints).show((("ticks.tick", ""), ("ticks.none", ""), ("ticks.leave", ""), ("ticks.help", "")))
        first = next((at for at, (key, _) in enumerate(self.items) if key in self.ticked), 0)
        self._draw(first)

    def _draw(self, cursor: int) -> None:
        count = len(self.ticked)
        words = f"{count} of {len(self.items)}" if count else f"all {len(self.items)}: none is ticked"
        self.query_one(Bar).show(line((self.heading, ".title")), line((words, ".muted")))
        self.query_one(Listing).show(len(self.items), self._item, cursor)

    def _item(self, at: int, width: int, here: bool) -> Content:
        key, name = self.items[at]
        box = ("[x] ", ".accent") if key in self.ticked else ("[ ] ", ".muted")
        content = line((" ▸ ", ".accent") if here else "   ", box, shorten(one_line(name), max(8, width - 8)))
        content = content.pad_right(max(0, width - content.cell_length))
        return content.stylize(".cursor") if here else content

    @on(Listing.Opened)
    def action_tick(self) -> None:
        """Tick the line under the cursor, or take its tick away."""
        cursor = self.query_one(Listing).cursor
        self._take(self.ticked ^ {self.items[cursor][0]}, cursor)

    def action_none(self) -> None:
        """Take all ticks away, which means all."""
        self._take(set(), self.query_one(Listing).cursor)

    def _take(self, ticked: set[str], cursor: int) -> None:
        self.ticked = ticked
        self._took([key for key, _ in self.items if key in ticked])
        self._draw(cursor)
