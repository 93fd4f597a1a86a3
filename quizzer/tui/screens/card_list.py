"""A list of all cards, looked for as one types, the one under the cursor in full."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.core.card_order import Order
from quizzer.errors import QuizzerError
from quizzer.tui.screens.base import SOON
from quizzer.tui.screens.watching import WatchingScreen
from quizzer.tui.widgets.bar import NOTHING, Bar, Hints
from quizzer.tui.widgets.browse_rows import (
    SYNTAX,
    browse_line,
    counted_cards,
    filter_line,
    head,
    mistake_line,
    whole_card,
)
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Listing, Pane, Row

if TYPE_CHECKING:
    from textual.widgets import Input

    from quizzer.collection.browsing import Browsed
    from quizzer.collection.searching import Search
    from quizzer.core.filtering import Mistake, Term
    from quizzer.tui.widgets.entry import Entry

FILTER = "filter"
"""What a click on the filter means."""
AROUND = 13
"""Rows of a window that are no cards."""
HIGH = 30
"""Rows from which the card under the cursor has more room."""
AHEAD = 64
"""Cards that are read at once, those in sight among them."""
PATIENCE = 0.5
"""Seconds after which a search says that it goes on."""


class CardList(WatchingScreen):
    """The half of browse that finds and shows cards, and does nothing to them."""

    class Found(Message):
        """A search has found its first cards, or all, in whatever thread."""

        def __init__(self, serial: int, cards: list[str], whole: bool = True) -> None:
            super().__init__()
            self.serial = serial
            self.cards = cards
            self.whole = whole

    class Refused(Message):
        """A search could not be run, since the log cannot be read now."""

        def __init__(self, serial: int, sentence: str) -> None:
            super().__init__()
            self.serial = serial
            self.sentence = sentence

    class Left(Message):
        """The person wants to go home."""

    def __init__(self, collection: Collection, text: str = "") -> None:
        super().__init__()
        self.collection = collection
        self.browsing = collection.browsing()
        self.text = text
        """The filter as typed."""
        self.mistake: Mistake | None = None
        """What is wrong with it; then the list is that of the last one in which nothing was."""
        self.terms: Sequence[Term] = ()
        self.order = Order.DECK
        self.turned = False
        self.cards: Sequence[str] = ()
        """The ids of the cards listed."""
        self.count: int | None = None
        """How many there are; None while that is being found out."""
        self.marked: dict[str, None] = {}
        self._unlisted = 0
        """How many of the marked are not among the cards listed."""
        self._read: dict[str, Browsed | None] = {}
        self._serial = 0
        self._afresh = False
        self._looking: Search | None = None
        self._late = self._refused = False

    def compose(self) -> ComposeResult:
        """Title, the field and what is said of it, list, the card under the cursor, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="top")
            yield Listing(id="list")
            yield Pane(id="whole", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw as many cards as are in sight; all others are looked for behind that."""
        if self.text:
            self._take_filter(self.text)
        else:
            self.count = self.browsing.count()
            self.cards = self.browsing.first(max(1, self.app.size.height - AROUND))
            self.draw()
            self.set_timer(SOON, self.search)
        self.set_timer(SOON, self.begin_watching)

    async def on_resize(self, event: events.Resize) -> None:
        """Give the card under the cursor more room in a high window."""
        self.set_class(event.size.height >= HIGH, "-high")

    # Searching: one search at a time, and after it at once the newest wanted; what came meanwhile is never shown.

    def on_input_changed(self, changed: "Input.Changed") -> None:
        """Look for what is typed."""
        if changed.value != self.text:
            self._take_filter(changed.value)

    def _take_filter(self, text: str) -> None:
        """Look for what a filter says; where it cannot be read, say why and leave the list as it is."""
        from quizzer.core.filtering import Mistake, parse_filter

        self.text, terms = text, parse_filter(text, typing=True)
        self.mistake = terms if isinstance(terms, Mistake) else None
        if not isinstance(terms, Mistake):
            self.terms = terms
            self.search(afresh=True)
        self._draw_top()

    def search(self, afresh: bool = False) -> None:
        """Look for the cards that are wanted now; `afresh` puts the cursor on the first of them."""
        self._serial += 1
        self._afresh = afresh
        if afresh:
            self.query_one(Listing).cursor = 0
        if self._looking is None:
            self._start()
        else:
            self._looking.stop()

    def _start(self) -> None:
        search, serial = self.browsing.search(self.terms, self.order, self.turned), self._serial
        self._looking = search
        if search.needs_no_thread:
            self._run(search, serial, afresh=False)
        else:
            self.run_worker(partial(self._run, search, serial, self._afresh), thread=True)
            self.set_timer(PATIENCE, partial(self._tell_of, search))

    def _run(self, search: "Search", serial: int, afresh: bool) -> None:
        """Find cards; the first of them are shown at once, unless the cursor stands among others already."""
        try:
            found = search.run((lambda first: self._post(serial, first, whole=False)) if afresh else None)
        except QuizzerError as refused:
            self.post_message(self.Refused(serial, str(refused)))
        else:
            self._post(serial, found, whole=True)

    def _post(self, serial: int, cards: list[str], whole: bool) -> None:
        self.post_message(self.Found(serial, cards, whole))

    def _tell_of(self, search: "Search") -> None:
        """Say that a search goes on, if it does."""
        if self._looking is search and self.is_attached:
            self._late = True
            self._draw_title()

    @on(Found)
    def take(self, found: Found) -> None:
        """Show what was found, unless something else is wanted by now."""
        if found.whole:
            self._looking, self._late = None, False
        if self._refused:
            self._refused = False
            self.query_one(Hints).notify_of(NOTHING)
        if found.serial == self._serial:
            self._stay_on_card(found.cards)
            self.cards, self.count = found.cards, len(found.cards) if found.whole else None
            self.draw()
        elif found.whole:
            self._start()

    @on(Refused)
    def tell_refusal(self, refused: Refused) -> None:
        """Say why nothing was found, and leave the list as it is, unless something else is wanted by now."""
        self._looking, self._late = None, False
        if refused.serial != self._serial:
            self._start()
            return
        self.count, self._refused = len(self.cards), True
        self.draw()
        self.say(f"! {refused.sentence}", ".wrong")

    def _stay_on_card(self, cards: Sequence[str]) -> None:
        """Have the cursor go with its card to where that is among others now; without it, stay on its line."""
        listing = self.query_one(Listing)
        at, same = listing.cursor, self.cards[listing.cursor : listing.cursor + 1]
        if not self._afresh and same and cards[at : at + 1] != same:
            listing.cursor = next((now for now, card in enumerate(cards) if card == same[0]), at)

    # Drawing

    def draw(self) -> None:
        """Draw everything; what was read of cards is read again."""
        self._read.clear()
        self._unlisted = len(self.marked.keys() - set(self.cards)) if self.marked and self.count is not None else 0
        if self.count is not None:
            self._draw_title()
        self._draw_top()
        listing = self.query_one(Listing)
        listing.show(max(len(self.cards), self.count or 0), self._draw_card, listing.cursor)
        self.draw_whole()

    def _draw_title(self) -> None:
        order = f"{self.order}{', last first' if self.turned else ''}"
        many = "searching …" if self.count is None or self._late else counted_cards(self.count)
        self.query_one("#title", Bar).show(line(("Browse", ".title")), line((f"{many} · {order}", ".muted")))

    def _draw_top(self) -> None:
        """Draw the filter where there is no field for it yet, what is to be said of it or of the marks, the head."""

        def draw(width: int) -> list[Row]:
            field = [] if self.has_class("-seeking") else [Row(filter_line(self.text), FILTER)]
            return [*field, Row(Content(" ") + self._said(max(8, width - 2))), Row(head(width))]

        self.query_one("#top", Pane).show(draw)

    def _said(self, width: int) -> Content:
        if self.mistake is not None:
            return mistake_line(*self.mistake, width)
        if self.marked:
            unlisted = f", {self._unlisted:,} not in this list" if self._unlisted else ""
            marks = f"{len(self.marked):,} marked{unlisted}: keys act on {'it' if len(self.marked) == 1 else 'them'}"
            return line("  ", (marks, ".accent"))
        return NOTHING if self.terms else line("  ", (SYNTAX, ".muted"))

    def draw_marks(self) -> None:
        """Draw what the marks change."""
        self._draw_top()
        self.query_one(Listing).refresh()

    def _draw_card(self, at: int, width: int, here: bool) -> Content:
        if at >= len(self.cards):
            return NOTHING  # it is being looked for
        row = self.row(at)
        now, today = self.collection.moment(), self.browsing.day()
        return browse_line(row, self.cards[at] in self.marked, width, here, now, today)

    def row(self, at: int) -> "Browsed | None":
        """What is known of the card at an index; those around it are read with it."""
        if not 0 <= at < len(self.cards):
            return None
        if self.cards[at] not in self._read:
            some = self.cards[max(0, at - AHEAD // 2) : at + AHEAD // 2]
            self._read |= dict.fromkeys(some)
            self._read |= {row.report.id: row for row in self.browsing.rows(some)}
        return self._read[self.cards[at]]

    @on(Listing.Moved)
    def draw_whole(self) -> None:
        """Draw the card under the cursor in full, or what to do where there is none."""
        row = self.row(self.query_one(Listing).cursor)
        now, today = self.collection.moment(), self.browsing.day()
        nothing = [self._nothing()] if row is None and self.count == 0 else None

        def draw(width: int) -> list[Row]:
            return [Row(one) for one in nothing or whole_card(row, width, now, today, not self.has_class("-high"))]

        self.query_one("#whole", Pane).show(draw)

    def _nothing(self) -> Content:
        if self.terms:
            return line(
                "   No card is like that.   ", ("/", ".key"), " other words   ", ("?", ".key"), " what can be asked"
            )
        return line(
            "   There are no cards yet.   ", ("Esc", ".key"), " then ", ("a", ".key"), " makes some from a document"
        )

    # Moving

    async def action_seek(self) -> None:
        """Go into the field, which is made when it is first wanted."""
        from quizzer.tui.widgets.entry import Entry

        if not self.query(Entry):
            await self.query_one("#column").mount(Entry(), before="#top")
            self.add_class("-seeking")
            self.query_one(Entry).field.value = self.text
            self._draw_top()
        self.query_one(Entry).enter()

    @on(Pane.Clicked)
    async def seek_there(self, clicked: Pane.Clicked) -> None:
        """Go into the field by a click on where it will be."""
        if clicked.target == FILTER:
            await self.action_seek()

    def on_entry_submitted(self, submitted: "Entry.Submitted") -> None:
        """Leave the field for the list."""
        self.set_focus(None)

    def action_leave(self) -> None:
        """Leave the field, then the screen."""
        if self.focused is not None:
            self.set_focus(None)
        else:
            self.post_message(self.Left())

    def action_sort(self, way: int) -> None:
        """Another order."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + way) % len(orders)]
        self.search(afresh=True)

    def action_turn(self) -> None:
        """The order turned round."""
        self.turned = not self.turned
        self.search(afresh=True)
