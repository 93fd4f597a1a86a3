"""Roaming: where the person is in a document and among its notes, and how the keys move."""

from textual import on

from quizzer.collection.authoring import Authoring
from quizzer.core.cards import Note
from quizzer.core.passage import Passage
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.document_rows import Marks
from quizzer.tui.widgets.lines import Pane


class Roaming(QuizzerScreen):
    """The half of the authoring screen that knows a place, and nothing of what can be done there."""

    authoring: Authoring
    at = 0
    """The index of the passage under the cursor."""
    cursor = 0
    """The index of the note under the cursor, among those of the passage."""
    on_notes = True
    """Whether arrows move among the notes, or through the document."""
    marks = Marks()
    """The words of the passage that are marked."""

    def draw(self, keep_place: bool = False) -> None:
        """Draw everything."""
        raise NotImplementedError

    def unmark(self) -> None:
        """Have no words marked."""
        self.marks = Marks()

    def moved_word(self, way: int) -> bool:
        """Whether words are being marked, so that the cursor moved among them."""
        raise NotImplementedError

    def moved_line(self, way: int) -> bool:
        """Whether words are being marked, so that the cursor moved about a line up or down."""
        raise NotImplementedError

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor."""
        document = self.authoring.document
        return document.passages[self.at] if document and self.at < len(document.passages) else None

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that the cursor moves among: those of the passage; without a document, all."""
        if self.authoring.document is None:
            return self.authoring.others
        return self.authoring.grouped.get(self.at, ())

    @property
    def note(self) -> Note | None:
        """The note under the cursor."""
        return self.notes[self.cursor] if self.cursor < len(self.notes) else None

    def all_notes(self) -> tuple[Note, ...]:
        """All notes in the order in which they are gone through."""
        grouped = self.authoring.grouped
        return tuple(note for at in sorted(grouped) for note in grouped[at]) if grouped else self.authoring.others

    def askable(self) -> list[int]:
        """The passages that could be asked about."""
        passages = self.authoring.document.passages if self.authoring.document else ()
        return [at for at, passage in enumerate(passages) if passage.is_asked_about]

    def go(self, at: int, cursor: int = 0) -> None:
        """Put the cursor on a passage, and on one of its notes."""
        if at != self.at:
            self.unmark()
        self.at, self.cursor = at, max(0, cursor)

    def go_to(self, note: str) -> None:
        """Put the cursor on a note, by its id, wherever it stands."""
        for at, notes in self.authoring.grouped.items():
            for cursor, one in enumerate(notes):
                if one.id == note:
                    self.go(at, cursor)
        if self.authoring.document is None:
            self.cursor = next((at for at, one in enumerate(self.notes) if one.id == note), self.cursor)

    def go_to_draft(self, at: int, cursor: int = 0) -> bool:
        """Put the cursor on the first draft from a place on, else on the first of all; whether there is one."""
        if self.authoring.document is None:
            notes = self.notes
            order = [*range(cursor, len(notes)), *range(min(cursor, len(notes)))]
            found = next((one for one in order if notes[one].draft), None)
            self.cursor = max(0, min(self.cursor, len(notes) - 1)) if found is None else found
            return found is not None
        places = [(one, which) for one in sorted(self.authoring.grouped) for which in range(len(self._at(one)))]
        after = [place for place in places if place >= (at, cursor)]
        for one, which in [*after, *places]:
            if self._at(one)[which].draft:
                self.go(one, which)
                return True
        self.cursor = max(0, min(self.cursor, len(self.notes) - 1))
        return False

    def _at(self, at: int) -> tuple[Note, ...]:
        return self.authoring.grouped.get(at, ())

    def action_move(self, way: int) -> None:
        """Move among the notes, and on to those of other passages; on the other side, among the passages."""
        if self.moved_line(way):
            self.draw(keep_place=True)
            return
        if self.authoring.document is None:
            self.cursor = max(0, min(self.cursor + way, len(self.notes) - 1))
        elif self.on_notes and 0 <= self.cursor + way < len(self.notes):
            self.cursor += way
        elif self.on_notes:
            others = [at for at in sorted(self.authoring.grouped) if (at > self.at if way > 0 else at < self.at)]
            if others:
                at = others[0] if way > 0 else others[-1]
                self.go(at, 0 if way > 0 else len(self._at(at)) - 1)
        else:
            passages = self.authoring.document.passages
            self.go(max(0, min(self.at + way, len(passages) - 1)))
        self.draw()

    def action_page(self, pages: int) -> None:
        """Scroll the preview; on the other side, move by some passages."""
        if self.on_notes:
            self.query_one("#preview", Pane).page(pages)
        else:
            for _ in range(5):
                self.action_move(pages)

    def action_ends(self, way: int) -> None:
        """Go to the beginning or to the end."""
        if self.authoring.document is None:
            self.cursor = 0 if way < 0 else max(0, len(self.notes) - 1)
        else:
            self.go(0 if way < 0 else len(self.authoring.document.passages) - 1)
        self.draw()

    def action_across(self, way: int) -> None:
        """Go to the next passage that nothing asks about; while words are marked, to the word beside."""
        if self.moved_word(way):
            self.draw(keep_place=True)
            return
        bare = [at for at in self.askable() if not any(not note.draft for note in self._at(at))]
        found = [at for at in bare if (at > self.at if way > 0 else at < self.at)] or [
            at for at in bare if at != self.at
        ]
        if not found:
            self.say("Every passage is asked about." if self.authoring.document else "There is no document here.")
            return
        self.go(found[0] if way > 0 else found[-1])
        self.draw()

    def action_side(self) -> None:
        """Change between notes and document."""
        self.on_notes = not self.on_notes or self.authoring.document is None
        self.unmark()
        self.draw(keep_place=True)

    @on(Pane.Clicked)
    def go_there(self, clicked: Pane.Clicked) -> None:
        """Go to what was clicked."""
        if not clicked.target.isdecimal():
            return
        if clicked.pane == "notes" or self.authoring.document is None:
            self.cursor, self.on_notes = int(clicked.target), True
        else:
            self.go(int(clicked.target))
        self.draw()
