"""Inked: what draws Content line by line, in named inks, by the shortest way Textual has."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from quizzer.tui.widgets.inks import ink

_BLANK = Content("")


class Inked(Widget, can_focus=False):
    """A widget that makes its lines itself: no wrapping, no layout of text, styles looked up once."""

    ALLOW_SELECT = False

    _inks: dict[str | Style, Style] | None = None

    def notify_style_update(self) -> None:
        """Forget the colours, which a theme has changed."""
        super().notify_style_update()
        self._inks = None

    def _ink(self, name: str | Style) -> Style:
        if self._inks is None:
            self._inks = {}
        found = self._inks.get(name)
        if found is None:
            named = isinstance(name, str) and name.startswith(".")
            found = ink(str(name)[1:], self.app.native_ansi_color) if named else self._get_style(name)
            self._inks[name] = found
        return found

    def refresh_changes(self, before: Sequence[Content], after: Sequence[Content], height: int) -> None:
        """Draw anew those of the first `height` lines that differ: what stays need not be painted again."""
        changed = [
            y
            for y, (old, new) in enumerate(zip_longest(before[:height], after[:height], fillvalue=_BLANK))
            if old is not new and (old.plain != new.plain or old.spans != new.spans)
        ]
        if changed:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def strip(self, content: Content | None, width: int) -> Strip:
        """A line of a width; a blank one for nothing."""
        base = self.visual_style
        if not content:
            return Strip.blank(width, base.rich_style)
        segments = [Segment(text, style.rich_style) for text, style in content.render(base, "", self._ink)]
        return Strip(segments).adjust_cell_length(width, base.rich_style)


class Few(Inked):
    """A few lines that do not scroll."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: list[Content] = []
        self._drawn_for = (-1, -1)

    def redraw(self) -> None:
        """Make the lines anew, and draw those that have changed."""
        width, height = self.size
        if self._drawn_for == (width, height):
            before, self._drawn = self._drawn, self.lines(width, max(1, height))
            self.refresh_changes(before, self._drawn, height)
        else:
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """What to draw in a space."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The line at a height."""
        width, height = self.size
        if self._drawn_for != (width, height):
            self._drawn, self._drawn_for = self.lines(width, max(1, height)), (width, height)
        return self.strip(self._drawn[y] if y < len(self._drawn) else None, width)
