"""Small charts of block characters, as Content; meaning is in the heights and the words beside, not in colour."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from quizzer.tui.widgets.drawing import Part, line

BLOCKS: Final = " ▁▂▃▄▅▆▇█"
_EIGHTHS: Final = 8
TARGET: Final = "┄"


def columns(
    values: Sequence[float | None],
    height: int,
    bounds: tuple[float, float],
    bar: int = 2,
    gap: int = 2,
    target: float | None = None,
    style: str = ".good",
) -> list[Content]:
    """Values as upright bars, the highest line first.

    Args:
        values: None where there is nothing to show.
        height: in lines.
        bounds: the values of the lower and the upper edge; what lies beyond is cut.
        bar: the width of a bar.
        gap: the space between two.
        target: a value at which a dotted line is drawn behind the bars.
        style: of the bars.
    """
    low, high = bounds
    filled = [None if value is None else _eighths(value, low, high, height) for value in values]
    aim = None if target is None else min(height - 1, int((target - low) / (high - low) * height))
    lines: list[Content] = []
    for level in reversed(range(height)):
        behind = TARGET if level == aim else " "
        parts: list[Part] = []
        for at, eighths in enumerate(filled):
            part = 0 if eighths is None else max(0, min(_EIGHTHS, eighths - level * _EIGHTHS))
            parts.append((BLOCKS[part] * bar, style) if part else (behind * bar, ".rule"))
            parts.append((behind * gap, ".rule")) if at < len(filled) - 1 else None
        lines.append(line(*parts))
    return lines


def _eighths(value: float, low: float, high: float, height: int) -> int:
    """How many eighths of lines a bar is high; one at least where there is anything."""
    share = (min(value, high) - low) / (high - low)
    return max(1, round(share * height * _EIGHTHS)) if value > low or low > 0 else 0


def level_bar(share: float, cells: int, style: str = ".good") -> Content:
    """A share of 0–1 as a lying bar, what is missing shown as its ground."""
    full = max(0, min(cells, round(share * cells)))
    return line(("█" * full, style), ("░" * (cells - full), ".rule"))


def axis(labels: Sequence[str], bar: int = 2, gap: int = 2) -> str:
    """Labels under the bars, left-aligned; one that would touch its neighbour is left out."""
    text = ""
    for at, label in enumerate(labels):
        start = at * (bar + gap)
        if label and (not text or len(text) < start):
            text = text.ljust(start) + label
    return text
