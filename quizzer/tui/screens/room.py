"""Room: how question and answer share what the title, the field, the ratings and the keys leave of the window."""

from textual.screen import Screen
from textual.widget import Widget

from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.ratings import Ratings


def share(screen: Screen[None], asking: bool, revealed: bool) -> None:
    """Give all the room to the question at the end, and while there is no answer and little room."""
    alone = not asking or (screen.has_class("-low") and not revealed)
    screen.query_one("#question", Pane).set_class(alone, "-alone")
    screen.query_one("#answer", Pane).display = not alone


def fit(screen: Screen[None], entry: Widget | None, revealed: bool, limit: int | None) -> int | None:
    """Hold a high question to the rows that the answer and the keys can spare; the new limit.

    Questions that fit set nothing: a changed height lays the screen out anew, which is dear.

    Args:
        screen: the study screen, with a card on it.
        entry: the field, if there is one.
        revealed: whether the answer is shown.
        limit: the rows that the question is held to now.
    """
    question, answer = screen.query_one("#question", Pane), screen.query_one("#answer", Pane)
    width = question.scrollable_content_region.width
    if not width:
        return limit
    wanted = None
    if answer.display:
        others = [screen.query_one("#title"), screen.query_one(Ratings), screen.query_one(Hints)]
        others += [entry] if entry is not None and entry.display else []
        room = screen.size.height - sum(widget.outer_size.height for widget in others)
        needed = max(2, 1 + answer.count(width) if revealed else 2)
        most = max(2, room - min(needed, (room + 1) // 2))
        wanted = most if question.count(width) > most else None
    if wanted != limit:
        question.styles.max_height = wanted
    return wanted
