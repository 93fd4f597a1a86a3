"""What a tab of the scores is made of: rows, some of which are figures that the cursor goes to."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.lines import Row

NAME = 15


class Figure(NamedTuple):
    """A figure: a name, what it is, and what is said beside it."""

    key: str
    """Of `MEANINGS`."""
    name: str
    value: str
    more: str = ""


def figure_row(figure: Figure, width: int, here: bool) -> Row:
    """A figure on one line."""
    content = line(
        ("▸", ".accent") if here else " ",
        (f"{figure.name:<{NAME}}", ".title" if here else ".muted"),
        (f"{figure.value:<7}", ".title"),
        figure.more,
    )
    return Row(content.truncate(max(1, width), ellipsis=True), figure.key)


LEAST = 24
"""Cells of a right block, below which it goes under the left one."""


def is_narrow(width: int, column: int) -> bool:
    """Whether two blocks, the right one at a column, have to stand one under the other."""
    return width < column + LEAST


def beside(left: Sequence[Content], right: Sequence[Content], column: int, width: int) -> list[Content]:
    """Two blocks of lines next to each other, the right one at a column; below each other where it is narrow."""
    if is_narrow(width, column):
        return [*left, Content(""), *right]
    lines = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else Content("")
        other = right[at] if at < len(right) else Content("")
        lines.append(one.pad_right(max(0, column - one.cell_length)) + other)
    return lines


def marked(content: Content, here: bool) -> Content:
    """A heading, with the cursor before it if it is there."""
    return line(("▸", ".accent") if here else " ", content)


def tabs_line(names: Sequence[str], chosen: int) -> Content:
    """The names of the tabs, the chosen one between marks."""
    parts: list[Part] = []
    for at, name in enumerate(names):
        parts += [("‹", ".accent"), (name, ".title"), ("›", ".accent")] if at == chosen else [(f" {name} ", ".muted")]
    return line(*parts)
