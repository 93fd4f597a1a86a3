"""Ratings: before the reveal what to do, after it the four ratings with their waits and meanings."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message

from quizzer.core.buttons import FOUR, Buttons
from quizzer.core.schedule import Rating
from quizzer.tui.widgets.bar import NOTHING
from quizzer.tui.widgets.drawing import indented, line, spread
from quizzer.tui.widgets.inked import Few

INDENT: Final = 1
MARGIN: Final = "   "
"""Before the prompt."""
WIDEST: Final = 20


class Ratings(Few):
    """The row that a person answers on; one rating is highlighted."""

    class Chosen(Message):
        """A rating was clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    class Pressed(Message):
        """The prompt was clicked, before the reveal or at the end."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._prompt = NOTHING
        self._waits: Sequence[str] = ()
        self._here = Rating.GOOD
        self._contest = ""
        self.buttons: Buttons = FOUR
        """What is offered; set before anything is drawn."""

    def ask(self, prompt: Content) -> None:
        """Say what to do before the reveal."""
        self._prompt, self._waits = prompt, ()
        self.redraw()

    def offer(self, waits: Sequence[str], here: Rating, contest: str = "") -> None:
        """Show the ratings with their waits, one of them highlighted.

        Args:
            waits: of all four ratings.
            here: the highlighted rating.
            contest: the keys that contest the verdict: `y`, or `yY` where the note can accept the response.
        """
        self._waits, self._here, self._contest = waits, here, contest
        self.redraw()

    def _column(self) -> int:
        return max(8, min(WIDEST, (self.size.width - INDENT) // len(self.buttons)))

    def lines(self, width: int, height: int) -> list[Content]:
        """As many lines as there is room for, the names first."""
        if not self._waits:
            return [*[NOTHING] * (height > 2), *indented(self._prompt, max(1, width), MARGIN, MARGIN)]
        waits = [self._waits[button.rating - 1] for button in self.buttons]
        meanings = [button.meaning for button in self.buttons]
        lines = [self._names(), self._under(waits), self._under(meanings, ".muted"), self._advice()]
        return lines[:height]

    def _names(self) -> Content:
        column = self._column()
        parts = [Content(" " * INDENT)]
        for number, (rating, name, _) in enumerate(self.buttons, 1):
            style = "." + rating.name.lower()
            if rating is self._here:
                label = line(
                    ("▐", style), Content.styled(f" {number} {name} ", style).stylize("reverse bold"), ("▌", style)
                )
            else:
                label = line("  ", (f"{number} ", ".key"), (name, style))
            parts.append(label.pad_right(max(0, column - label.cell_length)))
        return Content("").join(parts)

    def _under(self, words: Sequence[str], style: str = "") -> Content:
        column = self._column()
        if any(len(word) >= column for word in words):
            words = [short_wait(word) for word in words]
        cells = [f"{word[: column - 1]:<{column}}" for word in words]
        return line(" " * (INDENT + 2), ("".join(cells).rstrip(), style))

    def _advice(self) -> Content:
        name = next(button.name for button in self.buttons if button.rating is self._here)
        left = line(
            " " * (INDENT + 2),
            ("Enter", ".key"),
            (" or ", ".muted"),
            ("Space", ".key"),
            (": ", ".muted"),
            (name, "." + self._here.name.lower()),
        )
        right = line(("2, 3 and 4 all mean remembered" if len(self.buttons) > 2 else "", ".muted"))
        if self._contest:
            parts: list[tuple[str, str]] = [("y", ".key"), (" was right", ".muted")]
            if "Y" in self._contest:
                parts += [("   ", ""), ("Y", ".key"), (" accept it from now on", ".muted")]
            right = line(*parts)
        return spread(left, right, max(1, self.size.width - 1))

    def on_click(self, event: events.Click) -> None:
        """Tell which rating is under the mouse."""
        at = event.get_content_offset(self)
        if not self._waits:
            self.post_message(self.Pressed())
        elif at is not None and INDENT <= at.x < INDENT + len(self.buttons) * self._column():
            self.post_message(self.Chosen(self.buttons[(at.x - INDENT) // self._column()].rating))


def short_wait(wait: str) -> str:
    """A wait with its unit cut short, for narrow windows.

    >>> short_wait("1.2 months"), short_wait("10 days"), short_wait("6 min")
    ('1.2 mo', '10 d', '6 min')
    """
    number, _, unit = wait.partition(" ")
    short = {"day": "d", "days": "d", "month": "mo", "months": "mo", "year": "y", "years": "y"}
    return f"{number} {short[unit]}" if unit in short else wait
