"""The day's limits: what they leave to be asked, for all decks together and for each deck.

Limits count the first reviews of a study day, over all devices. New cards pause while more reviews are due than the
limit leaves.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizzer.core.options import ALL, resolve

_LIMITS = ("new_per_day", "reviews_per_day")
Settings = Mapping[tuple[str, str, bool], str]


class Room(NamedTuple):
    """What the day's limits leave: new cards and reviews still to be asked."""

    new: int
    reviews: int


class Done(NamedTuple):
    """A card's first review of the study day."""

    deck: str
    new: bool
    """Whether it was the first day of the card."""


class Quota(NamedTuple):
    """What a study day's limits leave."""

    everything: Room
    own: dict[str, Room]
    """Decks that have a limit of their own."""

    def of(self, deck: str) -> Room:
        """What is left for one deck, within what is left for all."""
        own = self.own.get(deck, self.everything)
        return Room(min(own.new, self.everything.new), min(own.reviews, self.everything.reviews))


def quota(settings: Settings, suggested: Mapping[str, Mapping[str, str]], done: Iterable[Done]) -> Quota:
    """What the limits leave after what was done.

    Args:
        settings: the newest options, by (scope, key, by_deck).
        suggested: the `study:` map of each deck in use, as typed.
        done: the first reviews of this study day.
    """
    reviews = list(done)
    every = resolve(settings, ALL, keys=_LIMITS)
    everything = _room(every["new_per_day"].value, every["reviews_per_day"].value, reviews)
    limited = {deck for deck, key, _ in settings if key in _LIMITS}
    own = {}
    for deck, study in suggested.items():
        if deck not in limited and not any(key in study for key in _LIMITS):
            continue
        found = resolve(settings, deck, study, _LIMITS)
        if {found[key].origin for key in _LIMITS} & {"this deck", "deck"}:
            mine = [review for review in reviews if review.deck == deck]
            own[deck] = _room(found["new_per_day"].value, found["reviews_per_day"].value, mine)
    return Quota(everything, own)


def _room(new: int, reviews: int, done: list[Done]) -> Room:
    introduced = sum(review.new for review in done)
    return Room(max(0, new - introduced), max(0, reviews - (len(done) - introduced)))


def paused(quota: Quota, due: Mapping[str, int]) -> Quota:
    """The quota without new cards where more reviews are due than it leaves.

    Args:
        quota: what the limits leave.
        due: reviews due, by deck.
    """
    everything = quota.everything
    asked = sum(min(count, quota.own[deck].reviews) if deck in quota.own else count for deck, count in due.items())
    if asked > everything.reviews:
        everything = everything._replace(new=0)
    own = {deck: room._replace(new=0) if due.get(deck, 0) > room.reviews else room for deck, room in quota.own.items()}
    return Quota(everything, own)
