"""Home: every deck and what waits in it, and what to do now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.collection.counting import DeckRow
from quizzer.core.options import ALL
from quizzer.core.pace import minutes_words
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.home_later import found_later
from quizzer.tui.screens.watching import WatchingScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.deck_rows import NOTHING, STARTER, Later, deck_line, explained, head, own_line
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Listing, Pane, Row
from quizzer.tui.widgets.today_rows import clock_words, look_lines, today_line, wants_a_look

if TYPE_CHECKING:
    from textual.widgets import Input

    from quizzer.tui.widgets.entry import Entry

HINTS = (
    ("home.study", ""), ("home.help", ""), ("home.quit", ""), ("home.minutes", ""), ("home.quiz", ""),
    ("home.author", ""), ("home.browse", ""), ("home.scores", ""), ("home.options", ""), ("home.cram", ""),
    ("home.undo", ""), ("home.seek", ""), ("home.palette", "everything else"),
)  # fmt: skip
OWN_WORDS = line(
    ("Enter", ".key"),
    ": choose a document (pdf, epub, docx, md, txt, html) and accept what it suggests, ",
    "or begin an empty deck. Decks are text files that you can also write in any editor.",
)
SPREADS = (7, 14, 30)
"""Days over which a backlog can be spread, one after the other; after the last the usual limit counts again."""
CLOCK = 15
"""Seconds between two looks at the clock."""


class HomeScreen(WatchingScreen):
    """The decks, one of them under the cursor."""

    CSS_PATH = "home.tcss"
    BINDINGS = bindings(Where.HOME)
    WHERE: ClassVar[Where] = Where.HOME

    class Study(Message):
        """The person wants to study these decks; none means all of them. `how` are arguments of `Collection.sit`."""

        def __init__(self, home: "HomeScreen", decks: tuple[str, ...], **how: Any) -> None:
            super().__init__()
            self.home = home
            self.decks = decks
            self.how = how

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

    class Write(Message):
        """The person wants to write a deck, or one from a document; an empty path: which one is still to be asked."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    class Undo(Message):
        """The person wants the newest action taken back."""

        def __init__(self, home: "HomeScreen") -> None:
            super().__init__()
            self.home = home

    class Browse(Message):
        """The person wants to see the cards of a filter; "" is all."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Problems(Message):
        """The person wants to see what is wrong in deck files."""

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.overview = collection.overview()
        self.farewell = ""
        """What to say on the way back from a sitting."""
        self._entered = False
        self._sought = ""
        self._later: dict[str, Later] = {}
        self._finding: Iterator[bool] = iter(())

    def compose(self) -> ComposeResult:
        """Title, today, the decks, what is under the cursor, what wants a look, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Bar(id="today")
            yield Pane(id="head", classes="ruled")
            yield Listing(id="decks")
            yield Pane(id="about", classes="ruled")
            # Hidden from the first if there is nothing: a class that comes later would have it styled once more.
            yield Pane(id="look", classes="ruled" if wants_a_look(self.overview) else "ruled -nothing")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw, and watch the clock."""
        self._greet()
        self.query_one("#head", Pane).show(lambda width: [Row(head(width))])
        self._draw(cursor=self._first())
        self._look_further()
        self.set_interval(CLOCK, self._tick)
        self.begin_watching()

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
        self.known()
        if self.attempt(self.collection.refresh) is not None:
            at = self.query_one("#decks", Listing).cursor
            row, before = self._row_at(at), {one.id for one in self.rows}
            self.overview = self.collection.overview()
            ids = [one.id for one in self.rows]
            new = next((place for place, id in enumerate(ids) if id not in before), len(ids))
            # From the line that leads to a deck of one's own, to the one that was made there.
            self._draw(ids.index(row.id) if row is not None and row.id in ids else at if row else new)
            self._look_further()

    def _look_further(self) -> None:
        """Begin to find out what takes longer: a step after each frame, so that keys are never kept waiting."""
        self._finding = found_later(self.collection, self.overview, self._later)
        self.call_after_refresh(self._find, self._finding)

    def _find(self, finding: Iterator[bool]) -> None:
        if finding is not self._finding or not self.is_current:
            return
        for about in finding:
            self.query_one("#decks", Listing).refresh()
            if about:
                self._draw_about()
            self.call_after_refresh(self._find, finding)
            return

    @property
    def _all_rows(self) -> tuple[DeckRow, ...]:
        return (self.overview.everything, *self.overview.decks)

    @property
    def rows(self) -> tuple[DeckRow, ...]:
        """The lines of the table: everything together, then each deck that is looked for."""
        if not self._sought:
            return self._all_rows
        return tuple(row for row in self.overview.decks if self._sought in f"{row.title}\n{row.id}".casefold())

    def _first(self) -> int:
        if not self.overview.newcomer:
            return 0
        return next((at for at, row in enumerate(self.rows) if row.id == STARTER), 0)

    def _draw(self, cursor: int) -> None:
        today, newcomer = self.overview, self.overview.newcomer
        self._draw_title()
        self.query_one("#today", Bar).show(*today_line(today, newcomer))
        self.query_one("#decks", Listing).show(len(self.rows) + 1, self._draw_deck, cursor)
        pane = self.query_one("#look", Pane)
        pane.set_class(not wants_a_look(today), "-nothing")
        pane.show(lambda width: [Row(one) for one in look_lines(today, width - 2)])
        self._draw_about()

    def _draw_deck(self, at: int, width: int, here: bool) -> Content:
        row = self._row_at(at)
        if row is None:
            return own_line(width, here)
        return deck_line(row, width, here, row is self.overview.everything, self._later.get(row.id, NOTHING))

    def _draw_title(self) -> None:
        now = clock_words(self.collection.moment())
        self.query_one("#title", Bar).show(line(("quizzer", ".title")), line((now, ".muted")))

    def _draw_about(self) -> None:
        row, newcomer = self._row_at(self.query_one("#decks", Listing).cursor), self.overview.newcomer

        def draw(width: int) -> list[Row]:
            if row is None:
                lines = [OWN_WORDS]
            else:
                lines = explained(row, self.overview, newcomer, self._later.get(row.id, NOTHING))
            return [Row(text) for one in lines for text in indented(one, width - 2, " ", " ")]

        self.query_one("#about", Pane).show(draw)

    def _row_at(self, at: int) -> DeckRow | None:
        """The deck of a line; None for the line that leads to one's own."""
        return self.rows[at] if at < len(self.rows) else None

    @on(Listing.Moved)
    def explain(self) -> None:
        """Tell of the deck that is now under the cursor; a notice has been read by now."""
        self.query_one(Hints).show(HINTS)
        self._draw_about()

    @on(Listing.Opened)
    def action_study(self) -> None:
        """Study the deck under the cursor."""
        self._study()

    def action_cram(self) -> None:
        """Cram the deck under the cursor."""
        self._study(cram=True)

    def action_minutes(self) -> None:
        """Study for ten minutes what is worth most in them."""
        self._study(minutes=10, best=True)

    def action_unlimited(self) -> None:
        """Study all that is due, whatever the day's limits say."""
        self._study(unlimited=True)

    def _study(self, **how: Any) -> None:
        decks = self._under_cursor()
        if decks is None:
            self.post_message(self.Write(""))
        else:
            self.post_message(self.Study(self, decks, **how))

    def action_more_new(self) -> None:
        """Have some more new cards today."""
        row, decks = self._row_at(self.query_one("#decks", Listing).cursor), self._under_cursor() or ()
        more = self.tried(lambda: self.collection.allowing().more_new(decks))
        if more is None:
            return
        self.look_again()
        name = f" in {one_line(row.title)}" if row is not None and decks else ""
        count = f"{more} more new card{'s' * (more != 1)} today{name}. u takes that back."
        self.say(count if more else f"There are no more new cards{name}.")

    def action_spread(self) -> None:
        """Spread the backlog over a week, then over longer, then let the usual limit count again."""
        seen, allowing = self.overview, self.collection.allowing()
        if not seen.behind and seen.spread is None:
            self.say("There is no backlog to spread: all that is due fits into today.")
            return
        now = seen.spread[1] - seen.day + 1 if seen.spread else 0
        days = next((days for days in SPREADS if days > now), 0)
        if not days:
            if self.tried(allowing.end_spread) is not None:
                self.look_again()
                self.say("The usual limit counts again. u takes that back.")
            return
        spread = self.tried(lambda: allowing.spread(days))
        if spread is not None:
            self.look_again()
            seconds = seen.pace.seconds_for(0, 0, spread[0], seen.options)
            self.say(f"Over {days} days: {spread[0]} a day, {minutes_words(seconds)}. s spreads it further, u undoes.")

    async def action_seek(self) -> None:
        """Look for decks by their names."""
        from quizzer.tui.widgets.entry import Entry

        if not self.query("#seek"):
            await self.query_one("#column").mount(Entry(id="seek"), before="#decks")
        self.query_one("#seek", Entry).open()

    def on_input_changed(self, changed: "Input.Changed") -> None:
        """Show the decks whose names hold what is typed."""
        self._sought = changed.value.strip().casefold()
        self._draw(0)

    def on_entry_submitted(self, submitted: "Entry.Submitted") -> None:
        """Leave the field, with the cursor on the first deck found."""
        self.set_focus(None)

    def action_all(self) -> None:
        """Show all decks again."""
        if self.query("#seek"):
            self.set_focus(None)
            self.query_one("#seek").display = False
            self._sought = ""
            self._draw(0)

    def action_quiz(self) -> None:
        """Set up a quiz over the deck under the cursor."""
        self.post_message(self.Quiz(self._under_cursor() or ()))

    def _under_cursor(self) -> tuple[str, ...] | None:
        """The deck under the cursor; no deck for everything, None for the line that leads to one's own."""
        row = self._row_at(self.query_one("#decks", Listing).cursor)
        return None if row is None else (row.id,) if row.id else ()

    def action_scores(self) -> None:
        """Show the scores of the deck under the cursor."""
        self.post_message(self.Scores(next(iter(self._under_cursor() or ()), ALL)))

    def action_options(self) -> None:
        """Show the options of the deck under the cursor, or of all."""
        self.post_message(self.Options(next(iter(self._under_cursor() or ()), ALL)))

    def action_undo(self) -> None:
        """Take back the newest action."""
        self.post_message(self.Undo(self))

    def action_author(self) -> None:
        """Write the deck under the cursor; elsewhere ask for a document or a deck."""
        row = self._row_at(self.query_one("#decks", Listing).cursor)
        self.post_message(self.Write(row.path if row else ""))

    def action_browse(self) -> None:
        """Show all cards."""
        self.post_message(self.Browse(""))

    def action_drafts(self) -> None:
        """Show the drafts."""
        self._browse(self.overview.drafts, "is:draft", "There are no drafts: a in the last line makes some.")

    def action_flagged(self) -> None:
        """Show the flagged cards."""
        self._browse(self.overview.flagged, "is:flagged", "No card is flagged; * while studying flags one.")

    def action_leeches(self) -> None:
        """Show the leeches."""
        self._browse(self.overview.leeches, "is:leech", "No card is a leech: none was forgotten eight times.")

    def _browse(self, count: int, text: str, otherwise: str) -> None:
        if count:
            self.post_message(self.Browse(text))
        else:
            self.say(otherwise)

    def action_problems(self) -> None:
        """Show what is wrong in deck files."""
        self.post_message(self.Problems())
