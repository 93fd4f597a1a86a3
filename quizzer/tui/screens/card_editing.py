"""Editing the note of a card: in the person's editor where there is one, else in the form."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from quizzer.core.cards import Card
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.screens.copying import ask_for_copy

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.note_opening import NoteOpening


async def edit_card(screen: QuizzerScreen, card: Card | None, done: Callable[[str], Awaitable[None]]) -> None:
    """Have the note of a card edited.

    Args:
        screen: shows why it could not be.
        card: the card; None where no deck holds it.
        done: is told what keeps the card from being asked as it is now, in a sentence, or nothing.
    """

    async def edit(copy: bool) -> None:
        collection: Collection = screen.app.collection  # type: ignore[attr-defined]  # there is no other application
        opening = screen.attempt(lambda: collection.note_opening(card, copy))
        if opening is not None:
            await _edit(screen, collection, opening, done)

    await ask_for_copy(screen, edit)


async def _edit(
    screen: QuizzerScreen, collection: "Collection", opening: "NoteOpening", done: Callable[[str], Awaitable[None]]
) -> None:
    from quizzer.collection.own_editor import editor_words
    from quizzer.tui.screens.editor import open_editor

    command = collection.preferences.editor
    if editor_words(command):
        why_not = open_editor(screen.app, command, opening.path, opening.line)
        wrong = screen.attempt(opening.returned)
        if wrong is not None:
            again = f"{wrong} e opens it again." if wrong else ""
            await done(" ".join(filter(None, (why_not, again))))
        return
    form = screen.attempt(lambda: collection.note_form(opening.path, opening.note))
    if form is None:
        return
    form.is_shown = True
    from quizzer.tui.screens.note_form import NoteFormScreen

    async def saved(note: str) -> None:
        wrong = screen.attempt(opening.returned) if note else ""
        if wrong is not None:
            await done(wrong)

    screen.app.push_screen(NoteFormScreen(form, lambda note: screen.call_later(saved, note)))
