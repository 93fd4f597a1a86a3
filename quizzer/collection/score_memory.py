"""The scores' fourth tab: how strong memories are, how well promises held, and which cards are leeches."""

import os
from collections import Counter
from typing import NamedTuple

from quizzer.collection.scores import Scores, Wanted
from quizzer.core.answers import response_words
from quizzer.core.asking import solution, text_version
from quizzer.core.cards import Card, Choice, cards_of
from quizzer.core.event import Did
from quizzer.core.markup import plain
from quizzer.core.stats.calibration import Calibration, calibration
from quizzer.core.stats.correction import Correction
from quizzer.core.stats.histogram import Histograms, histograms
from quizzer.core.stats.period import total

MOST = 20
"""Leeches that are looked into."""
_CARDS = 2_000
"""Cards of a deck up to which a wrong answer is looked for among the others' solutions."""


class Confusion(NamedTuple):
    """A wrong answer that was given to a card."""

    answer: str
    times: int
    question: str
    """Of the other card that it is the answer to; empty where there is none."""


class Leech(NamedTuple):
    """A card that was forgotten again and again."""

    card: str
    question: str
    solution: str
    where: str
    """The file and line of its note."""
    lapses: int
    confusions: tuple[Confusion, ...]
    """The most frequent first."""


class MemorySeen(NamedTuple):
    """The fourth tab."""

    wanted: Wanted
    title: str
    recall: float
    """The mean probability that a card seen is remembered now: average retrievability."""
    histograms: Histograms
    calibration: Calibration
    correction: Correction
    leeches: tuple[Leech, ...]
    """Those with the most lapses first."""


def memory_seen(scores: Scores, wanted: Wanted) -> MemorySeen:
    """Strength, calibration and leeches; how promises held is told of all reviews, whatever the period."""
    tallies = scores.tallied(wanted)
    held = calibration(tallies.promises(wanted.deck), total(tallies.days(wanted.deck).values()))
    return MemorySeen(
        wanted,
        scores.title(wanted),
        scores.expected(wanted).recall,
        histograms(scores.held(wanted), scores.day, scores.correction()),
        held,
        scores.correction(),
        leeches(scores, wanted),
    )


def leeches(scores: Scores, wanted: Wanted, most: int = MOST) -> tuple[Leech, ...]:
    """The cards forgotten most often, with the wrong answers they were given."""
    found = []
    for id, lapses in scores.leeches(wanted)[:most]:
        card = scores.shelf.card(id)
        if card is not None:
            text, path = text_version(card), os.path.basename(scores.shelf.decks[card.deck].path)
            where = f"{path}:{card.note.line}"
            found.append(
                Leech(id, plain(text.question), plain(text.solution), where, lapses, _confusions(scores, card))
            )
    return tuple(found)


def _confusions(scores: Scores, card: Card) -> tuple[Confusion, ...]:
    given: Counter[str] = Counter()
    for event in scores.shelf.ledger.history(card.id):
        score = event.data.get("score")
        if event.kind == Did.REVIEWED and isinstance(score, int | float) and score < 1:
            words = _words(card, event.data.get("response"))
            given.update([words] if words else [])
    if not given:
        return ()
    others = _solutions(scores, card)
    return tuple(Confusion(answer, times, others.get(_alike(answer), "")) for answer, times in given.most_common(3))


def _words(card: Card, response: object) -> str:
    """A response in words; of a choice only what was picked wrongly."""
    if isinstance(response, list):
        return response_words(card, tuple(place for place in response if isinstance(place, int)))
    text = response.strip() if isinstance(response, str) else ""
    if isinstance(card.note.body, Choice):
        right = {option.text for option in card.note.body.right}
        text = " · ".join(part for part in text.split(" · ") if part not in right)
    return text


def _solutions(scores: Scores, card: Card) -> dict[str, str]:
    """The questions of the other cards of a deck, by their solutions."""
    from quizzer.formats.note_json import load_note

    found: dict[str, str] = {}
    deck = scores.shelf.decks[card.deck]
    for body in scores.shelf.ledger.cache.notes(card.deck) if deck.cards <= _CARDS else ():
        for other in cards_of(card.deck, load_note(body)):
            if other.id != card.id:
                found.setdefault(_alike(solution(other)), plain(text_version(other).question))
    return found


def _alike(text: str) -> str:
    return " ".join(plain(text).casefold().split())
