"""Help: the keys of the screen it was called from, out of the one table, and the words that need explaining."""

from textual.content import Content

from quizzer.tui.keys import Where, bindings, keys_of, shown
from quizzer.tui.screens.reading import BLANK, ReadingScreen
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row, rows_of

KEYS_WIDE = 18
WORDS = {
    Where.HOME: (
        ("new", "cards you have not seen yet; 20 a day unless you choose otherwise"),
        ("learning", "cards seen lately that come back within minutes"),
        ("due", "cards whose day has come; “200 of 896” means that the rest waits, and nothing is lost"),
        ("day", "starts at 04:00, so that a late evening counts as the same day"),
        ("decks", "are text files that you write in any editor; studying never changes them"),
    ),
    Where.STUDY: (
        ("1 Again", "forgotten: the card comes back soon"),
        ("2 Hard", "remembered, with effort"),
        ("3 Good", "remembered as it should be"),
        ("4 Easy", "remembered at once"),
        ("waits", "stand under each rating: when the card comes back"),
        ("4 of 10", "cards done for today (▓ in the bar); ▒ are cards seen that come again"),
        ("bury", "hides a card until tomorrow, suspend until you resume it; u takes either back"),
        ("saved", "each answer is on disk before the next card is drawn"),
    ),
    Where.SCORES: (
        ("expected", "what you would score if all cards were asked; (87–96) holds four of five such tests"),
        ("remembered", "of cards that came back on a later day, how many you knew at their first showing"),
        ("young, mature", "due again within 21 days, or later"),
        ("stability", "days until you remember a card with 90 %"),
        ("point", "a hundredth of the whole score"),
        ("?", "on any figure says how it is computed"),
    ),
    Where.PROBLEMS: (
        ("error", "the note is left out of study until it is mended"),
        ("warning", "something is not as its author will have meant it; nothing is left out"),
        ("advice", "a way to make the deck better"),
    ),
}


TWO_BUTTONS = (("1 Forgot", "the card comes back soon"), ("2 Remembered", "the card comes back when it is due"))
"""What stands in the place of the four ratings where only two are offered."""


class HelpScreen(ReadingScreen):
    """What keys do, and what words mean."""

    BINDINGS = bindings(Where.HELP)
    WHERE = Where.HELP

    def __init__(self, where: Where, two_buttons: bool = False) -> None:
        super().__init__()
        self.where = where
        words = WORDS.get(where, ())
        self.words = (*TWO_BUTTONS, *words[4:]) if two_buttons and where is Where.STUDY else words

    def heading(self) -> tuple[str, str]:
        """Which screen this is about."""
        return "Help", str(self.where)

    def rows(self, width: int) -> list[Row]:
        """Two tables: keys, then words."""
        keys = [(shown(key), key.help) for key in keys_of(self.where)]
        rows = [BLANK]
        for title, entries in (("Keys", keys), ("Words", self.words)):
            if entries:
                rows += [Row(line("   ", (title, ".accent")))]
                rows += [row for name, text in entries for row in _entry(name, text, width)]
                rows += [BLANK]
        return rows


def _entry(name: str, text: str, width: int) -> list[Row]:
    lead = line("   ", (f"{name:<{KEYS_WIDE - 4}} ", ".key"))
    return rows_of(indented(Content(text), max(12, width - 3), lead, " " * lead.cell_length))
