"""Score writing: as what the scores are to be written, asked over their screen."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import INKS
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.lines import Pane, Row


class ScoreWritingScreen(ModalScreen[str]):
    """Returns `html` or `csv`; nothing where the person leaves it."""

    CSS_PATH = "score_writing.tcss"
    AUTO_FOCUS = None
    COMPONENT_CLASSES = INKS
    BINDINGS = bindings(Where.WRITING)
    WHERE = Where.WRITING

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder

    def compose(self) -> ComposeResult:
        """What is asked, and the keys."""
        with Vertical(id="box"):
            yield Pane(id="asked")
            yield Hints()

    def on_mount(self) -> None:
        """Draw."""
        words = (
            f"Write the scores into {one_line(self.folder)}: as one page for a browser, with its pictures, or as a "
            "table for a spreadsheet, a line a deck?"
        )
        self.query_one(Pane).show(lambda width: [Row(content) for content in Content(words).wrap(width)])
        self.query_one(Hints).show((("writing.html", ""), ("writing.csv", ""), ("writing.leave", "")))

    def action_take(self, ending: str) -> None:
        """Write it so."""
        self.dismiss(ending)
