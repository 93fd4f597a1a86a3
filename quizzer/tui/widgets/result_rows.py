"""The result of a quiz as lines: score, topics, questions one a line, and one question in full."""

from typing import Final

from textual.content import Content

from quizzer.collection.quiz_result import Earlier, QuizResult, Reviewed
from quizzer.collection.reading import PassageView
from quizzer.core.answers import points_words, response_words, share_words
from quizzer.core.asking import solution
from quizzer.core.cards import Choice
from quizzer.core.day import local
from quizzer.core.grading import Outcome
from quizzer.core.markup import plain, plain_text
from quizzer.core.result import Mark, Result, TopicScore
from quizzer.core.text import one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.widgets.drawing import Part, indented, line, spread
from quizzer.tui.widgets.lines import Row, rows_of
from quizzer.tui.widgets.prose import prose
from quizzer.tui.widgets.verdict_rows import part_lines, pieces

SIGNS: Final = {
    Mark.RIGHT: ("✓", ".right"),
    Mark.PARTLY: ("◐", ".nearly"),
    Mark.WRONG: ("✗", ".wrong"),
    Mark.SKIPPED: ("–", ".muted"),
}
CELLS: Final = 10
LABEL: Final = 7


def score_rows(result: QuizResult, width: int, most: int) -> list[Row]:
    """Score beside prediction, tally beside the quiz before, and `most` topics, weakest first."""
    found = result.result
    between = f"({round(found.prediction.low * 100)}–{round(found.prediction.high * 100)})"
    score = f"{points_words(found.got)} of {len(found.marked)} · {share_words(found.share)}"
    predicted = f"predicted {share_words(found.prediction.expected)} {between}: {found.prediction.words(found.share)}"
    if not found.promised:
        predicted = f"guessing alone {share_words(found.prediction.expected)} {between}: nothing was reviewed before"
    parts: list[Part] = []
    for mark, (sign, style) in SIGNS.items():
        count = found.count(mark)
        parts += [(f"{sign} ", style), f"{count} {mark}   "] if count else []
    lines = [
        line("   ", (score, ".title"), "    ", (predicted, ".muted")),
        spread(line("   ", *parts), line((_earlier(result.earlier), ".muted")), max(1, width - 1)),
    ]
    if len(found.topics) > 1:
        lines += [Content(""), *topic_lines(found, width, most)]
    return rows_of([content.truncate(max(1, width), ellipsis=True) for content in lines])


def _earlier(earlier: Earlier | None) -> str:
    if earlier is None:
        return ""
    when = local(earlier.at, earlier.offset)
    return f"{when.day} {when:%b}: {share_words(earlier.share)}"


def topic_lines(result: Result, width: int, most: int) -> list[Content]:
    """The weakest topics: what they brought, in figures and as a bar, and what was expected."""
    topics = result.topics[:most]
    name = max(5, min(max(cells(one.topic) for one in topics), width - 50, 34))
    head = "Topic" if len(topics) == len(result.topics) else f"Topic, {len(topics)} weakest of {len(result.topics)}"
    name = max(name, len(head))
    lines = [line(("   " + f"{head:<{name}}   {'got':>11}{'':>8}{'':{CELLS + 2}}predicted", ".muted"))]
    weaker = result.topics[0].share < result.topics[-1].share
    return [*lines, *(_topic(one, name, at == 0 and weaker) for at, one in enumerate(topics))]


def _topic(one: TopicScore, name: int, weakest: bool) -> Content:
    title = shorten(one_line(one.topic), name)
    got = f"{points_words(one.got)} of {one.of}"
    full = round(CELLS * one.share)
    return line(
        f"   {title}{' ' * (name - cells(title))}   {got:>11}  {share_words(one.share):>5}  ",
        ("█" * full, ".good"),
        ("░" * (CELLS - full), ".rule"),
        f"  {share_words(one.expected):>5}",
        ("   weakest", ".nearly") if weakest else "",
    )


def question_line(row: Reviewed, width: int, here: bool) -> Content:
    """One question on one line: its mark, what it brought, how it begins."""
    sign, style = SIGNS[row.marked.mark]
    brought = {0.0: "0", 0.5: "½", 1.0: "1"}.get(row.marked.score, points_words(row.marked.score))
    lead = line((" ▸ ", ".accent") if here else "   ", (f"{sign} ", style), f"{brought:<5}")
    text = one_line(plain_text(row.asked.prompt.blocks))
    several = f"  (choose {row.asked.wanted})" if row.asked.form == "choose-several" else ""
    content = lead + Content(shorten(text, max(8, width - lead.cell_length - len(several) - 1)) + several)
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content


def detail_rows(row: Reviewed | None, passage: PassageView | None, width: int) -> list[Row]:
    """One question in full: the response beside the solution, why, and where it stands."""
    if row is None:
        return rows_of([line("   ", ("✓ ", ".right"), "Nothing was lost.")])
    room = max(8, width - 6)
    lines = [*_beside(row, room), *_because(row, room)]
    for group in (prose(row.card.note.explanation, room), _quoted(row, passage, room)):
        lines += [Content(""), *group] if group else []
    return rows_of([Content("   ") + content for content in lines])


def _beside(row: Reviewed, width: int) -> list[Content]:
    """The whole question where its line could not hold it, then response and solution."""
    verdict, room = row.verdict, width - LABEL
    text = plain_text(row.asked.prompt.blocks)
    lines: list[Content] = []
    if "\n" in text.strip() or cells(text) > width - 10:
        lines += [*prose(row.asked.prompt.text, width, row.asked.prompt.marks, ".hole")]
    differences = verdict.differences if verdict and row.response is not None else None
    if row.question.overruled:
        lines.append(line(("you said that you were right", ".muted")))
    elif verdict is not None and verdict.outcome is Outcome.NEARLY and row.marked.mark is Mark.WRONG:
        lines.append(line(("≈ nearly, which counts as wrong: ", ".nearly"), (verdict.message, ".muted")))
    elif verdict is not None and verdict.message and row.response is not None:
        lines += indented(line((verdict.message, ".muted")), width)
    if verdict is not None and verdict.parts:
        return lines + part_lines(verdict, width)
    if row.question.answered:
        words = response_words(row.card, row.response)
        yours = [pieces(differences.yours, ".wrong")] if differences else prose(words, room)
        lines += _labelled("you", yours if words else [line(("don’t know", ".muted"))])
    right = [pieces(differences.right, ".right")] if differences else prose(solution(row.card), room)
    return lines + _labelled("right", right)


def _because(row: Reviewed, width: int) -> list[Content]:
    """Why what was picked is wrong, or right."""
    body = row.card.note.body
    if not isinstance(body, Choice) or not isinstance(row.response, tuple):
        return []
    options = (*body.right, *body.wrong)
    lines: list[Content] = []
    for place in row.response:
        if 0 <= place < len(options) and options[place].because:
            right = place < len(body.right)
            lead = line(("✓ ", ".right") if right else ("✗ ", ".wrong"), f"{one_line(options[place].text)}: ")
            lines += indented(lead + Content(plain(options[place].because)), width, "", "  ")
    return lines


def _quoted(row: Reviewed, passage: PassageView | None, width: int) -> list[Content]:
    quote = " ".join(row.card.note.quote.split())
    lines = indented(Content(f"{quote} ❞").stylize("italic"), width, line(("❝ ", ".muted")), "  ") if quote else []
    if passage is not None and (passage.title or passage.place):
        place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part)
        lines.append(spread(line((place, ".muted")), line(("s", ".key"), (" passage", ".muted")), width))
    return lines


def _labelled(word: str, drawn: list[Content]) -> list[Content]:
    first, *rest = drawn or [Content("")]
    return [line((f"{word:<{LABEL}}", ".muted")) + first, *(Content(" " * LABEL) + content for content in rest)]
