"""Ask: one question with yes or no, over the screen it is about."""

from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.dialog import Dialog


class AskScreen(Dialog[bool]):
    """Returns whether the person said yes."""

    BINDINGS = bindings(Where.ASK)
    WHERE = Where.ASK
    OFFERS = ("ask.yes", "ask.no")

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)
