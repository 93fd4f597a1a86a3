"""Widgets that draw line by line: their cost does not grow with what is out of sight.

`Pane` scrolls text; `Listing` has a cursor over rows of one line each. Both draw Content, never markup.
"""

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizzer.tui.widgets.inked import Inked


class Row(NamedTuple):
    """One line, and what a click on it means."""

    content: Content
    target: str = ""


Draw = Callable[[int], list[Row]]
"""Rows for a width in cells."""
DrawItem = Callable[[int, int, bool], Content]
"""One line for the item at an index, a width in cells, and whether the cursor is there."""


def rows_of(lines: list[Content], target: str = "") -> list[Row]:
    """Rows that all mean the same."""
    return [Row(content, target) for content in lines]


class Lines(ScrollView, Inked, can_focus=False):
    """The common half: what the lines are is left to those who know."""

    def count(self, width: int) -> int:
        """How many lines there are at a width."""
        raise NotImplementedError

    def content_at(self, at: int, width: int) -> Content:
        """The line at an index below `count`."""
        raise NotImplementedError

    @property
    def overflowing(self) -> bool:
        """Whether not all lines fit."""
        return self.virtual_size.height > self.scrollable_content_region.height

    def move(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def page(self, pages: int) -> None:
        """Scroll by pages, one line of which stays in view."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def ends(self, way: int) -> None:
        """Scroll to the first line, or to the last one."""
        self.scroll_to(y=0 if way < 0 else self.virtual_size.height, animate=False)

    def bring(self, first: int, last: int) -> None:
        """Scroll just so far that these lines are in view, the first of them at least."""
        height = self.scrollable_content_region.height
        top = self.scroll_y
        top = min(first, max(top, last - height + 1))
        if top != self.scroll_y:
            self.scroll_to(y=top, animate=False)

    def lay_out(self) -> None:
        """Count the lines again, at the present width, and draw them."""
        self.refresh(layout=self._measure())

    def _measure(self) -> bool:
        """Take note of how many lines there are; whether that moves other widgets."""
        _, _, width, room = self.scrollable_content_region
        size, before = Size(width, self.count(width)) if width else self.virtual_size, self.virtual_size
        if size == before:
            return False
        higher = self.styles.is_auto_height and size.height != before.height
        # Assigned plainly, the size would lay out the whole screen again, which is seldom needed and dear.
        self.set_reactive(Lines.virtual_size, size)
        self._scroll_update(size)
        return higher or (size.height > room) is not (before.height > room)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as there are lines beside the place kept for the scrollbar."""
        kept = self.styles.scrollbar_size_vertical if self.styles.scrollbar_gutter == "stable" else 0
        return self.count(width - kept)

    def on_resize(self, event: events.Resize) -> None:
        """Take the new width; what is drawn anew is known to Textual already."""
        if self._measure():
            self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """The line at a height, as wide as the widget."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        return self.strip(self.content_at(at, width) if width and at < self.count(width) else None, width)

    def line_under(self, event: events.Click) -> int:
        """The index of the line that was clicked; it may be one that does not exist."""
        return event.get_content_offset_capture(self).y + self.scroll_offset.y


class Pane(Lines):
    """Shows what a drawing makes for the pane's width; draws again when the width changes."""

    class Clicked(Message):
        """A row with a target was clicked."""

        def __init__(self, target: str, pane: str | None = None) -> None:
            super().__init__()
            self.target = target
            self.pane = pane
            """The id of the pane."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._draw: Draw = lambda width: []
        self._rows: list[Row] = []
        self._drawn_width = -1

    def show(self, draw: Draw, keep_place: bool = False) -> None:
        """Show another drawing, from its top unless the place is kept."""
        before, width = self._rows, self._drawn_width
        self._draw, self._drawn_width = draw, -1
        if not keep_place and self.scroll_y:
            self.scroll_to(y=0, animate=False)
            width = -1
        if self._measure():
            self.refresh(layout=True)
        elif width != self._drawn_width or self.scroll_y:
            self.refresh()
        else:
            height = self.scrollable_content_region.height
            self.refresh_changes([row.content for row in before], [row.content for row in self._rows], height)

    def rows(self, width: int) -> list[Row]:
        """The drawing at a width."""
        if width != self._drawn_width:
            self._rows, self._drawn_width = self._draw(max(1, width)), width
        return self._rows

    def count(self, width: int) -> int:
        """As many lines as the drawing has."""
        return len(self.rows(width))

    def content_at(self, at: int, width: int) -> Content:
        """A line of the drawing."""
        return self.rows(width)[at].content

    def bring_target(self, target: str) -> None:
        """Scroll so far that the rows of a target are in view."""
        found = [at for at, row in enumerate(self._rows) if row.target == target]
        if found:
            self.bring(found[0], found[-1])

    def on_click(self, event: events.Click) -> None:
        """Tell what the row under the mouse means."""
        at = self.line_under(event)
        if 0 <= at < len(self._rows) and self._rows[at].target:
            self.post_message(self.Clicked(self._rows[at].target, self.id))


class Listing(Lines):
    """Items of one line each, one of them under the cursor."""

    class Moved(Message):
        """The cursor is on another item."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Opened(Message):
        """An item was clicked that the cursor was on already."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items = 0
        self._draw_item: DrawItem = lambda index, width, here: Content("")
        self.cursor = 0
        """The index of the item under the cursor."""

    def show(self, items: int, draw: DrawItem, cursor: int = 0) -> None:
        """Show other items; the cursor is put among them."""
        self._items, self._draw_item = items, draw
        self.cursor = max(0, min(cursor, items - 1))
        self.lay_out()
        self.bring(self.cursor, self.cursor)

    def count(self, width: int) -> int:
        """One line an item."""
        return self._items

    def content_at(self, at: int, width: int) -> Content:
        """The line of an item."""
        return self._draw_item(at, width, at == self.cursor)

    def move(self, lines: int) -> None:
        """Move the cursor."""
        self.go(self.cursor + lines)

    def ends(self, way: int) -> None:
        """Move the cursor to the first item, or to the last one."""
        self.go(0 if way < 0 else self._items - 1)

    def go(self, index: int) -> None:
        """Put the cursor on an item."""
        index = max(0, min(index, self._items - 1))
        if index != self.cursor:
            self.cursor = index
            self.bring(index, index)
            self.refresh()
            self.post_message(self.Moved(index))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        super().on_resize(event)
        self.bring(self.cursor, self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the item; open it where it is already."""
        at = self.line_under(event)
        if 0 <= at < self._items:
            if at == self.cursor:
                self.post_message(self.Opened(at))
            self.go(at)
