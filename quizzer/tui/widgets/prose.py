"""A person's text as lines: its light Markdown drawn, its code coloured, long lines wrapped."""

from collections.abc import Iterable

from textual.content import Content
from textual.content import Span as Styled

from quizzer.core.markup import Block, BlockKind, Range, Span, blocks
from quizzer.tui.widgets.drawing import indented, line

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
        return content.wrap(max(1, width))
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
        for piece in whole.fold(max(2, width - 2)):
            lines.append((Content("│ ") + piece).add_spans([bar]))
    return lines
