"""Note deeds: what can be done with the note under the cursor, each a change to the deck that undo takes back."""

from collections.abc import Callable

from quizzer.collection.collection import Collection
from quizzer.core.cards import Note
from quizzer.core.text import one_line
from quizzer.errors import DeckMoved, ProgressMoved, QuizzerError
from quizzer.tui.screens.base import Result
from quizzer.tui.screens.marking import Marking


class NoteDeeds(Marking):
    """The half of the authoring screen that changes the deck."""

    collection: Collection

    def action_accept(self) -> None:
        """Accept the draft, and go on to the next one."""
        note = self.note
        if note is None or not note.draft:
            self.say("This is no draft." if note else "There is no draft here: → goes to the next passage.")
        elif self.changed(lambda: self.authoring.accept(note)):
            self._go_on(self.cursor + 1)

    def action_reject(self) -> None:
        """Reject the draft, or delete the note; what comes next takes its place."""
        note = self.note
        if note is not None and self.changed(lambda: self.authoring.reject(note)):
            self._go_on(self.cursor)
            self.say("Rejected. u takes it back." if note.draft else "Deleted. u takes it back.")

    def _go_on(self, cursor: int) -> None:
        more = self.go_to_draft(self.at, cursor)
        self.draw()
        if self.authoring.kept:
            self.say(self.authoring.kept)
            self.authoring.kept = ""
        elif not more:
            self.say("That was the last draft. S studies what you have accepted; → goes to what nothing asks about.")

    def action_kind(self) -> None:
        """Ask the note as the next kind that makes sense for it."""
        note = self.note
        if note is not None and self.changed(lambda: self.authoring.change_kind(note)):
            self.draw()

    def added(self, note: Note) -> None:
        """Add a note of the person's own, and go there."""
        added = self.attempt(lambda: self._with_care(lambda: self.authoring.add(note)))
        if added is not None:
            self.unmark()
            self.on_notes = True
            self.go_to(added.id)
            self.draw()
            self.say("Added. u takes it back.")

    def changed(self, act: Callable[[], object]) -> bool:
        """Whether a change was made; where it was not, it is said why."""
        return self.managed(lambda: self._with_care(act))

    def _with_care(self, act: Callable[[], Result]) -> Result:
        """Do a change; where something else has changed meanwhile, look again before it is said."""
        try:
            return act()
        except (ProgressMoved, DeckMoved) as moved:
            self.collection.refresh()
            self.draw()
            raise QuizzerError(f"{moved} It is read again now: decide again.") from moved

    def action_undo(self) -> None:
        """Take back the newest action, after asking where it is of an earlier sitting."""
        newest = self.collection.undoable()
        if newest is None:
            self.say("There is nothing to take back.")
        elif newest.earlier_sitting:
            from quizzer.tui.screens.ask import AskScreen

            self.app.push_screen(
                AskScreen(f"Take back {one_line(newest.what)}?"), lambda yes: self._undo() if yes else None
            )
        else:
            self._undo()

    def _undo(self) -> None:
        undone = self.attempt(lambda: self._with_care(self.collection.undo))
        if undone is not None:
            self.look_again()
            self.say(f"Taken back: {one_line(undone.what)}")

    def look_again(self) -> None:
        """Read the deck again, and keep the cursor where it was."""
        note = self.note
        if self.managed(self.authoring.reread):
            if note is not None:
                self.go_to(note.id)
            self.cursor = max(0, min(self.cursor, len(self.notes) - 1))
            self.draw()
