"""Scores as data: the documented fields of `scores --json` and the columns of `--csv`."""

from typing import Any

from quizzer.collection.scores import Overview, Scores, Wanted
from quizzer.core.day import date_of, local
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
        "exam": _exam(scores, wanted),
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


def _exam(scores: Scores, wanted: Wanted) -> dict[str, Any] | None:
    """What to expect of the exam that is set, None where there is none in the next 400 days."""
    if wanted.tag or not scores.shelf.options(wanted.deck).exam:
        return None
    from quizzer.collection.exam_plans import exam_plan

    plan = exam_plan(scores, wanted.deck)
    return plan and {
        "on": date_of(plan.exam).isoformat(),
        "days": plan.days,
        **_expected(plan.expected),
        "cards_a_day": round(plan.cards_a_day, 1),
        "minutes_a_day": round(plan.seconds_a_day / 60, 1),
        "unseen": plan.unseen,
        "not_again": plan.not_again,
        "new_per_day": plan.new_per_day,
        "enough_new": plan.enough_new,
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


def details(scores: Scores, wanted: Wanted) -> dict[str, Any]:
    """What the other tabs tell: topics, quizzes, strength and promises, days and hours, what to do next."""
    from quizzer.collection.next_steps import next_steps
    from quizzer.collection.score_calendar import calendar_seen
    from quizzer.collection.score_memory import memory_seen
    from quizzer.collection.score_quizzes import quizzes_seen
    from quizzer.collection.score_topics import topics_seen
    from quizzer.core.stats.histogram import DAYS_NAMES, SHARES_NAMES

    topics, memory = topics_seen(scores, wanted), memory_seen(scores, wanted)
    calendar, held = calendar_seen(scores, wanted), memory.calibration
    steps = [step for step in next_steps(scores, wanted, topics.whole.cards) if step is not None]
    return {
        "topics": [
            {"topic": row.topic.name, **_expected(row.topic.expected), "to_gain": round(row.topic.lost, 4)}
            for row in topics.rows
        ],
        "quizzes": [
            {
                "quiz": row.id,
                "started": local(row.at, row.offset).isoformat(timespec="seconds"),
                "questions": row.questions,
                "share": round(row.share, 4),
                "predicted": {key: round(value, 4) for key, value in row.prediction._asdict().items()},
                "counts": row.counts,
            }
            for row in quizzes_seen(scores, wanted).rows
        ],
        "stability": dict(zip(DAYS_NAMES, memory.histograms.stability, strict=True)),
        "recall_now": dict(zip(SHARES_NAMES, memory.histograms.recall, strict=True)),
        "calibration": {
            "tested": held.tested,
            "rmse_bins": round(held.rmse, 4) if held.tested else None,
            "log_loss": round(held.log_loss, 4) if held.tested else None,
            "bins": [
                {
                    "from": one.low,
                    "tested": one.tested,
                    "promised": round(one.promised, 4),
                    "remembered": round(one.right, 4),
                }
                for one in held.bins
            ],
            "weights": [round(weight, 4) for weight in memory.correction.weights],
        },
        "leeches_found": [{"card": one.card, "lapses": one.lapses} for one in memory.leeches],
        "reviews_by_day": {date_of(day).isoformat(): count for day, count in calendar.reviews.items()},
        "reviews_by_hour": {str(hour): tally.reviews for hour, tally in calendar.hours.items()},
        "next": [
            {
                "kind": step.kind,
                "words": step.words,
                "more": step.more,
                "minutes": None if step.minutes is None else round(step.minutes, 1),
                "points": None if step.points is None else round(step.points, 2),
            }
            for step in steps
        ],
    }
