"""What is known of a card, line by line."""

from collections.abc import Iterator

from quizzer.collection.card_info import CardInfo
from quizzer.core.answers import share_words
from quizzer.core.buttons import FOUR, Buttons
from quizzer.core.event import Did
from quizzer.core.history import Fate, Past
from quizzer.core.history_words import DIFFICULTY, STABILITY, deed, outcome, response, took
from quizzer.core.markup import plain
from quizzer.core.text import one_line
from quizzer.core.why_due import clock_time, date_words

RECALL = (1, 2, 4, 8, 12)
"""The weeks for which recall is told."""


def info_lines(info: CardInfo, revealed: bool = True, buttons: Buttons = FOUR) -> Iterator[str]:
    """All that is known of a card, one thing a line; before the reveal nothing that would give the answer away."""
    yield from _card(info, revealed)
    yield from info.why
    yield from _memory(info, buttons)
    if not info.past:
        yield "History: nothing yet."
    for past in info.past:
        yield _happened(past, revealed)
    for text in (info.texts[1:] if info.text_is_current else info.texts) if revealed else ():
        yield f"It was asked as: {one_line(plain(text.question))} Answer: {one_line(plain(text.solution))}"


def _card(info: CardInfo, revealed: bool) -> Iterator[str]:
    report = info.report
    yield f"Question: {one_line(plain(info.question))}" if info.question else "Its text is not known."
    told = [
        ("Answer", one_line(plain(info.solution)), revealed),
        ("Card", f"{report.id}{f', {report.kind}' if report.kind else ''}", revealed),
        ("Deck", one_line(info.title), True),
        ("Place", info.place, True),
        ("Tags", ", ".join(map(one_line, report.tags)), True),
        ("Source", one_line(info.source), True),
        ("Quote", one_line(info.quote), revealed),
    ]
    yield from (f"{name}: {value}" for name, value, shown in told if value and shown)


def _memory(info: CardInfo, buttons: Buttons) -> Iterator[str]:
    report = info.report
    if report.stability is not None and report.difficulty is not None and report.retrievability is not None:
        yield f"Stability: {report.stability:.1f} days {STABILITY}."
        yield f"Difficulty: {report.difficulty:.1f} {DIFFICULTY}."
        yield f"Recall now: {share_words(report.retrievability)}."
        told = ", ".join(f"{share_words(info.recall[week])} in week {week}" for week in RECALL)
        yield f"Recall without a review: {told}."
    told = ", ".join(f"{button.name} {info.waits[button.rating - 1]}" for button in buttons)
    yield f"If rated now: {told}."


def _happened(past: Past, revealed: bool) -> str:
    when = f"{date_words(past.day)} {clock_time(past.at, past.offset)}"
    if past.kind != Did.REVIEWED:
        return f"{when}: {one_line(deed(past))}{'; taken back' if past.fate is Fate.UNDONE else ''}."
    parts = [deed(past), past.mode, took(past), outcome(past), response(past) if revealed else ""]
    return f"{when}: {', '.join(one_line(part) for part in parts if part)}."
