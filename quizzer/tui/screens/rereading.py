"""Reread: passages to read again, one after the other, each with why: those first where most was or may be lost."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.reading import PassageView
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.opening import OpeningScreen
from quizzer.tui.screens.reading import BLANK
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.prose import prose


class RereadingScreen(OpeningScreen):
    """Passages to read again, each with words that say why; before them what is to be said of all."""

    BINDINGS = bindings(Where.PASSAGE)
    WHERE = Where.PASSAGE

    def __init__(self, passages: Sequence[tuple[PassageView, str]], before: Sequence[str] = ()) -> None:
        super().__init__([passage for passage, _ in passages])
        self.why = [why for _, why in passages]
        self.before = before

    def heading(self) -> tuple[str, str]:
        """How many there are."""
        return "To read again", f"{len(self.why)} passage{'s' * (len(self.why) != 1)}"

    def rows(self, width: int) -> list[Row]:
        """Each with its place, why it is worth reading, and the quoted words marked."""
        rows = [BLANK]
        for words in self.before:
            rows += [Row(Content("   ") + one) for one in line((one_line(words), ".muted")).wrap(max(8, width - 6))]
        rows += [BLANK] if self.before else []
        for why, passage in zip(self.why, self.passages, strict=True):
            place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part)
            whole = line("   ", (place, ".accent"), (f"   {why}", ".muted"))
            apart = [line("   ", (place, ".accent")), line("   ", (why, ".muted"))]
            rows += [Row(one) for one in ([whole] if whole.cell_length <= width - 3 else apart)]
            if passage.heading:
                rows.append(Row(line("   ", (one_line(passage.heading), ".title"))))
            if passage.note:
                rows.append(Row(line("   ", (f"! {one_line(passage.note)}", ".nearly"))))
            rows.append(BLANK)
            rows += [Row(Content("   ") + content) for content in prose(passage.text, max(8, width - 6), passage.marks)]
            rows += [BLANK, BLANK]
        return rows
