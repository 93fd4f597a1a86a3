"""Changing a deck that comes with quizzer: a copy of the person's own is asked for first."""

from collections.abc import Awaitable, Callable

from quizzer.errors import BundledDeck
from quizzer.tui.screens.ask import AskScreen
from quizzer.tui.screens.base import QuizzerScreen


async def ask_for_copy(screen: QuizzerScreen, act: Callable[[bool], Awaitable[None]]) -> None:
    """Do what changes a deck; where that comes with quizzer, ask whether to copy it, and tell the act so.

    Raises: whatever the act raises but BundledDeck.
    """
    try:
        await act(False)
    except BundledDeck as bundled:

        async def answered(yes: bool | None) -> None:
            if yes:
                await act(True)

        screen.app.push_screen(AskScreen(f"{bundled} Make one?"), answered)
