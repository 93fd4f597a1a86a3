"""What to do next: today's cards, the weakest topic, a passage to reread, a leech; each with what it is to bring.

Points are hundredths of the whole score to expect tomorrow; times follow how long answers took until now.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.beside import passage_behind
from quizzer.collection.queueing import Scope, learning_entries, todays_entries
from quizzer.collection.reading import PassageView
from quizzer.collection.score_memory import leeches
from quizzer.collection.score_topics import TopicRow, topics_seen
from quizzer.collection.scores import Scores, Wanted
from quizzer.core.answers import share_words
from quizzer.core.cards import Card
from quizzer.core.stats.expectation import Held, chance_of
from quizzer.core.stats.gain import Studied, gain_of
from quizzer.core.stats.period import total
from quizzer.core.stats.wording import counted
from quizzer.core.text import one_line, shorten
from quizzer.store.score_cards import PlacedCard

WORDS_A_MINUTE = 200
_WEAK = 200
"""Cards whose passages are looked for: those seen longest ago for their strength."""
_OF_TOPIC = 50
"""Cards of a topic that its gain is taken from, as a quiz would ask them."""
_USUAL_MS = 10_000
"""What an answer takes, before there are any."""
_USUAL_ANSWERS = 1.5
"""Answers a card a day, before there are any."""
_SHORT = 44


class Step(NamedTuple):
    """Something worth doing."""

    kind: str
    """study, topic, reread or rewrite."""
    words: str
    minutes: float | None
    """None where nobody knows."""
    points: float | None
    """What it brings, in points; None where nobody knows."""
    at_most: bool = False
    """Whether the points are what can be had there at most."""
    deck: str = ""
    tag: str = ""
    passage: PassageView | None = None
    card: str = ""


def next_steps(scores: Scores, wanted: Wanted, cards: int) -> Iterator[Step | None]:
    """The steps, most useful kind first, and None for a kind of which there is nothing to do: each takes a moment.

    `cards` is how many cards the whole score is of.
    """
    for found in (_study, _topic, _reread, _rewrite) if cards else ():
        yield found(scores, wanted, cards)


def _study(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    shelf, decks = scores.shelf, scores.deck_ids(wanted)
    scope, moment = Scope(decks), shelf.ledger.clock.moment()
    entries = [
        *todays_entries(shelf, scope, scores.day),
        *learning_entries(shelf, scope, scores.day, shelf.day_end(moment)),
    ]
    if not entries:
        return None
    gain = _gain(scores, scores.cards.of_ids([entry.card for entry in entries]))
    words = f"Study today’s {counted(len(entries), 'card')}"
    return Step("study", words, _minutes(scores, len(entries)), 100 * gain / cards, deck=wanted.deck)


def _topic(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    rows = topics_seen(scores, wanted).rows
    if len(rows) < 2:
        return None
    row = rows[0]
    weak = _weakest(scores, _of_topic(scores, row))[:_OF_TOPIC]
    gain = _gain(scores, weak)
    name = shorten(one_line(row.topic.name), _SHORT)
    words = f"Quiz on {name}, weakest with {share_words(row.topic.expected.score)}"
    return Step("topic", words, _minutes(scores, len(weak), 1.0), 100 * gain / cards, deck=row.deck, tag=row.tag)


def _of_topic(scores: Scores, row: TopicRow) -> list[PlacedCard]:
    return [card for card in scores.cards.placed(row.deck) if not row.tag or row.tag in card.tags]


def _reread(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    """The passage whose cards are likely to lose most; what is lost there is what rereading can bring at most."""
    placed = scores.cards.oldest(scores.deck_ids(wanted), scores.day, _WEAK)
    lost: dict[tuple[str, str, str], tuple[float, Card]] = {}
    for row in placed:
        card = scores.shelf.card(row.id)
        source = card.note.source if card else None
        if card is None or source is None or not source.passage:
            continue
        place = (card.deck, source.doc, source.passage)
        points = 1 - chance_of(_held(scores, row), scores.day + 1, scores.correction())
        lost[place] = (lost[place][0] + points if place in lost else points, card)
    for points, card in sorted(lost.values(), key=lambda found: -found[0]):
        view = passage_behind(scores.shelf, card)
        if view is not None and view.place:
            heading = one_line(view.heading.rpartition(" › ")[2])
            words = f"Reread {view.place}{f', {shorten(heading, _SHORT)}' if heading else ''}"
            minutes = len(view.text.split()) / WORDS_A_MINUTE
            return Step("reread", words, minutes, 100 * points / cards, True, card.deck, passage=view)
    return None


def _rewrite(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    found = leeches(scores, wanted, 1)
    if not found:
        return None
    leech = found[0]
    other = next((one.question or one.answer for one in leech.confusions), "")
    mixed = f", mixed up with “{shorten(one_line(other), 24)}”" if other else ""
    words = f"Rewrite “{shorten(one_line(leech.question), 30)}”: {leech.lapses} lapses{mixed}"
    return Step("rewrite", words, None, None, card=leech.card)


def _weakest(scores: Scores, rows: Sequence[PlacedCard]) -> list[PlacedCard]:
    day, correction = scores.day, scores.correction()
    return sorted(rows, key=lambda row: (chance_of(_held(scores, row), day, correction), row.id))


def _gain(scores: Scores, rows: Sequence[PlacedCard]) -> float:
    return sum(_gains(scores, rows))


def _gains(scores: Scores, rows: Sequence[PlacedCard]) -> Iterator[float]:
    for row in rows:
        parameters = scores.shelf.options(row.deck).parameters
        yield gain_of(Studied(_held(scores, row), row.difficulty), scores.day, parameters, scores.correction())


def _held(scores: Scores, row: PlacedCard) -> Held:
    return Held(row.stability, row.last_day, row.guess, row.lapses > 0, row.deck, scores.decay(row.deck))


def _minutes(scores: Scores, cards: int, answers: float | None = None) -> float:
    """How long so many cards take, as answers took until now; `answers` a card, or as many as there were."""
    past = total(scores.tallies.days().values())
    each = past.took_ms / past.reviews if past.reviews else _USUAL_MS
    known = past.tested + past.new
    asked = answers if answers is not None else past.reviews / known if known else _USUAL_ANSWERS
    return cards * asked * each / 60_000
