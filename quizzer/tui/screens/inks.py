"""The named inks of screens, such as `.muted`: component classes, so that every colour stands in app.tcss.

Textual styles component classes whenever it styles their screen, twice before the first frame; an ink is styled when
something is first drawn in it, and most frames want few.
"""

from textual.css.styles import RenderStyles
from textual.dom import DOMNode

INKS = frozenset({
    "again", "hard", "good", "easy", "right", "nearly", "wrong", "mark", "hole", "code", "key", "muted", "rule",
    "title", "accent", "cursor", "chosen",
})  # fmt: skip


class Inks(DOMNode):
    """What a screen is besides, for whatever is drawn on it in named inks."""

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of component classes, inks among them."""
        for name in INKS.intersection(names) - self._component_styles.keys():
            ink = DOMNode(classes=name)
            ink._attach(self)
            self.app.stylesheet.apply(ink)
            self._component_styles[name] = ink.styles
        return super().get_component_styles(*names)
