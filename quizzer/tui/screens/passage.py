"""Passage: where the answer comes from, with the quoted words marked."""

from textual.content import Content

from quizzer.collection.reading import PassageView
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.opening import OpeningScreen
from quizzer.tui.screens.reading import BLANK
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane, Row
from quizzer.tui.widgets.prose import prose

BAR = "▌"


class PassageScreen(OpeningScreen):
    """One passage of a source."""

    BINDINGS = bindings(Where.PASSAGE)
    WHERE = Where.PASSAGE

    def __init__(self, passage: PassageView) -> None:
        super().__init__([passage])

    @property
    def passage(self) -> PassageView:
        """The passage, as far as it is known."""
        return self.passages[0]

    def on_mount(self) -> None:
        """Begin where the quote is."""
        super().on_mount()
        self.call_after_refresh(self.query_one(Pane).bring_target, "quote")

    def opened(self) -> None:
        """Go to where the quote is."""
        super().opened()
        self.call_after_refresh(self.query_one(Pane).bring_target, "quote")

    def heading(self) -> tuple[str, str]:
        """The source, and the place in it."""
        if not self.passage.title:
            return "Quote", "no source is named"
        return one_line(self.passage.title), one_line(self.passage.place)

    def rows(self, width: int) -> list[Row]:
        """The passage; lines with quoted words have a bar beside them, which colour alone could not say."""
        rows = [BLANK]
        if self.passage.heading:
            rows += [Row(line("   ", (one_line(self.passage.heading), ".title"))), BLANK]
        if self.passage.note:
            rows += [Row(line("   ", (f"! {one_line(self.passage.note)}", ".nearly"))), BLANK]
        for content in prose(self.passage.text, max(8, width - 6), self.passage.marks):
            quoted = any(span.style == ".mark" for span in content.spans)
            rows.append(
                Row(
                    line((f" {BAR} ", ".mark"), content) if quoted else Content("   ") + content,
                    "quote" if quoted else "",
                )
            )
        return [*rows, BLANK]
