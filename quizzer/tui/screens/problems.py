"""Problems: what is wrong in deck files, one a line, the one under the cursor in full."""

import os
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quizzer.collection.collection import Collection
from quizzer.core.problem import Problem, Severity
from quizzer.core.text import ELLIPSIS, clean, one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Listing, Pane, Row

SIGNS = {
    Severity.ERROR: ("✗ error  ", ".wrong"),
    Severity.WARNING: ("! warning", ".nearly"),
    Severity.ADVICE: ("· advice ", ".muted"),
}


class ProblemsScreen(QuizzerScreen):
    """The problems, worst first as they stand in their files."""

    CSS_PATH = "problems.tcss"
    BINDINGS = bindings(Where.PROBLEMS)
    WHERE = Where.PROBLEMS

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.problems: Sequence[Problem] = ()

    def compose(self) -> ComposeResult:
        """Title, list, the one under the cursor, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Listing(id="list")
            yield Pane(id="whole", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(Hints).show((("problems.leave", ""), ("problems.again", ""), ("problems.help", "")))
        self._draw()

    def _draw(self) -> None:
        self.problems = sorted(self.collection.problems(), key=_rank)
        problems = self.problems
        counted = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
        self.query_one("#title", Bar).show(line(("Problems in deck files", ".title")), line((counted, ".muted")))
        listing = self.query_one(Listing)
        places = places_of(problems)
        room = max(map(cells, places), default=0)
        listing.show(
            len(problems),
            lambda at, width, here: problem_line(problems[at], places[at], min(room, max(8, width // 3)), width, here),
            listing.cursor,
        )
        self._draw_whole()

    @on(Listing.Moved)
    def _draw_whole(self) -> None:
        listing = self.query_one(Listing)
        problem = self.problems[listing.cursor] if self.problems else None
        self.query_one("#whole", Pane).show(lambda width: whole_problem(problem, width))

    def action_again(self) -> None:
        """Read the decks again."""
        if self.attempt(self.collection.refresh) is not None:
            self._draw()


def _rank(problem: Problem) -> tuple[int, str, int, int]:
    return list(SIGNS).index(problem.severity), problem.path, problem.line, problem.column


def places_of(problems: Sequence[Problem]) -> list[str]:
    """File and line of each, from the folder on in which all the files are."""
    folders = {os.path.dirname(problem.path) for problem in problems}  # noqa: PTH120
    try:
        shared = os.path.commonpath(folders) if folders else ""
    except ValueError:  # on two drives
        shared = ""
    return [
        f"{one_line(problem.path[len(shared) :].lstrip(os.sep) if shared else problem.path)}:{problem.line}"
        for problem in problems
    ]


def problem_line(problem: Problem, place: str, room: int, width: int, here: bool) -> Content:
    """One problem on one line: how bad, where (in so many cells, its end first), what."""
    sign, style = SIGNS[problem.severity]
    while cells(place) > room:
        place = ELLIPSIS + place.lstrip(ELLIPSIS)[1:]
    where = place + " " * (room - cells(place))
    room = max(4, width - cells(where) - len(sign) - 8)
    content = line(
        (" ▸ ", ".accent") if here else "   ",
        (sign, style),
        "  ",
        (where, ".muted"),
        "  ",
        shorten(one_line(problem.message), room),
    )
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content


def whole_problem(problem: Problem | None, width: int) -> list[Row]:
    """A problem in full: place, sentence, the line it is on with a caret, what to write instead."""
    if problem is None:
        return [Row(line("   ", ("✓ ", ".right"), "All decks are in good order."))]
    room = max(8, width - 3)
    where = f"{one_line(problem.path)}:{problem.line}:{problem.column}"
    lines = indented(line((where, ".muted")), room, "   ", "   ")
    lines += indented(
        line((one_line(problem.message), ".title"), ("  " + one_line(problem.code), ".muted")), room, "   ", "   "
    )
    if problem.source:
        lines += _source(problem, room - 5)
    if problem.hint:
        for at, text in enumerate(clean(problem.hint).split("\n")):
            lead = line(("   → ", ".right")) if at == 0 else "     "
            lines += indented(Content(text).expand_tabs(4), room, lead, "     ")
    return [Row(content) for content in lines]


def _source(problem: Problem, width: int) -> list[Content]:
    source = clean(problem.source).replace("\t", " ").replace("\n", " ")
    before = source[: problem.column - 1]
    start = max(0, len(before) - width + 12)
    caret = cells(before[start:])
    return [
        line(("   │ ", ".rule"), shorten(source[start:], width)),
        line(("   │ ", ".rule"), " " * caret, ("^", ".nearly")),
    ]
