"""A card as lines: what it asks, its options, and after the reveal what was right and why."""

from typing import Final

from textual.content import Content

from quizzer.collection.sitting import Showing
from quizzer.core.asking import Asked, Form, Marked, revealed_cloze, solution
from quizzer.core.cards import Cloze, Hole, TrueFalse
from quizzer.core.text import one_line
from quizzer.tui.widgets.drawing import indented, line, spread
from quizzer.tui.widgets.lines import Row, rows_of
from quizzer.tui.widgets.prose import prose
from quizzer.tui.widgets.reply import Reply, arranges, picks

MARGIN: Final = 3
PASSAGE: Final = "passage"
"""What a click on the quote or its source means."""
LEFT: Final = "left "
"""How the targets of a match's left sides begin."""
STATEMENT: Final = ("True", "False")


def margin(lines: list[Content], target: str = "") -> list[Row]:
    """The lines, set in from the left edge."""
    return rows_of([Content(" " * MARGIN) + content if content else content for content in lines], target)


def question_rows(showing: Showing, reply: Reply, width: int) -> list[Row]:
    """The question, its options, and the hint once it was asked for."""
    asked, room = showing.asked, max(4, width - 2 * MARGIN)
    shown = asked.prompt
    if reply.revealed and isinstance(showing.card.note.body, Cloze):
        shown = revealed_cloze(showing.card)
    rows = [Row(Content("")), *margin(_marked(shown, room))]
    if asked.unit:
        rows += [Row(Content("")), *margin([line((f"in {one_line(asked.unit)}", ".muted"))])]
    if reply.hinted and asked.hint:
        rows += [Row(Content("")), *margin(_labelled("hint", asked.hint, room))]
    rows.append(Row(Content("")))
    if picks(asked):
        rows += [*option_rows(showing, reply, width), Row(Content(""))]
    elif arranges(asked) and not reply.revealed:
        from quizzer.tui.widgets.arrange_rows import arrange_rows  # few cards want it

        rows += [*arrange_rows(asked, reply, width, LEFT), Row(Content(""))]
    return rows


def _marked(shown: Marked, width: int) -> list[Content]:
    return prose(shown.text, width, shown.marks, ".hole") or [Content("")]


def option_rows(showing: Showing, reply: Reply, width: int) -> list[Row]:
    """The options with their digits; after the reveal which were right and which were picked."""
    asked = showing.asked
    rows: list[Row] = []
    options = _options(showing)
    digits = len(str(len(options)))
    for place, (text, right) in enumerate(options):
        picked, here = place in reply.picked, place == reply.cursor and not reply.revealed
        sign, style, word = _sign(asked, reply, picked, right)
        lead = line((" ▸ " if here else "   ", ".accent"), (f"{place + 1:>{digits}} ", ".key"), (f"{sign} ", style))
        after = 4 + len(word) if word else MARGIN
        drawn = prose(text, max(8, width - lead.cell_length - after)) or [Content("")]
        if picked or (reply.revealed and right):
            drawn = [content.stylize_before(".chosen") for content in drawn]
        first = spread(lead + drawn[0], line((word, style)), max(1, width - 1)) if word else lead + drawn[0]
        rest = [Content(" " * lead.cell_length) + content for content in drawn[1:]]
        rows += rows_of([first, *rest], str(place))
    if not reply.revealed:
        rows += rows_of(
            [line("   ", (f"{0:>{digits}} ", ".key"), (f"{'':{len(_box(asked, False)) + 1}}I don’t know", ".muted"))],
            "none",
        )
    return rows


def _options(showing: Showing) -> list[tuple[str, bool]]:
    body = showing.card.note.body
    if isinstance(body, TrueFalse):
        return [(STATEMENT[0], body.answer), (STATEMENT[1], not body.answer)]
    return [(option.text, option.right) for option in showing.asked.options]


def _box(asked: Asked, picked: bool) -> str:
    if asked.form is Form.CHOOSE_SEVERAL:
        return "[x]" if picked else "[ ]"
    return "(•)" if picked else "( )"


def _sign(asked: Asked, reply: Reply, picked: bool, right: bool) -> tuple[str, str, str]:
    box = _box(asked, picked)
    if not reply.revealed:
        return box, ".accent" if picked else ".muted", ""
    if right:
        return f" {'✓':<2}", ".right", "yours, right" if picked else "right"
    return (f" {'✗':<2}", ".wrong", "yours, wrong") if picked else ("   ", ".muted", "")


def reveal_rows(showing: Showing, reply: Reply, place: str, width: int) -> list[Row]:
    """The verdict, the solution, why, and where it stands in the source.

    Args:
        showing: the card.
        reply: what the person did; revealed.
        place: the source's title and the place in it, or nothing.
        width: in cells.
    """
    room = max(4, width - 2 * MARGIN)
    note = showing.card.note
    groups: list[list[Content]] = []
    if reply.verdict:
        from quizzer.tui.widgets.verdict_rows import verdict_lines  # the first card need not wait for it

        groups.append(verdict_lines(showing, reply, reply.verdict, room))
    else:
        groups.append(_solution(showing, room))
    groups.append(_reasons(showing, reply, room))
    groups.append(prose(note.explanation, room))
    rows = [
        row for at, group in enumerate(filter(None, groups)) for row in ([Row(Content(""))] * (at > 0) + margin(group))
    ]
    quote = margin(_quote(note.quote, place, room), PASSAGE)
    return [*rows, *([Row(Content(""))] if quote else []), *quote]


def _solution(showing: Showing, width: int) -> list[Content]:
    body = showing.card.note.body
    if isinstance(body, Cloze):
        hidden = list(
            dict.fromkeys(
                piece.text for piece in body.pieces if isinstance(piece, Hole) and piece.group == showing.card.part
            )
        )
        return [content for text in hidden for content in prose(text, width, base=".title")]
    return prose(solution(showing.card), width)


def _reasons(showing: Showing, reply: Reply, width: int) -> list[Content]:
    lines: list[Content] = []
    for place, option in enumerate(showing.asked.options):
        if option.because and (place in reply.picked or option.right):
            text = f"{one_line(option.text)}: "
            lines += indented(line((text, ".right" if option.right else ".wrong"), option.because), width, "", "  ")
    return lines


def _quote(quote: str, place: str, width: int) -> list[Content]:
    lines: list[Content] = []
    if quote:
        lines += indented(
            Content(f"{' '.join(quote.split())} ❞").stylize("italic"), width, line(("❝ ", ".muted")), "  "
        )
    if place:
        right = line(("s", ".key"), (" whole passage", ".muted"))
        lines.append(spread(line((place, ".muted")), right, width))
    return lines


def _labelled(word: str, text: str, width: int) -> list[Content]:
    lead = line((f"{word}  ", ".muted"))
    drawn = prose(text, max(4, width - lead.cell_length)) or [Content("")]
    return [lead + drawn[0], *(Content(" " * lead.cell_length) + content for content in drawn[1:])]
