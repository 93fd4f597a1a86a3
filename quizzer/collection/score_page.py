"""The scores as one page for a browser: nothing is fetched from anywhere, light and dark, ready to be printed."""

import os
from collections.abc import Iterator, Sequence

from quizzer.collection import score_svg as svg
from quizzer.collection.score_calendar import CalendarSeen, calendar_seen
from quizzer.collection.score_memory import Leech, MemorySeen, memory_seen
from quizzer.collection.score_quizzes import QuizzesSeen, quizzes_seen
from quizzer.collection.score_svg import escaped
from quizzer.collection.score_topics import TopicsSeen, topics_seen
from quizzer.collection.scores import Overview, Scores, Wanted
from quizzer.core.day import date_of, local, monday
from quizzer.core.stats.expectation import Expectation
from quizzer.core.stats.histogram import DAYS_NAMES, SHARES_NAMES, ByState
from quizzer.core.stats.meaning import MEANINGS
from quizzer.core.stats.scale import rounded_up, shades
from quizzer.core.stats.wording import between_words, counted, gain_words, pace_words, time_words

_STYLE = os.path.join(os.path.dirname(__file__), "score_page.css")
_WEEKS = 53
_QUIZZES = 20
_TOPICS = 40


def write_page(scores: Scores, wanted: Wanted, path: str) -> str:
    """Write the page, all of it or nothing; its absolute path.

    Raises:
        DiskRefused: the file cannot be written; nothing was changed.
    """
    from quizzer.store.replacing import replace_file

    whole = os.path.abspath(path)
    replace_file(whole, score_page(scores, wanted).encode())
    return whole


def score_page(scores: Scores, wanted: Wanted) -> str:
    """The page, a whole HTML document."""
    seen, topics = scores.overview(wanted), topics_seen(scores, wanted)
    with open(_STYLE, encoding="utf-8") as file:
        style = file.read()
    title = f"Scores: {seen.title}"
    day, on = date_of(seen.day), scores.coming_day(wanted)
    tag = f" of cards tagged {escaped(wanted.tag)}" if wanted.tag else ""
    sections = [
        _figures(seen, (topics.whole, on, scores.expected(wanted, on)), scores.states(wanted)),
        *_exams(scores, wanted),
        *_next(scores, wanted, topics.whole.cards),
        *_overview(seen),
        *_topics(topics),
        *_quizzes(quizzes_seen(scores, wanted)),
        *_memory(memory_seen(scores, wanted)),
        *_calendar(calendar_seen(scores, wanted)),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{escaped(seen.title)}</h1>\n<p class="quiet">What you know and would score{tag} · '
        f"{escaped(wanted.period)} up to {day.day} {day:%B %Y}</p>\n"
        + "\n".join(sections)
        + "\n</main>\n</body>\n</html>\n"
    )


def _figures(seen: Overview, whole: tuple[Expectation, int, Expectation], states: ByState) -> str:
    tally = seen.tally
    expected, day, later = whole
    cells = []
    if expected.cards:
        unseen = f", {expected.unseen} unseen" if expected.unseen else ""
        cells.append(("If asked now", f"{expected.score:.0%}", f"{between_words(expected.low, expected.high)}{unseen}"))
        on, more = date_of(day), f"{between_words(later.low, later.high)}, if nothing more is studied"
        cells.append((f"On {on.day} {on:%b %Y}", f"{later.score:.0%}", more))
    if tally.tested:
        ages = [
            f"{name} {right / tested:.0%}"
            for name, right, tested in (
                ("young", tally.young_right, tally.young),
                ("mature", tally.mature_right, tally.mature),
            )
            if tested
        ]
        more = f"target {seen.target:.0%} · {' · '.join(ages)}"
        cells.append(("Remembered", f"{tally.right / tally.tested:.0%}", more))
    cells.append(("Answers", str(tally.reviews), f"in {time_words(tally.took_ms)}"))
    cells.append(("Streak", counted(seen.streak.now, "day"), f"longest {seen.streak.longest}"))
    cards = f"{states.new} new · {states.learning} learning · {states.young} young · {states.mature} mature"
    cells.append(("Cards", str(states.new + states.seen + states.suspended), cards))
    inner = "".join(
        f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}<small>{escaped(more)}</small></dd></div>"
        for name, value, more in cells
    )
    gone = ""
    if seen.orphans:
        gone = (
            f'<p class="quiet">{escaped(counted(seen.orphans, "card"))} in no deck any more: their reviews count.</p>'
        )
    return f"<dl>{inner}</dl>{gone}<small>{escaped(MEANINGS['expected'])}</small>"


def _exams(scores: Scores, wanted: Wanted) -> Iterator[str]:
    """What exams ahead would bring, and what that takes."""
    if wanted.tag:
        return
    from quizzer.collection.exam_plans import exam_plans
    from quizzer.collection.exam_words import exam_lines

    items = []
    for plan in exam_plans(scores, wanted.deck):
        first, *more = exam_lines(plan)
        whose = "" if wanted.deck else f"{scores.decks.get(plan.deck, 'All decks with this exam')}: "
        items.append(f'<li>{escaped(whose + first)} <span class="quiet">{escaped(" ".join(more))}</span></li>')
    if items:
        yield _section("Exams" if len(items) > 1 else "Exam", f"<ul>{''.join(items)}</ul>", "exam")


def _next(scores: Scores, wanted: Wanted, cards: int) -> Iterator[str]:
    """What to do next, as a list."""
    from quizzer.collection.next_steps import next_steps

    items = []
    for step in next_steps(scores, wanted, cards):
        if step is not None:
            time = f"{max(1, round(step.minutes))} min" if step.minutes is not None else ""
            more = " · ".join(filter(None, (step.more, time, gain_words(step.points, step.at_most))))
            items.append(f'<li>{escaped(step.words)} <span class="quiet">{escaped(more)}</span></li>')
    if items:
        yield _section("Do next", f"<ol>{''.join(items)}</ol>", "next")


def _overview(seen: Overview) -> Iterator[str]:
    shares = [one.tally.right / one.tally.tested if one.tally.tested else None for one in seen.stretches]
    dates = [date_of(one.first) for one in seen.stretches]
    monthly = len(dates) > 1 and (dates[1] - dates[0]).days > 7
    labels = [f"{date:%b %y}" if monthly else f"{date.day} {date:%b}" for date in dates]
    picture = svg.bars(shares, labels, 1.0, "Remembered over time", seen.target, percent=True) if shares else ""
    yield _section("Remembered over time", picture or "<p>Nothing was tested yet.</p>", "weeks")
    dates = [date_of(seen.day + ahead) for ahead in range(len(seen.forecast))]
    most = rounded_up(max(seen.forecast))
    labels = [f"{date.day} {date:%b}" for date in dates]
    marks = dict.fromkeys(seen.exams, "exam")
    picture = svg.bars(seen.forecast, labels, most, "Reviews to come", marks=marks) if any(seen.forecast) else ""
    yield _section("Reviews to come", picture or "<p>None yet: cards come back once they were studied.</p>", "forecast")


def _topics(seen: TopicsSeen) -> Iterator[str]:
    if not seen.rows:
        return
    of_decks = seen.what == "decks"
    last = "remembered" if of_decks else "to gain"
    rows = []
    for row in seen.rows[:_TOPICS]:
        expected, tally = row.topic.expected, row.tally
        share = f"{tally.right / tally.tested:.0%}" if tally and tally.tested else "–"
        cells = (
            escaped(row.topic.name),
            svg.meter(expected.score),
            f"{expected.score:.0%}",
            between_words(expected.low, expected.high),
            f"{expected.seen}/{expected.cards}",
            share if of_decks else f"{100 * row.topic.lost:.1f}",
        )
        rows.append(_cells("td", cells))
    head = _cells("th", ("Deck" if of_decks else "Topic", "", "if asked now", "likely", "seen", last))
    more = len(seen.rows) - len(rows)
    note = f'<p class="quiet">{more} more, none of them weaker.</p>' if more else ""
    yield _section("Decks" if of_decks else "Topics", f"<table>{head}{''.join(rows)}</table>{note}", "topics")


def _quizzes(seen: QuizzesSeen) -> Iterator[str]:
    if not seen.rows:
        return
    rows = []
    for row in seen.rows[:_QUIZZES]:
        begun, found = local(row.at, row.offset), row.prediction
        more = f"{row.questions} questions"
        rows.append((f"{begun.day} {begun:%b %Y}", more, found.low, found.expected, found.high, row.share))
    words = (
        f"{counted(len(seen.rows), 'quiz', 'quizzes')}: {seen.share:.0%} on average, {seen.expected:.0%} expected; "
        f"{seen.within} within the interval."
    )
    yield _section("Quizzes", f"<p>{escaped(words)}</p>{svg.between(rows, 'Quizzes beside predictions')}", "quizzes")


def _memory(seen: MemorySeen) -> Iterator[str]:
    if not any(seen.histograms.stability):
        return
    pair = "".join(
        f"<figure><h3>{title}</h3>{svg.lying(names, counts, title)}<small>{escaped(MEANINGS[key])}</small></figure>"
        for names, counts, title, key in (
            (DAYS_NAMES, seen.histograms.stability, "Stability", "stability"),
            (SHARES_NAMES, seen.histograms.recall, f"Recall now, {seen.recall:.0%} on average", "recall_now"),
        )
    )
    yield f'<section><h2>How strong memories are</h2><div class="pair">{pair}</div></section>'
    found = seen.calibration
    if found.tested:
        picture = svg.promised([(one.promised, one.right, one.tested) for one in found.bins], "Promised and remembered")
        words = (
            f"RMSE (bins) {found.rmse:.3f}, log loss {found.log_loss:.3f}, {counted(found.tested, 'card')} tested. "
            f"{pace_words(found.forgotten, found.expected)}"
        )
        yield _section("Promised and remembered", f"{picture}<p>{escaped(words)}</p>", "calibration")
    if seen.leeches:
        items = "".join(
            f'<li>{escaped(one.question)} <span class="quiet">{one.lapses} lapses{escaped(_mixed(one))}</span></li>'
            for one in seen.leeches
        )
        yield _section("Leeches", f"<ul>{items}</ul>", "leeches")


def _mixed(leech: Leech) -> str:
    """The wrong answers that a leech got, and whose answers they are."""
    given = [
        f"“{one.answer}” {one.times}×" + (f", which answers “{one.question}”" if one.question else "")
        for one in leech.confusions
    ]
    return f"; you said {', '.join(given)}" if given else ""


def _calendar(seen: CalendarSeen) -> Iterator[str]:
    first = monday(seen.day) - 7 * (_WEEKS - 1)
    shown = {day: count for day, count in seen.reviews.items() if first <= day <= seen.day and count > 0}
    bounds = shades(list(shown.values()))
    weeks: list[list[tuple[int, str] | None]] = []
    months: list[str] = []
    for week in range(_WEEKS):
        column: list[tuple[int, str] | None] = []
        for day in range(first + 7 * week, first + 7 * week + 7):
            count, date = shown.get(day, 0), date_of(day)
            shade = sum(count >= bound for bound in bounds)
            column.append((shade, f"{date.day} {date:%b %Y}: {counted(count, 'review')}") if day <= seen.day else None)
        weeks.append(column)
        sunday = date_of(first + 7 * week + 6)
        months.append(f"{sunday:%b}" if sunday.day <= 7 and week < _WEEKS - 2 else "")
    yield _section("Reviews by day", svg.days(weeks, months, "Reviews by day"), "year")
    counts = [seen.hours[hour].reviews if hour in seen.hours else 0 for hour in range(24)]
    names = [str(hour) for hour in range(24)]
    picture = svg.bars(counts, names, rounded_up(max(counts)), "Answers by hour") if any(counts) else ""
    yield _section("Answers by hour", picture or "<p>No answer in this period yet.</p>", "hours")


def _section(title: str, inner: str, meaning: str) -> str:
    return (
        f"<section><h2>{escaped(title)}</h2><figure>{inner}</figure>"
        f"<small>{escaped(MEANINGS[meaning])}</small></section>"
    )


def _cells(kind: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{kind}>{cell}</{kind}>" for cell in cells) + "</tr>"
