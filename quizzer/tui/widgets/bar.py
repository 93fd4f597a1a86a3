"""Single lines at the edges of a screen: a bar with two ends, and the footer's hints."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from quizzer.tui.keys import find_key, place_of
from quizzer.tui.keys import shown as shown_as
from quizzer.tui.widgets.drawing import line, spread
from quizzer.tui.widgets.inked import Few

NOTHING = Content("")


class _Hint(NamedTuple):
    place: tuple[int, int]
    """In the table of keys."""
    drawn: Content
    cells: int
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
        if not self._notice and self._height is None:
            return
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
            hints = sorted(self._hints[: len(self._hints) - dropped], key=lambda hint: hint.place)
            for gap in self.GAPS:
                starts = _starts(hints, lead.cell_length, width, gap)
                if starts[-1][0] < height:
                    return self._laid_out(hints, starts, lead)
        return [lead]

    def _laid_out(self, hints: Sequence[_Hint], starts: Sequence[tuple[int, int]], lead: Content) -> list[Content]:
        """As many lines as it takes to have each hint where it begins."""
        lines: list[list[Content]] = [[lead]]
        self._places, end = [], lead.cell_length
        for hint, (y, x) in zip(hints, starts, strict=True):
            if y == len(lines):
                lines.append([])
                end = 0
            lines[y] += [Content(" " * (x - end)), hint.drawn]
            end = x + hint.cells
            self._places.append((y, x, end, hint.action))
        return [line(*parts) for parts in lines]

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
    key = find_key(key_id)
    drawn = _drawn(shown or shown_as(key).split()[0], word or key.word)
    return _Hint(place_of(key_id), drawn, drawn.cell_length, key.action)


@cache
def _drawn(shown: str, word: str) -> Content:
    return line((shown, ".key"), " ", (word, ".muted"))


def _starts(hints: Sequence[_Hint], x: int, width: int, between: int) -> list[tuple[int, int]]:
    """The line and the column at which each hint begins, one after the other, where something ends at `x`."""
    starts, y = [], 0
    for hint in hints:
        gap = between if x else 0
        if x and x + gap + hint.cells > width:
            x, y, gap = 0, y + 1, 0
        starts.append((y, x + gap))
        x += gap + hint.cells
    return starts
