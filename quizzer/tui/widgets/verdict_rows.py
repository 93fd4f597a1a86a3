"""A verdict as lines: its word, symbol and colour; then what was typed beside what is right."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.sitting import Showing
from quizzer.core.asking import solution
from quizzer.core.differences import Op, Piece
from quizzer.core.grading import Outcome, Verdict
from quizzer.tui.widgets.drawing import Part, indented, line
from quizzer.tui.widgets.prose import prose
from quizzer.tui.widgets.reply import Reply, picks

SIGNS = {
    Outcome.RIGHT: ("✓ RIGHT", ".right"),
    Outcome.NEARLY: ("≈ NEARLY", ".nearly"),
    Outcome.PARTLY: ("◐ PARTLY", ".nearly"),
    Outcome.WRONG: ("✗ WRONG", ".wrong"),
    Outcome.NONE: ("", ""),
}
LABEL = 9
"""Cells before what was typed and what is right."""


def verdict_lines(showing: Showing, reply: Reply, verdict: Verdict, width: int) -> list[Content]:
    """The verdict, and unless options show it already, what was typed beside what is right."""
    word, style = SIGNS[verdict.outcome]
    lines = indented(
        line((verdict.message, ".muted")), width, line((word, style), "   " if verdict.message else ""), " " * LABEL
    )
    if picks(showing.asked):
        return lines
    if verdict.differences is None:
        return lines + _labelled("right", prose(solution(showing.card), width - LABEL))
    if reply.text:
        lines += indented(pieces(verdict.differences.yours, ".wrong"), width, _label("you"), " " * LABEL)
    return lines + indented(pieces(verdict.differences.right, ".right"), width, _label("right"), " " * LABEL)


def _label(word: str) -> Content:
    return line((f"{word:<{LABEL}}", ".muted"))


def _labelled(word: str, drawn: Sequence[Content]) -> list[Content]:
    first, *rest = drawn or [Content("")]
    return [_label(word) + first, *(Content(" " * LABEL) + content for content in rest)]


def pieces(parts: Sequence[Piece], style: str) -> Content:
    """A line with what differs in brackets, since colour alone would say nothing to many."""
    return Content.assemble(*(_piece(part, style) for part in parts))


def _piece(part: Piece, style: str) -> Part:
    if part.op is Op.OTHER:  # lines that have nothing in common: brackets around all of it would mark nothing
        return (part.text, style)
    return (f"[{part.text}]", style) if part.op is not Op.SAME else (part.text, "")
