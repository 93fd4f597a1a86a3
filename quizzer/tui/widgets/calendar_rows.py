"""The scores' fifth tab: a year of days, and the hours of the day."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from quizzer.collection.score_calendar import CalendarSeen
from quizzer.core.day import date_of, monday
from quizzer.core.stats.scale import rounded_up, shades
from quizzer.core.stats.tally import HourTally
from quizzer.core.stats.wording import counted
from quizzer.tui.widgets.chart import columns
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.score_sheet import marked

SHADES: Final = "·░▒▓█"
"""From none to many reviews a day; readable without colour."""
WEEKS = 53
NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
HEIGHT = 4
SPOTS = ("year", "hours")


def calendar_rows(seen: CalendarSeen, cursor: int, width: int) -> list[Row]:
    """The tab at a width, the cursor on one of its two pictures."""
    rows = [Row(Content(""))] + [Row(one, SPOTS[0]) for one in _year(seen, cursor == 0, width)]
    return [*rows, Row(Content("")), *(Row(one.truncate(width), SPOTS[1]) for one in _hours(seen, cursor == 1))]


def _year(seen: CalendarSeen, here: bool, width: int) -> list[Content]:
    weeks = max(1, min(WEEKS, width - 8))
    first = monday(seen.day) - 7 * (weeks - 1)
    shown = {day: count for day, count in seen.reviews.items() if first <= day <= seen.day and count}
    bounds = shades(list(shown.values()))
    head = line(("Reviews by day", ".title"), (f"  {_counted(shown)}", ".muted"))
    lines = [marked(head, here).truncate(width, ellipsis=True)]
    lines.append(line(("     " + _months(first, weeks), ".muted")))
    for weekday, name in enumerate(NAMES):
        parts: list[Part] = [(f" {name:<4}", ".muted")]
        for week in range(weeks):
            day = first + 7 * week + weekday
            level = sum(shown.get(day, 0) >= bound for bound in bounds) if shown.get(day) else 0
            style = ".accent" if day == seen.day else ".good" if level else ".rule"
            parts.append((" " if day > seen.day else SHADES[level], style))
        lines.append(line(*parts))
    scale = "  ".join(f"{SHADES[at + 1]} {bound}+" for at, bound in enumerate(bounds)) if shown else ""
    streak = seen.streak
    words = "   ".join(filter(None, ("     · none", scale, f"streak {streak.now}, longest {streak.longest}")))
    return [*lines, line((words, ".muted"))]


def _counted(shown: Mapping[int, int]) -> str:
    if not shown:
        return "none in a year: each day you study becomes a mark here"
    return f"a year: {counted(sum(shown.values()), 'review')} on {counted(len(shown), 'day')}"


def _months(first: int, weeks: int) -> str:
    """The names of months over the weeks in which they begin."""
    text = ""
    for week in range(weeks):
        date = date_of(first + 7 * week + 6)
        if date.day <= 7 and len(text) < week and week <= weeks - 3:
            text = text.ljust(week) + f"{date:%b}"
    return text


def _hours(seen: CalendarSeen, here: bool) -> list[Content]:
    """Answers by hour of the day, and how much was remembered then."""
    hours = seen.hours
    counts = [hours.get(hour, HourTally()).reviews for hour in range(24)]
    most = rounded_up(max(counts))
    words = "with what was remembered of ten tested or more" if any(counts) else "none"
    lines = [marked(line(("Answers by hour", ".title"), (f"  {seen.wanted.period}: {words}", ".muted")), here)]
    if not any(counts):
        return lines
    marks = {HEIGHT - 1: str(most), 0: "0"}
    for at, bar in enumerate(columns(counts, HEIGHT, (0, most), bar=2, gap=1)):
        lines.append(line((f" {marks.get(HEIGHT - 1 - at, ''):>5} ", ".muted"), bar))
    lines.append(line(("       " + "".join(f"{hour:<9}" for hour in range(0, 24, 3)), ".muted")))
    shares = [
        f"{round(100 * one.right / one.tested)}" if (one := hours.get(hour, HourTally())).tested >= 10 else ""
        for hour in range(24)
    ]
    if any(shares):
        lines.append(line(("     % ", ".muted"), "".join(f"{share:<3}" for share in shares)))
    return lines
