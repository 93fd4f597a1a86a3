"""The scores' first tab: what you would score, how much you remember, what is coming."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from quizzer.collection.exam_words import daily_words
from quizzer.collection.scores import Overview
from quizzer.core.answers import share_words
from quizzer.core.day import date_of
from quizzer.core.stats.expectation import Expectation
from quizzer.core.stats.histogram import ByState
from quizzer.core.stats.scale import rounded_up
from quizzer.core.stats.wording import between_words, counted, gain_words, retention_words, time_words
from quizzer.core.text import shorten
from quizzer.tui.widgets.chart import axis, columns
from quizzer.tui.widgets.drawing import line, spread
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.score_sheet import Figure, beside, figure_row, is_narrow, marked

if TYPE_CHECKING:
    from quizzer.collection.exam_plans import ExamPlan
    from quizzer.collection.next_steps import Step

HEIGHT = 4
LEFT = 42
"""Where the right chart begins."""
LABEL = 5
"""Cells of a scale's numbers."""
EXAM = "exam"


def figures(
    seen: Overview,
    expected: Expectation | None,
    coming: tuple[int, Expectation | None],
    states: ByState | None,
    exam: "ExamPlan | None" = None,
) -> list[Figure]:
    """The figures with their words; what is expected, now and on a `coming` day, is None while it is being counted."""
    tally = seen.tally
    found = [_expected(expected), *([_exam(exam)] if exam else []), *_coming(seen.day, *coming)]
    share = tally.right / tally.tested if tally.tested else None
    found.append(
        Figure(
            "retention",
            "Remembered",
            share_words(share) if share is not None else "–",
            f"target {share_words(seen.target)}{retention_words(share, seen.target, tally.tested)}",
        )
    )
    if tally.tested:
        ages = [
            f"{name} {share_words(right / tested)}"
            for name, right, tested in (
                ("young", tally.young_right, tally.young),
                ("mature", tally.mature_right, tally.mature),
            )
            if tested
        ]
        found.append(Figure("retention", "", "", f"{' · '.join(ages)} · {counted(tally.tested, 'card')} tested"))
    each = f", {tally.took_ms / tally.reviews / 1000:.0f} s each" if tally.reviews else ""
    found.append(Figure("reviews", "Answers", str(tally.reviews), f"in {time_words(tally.took_ms)}{each}"))
    streak = seen.streak
    found.append(
        Figure("streak", "Streak", str(streak.now), f"days in a row; longest {streak.longest}, {streak.days} in all")
    )
    found.append(_cards(states))
    if seen.leeches:
        found.append(Figure("leeches", "Leeches", str(seen.leeches), "forgotten 8 times or more"))
    if seen.orphans:
        gone = "is" if seen.orphans == 1 else "are"
        more = f"{gone} in no deck any more; reviews of old count in the past"
        found.append(Figure("orphans", "Gone", str(seen.orphans), more))
    return found


def _exam(plan: "ExamPlan") -> Figure:
    on, expected = date_of(plan.exam), plan.expected
    daily = f"at {words}" if (words := daily_words(plan)) else ""
    unseen = f"{plan.unseen} {'stays' if plan.unseen == 1 else 'stay'} unseen" if plan.unseen else ""
    more = f"{between_words(expected.low, expected.high)}   {'; '.join(filter(None, (daily, unseen)))}"
    return Figure("exam", f"Exam {on.day} {on:%b}", share_words(expected.score), more)


def _cards(states: ByState | None) -> Figure:
    if states is None:
        return Figure("cards", "Cards", "…", "being counted")
    words = [f"{states.new} new", f"{states.learning} learning", f"{states.young} young", f"{states.mature} mature"]
    words += [f"{states.suspended} suspended"] if states.suspended else []
    return Figure("cards", "Cards", str(states.new + states.seen + states.suspended), " · ".join(words))


def _expected(expected: Expectation | None) -> Figure:
    if expected is None:
        return Figure("expected", "If asked now", "…", "being counted")
    if not expected.cards:
        return Figure("expected", "If asked now", "–", "there are no cards")
    unseen = f"; {expected.unseen} unseen count as guesses" if expected.unseen else ""
    more = f"{between_words(expected.low, expected.high)}   {expected.seen} of {expected.cards} seen{unseen}"
    return Figure("expected", "If asked now", share_words(expected.score), more)


def _coming(today: int, day: int, expected: Expectation | None) -> list[Figure]:
    date = date_of(day)
    name = f"On {date.day} {date:%b}{'' if date.year == date_of(today).year else f' {date.year}'}"
    if expected is None:
        return [Figure("expected_on", name, "…", "being counted")]
    if not expected.cards:
        return []
    more = f"{between_words(expected.low, expected.high)}   if nothing more is studied; + - another day"
    return [Figure("expected_on", name, share_words(expected.score), more)]


def overview_rows(
    seen: Overview, found: list[Figure], steps: "Sequence[Step] | None", cursor: int, width: int
) -> list[Row]:
    """The tab at a width, the cursor on one of its figures; `steps` are None while they are looked for."""
    rows = [figure_row(figure, width, at == cursor) for at, figure in enumerate(found)]
    if seen.never:
        words = "Nothing was studied yet: what is remembered, and what comes back when, stands here as you go on."
        rows += [Row(Content(" ") + one) for one in line((words, ".accent")).wrap(max(8, width - 2))]
    rows.append(Row(Content("")))
    left = _weeks(seen, min(width, LEFT - 2))
    right = _forecast(seen, width - (0 if is_narrow(width, LEFT) else LEFT))
    here = len(found) == cursor, len(found) + 1 == cursor
    left[0], right[0] = marked(left[0], here[0]), marked(right[0], here[1])
    rows += [Row(content, "weeks" if here[0] else "forecast") for content in beside(left, right, LEFT, width)]
    return [*rows, Row(Content("")), *_next(steps, cursor - len(found) - 2, width)]


def _next(steps: "Sequence[Step] | None", cursor: int, width: int) -> list[Row]:
    if steps is None:
        return [Row(line((" Do next", ".title"), ("  … being looked for", ".muted")))]
    if not steps:
        return [Row(line((" Do next", ".title"), ("  nothing is left to do today", ".muted")))]
    rows = [Row(line((" Do next", ".title")))]
    for at, step in enumerate(steps):
        time = f"{max(1, round(step.minutes))} min" if step.minutes is not None else ""
        right = line((f"{time:>7}  {gain_words(step.points, step.at_most):<17}", ".muted"))
        lead = line(("▸", ".accent") if at == cursor else " ", (f"{at + 1} ", ".key"))
        left = lead + line((shorten(step.words, max(12, width - 30)), ".title" if at == cursor else ""))
        rows.append(Row(spread(left, right, width) if step.points is not None else lead + step.words, f"step {at}"))
        rows += (
            [Row(line((f"   {shorten(step.more, max(8, width - 4))}", ".muted")), f"step {at}")] if step.more else []
        )
    return rows


def _weeks(seen: Overview, width: int) -> list[Content]:
    """What was remembered by week or month, beside its target."""
    some = seen.stretches[-((width - LABEL) // 4) :]
    if not some:
        return [line(("Remembered, by week", ".title")), Content(""), line(("      nothing yet", ".muted"))]
    shares = [one.tally.right / one.tally.tested if one.tally.tested else None for one in some]
    known = [share for share in shares if share is not None]
    low = min([0.5, *known, seen.target - 0.1]) // 0.1 / 10 if known else 0.5
    low = min(low, 0.6)
    bars = columns(shares, HEIGHT, (low, 1.0), target=seen.target)
    marks = {HEIGHT - 1: "100", 0: str(round(low * 100))}
    monthly = len(some) > 1 and some[1].first - some[0].first > 7
    dates = [date_of(one.first) for one in some]
    labels = [f"{date:%b}"[:3] if monthly else str(date.day) for date in dates]
    return [
        line(("Remembered, by month" if monthly else "Remembered, by week", ".title")),
        *(
            line((f"{marks.get(HEIGHT - 1 - at, ''):>4} ", ".muted"), bar, (_aim(seen, low, HEIGHT - 1 - at), ".muted"))
            for at, bar in enumerate(bars)
        ),
        line((" " * LABEL + axis(labels), ".muted")),
    ]


def _aim(seen: Overview, low: float, level: int) -> str:
    at = min(HEIGHT - 1, int((seen.target - low) / (1 - low) * HEIGHT))
    return " target" if at == level else ""


def _forecast(seen: Overview, width: int) -> list[Content]:
    """Reviews to come by day, and which of them is an exam's; in a narrow window fewer days."""
    days = max(1, min(14, (width - LABEL) // 3))
    values = seen.forecast[:days]
    if not any(values) and not seen.exams:
        return [line(("Reviews to come, by day", ".title")), Content(""), line((f"{'':{LABEL + 1}}none yet", ".muted"))]
    most = rounded_up(max(values))
    bars = columns(values, HEIGHT, (0, most), bar=2, gap=1)
    labels = [EXAM if ahead in seen.exams else f"{date_of(seen.day + ahead):%a}"[0] for ahead in range(days)]
    under = axis(labels, 2, 1)
    if days - 1 in seen.exams:  # the word ends with the picture
        under = f"{under[: 3 * days - len(EXAM) - 1]:<{3 * days - len(EXAM)}}{EXAM}"
    later = f"  {EXAM} in {seen.exams[0]} days" if seen.exams and seen.exams[0] >= days else ""
    marks = {HEIGHT - 1: str(most), 0: "0"}
    return [
        line(("Reviews to come" if later else "Reviews to come, by day", ".title"), (later, ".accent")),
        *(line((f"{marks.get(HEIGHT - 1 - at, ''):>4} ", ".muted"), bar) for at, bar in enumerate(bars)),
        line((" " * LABEL + under, ".muted")),
    ]
