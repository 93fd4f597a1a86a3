"""A verdict as lines: its word, symbol and colour; then what was typed beside what is right."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.sitting import Showing
from quizzer.core.asking import solution
from quizzer.core.differences import Op, Piece
from quizzer.core.markup import plain
from quizzer.core.text import one_line
from quizzer.core.verdict import Outcome, Verdict
from quizzer.core.verdict import Part as Judged
from quizzer.core.wording import ordinal
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
PART_SIGNS = {
    Outcome.RIGHT: ("✓", ".right"),
    Outcome.NEARLY: ("≈", ".nearly"),
    Outcome.WRONG: ("✗", ".wrong"),
    "missing": ("–", ".nearly"),
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
    if verdict.parts:
        return [*lines, *part_lines(verdict, width)]
    if verdict.differences is None:
        return lines + _labelled("right", prose(solution(showing.card), width - LABEL))
    if reply.text:
        lines += indented(pieces(verdict.differences.yours, ".wrong"), width, _label("you"), " " * LABEL)
    return lines + indented(pieces(verdict.differences.right, ".right"), width, _label("right"), " " * LABEL)


def part_lines(verdict: Verdict, width: int) -> list[Content]:
    """What was wanted, a line each with a sign, and beside it what there was of it."""
    lines: list[Content] = []
    digits = len(ordinal(len(verdict.parts)))
    for place, part in enumerate(verdict.parts, 1):
        sign, style = PART_SIGNS["missing" if part.words == "missing" else part.outcome]
        number = f"{ordinal(place):>{digits}}  " if verdict.rule == "order" else ""
        lead = line("  ", (f"{sign} ", style), (number, ".muted"))
        drawn = prose(part.right or part.yours, max(8, width - lead.cell_length)) or [Content("")]
        aside = line(*_aside(part))
        if len(drawn) == 1 and drawn[0].cell_length + aside.cell_length + lead.cell_length + 3 <= width:
            drawn = [drawn[0] + Content("   ") + aside]
        elif aside:
            drawn += indented(aside, max(8, width - lead.cell_length))
        lines += [lead + drawn[0], *(Content(" " * lead.cell_length) + content for content in drawn[1:])]
    return lines


def _aside(part: Judged) -> list[Part]:
    yours = one_line(plain(part.yours)) if part.right else ""
    return [
        ("you: " if yours else "", ".muted"),
        (yours, ".nearly" if part.outcome is Outcome.NEARLY else ".wrong"),
        (", " if yours and part.words else "", ".muted"),
        (part.words, ".muted"),
    ]


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
