"""The filter language: which cards a person wants to see, in a few words.

`is:due deck:history -tag:war kind:choice rated:7 again "a phrase" word`: every term must hold, `-` turns one round.
Words and phrases are looked for in a card's id, question, solution, tags and the title of its deck, whatever their
capitals.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.cards import Kind
from quizzer.core.schedule import Rating
from quizzer.core.text import clean

LONGEST = 36_500
"""Days that `rated:` may reach back."""


class Field(StrEnum):
    """What stands before the colon of a term."""

    IS = "is"
    DECK = "deck"
    TAG = "tag"
    KIND = "kind"
    RATED = "rated"
    TEXT = ""
    """A word or a phrase; it has no colon."""


class Is(StrEnum):
    """What `is:` asks."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    LEECH = "leech"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    ORPHAN = "orphan"


RATINGS = {rating.name.lower(): rating for rating in Rating}


class Term(NamedTuple):
    """One condition."""

    field: Field
    value: str
    """Case-folded."""
    negated: bool = False
    rating: Rating | None = None
    """Behind `rated:`; None: any."""


class Mistake(NamedTuple):
    """A filter that cannot be read."""

    at: int
    """The place of the first character concerned, from 0."""
    sentence: str


class Rated(NamedTuple):
    """A review of a card that counts."""

    days_ago: int
    """Study days; 0 is today."""
    rating: int


class Facts(NamedTuple):
    """What a filter may ask of a card; texts and reviews, which cost a reading, are fetched when asked for."""

    id: str
    deck: str
    """Its id."""
    title: str
    kind: str
    tags: Sequence[str]
    holds: frozenset[Is]
    text: Callable[[], str]
    """Question and solution."""
    reviews: Callable[[], Iterable[Rated]]


_TERM = re.compile(r'(-?)(?:([^\W\d_]+):)?(?:"([^"]*)("?)|([^\s"]*))')


def parse_filter(text: str) -> tuple[Term, ...] | Mistake:
    """Read a filter; one without terms holds for every card."""
    terms: list[Term] = []
    at, rateable = 0, False
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TERM.match(text, at)
        assert found is not None  # it matches anything, and takes at least one character that is no white space
        minus, name, phrase, closed, word = found.groups()
        if phrase is not None and not closed:
            return Mistake(found.start(3) - 1, 'this quote is not closed; put another " behind the phrase')
        value = clean(word if phrase is None else phrase).casefold().strip()
        plain = not minus and name is None and phrase is None
        if rateable and plain and value in RATINGS:
            terms[-1] = terms[-1]._replace(rating=RATINGS[value])
            at, rateable = found.end(), False
            continue
        term = _term(name, value, bool(minus), at + len(minus))
        if isinstance(term, Mistake):
            return term
        if term.value:
            terms.append(term)
        elif minus:
            return Mistake(at, "there is nothing behind this - to leave out; write them close together")
        rateable = term.field is Field.RATED
        at = found.end()
    return tuple(terms)


def matches(terms: Iterable[Term], facts: Facts) -> bool:
    """Whether all terms hold for a card; what needs no reading is asked first."""
    ordered = sorted(terms, key=lambda term: term.field in (Field.TEXT, Field.RATED))
    return all(_holds(term, facts) is not term.negated for term in ordered)


def asks(terms: Iterable[Term], field: Field) -> bool:
    """Whether a field is asked for."""
    return any(term.field is field for term in terms)


def _term(name: str | None, value: str, negated: bool, at: int) -> Term | Mistake:
    if name is None:
        return Term(Field.TEXT, value, negated)
    field = name.casefold()
    fields = [str(one) for one in Field if one]
    if field not in fields:
        hint = _near(field, fields) or "; put text that has a colon between quotes"
        return Mistake(at, f"{name}: is no field of a filter{hint}")
    behind = at + len(name) + 1
    if not value:
        return Mistake(behind, f"there is nothing behind {field}:")
    for known, words in ((Field.IS, list(map(str, Is))), (Field.KIND, list(map(str, Kind)))):
        if field == known and value not in words:
            return Mistake(behind, f"{field}:{value} is not known{_near(value, words) or _one_of(words)}")
    if field == Field.RATED:
        if not (value.isascii() and value.isdecimal() and len(value) <= 5 and 1 <= int(value) <= LONGEST):
            return Mistake(behind, f"rated: takes a number of days from 1 to {LONGEST}, such as rated:7 again")
        value = str(int(value))
    return Term(Field(field), value, negated)


def _holds(term: Term, facts: Facts) -> bool:
    value = term.value
    match term.field:
        case Field.IS:
            return value in facts.holds
        case Field.DECK:
            return value in facts.deck.casefold() or value in facts.title.casefold()
        case Field.TAG:
            return value in [tag.casefold() for tag in facts.tags]
        case Field.KIND:
            return value == facts.kind
        case Field.RATED:
            rated = (one.rating for one in facts.reviews() if one.days_ago < int(value))
            return any(term.rating in (None, rating) for rating in rated)
        case _:
            beside = "\n".join((facts.id, facts.title, *facts.tags)).casefold()
            return value in beside or value in facts.text().casefold()


def _near(word: str, words: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, words, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _one_of(words: Sequence[str]) -> str:
    return f"; it may be {', '.join(words[:-1])} or {words[-1]}"
