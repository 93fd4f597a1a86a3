"""The day's limits: what they leave to be asked, for all decks together and for each deck.

Limits count the first reviews of a study day, over all devices; minutes, the time that all its answers took. New
cards pause while more reviews are due than the limit leaves.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from quizzer.core.allowance import NEW_TODAY, Settings, new_allowed, spread_on
from quizzer.core.options import ALL, Resolved, resolve

_LIMITS = ("new_per_day", "reviews_per_day", "minutes_per_day")


class Room(NamedTuple):
    """What the day's limits leave: new cards and reviews still to be asked."""

    new: int
    reviews: int


class Budget(NamedTuple):
    """The seconds that are left of a study day's minutes, and what cards are expected to take of them."""

    seconds: float
    review: float
    """Seconds of a review, with what forgetting costs."""
    new: float
    """Seconds of a new card."""

    def reviews(self, count: int) -> int:
        """How many of these reviews fit."""
        return min(count, max(0, int(self.seconds // self.review)))

    def fresh(self, count: int, reviews: int) -> int:
        """How many of these new cards fit beside so many reviews."""
        return min(count, max(0, int((self.seconds - reviews * self.review) // self.new)))


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
    allowed: frozenset[str] = frozenset()
    """Decks, or all (""), whose new cards were asked for on this day: they do not pause."""

    def of(self, deck: str) -> Room:
        """What is left for one deck, within what is left for all."""
        own = self.own.get(deck, self.everything)
        return Room(min(own.new, self.everything.new), min(own.reviews, self.everything.reviews))

    def without_limits(self, reviews: int) -> "Quota":
        """The same, with room for so many reviews everywhere."""
        own = {deck: room._replace(reviews=reviews) for deck, room in self.own.items()}
        return Quota(self.everything._replace(reviews=reviews), own, self.allowed)


def quota(settings: Settings, suggested: Mapping[str, Mapping[str, str]], done: Iterable[Done], day: int) -> Quota:
    """What the limits, and what a person allows beside them, leave after what was done.

    Args:
        settings: the newest options, by (scope, key, by_deck).
        suggested: the `study:` map of each deck in use, as typed.
        done: the first reviews of this study day.
        day: the study day.
    """
    reviews: dict[str, list[Done]] = {}
    for review in done:
        reviews.setdefault(review.deck, []).append(review)
    every = resolve(settings, ALL, keys=_LIMITS)
    allowed = {scope: new_allowed(settings, scope, day) for scope, key, _ in settings if key == NEW_TODAY}
    spread = spread_on(settings, day)
    new = _either(allowed.get(ALL), every["new_per_day"].value)
    everything = _room(new, spread[0] if spread else every["reviews_per_day"].value, [*chain(*reviews.values())])
    limited = {deck for deck, key, _ in settings if key in _LIMITS or key == NEW_TODAY}
    own = {}
    alike: dict[tuple[str | None, ...], dict[str, Resolved]] = {}
    for deck, study in suggested.items():
        if deck not in limited and not any(key in study for key in _LIMITS):
            continue
        texts = (*(settings.get((deck, key, by)) for key in _LIMITS for by in (False, True)), *map(study.get, _LIMITS))
        found = alike.get(texts) or resolve(settings, deck, study, _LIMITS)
        alike[texts] = found
        if {found[key].origin for key in _LIMITS} & {"this deck", "deck"} or allowed.get(deck) is not None:
            new = _either(allowed.get(deck), found["new_per_day"].value)
            own[deck] = _room(new, found["reviews_per_day"].value, reviews.get(deck, []))
    return Quota(everything, own, frozenset(scope for scope, count in allowed.items() if count is not None))


def _either(allowed: int | None, limit: int) -> int:
    return limit if allowed is None else allowed


def _room(new: int, reviews: int, done: list[Done]) -> Room:
    introduced = sum(review.new for review in done)
    return Room(max(0, new - introduced), max(0, reviews - (len(done) - introduced)))


def limited(
    quota: Quota, due: Mapping[str, int], budgets: Mapping[str, Budget], beside: Mapping[str, int] = {}
) -> Quota:
    """The quota within the day's minutes, new cards paused as in `paused`: reviews come first, then new cards.

    New cards that somebody asked for today are not cut.

    Args:
        quota: what the other limits leave.
        due: reviews due, by deck.
        budgets: by deck, and for all (""); where there are none, only the other limits count.
        beside: reviews that are asked beside those due, by deck, as far as there is room.
    """
    rooms = {ALL: quota.everything, **quota.own}
    cut = {scope: room._replace(reviews=budgets[scope].reviews(room.reviews)) if scope in budgets else room
           for scope, room in rooms.items()}  # fmt: skip
    left = paused(Quota(cut.pop(ALL), cut, quota.allowed), due)
    rooms = {ALL: left.everything, **left.own}
    wanted = {deck: due.get(deck, 0) + beside.get(deck, 0) for deck in due.keys() | beside.keys()}
    asked = {deck: min(count, left.of(deck).reviews) for deck, count in wanted.items()}
    for scope in budgets.keys() - quota.allowed:
        room = rooms[scope]
        reviews = asked.get(scope, 0) if scope else min(room.reviews, sum(asked.values()))
        rooms[scope] = room._replace(new=budgets[scope].fresh(room.new, reviews))
    return Quota(rooms.pop(ALL), rooms, quota.allowed)


def paused(quota: Quota, due: Mapping[str, int]) -> Quota:
    """The quota without new cards where more reviews are due than it leaves, and nobody asked for more of them today.

    Args:
        quota: what the limits leave.
        due: reviews due, by deck.
    """
    everything = quota.everything
    asked = sum(min(count, quota.own[deck].reviews) if deck in quota.own else count for deck, count in due.items())
    if asked > everything.reviews and ALL not in quota.allowed:
        everything = everything._replace(new=0)
    full = {deck for deck, room in quota.own.items() if due.get(deck, 0) > room.reviews} - quota.allowed
    own = {deck: room._replace(new=0) if deck in full else room for deck, room in quota.own.items()}
    return Quota(everything, own, quota.allowed)
