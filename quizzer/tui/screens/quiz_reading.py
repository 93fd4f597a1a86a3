"""Reread: the passages in which a quiz lost something, one after the other, most first."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.quiz_result import Reading
from quizzer.core.answers import points_words
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.opening import OpeningScreen
from quizzer.tui.screens.reading import BLANK
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.prose import prose


class QuizReadingScreen(OpeningScreen):
    """Passages to read again."""

    BINDINGS = bindings(Where.PASSAGE)
    WHERE = Where.PASSAGE

    def __init__(self, reading: Sequence[Reading]) -> None:
        super().__init__([one.passage for one in reading])
        self.reading = reading

    def heading(self) -> tuple[str, str]:
        """How many there are."""
        return "To read again", f"{len(self.reading)} passage{'s' * (len(self.reading) != 1)}"

    def rows(self, width: int) -> list[Row]:
        """Each with its place, what was lost there, and the quoted words marked."""
        rows = [BLANK]
        for one, passage in zip(self.reading, self.passages, strict=True):
            place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part)
            rows.append(Row(line("   ", (place, ".accent"), (f"   {points_words(one.lost)} lost", ".muted"))))
            if passage.heading:
                rows.append(Row(line("   ", (one_line(passage.heading), ".title"))))
            if passage.note:
                rows.append(Row(line("   ", (f"! {one_line(passage.note)}", ".nearly"))))
            rows.append(BLANK)
            rows += [Row(Content("   ") + content) for content in prose(passage.text, max(8, width - 6), passage.marks)]
            rows += [BLANK, BLANK]
        return rows
