"""Quiz set-up: what is asked, how long, and whether it counts; begins on Enter with the last settings."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from quizzer.collection.collection import Collection
from quizzer.collection.quizzes import MARKED, Plan, Quizzes
from quizzer.collection.quizzing import Quizzing
from quizzer.core.answers import clock_words
from quizzer.core.cards import Kind
from quizzer.core.day import local
from quizzer.core.quiz import Quiz
from quizzer.core.selection import LONGEST, MOST, Pick, Setup
from quizzer.core.text import one_line, shorten
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.bar import Bar, Hints
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Listing, Pane, Row, rows_of

NUMBERS = (5, 10, 15, 20, 30, 40, 50, 100)
MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
NAME = 12
TYPED = ("number", "time", "seed")


class Line(NamedTuple):
    """A setting as it is shown."""

    key: str
    name: str
    value: str
    more: str = ""


class QuizSetupScreen(QuizzerScreen):
    """A set-up that a person changes; the cursor is on one setting."""

    CSS_PATH = "quiz_setup.tcss"
    BINDINGS = bindings(Where.QUIZ_SETUP)
    WHERE = Where.QUIZ_SETUP

    class Begun(Message):
        """A quiz has begun, or goes on."""

        def __init__(self, quizzing: Quizzing) -> None:
            super().__init__()
            self.quizzing = quizzing

    def __init__(self, collection: Collection, quizzes: Quizzes, setup: Setup) -> None:
        super().__init__()
        self.quizzes = quizzes
        self.setup = setup
        self.titles = {row.id: row.title for row in collection.overview().decks}
        self._left: Quiz | None = quizzes.left_open()
        self._plan: Plan = quizzes.plan(setup)

    def compose(self) -> ComposeResult:
        """Title, settings, what they ask, keys."""
        with Vertical(id="column"):
            yield Bar(id="title")
            yield Pane(id="left")
            yield Listing(id="settings")
            yield Pane(id="plan", classes="ruled")
            yield Hints(classes="ruled")

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(Bar).show(line(("Quiz", ".title")), line(("no feedback until the end", ".muted")))
        self._draw()

    def _draw(self, notice: str = "") -> None:
        quiz, lines = self._left, self._lines()
        pane = self.query_one("#left", Pane)
        pane.display = quiz is not None
        if quiz is not None:
            words = self._left_words(quiz)
            pane.show(lambda width: rows_of([Content(""), *indented(Content(words), width - 2, "   ", "   ")]))
        listing = self.query_one(Listing)
        listing.display = quiz is None
        listing.show(len(lines), lambda at, width, here: setting_line(lines[at], width, here), listing.cursor)
        self.query_one("#plan", Pane).display = quiz is None
        self.query_one("#plan", Pane).show(self._plan_rows)
        if quiz is not None:
            hints = [("quiz_setup.begin", "go on with it"), ("quiz_setup.discard", "throw it away")]
        else:
            hints = [("quiz_setup.begin", ""), ("quiz_setup.up", "↓ setting"), ("quiz_setup.left", "→ change")]
        self.query_one(Hints).show([*hints, ("quiz_setup.leave", ""), ("quiz_setup.help", "")])
        if notice:
            self.say(notice)

    def _left_words(self, quiz: Quiz) -> str:
        quizzing = self.quizzes.resume(quiz)
        when, total = local(quiz.at, quiz.offset), len(quizzing.quiz.questions)
        left = quiz.left_ms(quiz.clock_ms)
        time = "" if left is None else f" {clock_words(left)} minutes are left."
        return (
            f"A quiz was left half-way: {one_line(quizzing.title)}, begun {when:%a} {when.day} {when:%b %H:%M}, "
            f"{total - len(quizzing.quiz.unanswered)} of {total} answered.{time} "
            "Enter goes on with it; d throws it away."
        )

    def _lines(self) -> list[Line]:
        setup, plan = self.setup, self._plan
        decks = ", ".join(one_line(self.titles.get(deck, deck)) for deck in setup.decks)
        minutes = f"{setup.seconds // 60} min" if setup.seconds % 60 == 0 else f"{setup.seconds} s"
        return [
            Line("decks", "Decks", decks or "all", "Space: tick several" if len(self.titles) > 2 else ""),
            Line("tag", "Tag", one_line(setup.tag) or "any"),
            Line("kinds", "Kinds", ", ".join(setup.kinds) or "all", "Space: tick several"),
            Line("number", "Questions", str(setup.number), "or type a number"),
            Line("time", "Time", minutes if setup.seconds else "as long as it takes", "or type minutes"),
            Line(
                "pick",
                "Which",
                "the weakest first" if setup.pick is Pick.WEAK else "as many of each topic",
                "cards never seen come last" if setup.pick is Pick.WEAK else "",
            ),
            Line(
                "by_hand",
                "Unmarkable",
                "mark them yourself at the end" if setup.by_hand else "leave them out",
                f"{plan.by_hand} that no machine can mark",
            ),
            Line("counts", "Answers", "count as reviews" if setup.counts else "do not count: for practice"),
            Line("seed", "Seed", one_line(setup.seed) or "another each time", "or type one, to ask the same again"),
        ]

    def _plan_rows(self, width: int) -> list[Row]:
        plan = self._plan
        if plan.why_not:
            return rows_of(indented(Content(plan.why_not), width - 2, line((" ! ", ".nearly")), "   "))
        questions = "1 question" if plan.asked == 1 else f"{plan.asked} questions"
        fewer = f", not {self.setup.number}: there are no more" if plan.asked < self.setup.number else ""
        markable = f"{plan.marked} cards a machine can mark, {plan.by_hand} it cannot"
        return rows_of(
            [
                *indented(line((questions, ".title"), fewer, "."), width - 2, " ", " "),
                *indented(line((markable, ".muted")), width - 2, " ", " "),
            ]
        )

    # What the person does

    def action_begin(self) -> None:
        """Begin, or go on."""
        left = self._left
        if left is None and self._plan.why_not:
            self.say(self._plan.why_not, ".nearly")
            return
        try:
            quizzing = self.attempt(
                lambda: self.quizzes.start(self.setup) if left is None else self.quizzes.resume(left)
            )
        except ProgressMoved:
            self._draw("Something was recorded meanwhile in another quizzer: press Enter again.")
            return
        if quizzing is not None:
            self.post_message(self.Begun(quizzing))

    def action_discard(self) -> None:
        """Throw away the quiz that was left."""
        left = self._left
        if left is None:
            return
        try:
            done = self.managed(lambda: self.quizzes.discard(left))
        except ProgressMoved as moved:
            self.say(str(moved), ".nearly")
            return
        if done:
            self._left = self.quizzes.left_open()
            self._draw("It is thrown away; u at home takes that back.")

    def action_change(self, way: int) -> None:
        """Take the value before or after."""
        if self._left is not None:
            return
        self._set(changed(self.setup, self._key(), way, tuple(self.titles), self.quizzes.tags(self.setup.decks)))

    @on(Listing.Opened)
    def take_next(self) -> None:
        """Take the value after, with the mouse."""
        self.action_change(1)

    def action_several(self) -> None:
        """Have several decks or kinds ticked; of another setting, take the value after."""
        key, setup = self._key(), self.setup
        if self._left is not None or key not in ("decks", "kinds"):
            self.action_change(1)
            return
        from quizzer.tui.screens.ticks import TicksScreen

        if key == "decks":
            names = list(self.titles.items())
            screen = TicksScreen("Decks", names, setup.decks, lambda some: self._set(with_decks(self.setup, some)))
        else:
            kinds = [(kind, kind) for kind in kinds_of(setup)]
            screen = TicksScreen("Kinds", kinds, setup.kinds, lambda some: self._set(with_kinds(self.setup, some)))
        self.app.push_screen(screen)

    def action_digit(self, key: str) -> None:
        """Type a digit into a number."""
        if self._left is None and self._key() in TYPED:
            self._set(typed(self.setup, self._key(), key))

    def action_rub(self) -> None:
        """Rub out the last digit of a number."""
        if self._left is None and self._key() in TYPED:
            self._set(rubbed(self.setup, self._key()))

    def _key(self) -> str:
        return self._lines()[self.query_one(Listing).cursor].key

    def _set(self, setup: Setup) -> None:
        self.setup = setup
        self._plan = self.quizzes.plan(setup)
        self._draw()

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        self.query_one(Listing).move(lines)

    def action_page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.query_one(Listing).page(pages)

    def action_ends(self, way: int) -> None:
        """Move the cursor to an end."""
        self.query_one(Listing).ends(way)


def changed(setup: Setup, key: str, way: int, decks: Sequence[str], tags: Sequence[str]) -> Setup:
    """The set-up with the value of a setting that is before or after the present one."""
    match key:
        case "decks":
            (deck,) = (_beside(("", *decks), setup.decks[0] if len(setup.decks) == 1 else "", way),)
            return with_decks(setup, [deck] if deck else [])
        case "tag":
            return setup._replace(tag=_beside(("", *tags), setup.tag, way))
        case "kinds":
            kind = _beside(("", *kinds_of(setup)), setup.kinds[0] if len(setup.kinds) == 1 else "", way)
            return with_kinds(setup, [kind] if kind else [])
        case "number":
            return setup._replace(number=_next(NUMBERS, setup.number, way))
        case "time":
            return setup._replace(seconds=60 * _next(MINUTES, -(-setup.seconds // 60), way))
        case "pick":
            return setup._replace(pick=Pick.TOPICS if setup.pick is Pick.WEAK else Pick.WEAK)
        case "by_hand":
            return setup._replace(by_hand=not setup.by_hand)
        case "counts":
            return setup._replace(counts=not setup.counts)
        case _:
            return setup._replace(seed="")


def kinds_of(setup: Setup) -> list[str]:
    """The kinds that a set-up could ask."""
    return [str(kind) for kind in Kind if setup.by_hand or kind in MARKED]


def with_decks(setup: Setup, decks: Sequence[str]) -> Setup:
    """The set-up over other decks, whose tags are others."""
    return setup._replace(decks=tuple(decks), tag="")


def with_kinds(setup: Setup, kinds: Sequence[str]) -> Setup:
    """The set-up with other kinds."""
    return setup._replace(kinds=tuple(kinds))


def typed(setup: Setup, key: str, digit: str) -> Setup:
    """The set-up with a digit more in one of its numbers, as far as that can be."""
    if key == "number":
        number = int(f"{setup.number}{digit}")
        return setup._replace(number=number if 1 <= number <= MOST else max(1, int(digit)))
    if key == "time":
        minutes = int(f"{setup.seconds // 60}{digit}")
        return setup._replace(seconds=60 * (minutes if 60 * minutes <= LONGEST else int(digit)))
    return setup._replace(seed=(setup.seed + digit)[-8:])


def rubbed(setup: Setup, key: str) -> Setup:
    """The set-up with a digit less in one of its numbers."""
    if key == "number":
        return setup._replace(number=max(1, setup.number // 10))
    if key == "time":
        return setup._replace(seconds=setup.seconds // 600 * 60)
    return setup._replace(seed=setup.seed[:-1])


def _beside(values: Sequence[str], value: str, way: int) -> str:
    at = values.index(value) if value in values else 0
    return values[(at + way) % len(values)]


def _next(steps: Sequence[int], value: int, way: int) -> int:
    """The step after or before a value, which need be none of them."""
    if way > 0:
        return next((step for step in steps if step > value), steps[-1])
    return next((step for step in reversed(steps) if step < value), steps[0])


def setting_line(setting: Line, width: int, here: bool) -> Content:
    """A setting on one line."""
    room = max(8, width - NAME - 8)
    content = line(
        (" ▸ ", ".accent") if here else "   ",
        (f"{setting.name:<{NAME}}", ".muted"),
        ("‹ ", ".accent") if here else "  ",
        (shorten(setting.value, room), ".title"),
        (" ›", ".accent") if here else "  ",
    )
    more = line("   ", (setting.more, ".muted"))
    if setting.more and content.cell_length + more.cell_length < width:
        content += more
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content
