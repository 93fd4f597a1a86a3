"""What may be done with a card at any time: flag it, hide it, take things back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.watched import Watched
from quizzer.tui.widgets.bar import NOTHING
from quizzer.tui.widgets.drawing import line

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.undoing import Undone

WATCH = 1.0
"""Seconds between two looks at the deck file of the card that is shown."""


class CardDeeds(QuizzerScreen):
    """A screen with a sitting, whose deeds are on disk before anything else is drawn."""

    sitting: Sitting

    def __init__(self) -> None:
        super().__init__()
        self._watched = Watched()

    async def _fresh(self, notice: Content = NOTHING) -> None:
        """Show the card that the sitting shows now."""
        raise NotImplementedError

    def _draw(self, notice: Content = NOTHING, keep_place: bool = False) -> None:
        """Draw the same card again."""
        raise NotImplementedError

    async def _done(self, act: Callable[[], object]) -> bool:
        """Whether the act was done; where another quizzer came before it, the card is shown afresh."""
        try:
            return self.attempt(lambda: (act(),)) is not None
        except ProgressMoved as moved:
            await self._fresh(line((f"! {one_line(str(moved))}", ".nearly")))
            return False

    async def action_flag(self) -> None:
        """Flag the card with a few words, or take the flag away."""
        showing = self.sitting.showing
        if showing is None:
            return
        if showing.flagged:
            await self._flag("")
            return
        from quizzer.tui.screens.words import WordsScreen

        self.app.push_screen(WordsScreen("A few words to yourself, or none:"), self._flag)

    async def _flag(self, words: str | None) -> None:
        said: list[str] = []
        if words is not None and await self._done(lambda: said.append(self.sitting.flag(words))):
            self._draw(line((one_line(said[0]), ".accent")), keep_place=True)

    async def action_edit(self) -> None:
        """Edit the note of the card."""
        from quizzer.tui.screens.card_editing import edit_card

        if self.sitting.showing is not None:
            await edit_card(self, self.sitting.showing.card, self._edited)

    async def _edited(self, wrong: str) -> None:
        """Show the card as it is after an edit; where it cannot be, say so."""
        if await self.look_at_deck() and not wrong:
            self.say("The card as it is now; its history is kept.")
        elif wrong:
            self.say(f"! {wrong}", ".nearly")

    async def look_at_deck(self) -> bool:
        """Read the decks again, and show the same card as it is there now; whether it says anything else."""
        was = self.sitting.showing
        changed = self.attempt(self.sitting.reread)
        now = self.sitting.showing
        if not changed or was is None or now is None:
            return False
        order = [[option.original for option in asked.options] for asked in (was.asked, now.asked)]
        if was.asked.form is now.asked.form and order[0] == order[1] and was.asked.wanted == now.asked.wanted:
            self._same_card()
        else:
            await self._fresh()
        return True

    async def watch_deck(self) -> None:
        """Show the card as it is, where another program has changed its deck."""
        if not self._watched.has_changed(self.sitting.path):
            return
        collection: Collection = self.app.collection  # type: ignore[attr-defined]  # there is no other application
        told = collection.news
        if await self.look_at_deck():
            self.say("The deck was changed: this is the card as it is now.")
        if collection.news != told:
            self.say(collection.news)

    def _same_card(self) -> None:
        """Show other words of the same card, and keep what the person has done with it."""
        raise NotImplementedError

    async def action_hide(self, what: str, how: str) -> None:
        """Bury or suspend the card or its note."""
        did, said = Did.BURIED if how == "bury" else Did.SUSPENDED, list[str]()
        if self.sitting.showing is not None and await self._done(
            lambda: said.append(self.sitting.hide(did, what == "note"))
        ):
            await self._fresh()
            back = "Esc, then u, takes it back." if self.focused is not None else "u takes it back."
            self.say(f"{said[0]} {back}")

    async def action_undo(self) -> None:
        """Take back the newest action; ask first where it belongs to an earlier sitting."""
        found = self.attempt(lambda: (self.sitting.undoable(),))
        if found is None:
            return
        newest = found[0]
        if newest is None:
            self.say("There is nothing to take back.")
        elif newest.earlier_sitting:
            from quizzer.tui.screens.ask import AskScreen

            self.app.push_screen(
                AskScreen(f"Take back {one_line(newest.what)}? It is of an earlier sitting."), self._undo_if
            )
        else:
            await self._undo()

    async def _undo_if(self, yes: bool | None) -> None:
        if yes:
            await self._undo()

    async def _undo(self) -> None:
        said: list[Undone | None] = []
        if await self._done(lambda: said.append(self.sitting.undo())) and said[0] is not None:
            await self._fresh(line((f"Taken back: {one_line(said[0].what)}", ".accent")))
