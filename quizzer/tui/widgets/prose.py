"""A person's text as lines: its light Markdown drawn, its code coloured, long lines wrapped."""

from collections.abc import Iterable

from textual.content import Content
from textual.content import Span as Styled

from quizzer.core.markup import Block, BlockKind, Range, Span, blocks
from quizzer.core.text import clusters
from quizzer.core.text import width as cells
from quizzer.tui.widgets.drawing import indented, line, wrapped

GOES_ON = "↳"
"""Before what does not fit on a line of code."""
LONGEST_CODE = 20_000
"""Characters beyond which code stays uncoloured: colouring takes time, and nobody reads that far."""


def prose(
    text: str, width: int, marks: Iterable[Range] = (), mark_style: str = ".mark", base: str = ""
) -> list[Content]:
    """The text in lines of at most `width` cells.

    Args:
        text: clean text with light Markdown.
        width: in cells.
        marks: ranges of the text to be shown in `mark_style`.
        mark_style: a named ink.
        base: a named ink for all of it.
    """
    lines: list[Content] = []
    for block in blocks(text, marks):
        if lines and block.gap:
            lines.append(Content(""))
        lines += _code(block, width, mark_style) if block.kind is BlockKind.CODE else _text(block, width, mark_style)
    return [content.stylize_before(base) for content in lines] if base else lines


def _text(block: Block, width: int, mark_style: str) -> list[Content]:
    content = Content.assemble(*((span.text, _style(span, mark_style)) for span in block.spans)).expand_tabs(4)
    lead = f"{'  ' * block.depth}{_bullet(block.marker)} " if block.kind is BlockKind.ITEM else ""
    if not lead:
        return wrapped(content, max(1, width))
    return indented(content, width, line((lead, ".muted")), " " * len(lead))


def _bullet(marker: str) -> str:
    return "•" if marker in ("-", "*", "+") else marker


def _style(span: Span, mark_style: str) -> str:
    if span.mark:
        return mark_style
    if span.code:
        return ".code"
    return " ".join(name for name, on in (("bold", span.bold), ("italic", span.italic)) if on)


def _code(block: Block, width: int, mark_style: str) -> list[Content]:
    content = Content(block.text)
    if block.language and len(block.text) <= LONGEST_CODE:
        from textual.highlight import highlight  # Pygments: 15 ms, and only cards with code need it

        coloured = highlight(block.text, language=block.language, tab_size=4)
        if coloured.plain.rstrip("\n") == block.text.rstrip("\n"):
            content = coloured
    at = 0
    for span in block.spans:
        if span.mark:
            content = content.stylize(mark_style, at, at + len(span.text))
        at += len(span.text)
    bar = Styled(0, 2, ".rule")
    lines: list[Content] = []
    for whole in content.expand_tabs(4).split("\n", allow_blank=True):
        pieces = whole.divide(code_breaks(whole.plain, max(4, width - 2)))
        first, *others = [piece.rstrip(" ") for piece in pieces]
        lines.append((Content("│ ") + first).add_spans([bar]))
        lines += [(Content(f"│ {GOES_ON} ") + later).add_spans([Styled(0, 4, ".rule")]) for later in others]
    return lines


def code_breaks(text: str, width: int) -> list[int]:
    """Where a line of code goes on below: after a space in the second half of the room, else where the room ends.

    Spaces may stand beyond the room: they need not be seen.

    Args:
        text: one line.
        width: in cells; all parts but the first have two less.
    """
    breaks: list[int] = []
    at = start = edge = used = 0
    room = width
    for cluster in clusters(text):
        size = cells(cluster)
        if used + size > room and at > start and cluster != " ":
            start = edge if cells(text[start:edge]) > room // 2 else at
            breaks.append(start)
            room, used, edge = max(2, width - 2), cells(text[start:at]), start
        used += size
        at += len(cluster)
        if cluster == " ":
            edge = at
    return breaks
