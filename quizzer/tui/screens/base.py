"""What all screens have in common: their named inks, their footer, and errors as sentences."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on
from textual.screen import Screen

from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved, QuizzerError
from quizzer.tui.keys import Where
from quizzer.tui.widgets.bar import Hints
from quizzer.tui.widgets.drawing import line

Result = TypeVar("Result")


INKS = {
    "again", "hard", "good", "easy", "right", "nearly", "wrong", "mark", "hole", "code", "key", "muted", "rule",
    "title", "accent", "cursor", "chosen",
}  # fmt: skip
"""Named inks are component classes, so that every colour stands in app.tcss and widgets say only `.muted`."""


class QuizzerScreen(Screen[None]):
    """A whole screen with a footer."""

    AUTO_FOCUS = None
    ALLOW_SELECT = False
    COMPONENT_CLASSES = INKS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (92, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (19, "-tall")]
    WHERE: ClassVar[Where]
    """Which keys the help screen tells of."""

    def say(self, sentence: str, style: str = ".accent") -> None:
        """Show a sentence in place of the footer's hints."""
        self.query_one(Hints).notify_of(line((one_line(sentence), style)))

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """What the act returns; None, with its sentence shown, where it was refused.

        Raises:
            ProgressMoved: the caller must look again.
        """
        try:
            return act()
        except ProgressMoved:
            raise
        except QuizzerError as refusal:
            self.say(f"! {refusal}", ".wrong")
            return None

    @on(Hints.Pressed)
    async def do_hint(self, pressed: Hints.Pressed) -> None:
        """Do what the clicked hint's key does."""
        await self.run_action(pressed.action)
