"""Scores as data: the documented fields of `scores --json` and the columns of `--csv`."""

from typing import Any

from quizzer.collection.scores import Overview, Scores, Wanted
from quizzer.core.day import date_of
from quizzer.core.stats.expectation import Expectation

COLUMNS = (
    "deck", "title", "cards", "unseen", "expected", "low", "high", "recall", "target", "remembered", "tested",
    "young", "young_tested", "mature", "mature_tested", "reviews", "minutes", "new_cards", "leeches",
)  # fmt: skip
"""Of `--csv`, in order; each is a field of `--json` too."""


def summary(scores: Scores, wanted: Wanted, on: int | None = None) -> dict[str, Any]:
    """All of one deck's figures; shares are 0–1 with four digits, None where there is nothing to divide by."""
    seen, expected = scores.overview(wanted), scores.expected(wanted, on)
    tally = seen.tally
    return {
        "deck": wanted.deck,
        "title": seen.title,
        "day": date_of(seen.day).isoformat(),
        "period": str(wanted.period),
        **_expected(expected),
        "expected_on": date_of(seen.day if on is None else on).isoformat(),
        "target": seen.target,
        "remembered": _share(tally.right, tally.tested),
        "tested": tally.tested,
        "young": _share(tally.young_right, tally.young),
        "young_tested": tally.young,
        "mature": _share(tally.mature_right, tally.mature),
        "mature_tested": tally.mature,
        "reviews": tally.reviews,
        "again": tally.again,
        "hard": tally.hard,
        "good": tally.good,
        "easy": tally.easy,
        "minutes": round(tally.took_ms / 60_000, 1),
        "new_cards": tally.new,
        "streak": seen.streak.now,
        "longest_streak": seen.streak.longest,
        "days": seen.streak.days,
        "states": scores.states(wanted)._asdict(),
        "leeches": seen.leeches,
        "gone": seen.orphans,
        "over_time": [_stretch(seen, at) for at in range(len(seen.stretches))],
        "forecast": seen.forecast,
    }


def _expected(expected: Expectation) -> dict[str, Any]:
    known = bool(expected.cards)
    return {
        "cards": expected.cards,
        "unseen": expected.unseen,
        "expected": round(expected.score, 4) if known else None,
        "low": round(expected.low, 4) if known else None,
        "high": round(expected.high, 4) if known else None,
        "recall": round(expected.recall, 4) if expected.seen else None,
    }


def _stretch(seen: Overview, at: int) -> dict[str, Any]:
    stretch = seen.stretches[at]
    return {
        "from": date_of(stretch.first).isoformat(),
        "tested": stretch.tally.tested,
        "remembered": _share(stretch.tally.right, stretch.tally.tested),
        "reviews": stretch.tally.reviews,
        "minutes": round(stretch.tally.took_ms / 60_000, 1),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
