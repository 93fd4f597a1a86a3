"""Editing the note of a card in a plain sitting: in the person's editor where there is a terminal for one."""

from quizzer.cli.plain.accepting import accepted
from quizzer.cli.plain.lines import Lines
from quizzer.collection.collection import Collection
from quizzer.collection.note_opening import NoteOpening
from quizzer.collection.own_editor import NONE_KNOWN, editor_words, run_editor
from quizzer.collection.sitting import Sitting


class Editing:
    """The note of the card that is shown, to be edited; where no editor can be opened, its place is said."""

    def __init__(self, collection: Collection, sitting: Sitting, lines: Lines) -> None:
        self._collection = collection
        self._sitting = sitting
        self._lines = lines
        self._opening: NoteOpening | None = None
        """A note whose place was said, to be read again."""

    def edit(self) -> bool:
        """Whether the card says anything else now.

        Raises:
            ProgressMoved, DiskRefused: the edit stands in the file, and is read the next time.
        """
        opening, self._opening = self._opening, None
        if opening is None or opening.card != self._card:
            opening = self._opened()
            if opening is None:
                return False
            if why_not := self._why_not(opening):
                self._lines.say(why_not)
                self._opening = opening
                return False
        wrong = opening.returned()
        changed = self._sitting.reread()
        if wrong:
            self._lines.say(f"{wrong} :e opens it again.")
        else:
            self._lines.say("The card as it is now; its history is kept." if changed else "The card is as it was.")
        return changed

    @property
    def _card(self) -> str:
        return self._sitting.showing.card.id if self._sitting.showing else ""

    def _opened(self) -> NoteOpening | None:
        found: list[NoteOpening] = []
        card = self._sitting.showing.card if self._sitting.showing else None
        accepted(self._lines, lambda copy: found.append(self._collection.note_opening(card, copy)))
        return found[0] if found else None

    def _why_not(self, opening: NoteOpening) -> str:
        """Open the editor; why that could not be, and what to do then."""
        place = f"The note is at {opening.path}:{opening.line}. Change it there; :e then reads it again."
        if not self._lines.on_terminal:
            return f"There is no terminal for an editor here. {place}"
        command = self._collection.preferences.editor
        if not editor_words(command):
            return f"{NONE_KNOWN} {place}"
        why_not = run_editor(command, opening.path, opening.line)
        return f"{why_not} {place}" if why_not else ""
