"""A document as lines: a gutter says how far each passage is asked about; the one under the cursor is whole."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from textual.content import Content
from textual.style import Style

from quizzer.collection.authoring import Authoring
from quizzer.collection.coverage import Coverage
from quizzer.collection.own_notes import runs, words_of
from quizzer.core.inline import Range
from quizzer.core.passage import read_out
from quizzer.core.text import one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row

SIGNS: Final = {
    Coverage.SOLID: ("✓", ".right"),
    Coverage.WEAK: ("◐", ".nearly"),
    Coverage.ASKED: ("●", ".accent"),
    Coverage.DRAFTED: ("◔", ".title"),
    Coverage.NOTHING: ("○", ".muted"),
    Coverage.LEFT_OUT: (" ", ".muted"),
}
AROUND: Final = 40
"""Passages before and after the one under the cursor that are drawn."""
HERE: Final = "here"
"""What the rows of the passage under the cursor mean."""
WORD: Final = "word"
"""What the row with the word under the cursor means; and the name of what tells the mouse which word stands where."""
CLICKED: Final = 2000
"""Words of a passage that the mouse can mark."""


class Marks(NamedTuple):
    """The words of a passage, and which of them are marked."""

    words: Sequence[Range] = ()
    """Ranges of the passage as it is read out."""
    marked: frozenset[int] = frozenset()
    cursor: int = -1
    """The word under the cursor; -1 while no words are being marked."""


def document_rows(authoring: Authoring, at: int, marks: Marks, focused: bool, width: int) -> list[Row]:
    """The passages around one of them; a click on a row means the index of its passage.

    Args:
        authoring: with a document.
        at: the index of the passage under the cursor.
        marks: its words.
        focused: whether keys move here.
        width: in cells.
    """
    passages = authoring.document.passages if authoring.document else ()
    nearby = range(max(0, at - AROUND), min(len(passages), at + AROUND + 1))
    room = max((len(passages[one].number) for one in nearby), default=1)
    rows: list[Row] = []
    trail: tuple[str, ...] = passages[nearby[0] - 1].trail if nearby and nearby[0] else ()
    for one in nearby:
        passage = passages[one]
        if passage.trail != trail and passage.heading:
            rows += [Row(line("  ", (shorten(one_line(passage.heading), max(4, width - 3)), ".muted")), str(one))]
        trail = passage.trail
        sign, style = SIGNS[authoring.coverage(one)]
        number = f"{passage.number:<{room}} "
        if one == at:
            bar = ("▌", ".accent" if focused else ".muted")
            lead = line(bar, (f"{sign} ", style), (number, ".title"))
            rest = line(bar, " " * (lead.cell_length - 1))
            for part in _whole(read_out(passage).text, marks, max(8, width - lead.cell_length - 1)):
                target = WORD if any(span.style == ".cursor" for span in part.spans) else HERE
                rows.append(Row((lead if not rows or rows[-1].target not in (HERE, WORD) else rest) + part, target))
        else:
            lead = line(" ", (f"{sign} ", style), (number, ".muted"))
            text = shorten(one_line(read_out(passage).text[: 4 * width]), 2 * max(8, width - lead.cell_length - 1) - 8)
            ink = ".muted" if authoring.coverage(one) is Coverage.LEFT_OUT else ""
            rows += [
                Row(content, str(one))
                for content in indented(line((text, ink)), width - 1, lead, " " * lead.cell_length)[:2]
            ]
        rows.append(Row(Content(""), str(one)))
    return rows


def _whole(text: str, marks: Marks, width: int) -> list[Content]:
    content = Content(text)
    words = (marks.words or words_of(text))[:CLICKED]
    for at, ((start, end), (following, _)) in enumerate(pairwise([*words, (len(text), 0)])):
        # The space behind a word is part of it to the mouse.
        content = content.stylize(Style.from_meta({WORD: at}), start, max(end, following))
    for run in runs(marks.words, marks.marked):
        content = content.stylize(".mark", *run).stylize("reverse", *run)
    if 0 <= marks.cursor < len(marks.words):
        content = content.stylize(".cursor", *marks.words[marks.cursor])
    return [part for whole in content.expand_tabs(4).split("\n", allow_blank=True) for part in whole.wrap(width)]


def legend(authoring: Authoring, width: int) -> Content:
    """What the signs of the gutter mean, those that are there."""
    count = len(authoring.document.passages) if authoring.document else 0
    found = {authoring.coverage(at) for at in range(count)} - {Coverage.LEFT_OUT}
    parts = [line((sign, style), (f" {kind}  ", ".muted")) for kind, (sign, style) in SIGNS.items() if kind in found]
    content = line(" ", *parts)
    return content if cells(content.plain) <= width else content.truncate(max(1, width), ellipsis=True)
