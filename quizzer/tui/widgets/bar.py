"""Single lines at the edges of a screen: a bar with two ends, and the footer's hints."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from quizzer.tui.keys import BY_ID
from quizzer.tui.keys import shown as shown_as
from quizzer.tui.widgets.drawing import line, spread
from quizzer.tui.widgets.inked import Few

NOTHING = Content("")
PLACES = {key_id: at for at, key_id in enumerate(BY_ID)}


class _Hint(NamedTuple):
    place: int
    """In the table of keys."""
    shown: str
    word: str
    action: str


class Bar(Few):
    """A line; its left part gives way where there is too little room."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._left = self._right = NOTHING

    def show(self, left: Content, right: Content = NOTHING) -> None:
        """Show other parts."""
        self._left, self._right = left, right
        self.redraw()

    def lines(self, width: int, height: int) -> list[Content]:
        """The line at a width."""
        return [spread(self._left, self._right, width)]


class Hints(Few):
    """The footer: hints in the order of the table of keys; where not all fit, they stand closer, then the least useful
    are left out.

    A click does what the key does.

    A notice takes the place of the hints until the next change.
    """

    GAPS = (3, 2)
    MOST = 5
    """Lines of a notice."""

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._hints: tuple[_Hint, ...] = ()
        self._notice = self._lead = NOTHING
        self._places: list[tuple[int, int, int, str]] = []
        self._height: int | None = None

    def show(self, hints: Sequence[tuple[str, str]], notice: Content = NOTHING, lead: Content = NOTHING) -> None:
        """Show other hints: ids of the table with the word to use, or the table's own word where that is empty.

        Args:
            hints: the most useful first; `study.help@F1` shows another of its keys than the first.
            notice: shown in their place, until the next change.
            lead: shown before them where the window is wide enough.
        """
        self._hints = _hints(hints)
        self._notice, self._lead = notice, lead
        self._grow()
        self.redraw()

    def offer(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show other hints, and leave what stands beside or in place of them."""
        self._hints = _hints(hints)
        self.redraw()

    def notify_of(self, notice: Content) -> None:
        """Show a notice in place of the hints."""
        self._notice = notice
        self._grow()
        self.redraw()

    def _grow(self) -> None:
        """Be as high as the notice needs, since its remedy mostly stands at its end."""
        width, edge = self.size.width, self.outer_size.height - self.size.height
        needed = len(self._notice.wrap(width)) if self._notice and width else 0
        height = min(self.MOST, needed) + edge if needed > 1 else None
        if height != self._height:
            self._height = self.styles.height = height

    def lines(self, width: int, height: int) -> list[Content]:
        """The notice, or the hints in lines."""
        if self._notice:
            return self._notice.wrap(max(1, width))[:height]
        lead = self._lead if self._lead.cell_length + 40 <= width else NOTHING
        self._places = []
        for dropped in range(len(self._hints)):
            hints = sorted(self._hints[: len(self._hints) - dropped])
            for gap in self.GAPS:
                lines = self._laid_out(hints, lead, width, gap)
                if len(lines) <= height:
                    return lines
        return [lead]

    def _laid_out(self, hints: Sequence[_Hint], lead: Content, width: int, between: int) -> list[Content]:
        """The hints one after the other, in as many lines as they take."""
        lines, x, y = [lead], lead.cell_length, 0
        self._places = []
        for _, shown, word, action in hints:
            part = line((shown, ".key"), " ", (word, ".muted"))
            gap = between if x else 0
            if x + gap + part.cell_length > width and x:
                x, y, gap = 0, y + 1, 0
                lines.append(NOTHING)
            self._places.append((y, x + gap, x + gap + part.cell_length, action))
            lines[y] += Content(" " * gap) + part
            x += gap + part.cell_length
        return lines

    def on_click(self, event: events.Click) -> None:
        """Tell which hint is under the mouse; a notice that has been read makes room for the hints."""
        at = event.get_content_offset(self)
        if self._notice:
            self.notify_of(NOTHING)
            return
        if at is None:
            return
        for y, start, end, action in self._places:
            if at.y == y and start <= at.x < end:
                self.post_message(self.Pressed(action.replace("{key}", "enter")))


def _hints(hints: Sequence[tuple[str, str]]) -> tuple[_Hint, ...]:
    return tuple(_hint(*key_id.partition("@")[::2], word) for key_id, word in hints)


def _hint(key_id: str, shown: str, word: str) -> _Hint:
    key = BY_ID[key_id]
    return _Hint(PLACES[key_id], shown or shown_as(key).split()[0], word or key.word, key.action)
