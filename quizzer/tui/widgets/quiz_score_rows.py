"""The scores' third tab: each quiz beside its prediction."""

from textual.content import Content

from quizzer.collection.score_quizzes import QuizRow, QuizzesSeen
from quizzer.core.answers import clock_words, share_words
from quizzer.core.day import day_of, local
from quizzer.core.stats.wording import between_words, counted
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.lines import Row

SCALE = 20
"""Cells of the scale from 0 to 100 %."""
ASKED = 9
"""Cells for how many questions there were."""
_YEAR = 330
"""Days from which a date needs its year more than its hour."""


def quiz_score_rows(seen: QuizzesSeen, cursor: int, width: int) -> list[Row]:
    """The tab at a width, the cursor on a quiz."""
    if not seen.rows:
        words = (
            "No quiz was finished in this period. Here each quiz will stand beside what your reviews had promised: "
            "x at home begins one."
        )
        return [Row(Content(""))] + [Row(Content("   ") + one) for one in Content(words).wrap(max(8, width - 6))]
    whole = (
        f"{counted(len(seen.rows), 'quiz', 'quizzes')}: {share_words(seen.share)} on average, "
        f"{share_words(seen.expected)} expected; {seen.within} of {len(seen.rows)} within the interval"
    )
    head = f" {'Begun':<12}{'score':>6} {'expected':>9}       {'0 %':<{SCALE - 5}}100 % {'questions':<{ASKED}}  decks"
    rows = [Row(Content("")), *(Row(Content(" ") + one) for one in line((whole, ".title")).wrap(max(8, width - 2)))]
    if any(row.questions < row.asked for row in seen.rows):
        words = f"Of each quiz only the questions on {_what(seen)} are counted here."
        rows += [Row(Content(" ") + one) for one in line((words, ".muted")).wrap(max(8, width - 2))]
    rows += [Row(Content("")), Row(line((head, ".muted")).truncate(width))]
    return rows + [Row(_quiz(row, seen.day, width, at == cursor), str(at)) for at, row in enumerate(seen.rows)]


def _quiz(row: QuizRow, today: int, width: int, here: bool) -> Content:
    begun, prediction = local(row.at, row.offset), row.prediction
    old = today - day_of(begun.date())
    when = f"{begun.day} {begun:%b}{f' {begun:%H:%M}' if old < _YEAR else f' {begun.year}'}"
    expected = f"{share_words(prediction.expected):>6} {between_words(prediction.low, prediction.high)}"
    asked = str(row.questions) if row.questions == row.asked else f"{row.questions} of {row.asked}"
    content = line(
        ("▸", ".accent") if here else " ",
        (f"{when:<12}", ".title" if here else ""),
        (f"{share_words(row.share):>6}", ".title"),
        f" {expected:<15} ",
        *_scale(row),
        f" {asked:<{ASKED}}  ",
    )
    room = width - content.cell_length
    return content + Content(shorten(one_line(row.title), room)) if room > 5 else content.truncate(width, ellipsis=True)


def _scale(row: QuizRow) -> list[Part]:
    """The interval as a line, the score on it as a point."""
    low, high, at = (round(share * (SCALE - 1)) for share in (row.prediction.low, row.prediction.high, row.share))
    parts: list[Part] = []
    for place in range(SCALE):
        if place == at:
            parts.append(("●", ".right" if row.within else ".wrong"))
        else:
            parts.append(("─", ".accent") if low <= place <= high else ("·", ".rule"))
    return parts


def quiz_words(row: QuizRow) -> str:
    """A quiz in one sentence."""
    kind = "counted as reviews" if row.counts else "for practice"
    took = f"{row.asked} questions in {clock_words(row.took_ms)}"
    return f"{one_line(row.title)}: {row.prediction.words(row.share)}; {took}, {kind}."


def _what(seen: QuizzesSeen) -> str:
    """What is told of, in words."""
    tag = f"tag {one_line(seen.wanted.tag)}" if seen.wanted.tag else ""
    return ", ".join(filter(None, (one_line(seen.title) if seen.wanted.deck else "", tag)))
