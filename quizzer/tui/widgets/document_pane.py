"""The document with the mouse: words are marked by a click each, or by drawing over them while the button is held."""

from textual import events
from textual.message import Message

from quizzer.tui.widgets.document_rows import WORD
from quizzer.tui.widgets.lines import Pane


class DocumentPane(Pane):
    """A pane whose drawing says which word stands where."""

    class Drawn(Message):
        """The mouse has drawn over words: from the one where the button went down to the one under it now."""

        def __init__(self, first: int, last: int, begins: bool) -> None:
            super().__init__()
            self.first = first
            self.last = last
            self.begins = begins
            """Whether the button has only now gone down."""

    _first = -1
    """The word where the button went down; -1 while it is up."""
    _last = -1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin with the word under the mouse."""
        self._first = self._last = self._word(event)
        if self._first >= 0:
            self.post_message(self.Drawn(self._first, self._first, begins=True))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go on to the word under the mouse, while the button is held."""
        if not event.button:
            self._first = -1
        word = self._word(event) if self._first >= 0 else -1
        if word >= 0 and word != self._last:
            self._last = word
            self.post_message(self.Drawn(self._first, word, begins=False))

    def on_mouse_up(self) -> None:
        """Leave it at that."""
        self._first = -1

    def _word(self, event: events.MouseEvent) -> int:
        """The word under the mouse, -1 for none."""
        return int(self.screen.get_style_at(event.screen_x, event.screen_y).meta.get(WORD, -1))
