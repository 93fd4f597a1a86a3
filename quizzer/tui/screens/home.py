"""Home: every deck and what waits in it, and what to do now."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.collection.overview import DeckRow, Overview
from quizzer.core.day import local
from quizzer.core.event import Moment
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.deck_rows import STARTER, deck_line, explained, head
from quizzer.tui.widgets.drawing import Part, indented, line
from quizzer.tui.widgets.lines import Listing, Pane, Row

HINTS = (
    ("home.study", ""), ("home.help", ""), ("home.quit", ""), ("home.quiz", ""), ("home.cram", ""), ("home.undo", ""),
    ("home.scores", ""), ("home.options", ""), ("home.problems", ""), ("home.palette", "everything"),
)  # fmt: skip
CLOCK = 15
"""Seconds between two looks at the clock."""


class HomeScreen(QuizzerScreen):
    """The decks, one of them under the cursor."""

    CSS_PATH = "home.tcss"
    BINDINGS = bindings(Where.HOME)
    WHERE: ClassVar[Where] = Where.HOME

    class Study(Message):
        """The person wants to study these decks, or to cram them; none means all of them."""

        def __init__(self, home: "HomeScreen", decks: tuple[str, ...], cram: bool = False) -> None:
            super().__init__()
            self.home = home
            self.decks = decks
            self.cram = cram

    class Quiz(Message):
        """The person wants a quiz over these decks; none means as last time."""

        def __init__(self, decks: tuple[str, ...]) -> None:
            super().__init__()
            self.decks = decks

    class Scores(Message):
        """The person wants the scores of a deck; "" is all of them."""

        def __init__(self, deck: str) -> None:
            super().__init__()
            self.deck = deck

    class Options(Message):
        """The person wants to look at the options of a deck; "" is all."""

        def __init__(self, deck: str) -> None:
            super().__init__()
            self.deck = deck

    class Undo(Message):
        """The person wants the newest action taken back."""

        def __init__(self, home: "HomeScreen") -> None:
            super().__init__()
            self.home = home

    class Problems(Message):
        """The person wants to see what is wrong in deck files."""

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.overview = collection.overview()
        self.farewell = ""
        """What to say on the way back from a sitting."""
        self._entered = False

    def compose(self) -> ComposeResult:
        """Title, today, the decks, what is under the cursor, what wants a look, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Bar(id="today")
            yield Pane(id="head", classes="ruled")
            yield Listing(id="decks")
            yield Pane(id="about", classes="ruled")
            yield Pane(id="look", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, and watch the clock."""
        self._greet()
        self.query_one("#head", Pane).show(lambda width: [Row(head(width))])
        self._draw(cursor=self._first())
        self.set_interval(CLOCK, self._tick)

    def on_screen_resume(self) -> None:
        """Look again, since a sitting or an editor may have changed things; the first time all is fresh."""
        if self._entered:
            self.look_again()
            self._greet()
        self._entered = True

    def _greet(self) -> None:
        self.query_one(Hints).show(HINTS)
        if self.farewell:
            self.say(self.farewell)
        self.farewell = ""

    def _tick(self) -> None:
        """Draw the time; on a new study day, everything."""
        if self.collection.day() != self.overview.day:
            self.look_again()
        else:
            self._draw_title()

    def look_again(self) -> None:
        """Read what has changed, and draw it."""
        if self.attempt(self.collection.refresh) is not None:
            self.overview = self.collection.overview()
            self._draw(self.query_one("#decks", Listing).cursor)

    @property
    def rows(self) -> tuple[DeckRow, ...]:
        """The lines of the table: everything together, then each deck."""
        return (self.overview.everything, *self.overview.decks)

    @property
    def newcomer(self) -> bool:
        """Whether nothing has ever been studied; the log is asked only where the figures leave a doubt."""
        seen, whole = self.overview, self.overview.everything
        busy = seen.reviewed_today or seen.reviewed_yesterday or whole.learning or whole.due_in_all or not whole.new
        return not busy and self.collection.undoable() is None

    def _first(self) -> int:
        if not self.newcomer:
            return 0
        return next((at for at, row in enumerate(self.rows) if row.id == STARTER), 0)

    def _draw(self, cursor: int) -> None:
        rows, today, newcomer = self.rows, self.overview, self.newcomer
        self._draw_title()
        self.query_one("#today", Bar).show(*_today(today, newcomer))
        self.query_one("#decks", Listing).show(
            len(rows), lambda at, width, here: deck_line(rows[at], width, here, at == 0), cursor
        )
        look = _look(today)
        pane = self.query_one("#look", Pane)
        pane.set_class(not look, "-nothing")
        pane.show(lambda width: [Row(one) for lead in look for one in indented(lead, width - 2, " ", "             ")])
        self._draw_about()

    def _draw_title(self) -> None:
        self.query_one("#title", Bar).show(
            line(("quizzer", ".title")), line((_clock(self.collection.moment()), ".muted"))
        )

    def _draw_about(self) -> None:
        row, today, newcomer = self.rows[self.query_one("#decks", Listing).cursor], self.overview.day, self.newcomer

        new_a_day = self.overview.new_per_day if self.overview.new_kept_back else 0

        def draw(width: int) -> list[Row]:
            title = one_line(row.title)
            lines = explained(row, today, newcomer, new_a_day)
            drawn = [Row(text) for one in lines for text in indented(one, width - 2, " ", " ")]
            return [*drawn, Row(line(f" {title}", ".muted"))] if not lines else drawn

        self.query_one("#about", Pane).show(draw)

    @on(Listing.Moved)
    def explain(self) -> None:
        """Tell of the deck that is now under the cursor; a notice has been read by now."""
        self.query_one(Hints).show(HINTS)
        self._draw_about()

    @on(Listing.Opened)
    def action_study(self) -> None:
        """Study the deck under the cursor."""
        self.post_message(self.Study(self, self._under_cursor()))

    def action_cram(self) -> None:
        """Cram the deck under the cursor."""
        self.post_message(self.Study(self, self._under_cursor(), cram=True))

    def action_quiz(self) -> None:
        """Set up a quiz over the deck under the cursor."""
        self.post_message(self.Quiz(self._under_cursor()))

    def _under_cursor(self) -> tuple[str, ...]:
        """The deck under the cursor; none for everything."""
        row = self.rows[self.query_one("#decks", Listing).cursor]
        return () if row is self.overview.everything else (row.id,)

    def action_scores(self) -> None:
        """Show the scores of the deck under the cursor."""
        self.post_message(self.Scores(self.rows[self.query_one("#decks", Listing).cursor].id))

    def action_options(self) -> None:
        """Show the options of the deck under the cursor, or of all."""
        self.post_message(self.Options(self.rows[self.query_one("#decks", Listing).cursor].id))

    def action_undo(self) -> None:
        """Take back the newest action."""
        self.post_message(self.Undo(self))

    def action_problems(self) -> None:
        """Show what is wrong in deck files."""
        self.post_message(self.Problems())

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        self.query_one("#decks", Listing).move(lines)

    def action_page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.query_one("#decks", Listing).page(pages)

    def action_ends(self, way: int) -> None:
        """Move the cursor to an end."""
        self.query_one("#decks", Listing).ends(way)


def _clock(moment: Moment) -> str:
    now = local(moment.at, moment.offset)
    return f"{now:%a} {now.day} {now:%b}, {now:%H:%M}"


def _today(overview: Overview, newcomer: bool) -> tuple[Content, Content]:
    whole = overview.everything
    waiting = whole.new + whole.learning + whole.due
    if newcomer:
        left = line(("Welcome. ", ".title"), "Questions from your documents, asked when you are about to forget.")
        return left, Content("")
    done = f", {_answers(overview.reviewed_today)} given" if overview.reviewed_today else ""
    left = line(("Today: ", ".title"), f"{_counted(waiting)}{' to go' if done else ''}{done}")
    if not waiting:
        left = line(("Today: ", ".title"), ("all done", ".right"), f" · {_answers(overview.reviewed_today)}")
    words = []
    if overview.streak:
        words.append(f"streak {overview.streak} {'day' if overview.streak == 1 else 'days'}")
    if overview.reviewed_yesterday:
        words.append(f"yesterday {overview.reviewed_yesterday}")
    return left, line((" · ".join(words), ".muted"))


def _counted(cards: int) -> str:
    return f"{cards} card" if cards == 1 else f"{cards} cards"


def _answers(count: int) -> str:
    return f"{count} answer" if count == 1 else f"{count} answers"


def _look(overview: Overview) -> list[Content]:
    parts: list[Part] = []
    if overview.left_out or overview.problems:
        left_out = f"{overview.left_out} note{'s' * (overview.left_out != 1)} left out, " if overview.left_out else ""
        parts += [("p", ".key"), f" {left_out}{_problems(overview)}   "]
    if overview.flagged:
        parts.append(f"{overview.flagged} flagged   ")
    if overview.leeches:
        parts.append(f"{overview.leeches} leech{'es' * (overview.leeches != 1)}   ")
    lines = [line(("To look at   ", ".muted"), *parts).rstrip()] if parts else []
    return lines + [line(("!", ".nearly"), f" {one_line(notice)}") for notice in overview.notices]


def _problems(overview: Overview) -> str:
    return f"{overview.problems} problem{'s' * (overview.problems != 1)} in deck files"
