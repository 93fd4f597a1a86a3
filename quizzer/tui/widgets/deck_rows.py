"""A deck's line on the home screen, and the sentences that explain it."""

from typing import Final, NamedTuple

from textual.content import Content

from quizzer.collection.counting import DeckRow
from quizzer.collection.overview import Overview
from quizzer.core.day import date_of
from quizzer.core.options import OLDEST, RANDOM, REMEMBERED
from quizzer.core.text import one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.widgets.drawing import Part, line

NONE: Final = "–"
FULL: Final = (6, 10, 13, 15)
WIDE: Final = (8, 11, 14, 0)
NARROW: Final = (5, 6, 6, 0)
STARTER: Final = "getting-started"
"""The bundled deck that a newcomer begins with."""
HEADS: Final = (("new", "learning", "due", "if asked now"), ("new", "lrn", "due", ""))
OWN: Final = "+ your own: a document, or an empty deck"
ORDER_WORDS: Final = {REMEMBERED: ", best remembered first", OLDEST: ", oldest first", RANDOM: ", at random"}
FAR: Final = -1
"""The day of a backlog that is not getting less."""


class Later(NamedTuple):
    """What home learns of a deck only after its first frame."""

    expected: float | None = None
    """The score to expect if all its cards were asked now, 0–1."""
    clear: int | None = None
    """The study day on whose evening its backlog is clear, or FAR; None where there is none, or nobody knows yet."""
    exam: tuple[str, ...] = ()
    """What is to be said of its exam."""


NOTHING: Final = Later()


def columns(width: int) -> tuple[int, int, int, int]:
    """The widths of the three counts and of the score; none of them where there is no room beside a name."""
    if width >= 72:
        return FULL
    if width >= 60:
        return WIDE
    return NARROW if width >= 34 else (0, 0, 0, 0)


def head(width: int) -> Content:
    """The line above the decks."""
    sizes = columns(width)
    words = HEADS[1] if sizes == NARROW else HEADS[0]
    counts = "".join(f"{word:>{size}}" for word, size in zip(words, sizes, strict=True) if size)
    return line((f"   {'Deck':<{max(4, width - 4 - sum(sizes))}}{counts} ", ".muted"))


def deck_line(row: DeckRow, width: int, here: bool, whole: bool = False, later: Later = NOTHING) -> Content:
    """One deck; the cursor is a mark, a colour and bold type."""
    sizes = columns(width)
    room = max(1, width - 4 - sum(sizes))
    title = shorten(one_line(row.title) or row.id, room)
    name = (title + " " * (room - cells(title)), ".title" if here or whole else "")
    share = "" if later.expected is None else f"{later.expected:.0%}".replace("%", " %")
    words = (_count(row.new), _count(row.learning), _due(row, sizes), share)
    parts: list[Part] = [(" ▸ ", ".accent") if here else "   ", name]
    for text, size in zip(words, sizes, strict=True):
        parts.append((f"{text:>{size}}", ".muted" if text == NONE else "")) if size else None
    content = line(*parts, " ")
    return content.stylize(".cursor") if here else content


def own_line(width: int, here: bool) -> Content:
    """The line under the decks that leads to one's own."""
    text = shorten(OWN, max(1, width - 4))
    room = max(0, width - 3 - cells(text))
    content = line((" ▸ ", ".accent") if here else "   ", (text, ".title" if here else ".muted"), " " * room)
    return content.stylize(".cursor") if here else content


def _count(count: int) -> str:
    return str(count) if count else NONE


def _due(row: DeckRow, sizes: tuple[int, ...]) -> str:
    if row.due_in_all > row.due and sizes != NARROW:
        return f"{row.due} of {row.due_in_all}"
    return _count(row.due)


def explained(row: DeckRow, seen: Overview, newcomer: bool, later: Later = NOTHING) -> list[Content]:
    """What is to be known of the deck under the cursor, the most important first.

    Args:
        row: the deck, or everything.
        seen: all figures.
        newcomer: whether nothing has ever been studied.
        later: what was found out since the first frame.
    """
    limit = seen.new_per_day if seen.new_kept_back and row.new else 0
    shared = f"; {limit} new a day from all decks together" if limit else ""
    lines: list[Content] = []
    if row.note:
        lines.append(Content(one_line(row.note)))
    if newcomer:
        lines.append(line(Content(_welcome(row, shared)), " Press ", ("Enter", ".key"), "."))
    lines += [Content(sentence) for sentence in later.exam]
    if row.left_out:
        lines.append(
            line(
                f"{_cards(row.cards)}, ", (_notes(row.left_out), ".nearly"), " left out: ", ("p", ".key"), " shows why."
            )
        )
    if not row.today and row.due_in_all <= row.due:
        lines += _when_done(row, seen)
    elif row.due_in_all > row.due:
        lines += _behind(row, seen, later)
    elif not newcomer and not later.exam:
        lines.append(Content(f"{_cards(row.today)} to go today, of {row.cards} in all{shared}."))
    return lines


def _behind(row: DeckRow, seen: Overview, later: Later) -> list[Content]:
    """What does not frighten: how much of a backlog comes today, in which order, and when it will be clear."""
    away = f"{seen.away} days away. " if seen.away > 1 else ""
    today = f"{row.due} of {row.due_in_all} today" if row.due else f"{row.due_in_all} are left for the coming days"
    waits = "" if row.new else "; new cards wait"
    order = ORDER_WORDS[seen.options.order] if row.due else ""
    spread = f" until {_date(seen.spread[1])}" if seen.spread else ""
    first = Content(f"{away}{today}{spread}{order}{waits}.")
    if later.clear is None:
        when = "Nothing is lost."
    elif later.clear == FAR:
        when = "At this pace it does not get less."
    else:
        when = f"Clear about {_date(later.clear)}. Nothing is lost."
    keys: tuple[Part, ...] = ("   ", ("s", ".key"), " spread it   ", ("A", ".key"), " as many as I can")
    return [first, line(when, *keys)]


def _welcome(row: DeckRow, shared: str) -> str:
    if row.id == STARTER:
        return "Learn quizzer with quizzer, in under five minutes; then make your own, in the last line."
    return f"{_cards(row.cards)} {'waits' if row.cards == 1 else 'wait'} for you{shared}."


def _when_done(row: DeckRow, seen: Overview) -> list[Content]:
    if not row.cards:
        return [Content("No cards in here yet.")]
    if row.next_day is None and seen.behind:
        said = "Nothing is due here. New cards wait until the backlog is clear."
    elif row.next_day is None:
        said = f"All done. Nothing else of {_cards(row.cards)} is planned."
    else:
        said = f"All done. Next: {_cards(row.next_count)} {day_words(row.next_day, seen.day)}."
    return [line(said, "   ", ("c", ".key"), " cram   ", ("n", ".key"), " more new cards today")]


def _date(day: int) -> str:
    date = date_of(day)
    return f"{date:%a} {date.day} {date:%b}"


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
    return f"on {_date(day)}" + (f" {date.year}" if date.year != date_of(today).year else "")


def _cards(count: int) -> str:
    return f"{count} card" if count == 1 else f"{count} cards"


def _notes(count: int) -> str:
    return f"{count} note" if count == 1 else f"{count} notes"
