"""Small drawings as Content: never markup, so that a stranger's text stays text.

Styles are named like `.muted`: inks, whose colours stand in inks.py.
"""

from collections.abc import Iterable, Sequence

from textual.content import Content

Part = str | Content | tuple[str, str]


def ink(text: str, style: str) -> Content:
    """The text in one named style."""
    return Content.styled(text, style)


def line(*parts: Part) -> Content:
    """The parts one after the other; strings are plain text, pairs are (text, style)."""
    return Content.assemble(*parts)


def spread(left: Content, right: Content, width: int, gap: int = 2) -> Content:
    """Left and right at the two ends of a line; the left one is shortened where they would meet."""
    room = width - right.cell_length
    if right and room < gap + 8:
        right = Content("")
        room = width
    if left.cell_length > room - (gap if right else 0):
        left = left.truncate(max(1, room - (gap if right else 0)), ellipsis=True)
    return Content.assemble(left, " " * max(0, room - left.cell_length), right)


def wrapped(content: Content, width: int) -> list[Content]:
    """The content in lines of at most a width; most texts are one, and wrapping is dear."""
    text = content.plain
    fits = content.cell_length <= width and text == text.rstrip() and "\n" not in text and "\t" not in text
    return [content] if fits else content.wrap(width)


def indented(content: Content, width: int, first: str | Content = "", rest: str = "") -> list[Content]:
    """The content wrapped to a width, with one lead before its first line and another before the others."""
    lead = first if isinstance(first, Content) else Content(first)
    room = max(8, width - max(lead.cell_length, len(rest)))
    lines = wrapped(content, room) or [Content("")]
    return [lead + lines[0], *(Content(rest) + later for later in lines[1:])]


def joined(parts: Iterable[Content], gap: str = "  ") -> Content:
    """The parts on one line with a gap between them."""
    return Content(gap).join(parts)


def flow(parts: Sequence[Content], width: int, gap: str = "  ") -> list[Content]:
    """The parts in as few lines as hold them whole, in order."""
    lines: list[list[Content]] = [[]]
    used = 0
    for part in parts:
        needed = part.cell_length + (len(gap) if lines[-1] else 0)
        if lines[-1] and used + needed > width:
            lines.append([])
            used, needed = 0, part.cell_length
        lines[-1].append(part)
        used += needed
    return [joined(parts, gap) for parts in lines]
