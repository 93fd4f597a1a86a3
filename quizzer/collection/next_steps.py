"""What to do next: today's cards, the weakest topic, a passage to reread, a leech; each with what it is to bring.

Points are hundredths of the whole score to expect tomorrow; times follow how long answers took until now.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizzer.collection.queueing import Scope, learning_entries, todays_entries
from quizzer.collection.rereading import Reread, rereads
from quizzer.collection.score_memory import leeches
from quizzer.collection.score_topics import topics_seen
from quizzer.collection.scores import Scores, Wanted
from quizzer.collection.weakness import candidates
from quizzer.core.answers import share_words
from quizzer.core.grading import JUDGED
from quizzer.core.selection import Setup, selected
from quizzer.core.stats.expectation import chance_of
from quizzer.core.stats.gain import Studied, gain_of
from quizzer.core.stats.period import total
from quizzer.core.stats.wording import counted
from quizzer.core.text import one_line, shorten
from quizzer.store.score_cards import PlacedCard

_USUAL_MS = 10_000
"""What an answer takes, before there are any."""
_USUAL_ANSWERS = 1.5
"""Answers a card a day, before there are any."""
_SHORT, _SHORTER = 44, 17


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
    rereads: tuple[Reread, ...] = ()
    """All passages worth reading again, those first that can bring most; the step tells of the first."""
    card: str = ""
    more: str = ""
    """What is said below it."""


def next_steps(scores: Scores, wanted: Wanted, cards: int) -> Iterator[Step | None]:
    """The steps, most useful kind first, and None for a kind of which there is nothing to do: each takes a moment.

    `cards` is how many cards the whole score is of.
    """
    for found in (_study, _topic, _reread, _rewrite) if cards else ():
        yield found(scores, wanted, cards)


def _study(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    shelf, decks = scores.shelf, scores.deck_ids(wanted)
    scope, moment = Scope(decks, wanted.tag), shelf.ledger.clock.moment()
    entries = [
        *todays_entries(shelf, scope, scores.day),
        *learning_entries(shelf, scope, scores.day, shelf.day_end(moment)),
    ]
    if not entries:
        return None
    gain = _gain(scores, scores.cards.of_ids([entry.card for entry in entries]))
    words = f"Study today’s {counted(len(entries), 'card')}"
    return Step("study", words, _minutes(scores, len(entries)), 100 * gain / cards, deck=wanted.deck, tag=wanted.tag)


def _topic(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    """A quiz on the weakest topic; one that no tag makes cannot be asked for alone, and its deck is."""
    seen = topics_seen(scores, wanted)
    if len(seen.rows) < 2:
        return None
    row = seen.rows[0]
    alone = seen.what == "decks" or (row.tag and wanted.tag in ("", row.tag))
    tag = row.tag if alone and row.tag else wanted.tag
    weak = scores.cards.of_ids(_asked(scores, row.deck, tag))
    name, share = one_line(row.topic.name), share_words(row.topic.expected.score)
    words = f"Quiz on {shorten(name, _SHORT)}, weakest with {share}"
    if not alone and name != one_line(seen.title):
        title = shorten(one_line(tag or seen.title), _SHORTER)
        words = f"Quiz on {title}, weakest: {shorten(name, _SHORTER)}, {share}"
    points = 100 * _gain(scores, weak) / cards
    return Step("topic", words, _minutes(scores, len(weak), 1.0), points, deck=row.deck, tag=tag)


def _reread(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    """The passages whose cards are likely to lose most; what is lost there is what rereading can bring at most."""
    found = rereads(scores, wanted, cards)
    if not found:
        return None
    first = found[0]
    heading, more = one_line(first.passage.heading.rpartition(" › ")[2]), len(found) - 1
    heading = f", {shorten(heading, _SHORTER if more else _SHORT)}" if heading else ""
    words = f"Reread {first.passage.place}{heading}{f'; then {more} more' if more else ''}"
    return Step("reread", words, first.minutes, first.points, True, first.deck, rereads=tuple(found))


def _rewrite(scores: Scores, wanted: Wanted, cards: int) -> Step | None:
    """The card forgotten most often; what it is likely to lose is what rewriting can bring at most."""
    found = leeches(scores, wanted, 1)
    if not found:
        return None
    leech = found[0]
    other = next((one.question or one.answer for one in leech.confusions), "")
    words = f"Rewrite “{shorten(one_line(leech.question), 30)}”: {leech.lapses} lapses"
    mixed = f"mixed up with “{shorten(one_line(other), _SHORT)}”" if other else ""
    (row,) = scores.cards.of_ids([leech.card])
    lost = 1 - chance_of(scores.held_of(row), scores.day + 1, scores.correction())
    return Step("rewrite", words, None, 100 * lost / cards, True, card=leech.card, more=mixed)


def _asked(scores: Scores, deck: str, tag: str) -> list[str]:
    """The cards that the usual quiz over a deck and a tag asks: those that a machine can mark, where there are any."""
    rows = scores.shelf.ledger.cards.askable([deck], scores.day, (tag,) if tag else ())
    marked = [row for row in rows if row.kind in JUDGED]
    return selected(candidates(scores.shelf, marked or rows, {}), Setup())


def _gain(scores: Scores, rows: Sequence[PlacedCard]) -> float:
    return sum(_gains(scores, rows))


def _gains(scores: Scores, rows: Sequence[PlacedCard]) -> Iterator[float]:
    for row in rows:
        parameters = scores.shelf.options(row.deck).parameters
        yield gain_of(Studied(scores.held_of(row), row.difficulty), scores.day, parameters, scores.correction())


def _minutes(scores: Scores, cards: int, answers: float | None = None) -> float:
    """How long so many cards take, as answers took until now; `answers` a card, or as many as there were."""
    past = total(scores.tallies.days().values())
    each = past.took_ms / past.reviews if past.reviews else _USUAL_MS
    known = past.tested + past.new
    asked = answers if answers is not None else past.reviews / known if known else _USUAL_ANSWERS
    return cards * asked * each / 60_000
