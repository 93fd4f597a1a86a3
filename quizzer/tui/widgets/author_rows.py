"""What the authoring screen says beside the document: the notes of a passage, and one of them as study will show it."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from quizzer.collection.authoring import Authoring
from quizzer.collection.deck_view import Counts
from quizzer.core.asking import text_version
from quizzer.core.cards import Cloze, Hole, Note, cards_of
from quizzer.core.markup import plain
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import indented, line
from quizzer.tui.widgets.lines import Row, rows_of
from quizzer.tui.widgets.preview_rows import preview

SHORT: Final = {"flashcard": "card", "true-false": "true?", "typed-cloze": "typed gap"}
"""Kinds whose words are long."""
_BEFORE = 18
"""Characters of a cloze before its first hole that a line of a list shows, where the hole has room behind them."""


def gist(note: Note, room: int) -> str:
    """What a note asks, on one line of some cells; a cloze from before its first hole on, which is in braces."""
    body = note.body
    if not isinstance(body, Cloze):
        return shorten(one_line(plain(text_version(cards_of("", note)[0]).question)), room)
    text = one_line("".join(f"{{{{{piece.text}}}}}" if isinstance(piece, Hole) else piece for piece in body.pieces))
    at = text.index("{{")
    hole = text.find("}}", at) + 2 - at
    before = max(0, min(_BEFORE, room - hole - 4))
    start = text.rfind(" ", 0, at - before) + 1 if at > before else 0
    if start and at - start > before:  # the word that began it has no room
        start = next((end + 1 for end in range(start, at) if text[end] == " "), at)
    return shorten(("… " if start else "") + text[start:], room)


def note_rows(notes: Sequence[Note], cursor: int, focused: bool, width: int) -> list[Row]:
    """Notes and drafts, one or two lines each; a click on a row means its index.

    Args:
        notes: in order.
        cursor: the index of the one that is previewed.
        focused: whether keys move here.
        width: in cells.
    """
    rows: list[Row] = []
    for at, note in enumerate(notes):
        here = at == cursor
        sign = ("◔ ", ".title") if note.draft else ("● ", ".accent")
        kind = f"{SHORT.get(note.kind, note.kind):<9} "
        lead = line((" ▸ ", ".accent" if focused else ".muted") if here else "   ", sign, (kind, ".muted"))
        room = max(8, width - lead.cell_length - 1)
        text = gist(note, 2 * room - 6 if here else room)
        drawn = indented(line((text, ".title" if here else "")), width - 1, lead, " " * lead.cell_length)
        rows += rows_of(drawn[: 2 if here else 1], str(at))
    return rows


def preview_rows(authoring: Authoring, note: Note, width: int) -> list[Row]:
    """A note as study will show it, its answer below, and what is to be said about it."""
    # The passage with the quoted words stands beside it.
    return [*findings(authoring, note, width), *preview(authoring.showings(note._replace(quote="")), width)]


def findings(authoring: Authoring, note: Note, width: int) -> list[Row]:
    """Whether the quote stands in the document, which rule found a draft, and what could be better."""
    parts: list[Content] = []
    found = authoring.is_quote_found(note)
    rule = authoring.rule(note)
    if found is not None:
        parts.append(line(("✓ ", ".right"), "quote found") if found else line(("! ", ".nearly"), "quote not found"))
    if rule:
        parts.append(line(("rule: ", ".muted"), rule))
    rows = [Row(line("   ", Content("   ").join(parts)))] if parts else []
    for message in authoring.advised(note):
        rows += rows_of(indented(line(one_line(message)), width - 2, line("   ", ("! ", ".nearly")), "     "))
    return rows


def counted(counts: Counts) -> Content:
    """How far the deck is, in words."""
    parts = [_number(counts.notes, "note"), _number(counts.drafts, "draft")]
    if counts.passages:
        parts.append(f"{counts.asked} of {counts.passages} asked")
    return line((" · ".join(parts), ".muted"))


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
