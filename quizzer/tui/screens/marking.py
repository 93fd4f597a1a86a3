"""Marking: words of the passage are marked with Space, and asked for by a cloze, a question or a list."""

from typing import TYPE_CHECKING

from textual import on

from quizzer.collection.own_notes import cloze_of, list_of, question_of, runs, words_of
from quizzer.core.cards import Note
from quizzer.core.inline import Range
from quizzer.core.passage import read_out
from quizzer.core.text import one_line, quoted
from quizzer.tui.screens.roaming import Roaming
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.document_pane import DocumentPane
from quizzer.tui.widgets.document_rows import Marks
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane

if TYPE_CHECKING:
    from quizzer.tui.widgets.entry import Entry


BESIDE = 7
"""Columns of the gutter beside a passage."""


class Marking(Roaming):
    """The half of the authoring screen that makes notes of the person's own."""

    _wants_list = False
    _before: frozenset[int] = frozenset()
    """The words that were marked when the button of the mouse went down."""

    def added(self, note: Note) -> None:
        """Add a note of the person's own, and go there."""
        raise NotImplementedError

    def action_mark(self) -> None:
        """Begin to mark words; then mark the one under the cursor, or take its mark away, and go to the next."""
        passage = self.passage
        if passage is None:
            self.say("Words are marked in a document: + adds one to the deck.")
            return
        marks = self.marks
        if marks.cursor < 0:
            self.on_notes = False
            self.marks = Marks(words_of(read_out(passage).text), frozenset(), 0)
        elif marks.words:
            self.marks = marks._replace(
                marked=marks.marked ^ {marks.cursor}, cursor=min(marks.cursor + 1, len(marks.words) - 1)
            )
        self.draw(keep_place=True)

    @on(DocumentPane.Drawn)
    def mark_drawn(self, drawn: DocumentPane.Drawn) -> None:
        """Mark the words that the mouse has drawn over; a click on a marked one takes its mark away."""
        if self.passage is None or self.close_field():
            return
        if self.marks.cursor < 0:
            self.on_notes = False
            self.marks = Marks(words_of(read_out(self.passage).text), frozenset(), 0)
        if drawn.begins:
            self._before = self.marks.marked
        first, last = sorted((drawn.first, drawn.last))
        over = frozenset(range(first, last + 1))
        marked = self._before ^ over if drawn.begins else self._before | over
        self.marks = self.marks._replace(marked=marked, cursor=drawn.last)
        self.draw(keep_place=True)

    def moved_word(self, way: int) -> bool:
        """Whether words are being marked, so that the cursor moved among them."""
        if self.marks.cursor < 0:
            return False
        self.marks = self.marks._replace(cursor=max(0, min(self.marks.cursor + way, len(self.marks.words) - 1)))
        return True

    def moved_line(self, way: int) -> bool:
        """Whether words are being marked, so that the cursor moved about a line up or down."""
        words, cursor = self.marks.words, self.marks.cursor
        if cursor < 0 or not words:
            return cursor >= 0
        line_length = max(8, self.query_one("#document", Pane).scrollable_content_region.width - BESIDE)
        wanted = words[cursor][0] + way * line_length
        near = min(range(len(words)), key=lambda at: abs(words[at][0] - wanted))
        self.marks = self.marks._replace(cursor=near if near != cursor else max(0, min(cursor + way, len(words) - 1)))
        return True

    @property
    def marked(self) -> list[Range]:
        """The ranges of the words that are marked, those that follow each other together."""
        return runs(self.marks.words, self.marks.marked)

    def action_cloze(self) -> None:
        """Hide the marked words in their sentence."""
        passage, places = self.passage, self.authoring.places
        if passage is None or places is None or not self._is_marked():
            return
        note = self.attempt(lambda: cloze_of(passage, places.source, self.marked))
        if note is not None:
            self.added(note)

    async def action_question(self) -> None:
        """Ask for the question that the marked words answer."""
        await self._ask(wants_list=False)

    async def action_list(self) -> None:
        """Ask for the question to which the marked words are the list."""
        await self._ask(wants_list=True)

    def _is_marked(self) -> bool:
        if not self.marks.marked:
            self.say("Mark words first: Space, then Space on each word.")
        return bool(self.marks.marked)

    async def _ask(self, wants_list: bool) -> None:
        if self.passage is None or not self._is_marked():
            return
        note = self.attempt(lambda: self._made("?", wants_list))
        if note is None:
            return
        from quizzer.tui.widgets.entry import Entry

        self._wants_list = wants_list
        if not self.query("#asking"):
            await self.query_one("#column").mount(Entry(id="asking"), before="Hints")
        self.query_one("#asking", Entry).open()
        read = read_out(self.passage).text
        words = quoted(" · ".join(one_line(read[start:end]) for start, end in self.marked))
        self.query_one("#status", Bar).show(line(("Which question is answered by ", ".title"), (words, ".mark")))
        self.query_one(Hints).show((("author.accept", "add it"), ("author.leave", "no question")))

    def on_entry_submitted(self, submitted: "Entry.Submitted") -> None:
        """Make the note of a question that was typed."""
        question = one_line(submitted.text)
        if not question:
            return
        note = self.attempt(lambda: self._made(question, self._wants_list))
        self.close_field()
        if note is not None:
            self.added(note)

    def close_field(self) -> bool:
        """Take the field away; whether there was one."""
        is_open = bool(self.query("#asking")) and bool(self.query_one("#asking").display)
        if is_open:
            self.set_focus(None)
            self.query_one("#asking").display = False
        return is_open

    def _made(self, question: str, wants_list: bool) -> Note:
        passage, places = self.passage, self.authoring.places
        if passage is None or places is None:
            raise ValueError("there is no passage")
        return (list_of if wants_list else question_of)(passage, places.source, self.marked, question)
