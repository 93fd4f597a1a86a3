"""Options: what scheduling uses, of all decks or of one, and the settings of this machine."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from quizzer.collection.tuning import Tunable, Tuning
from quizzer.core.text import one_line
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen, Result
from quizzer.tui.themes import theme_names
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.entry import Entry
from quizzer.tui.widgets.lines import Listing, Pane
from quizzer.tui.widgets.option_rows import about_rows, beside, option_line

HINTS = ("options.left@←→", "options.type", "options.away", "options.deck", "options.undo", "options.leave")
SOON = "from the next start on"
AT_NEXT_START = ("decks", "plain", "keys", "keyboard")


class OptionsScreen(QuizzerScreen):
    """A list of options, one under the cursor, with what it does and changes."""

    CSS_PATH = "options.tcss"
    BINDINGS = bindings(Where.OPTIONS)
    WHERE = Where.OPTIONS

    class Themed(Message):
        """Other colours were chosen; empty for the usual ones."""

        def __init__(self, theme: str) -> None:
            super().__init__()
            self.theme = theme

    def __init__(self, tuning: Tuning, titles: dict[str, str]) -> None:
        super().__init__()
        self.tuning = tuning
        self.titles = titles
        """Of each deck, by its id."""
        self._rows: list[Tunable] = tuning.rows

    def compose(self) -> ComposeResult:
        """Title, options, what the one under the cursor does, a field, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Listing(id="options")
            yield Pane(id="about", classes="ruled")
            yield Entry()
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        self._close()
        self._draw()

    def _draw(self, notice: str = "") -> None:
        self._rows = rows = self.tuning.rows
        deck = one_line(self.titles.get(self.tuning.deck, self.tuning.deck)) if self.tuning.deck else "all decks"
        self.query_one(Bar).show(line(("Options", ".title")), line((deck, ".muted")))
        listing = self.query_one(Listing)
        listing.show(len(rows), lambda at, width, here: option_line(rows[at], width, here), listing.cursor)
        self._tell()
        if notice:
            self.say(notice)

    @on(Listing.Moved)
    def _tell(self) -> None:
        """Say what the option under the cursor does and changes."""
        row = self._row
        effect = self.tuning.effect(row.key)
        self.query_one("#about", Pane).show(lambda width: about_rows(row, effect, width))
        self.query_one(Hints).show([(key, "") for key in HINTS] + [("options.help", "")])

    @property
    def _row(self) -> Tunable:
        return self._rows[self.query_one(Listing).cursor]

    # What the person does

    def action_change(self, way: int) -> None:
        """Take the value before or after."""
        value = beside(self._row, way, theme_names() if self._row.key == "theme" else ())
        if value is None:
            self.action_type()
        else:
            self._set(self._row.key, value)

    @on(Listing.Opened)
    def action_type(self) -> None:
        """Type a value."""
        entry = self.query_one(Entry)
        entry.open()
        entry.field.value = self._row.value
        entry.field.cursor_position = len(self._row.value)
        self.query_one(Hints).show([("options.type", "set it"), ("options.leave", "leave it as it is")])

    @on(Entry.Submitted)
    def take(self, entry: Entry.Submitted) -> None:
        """Set what was typed; where it cannot be, the sentence says what can, and the field stays open."""
        if self._set(self._row.key, entry.text.strip()):
            self._close()

    def action_away(self) -> None:
        """Take the setting away."""
        row = self._row
        if not row.set_here:
            self.say(f"{row.key.replace('_', ' ')} is not set here.")
            return
        self._set(row.key, "")

    def action_deck(self, way: int) -> None:
        """Turn to another deck, or to all."""
        decks = ["", *self.titles]
        at = decks.index(self.tuning.deck) if self.tuning.deck in decks else 0
        self.tuning.about(decks[(at + way) % len(decks)])
        self._draw()

    def action_undo(self) -> None:
        """Take back the newest change made here."""
        key = self._try(self.tuning.undo)
        if key == "":
            self.say("Nothing was changed here.")
        elif key is not None:
            self._done(key, f"Taken back: {key.replace('_', ' ')}")

    def action_leave(self) -> None:
        """Leave the field, then the screen."""
        if self.focused is not None:
            self._close()
            self._tell()
        else:
            self.app.pop_screen()

    def _close(self) -> None:
        entry = self.query_one(Entry)
        entry.close()
        entry.display = False

    def _set(self, key: str, value: str) -> bool:
        """Whether it could be set."""
        if not self._try(lambda: self.tuning.set(key, value)):
            return False
        when = SOON if key in AT_NEXT_START else "from now on"
        self._done(key, f"{key.replace('_', ' ')}: {when}. Saved; u takes it back.")
        return True

    def _done(self, key: str, notice: str) -> None:
        self._draw(notice)
        if key == "theme":
            self.post_message(self.Themed(next(row.value for row in self._rows if row.key == "theme")))

    def _try(self, act: Callable[[], Result]) -> Result | None:
        try:
            return self.attempt(act)
        except ProgressMoved as moved:
            self._draw(str(moved))
            return None
