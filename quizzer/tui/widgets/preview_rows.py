"""A note as study will show it, each of its cards with its answer below."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.sitting import Showing
from quizzer.tui.widgets.card_rows import margin, question_rows, reveal_rows
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.reply import Reply


def preview(showings: Sequence[Showing], width: int) -> list[Row]:
    """The cards of a note with their answers."""
    rows: list[Row] = []
    for at, showing in enumerate(showings, 1):
        if len(showings) > 1:
            rows += [Row(Content("")), *margin([line((f"card {at} of {len(showings)}", ".muted"))])]
        rows += question_rows(showing, Reply(), width)
        rows += margin([line(("answer", ".muted"))])
        rows += reveal_rows(showing, Reply(revealed=True), "", width)
    return rows
