"""Quiz: one question after the other against the clock, without feedback, until it is handed in."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from quizzer.collection.quiz_result import QuizResult, response_of
from quizzer.collection.quizzing import Asking, Quizzing
from quizzer.collection.sitting import Showing
from quizzer.core.asking import Asked, Form
from quizzer.core.progress import UNTOUCHED
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.screens.choosing import ChoosingScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.card_rows import question_rows
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.entry import Entry
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.quiz_rows import answered_words, clock_part, map_line, quiz_prompt, reply_of
from quizzer.tui.widgets.reply import Reply
from quizzer.tui.widgets.responses import response_of as judged_of
from quizzer.tui.widgets.responses import unfinished

TICK = 1.0
"""Seconds between two looks at the clock."""
FRESH = 0.5
"""Seconds after a question has come up in which an empty Enter does not mean “I don't know”."""
NEARLY_OVER = 1_200
"""Milliseconds before the end at which what stands in the field is taken as the answer."""


class QuizScreen(ChoosingScreen):
    """A quiz on screen. `Quizzing` knows the questions; the reply knows what was done with the one that is shown."""

    CSS_PATH = "quiz.tcss"
    BINDINGS = bindings(Where.QUIZ)
    WHERE = Where.QUIZ

    class Left(Message):
        """The person has left; the words say what was saved."""

        def __init__(self, quiz: "QuizScreen", words: str) -> None:
            super().__init__()
            self.quiz = quiz
            self.words = words

    class Map(Message):
        """The person wants to see all questions."""

        def __init__(self, quiz: "QuizScreen") -> None:
            super().__init__()
            self.quiz = quiz

    class Mark(Message):
        """What no machine marks has to be marked by the person; then the quiz is handed in."""

        def __init__(self, quiz: "QuizScreen", notice: str) -> None:
            super().__init__()
            self.quiz = quiz
            self.notice = notice

    class Finished(Message):
        """The quiz is handed in."""

        def __init__(self, quiz: "QuizScreen", result: QuizResult, notice: str) -> None:
            super().__init__()
            self.quiz = quiz
            self.result = result
            self.notice = notice

    def __init__(self, quizzing: Quizzing, clock: Callable[[], float]) -> None:
        super().__init__()
        self.quizzing = quizzing
        self.clock = clock
        self.reply = Reply()
        self._kept = Reply()
        self._shown_at = clock()

    def compose(self) -> ComposeResult:
        """Title; question; field; what to do; the map; keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="question")
            yield Entry()
            yield Pane(id="space")
            yield Bar(id="prompt", classes="ruled")
            yield Bar(id="map", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, and watch the clock."""
        notice = ""
        if self.quizzing.lost:
            notice = f"{self.quizzing.lost} questions are in no deck any more, and left out."
        self.fresh(notice)
        self.set_interval(TICK, self.look_at_clock)

    @property
    def _asking(self) -> Asking | None:
        return self.quizzing.asking

    @property
    def awaited(self) -> Asked | None:
        """The question that is shown."""
        return self._asking.asked if self._asking else None

    def fresh(self, notice: str = "") -> None:
        """Show the question where the quiz stands, as it was answered so far; past the last one, all of them."""
        asking, entry = self._asking, self.query_one(Entry)
        if asking is None:
            self.quizzing.go(len(self.quizzing.quiz.questions) - 1)
            self.fresh()
            self.post_message(self.Map(self))
            return
        self.reply = self._kept = reply_of(asking.asked, response_of(asking.question))
        self._shown_at = self.clock()
        if asking.asked.form is Form.TYPE:
            entry.open()
            entry.field.value = self.reply.text
            entry.field.cursor_position = len(self.reply.text)
        else:
            entry.close()
            entry.display = False
        self._draw()
        if notice:
            self.say(notice)

    def draw_reply(self) -> None:
        """Draw everything: the map says that nothing is answered yet."""
        self._draw()

    def _draw(self) -> None:
        asking, quiz = self._asking, self.quizzing.quiz
        if asking is None:
            return
        reply, typing = self.reply, self.focused is not None
        showing = Showing(asking.card, asking.asked, asking.deck_title, UNTOUCHED, "", 0)
        self._draw_title()
        self.query_one("#question", Pane).show(lambda width: question_rows(showing, reply, width), keep_place=True)
        self.query_one("#prompt", Bar).show(quiz_prompt(asking.asked, reply, typing, asking.by_hand))
        words = line((answered_words(quiz), ".muted"))
        width = max(20, self.size.width if self.size.width < 88 else 88)
        self.query_one("#map", Bar).show(map_line(quiz, width - words.cell_length - 6), words)
        self.query_one(Hints).show(self._hints(asking, typing))

    def _hints(self, asking: Asking, typing: bool) -> list[tuple[str, str]]:
        flag = "unflag" if asking.question.flagged else "flag"
        if typing:
            leave = ("quiz.leave", "leave the field")
            return [("quiz.skip", ""), ("quiz.back", ""), ("quiz.flag@F3", flag), ("quiz.map@F4", ""), leave]
        field = [("quiz.field", "")] if asking.asked.form is Form.TYPE else []
        hints = [("quiz.skip", ""), ("quiz.back", ""), ("quiz.flag", flag), ("quiz.map", ""), ("quiz.leave", "")]
        return [*field, *hints, ("quiz.help", "")]

    def _draw_title(self) -> None:
        quiz, asking = self.quizzing.quiz, self._asking
        place = f"question {asking.place + 1} of {len(quiz.questions)}" if asking else ""
        flagged = [("   * flagged", ".nearly")] if asking and asking.question.flagged else []
        clock = clock_part(self.quizzing.left_ms(), self.quizzing.clock_ms())
        left = line(("Quiz", ".title"), (" · ", ".muted"), one_line(self.quizzing.title), *flagged)
        self.query_one("#title", Bar).show(left, line((f"{place}   ", ".muted")) + clock)

    def look_at_clock(self) -> None:
        """Draw the time; shortly before it is over take in what stands in the field, then hand in."""
        left, here = self.quizzing.left_ms(), self.app.screen
        if left is not None and left < NEARLY_OVER:
            self._keep()
        if not isinstance(here, QuizzerScreen) or here.WHERE not in (Where.QUIZ, Where.QUIZ_MAP):
            return  # help is read, or an answer is marked: what is over stays over
        if left == 0:
            self.hand_in("The time is over: the quiz was handed in as it stood.")
        else:
            self._draw_title()

    # What the person does

    async def action_go(self, key: str) -> None:
        """Answer with what is picked, and go on."""
        asking = self._asking
        if asking is None:
            return
        if asking.asked.form is Form.TYPE:
            self.action_field()
        elif self.chose_with(key):
            pass
        elif not self.reply.given(asking.asked):
            self.say(unfinished(asking.asked, self.reply)[:-1] + ", PgDn leaves it for later.")
        else:
            self._answer()

    def on_entry_submitted(self, submitted: Entry.Submitted) -> None:
        """Answer with what was typed; nothing means "I don't know"."""
        text = one_line(submitted.text)
        if text or self.clock() - self._shown_at >= FRESH:
            self.reply = self.reply._replace(text=text)
            self._answer()

    def _answer(self) -> None:
        asking = self._asking
        if asking is None:
            return
        if self._done(lambda: self._respond(asking.asked, self.reply)):
            self.fresh()

    def _respond(self, asked: Asked, reply: Reply) -> None:
        response = judged_of(asked, reply)
        self.quizzing.answer(None if response == () else response)

    def _keep(self) -> bool:
        """Record what was typed or picked and not answered with, or taken away again; False where it could not be."""
        asking = self._asking
        if asking is None:
            return True
        reply = self.reply
        if asking.asked.form is Form.TYPE:
            reply = reply._replace(text=one_line(self.query_one(Entry).field.value))
        changed = (reply.text, reply.picked, reply.placed) != (self._kept.text, self._kept.picked, self._kept.placed)
        if not changed:
            return True
        self.reply = self._kept = reply
        place = self.quizzing.quiz.current
        done = self._done(lambda: self._respond(asking.asked, reply))
        self.quizzing.go(place)
        return done

    def _done(self, act: Callable[[], object]) -> bool:
        """Whether the act was done; where another quizzer has ended the quiz, leave."""
        try:
            return self.managed(act)
        except ProgressMoved:
            self.post_message(self.Left(self, "This quiz was ended in another quizzer."))
            return False

    def go(self, place: int) -> None:
        """Show another question."""
        self.quizzing.go(place)
        self.fresh()

    def action_skip(self) -> None:
        """Leave the question for later; what was typed or picked is kept as its answer."""
        asking = self._asking
        if asking is not None and self._keep():
            answered = self.quizzing.quiz.questions[asking.place].answered
            if answered:
                self.quizzing.go(asking.place + 1)
                self.fresh()
            elif self._done(self.quizzing.skip):
                self.fresh()

    def action_step(self, way: int) -> None:
        """Show the question beside this one."""
        asking = self._asking
        if asking is not None and self._keep():
            self.quizzing.go(min(asking.place + way, len(self.quizzing.quiz.questions) - 1))
            self.fresh()

    def action_flag(self) -> None:
        """Flag the question, or take the flag away."""
        if self._asking is not None and self._done(self.quizzing.flag):
            self._draw()

    def action_map(self) -> None:
        """Show all questions."""
        if self._keep():
            self._draw()
            self.post_message(self.Map(self))

    def hand_in(self, notice: str = "") -> None:
        """Hand the quiz in, or have marked first what no machine can mark."""
        if not self._keep():
            return
        if self.quizzing.to_mark():
            self.post_message(self.Mark(self, notice))
            return
        results: list[QuizResult] = []
        if self._done(lambda: results.append(self.quizzing.submit())):
            self.post_message(self.Finished(self, results[0], notice))

    def action_leave(self) -> None:
        """Leave the field first, then the quiz."""
        if self.focused is not None:
            self.set_focus(None)
            self._draw()
        elif self._keep() and self._done(self.quizzing.leave):
            words = f"The quiz is saved, {answered_words(self.quizzing.quiz)}; x goes on with it."
            self.post_message(self.Left(self, words))

    def action_digit(self, key: str) -> None:
        """Pick an option, or say that it is not known."""
        self.choose(int(key) - 1)

    def not_known(self) -> None:
        """Answer with “I don't know”."""
        if self._done(lambda: self.quizzing.answer(None)):
            self.fresh()

    @on(Pane.Clicked)
    def pick_clicked(self, clicked: Pane.Clicked) -> None:
        """Pick with the mouse."""
        self.choose_clicked(clicked.target)

    def action_move(self, lines: int) -> None:
        """Move among the options, or scroll the question."""
        if not self.moved(lines):
            self.action_scroll(lines)

    def action_scroll(self, way: int) -> None:
        """Scroll the question."""
        self.query_one("#question", Pane).move(way)

    def action_field(self) -> None:
        """Go back to the field."""
        asking = self._asking
        if asking is not None and asking.asked.form is Form.TYPE:
            self.query_one(Entry).enter()
            self._draw()
