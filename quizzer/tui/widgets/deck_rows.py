"""A deck's line on the home screen, and the sentence that explains it."""

from typing import Final

from textual.content import Content

from quizzer.collection.overview import DeckRow
from quizzer.core.day import date_of
from quizzer.core.text import one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.widgets.drawing import Part, line

NONE: Final = "–"
WIDE: Final = (8, 11, 14)
NARROW: Final = (5, 6, 6)
STARTER: Final = "getting-started"
"""The bundled deck that a newcomer begins with."""
HEADS: Final = (("new", "learning", "due"), ("new", "lrn", "due"))


def columns(width: int) -> tuple[int, int, int]:
    """The widths of the three counts; none of them where there is no room beside a name."""
    if width >= 60:
        return WIDE
    return NARROW if width >= 34 else (0, 0, 0)


def head(width: int) -> Content:
    """The line above the decks."""
    sizes = columns(width)
    words = HEADS[0] if sizes == WIDE else HEADS[1]
    counts = "".join(f"{word:>{size}}" for word, size in zip(words, sizes, strict=True) if size)
    return line((f"   {'Deck':<{max(4, width - 4 - sum(sizes))}}{counts} ", ".muted"))


def deck_line(row: DeckRow, width: int, here: bool, whole: bool = False) -> Content:
    """One deck; the cursor is a mark, a colour and bold type."""
    sizes = columns(width)
    room = max(1, width - 4 - sum(sizes))
    title = shorten(one_line(row.title) or row.id, room)
    name = (title + " " * (room - cells(title)), ".title" if here or whole else "")
    counts = zip((row.new, row.learning, row.due), sizes, ("", "", _of_all(row) if sizes == WIDE else ""), strict=True)
    parts: list[Part] = [(" ▸ ", ".accent") if here else "   ", name]
    for count, size, words in counts:
        text = words or (str(count) if count else NONE)
        parts.append((f"{text:>{size}}", "" if count else ".muted")) if size else None
    content = line(*parts, " ")
    return content.stylize(".cursor") if here else content


def _of_all(row: DeckRow) -> str:
    return f"{row.due} of {row.due_in_all}" if row.due_in_all > row.due else ""


def explained(row: DeckRow, today: int, newcomer: bool, new_a_day: int = 0) -> list[Content]:
    """What is to be known of the deck under the cursor, the most important first.

    Args:
        row: the deck, or everything.
        today: the study day.
        newcomer: whether nothing has ever been studied.
        new_a_day: the limit of all decks together, where it keeps some of their new cards back; else 0.
    """
    shared = f"; {new_a_day} new a day from all decks together" if new_a_day and row.new else ""
    lines: list[Content] = []
    if row.note:
        lines.append(Content(one_line(row.note)))
    if newcomer:
        lines.append(line(Content(_welcome(row, shared)), " Press ", ("Enter", ".key"), "."))
    if row.left_out:
        lines.append(
            line(
                f"{_cards(row.cards)}, ", (_notes(row.left_out), ".nearly"), " left out: ", ("p", ".key"), " shows why."
            )
        )
    waiting = row.new + row.learning + row.due
    if not waiting:
        lines.append(line(_when_done(row, today), *((("  c", ".key"), " cram") if row.cards else ())))
    elif row.due_in_all > row.due:
        lines.append(Content(f"{row.due_in_all} are due; {row.due} of them today, those you remember best first."))
    elif not newcomer:
        lines.append(Content(f"{_cards(waiting)} to go today, of {row.cards} in all{shared}."))
    return lines


def _welcome(row: DeckRow, shared: str) -> str:
    if row.id == STARTER:
        return "Learn quizzer with quizzer, in under five minutes."
    return f"{_cards(row.cards)} {'waits' if row.cards == 1 else 'wait'} for you{shared}."


def _when_done(row: DeckRow, today: int) -> str:
    if not row.cards:
        return "No cards in here yet."
    if row.next_day is None:
        return f"All done. Nothing else of {_cards(row.cards)} is planned."
    return f"All done. Next: {_cards(row.next_count)} {day_words(row.next_day, today)}."


def day_words(day: int, today: int) -> str:
    """A study day as people say it: tomorrow, on Thursday, on 3 Dec.

    >>> day_words(20001, 20000)
    'tomorrow'
    """
    date = date_of(day)
    if day <= today:
        return "today"
    if day == today + 1:
        return "tomorrow"
    if day < today + 7:
        return f"on {date:%A}"
    return f"on {date:%a} {date.day} {date:%b}" + (f" {date.year}" if date.year != date_of(today).year else "")


def _cards(count: int) -> str:
    return f"{count} card" if count == 1 else f"{count} cards"


def _notes(count: int) -> str:
    return f"{count} note" if count == 1 else f"{count} notes"
