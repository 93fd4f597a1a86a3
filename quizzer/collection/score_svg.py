"""Drawings of scores as SVG: plain shapes with words beside them; their colours are the page's.

Every text goes through `escaped`: titles come from strangers.
"""

import math
from collections.abc import Mapping, Sequence
from html import escape

from quizzer.core.text import clean

WIDE = 640
_LEFT = 44
_TARGET = 86
"""Kept at the right for the words at the target."""


def escaped(text: str) -> str:
    """A text that is safe in a page."""
    return escape(clean(text))


def bars(
    values: Sequence[float | None],
    labels: Sequence[str],
    most: float,
    title: str,
    target: float | None = None,
    percent: bool = False,
    height: int = 150,
    marks: Mapping[int, str] | None = None,
) -> str:
    """Upright bars with a scale, a label under each, a dashed line at the target, marks with a word each."""
    right = WIDE - (0 if target is None else _TARGET)
    step = (right - _LEFT) / max(1, len(values))
    every = math.ceil((6.5 * max(map(len, labels), default=0) + 8) / step)
    parts = [_line(_LEFT, height, right, height), _line(_LEFT, 10, right, 10)]
    for share in (0.0, 0.5, 1.0) if percent or most % 2 == 0 else (0.0, 1.0):  # there is no half of a review
        figure = f"{round(share * most * 100)} %" if percent else f"{share * most:g}"
        parts.append(_text(_LEFT - 6, height - share * (height - 10) + 4, figure, "end"))
    for at, value in enumerate(values):
        x = _LEFT + at * step
        if value is not None:
            high = min(1.0, value / most) * (height - 10)
            said = f"{labels[at]}: {f'{value:.0%}' if percent else f'{value:g}'}"
            parts.append(_bar(x + step * 0.15, height - high, step * 0.7, high, said))
        if at % every == 0:
            parts.append(
                _text(x + step / 2, height + 16, labels[at], "middle", "under odd" if at // every % 2 else "under")
            )
    for at, word in (marks or {}).items():
        x = _LEFT + (at + 0.5) * step
        parts.append(f'<line class="target" x1="{x:.1f}" y1="10" x2="{x:.1f}" y2="{height}"/>')
        parts.append(_text(x + 4, 22, word, "start") if x < WIDE - 7 * len(word) else _text(x - 4, 22, word, "end"))
    if target is not None:
        y = height - target / most * (height - 10)
        parts.append(f'<line class="target" x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>')
        parts.append(_text(right + 6, y + 4, f"target {target:.0%}", "start"))
    return _svg(WIDE, height + 24, title, parts)


def lying(names: Sequence[str], counts: Sequence[int], title: str) -> str:
    """Lying bars with names and counts."""
    most, parts = max([1, *counts]), []
    for at, (name, count) in enumerate(zip(names, counts, strict=True)):
        y = at * 24
        parts.append(_text(92, y + 15, name, "end"))
        parts.append(_bar(100, y + 3, 220 * count / most, 16, f"{name}: {count}"))
        parts.append(_text(106 + 220 * count / most, y + 15, str(count), "start"))
    return _svg(380, 24 * len(names) + 4, title, parts)


def between(rows: Sequence[tuple[str, str, float, float, float, float]], title: str) -> str:
    """For each row (name, more, low, expected, high, score): the interval as a line, what came as a point."""
    parts = [_text(200 + share * 4, 12, f"{share} %", "middle") for share in (0, 25, 50, 75, 100)]
    for at, (name, more, low, expected, high, score) in enumerate(rows):
        y = 30 + at * 22
        inside = low - 1e-9 <= score <= high + 1e-9
        parts.append(_text(100, y + 4, name, "end"))
        parts.append(_text(108, y + 4, more, "start", "odd"))
        parts.append(_line(200, y, 600, y))
        parts.append(f'<line class="span" x1="{200 + 400 * low:.1f}" y1="{y}" x2="{200 + 400 * high:.1f}" y2="{y}"/>')
        tick = 200 + 400 * expected
        parts.append(f'<line class="tick" x1="{tick:.1f}" y1="{y - 6}" x2="{tick:.1f}" y2="{y + 6}"/>')
        parts.append(
            f'<circle class="{"in" if inside else "out"}" cx="{200 + 400 * score:.1f}" cy="{y}" r="5"><title>'
            f"{escaped(name)}: {score:.0%}, expected {expected:.0%} ({low:.0%}–{high:.0%})</title></circle>"
        )
        parts.append(_text(610, y + 4, f"{score:.0%}", "start"))
    return _svg(WIDE, 40 + 22 * len(rows), title, parts)


def promised(rows: Sequence[tuple[float, float, int]], title: str) -> str:
    """What was promised from left to right, what came of it upwards; on the dashed line both are the same."""
    size, edge = 260, 40
    parts = [
        f'<rect class="ground" x="{edge}" y="8" width="{size}" height="{size}"/>',
        f'<line class="target" x1="{edge}" y1="{size + 8}" x2="{edge + size}" y2="8"/>',
    ]
    for share in (0, 50, 100):
        parts.append(_text(edge + size * share / 100, size + 26, f"{share} %", "middle"))
        parts.append(_text(edge - 6, 8 + size * (1 - share / 100) + 4, f"{share} %", "end"))
    most = max([1, *(count for *_, count in rows)])
    for promise, right, count in rows:
        parts.append(
            f'<circle class="in" cx="{edge + size * promise:.1f}" cy="{8 + size * (1 - right):.1f}" '
            f'r="{4 + 8 * (count / most) ** 0.5:.1f}"><title>promised {promise:.0%}, remembered {right:.0%} '
            f"of {count}</title></circle>"
        )
    return _svg(edge + size + 30, size + 34, title, parts)


def days(weeks: Sequence[Sequence[tuple[int, str] | None]], months: Sequence[str], title: str) -> str:
    """A week a column, a day a square: its shade from 0 to 4, and what it says."""
    parts = [_text(30 + at * 11.4, 10, name, "start") for at, name in enumerate(months) if name]
    parts += [
        _text(24, 26 + at * 11.4, name, "end") for at, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun"))
    ]
    for at, week in enumerate(weeks):
        for weekday, day in enumerate(week):
            if day is not None:
                shade, said = day
                parts.append(
                    f'<rect class="day s{shade}" x="{30 + at * 11.4:.1f}" y="{17 + weekday * 11.4:.1f}" width="10" '
                    f'height="10" rx="2"><title>{escaped(said)}</title></rect>'
                )
    return _svg(WIDE, 100, title, parts)


def meter(share: float) -> str:
    """A share of 0–1 as a small bar for a table."""
    return _svg(100, 12, f"{share:.0%}", [
        '<rect class="ground" x="0" y="1" width="100" height="10"/>', _bar(0, 1, 100 * share, 10, f"{share:.0%}")
    ])  # fmt: skip


def _svg(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    inner = "".join(parts)
    wide = ' class="wide"' if width == WIDE else ""
    return (
        f'<svg{wide} viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img" aria-label="{escaped(title)}">'
        f"<title>{escaped(title)}</title>{inner}</svg>"
    )


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="rule" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    """A text; `odd` ones give way where the page is narrow, those `under` a picture leave it more room."""
    own = f' class="{kind}"' if kind else ""
    return f'<text{own} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escaped(text)}</text>'


def _bar(x: float, y: float, width: float, height: float, said: str) -> str:
    return (
        f'<rect class="bar" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}">'
        f"<title>{escaped(said)}</title></rect>"
    )
