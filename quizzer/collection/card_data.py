"""Card info for machines: what `quizzer cards --info --json` gives beside the figures of `quizzer cards --json`."""

from typing import Any

from quizzer.collection.card_info import CardInfo
from quizzer.core.day import date_of, local
from quizzer.core.history import Past, Text
from quizzer.core.schedule import Rating, State


def card_data(info: CardInfo) -> dict[str, Any]:
    """A card as JSON: dates and instants as ISO 8601, shares 0–1, times in milliseconds, the newest first."""
    return info.report._asdict() | {
        "due": info.report.due or None,
        "title": info.title,
        "place": info.place,
        "question": info.question,
        "solution": info.solution,
        "source": info.source,
        "quote": info.quote,
        "why": info.why,
        "if_rated_now": {rating.name.lower(): wait for rating, wait in zip(Rating, info.waits, strict=True)},
        "recall_by_week": info.recall,
        "history": [_past(past) for past in info.past],
        "texts": [_text(text) for text in info.texts],
    }


def _past(past: Past) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": past.id,
        "at": _instant(past.at, past.offset),
        "day": date_of(past.day).isoformat(),
        "did": past.kind,
        "fate": str(past.fate),
    }
    if past.rating:
        data |= {"rating": past.rating, "given": past.given, "mode": past.mode, "took_ms": past.took_ms}
        data |= {"response": past.response or None, "score": past.score}
    if past.words:
        data["words"] = past.words
    if past.after is not None:
        due = past.after.due
        days = past.after.state is State.REVIEW
        data["due"] = date_of(due).isoformat() if days else _instant(due, past.offset)
        data |= {"stability": past.after.stability, "difficulty": past.after.difficulty}
    return data


def _text(text: Text) -> dict[str, Any]:
    return {
        "seen": _instant(text.at, text.offset),
        "question": text.question,
        "solution": text.solution,
        "quote": text.quote,
    }


def _instant(at: int, offset: int) -> str:
    return local(at, offset).isoformat(timespec="seconds")
