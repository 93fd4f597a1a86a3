"""What home says above and below its decks: today with its minutes, what wants a look, what time it is."""

from typing import Final

from textual.content import Content

from quizzer.collection.overview import Overview
from quizzer.core.day import local
from quizzer.core.moment import Moment
from quizzer.core.pace import minutes_words
from quizzer.core.text import one_line
from quizzer.tui.widgets.drawing import flow, indented, line, wrapped

LOOK: Final = 14
"""Cells before what wants a look."""


def clock_words(moment: Moment) -> str:
    """The time as home shows it.

    >>> clock_words(Moment(1795417920000, 3600))
    'Mon 23 Nov, 08:12'
    """
    now = local(moment.at, moment.offset)
    return f"{now:%a} {now.day} {now:%b}, {now:%H:%M}"


def today_line(overview: Overview, newcomer: bool) -> tuple[Content, Content]:
    """What today holds and how long it will take; the streak and yesterday."""
    whole = overview.everything
    if newcomer:
        left = line(("Welcome. ", ".title"), "Questions from your documents, asked when you are about to forget.")
        return left, Content("")
    done = f" · {_counted(overview.reviewed_today, 'answer')} given" if overview.reviewed_today else ""
    time = minutes_words(overview.seconds(whole))
    left = line(("Today: ", ".title"), f"{_counted(whole.today, 'card')}{' to go' if done else ''}, {time}{done}")
    if not whole.today:
        left = line(("Today: ", ".title"), ("all done", ".right"), f" · {_counted(overview.reviewed_today, 'answer')}")
    words = []
    if overview.streak:
        words.append(f"streak {_counted(overview.streak, 'day')}")
    if overview.reviewed_yesterday:
        words.append(f"yesterday {overview.reviewed_yesterday}")
    return left, line((" · ".join(words), ".muted"))


def wants_a_look(overview: Overview) -> bool:
    """Whether `look_lines` has anything to say."""
    seen = overview
    return any((seen.drafts, seen.left_out, seen.problems, seen.flagged, seen.leeches, seen.notices))


def look_lines(overview: Overview, width: int) -> list[Content]:
    """What wants a look, with its key, and what a person should know before they study."""
    parts = []
    if overview.drafts:
        parts.append(line(("d", ".key"), f" {_counted(overview.drafts, 'draft')}"))
    if overview.left_out or overview.problems:
        left_out = f"{_counted(overview.left_out, 'note')} left out, " if overview.left_out else ""
        parts.append(line(("p", ".key"), f" {left_out}{_counted(overview.problems, 'problem')} in deck files"))
    if overview.flagged:
        parts.append(line(("f", ".key"), f" {overview.flagged} flagged"))
    if overview.leeches:
        parts.append(line(("l", ".key"), f" {overview.leeches} leech{'es' * (overview.leeches != 1)}"))
    rows = flow(parts, max(8, width - LOOK), "   ") if parts else []
    rows = [short for row in rows for short in wrapped(row, max(8, width - LOOK))]
    lead = line((" To look at   ", ".muted"))
    lines = [(Content(" " * LOOK) if at else lead) + row for at, row in enumerate(rows)]
    for notice in overview.notices:
        lines += indented(Content(one_line(notice)), width, line(" ", ("!", ".nearly"), " "), "   ")
    return lines


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' * (count != 1)}"
