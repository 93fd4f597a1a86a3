"""The scores' fourth tab: strength and recall of cards, promises and what came of them, leeches."""

from collections.abc import Sequence

from textual.content import Content

from quizzer.collection.score_memory import Leech, MemorySeen
from quizzer.core.answers import share_words
from quizzer.core.stats.calibration import Calibration
from quizzer.core.stats.histogram import DAYS_NAMES, SHARES_NAMES
from quizzer.core.stats.wording import counted, pace_words
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row
from quizzer.tui.widgets.score_sheet import beside, marked

LEFT = 40
BAR = 18
SPOTS = ("stability", "recall_now", "calibration")


def memory_rows(seen: MemorySeen, cursor: int, width: int) -> list[Row]:
    """The tab at a width, the cursor on a picture or a leech."""
    if not any(seen.histograms.stability):
        words = (
            "No card was reviewed yet. Here will stand how strong your memories are, how likely you remember each card "
            "now, whether that was true until now, and which cards want rewriting. Enter at home begins."
        )
        return [Row(Content(""))] + [Row(Content("   ") + one) for one in Content(words).wrap(max(8, width - 6))]
    left = [marked(line(("Stability (days until 90 %)", ".title")), cursor == 0)]
    left += lying(DAYS_NAMES, seen.histograms.stability)
    average = f"  {share_words(seen.recall)} on average"
    right = [marked(line(("Recall now", ".title"), (average, ".muted")), cursor == 1)]
    right += lying(SHARES_NAMES, seen.histograms.recall)
    rows = [
        Row(Content("")),
        *(Row(one, SPOTS[min(cursor, 1)]) for one in beside(left, right, LEFT, width)),
        Row(Content("")),
    ]
    rows += [Row(one, SPOTS[2]) for one in _promises(seen, cursor == 2, width)]
    return [*rows, Row(Content("")), *_leeches(seen.leeches, cursor - len(SPOTS), width)]


def lying(names: Sequence[str], counts: Sequence[int], bar: int = BAR) -> list[Content]:
    """Counts as lying bars, with names and figures."""
    most = max([1, *counts])
    return [
        line(
            (f"  {name:<11}", ".muted"),
            ("▇" * max(round(bar * count / most), 1 if count else 0), ".good"),
            f" {count}" if count else (" –", ".muted"),
        )
        for name, count in zip(names, counts, strict=True)
    ]


def _promises(seen: MemorySeen, here: bool, width: int) -> list[Content]:
    found = seen.calibration
    lines = [
        marked(
            line(("Promised and remembered", ".title"), ("  over all reviews: ┃ promised, ▇ remembered", ".muted")),
            here,
        )
    ]
    if not found.tested:
        return [*lines, line(("  nothing tested yet: cards have to come back on a later day", ".muted"))]
    lines += _bins(found)
    words = (
        f"RMSE (bins) {found.rmse:.3f} · log loss {found.log_loss:.3f} · {counted(found.tested, 'card')} tested. "
        f"{pace_words(found.forgotten, found.expected)}"
    )
    return [*lines, *(Content("  ") + one for one in Content(words).wrap(max(8, width - 4)))]


def _bins(found: Calibration) -> list[Content]:
    """The bins that hold a card, highest first: what was promised as a mark, what was remembered as a bar."""
    lines = [line((f"  {'promised':<11}{'':<{BAR + 13}}remembered   promised   cards", ".muted"))]
    for kept in reversed(found.bins):
        cells = BAR + 12
        full, mark = round(kept.right * cells), round(kept.promised * (cells - 1))
        bar = "▇" * full + "·" * (cells - full)
        bounds = f"{round(kept.low * 100)}–{round(kept.low * 100) + 10} %"
        lines.append(
            line(
                (f"  {bounds:<11}", ".muted"),
                (bar[:mark], ".good"),
                ("┃", ".accent"),
                (bar[mark + 1 :], ".good"),
                f" {share_words(kept.right):>10} {share_words(kept.promised):>10} {kept.tested:>7}",
            )
        )
    return lines


def _leeches(leeches: Sequence[Leech], cursor: int, width: int) -> list[Row]:
    if not leeches:
        return [Row(line((" Leeches", ".title"), ("  none: no card was forgotten 8 times", ".muted")))]
    rows = [Row(line((" Leeches", ".title"), ("  forgotten again and again: rewrite them, or split them", ".muted")))]
    for at, leech in enumerate(leeches):
        name = shorten(one_line(leech.question), max(8, width - 16))
        content = line(
            ("▸", ".accent") if at == cursor else " ",
            (name, ".title" if at == cursor else ""),
            (f"  {leech.lapses} lapses", ".muted"),
        )
        rows.append(Row(content, f"leech {at}"))
        if leech.confusions:
            words = "   you said " + ", ".join(
                f"“{shorten(one_line(one.answer), 24)}” {one.times}×"
                + (f", which answers “{shorten(one_line(one.question), 30)}”" if one.question else "")
                for one in leech.confusions
            )
            rows.append(Row(line((shorten(words, width - 2), ".muted")), f"leech {at}"))
    return rows
