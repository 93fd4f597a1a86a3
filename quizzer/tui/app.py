"""The way into the screens, light enough to be imported by the command line.

Loading Textual is most of the way to the first frame. The collector would only go over its modules again and again
meanwhile, so it is off until all is loaded, and then leaves what is there alone.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from quizzer.collection.settings import Settings
from quizzer.tui.terminal import few_colours

OUT, ERR = 1, 2
"""The file descriptors of standard output and standard error."""


class Start(NamedTuple):
    """Begin in a sitting rather than at home."""

    decks: tuple[str, ...] = ()
    """Words that name decks; none means all."""
    tag: str = ""
    limit: int | None = None
    minutes: float | None = None


def run_app(settings: Settings, start: Start | None = None, tell: Callable[[int, int, str], None] | None = None) -> int:
    """Show the screens until the person leaves; the exit code.

    Args:
        settings: where everything is.
        start: what to study at once; None begins at home.
        tell: hears of long work before the first frame (done, total, what).

    Raises:
        QuizzerError: the collection cannot be opened, or a deck is not found.
        Exception: a bug ended the application; the terminal is as it was.
    """
    gc.disable()
    try:
        _choose_theme()
        from quizzer.collection.collection import Collection
        from quizzer.tui.quizzer_app import QuizzerApp

        with Collection.open(settings, tell) as collection:
            sitting = None
            if start is None and not collection.problems():
                collection.require_decks()
            if start is not None:
                decks = collection.find_decks(start.decks)
                collection.require_decks()
                sitting = collection.sit(decks, tag=start.tag, limit=start.limit, minutes=start.minutes)
            app = QuizzerApp(collection, sitting)
            gc.freeze()
            gc.enable()
            with _drawing_on_the_terminal():
                app.run()
            if app.failure is not None:
                raise app.failure
            return app.return_code or 0
    finally:
        gc.enable()


def _choose_theme() -> None:
    """Take the terminal's own colours where there are few or none: rounded to sixteen, ours would all be grey.

    Textual reads the theme from the environment when it is loaded.
    """
    if few_colours(os.environ):
        os.environ.setdefault("TEXTUAL_THEME", "ansi-dark")


@contextmanager
def _drawing_on_the_terminal() -> Iterator[None]:
    """Textual draws on standard error; where that goes into a file, standard output lends it the terminal."""
    if os.isatty(ERR):
        yield
        return
    kept = os.dup(ERR)
    os.dup2(OUT, ERR)
    try:
        yield
    finally:
        os.dup2(kept, ERR)
        os.close(kept)
