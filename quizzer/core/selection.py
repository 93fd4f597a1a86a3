"""Which cards a quiz asks, and in which order: weakest first, or balanced by topic.

The same candidates and set-up always give the same cards. Nothing here is thrown by dice: the seed settles ties.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import Any, NamedTuple

from quizzer.core.queue import lots

MOST = 1_000
"""Questions of one quiz."""
LONGEST = 24 * 3600
"""Seconds that a quiz may take."""


class Pick(StrEnum):
    """By what a quiz picks its cards."""

    WEAK = "weak"
    """What is least likely to be remembered, first; cards never seen come after those that were."""
    TOPICS = "topics"
    """As many of each topic, as far as there are any."""


class Setup(NamedTuple):
    """What a person wants a quiz to be."""

    decks: tuple[str, ...] = ()
    """Ids; none means all."""
    tags: tuple[str, ...] = ()
    """A card bears one of them; none means any, or no tag at all."""
    kinds: tuple[str, ...] = ()
    """None means all."""
    number: int = 20
    seconds: int = 0
    """0: as long as it takes."""
    seed: str = ""
    pick: Pick = Pick.WEAK
    by_hand: bool = False
    """Whether cards that no machine can mark are asked too, and marked by the person at the end."""
    counts: bool = True
    """Whether the answers count as reviews."""

    @property
    def data(self) -> dict[str, Any]:
        """The set-up as an event keeps it."""
        several = {"decks": list(self.decks), "tags": list(self.tags), "kinds": list(self.kinds)}
        return {**self._asdict(), **several, "pick": str(self.pick)}


def setup_of(data: object) -> Setup:
    """The set-up that an event kept; the usual values for what it lacks, or has of another type."""
    known = data if isinstance(data, dict) else {}
    usual = Setup()
    kept: dict[str, Any] = {
        key: known[key]
        for key in ("number", "seconds", "seed", "by_hand", "counts")
        if type(known.get(key)) is type(getattr(usual, key))
    }
    for key in ("decks", "tags", "kinds"):
        kept[key] = tuple(word for word in known.get(key) or () if isinstance(word, str))
    only = known.get("tag")  # of the days when a quiz took one
    if isinstance(only, str) and only:
        kept["tags"] = (only,)
    pick = known.get("pick")
    return Setup(**kept, pick=Pick(pick) if pick in list(Pick) else usual.pick)


class Candidate(NamedTuple):
    """A card that may be asked."""

    card: str
    note: str
    """Deck and note, the same for siblings."""
    recall: float | None = None
    """The probability that it is remembered; None for a card never seen."""
    topic: str = ""
    stability: float = 0.0
    """Days; tells the weaker of two that are remembered alike, such as all that were asked today."""


def selected(candidates: Iterable[Candidate], setup: Setup) -> list[str]:
    """The ids of the cards to ask, in their order.

    Siblings, which give each other away, are asked only where other notes are too few.
    """
    by_lot = lots(setup.seed)
    if setup.pick is Pick.TOPICS:
        ordered = _balanced(sorted(candidates, key=lambda candidate: by_lot(candidate.card)))
    else:
        ordered = sorted(candidates, key=lambda candidate: (*_strength(candidate), *by_lot(candidate.card)))
    notes: set[str] = set()
    first, siblings = list[str](), list[str]()
    for candidate in ordered:
        (siblings if candidate.note in notes else first).append(candidate.card)
        notes.add(candidate.note)
    return [*first, *siblings][: setup.number]


def _strength(candidate: Candidate) -> tuple[float, float]:
    return (2.0 if candidate.recall is None else candidate.recall, candidate.stability)


def _balanced(candidates: Sequence[Candidate]) -> list[Candidate]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.topic, []).append(candidate)
    return [candidate for turn in zip_longest(*groups.values()) for candidate in turn if candidate is not None]


class Placed(NamedTuple):
    """What the topic of a card follows from."""

    deck: str
    """Its title."""
    tags: tuple[str, ...] = ()
    passage: str = ""
    """Such as `passage 3`; empty where the note names none."""


def topics(cards: Mapping[str, Placed]) -> dict[str, str]:
    """The topic of each card: its first tag that tells it from others of its deck, else its passage, else its deck.

    Where cards are of several decks, a passage's number says nothing without the deck, and the deck is the topic.
    """
    decks: dict[str, list[Placed]] = {}
    for placed in cards.values():
        decks.setdefault(placed.deck, []).append(placed)
    shared = {deck: set.intersection(*(set(placed.tags) for placed in own)) for deck, own in decks.items()}
    return {
        card: next(
            (tag for tag in placed.tags if tag not in shared[placed.deck]),
            (len(decks) == 1 and placed.passage) or placed.deck,
        )
        for card, placed in cards.items()
    }
