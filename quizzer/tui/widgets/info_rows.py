"""Card info as lines: the card, why it is due, its memory, what is to come, and its history."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Final

from textual.content import Content

from quizzer.collection.card_info import WEEKS, CardInfo
from quizzer.core.answers import share_words
from quizzer.core.buttons import FOUR, Buttons
from quizzer.core.event import Did
from quizzer.core.history import Fate, Past, Text
from quizzer.core.history_words import DIFFICULTY, RETRIEVABILITY, STABILITY, deed, outcome, response, took
from quizzer.core.schedule import Rating
from quizzer.core.stats.wording import counted
from quizzer.core.text import one_line
from quizzer.core.why_due import clock_time, date_words
from quizzer.tui.widgets.card_rows import PASSAGE
from quizzer.tui.widgets.chart import columns
from quizzer.tui.widgets.drawing import flow, indented, line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.prose import prose

MARGIN: Final = "   "
NAME: Final = 15
"""The width of the column of names."""
HEIGHT: Final = 4
EDGE: Final = "100 %  "
WIDE: Final = 56
"""The cells from which on what goes on below stands under where it began."""
HIDDEN: Final = "shown once the answer is"
_INKS = {Rating.AGAIN: ".again", Rating.HARD: ".hard", Rating.GOOD: ".good", Rating.EASY: ".easy"}
BLANK: Final = Row(Content(""))


def info_rows(info: CardInfo, revealed: bool, width: int, buttons: Buttons = FOUR) -> list[Row]:
    """All that is known of a card.

    Args:
        info: what is known.
        revealed: whether the solution may be shown, and whatever would give it away.
        width: in cells.
        buttons: the ratings that are offered.
    """
    room = max(8, width - 2 * len(MARGIN))
    return [
        *_card(info, revealed, room),
        *_head("Why it is due, or not"),
        *(row for sentence in info.why for row in _wrapped(line(sentence), room)),
        *_memory(info, buttons, room),
        *_past(info, revealed, room),
        *_texts(info, revealed, room),
        BLANK,
    ]


def _card(info: CardInfo, revealed: bool, room: int) -> list[Row]:
    report = info.report
    if info.question:
        rows = [BLANK, *(Row(Content(MARGIN) + one) for one in prose(info.question, room, base=".title"))]
    else:
        rows = [BLANK, *_wrapped(line(("Its text is not known: it was never reviewed here.", ".muted")), room)]
    if revealed and info.solution:
        rows += [BLANK, *(Row(Content(MARGIN) + one) for one in prose(info.solution, room))]
    rows.append(BLANK)
    facts = [
        ("deck", one_line(info.title)),
        ("card", f"{report.id}{f', {report.kind}' if report.kind else ''}"),
        ("place", PurePath(info.place).name),
        ("tags", " · ".join(map(one_line, report.tags))),
        ("source", one_line(info.source)),
    ]
    if not revealed:  # an id often is the answer
        facts[1] = ("card", report.kind)
        facts.append(("solution", HIDDEN))
    rows += [row for name, value in facts if value for row in _fact(name, line(value), room)]
    if revealed and info.quote:
        quote = Content(f"{' '.join(info.quote.split())} ❞").stylize("italic")
        rows += [row._replace(target=PASSAGE) for row in _wrapped(quote, room, line(("❝ ", ".muted")))]
    return rows


def _memory(info: CardInfo, buttons: Buttons, room: int) -> list[Row]:
    report, rows = info.report, _head("Memory")
    if report.stability is None or report.difficulty is None or report.retrievability is None:
        rows += _wrapped(line("Nothing is known of it yet: the first review tells."), room)
    else:
        for name, value, words in (
            ("stability", f"{report.stability:.1f} d", STABILITY),
            ("difficulty", f"{report.difficulty:.1f}", DIFFICULTY),
            ("recall now", share_words(report.retrievability), RETRIEVABILITY),
        ):
            rows += _fact(name, line((f"{value:<8}", ".title"), (words, ".muted")), room, 8)
    rows += _waits(info.waits, buttons, room)
    if info.recall:
        rows += _recall(info.recall, room)
    return rows


def _waits(waits: Sequence[str], buttons: Buttons, room: int) -> list[Row]:
    """What each rating would give; none is broken in two."""
    parts = [line((button.name, _INKS[button.rating]), f" {waits[button.rating - 1]}") for button in buttons]
    lead = line((f"{'if rated now':<{NAME}}", ".muted"))
    lines = flow(parts, max(8, room - NAME), " · ")
    return [Row(line(MARGIN, lead if at == 0 else " " * NAME, content)) for at, content in enumerate(lines)]


def _recall(recall: Sequence[float], room: int) -> list[Row]:
    """Recall over the coming weeks without a review, as bars with their figures."""
    weeks = min(WEEKS, (room - len(EDGE) - 9) // 8 * 2)  # as many as there is room for, and their name
    bars = columns(recall[: weeks + 1], HEIGHT, (0.0, 1.0), 2, 2)
    rows = [BLANK, *_wrapped(line(("Recall in the coming weeks, if it is not reviewed", ".muted")), room)]
    rows += [Row(line(MARGIN, (EDGE if not at else " " * len(EDGE), ".muted"), bar)) for at, bar in enumerate(bars)]
    marks = "".join(f"{f'{week}' if week else 'now':<8}" for week in range(0, weeks + 1, 2))
    figures = "".join(f"{round(share * 100):<8}" for share in recall[: weeks + 1 : 2])
    return [
        *rows,
        Row(line(MARGIN, (f"{'%  ':>{len(EDGE)}}", ".muted"), figures.rstrip())),
        Row(line(MARGIN, " " * len(EDGE), (f"{marks.rstrip()} weeks", ".muted"))),
    ]


def _past(info: CardInfo, revealed: bool, room: int) -> list[Row]:
    report = info.report
    beside = f"{counted(report.reps, 'review')} {'counts' if report.reps == 1 else 'count'}"
    beside += f", {counted(report.lapses, 'lapse')}" if report.lapses else ""
    rows = _head("History", beside if info.past else "")
    if not info.past:
        return [*rows, *_wrapped(line("Nothing yet. Each review will stand here, with what came of it."), room)]
    for past in info.past:
        rows += _happened(past, revealed, room)
    return rows


def _happened(past: Past, revealed: bool, room: int) -> Iterable[Row]:
    """One line of history: when, what, how, and what came of it; what was answered stands below."""
    when = f"{date_words(past.day):<15} {clock_time(past.at, past.offset)}  "
    gone = past.fate is Fate.UNDONE
    if past.kind != Did.REVIEWED:
        back = "; taken back" if gone else ""
        return _wrapped(line((f"{one_line(deed(past))}{back}", ".muted" if gone else "")), room, line((when, ".muted")))
    style = ".muted" if gone or not past.rating else _INKS[Rating(past.rating)]
    content = line(
        (f"{deed(past):<7}", style),
        (f"{past.mode:<6}", ".muted"),
        (f"{took(past):<6}", ".muted"),
        one_line(outcome(past)),
    )
    rows = _wrapped(content.stylize_before(".muted") if gone else content, room, line((when, ".muted")))
    if revealed and (said := response(past)):
        rows += _wrapped(line((one_line(said), ".muted")), room, " " * (len(when) if room >= WIDE else 2))
    return rows


def _texts(info: CardInfo, revealed: bool, room: int) -> list[Row]:
    """The versions of its text that were reviewed and are not what the deck has now."""
    old = info.texts[1:] if info.text_is_current else info.texts
    if not old or (info.report.orphan and len(old) == 1):
        return []
    rows = _head("Texts it had", "" if revealed else HIDDEN)
    for text in old if revealed else ():
        rows += _text(text, info, room)
    return rows


def _text(text: Text, info: CardInfo, room: int) -> list[Row]:
    """One version: what it says other than the card does now."""
    when = f"{date_words((text.at + text.offset * 1000) // 86_400_000)}"
    rows = _wrapped(line((f"first reviewed on {when}", ".muted")), room)
    for name, then, now in (
        ("question", text.question, info.question),
        ("solution", text.solution, info.solution),
        ("quote", text.quote, info.quote),
    ):
        same = then == now
        shown = line(("as now", ".muted")) if same else line(one_line(then)) if then else line(("none", ".muted"))
        rows += _fact(name, shown, room)
    return rows


def _head(words: str, beside: str = "") -> list[Row]:
    return [BLANK, Row(line(" ", (words, ".accent"), (f"  {beside}" if beside else "", ".muted")))]


def _fact(name: str, value: Content, room: int, rest: int = 0) -> list[Row]:
    lead = line((f"{name:<{NAME}}", ".muted"))
    return [Row(Content(MARGIN) + one) for one in indented(value, room, lead, " " * (NAME + rest))]


def _wrapped(content: Content, room: int, lead: Content | str = "") -> list[Row]:
    lead = lead if isinstance(lead, Content) else Content(lead)
    rest = " " * (lead.cell_length if room >= WIDE else min(2, lead.cell_length))
    return [Row(Content(MARGIN) + one) for one in indented(content, room, lead, rest)]
