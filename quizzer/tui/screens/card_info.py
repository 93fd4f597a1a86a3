"""Card info: all that is known of one card, and why it is due or not."""

from quizzer.collection.card_info import CardInfo
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.screens.reading import ReadingScreen
from quizzer.tui.widgets.info_rows import info_rows
from quizzer.tui.widgets.lines import Row


class CardInfoScreen(ReadingScreen):
    """What is known of a card; nothing that would give its answer away before that is shown."""

    BINDINGS = bindings(Where.INFO)
    WHERE = Where.INFO

    def __init__(self, info: CardInfo, revealed: bool = True) -> None:
        super().__init__()
        self.info = info
        self.revealed = revealed

    def heading(self) -> tuple[str, str]:
        """What is told, and of which deck."""
        return "Card info", one_line(self.info.title)

    def rows(self, width: int) -> list[Row]:
        """All that is known."""
        return info_rows(self.info, self.revealed, width)


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
        screen.app.push_screen(CardInfoScreen(info, revealed))
