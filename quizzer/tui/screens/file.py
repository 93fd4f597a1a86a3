"""File: which document or deck, typed or picked from those nearby."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quizzer.collection.nearby import Near, nearby
from quizzer.core.text import ELLIPSIS, one_line
from quizzer.core.text import width as cells
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.entry import Entry
from quizzer.tui.widgets.lines import Listing, Pane, Row

if TYPE_CHECKING:
    from textual.widgets import Input

OFTEN = ("~/Documents", "~/Downloads")
"""Where documents often lie."""


class FileScreen(QuizzerScreen):
    """A field, and under it the files that fit what is typed."""

    CSS_PATH = "file.tcss"
    BINDINGS = bindings(Where.FILE)
    WHERE = Where.FILE

    def __init__(self, question: str, own_decks: str | None, then: Callable[[str], object]) -> None:
        """`own_decks` is the folder that a deck goes to which is only named, None where only documents are wanted;
        `then` hears the path.
        """
        super().__init__()
        self.question = question
        self.own_decks = own_decks
        self.then = then
        self.found: Sequence[Near] = ()

    def compose(self) -> ComposeResult:
        """Title, the question, the field, the files, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="asked")
            yield Entry()
            yield Listing()
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, and let the person type."""
        self.query_one("#title", Bar).show(line(("Author", ".title")))
        asks = Content(self.question)
        self.query_one(Pane).show(lambda width: [Row(one) for one in indented(asks, width - 1)])
        self.query_one(Entry).open()
        self.query_one(Hints).show([(f"file.{name}", "") for name in ("open", "complete", "down", "leave", "help")])
        self._look("")

    def on_input_changed(self, changed: "Input.Changed") -> None:
        """Show what fits."""
        self._look(changed.value)

    def _look(self, typed: str) -> None:
        here = os.getcwd()  # noqa: PTH109
        folders = [os.path.expanduser(folder) for folder in OFTEN]  # noqa: PTH111
        self.found = found = nearby(typed, here, folders, self.own_decks)
        self.query_one(Listing).show(len(found), lambda at, width, here: near_line(found[at], width, here))

    def on_entry_submitted(self, submitted: Entry.Submitted) -> None:
        """Open what is under the cursor; a folder is looked into."""
        self.action_open()

    @on(Listing.Opened)
    def action_open(self) -> None:
        """Open what is under the cursor; a folder is looked into."""
        near = self._near()
        if near is None:
            decks = "" if self.own_decks is None else ", and decks (.yaml)"
            self.say(f"There is no such file: pdf, epub, docx, md, txt and html can be opened{decks}.")
        elif near.is_folder:
            self.action_complete()
        else:
            self.app.pop_screen()
            self.then(near.path)

    def action_complete(self) -> None:
        """Type what is under the cursor."""
        near = self._near()
        if near is not None:
            field = self.query_one(Entry).field
            field.value = near.shown
            field.cursor_position = len(near.shown)
            self.query_one(Entry).enter()

    def _near(self) -> Near | None:
        return self.found[self.query_one(Listing).cursor] if self.found else None


def near_line(near: Near, width: int, here: bool) -> Content:
    """A file on one line, its end rather than its beginning."""
    said = one_line(near.shown)
    lead = "a new deck: " if near.is_new else ""
    room = max(4, width - 5 - len(lead))
    while cells(said) > room:
        said = ELLIPSIS + said.lstrip(ELLIPSIS)[1:]
    content = line((" ▸ ", ".accent") if here else "   ", (lead, ".muted"), (said, ".muted" if near.is_folder else ""))
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content
