"""Words: a line to be typed, or left empty, over the screen that wants it."""

from textual import on

from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.dialog import Dialog
from quizzer.tui.widgets.entry import Entry

LONGEST = 200
"""Characters that are kept."""


class WordsScreen(Dialog[str]):
    """Returns what was typed, which may be nothing; None where the person has left."""

    BINDINGS = bindings(Where.WORDS)
    WHERE = Where.WORDS
    OFFERS = ("words.take", "words.leave")

    def fields(self) -> tuple[Entry]:
        """The line to be typed."""
        return (Entry(),)

    def on_mount(self) -> None:
        """Put the cursor into the field."""
        self.query_one(Entry).open()

    @on(Entry.Submitted)
    def action_take(self) -> None:
        """Take what was typed."""
        self.dismiss(one_line(self.query_one(Entry).field.value)[:LONGEST])

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
