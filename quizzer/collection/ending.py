"""The end of a sitting, in words: what was done, what is next, and when."""

from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.overview import next_of
from quizzer.collection.shelf import Shelf
from quizzer.core.day import date_of, local
from quizzer.core.moment import Moment
from quizzer.core.options import ALL
from quizzer.core.schedule import Rating, Wait
from quizzer.core.session import Session
from quizzer.core.wording import wait_words


class Ending(NamedTuple):
    """What stands at the end of a sitting."""

    answered: int
    tally: tuple[int, int, int, int]
    """Ratings given: Again, Hard, Good, Easy."""
    minutes: float
    left: int
    """Cards of the scope that could still be asked today."""
    next_soon_at: Moment | None
    """When the next learning card of today comes."""
    next_day: int | None
    """The study day on which something comes next, where nothing is left today."""
    next_count: int
    words: tuple[str, ...]
    """What was done, and what is next and when: a sentence each."""


def ending(shelf: Shelf, decks: Sequence[str], session: Session) -> Ending:
    """The end of a session over some decks, at this moment."""
    moment, day = shelf.ledger.clock.moment(), shelf.day()
    soon = session.learning[0].due if session.learning else None
    next_soon = None if soon is None else moment._replace(at=max(soon, moment.at))
    left = len(session.waiting) + len(session.learning) + (session.current is not None)
    coming = next_of(shelf, decks, day)
    next_day, count = coming if coming else (None, 0)
    words = [_done(session)]
    if session.cram:
        words += _crammed(session, left)
    elif session.waiting or session.current is not None:
        words.append(f"{_cards(left)} {'is' if left == 1 else 'are'} left for today. Nothing you answered is lost.")
    elif next_soon is not None:
        words.append(_soon(len(session.learning), next_soon, moment))
    if session.cram:
        pass  # what is due is due as before
    elif next_day is not None and not (session.waiting or session.current):
        words.append(f"Next: {_cards(count)} {_day(next_day, day, moment, shelf.options(ALL).rollover)}.")
    elif next_day is None and left == 0:
        words.append("Nothing else waits in these decks.")
    return Ending(session.done, session.tally, session.took_ms / 60_000, left, next_soon, next_day, count, tuple(words))


def _done(session: Session) -> str:
    if not session.done:
        return "Nothing was asked." if session.current is None else "Nothing was answered."
    parts = [
        f"{count} {rating.name.capitalize()}" for rating, count in zip(Rating, session.tally, strict=True) if count
    ]
    minutes = session.took_ms / 60_000
    took = f" in {wait_words(Wait(seconds=round(minutes * 60)))}" if minutes * 60 >= 1 else ""
    return f"{session.done} {'answer' if session.done == 1 else 'answers'}{took}: {', '.join(parts)}."


def _crammed(session: Session, left: int) -> list[str]:
    if not session.done and not left:
        return ["There is no card here that can be asked: none at all, or all are suspended or hidden until tomorrow."]
    words = [f"{_cards(left)} {'was' if left == 1 else 'were'} left to cram."] if left else []
    return [*words, "Cramming changes no schedule: what is due today still is, and no limit has been touched."]


def _soon(count: int, when: Moment, now: Moment) -> str:
    wait = wait_words(Wait(seconds=max(0, when.at - now.at) // 1000))
    clock = local(when.at, when.offset)
    verb = "comes" if count == 1 else "come"
    return f"{_cards(count)} {verb} again today, the first in {wait} (at {clock:%H:%M})."


def _cards(count: int) -> str:
    return f"{count} card" if count == 1 else f"{count} cards"


def _day(day: int, today: int, now: Moment, rollover: int) -> str:
    """A study day in words; in the night before the rollover the next one is on the calendar's today."""
    if day == today + 1:
        return "tomorrow" if local(now.at, now.offset).date() < date_of(day) else f"today after {rollover:02d}:00"
    date = date_of(day)
    return f"on {date:%a} {date.day} {date:%b}" + ("" if day - today < 300 else f" {date.year}")
