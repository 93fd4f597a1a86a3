"""The set-up of a quiz as lines: its settings, and what they ask."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from textual.content import Content

from quizzer.collection.quizzes import Plan
from quizzer.core.selection import Pick, Setup
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row, rows_of

NAME: Final = 12
"""Cells of a setting's name."""


class Line(NamedTuple):
    """A setting as it is shown."""

    key: str
    name: str
    value: str
    more: str = ""


def setup_lines(setup: Setup, plan: Plan, titles: Mapping[str, str], tags: int) -> list[Line]:
    """The settings; `titles` are those of all decks, by id; so many `tags` are borne in those that are asked."""
    decks = ", ".join(one_line(titles.get(deck, deck)) for deck in setup.decks)
    minutes = f"{setup.seconds // 60} min" if setup.seconds % 60 == 0 else f"{setup.seconds} s"
    return [
        Line("decks", "Decks", decks or "all", "Space: tick several" if len(titles) > 2 else ""),
        Line("tags", "Tags", ", ".join(map(one_line, setup.tags)) or "any", "Space: tick several" if tags > 1 else ""),
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


def plan_rows(setup: Setup, plan: Plan, width: int) -> list[Row]:
    """What a set-up would ask, or why nothing."""
    if plan.why_not:
        return rows_of(indented(Content(plan.why_not), width - 2, line((" ! ", ".nearly")), "   "))
    questions = "1 question" if plan.asked == 1 else f"{plan.asked} questions"
    fewer = f", not {setup.number}: there are no more" if plan.asked < setup.number else ""
    markable = f"{plan.marked} {'card' if plan.marked == 1 else 'cards'} a machine can mark, {plan.by_hand} it cannot"
    return rows_of(
        [
            *indented(line((questions, ".title"), fewer, "."), width - 2, " ", " "),
            *indented(line((markable, ".muted")), width - 2, " ", " "),
        ]
    )


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
