"""What surrounds a card: which deck, what is left, how far, which keys; and the words at the end."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from textual.content import Content

from quizzer.collection.sitting import Showing
from quizzer.core.asking import Form
from quizzer.core.schedule import State
from quizzer.core.session import Course
from quizzer.core.text import one_line
from quizzer.core.waiting import Left
from quizzer.tui.widgets.bar import NOTHING
from quizzer.tui.widgets.card_rows import MARGIN, margin
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.prose import prose
from quizzer.tui.widgets.reply import Reply

CELLS: Final = 16
"""How long the bar of progress is."""
Hint: TypeAlias = tuple[str, str]
"""A key's id in the table, and the word to use for it."""


def title_of(showing: Showing | None, left: Left) -> tuple[Content, Content]:
    """The deck's title, and what is left, with the heap that the card is of standing out."""
    if showing is None:
        return line(("quizzer", ".title")), NOTHING
    words = f": {one_line(showing.standing.flag)}" if showing.standing.flag else ""
    flag = [(f" * flagged{words}", ".nearly")] if showing.flagged else []
    title = (one_line(showing.deck_title), ".title")
    if showing.cram:
        again = f" · again {left.learning}" if left.learning else ""
        rest = line(("left: ", ".muted"), (str(sum(left)), ".title"), (again, ".muted"))
        return line(("Cram", ".title"), (" (no schedule changes) · ", ".muted"), title, *flag), rest
    here = {State.NEW: 0, State.REVIEW: 2}.get(showing.schedule.state, 1)
    parts: list[Part] = [("left: ", ".muted")]
    for at, (word, count) in enumerate((("new", left.new), ("learning", left.learning), ("due", left.due))):
        parts += [(" · ", ".muted")] if at else []
        parts.append((f"{word} {count}", ".title" if at == here else ".muted"))
    return line(title, *flag), line(*parts)


def progress(course: Course) -> Content:
    """How many cards of how many are done for today, and a bar that shows those that come again as well."""
    total = max(1, course.total)
    full = round(CELLS * course.finished / total)
    half = round(CELLS * (course.finished + course.begun) / total) - full
    return line(
        (f"{course.finished} of {course.total} ", ".muted"),
        ("▓" * full, ".good"),
        ("▒" * half, ".good"),
        ("░" * (CELLS - full - half), ".rule"),
    )


def hints_for(showing: Showing, reply: Reply, typing: bool, passage: bool, scrolls: bool) -> tuple[Hint, ...]:
    """The keys that are of use now.

    Args:
        showing: the card.
        reply: what the person has done with it.
        typing: while the field takes the letters.
        passage: whether there is one to show of which nothing is told beside the quote.
        scrolls: whether arrows bring more into view.
    """
    hint = bool(showing.asked.hint) and not reply.hinted and not reply.revealed
    scroll = (("study.down@↑↓", "scroll"),) if scrolls else ()
    if typing:
        first = (("study.hint@F2", "hint"),) if hint else ()
        leave = ("study.leave", "leave the field")
        return (*first, *scroll, leave, ("study.help@F1", "help"), ("study.palette", "everything"))
    hints: list[Hint] = [*scroll]
    if showing.asked.form is Form.TYPE and not reply.revealed:
        hints.append(("study.field", ""))
    if hint:
        hints.append(("study.hint", ""))
    if reply.revealed and passage:
        hints.append(("study.passage", "passage"))
    flag = "unflag" if showing.flagged else "flag"
    hints += [("study.leave", ""), ("study.help", "more"), ("study.undo", ""), ("study.flag", flag)]
    return (*hints, ("study.edit", ""), ("study.info", ""))


def ending_rows(words: Sequence[str], width: int) -> list[Row]:
    """What was done, and what is next and when."""
    first, *rest = words or ("Nothing to study.",)
    lines = [line((one_line(first), ".title"))]
    for sentence in rest:
        lines += [NOTHING, *prose(sentence, max(8, width - 2 * MARGIN))]
    return [Row(NOTHING), *margin(lines), Row(NOTHING)]
