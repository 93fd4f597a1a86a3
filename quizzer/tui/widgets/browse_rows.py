"""Cards as lines of a list, and the one under the cursor in full."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizzer.core.day import day_of
from quizzer.core.options import LEECH_LAPSES
from quizzer.core.stats.wording import counted
from quizzer.core.text import clean, one_line, shorten
from quizzer.core.text import width as cells
from quizzer.core.wording import days_words
from quizzer.tui.widgets.drawing import Part, flow, indented, line

if TYPE_CHECKING:
    from quizzer.collection.browsing import Browsed
    from quizzer.core.moment import Moment

LEAD: Final = 4
"""Cells before the question: the cursor, and the mark."""
DUE: Final = 11
STATE: Final = 10
SYNTAX: Final = "Words, or is:due is:leech is:flagged is:draft deck:… tag:… rated:7 again …"


def counted_cards(count: int) -> str:
    """How many cards, readable also where they are many.

    >>> counted_cards(1), counted_cards(100_000)
    ('1 card', '100,000 cards')
    """
    return "1 card" if count == 1 else f"{count:,} cards"


def filter_line(text: str) -> Content:
    """The filter, where there is no field for it yet."""
    return (
        line(("› ", ".accent"), one_line(text))
        if text
        else line(("› ", ".accent"), ("/", ".key"), (" search", ".muted"))
    )


def columns(width: int) -> tuple[int, int, int]:
    """The widths of deck, due date and state; 0 where there is no room beside a question."""
    if width >= 60:
        return (min(26, width // 5), DUE, STATE)
    return (0, DUE, STATE) if width >= 46 else (0, 0, STATE)


def head(width: int) -> Content:
    """The line above the cards."""
    deck, due, state = columns(width)
    words = [(word, size) for word, size in (("deck", deck), ("due", due), ("state", state)) if size]
    lead = f"{'':{LEAD}}{'question':<{_room(width)}}"
    return line((lead + "".join(f"  {word:<{size}}" for word, size in words), ".muted"))


def _room(width: int) -> int:
    """The width of a question."""
    return max(8, width - LEAD - sum(size + 2 for size in columns(width) if size))


def browse_line(row: "Browsed | None", marked: bool, width: int, here: bool, now: "Moment", today: int) -> Content:
    """One card; the cursor is a mark, a colour and bold type."""
    lead: list[Part] = [(" ▸", ".accent") if here else "  ", ("✓ " if marked else "  ", ".accent")]
    if row is None:
        content = line(*lead, ("It is there no longer.", ".muted"))
        return content.pad_right(max(0, width - content.cell_length))
    deck, due, state = columns(width)
    star = "* " if row.report.flag is not None else ""
    parts = [*lead, (star, ".nearly"), _fitted(row.question, _room(width) - len(star), ".title" if marked else "")]
    word, style = state_word(row)
    for text, size, ink in (
        (row.title, deck, ".muted"),
        (due_words(row.report.due, now, today), due, ""),
        (word, state, style),
    ):
        if size:
            parts += ["  ", _fitted(text, size, ink)]
    content = line(*parts)
    return content.stylize(".cursor") if here else content


def _fitted(text: str, size: int, style: str) -> Part:
    short = shorten(one_line(text), size)
    return (short + " " * (size - cells(short)), style)


def state_word(row: "Browsed") -> tuple[str, str]:
    """Where a card stands, in a word, and its style; what keeps it from being asked comes first."""
    report = row.report
    for holds, word in (
        (report.draft, "draft"),
        (report.orphan, "orphan"),
        (report.suspended, "suspended"),
        (report.buried, "buried"),
    ):
        if holds:
            return word, ".nearly"
    return report.state, ".muted" if report.state == "new" else ""


def due_words(due: str, now: "Moment", today: int) -> str:
    """A due date as of `CardReport`, from now on: short enough for a column."""
    if not due:
        return ""
    when = datetime.fromisoformat(due)
    days = day_of(when.date()) - today
    if "T" in due and (when.timestamp() * 1000 <= now.at or days <= 0):
        return "now" if when.timestamp() * 1000 <= now.at else f"{when:%H:%M}"
    if days < 0:
        return f"{days_words(-days)} ago"
    return {0: "today", 1: "tomorrow"}.get(days) or f"in {days_words(days)}"


def whole_card(row: "Browsed | None", width: int, now: "Moment", today: int, brief: bool = False) -> list[Content]:
    """A card in full: what it asks, its answer, why it wants a look, where it stands, and what explains it.

    `brief`: the answer in one line, for a low window.
    """
    if row is None:
        return []
    solution = shorten(one_line(_in_one_line(row.solution)), max(8, width - 3)) if brief else row.solution
    lines = _texts(width, (row.question, ".title"), (solution, ""))
    for parts in (_why(row), _facts(row, now, today)):
        if parts:
            rows = flow(parts, max(8, width - 6), " · ")
            lines += [one for row in rows for one in indented(row, max(8, width - 3), "   ", "   ")]
    more = _texts(width, (row.explanation, ""), (f"❝ {row.quote} ❞" if row.quote else "", ".muted"))
    return [*lines, Content(""), *more] if more else lines


def _in_one_line(text: str) -> str:
    """Items of a list with signs between them, instead of a mark before each."""
    items = text.split("\n")
    return "; ".join(item[2:] for item in items) if all(item.startswith("- ") for item in items) else text


def _texts(width: int, *texts: tuple[str, str]) -> list[Content]:
    lines: list[Content] = []
    for text, style in texts:
        for one in clean(text).split("\n") if text else ():
            lines += indented(line((one, style)), max(8, width - 3), "   ", "   ")
    return lines


def _why(row: "Browsed") -> list[Content]:
    """What is out of the ordinary."""
    report = row.report
    said: list[str] = []
    if report.draft:
        said.append(f"a draft: Enter opens {one_line(row.place)}, to accept it or not")
    if report.orphan:
        said.append("no deck holds it any more: g gives its history to another card")
    elif not row.place:
        said.append("its note has an error, or its deck is not at hand: p at home shows why")
    if report.flag is not None:
        said.append(f"flagged: {one_line(report.flag)}" if report.flag else "flagged")
    if report.suspended:
        said.append("suspended: @ resumes it")
    if report.buried:
        said.append("buried until tomorrow: - brings it back")
    if report.lapses >= LEECH_LAPSES:
        said.append(f"a leech: forgotten {report.lapses} times")
    return [line((words, ".nearly")) for words in said]


def _facts(row: "Browsed", now: "Moment", today: int) -> list[Content]:
    """Where it stands, in figures."""
    report = row.report
    said = [report.kind] if report.kind else []
    if report.stability is not None and report.retrievability is not None:
        said += [
            f"due {due_words(report.due, now, today)}",
            f"remembered {report.retrievability:.0%}".replace("%", " %"),
            f"stability {days_words(round(report.stability)) if report.stability >= 1 else 'under a day'}",
            f"{counted(report.reps, 'review')}, {counted(report.lapses, 'lapse')}",
        ]
    elif not report.draft:
        said.append("never seen")
    said += [f"tags {one_line(', '.join(report.tags))}"] if report.tags else []
    return [line((words, ".muted")) for words in [*said, one_line(report.id)]]


def mistake_line(at: int, sentence: str, width: int) -> Content:
    """What is wrong with a filter, beneath the place where it is; where there is no room for that, with its number."""
    if at + len(sentence) + 4 <= width:
        return line(" " * (2 + at), ("^ ", ".wrong"), (sentence, ".nearly"))
    return line(("! ", ".wrong"), (f"at character {at + 1}: {sentence}", ".nearly"))
