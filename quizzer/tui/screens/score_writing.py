"""Score writing: as what the scores are to be written, asked over their screen."""

from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.dialog import Dialog


class ScoreWritingScreen(Dialog[str]):
    """Returns `html` or `csv`; nothing where the person leaves it."""

    BINDINGS = bindings(Where.WRITING)
    WHERE = Where.WRITING
    OFFERS = ("writing.html", "writing.csv", "writing.leave")

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Write the scores into {folder}: as one page for a browser, with its pictures, or as a table for a "
            "spreadsheet, a line a deck?"
        )

    def action_take(self, ending: str) -> None:
        """Write it so."""
        self.dismiss(ending)
