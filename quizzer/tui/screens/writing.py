"""Writing: the way into the authoring screen, from a deck, from a document, or from neither."""

from textual.app import App

from quizzer.collection.collection import Collection
from quizzer.tui.screens.base import QuizzerScreen

_ASKS = (
    "Which document do you want to learn from? Type its name or path, or pick one. "
    "A name that no file has begins an empty deck."
)


async def write(app: App[None], collection: Collection, path: str, encoding: str = "") -> None:
    """Open a deck or document for authoring, over the screen that is shown.

    Args:
        app: with a screen of quizzer's.
        collection: that is open.
        path: of the deck or document; empty: the person is asked. A deck that comes with quizzer is copied first, if
            that is wanted.
        encoding: of the document's text; empty: UTF-8, or UTF-16 with its mark.
    """
    screen = app.screen
    if not isinstance(screen, QuizzerScreen):
        return
    if not path:
        from quizzer.tui.screens.file import FileScreen

        app.push_screen(
            FileScreen(_ASKS, collection.own_decks, lambda chosen: app.call_later(write, app, collection, chosen))
        )
        return
    from quizzer.tui.screens.authoring import AuthoringScreen
    from quizzer.tui.screens.copying import ask_for_copy

    async def open_it(copy: bool) -> None:
        found = screen.attempt(lambda: collection.authoring(collection.edits().copy(path) if copy else path))
        if found is not None:
            found.encoding = encoding
            await app.push_screen(AuthoringScreen(collection, found))

    await ask_for_copy(screen, open_it)
