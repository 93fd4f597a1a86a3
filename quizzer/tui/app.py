"""The way into the screens, light enough to be imported by the command line.

Loading Textual is most of the way to the first frame. The collector would only go over its modules again and again
meanwhile, so it is off until that frame is drawn, and then leaves what is there alone.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.preferring import preferences_of
from quizzer.collection.settings import Settings
from quizzer.tui.terminal import few_colours

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.core.selection import Setup

FAILED = 1
"""The exit code of a quiz that was not passed."""
OUT, ERR = 1, 2
"""The file descriptors of standard output and standard error."""


class QuizStart(NamedTuple):
    """Begin with the set-up of a quiz."""

    setup: "Setup | None" = None
    """As the command line says, its decks aside; None: as last time."""
    passes: float | None = None
    """The score, 0–1, below which the exit code is 1."""


class Start(NamedTuple):
    """Begin in a sitting rather than at home."""

    decks: tuple[str, ...] = ()
    """Words that name decks; none means all."""
    tag: str = ""
    limit: int | None = None
    minutes: float | None = None
    cram: bool = False
    quiz: QuizStart | None = None
    document: str = ""
    """What to open for authoring over home, in place of a sitting."""
    encoding: str = ""
    """What its text is in; empty: UTF-8, or UTF-16 with its mark."""
    browse: str | None = None
    """The filter of cards to look at, in place of a sitting."""


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
        _choose_theme(preferences_of(settings).theme)
        from quizzer.collection.collection import Collection
        from quizzer.tui.quizzer_app import QuizzerApp

        with Collection.open(settings, tell) as collection:
            sitting = None
            if start is None or start.browse is not None:
                collection.require_decks(or_problems=True)
            elif start.document:
                pass  # a new deck may be the first one
            else:
                decks = collection.find_decks(start.decks)
                collection.require_decks()
                if start.quiz is None:
                    sitting = collection.sit(decks, start.tag, start.limit, start.minutes, start.cram)
            app = QuizzerApp(collection, sitting, browsed=start.browse if start is not None else None)
            app.drawn = _collect_from_now_on
            app.first_written = (start.document, start.encoding) if start is not None else ("", "")
            if start is not None and start.quiz is not None:
                app.first_setup = _first_setup(collection, start.quiz.setup, decks if start.decks else ())
            with _drawing_on_the_terminal():
                app.run()
            if app.failure is not None:
                raise app.failure
            passes = start.quiz.passes if start is not None and start.quiz is not None else None
            failed = passes is not None and (app.share is None or app.share < passes - 1e-9)
            return app.return_code or (FAILED if failed else 0)
    finally:
        gc.enable()


def _collect_from_now_on() -> None:
    gc.freeze()
    gc.enable()


def _first_setup(collection: "Collection", setup: "Setup | None", decks: tuple[str, ...]) -> "Setup":
    """What the set-up of a quiz begins with.

    Raises:
        UsageError: no card bears one of its tags.
    """
    quizzes = collection.quizzes()
    found = quizzes.last_setup(decks) if setup is None else setup._replace(decks=decks)
    if setup is not None:
        quizzes.require_tags(found)
    return found


def _choose_theme(wanted: str) -> None:
    """Take the colours that are wanted; else the terminal's own where there are few: rounded to 16, ours would be grey.

    Textual reads the theme from the environment when it is loaded. Set later, it would have all styles parsed twice.
    """
    own = os.environ.get("TEXTUAL_THEME") or ("ansi-dark" if few_colours(os.environ) else "")
    if wanted or own:
        os.environ["TEXTUAL_THEME"] = ",".join(filter(None, (wanted, own)))  # the first that there is


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
