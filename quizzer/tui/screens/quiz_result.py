"""Quiz result: the score beside what was promised, the topics, and every question with what would have been right."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from quizzer.collection.quiz_result import WORDS_A_MINUTE, QuizResult, Reviewed
from quizzer.core.answers import clock_words, points_words
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Listing, Pane
from quizzer.tui.widgets.result_rows import detail_rows, question_line, score_rows


class QuizResultScreen(QuizzerScreen):
    """A result, one of its questions under the cursor."""

    CSS_PATH = "quiz_result.tcss"
    BINDINGS = bindings(Where.QUIZ_RESULT)
    WHERE = Where.QUIZ_RESULT

    class Again(Message):
        """The person wants these cards asked again."""

        def __init__(self, result: QuizResult, cards: list[str]) -> None:
            super().__init__()
            self.result = result
            self.cards = cards

    class Gone(Message):
        """The whole quiz was taken back."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self, result: QuizResult, notice: str = "") -> None:
        super().__init__()
        self.result = result
        self._notice = notice
        self._all = not result.to_learn

    def compose(self) -> ComposeResult:
        """Title, score, questions, the one under the cursor, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="score")
            yield Bar(id="head", classes="ruled")
            yield Listing(id="list")
            yield Pane(id="detail", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        self._draw()
        if self._notice:
            self.say(self._notice)

    @property
    def rows(self) -> list[Reviewed]:
        """The questions in the list."""
        return list(self.result.rows.values()) if self._all else self.result.to_learn

    @property
    def _row(self) -> Reviewed | None:
        rows, cursor = self.rows, self.query_one(Listing).cursor
        return rows[cursor] if cursor < len(rows) else None

    def _draw(self, cursor: int = 0) -> None:
        result, rows = self.result, self.rows
        quiz, count = result.quiz, len(result.result.marked)
        title = line(("Quiz result", ".title"), (" · ", ".muted"), one_line(result.title))
        counted = f"{count} {'question' if count == 1 else 'questions'}, {clock_words(quiz.clock_ms)} min"
        self.query_one("#title", Bar).show(title, line((counted, ".muted")))
        most = max(1, (self.size.height - 15) // 3)
        self.query_one("#score", Pane).show(lambda width: score_rows(result, width, most))
        head = f"All questions: {count}" if self._all else f"To learn from: {len(rows)}"
        counts = "counted as reviews" if quiz.setup.counts else "for practice, no reviews"
        self.query_one("#head", Bar).show(line((head, ".accent")), line((counts, ".muted")))
        self.query_one(Listing).show(
            len(rows), lambda at, width, here: question_line(rows[at], width, here), min(cursor, max(0, len(rows) - 1))
        )
        self._draw_detail()

    def _hints(self) -> list[tuple[str, str]]:
        lost, reading = self.result.to_learn, self.result.reading()
        hints: list[tuple[str, str]] = []
        if lost:
            hints.append(("quiz_result.again", f"ask {'this one' if len(lost) == 1 else f'these {len(lost)}'} again"))
        if reading:
            minutes = round(sum(len(one.passage.text.split()) for one in reading) / WORDS_A_MINUTE)
            passages = "1 passage" if len(reading) == 1 else f"{len(reading)} passages"
            hints.append(("quiz_result.reread", f"reread {passages}, {max(1, minutes)} min"))
        whole = f"all {len(self.result.rows)}" if not self._all else "what was lost"
        if self.query_one("#detail", Pane).overflowing:
            hints.append(("quiz_result.detail_down", "more of it"))
        hints += [("quiz_result.leave", "home"), ("quiz_result.all", whole)]
        hints += [("quiz_result.right", ""), ("quiz_result.undo", ""), ("quiz_result.help", "")]
        return [*hints, ("quiz_result.edit", ""), ("quiz_result.info", "")]

    def _offer(self) -> None:
        """Offer to scroll only what does not fit, which shows once it is laid out."""
        self.query_one(Hints).offer(self._hints())

    @on(Listing.Moved)
    def _moved(self) -> None:
        self._draw_detail()

    def _draw_detail(self) -> None:
        row = self._row
        passage = self.result.passage(row) if row else None
        self.query_one("#detail", Pane).show(lambda width: detail_rows(row, passage, width))
        self.query_one(Hints).show(self._hints())
        self.call_after_refresh(self._offer)

    def action_scroll(self, way: int) -> None:
        """Scroll the answer."""
        self.query_one("#detail", Pane).move(way)

    def action_all(self) -> None:
        """Show all questions, or only what lost something."""
        if self.result.to_learn:
            self._all = not self._all
            self._draw()
        else:
            self.say("Nothing was lost: these are all questions.")

    def action_again(self) -> None:
        """Ask again what lost something."""
        cards = [row.card.id for row in self.result.to_learn]
        if cards:
            self.post_message(self.Again(self.result, cards))
        else:
            self.say("Nothing was lost.")

    def action_reread(self) -> None:
        """Show the passages where something was lost."""
        reading = self.result.reading()
        if not reading:
            self.say("No question that lost something names a passage.")
            return
        from quizzer.tui.screens.rereading import RereadingScreen

        self.app.push_screen(RereadingScreen([(one.passage, f"{points_words(one.lost)} lost") for one in reading]))

    def action_passage(self) -> None:
        """Show the passage that the answer comes from."""
        row = self._row
        passage = self.result.passage(row) if row else None
        if passage is None:
            self.say("No source is given for this card.")
            return
        from quizzer.tui.screens.passage import PassageScreen

        self.app.push_screen(PassageScreen(passage))

    async def action_edit(self) -> None:
        """Edit the note of the question under the cursor."""
        from quizzer.tui.screens.card_editing import edit_card

        if (row := self._row) is not None:
            await edit_card(self, row.card, self._edited)

    async def _edited(self, wrong: str) -> None:
        self.result.reread()
        self._draw(self.query_one(Listing).cursor)
        if wrong:
            self.say(f"! {wrong}", ".nearly")
        else:
            self.say("The card as it is now; what was marked stays.")

    def action_info(self) -> None:
        """Tell what is known of the card under the cursor."""
        from quizzer.tui.screens.card_info import show_info

        if (row := self._row) is not None:
            show_info(self, row.card.id)

    def action_was_right(self) -> None:
        """Have the question under the cursor count as right."""
        row = self._row
        if row is None:
            return
        why_not = self.result.why_not_right(row)
        if why_not:
            self.say(why_not)
        elif self._done(lambda: self.result.was_right(row)):
            self._draw(self.query_one(Listing).cursor)
            self.say("It counts as right, and so does its review. u takes that back.")

    async def action_accept(self) -> None:
        """Have the question under the cursor count as right, and its response be right from now on."""
        row = self._row
        if row is None:
            return
        if why_not := self.result.why_not_accept(row):
            self.say(why_not)
            return

        async def accept(copy: bool) -> None:
            if self._done(lambda: self.result.accept(row, copy)):
                self._draw(self.query_one(Listing).cursor)
                self.say("It counts as right, now and from now on. u takes that back.")

        from quizzer.tui.screens.copying import ask_for_copy

        await ask_for_copy(self, accept)

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            return self.managed(act)
        except ProgressMoved as moved:
            self.say(f"! {moved} Press the key again.", ".nearly")
            return False

    def action_undo(self) -> None:
        """Take back the newest action; ask first where that is the whole quiz."""
        undone = self.result.undoable()
        if undone is None:
            self.say("There is nothing to take back.")
        elif undone.earlier_sitting:
            from quizzer.tui.screens.ask import AskScreen

            self.app.push_screen(AskScreen(f"Take back {one_line(undone.what)}?"), self._undo_if)
        else:
            self._undo_if(True)

    def _undo_if(self, yes: bool | None) -> None:
        undone = self.result.undoable()
        there: list[bool] = []
        if not yes or undone is None or not self._done(lambda: there.append(self.result.undo())):
            return
        if there[0]:
            self._draw(self.query_one(Listing).cursor)
            self.say(f"Taken back: {one_line(undone.what)}")
        else:
            self.post_message(self.Gone(f"Taken back: {one_line(undone.what)}"))
