"""Watching: screens that stay open, and draw again what another program has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizzer.collection.collection import Collection
from quizzer.errors import ProgressMoved
from quizzer.tui.screens.base import QuizzerScreen, Result

if TYPE_CHECKING:
    from quizzer.collection.watching import Watching

WATCH = 3
"""Seconds between two looks at what other programs may have changed."""


class WatchingScreen(QuizzerScreen):
    """A screen whose figures follow from decks and progress."""

    collection: Collection
    _watching: "Watching | None" = None

    def look_again(self) -> None:
        """Read what has changed, and draw it."""
        raise NotImplementedError

    def tried(self, act: Callable[[], Result]) -> Result | None:
        """As `attempt`; where another quizzer came before, what that has changed is drawn too."""
        try:
            return self.attempt(act)
        except ProgressMoved as moved:
            self.look_again()
            self.say(f"! {moved}", ".nearly")
            return None

    def begin_watching(self) -> None:
        """Look from now on, the first time once the screen is painted."""
        self.set_interval(WATCH, self.look_round)
        self.call_after_refresh(self.look_round)

    def look_round(self) -> None:
        """Look whether another program has changed anything, at a few files between two keys."""
        self._watching = self._watching or self.collection.watching()
        changed = self._watching.step() if self.is_current else False
        if changed is None:
            self.call_after_refresh(self.look_round)
        elif changed:
            self.look_again()

    def known(self) -> None:
        """Take what this program has written itself as no news."""
        if self._watching is not None:
            self._watching.level()
