"""Authoring: a document, what is asked about each passage, and the drafts to decide on; or a deck without one."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.message import Message
from textual.worker import get_current_worker

from quizzer.collection.authoring import Authoring
from quizzer.collection.collection import Collection
from quizzer.collection.coverage import Coverage
from quizzer.collection.drafting import Drafted
from quizzer.collection.own_notes import blank_of
from quizzer.core.text import one_line
from quizzer.errors import QuizzerError
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.note_deeds import NoteDeeds
from quizzer.tui.widgets.author_rows import counted, note_rows, preview_rows
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.document_pane import DocumentPane
from quizzer.tui.widgets.document_rows import HERE, WORD, document_rows, legend
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Pane, Row

OTHER_KEYS = (
    *("help", "leave", "undo", "study", "edit", "new", "document"),
    *("editor", "next_document", "redraft", "problems"),
)
"""Keys that are shown whatever is under the cursor, the most useful first."""
NARROW = 64
"""Columns below which the two sides stand below each other."""


class _Left(Exception):
    """The person has left; the rest of a document need not be read."""


class AuthoringScreen(NoteDeeds):
    """The document on the left, on the right the notes of its passage and one of them as study will show it."""

    CSS_PATH = "authoring.tcss"
    BINDINGS = bindings(Where.AUTHOR)
    WHERE = Where.AUTHOR

    class Study(Message):
        """The person wants to study the deck."""

        def __init__(self, screen: "AuthoringScreen", deck: str) -> None:
            super().__init__()
            self.screen = screen
            self.deck = deck

    class Problems(Message):
        """The person wants to see what is wrong in deck files."""

    def __init__(self, collection: Collection, authoring: Authoring) -> None:
        super().__init__()
        self.collection = collection
        self.authoring = authoring
        self.farewell = ""
        """What to say on the way back from a sitting."""
        self._reading = False
        self._refusal = ""
        """Why the document cannot be read."""
        self._entered = False

    def compose(self) -> ComposeResult:
        """Title; document; notes and preview; what to do next; keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            with Horizontal(id="desk"):
                with Vertical(id="left"):
                    yield DocumentPane(id="document")
                    yield Bar(id="legend")
                with Vertical(id="right"):
                    yield Bar(id="heading")
                    yield Pane(id="notes")
                    yield Pane(id="preview", classes="ruled")
            yield Bar(id="status", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw what is there, and read the document, of a deck the first one."""
        documents = self.authoring.documents()
        if documents and not self.authoring.place.document:
            self.authoring.turn_to(documents[0])
        if self.authoring.place.document:
            self.read_document()
        else:
            self.go_to_draft(0)
        self.draw()

    def on_screen_resume(self) -> None:
        """Look again after a sitting or a question."""
        if self._entered and not self._reading:
            self.look_again()
            if self.farewell:
                self.say(self.farewell)
            self.farewell = ""
        self._entered = True

    # The document

    def read_document(self, again: bool = False) -> None:
        """Read the document beside the screen, and tell how far it is."""
        self._reading, self._refusal = True, ""
        self.run_worker(lambda: self._read(again), thread=True, exclusive=True)

    def _read(self, again: bool) -> None:
        worker = get_current_worker()

        def told(what: str) -> Callable[[int, int], None]:
            def tell(done: int, of: int) -> None:
                if worker.is_cancelled:
                    raise _Left
                if of > 1:
                    self.app.call_from_thread(self._tell, f"{what} {done} of {of} …")

            return tell

        try:
            drafted = self.authoring.read(told("reading part"), told("looking at passage"), again)
        except _Left:
            return
        except QuizzerError as refusal:
            self.app.call_from_thread(self._refused, str(refusal))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, drafted, again)

    def _tell(self, words: str) -> None:
        if self.is_attached:
            self.query_one("#document", Pane).show(lambda width: [Row(line("")), Row(line("   ", (words, ".muted")))])

    def _refused(self, sentence: str) -> None:
        self._reading, self._refusal = False, sentence
        self.draw()
        self.say(f"! {sentence}", ".wrong")

    def _take(self, drafted: Drafted, again: bool) -> None:
        self._reading = False
        if not self.is_attached or not self.managed(lambda: self.authoring.take(drafted)):
            return
        if not self.go_to_draft(0) and not again:
            self.go(next((at for at in self.askable()), 0))
        self.draw()
        if self.authoring.left_over:
            drafts, more = self.authoring.counts().drafts, self.authoring.left_over
            self.say(f"These are the {drafts} most useful drafts. After them, D finds {more} more.")
        if again and not self.authoring.counts().drafts:
            self.say("The rules find nothing that this deck does not ask already.")

    # What is drawn

    def draw(self, keep_place: bool = False) -> None:
        """Draw everything."""
        authoring = self.authoring
        self.set_class(authoring.document is None, "-alone")
        self._rule()
        self._draw_title()
        if self._reading:
            self._tell("opening the document …")
            return
        self._draw_left()
        self._draw_right(keep_place)
        self._draw_status()
        self.query_one(Hints).show(self.hints())

    def _draw_title(self) -> None:
        place = self.authoring.place
        names = [name.rpartition("/")[2] for name in (place.document, place.deck) if name]
        left = line(("Author", ".title"), (" · ", ".muted"), one_line(" → ".join(names)))
        self.query_one("#title", Bar).show(left, counted(self.authoring.counts()))

    def _draw_left(self) -> None:
        authoring, pane = self.authoring, self.query_one("#document", Pane)
        if authoring.document is None:
            notes, cursor, why = self.notes, self.cursor, self._refusal
            pane.show(lambda width: note_rows(notes, cursor, True, width) or _empty(why, width), keep_place=True)
            self.call_after_refresh(pane.bring_target, str(cursor))
        else:
            at, marks, focused = self.at, self.marks, not self.on_notes
            pane.show(lambda width: document_rows(authoring, at, marks, focused, width), keep_place=True)
            self.call_after_refresh(self._bring)
        self.query_one("#legend", Bar).show(legend(authoring, max(20, self.size.width // 2 - 2)))

    def _bring(self) -> None:
        pane = self.query_one("#document", Pane)
        pane.bring_target(HERE)
        pane.bring_target(WORD)

    def _draw_right(self, keep_place: bool) -> None:
        authoring, notes, cursor, note = self.authoring, self.notes, self.cursor, self.note
        passage, focused = self.passage, self.on_notes
        heading, pane = self.query_one("#heading", Bar), self.query_one("#notes", Pane)
        heading.display = pane.display = authoring.document is not None
        if passage is not None:
            accepted = sum(not one.draft for one in notes)
            what = [f"{accepted} note{'s' * (accepted != 1)}"] if accepted else []
            drafts = len(notes) - accepted
            what += [f"{drafts} draft{'s' * (drafts != 1)}"] if drafts else []
            coverage = authoring.coverage(self.at)
            what += [str(coverage)] if coverage in (Coverage.WEAK, Coverage.SOLID, Coverage.NOTHING) else []
            name = f"Passage {passage.number}" if passage.number else "Introduction"
            heading.show(line((f"{name}: ", ".title"), (", ".join(what), ".muted")))
            pane.show(lambda width: note_rows(notes, cursor, focused, width), keep_place=True)
            self.call_after_refresh(pane.bring_target, str(cursor))
        preview = self.query_one("#preview", Pane)
        preview.show(lambda width: preview_rows(authoring, note, width) if note else self._nothing(width), keep_place)

    def _nothing(self, width: int) -> list[Row]:
        if self.authoring.document is None:
            said = line(("n", ".key"), " writes a note in a form, ", ("+", ".key"), " adds a document.")
        else:
            said = line("Nothing is asked about this passage yet. ", ("Space", ".key"), " marks words to ask for.")
        return [Row(line("")), *map(Row, indented(said, width - 1, "   ", "   "))]

    def _draw_status(self) -> None:
        counts, note = self.authoring.counts(), self.note
        if note is not None and note.draft:
            drafts = [one.id for one in self.all_notes() if one.draft]
            left = line((f"Draft {drafts.index(note.id) + 1} of {len(drafts)}", ".title"))
        elif note is not None:
            left = line(("A note", ".title"), (", accepted: r deletes it", ".muted"))
        else:
            left = line(("No note here", ".muted"))
        if self.authoring.document is not None and self.authoring.others:
            more = len(self.authoring.others)
            left += line((f"   {more} note{'s' * (more != 1)} of other passages: ", ".muted"), ("d", ".key"))
        right = line((f"{counts.new} new to study: ", ""), ("S", ".key"), " study now") if counts.new else line("")
        self.query_one("#status", Bar).show(left, right)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that matter most now."""
        if self.marks.cursor >= 0:
            return (
                ("author.cloze", ""), ("author.question", ""), ("author.list", ""), ("author.mark", "mark a word"),
                ("author.leave", "done marking"), ("author.help", ""),
            )  # fmt: skip
        note = self.note
        first = [("author.accept", ""), ("author.reject", "")] if note and note.draft else []
        if note and not note.draft:
            first = [("author.reject", "delete")]
        first += [("author.kind", "")] if note and self.authoring.next_kind(note) else []
        document = [("author.across", ""), ("author.side", ""), ("author.mark", "")] if self.authoring.document else []
        return (*first, *document, *((f"author.{name}", "") for name in OTHER_KEYS))

    # Elsewhere

    def action_study(self) -> None:
        """Study what was accepted."""
        if not self.authoring.counts().notes:
            self.say("Nothing is accepted yet: Enter accepts the draft under the cursor.")
        else:
            self.post_message(self.Study(self, self.authoring.deck.id))

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        if self.note is None:
            self.say("There is no note here to edit.")
        else:
            self._open_form(self.note.id)

    def action_new(self) -> None:
        """Write a note from nothing; where it comes from is filled in."""
        self._open_form("")

    def _open_form(self, note: str) -> None:
        from quizzer.tui.screens.note_form import NoteFormScreen

        if self._reading or not self.changed(self.authoring.settle):
            return
        passage, places = self.passage, self.authoring.places
        blank = blank_of(passage, places.source, self.marked) if passage and places and not note else None
        path = self.authoring.place.deck
        form = self.attempt(lambda: self.collection.note_form(path, note, blank))
        if form is not None:
            self.app.push_screen(NoteFormScreen(form, self._written))

    def _written(self, note: str) -> None:
        """Go to the note that the form has written, if it has."""
        if note and self.managed(self.authoring.reread):
            self.unmark()
            self.on_notes = True
            self.go_to(note)
            self.farewell = "Saved. u takes it back."

    def action_editor(self) -> None:
        """Open the deck in the person's editor, at the note."""
        from quizzer.tui.screens.editor import open_editor

        if not self.changed(self.authoring.settle):
            return
        at = self.note.line if self.note else 1
        why_not = open_editor(self.app, self.collection.preferences.editor, self.authoring.place.deck, at)
        self.collection.refresh()
        self.look_again()
        if why_not:
            self.say(why_not, ".nearly")

    def action_document(self) -> None:
        """Add another document to the deck."""
        from quizzer.tui.screens.file import FileScreen

        if not self._reading:
            asks = "Which document do you want to add to this deck? Type its name or path, or pick one."
            self.app.push_screen(FileScreen(asks, None, self._turn_to))

    def action_next_document(self) -> None:
        """Go on with the deck's next document; after the last, with all its notes."""
        if self._reading:
            return
        views = [*self.authoring.documents(), ""]
        now = self.authoring.place.document
        if len(views) == 1:
            self.say("This deck has no document: + adds one.")
        else:
            self._turn_to(views[(views.index(now) + 1) % len(views)] if now in views else views[0])

    def _turn_to(self, document: str) -> None:
        if self.changed(lambda: self.authoring.turn_to(document)):
            self.go(0)
            self.on_notes = True
            self._refusal = ""
            if document:
                self.read_document()
            else:
                self.go_to_draft(0)
            self.draw()

    def action_redraft(self) -> None:
        """Look for drafts again, also those that were rejected."""
        if self.authoring.document is None:
            self.say("There is no document to draft from: + adds one.")
        elif not self._reading:
            self.read_document(again=True)
            self.draw()

    def action_problems(self) -> None:
        """Show what is wrong in deck files."""
        self.post_message(self.Problems())

    def action_leave(self) -> None:
        """Leave the field; stop marking words; then go home."""
        if self.close_field():
            self.draw(keep_place=True)
        elif self.marks.cursor >= 0 or self.marks.marked:
            self.unmark()
            self.draw(keep_place=True)
        else:
            self.app.pop_screen()

    async def on_resize(self, event: Resize) -> None:
        """Put the two sides below each other where the window is narrow."""
        await super().on_resize(event)
        self.set_class(event.size.width < NARROW, "-narrow")
        self._rule()

    def _rule(self) -> None:
        """Have a line over the preview where anything stands over it."""
        alone = self.has_class("-alone") and not self.has_class("-narrow")
        self.query_one("#preview").set_class(not alone, "ruled")


def _empty(refusal: str, width: int) -> list[Row]:
    said = line((one_line(refusal) or "This deck has no notes yet.", "" if refusal else ".muted"))
    return [Row(line("")), *map(Row, indented(said, width - 1, "   ", "   "))]
