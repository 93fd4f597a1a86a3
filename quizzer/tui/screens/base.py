"""What all screens have in common: their footer, and errors as sentences."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on
from textual.events import Resize
from textual.screen import Screen

from quizzer.core.text import one_line
from quizzer.errors import BundledDeck, ProgressMoved, QuizzerError
from quizzer.tui.keys import Where
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Lines, Listing, Pane

Result = TypeVar("Result")


SMALLEST = (36, 11)
"""Columns and rows below which ratings or keys would be cut off."""
WAYS_OUT = ("leave", "back", "no")
"""What keys still do in a window that shows nothing else: nothing is answered unseen."""
SOON = 0.02
"""Seconds in which what was drawn is on the screen, so that what takes long may begin."""
LOW = 19
"""Rows below which some lines are left out."""


class QuizzerScreen(Screen[None]):
    """A whole screen with a footer."""

    AUTO_FOCUS = ""  # None would have Textual go into a field that was left, whenever another screen is closed
    ALLOW_SELECT = False
    WHERE: ClassVar[Where]
    """Which keys the help screen tells of."""

    async def on_resize(self, event: Resize) -> None:
        """Adapt to a low window; in one that holds no card, ask for a larger one.

        Classes are set only where windows are small: Textual's breakpoints would style every widget twice at start.
        """
        width, height = event.size
        small = width < SMALLEST[0] or height < SMALLEST[1]
        self.set_class(height < LOW, "-low")
        self.set_class(small, "-tiny")
        if small:
            from textual.widgets import Static

            if not self.query("#too-small"):
                await self.mount(Static("", id="too-small", markup=False))
            self.query_one("#too-small", Static).update(
                f"Make the window larger: quizzer needs {SMALLEST[0]} columns and {SMALLEST[1]} rows; "
                f"there are {width} and {height}."
            )

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose what a person has typed."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action may be done now."""
        return not self.has_class("-tiny") or action in WAYS_OUT

    def say(self, sentence: str, style: str = ".accent") -> None:
        """Show a sentence in place of the footer's hints."""
        self.query_one(Hints).notify_of(line((one_line(sentence), style)))

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """What the act returns; None, with its sentence shown, where it was refused.

        Raises:
            ProgressMoved: the caller must look again.
            BundledDeck: the caller may ask for a copy.
        """
        try:
            return act()
        except (ProgressMoved, BundledDeck):
            raise
        except QuizzerError as refusal:
            self.say(f"! {refusal}", ".wrong")
            return None

    def managed(self, act: Callable[[], object]) -> bool:
        """Whether the act was not refused. Raises: as `attempt`."""
        return self.attempt(lambda: (act(),)) is not None

    def moving(self) -> Lines:
        """The lines that the movement keys move or scroll: the list with the cursor, else the first pane."""
        return next(iter(self.query(Listing)), None) or self.query_one(Pane)

    def action_move(self, lines: int) -> None:
        """Move the cursor, or scroll, by lines."""
        self.moving().move(lines)

    def action_page(self, pages: int) -> None:
        """Move the cursor, or scroll, by pages."""
        self.moving().page(pages)

    def action_ends(self, way: int) -> None:
        """Go to an end."""
        self.moving().ends(way)

    @on(Hints.Pressed)
    async def do_hint(self, pressed: Hints.Pressed) -> None:
        """Do what the clicked hint's key does."""
        await self.run_action(pressed.action)
