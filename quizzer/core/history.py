"""What happened to one card: its reviews and whatever else was done with it, with what came of each.

A history is told as the fold sees it: what was taken back, replaced or made for practice is told too, and moves no
schedule. The last schedule of a history is the one that the fold gives. Its texts are clean, whoever wrote the log.
"""

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from quizzer.core.adoption import NO_HEIRS, Heirs, counting
from quizzer.core.answers import response_words
from quizzer.core.cards import Card, deck_of
from quizzer.core.day import study_day
from quizzer.core.event import Did, Event
from quizzer.core.memory import decay_of, interval
from quizzer.core.options import DEFAULTS, Options
from quizzer.core.progress import UNTOUCHED, Instead, advance, as_it_stands, counts, in_place, replaced
from quizzer.core.schedule import Schedule, State
from quizzer.core.text import clean

TOLD = (
    Did.REVIEWED,
    Did.BURIED,
    Did.SUSPENDED,
    Did.RESUMED,
    Did.FLAGGED,
    Did.UNFLAGGED,
    Did.RESET,
    Did.ADOPTED,
    Did.DECK_EDITED,
)
"""The kinds of event that a history tells; a version of the text is told as such (`texts_of`)."""


class Fate(StrEnum):
    """What became of something that was done; the value is how people read it."""

    COUNTS = "counts"
    REPLACED = "replaced"
    """It counts with the rating that came in its place."""
    CRAM = "cram"
    """It was made for practice, and changes no schedule."""
    PRACTICE = "practice"
    UNDONE = "taken back"


class Past(NamedTuple):
    """One thing that happened to a card."""

    id: str
    """Of its event."""
    at: int
    """UTC milliseconds."""
    offset: int
    """Seconds east of UTC at that moment."""
    day: int
    """The study day."""
    kind: str
    """One of `TOLD`."""
    fate: Fate
    rating: int = 0
    """1–4 as it counts; 0 for what is no review."""
    given: int = 0
    """1–4 as the person gave it, which another rating may have replaced since."""
    mode: str = ""
    """study, cram or quiz."""
    took_ms: int = 0
    response: str = ""
    score: float | None = None
    """What the machine found the response to be worth, 0–1."""
    words: str = ""
    """Of a flag, of an edit, or the card whose history was adopted."""
    after: Schedule | None = None
    """What a review that counts made of the card."""
    options: Options = DEFAULTS
    """Those that counted for it."""

    @property
    def wanted(self) -> float:
        """Days until recall has fallen to the wanted retention, by the stability that the review left."""
        if self.after is None or self.after.state is not State.REVIEW:
            return 0.0
        decay = decay_of(self.options.parameters)
        return interval(self.after.stability, self.options.desired_retention, decay)


class Text(NamedTuple):
    """A version of a card's text, as it stood when it was first reviewed."""

    at: int
    offset: int
    question: str
    solution: str
    quote: str
    digest: str


OptionsAt: TypeAlias = Callable[[tuple[int, str, str], str], Options]
"""Which options counted just before an event (its order), for a deck: `Timeline.at`."""


def history(
    events: Iterable[Event],
    voided: Collection[str],
    options_at: OptionsAt,
    card: Card | None = None,
    heirs: Heirs = NO_HEIRS,
) -> list[Past]:
    """What happened to a card, in fold order.

    Args:
        events: all events of the card, and of those it has adopted, in whatever order.
        voided: the ids of events that were taken back.
        options_at: what counted when.
        card: as a deck has it now, for the words of what was picked; None where no deck holds it.
        heirs: the card that has adopted those of other events.
    """
    ordered = sorted(events, key=lambda event: event.order)
    instead = in_place(counting(event, heirs) for event in ordered if event.id not in voided)
    standing, told = UNTOUCHED, list[Past]()
    for recorded in ordered:
        options, event = options_at(recorded.order, deck_of(recorded.card)), counting(recorded, heirs)
        stands, counted = event.id not in voided, as_it_stands(event, instead)
        if stands:
            standing = advance(standing, counted, options)
        if event.kind in TOLD and not replaced(event):
            past = _past(event, _fate(event, stands, instead), options, card)
            if past.rating:
                past = past._replace(rating=counted.data["rating"] if stands else past.given)
            moved = past.fate in (Fate.COUNTS, Fate.REPLACED) and counts(event)
            told.append(past._replace(after=standing.schedule) if moved else past)
    return told


def texts_of(events: Iterable[Event]) -> list[Text]:
    """The versions of a card's text, the first one first, each once as often as it came back."""
    found: list[Text] = []
    for event in sorted(events, key=lambda event: event.order):
        if event.kind == Did.TEXT_SEEN:
            question, solution, quote, digest = (
                clean(str(event.data.get(key, ""))) for key in ("question", "solution", "quote", "digest")
            )
            if not found or found[-1].digest != digest:
                found.append(Text(event.at, event.offset, question, solution, quote, digest))
    return found


def last_review(told: Iterable[Past]) -> Past | None:
    """The newest review that the schedule is built on; None where there is none since the card was last reset."""
    last = None
    for past in told:
        if past.kind == Did.RESET and past.fate is Fate.COUNTS:
            last = None
        elif past.after is not None:
            last = past
    return last


def _fate(event: Event, stands: bool, instead: Instead) -> Fate:
    if not stands:
        return Fate.UNDONE
    if event.kind != Did.REVIEWED:
        return Fate.COUNTS
    if counts(event):
        return Fate.REPLACED if (event.id, event.card) in instead else Fate.COUNTS
    return Fate.CRAM if event.data.get("mode") == "cram" else Fate.PRACTICE


def _past(event: Event, fate: Fate, options: Options, card: Card | None) -> Past:
    data, day = event.data, study_day(event.at, event.offset, options.rollover)
    past = Past(event.id, event.at, event.offset, day, event.kind, fate, options=options)
    if event.kind != Did.REVIEWED:
        return past._replace(words=clean(str(data.get("words") or data.get("what") or data.get("from") or "")))
    rating, took, score = data.get("rating"), data.get("took_ms"), data.get("score")
    given = rating if rating in (1, 2, 3, 4) else 0
    return past._replace(
        rating=given,
        given=given,
        mode=clean(str(data.get("mode", ""))),
        took_ms=max(0, took) if isinstance(took, int) else 0,
        response=_words(data.get("response"), card),
        score=float(score) if isinstance(score, int | float) else None,
    )


def _words(response: object, card: Card | None) -> str:
    """A response as the log keeps it in words: study keeps words, a quiz the places of what was picked."""
    if isinstance(response, list):
        places = tuple(place for place in response if isinstance(place, int))
        picked = response_words(card, places) if card is not None else ""
        return picked or " · ".join(str(place + 1) for place in places)
    return clean(str(response)) if isinstance(response, str | bool) else ""
