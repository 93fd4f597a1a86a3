"""Options as lines, and the values that lie beside one another."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.tuning import Tunable
from quizzer.core.options import ORDERS
from quizzer.core.preference_table import KEYBOARDS, PREFERENCES
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row, rows_of

NAME = 20
LADDERS: dict[str, tuple[str, ...]] = {
    "desired_retention": ("0.7", "0.75", "0.8", "0.85", "0.87", "0.9", "0.92", "0.94", "0.95", "0.97"),
    "new_per_day": ("0", "5", "10", "15", "20", "30", "40", "50", "75", "100"),
    "reviews_per_day": ("0", "20", "50", "100", "150", "200", "300", "500", "1000", "9999"),
    "steps": ("none", "10m", "1m 10m", "1m 10m 1h", "1m 10m 1d"),
    "relearning_steps": ("none", "1m", "10m", "10m 1d"),
    "rollover": tuple(map(str, range(24))),
    "bury_siblings": ("yes", "no"),
    "learn_ahead": ("1m", "5m", "10m", "20m", "30m", "1h", "2h"),
    "minutes_per_day": ("0", "5", "10", "15", "20", "30", "45", "60", "90", "120"),
    "order": ORDERS,
    "max_interval": ("30", "90", "180", "365", "730", "1825", "3650", "36500"),
}
"""Values that one step to the left or right leads to, in order."""


def beside(row: Tunable, way: int, themes: Sequence[str]) -> str | None:
    """The value before or after the present one; None where values are only typed."""
    if row.is_option:
        ladder = LADDERS.get(row.key)
    elif PREFERENCES[row.key].form.kind == "flag":
        ladder = ("no", "yes")
    else:
        ladder = {"theme": ("", *themes), "keyboard": KEYBOARDS}.get(row.key)
    if ladder is None:
        return None
    if row.value in ladder:
        return ladder[(ladder.index(row.value) + way) % len(ladder)]
    return _next_number(ladder, row.value, way)


def _next_number(ladder: Sequence[str], value: str, way: int) -> str:
    """The step after or before a value that is none of them."""
    try:
        number = float(value)
        steps = [float(step) for step in ladder]
    except ValueError:
        return ladder[0]
    if way > 0:
        return next((text for step, text in zip(steps, ladder, strict=True) if step > number), ladder[-1])
    found = [text for step, text in zip(steps, ladder, strict=True) if step < number]
    return found[-1] if found else ladder[0]


def option_line(row: Tunable, width: int, here: bool) -> Content:
    """An option on one line: name, value, where it comes from."""
    origin = shorten(row.origin, 20)
    room = max(6, width - NAME - len(origin) - 10)
    content = line(
        (" ▸ ", ".accent") if here else "   ",
        (f"{row.key.replace('_', ' '):<{NAME}}", ".title" if here else ""),
        ("‹ ", ".accent") if here else "  ",
        (shorten(one_line(row.value) or "–", room), ".title" if row.set_here else ""),
        (" ›", ".accent") if here else "  ",
    )
    gap = max(1, width - 1 - content.cell_length - len(origin))
    content += line(" " * gap, (origin, ".muted"), " ")
    return content.stylize(".cursor") if here else content


def about_rows(row: Tunable, effect: str, width: int) -> list[Row]:
    """What an option does, its default, and what its value changes."""
    default = f" Default: {row.default}." if row.default else ""
    lines = indented(line(f"{row.what[0].upper()}{row.what[1:]}.", (default, ".muted")), width - 2, " ", " ")
    if effect:
        lines += indented(Content(effect), width - 2, " ", " ")
    return rows_of(lines)
