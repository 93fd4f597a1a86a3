"""Rewrite: cards that are forgotten again and again, with the wrong answers they got and whose answers those are."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.score_memory import Leech
from quizzer.core.stats.wording import counted
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.reading import BLANK, ReadingScreen
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row

QUESTION, LABELLED = 3, 10
"""Where the further lines of a question begin, and those after a label."""


class RewritingScreen(ReadingScreen):
    """Leeches, worst first."""

    BINDINGS = bindings(Where.PASSAGE)
    WHERE = Where.PASSAGE

    def __init__(self, leeches: Sequence[Leech]) -> None:
        super().__init__()
        self.leeches = leeches

    def heading(self) -> tuple[str, str]:
        """How many there are."""
        return "To rewrite", counted(len(self.leeches), "card")

    def rows(self, width: int) -> list[Row]:
        """Each with its question, its solution, where it stands, and what it is confused with."""
        words = (
            "A card that is forgotten again and again asks too much, or looks like another one: split it, say in its "
            "question what tells it from the other, or suspend it. l at home lists them, and e there opens the note."
        )
        rows = [BLANK, *(Row(Content("   ") + one) for one in line((words, ".muted")).wrap(max(8, width - 6))), BLANK]
        for leech in self.leeches:
            rows += _rows([line((one_line(leech.question), ".title"))], width, QUESTION)
            rows += _rows([line(("right  ", ".muted"), one_line(leech.solution))], width)
            rows += _rows(
                [line((f"{counted(leech.lapses, 'lapse')}; it stands in {one_line(leech.where)}", ".muted"))], width
            )
            for one in leech.confusions:
                said = line(("you    ", ".muted"), one_line(one.answer), (f"  {counted(one.times, 'time')}", ".muted"))
                rows += _rows([said], width)
                if one.question:
                    other = line(("which answers  ", ".nearly"), one_line(one.question))
                    rows += [Row(content) for content in indented(other, width - 3, " " * 10, " " * 12)]
            if not leech.confusions:
                rows += _rows([line(("no wrong answer is recorded: you judged it yourself", ".muted"))], width)
            rows.append(BLANK)
        return rows


def _rows(contents: Sequence[Content], width: int, hanging: int = LABELLED) -> list[Row]:
    return [Row(one) for content in contents for one in indented(content, width - 3, "   ", " " * hanging)]
