"""The scores' third tab: each quiz beside its prediction."""

from textual.content import Content

from quizzer.collection.score_quizzes import QuizRow, QuizzesSeen
from quizzer.core.answers import clock_words, share_words
from quizzer.core.day import local
from quizzer.core.stats.wording import between_words, counted
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.lines import Row

SCALE = 20
"""Cells of the scale from 0 to 100 %."""


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
    head = f" {'Begun':<13}{'score':>5}  {'expected':<13}{'0 %':<{SCALE - 4}}100 %   questions"
    rows = [Row(Content("")), Row(line((f" {whole}", ".title"))), Row(Content("")), Row(line((head, ".muted")))]
    return rows + [Row(_quiz(row, width, at == cursor), str(at)) for at, row in enumerate(seen.rows)]


def _quiz(row: QuizRow, width: int, here: bool) -> Content:
    begun, prediction = local(row.at, row.offset), row.prediction
    when = f"{begun.day} {begun:%b %H:%M}"
    expected = f"{share_words(prediction.expected):>5} {between_words(prediction.low, prediction.high)}"
    content = line(
        ("▸", ".accent") if here else " ",
        (f"{when:<13}", ".title" if here else ""),
        (f"{share_words(row.share):>5}", ".title"),
        f"  {expected:<13} ",
        *_scale(row),
        f"  {row.questions:>3} in {clock_words(row.took_ms)}  ",
    )
    room = width - content.cell_length
    return content + Content(shorten(one_line(row.title), room)) if room > 8 else content.truncate(width, ellipsis=True)


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
    return f"{one_line(row.title)}: {row.prediction.words(row.share)}; {kind}."
