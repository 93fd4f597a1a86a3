"""Taking back the newest action from a screen, after asking where it belongs to an earlier sitting."""

from collections.abc import Callable

from quizzer.collection.collection import Collection
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.screens.base import SOON, QuizzerScreen

MANY = 2_000
"""Events whose undoing takes so long that it is said before."""


def take_back(screen: QuizzerScreen, collection: Collection, look_again: Callable[[], object]) -> None:
    """Take back the newest action; the screen looks again, then says what it was."""

    def begin() -> None:
        if newest is not None and newest[0] is not None and len(newest[0].events) >= MANY:
            screen.say(f"Taking back {one_line(newest[0].what)} …")
            screen.set_timer(SOON, undo)
        else:
            undo()

    def undo() -> None:
        try:
            undone = screen.attempt(collection.undo)
        except ProgressMoved as moved:
            look_again()
            screen.say(f"! {moved}", ".nearly")
            return
        if undone is not None:
            look_again()
            screen.say(f"Taken back: {one_line(undone.what)}")

    newest = screen.attempt(lambda: (collection.undoable(),))
    if newest is None:
        return
    if newest[0] is None:
        screen.say("There is nothing to take back.")
    elif newest[0].earlier_sitting:
        from quizzer.tui.screens.ask import AskScreen

        screen.app.push_screen(
            AskScreen(f"Take back {one_line(newest[0].what)}?"), lambda yes: begin() if yes else None
        )
    else:
        begin()
