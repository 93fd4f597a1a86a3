"""Look: cards that want a look, one a line, the one under the cursor in full."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quizzer.collection.collection import Collection
from quizzer.collection.looking import Looked, Why
from quizzer.core.text import clean, one_line, shorten
from quizzer.core.text import width as cells
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Listing, Pane, Row


class LookScreen(QuizzerScreen):
    """The cards that are flagged or forgotten again and again, or drafts."""

    CSS_PATH = "look.tcss"
    BINDINGS = bindings(Where.LOOK)
    WHERE = Where.LOOK

    def __init__(self, collection: Collection, why: Why) -> None:
        super().__init__()
        self.collection = collection
        self.looking = collection.looking()
        self.why = why
        self.cards: Sequence[Looked] = ()

    def compose(self) -> ComposeResult:
        """Title, list, the card under the cursor, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Listing(id="list")
            yield Pane(id="whole", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        keys = ["look.leave", "look.help", "look.edit", "look.info"]
        keys += ["look.unflag"] if self.why is Why.FLAGGED else []
        keys += ["look.suspend"] if self.why is not Why.DRAFT else ["look.author"]
        self.query_one(Hints).show([(key, "") for key in keys])
        self._draw()

    def _draw(self) -> None:
        self.cards = cards = self.looking.cards(self.why)
        counted = f"{len(cards)} card{'s' * (len(cards) != 1)}"
        self.query_one("#title", Bar).show(line((self.why, ".title")), line((counted, ".muted")))
        listing = self.query_one(Listing)
        listing.show(len(cards), lambda at, width, here: look_line(cards[at], width, here), listing.cursor)
        self._draw_whole()

    @on(Listing.Moved)
    def _draw_whole(self) -> None:
        card = self._under_cursor()
        self.query_one("#whole", Pane).show(lambda width: whole_look(card, width))

    def on_screen_resume(self) -> None:
        """Look again, since a draft may have been decided on."""
        self._draw()

    @on(Listing.Opened)
    async def action_author(self) -> None:
        """Open the deck of the draft under the cursor."""
        card = self._under_cursor()
        if card is not None and card.path:
            from quizzer.tui.screens.writing import write

            await write(self.app, self.collection, card.path)

    def _under_cursor(self) -> Looked | None:
        return self.cards[self.query_one(Listing).cursor] if self.cards else None

    def action_unflag(self) -> None:
        """Take the flag away from the card under the cursor."""
        if self.why is Why.FLAGGED:
            self._do(self.looking.take_flag, "The flag is gone")

    def action_suspend(self) -> None:
        """Hide the card under the cursor until it is resumed."""
        if self.why is not Why.DRAFT:
            self._do(self.looking.suspend, "Suspended")

    def action_info(self) -> None:
        """Tell what is known of the card under the cursor."""
        from quizzer.tui.screens.card_info import show_info

        card = self._under_cursor()
        if card is not None:
            show_info(self, card.card)

    async def action_edit(self) -> None:
        """Edit the note under the cursor."""
        from quizzer.tui.screens.card_editing import edit_card

        card = self._under_cursor()
        if card is not None:
            await edit_card(self, self.looking.card(card.card), self._edited)

    async def _edited(self, wrong: str) -> None:
        self._draw()
        if wrong:
            self.say(f"! {wrong}", ".nearly")

    def _do(self, act: Callable[[str], None], said: str) -> None:
        card = self._under_cursor()
        if card is None:
            return
        try:
            done = self.managed(lambda: act(card.card))
        except ProgressMoved as moved:
            self.say(f"! {moved}", ".nearly")
            return
        if done:
            self._draw()
            self.say(f"{said}; u at home takes that back.")


def look_line(card: Looked, width: int, here: bool) -> Content:
    """One card on one line: its deck and what it asks."""
    deck = shorten(one_line(card.deck), max(6, width // 4))
    deck += " " * (max(6, width // 4) - cells(deck))
    question = shorten(one_line(card.question), max(4, width - cells(deck) - 6))
    content = line((" ▸ ", ".accent") if here else "   ", (deck, ".muted"), "  ", question)
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content


def whole_look(card: Looked | None, width: int) -> list[Row]:
    """A card in full: what it asks, its answer, and why it wants a look."""
    if card is None:
        return [Row(line("   ", ("✓ ", ".right"), "Nothing to look at any more."))]
    lines: list[Content] = []
    for text, style in ((card.question, ".title"), (card.solution, ""), (card.why, ".nearly")):
        for one in clean(text).split("\n") if text else ():
            lines += indented(line((one, style)), max(8, width - 3), "   ", "   ")
    return [Row(content) for content in lines]
