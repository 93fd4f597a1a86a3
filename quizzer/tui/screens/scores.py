"""Scores: what you know, what you would score, what came of it until now, and what to do next."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from quizzer.collection.collection import Collection
from quizzer.collection.scores import Wanted
from quizzer.core.stats.expectation import Expectation
from quizzer.core.stats.meaning import MEANINGS
from quizzer.core.stats.period import Period
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.overview_rows import figures, overview_rows

PERIODS = tuple(Period)
HINTS = (("scores.up", "↓ a number"), ("scores.explain", ""), ("scores.deck", ""), ("scores.period", ""),
         ("scores.leave", ""), ("scores.help", ""))  # fmt: skip


class ScoresScreen(QuizzerScreen):
    """The scores of one deck or all, of a period; the cursor is on a figure."""

    CSS_PATH = "scores.tcss"
    BINDINGS = bindings(Where.SCORES)
    WHERE = Where.SCORES

    def __init__(self, collection: Collection, deck: str = "") -> None:
        super().__init__()
        self.scores = collection.scores()
        self.wanted = Wanted(deck)
        self.overview = self.scores.overview(self.wanted)
        self.expected: Expectation | None = None
        self.cursor = 0

    def compose(self) -> ComposeResult:
        """Title with tabs, what is told of, the tab, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Bar(id="wanted")
            yield Pane(id="sheet")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw; expected scores are filled in after the first frame."""
        self.query_one("#title", Bar).show(line(("Scores", ".title")))
        self._draw()
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.expected = self.scores.expected(self.wanted)
        self._draw(keep=True)

    def _draw(self, keep: bool = False) -> None:
        self.query_one("#wanted", Bar).show(
            line(" ", (one_line(self.overview.title), ".title"), (f" · {self.wanted.period}", ".muted")),
            line(("d", ".key"), (" deck   ", ".muted"), ("p", ".key"), (" period ", ".muted")),
        )
        found, cursor = figures(self.overview, self.expected), self.cursor
        self._keys = [*(figure.key for figure in found), "weeks", "forecast"]
        self.query_one(Pane).show(lambda width: overview_rows(self.overview, found, cursor, width), keep)
        self.query_one(Hints).show(HINTS)

    def _look(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.overview = self.scores.overview(wanted)
        self.expected = None
        self._draw()
        self.call_after_refresh(self._fill)

    # What the person does

    def action_move(self, lines: int) -> None:
        """Put the cursor on another figure."""
        self.cursor = max(0, min(self.cursor + lines, len(self._keys) - 1))
        self._draw(keep=True)
        self.query_one(Pane).bring_target(self._keys[self.cursor])

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.query_one(Pane).page(pages)

    def action_ends(self, way: int) -> None:
        """Put the cursor on the first figure, or on the last one."""
        self.action_move(way * len(self._keys))

    @on(Pane.Clicked)
    def explain_clicked(self, clicked: Pane.Clicked) -> None:
        """Put the cursor on what was clicked, and explain it."""
        self.cursor = self._keys.index(clicked.target)
        self._draw(keep=True)
        self.action_explain()

    def action_explain(self) -> None:
        """Say what the figure under the cursor means, with its formula."""
        self.say(MEANINGS[self._keys[self.cursor]])

    def action_deck(self, way: int) -> None:
        """Tell of the next deck, or of all."""
        decks = ["", *sorted(self.scores.decks, key=lambda deck: self.scores.decks[deck].casefold())]
        self._look(self.wanted._replace(deck=decks[(decks.index(self.wanted.deck) + way) % len(decks)]))

    def action_period(self) -> None:
        """Tell of the next period."""
        self._look(self.wanted._replace(period=PERIODS[(PERIODS.index(self.wanted.period) + 1) % len(PERIODS)]))
