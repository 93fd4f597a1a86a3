"""The form of a note: its own lines, and beside them the note as study will show it, with what is wrong."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Key, Resize
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from quizzer.collection.note_form import Looked, NoteForm
from quizzer.core.text import clean, one_line
from quizzer.errors import DeckMoved, ProgressMoved, QuizzerError
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Pane, Row, rows_of
from quizzer.tui.widgets.preview_rows import preview

EXAMPLE = "…"
"""What stands where a text is still to be typed."""
WIDE = 100
"""Columns from which the preview stands beside the lines."""
HINTS = ("form.save", "form.leave", "form.kind", "form.next", "form.reload", "form.help")


class NoteLines(TextArea):
    """Lines that take in only what may be shown."""

    go_on: Callable[[int], None] = staticmethod(lambda way: None)
    """Goes to the next or the previous key."""

    def on_key(self, event: Key) -> None:
        """Go on at once: by way of the screen, what is typed behind Tab would come before it."""
        if event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.go_on(1 if event.key == "tab" else -1)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text by something typed or pasted, made safe."""
        edit.text = clean(edit.text)
        return super().edit(edit)


class NoteFormScreen(QuizzerScreen):
    """Edits a note, or writes a new one.

    Push it with `collection.note_form(path, note_id)`, or `collection.note_form(path, keys=…)` for a new note. It
    leaves by itself; then `saved` is called with the note's id, or with "" where nothing was saved.
    """

    CSS_PATH = "note_form.tcss"
    BINDINGS = bindings(Where.FORM)
    WHERE = Where.FORM

    def __init__(self, form: NoteForm, saved: Callable[[str], object] = lambda note: None) -> None:
        super().__init__()
        self.form = form
        self._saved = saved
        self._looked = form.looked_at(form.text)

    def compose(self) -> ComposeResult:
        """Title; lines and preview; what is wrong; keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            with Container(id="desk"):
                yield NoteLines(self.form.text, id="lines", compact=True, highlight_cursor_line=False)
                yield Pane(id="preview", classes="ruled")
            yield Pane(id="found")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, with the cursor in the lines."""
        self._lines.go_on = self.action_next
        self.set_focus(self._lines)
        self._go_to(0)
        self.query_one(Hints).show([(key, "") for key in HINTS])
        self._draw()

    @property
    def _lines(self) -> NoteLines:
        return self.query_one(NoteLines)

    @on(TextArea.Changed)
    def _draw(self) -> None:
        """Show the note as it is typed; while it has an error, the preview stays as it was."""
        text = self._lines.text
        self._looked = looked = self.form.looked_at(text)
        what = "Edit a note" if self.form.note else "A new note"
        kind = str(looked.note.kind) if looked.note else "not yet a note"
        left = line((what, ".title"), (" · ", ".muted"), one_line(self.form.title))
        self.query_one("#title", Bar).show(left, line((kind, ".muted" if looked.note else ".nearly")))
        self.query_one("#found", Pane).show(lambda width: found_rows(looked, width))
        if looked.note is not None:
            showings = self.form.showings(looked.note)
            self.query_one("#preview", Pane).show(lambda width: preview(showings, width), keep_place=True)

    # What the person does

    async def action_save(self) -> None:
        """Save and leave."""
        from quizzer.tui.screens.copying import ask_for_copy

        await ask_for_copy(self, self._save)

    async def _save(self, copy: bool) -> None:
        note = self.attempt(lambda: self._write(copy))
        if note is not None:
            self.app.pop_screen()
            self._saved(note)

    def _write(self, copy: bool) -> str:
        try:
            return self.form.save(self._lines.text, copy)
        except DeckMoved as moved:
            raise QuizzerError(
                "The deck was changed by another program meanwhile, and nothing is saved yet. "
                "Ctrl+S again saves these lines; Ctrl+R takes those that stand in the file now."
            ) from moved
        except ProgressMoved as moved:
            raise QuizzerError(f"{moved} Ctrl+S saves once more.") from moved

    def action_kind(self) -> None:
        """Make it the next kind."""
        text = self.attempt(lambda: self.form.other_kind(self._lines.text))
        if text is not None:
            self._put(text)

    def action_reload(self) -> None:
        """Take the note as the file has it."""
        text = self.attempt(lambda: (self.form.reload() or self.form.text,))
        if text is not None:
            self._put(text[0])

    def _put(self, text: str) -> None:
        """Other lines; undo in the field takes that back."""
        lines = self._lines
        lines.replace(text, (0, 0), lines.document.end)
        rows = range(lines.document.line_count)
        self._go_to(next((at for at in rows if lines.document[at].endswith(f" {EXAMPLE}")), 0))

    def action_next(self, way: int) -> None:
        """Go to the end of the text of another key."""
        lines = self._lines
        here, count = lines.cursor_location[0], lines.document.line_count
        starts = [at for at in range(count) if lines.document[at][:1].strip(" #") or at == 0]
        current = max(at for at in starts if at <= here)
        target = starts[(starts.index(current) + way) % len(starts)]
        self._go_to(next((at for at in starts if at > target), count) - 1)

    def _go_to(self, row: int) -> None:
        """Put the cursor to the end of a line, over the example that stands there for what is to be typed."""
        lines = self._lines
        text = lines.document[row]
        end = (row, len(text))
        lines.selection = Selection((row, len(text) - len(EXAMPLE)) if text.endswith(f" {EXAMPLE}") else end, end)

    @property
    def unsaved(self) -> bool:
        """Whether the lines are others than when they were saved or opened."""
        return self._lines.text != self.form.text

    def action_leave(self) -> None:
        """Leave, after asking where something is changed."""
        if not self.unsaved:
            self._leave(True)
            return
        from quizzer.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen("Leave without saving? What you changed here is lost."), self._leave)

    def _leave(self, yes: bool | None) -> None:
        if yes:
            self.app.pop_screen()
            self._saved("")

    async def on_resize(self, event: Resize) -> None:
        """Put the preview beside the lines where there is room."""
        await super().on_resize(event)
        self.set_class(event.size.width >= WIDE, "-wide")


def found_rows(looked: Looked, width: int) -> list[Row]:
    """What is wrong in the lines, and what to write instead."""
    rows: list[Row] = []
    for problem in looked.problems:
        wrong = problem.severity == "error"
        lead = line((f"  {'✗' if wrong else '!'} ", ".wrong" if wrong else ".nearly"), (f"{problem.line}: ", ".muted"))
        hint = f" ({one_line(problem.hint)})" if problem.hint else ""
        rows += rows_of(indented(line(one_line(problem.message), (hint, ".muted")), max(8, width - 2), lead, "    "))
    return rows
