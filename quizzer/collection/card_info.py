"""Card info: all that is known of one card, and why it is due or not.

Its figures are those of `quizzer cards`; its history is the fold's. A card that no deck holds any more is told by the
text it had when it was last reviewed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.beside import passage_behind
from quizzer.collection.queueing import Scope, todays_entries
from quizzer.collection.reading import PassageView
from quizzer.collection.reports import CardReport, reports_of
from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import Card, split_id
from quizzer.core.history import Past, Text, history, last_review, texts_of
from quizzer.core.memory import decay_of, retrievability
from quizzer.core.moment import Moment
from quizzer.core.progress import UNTOUCHED, Standing
from quizzer.core.queue import Entry
from quizzer.core.schedule import State, outcomes, wait
from quizzer.core.why_due import Circumstances, Held, why
from quizzer.core.wording import wait_words
from quizzer.errors import QuizzerError

WEEKS = 12
"""How far the forecast of recall goes."""


class CardInfo(NamedTuple):
    """What is known of a card."""

    report: CardReport
    """Its figures, as `cards --json` gives them."""
    title: str
    """Of its deck; the deck's id where no deck is there."""
    place: str
    """The deck file and the line of the note, such as `/decks/capitals.yaml:3`; empty for an orphan."""
    question: str
    """As asked now; of an orphan, as asked when it was last reviewed. Light Markdown."""
    solution: str
    passage: PassageView | None
    """What the answer comes from, as far as that is known without reading a document that takes long."""
    quote: str
    why: tuple[str, ...]
    """Sentences: state, due date and reason, whether it is asked today."""
    waits: tuple[str, str, str, str]
    """What each rating would have it wait if it were given now, Again first."""
    recall: tuple[float, ...]
    """Probability of recall today and after each of the coming weeks without a review; empty for a new card."""
    past: tuple[Past, ...]
    """The newest first."""
    texts: tuple[Text, ...]
    """The versions of its text that were reviewed, the newest first."""
    text_is_current: bool
    """Whether the first of `texts` is what the deck has now."""
    moment: Moment
    day: int
    """The study day."""

    @property
    def source(self) -> str:
        """Title and place of what the answer comes from; empty where nothing is known of it."""
        return ", ".join(filter(None, (self.passage.title, self.passage.place))) if self.passage else ""


def card_info(shelf: Shelf, id: str, review_id: str = "") -> CardInfo:
    """All that is known of a card; `review_id` is the one its next review will have, where that is known.

    Raises:
        QuizzerError: neither decks nor log know it.
    """
    ledger = shelf.ledger
    kin = ledger.adoptions.kin(id)
    card, events = shelf.written(id), ledger.log.of_cards(kin)
    report = next(iter(reports_of(shelf, [id])), None)
    if report is None:
        raise QuizzerError(f"There is no card {id}; `quizzer cards` lists those there are.")
    standing = ledger.cards.standing(id) or UNTOUCHED
    told = history(
        events, ledger.cache.voided(event.id for event in events), ledger.timeline.at, card, dict.fromkeys(kin, id)
    )
    texts = texts_of(events)
    version, newest = text_version(card) if card else None, texts[-1] if texts else None
    moment, day = ledger.clock.moment(), shelf.day()
    after = outcomes(standing.schedule, moment, shelf.options(report.deck), review_id or ledger.throw("review"))
    again, hard, good, easy = (wait_words(wait(one, moment, shelf.options(report.deck))) for one in after)
    seen = _circumstances(shelf, report, standing, moment, day, _kept(report, card))
    shown = version or newest
    return CardInfo(
        report,
        shelf.decks[report.deck].title if report.deck in shelf.decks else report.deck,
        f"{shelf.paths.get(report.deck, '')}:{card.note.line}" if card else "",
        shown.question if shown else "",
        shown.solution if shown else "",
        passage_behind(shelf, card, wait=False) if card else None,
        shown.quote if shown else "",
        tuple(why(standing, last_review(told), seen)),
        (again, hard, good, easy),
        _recall(shelf, standing, report.deck, day),
        tuple(reversed(told)),
        tuple(reversed(texts)),
        bool(version and newest and version.digest == newest.digest),
        moment,
        day,
    )


def _recall(shelf: Shelf, standing: Standing, deck: str, day: int) -> tuple[float, ...]:
    schedule, decay = standing.schedule, decay_of(shelf.options(deck).parameters)
    if not schedule.reps:
        return ()
    since = max(0, day - schedule.last_day)
    return tuple(retrievability(since + 7 * week, schedule.stability, decay) for week in range(WEEKS + 1))


def _kept(report: CardReport, card: Card | None) -> Held:
    """What keeps a card from being asked at all."""
    if card is not None:
        return Held.DRAFT if card.note.draft else Held.NOTHING
    return Held.ORPHAN if report.orphan else Held.LEFT_OUT


def _circumstances(
    shelf: Shelf, report: CardReport, standing: Standing, moment: Moment, day: int, kept: Held
) -> Circumstances:
    seen, schedule = Circumstances(moment, day, shelf.options(report.deck), held=kept), standing.schedule
    if kept or standing.suspended or standing.buried >= day or schedule.state in (State.LEARNING, State.RELEARNING):
        return seen
    entries = todays_entries(shelf, Scope(tuple(shelf.decks)), day)
    place = next((at for at, entry in enumerate(entries, 1) if entry.card == report.id), 0)
    quota, due = shelf.quota(day)
    own = quota.own.get(report.deck)
    alone = own is not None and own.reviews < quota.everything.reviews  # the deck's own limit is what counts
    waiting = due.get(report.deck, 0) if alone else sum(due.values())
    seen = seen._replace(place=place, among=len(entries), due=waiting, room=quota.of(report.deck).reviews)
    return seen if place else seen._replace(held=_held(shelf, report.id, schedule.state, entries, seen))


def _held(shelf: Shelf, id: str, state: State, entries: Sequence[Entry], seen: Circumstances) -> Held:
    deck, note, _ = split_id(id)
    if seen.options.bury_siblings:
        asked = {(one, name) for one, name, _, alone in shelf.ledger.counts.asked(seen.day) if not alone}
        if (deck, note) in asked:
            return Held.SIBLING_ASKED
        if any((entry.deck, entry.note) == (deck, note) for entry in entries):
            return Held.SIBLING_COMES
    if state is State.NEW:
        new = shelf.quota(seen.day)[0].of(deck).new
        return Held.PAUSED if seen.due > seen.room else Held.TURN if new else Held.LIMIT
    return Held.LIMIT
