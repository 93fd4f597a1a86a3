"""Card info: all that is known of one card, and why it is due or not."""

from textual import on

from quizzer.collection.card_info import CardInfo
from quizzer.core.buttons import FOUR, TWO, Buttons
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.screens.reading import ReadingScreen
from quizzer.tui.widgets.info_rows import info_rows
from quizzer.tui.widgets.lines import Pane, Row


class CardInfoScreen(ReadingScreen):
    """What is known of a card; nothing that would give its answer away before that is shown."""

    BINDINGS = bindings(Where.INFO)
    WHERE = Where.INFO

    def __init__(self, info: CardInfo, revealed: bool = True, buttons: Buttons = FOUR) -> None:
        super().__init__()
        self.info = info
        self.revealed = revealed
        self.buttons = buttons

    def heading(self) -> tuple[str, str]:
        """What is told, and of which deck."""
        return "Card info", one_line(self.info.title)

    def rows(self, width: int) -> list[Row]:
        """All that is known."""
        return info_rows(self.info, self.revealed, width, self.buttons)

    def offers(self, more: bool) -> list[tuple[str, str]]:
        """The passage as well, once it may be shown."""
        passage = [("info.passage", "")] if self.revealed and self.info.passage is not None else []
        return [*super().offers(more), *passage, ("info.help", "")]

    @on(Pane.Clicked)
    def action_passage(self) -> None:
        """Show the passage that the answer comes from."""
        if not self.revealed:
            self.say("The passage would give the answer away.")
        elif self.info.passage is None:
            self.say("No source is given for this card.")
        else:
            from quizzer.tui.screens.passage import PassageScreen

            self.app.push_screen(PassageScreen(self.info.passage))


def show_info(screen: QuizzerScreen, card: str, revealed: bool = True, review_id: str = "") -> None:
    """Open card info over a screen, which tells why it could not be.

    Args:
        screen: the screen.
        card: the card's id.
        revealed: whether its answer is shown already.
        review_id: the one that its next review will have, where that is known.
    """
    collection = screen.app.collection  # type: ignore[attr-defined]  # there is no other application
    info = screen.attempt(lambda: collection.card_info(card, review_id))
    if info is not None:
        buttons = TWO if collection.preferences.two_buttons else FOUR
        screen.app.push_screen(CardInfoScreen(info, revealed, buttons))
