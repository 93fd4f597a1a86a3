"""The filter language: which cards a person wants to see, in a few words.

`is:due deck:history -tag:war kind:choice rated:7 again "a phrase" word`: every term must hold, `-` turns one round.
Words and phrases are looked for in a card's id, question, solution, tags and the title of its deck, whatever their
capitals and accents. `is:due`, `is:new`, `is:learning` and `is:leech` count as home does: what is hidden or gone is
left out, unless the filter itself asks for such cards (`is:leech is:suspended`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizzer.core.cards import Kind
from quizzer.core.folding import sought
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
    HIDDEN = "hidden"
    """Suspended or buried."""
    FLAGGED = "flagged"
    ORPHAN = "orphan"
    DRAFT = "draft"
    """Not a card yet; drafts are found only by this."""


ASKABLE = (Is.DUE, Is.NEW, Is.LEARNING, Is.LEECH)
"""What is said of cards that may be asked, as long as the filter does not ask for others; a leech may be buried."""
UNASKABLE = (Is.SUSPENDED, Is.BURIED, Is.HIDDEN, Is.ORPHAN)

KNOWN: dict[str, list[str]] = {Field.IS: list(map(str, Is)), Field.KIND: list(map(str, Kind))}
"""The words that may stand behind a field that takes no others."""

NAMES = [str(field) for field in Field if field]
RATINGS = {rating.name.lower(): rating for rating in Rating}


class Term(NamedTuple):
    """One condition."""

    field: Field
    value: str
    """Without capitals; of words, decks also without accents."""
    negated: bool = False
    rating: Rating | None = None
    """Behind `rated:`; None: any."""
    hidden: bool = False
    """Whether one of ASKABLE is asked of hidden and vanished cards as well."""


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
    """What is so, whether or not the card may be asked."""
    gone: bool
    """Whether no deck holds it as a card: an orphan, a draft, a note with an error."""
    text: Callable[[], str]
    """Question and solution, as `haystack` makes them."""
    reviews: Callable[[], Iterable[Rated]]


_TERM = re.compile(r'(-?)(?:([^\W\d_]+):)?(?:"([^"]*)("?)|([^\s"]*))')


def parse_filter(text: str, typing: bool = False) -> tuple[Term, ...] | Mistake:
    """Read a filter; one without terms holds for every card.

    `typing`: at its very end, the name of a field says nothing yet, since its colon may still come.
    """
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
        value = clean(word if phrase is None else phrase).strip()
        plain = not minus and name is None and phrase is None
        if rateable and plain and value.casefold() in RATINGS:
            terms[-1] = terms[-1]._replace(rating=RATINGS[value.casefold()])
            at, rateable = found.end(), False
            continue
        if typing and name is None and phrase is None and found.end() == len(text) and value.casefold() in NAMES:
            break
        behind_rated = rateable and plain and not (typing and found.end() == len(text))
        term = _term(name, value, bool(minus), at + len(minus), behind_rated)
        if isinstance(term, Mistake):
            return term
        if term.value:
            terms.append(term)
        elif minus:
            return Mistake(at, "there is nothing behind this - to leave out; write them close together")
        rateable = term.field is Field.RATED
        at = found.end()
    if any(not term.negated and term.value in UNASKABLE for term in terms if term.field is Field.IS):
        terms = [term._replace(hidden=term.field is Field.IS and term.value in ASKABLE) for term in terms]
    return tuple(terms)


def haystack(*texts: str) -> str:
    """Texts as words and phrases are looked for in them."""
    beside = " ".join(texts)
    if "  " in beside or not beside.isprintable() or beside != beside.strip():  # white space that is no single space
        texts = tuple([" ".join(text.split()) for text in texts])
    return sought("\n".join(texts))


def matches(terms: Iterable[Term], facts: Facts) -> bool:
    """Whether all terms hold for a card; what needs no reading is asked first."""
    ordered = sorted(terms, key=lambda term: term.field in (Field.TEXT, Field.RATED))
    return all(_holds(term, facts) is not term.negated for term in ordered)


def asks(terms: Iterable[Term], field: Field) -> bool:
    """Whether a field is asked for."""
    return any(term.field is field for term in terms)


def asks_for(terms: Iterable[Term], what: Is) -> bool:
    """Whether a filter asks for cards of which this is so."""
    return any(term.field is Field.IS and term.value == what and not term.negated for term in terms)


def _term(name: str | None, value: str, negated: bool, at: int, behind_rated: bool) -> Term | Mistake:
    if name is None:
        if behind_rated and (meant := _nearest(value.casefold(), RATINGS, 0.8)):
            return Mistake(at, f'{value} is no rating; did you mean {meant}? Put a word to look for between "quotes"')
        return Term(Field.TEXT, haystack(value), negated)
    field, value = name.casefold(), value.casefold()
    if field not in NAMES:
        hint = _near(field, NAMES) or "; put text that has a colon between quotes"
        return Mistake(at, f"{name}: is no field of a filter{hint}")
    behind = at + len(name) + 1
    if not value:
        return Mistake(behind, f"there is nothing behind {field}:{_one_of(KNOWN[field]) if field in KNOWN else ''}")
    if field in KNOWN and value not in KNOWN[field]:
        return Mistake(behind, f"{field}:{value} is not known{_near(value, KNOWN[field]) or _one_of(KNOWN[field])}")
    if field == Field.RATED:
        if not (value.isascii() and value.isdecimal() and len(value) <= 5 and 1 <= int(value) <= LONGEST):
            return Mistake(behind, f"rated: takes a number of days from 1 to {LONGEST}, such as rated:7 again")
        value = str(int(value))
    return Term(Field(field), haystack(value) if field == Field.DECK else value, negated)


def _holds(term: Term, facts: Facts) -> bool:
    value = term.value
    match term.field:
        case Field.IS:
            return value in facts.holds and (term.hidden or value not in ASKABLE or _counts_at_home(value, facts))
        case Field.DECK:
            return value in haystack(facts.deck, facts.title)
        case Field.TAG:
            return value in [tag.casefold() for tag in facts.tags]
        case Field.KIND:
            return value == facts.kind
        case Field.RATED:
            rated = (one.rating for one in facts.reviews() if one.days_ago < int(value))
            return any(term.rating in (None, rating) for rating in rated)
        case _:
            return value in haystack(facts.id, facts.title, *facts.tags) or value in facts.text()


def _counts_at_home(what: str, facts: Facts) -> bool:
    return not facts.gone and (Is.SUSPENDED if what == Is.LEECH else Is.HIDDEN) not in facts.holds


def _near(word: str, words: Sequence[str]) -> str:
    begun = [one for one in words if one.startswith(word)]
    if begun:
        return _one_of(begun)
    near = _nearest(word, words)
    return f"; did you mean {near}?" if near else ""


def _nearest(word: str, words: Iterable[str], least: float = 0.6) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, words, n=1, cutoff=least)), "")


def _one_of(words: Sequence[str]) -> str:
    return f"; it may be {' or '.join(filter(None, (', '.join(words[:-1]), words[-1])))}"
