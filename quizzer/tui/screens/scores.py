"""Scores: what you know, what you would score, what came of it until now, and what to do next."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.collection.scores import Wanted
from quizzer.core.day import date_of
from quizzer.core.stats.period import Period
from quizzer.core.stats.wording import counted, gain_words
from quizzer.core.text import one_line
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.score_sheet import tabs_line
from quizzer.tui.widgets.score_tabs import TABS, OverviewTab, Tab

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.screen import Screen

    from quizzer.collection.next_steps import Step

PERIODS = tuple(Period)
FARTHEST = 3650
"""Days ahead that expected scores are told of."""
FILTERS = (("d", "deck"), ("g", "tag"), ("p", "period"))
HINTS = (
    ("scores.do", ""), ("scores.tab_before", "→ tab"), ("scores.up", "↓ a figure"), ("scores.explain", ""),
    ("scores.leave", ""), ("scores.write", ""), ("scores.help", ""),
)  # fmt: skip


class ScoresScreen(QuizzerScreen):
    """The scores of one deck or all, of a period; the cursor is on a figure."""

    CSS_PATH = "scores.tcss"
    BINDINGS = bindings(Where.SCORES)
    WHERE: ClassVar[Where] = Where.SCORES

    class Study(Message):
        """The person wants to study a deck and a tag; "" is all of them."""

        def __init__(self, scores: "ScoresScreen", deck: str, tag: str) -> None:
            super().__init__()
            self.scores = scores
            self.deck = deck
            self.tag = tag

    class Quiz(Message):
        """The person wants a quiz over a deck and a tag, or one of them."""

        def __init__(self, deck: str, tag: str) -> None:
            super().__init__()
            self.deck = deck
            self.tag = tag

    def __init__(self, collection: Collection, deck: str = "") -> None:
        super().__init__()
        self.scores = collection.scores()
        self.wanted = Wanted(deck)
        self.chosen = 0
        self.tab: Tab = TABS[0](self.scores, self.wanted)
        self.cursor = 0
        self.farewell = ""
        """What to say on the way back from a sitting or a quiz."""
        self._entered = False

    def compose(self) -> ComposeResult:
        """Title with tabs, what is told of, the tab, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Bar(id="wanted")
            yield Pane(id="sheet")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw; what takes long is filled in after the first frame."""
        self._draw()
        self._fill()

    def on_screen_resume(self) -> None:
        """Look again, since a sitting may have changed things; the first time all is fresh."""
        if self._entered:
            self._look(self.wanted, self.chosen)
            if self.farewell:
                self.say(self.farewell)
            self.farewell = ""
        self._entered = True

    def _fill(self) -> None:
        self.call_after_refresh(lambda: self.run_worker(self._count(self.tab), exclusive=True))

    async def _count(self, tab: Tab) -> None:
        said = tab.progress
        for _ in tab.filling():
            if tab.progress != said and self.is_attached:
                said = tab.progress
                self._draw_sheet(keep=True)
            await asyncio.sleep(0)  # keys and frames come between
            if self.tab is not tab:
                return
        if self.is_attached:
            self._draw_sheet(keep=True)  # what is said below stays

    def _draw(self, keep: bool = False) -> None:
        title = line(("Scores   ", ".title"), tabs_line([tab.NAME for tab in TABS], self.chosen))
        self.query_one("#title", Bar).show(title)
        tag = f" · tag {one_line(self.wanted.tag)}" if self.wanted.tag else ""
        self.query_one("#wanted", Bar).show(
            line((one_line(self.scores.title(self.wanted)), ".title"), (f"{tag} · {self.wanted.period}", ".muted")),
            line(*(part for key, word in FILTERS for part in ((key, ".key"), (f" {word}  ", ".muted")))),
        )
        self._draw_sheet(keep)
        self.query_one(Hints).show(HINTS)

    def _draw_sheet(self, keep: bool) -> None:
        self.cursor = max(0, min(self.cursor, len(self.tab.targets) - 1))
        tab, cursor = self.tab, self.cursor
        self.query_one(Pane).show(lambda width: tab.rows(cursor, width), keep)

    def _look(self, wanted: Wanted, chosen: int) -> None:
        self.wanted, self.chosen = wanted, chosen
        self.tab, self.cursor = TABS[chosen](self.scores, wanted), 0
        self._draw()
        self._fill()

    # What the person does

    def action_tab(self, way: int) -> None:
        """Show the next tab, or the one before."""
        self._look(self.wanted, (self.chosen + way) % len(TABS))

    def action_move(self, lines: int) -> None:
        """Put the cursor on another figure."""
        self.cursor += lines
        self._draw(keep=True)
        pane, targets = self.query_one(Pane), self.tab.targets
        if self.cursor == 0:
            pane.ends(-1)
        elif targets:
            pane.bring_target(targets[self.cursor])

    def action_ends(self, way: int) -> None:
        """Put the cursor on the first figure, or on the last one."""
        self.action_move(way * max(1, len(self.tab.targets)))

    @on(Pane.Clicked)
    def explain_clicked(self, clicked: Pane.Clicked) -> None:
        """Put the cursor on what was clicked, and explain it."""
        targets = list(self.tab.targets)
        if clicked.target in targets:
            self.cursor = targets.index(clicked.target)
            self._draw(keep=True)
            self.action_explain()

    def action_explain(self) -> None:
        """Say what the figure under the cursor means, with its formula."""
        self.say(self.tab.meaning(self.cursor))

    def action_open(self) -> None:
        """Go into the deck under the cursor, or do what stands there; explain anything else."""
        deck, step = self.tab.inside(self.cursor), self.tab.step(self.cursor)
        if step is not None:
            self._do(step)
        elif deck:
            self._look(self.wanted._replace(deck=deck), self.chosen)
        else:
            self.action_explain()

    def action_do(self, key: str) -> None:
        """Do what stands at that number."""
        targets = list(self.tab.targets)
        target = f"step {int(key) - 1}" if key.isdigit() else ""
        step = self.tab.step(targets.index(target)) if target in targets else None
        if step is not None:
            self._do(step)

    def _do(self, step: "Step") -> None:
        if step.kind == "reread":
            self._reread(step)
        elif step.kind == "study":
            self.post_message(self.Study(self, step.deck, step.tag))
        elif step.kind == "topic":
            self.post_message(self.Quiz(step.deck, step.tag))
        else:
            from quizzer.collection.score_memory import leeches
            from quizzer.tui.screens.rewriting import RewritingScreen

            self._over(RewritingScreen(leeches(self.scores, self.wanted)))

    def _over(self, screen: "Screen[Any]", after: "Callable[[Any], None] | None" = None) -> None:
        """Show a screen over the scores that changes none of them."""
        self._entered = False
        self.app.push_screen(screen, after)

    def _reread(self, step: "Step") -> None:
        """Show the passages worth reading again, after what each document can bring."""
        from quizzer.collection.rereading import documents_of
        from quizzer.tui.screens.rereading import RereadingScreen

        passages = [
            (one.passage, f"{gain_words(one.points, True)} over {counted(one.cards, 'card')}") for one in step.rereads
        ]
        documents = [
            f"{one.title}: {counted(one.passages, 'passage')}, {gain_words(one.points, True)}"
            for one in documents_of(step.rereads)
        ]
        self._over(RereadingScreen(passages, documents))

    def action_deck(self, way: int) -> None:
        """Tell of the next deck, or of all."""
        titles = self.scores.decks
        decks = ["", *sorted(titles, key=lambda deck: titles[deck].casefold())]
        deck = decks[(decks.index(self.wanted.deck) + way) % len(decks)]
        wanted = self.wanted._replace(deck=deck)
        self._look(wanted if wanted.tag in self.scores.tags(deck) else wanted._replace(tag=""), self.chosen)

    def action_tag(self, way: int) -> None:
        """Tell of cards with the next tag only, or of all."""
        tags = ["", *self.scores.tags(self.wanted.deck)]
        if len(tags) == 1:
            self.say("No card here bears a tag.")
            return
        tag = tags[(tags.index(self.wanted.tag) + way) % len(tags)]
        self._look(self.wanted._replace(tag=tag), self.chosen)

    def action_later(self, days: int) -> None:
        """Tell what to expect some days later; the other figures stay."""
        today = self.scores.day
        on = max(today + 1, min(today + FARTHEST, self.scores.coming_day(self.wanted) + days))
        self.wanted = self.wanted._replace(on=on)
        if isinstance(self.tab, OverviewTab) and "expected_on" in self.tab.targets:
            self.tab.look_on(on)
            self.cursor = list(self.tab.targets).index("expected_on")
            self._draw(keep=True)
            self._fill()
        else:
            self._look(self.wanted, 0)

    def action_period(self) -> None:
        """Tell of the next period."""
        period = PERIODS[(PERIODS.index(self.wanted.period) + 1) % len(PERIODS)]
        self._look(self.wanted._replace(period=period), self.chosen)

    def action_write(self) -> None:
        """Write what is told of, after asking as what."""
        from pathlib import Path

        from quizzer.tui.screens.score_writing import ScoreWritingScreen

        self._over(ScoreWritingScreen(str(Path.cwd())), self._write)

    def _write(self, ending: str | None) -> None:
        from quizzer.collection.score_csv import write_csv
        from quizzer.collection.score_page import write_page

        if not ending:
            return
        name = f"quizzer-scores-{date_of(self.scores.day).isoformat()}.{ending}"
        write = write_page if ending == "html" else write_csv
        written = self.attempt(lambda: write(self.scores, self.wanted, name))
        if written is not None:
            self.say(f"Written: {written}")
