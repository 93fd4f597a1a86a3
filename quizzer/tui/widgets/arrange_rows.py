"""Items to be put in order or to left sides, as lines: each with its digit, and where it was put."""

from textual.content import Content

from quizzer.core.asking import Asked, Form
from quizzer.core.markup import plain
from quizzer.core.text import one_line
from quizzer.core.wording import ordinal
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row, rows_of
from quizzer.tui.widgets.prose import prose
from quizzer.tui.widgets.reply import Reply


def arrange_rows(asked: Asked, reply: Reply, width: int, left_target: str) -> list[Row]:
    """The left sides of a match with what was put to them; then the items with their digits.

    Args:
        asked: the card.
        reply: what the person did with it.
        width: in cells.
        left_target: how the targets of left sides begin.
    """
    rows: list[Row] = []
    if asked.form is Form.MATCH:
        rows = [*_left_rows(asked, reply, width, left_target), Row(Content(""))]
    at = {option: spot for spot, option in reply.placed}
    digits = len(str(len(asked.options)))
    box = len(ordinal(len(asked.options))) + 2 if asked.form is Form.ORDER else 0
    for place, option in enumerate(asked.options):
        here, placed = place == reply.cursor, place in at
        mark = f"[{ordinal(at[place] + 1) if placed else '':^{box - 2}}] " if box else ""
        lead = line(
            (" ▸ " if here else "   ", ".accent"),
            (f"{place + 1:>{digits}} ", ".key"),
            (f" {mark}", ".accent" if placed else ".muted"),
        )
        drawn = prose(option.text, max(8, width - lead.cell_length - 3)) or [Content("")]
        if placed:
            drawn = [content.stylize_before(".chosen" if box else ".muted") for content in drawn]
        rest = [Content(" " * lead.cell_length) + content for content in drawn[1:]]
        rows += rows_of([lead + drawn[0], *rest], str(place))
    unknown = line("   ", (f"{0:>{digits}} ", ".key"), (f"{'':{box + 2 if box else 1}}I don’t know", ".muted"))
    return [*rows, *rows_of([unknown], "none")]


def _left_rows(asked: Asked, reply: Reply, width: int, target: str) -> list[Row]:
    put, following = dict(reply.placed), reply.following(asked)
    texts = [one_line(plain(left.text)) for left in asked.lefts]
    column = min(max(Content(text).cell_length for text in texts), max(8, width // 2 - 6))
    rows: list[Row] = []
    for spot, text in enumerate(texts):
        here = spot == following
        left = indented(Content(text), column, "", "")
        right = line(("[ … ]", ".hole")) if here else Content("")
        if spot in put:
            found = one_line(plain(asked.options[put[spot]].text))
            right = line((f"{put[spot] + 1} ", ".key"), (found, ".chosen"))
        beside = indented(right, max(8, width - column - 9), "", "  ")
        height = max(len(left), len(beside))
        drawn = []
        for at in range(height):
            first = left[at] if at < len(left) else Content("")
            second = beside[at] if at < len(beside) else Content("")
            arrow = line((" → ", ".accent" if here else ".muted")) if at == 0 else Content("   ")
            drawn.append(Content("   ") + first.pad_right(max(0, column - first.cell_length)) + arrow + second)
        rows += rows_of(drawn, f"{target}{spot}")
    return rows
