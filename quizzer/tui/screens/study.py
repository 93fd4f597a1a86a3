"""Study: one card after the other, in one place, until nothing is left or the person leaves."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message

from quizzer.collection.sitting import Showing, Sitting
from quizzer.core.asking import Asked, Form
from quizzer.core.buttons import FOUR, Buttons, offered
from quizzer.core.schedule import Rating
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.card_deeds import WATCH, CardDeeds
from quizzer.tui.screens.choosing import ChoosingScreen
from quizzer.tui.screens.room import fit, share
from quizzer.tui.widgets.bar import NOTHING, Bar, Hints
from quizzer.tui.widgets.card_rows import PASSAGE, question_rows, reveal_rows
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.ratings import Ratings
from quizzer.tui.widgets.reply import Reply, chooses
from quizzer.tui.widgets.responses import prompt_for, response_of, unfinished
from quizzer.tui.widgets.sitting_rows import Hint, ending_rows, hints_for, progress, title_of

if TYPE_CHECKING:
    from quizzer.collection.reading import PassageView
    from quizzer.tui.widgets.entry import Entry

SETTLE = 0.25
"""Seconds after the reveal in which no rating counts: a key pressed twice must not rate an answer unseen."""
FRESH = 0.5
"""Seconds after a new card in which an empty Enter does not mean “I don't know”."""


class StudyScreen(CardDeeds, ChoosingScreen):
    """A sitting on screen. The sitting knows the cards; the reply knows what the person did with this one."""

    CSS_PATH = "study.tcss"
    BINDINGS = bindings(Where.STUDY)
    WHERE = Where.STUDY

    class Left(Message):
        """The person has left the sitting, after so many answers."""

        def __init__(self, answers: int) -> None:
            super().__init__()
            self.answers = answers

    def __init__(self, sitting: Sitting, clock: Callable[[], float] = monotonic, buttons: Buttons = FOUR) -> None:
        super().__init__()
        self.buttons = buttons
        self.sitting = sitting
        self.clock = clock
        """Seconds that only grow; tests bring their own."""
        self.reply = Reply()
        self._shown_at = self._revealed_at = clock()
        self._passage: PassageView | None = None
        self._entry: Entry | None = None
        self._limit: int | None = None
        self._scrolls = self._typing = False

    def compose(self) -> ComposeResult:
        """Title; question; the field, once there is a typed card; answer; ratings; keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="question")
            yield Pane(id="answer", classes="ruled")
            yield Ratings(classes="ruled")
            yield Hints(classes="ruled")

    async def on_mount(self) -> None:
        """Draw the first card; load what ratings need once it is painted."""
        self.query_one(Ratings).buttons = self.buttons
        await self._fresh()
        self.call_after_refresh(self.sitting.warm)
        self.set_interval(WATCH, self.watch_deck)

    def _same_card(self) -> None:
        """Show other words of the same card; a response that was judged is judged again."""
        if self.reply.revealed:
            from quizzer.core.grading import suggested

            verdict = self.sitting.respond(self.sitting.given.response)
            self.reply = self.reply._replace(verdict=verdict, rating=self._offered(suggested(verdict)), overruled=False)
            self._passage = self.sitting.passage(wait=False)
        self._draw(keep_place=True)

    async def _fresh(self, notice: Content = NOTHING) -> None:
        """Show the card that the sitting shows now, or its end."""
        self.reply = Reply()
        self._shown_at = self.clock()
        showing = self.sitting.showing
        await self._open_field(showing is not None and showing.asked.form is Form.TYPE)
        self._draw(notice)

    async def _open_field(self, typed: bool) -> None:
        if typed and self._entry is None:
            from quizzer.tui.widgets.entry import Entry  # an input is dear, and only typed cards need it

            self._entry = Entry()
            await self.mount(self._entry, after=self.query_one("#question"))
        if self._entry is not None and typed:
            self._entry.open()
        elif self._entry is not None:
            self._entry.close()
            self._entry.display = False

    # What is drawn

    def _draw(self, notice: Content = NOTHING, keep_place: bool = False) -> None:
        showing = self.sitting.showing
        self.query_one("#title", Bar).show(*title_of(showing, self.sitting.left))
        self._share_room()
        if showing is None:
            self._draw_ending(notice)
            return
        reply = self.reply
        question = self.query_one("#question", Pane)
        question.show(lambda width: question_rows(showing, reply, width), keep_place)
        self._draw_answer(showing)
        self._fit()
        self.query_one(Hints).show(self._hints(showing), notice, progress(self.sitting.course))
        self.call_after_refresh(self._offer_scrolling)

    def _hints(self, showing: Showing) -> tuple[Hint, ...]:
        untold = self._passage is not None and not (self._passage.title or self._passage.place)
        return hints_for(showing, self.reply, self.focused is not None, untold, self._scrolls)

    def _offer_scrolling(self) -> None:
        """Say that arrows scroll where they do and not all is in view, which shows only once all is laid out."""
        showing = self.sitting.showing
        picking = showing is not None and chooses(showing.asked) and not self.reply.revealed
        pane = self.moving()
        held = self._limit is not None and pane.id == "question"  # its new height may not have reached it yet
        scrolls = showing is not None and not picking and (held or pane.overflowing)
        if showing is not None and scrolls != self._scrolls:
            self._scrolls = scrolls
            self.query_one(Hints).offer(self._hints(showing))

    def _draw_answer(self, showing: Showing) -> None:
        reply, ratings, answer = self.reply, self.query_one(Ratings), self.query_one("#answer", Pane)
        if not reply.revealed:
            answer.show(lambda width: [])
            self._typing = self.focused is not None
            ratings.ask(prompt_for(showing.asked, reply, self._typing))
            return
        passage = self._passage
        place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part) if passage else ""
        answer.show(lambda width: reveal_rows(showing, reply, place, width), keep_place=True)
        self._offer()

    def _offer(self) -> None:
        contest = ("y" if self.sitting.why_not_accept() else "yY") if self.reply.contestable else ""
        self.query_one(Ratings).offer(self.sitting.waits(), self.reply.rating, contest)

    def _offered(self, rating: Rating) -> Rating:
        return offered(self.buttons, rating)

    def _draw_ending(self, notice: Content) -> None:
        words = self.sitting.ending().words
        self.query_one("#question", Pane).show(lambda width: ending_rows(words, width))
        self.query_one(Ratings).ask(line(("Enter", ".key"), (" takes you home", ".muted")))
        self.query_one(Hints).show((("study.leave", "home"), ("study.undo", ""), ("study.help", "")), notice)

    def _share_room(self) -> None:
        share(self, self.sitting.showing is not None, self.reply.revealed)

    def _fit(self) -> None:
        if self.sitting.showing is not None:
            self._limit = fit(self, self._entry, self.reply.revealed, self._limit)

    async def on_resize(self, event: Resize) -> None:
        """Adapt to the window."""
        await super().on_resize(event)
        self._share_room()
        self.call_after_refresh(self._fit)
        self.call_after_refresh(self._offer_scrolling)

    # Before the reveal

    async def action_go(self, key: str) -> None:
        """Reveal; then take the highlighted rating; at the end, leave."""
        showing = self.sitting.showing
        if showing is None:
            self.post_message(self.Left(self.sitting.done))
        elif self.reply.revealed:
            await self._rate(self.reply.rating)
        elif showing.asked.form is Form.TYPE:
            self.action_field()
        elif self.chose_with(key):
            pass
        elif chooses(showing.asked) and not self.reply.given(showing.asked):
            self.say(unfinished(showing.asked, self.reply))
        else:
            self._reveal(showing)

    def on_entry_submitted(self, submitted: "Entry.Submitted") -> None:
        """Judge what was typed; nothing means "I don't know"."""
        showing = self.sitting.showing
        typed = one_line(submitted.text)
        if showing is None or self.reply.revealed or (not typed and self.clock() - self._shown_at < FRESH):
            return
        self.reply = self.reply._replace(text=typed)
        self._reveal(showing)

    def _reveal(self, showing: Showing) -> None:
        from quizzer.core.grading import suggested

        reply = self.reply._replace(revealed=True)
        verdict = self.sitting.respond(response_of(showing.asked, reply))
        reply = reply._replace(verdict=verdict, rating=self._offered(suggested(verdict)))
        self.reply, self._passage = reply, self.sitting.passage(wait=False)
        self._revealed_at = self.clock()
        if self._entry is not None:
            self._entry.close()
        self._draw(keep_place=True)
        right = next((str(at) for at, option in enumerate(showing.asked.options) if option.right), "")
        if self._limit is not None and right:
            self.call_after_refresh(self.query_one("#question", Pane).bring_target, right)

    async def action_digit(self, key: str) -> None:
        """Pick an option, or say that it is not known; after the reveal, rate."""
        showing = self.sitting.showing
        if showing is None:
            return
        if self.reply.revealed:
            if 1 <= int(key) <= len(self.buttons):
                await self._rate(self.buttons[int(key) - 1].rating)
        else:
            self.choose(int(key) - 1)

    @property
    def awaited(self) -> Asked | None:
        """The question that is shown and not yet revealed."""
        return self.sitting.showing.asked if self.sitting.showing and not self.reply.revealed else None

    def not_known(self) -> None:
        """Reveal without an answer."""
        if self.sitting.showing is not None:
            self.reply = self.reply._replace(picked=frozenset(), placed=())
            self._reveal(self.sitting.showing)

    def draw_reply(self) -> None:
        """Draw everything, and scroll nothing."""
        self._draw(keep_place=True)

    def action_sideways(self, way: int) -> None:
        """Highlight the rating beside; before the reveal, go to another option."""
        if self.reply.revealed:
            self.reply = self.reply.rated(self.buttons, way)
            self._offer()
        else:
            self.action_move(way)

    def action_move(self, lines: int) -> None:
        """Go to another option; where there are none, scroll."""
        if not self.moved(lines):
            super().action_move(lines)

    def action_question(self, way: int) -> None:
        """Scroll the question."""
        self.query_one("#question", Pane).move(way)

    def moving(self) -> Pane:
        """The answer, where it is shown and there is more of it; else the question."""
        answer, question = self.query_one("#answer", Pane), self.query_one("#question", Pane)
        return answer if self.reply.revealed and (answer.overflowing or not question.overflowing) else question

    def action_field(self) -> None:
        """Go back to the field."""
        showing = self.sitting.showing
        if showing is not None and showing.asked.form is Form.TYPE and not self.reply.revealed:
            if self._entry is not None:
                self._entry.enter()
            self._draw(keep_place=True)

    def on_descendant_focus(self) -> None:
        """Say what the field does when the mouse has put the cursor there."""
        if not self._typing and not self.reply.revealed:
            self._draw(keep_place=True)

    def action_hint(self) -> None:
        """Show the hint."""
        showing = self.sitting.showing
        if showing is None or self.reply.revealed:
            return
        if showing.asked.hint:
            self.reply_with(self.reply._replace(hinted=True))
        else:
            self.say("This card has no hint.")

    # After the reveal, and at any time

    async def _rate(self, rating: Rating) -> None:
        if self.clock() - self._revealed_at < SETTLE:
            return
        took = int((self._revealed_at - self._shown_at) * 1000)
        if await self._done(lambda: self.sitting.answer(rating, took_ms=took)):
            await self._fresh()
            self.call_after_refresh(self.sitting.settle)

    @on(Ratings.Chosen)
    async def rate_clicked(self, chosen: Ratings.Chosen) -> None:
        """Rate with the mouse."""
        if self.reply.revealed:
            await self._rate(chosen.rating)

    @on(Ratings.Pressed)
    async def prompt_clicked(self) -> None:
        """Do what the prompt says, with the mouse."""
        showing, entry = self.sitting.showing, self._entry
        if showing is not None and showing.asked.form is Form.TYPE and entry is not None and self.focused is not None:
            self.on_entry_submitted(entry.Submitted(entry.field.value))
        else:
            await self.action_go("enter")

    @on(Pane.Clicked)
    def pick_clicked(self, clicked: Pane.Clicked) -> None:
        """Pick with the mouse, or open the passage."""
        if clicked.target == PASSAGE:
            self.action_passage()
        else:
            self.choose_clicked(clicked.target)

    def action_passage(self) -> None:
        """Show the passage that the answer comes from."""
        if self.reply.revealed and self._passage is not None:
            from quizzer.tui.screens.passage import PassageScreen

            self.app.push_screen(PassageScreen(self._passage))
        elif showing := self.sitting.showing:
            none = self.reply.revealed or not (showing.card.note.source or showing.card.note.quote)
            self.say("No source is given for this card." if none else "The passage would give the answer away.")

    def action_info(self) -> None:
        """Tell what is known of the card; before the reveal nothing that would give the answer away."""
        if (showing := self.sitting.showing) is not None:
            from quizzer.tui.screens.card_info import show_info

            show_info(self, showing.card.id, self.reply.revealed, showing.review_id)

    def action_was_right(self) -> None:
        """Take the person's word that they were right."""
        reply = self.reply
        if not reply.revealed:
            self.say("Nothing is judged yet.")
        elif not reply.contestable:
            self.say("You gave no answer that was judged wrong: rate it as you see it.")
        else:
            self.reply = reply._replace(overruled=True, verdict=self.sitting.overrule(), rating=Rating.GOOD)
            self._draw(line(("You were right: it counts so.", ".accent")), keep_place=True)

    async def action_accept(self) -> None:
        """Take the person's word that they were right, now and from now on."""
        reply = self.reply
        if not reply.revealed:
            self.say("Nothing is judged yet.")
        elif not (reply.contestable or reply.overruled):
            self.say("Nothing was judged wrong here: rate it as you see it.")
        elif why_not := self.sitting.why_not_accept():
            self.say(why_not)
        else:
            from quizzer.tui.screens.copying import ask_for_copy

            await ask_for_copy(self, self._accept)

    async def _accept(self, copy: bool) -> None:
        if await self._done(lambda: self.sitting.accept(copy)):
            self.reply = self.reply._replace(overruled=False, verdict=self.sitting.given.counts, rating=Rating.GOOD)
            self._draw(line(("You were right, now and from now on. u takes it back.", ".accent")), keep_place=True)

    async def action_undo(self) -> None:
        """Take back that the person was right; before that, the newest action."""
        if self.reply.overruled:
            from quizzer.core.grading import suggested

            verdict = self.sitting.overrule(False)
            self.reply = self.reply._replace(overruled=False, verdict=verdict, rating=self._offered(suggested(verdict)))
            self._draw(line(("Taken back: you were right", ".accent")), keep_place=True)
        else:
            await super().action_undo()

    def action_leave(self) -> None:
        """Leave the field first, then the sitting."""
        if self.focused is not None:
            self.set_focus(None)
            self._draw(keep_place=True)
        else:
            self.post_message(self.Left(self.sitting.done))
