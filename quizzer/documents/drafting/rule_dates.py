"""Dates and periods, the longest first: `1 October 2015`, `November 2007`, `from 1914 to 1918`, `1981`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizzer.core.cards import Kind, Number
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Asks, Candidate, Hides, Pool, Sentence
from quizzer.documents.drafting.vocabulary import MONTH, MONTHS, PAST

_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_NEAR = 30
"""Characters before its year at which a date begins at the earliest."""
_YEARS = re.compile(r"1\d\d\d|20\d\d")
_BEGINS = "|".join(sorted({month[:3] for month in MONTH.split("|")}))
_DATE = re.compile(
    rf"""(?<![\w.,/-])(?=\d|{_BEGINS})(?:
      (?P<dmy>(?P<d1>{_DAY})(?:st|nd|rd|th|er|\.|º)?\ (?:de\ |of\ )?
        (?P<m1>{MONTH})\.?,?\ (?:de\ )?
        (?P<y1>{_YEAR}))
    | (?P<mdy>(?P<m2>{MONTH})\.?\ (?P<d2>{_DAY})(?:st|nd|rd|th)?,\ (?P<y2>{_YEAR}))
    | (?P<iso>(?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d))
    | (?P<num>(?P<d4>{_DAY})[./](?P<m4>0?[1-9]|1[012])[./](?P<y4>{_YEAR}))
    | (?P<my>(?P<m5>{MONTH})\.?,?\ (?:de\ )?(?P<y5>{_YEAR}))
    | (?P<period>(?:(?P<y6>{_YEAR})\ ?[–—-]\ ?(?:{_YEAR}|\d\d)
        |(?P<y7>{_YEAR})\ (?:to|until|bis|and|und|et|y|a|à|al)\ {_YEAR}))
    | (?P<cjk>(?P<y8>{_YEAR})年(?:(?P<m8>\d\d?)月(?:(?P<d8>\d\d?)日)?)?)
    | (?P<y>(?P<y9>{_YEAR}))
    )(?![\w/%]|[.,-]\d)""",
    re.VERBOSE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|before|after|during|about|around|circa|c\.|early|late|mid|the|of|year|and|to"
    r"|im|jahr|jahre|seit|bis|ab|um|von|vom|nach|vor|en|dès|depuis|año|dal|nel|desde|hasta|anno)|\() \Z|\(\Z|[–-]\Z",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s*(?:[.,;:)]|\Z|(?:the|a|when|by|and|was|to|at|in|with|he|she|it|is|after|as)\b|[A-Z])")
_OPENING = re.compile(r"(?:In|On|Since|By|During) ")
_PAST = re.compile(rf"\b(?:{PAST})\b")


class Dated(NamedTuple):
    """A date in a sentence."""

    start: int
    end: int
    shape: str
    """`dmy`, `mdy`, `iso`, `num`, `my`, `period`, `cjk` or `y`."""
    when: tuple[int, int, int]
    """Year, month, day; 0 for what it does not say."""


WORTH = {"my": 0.8, "period": 0.74, "y": 0.72, "cjk": 0.8}
"""How useful a date of a shape is; a full one is worth more."""


_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "dmy": (("y1",), ("m1",), ("d1",)),
    "mdy": (("y2",), ("m2",), ("d2",)),
    "iso": (("y3",), ("m3",), ("d3",)),
    "num": (("y4",), ("m4",), ("d4",)),
    "my": (("y5",), ("m5",), ()),
    "period": (("y6", "y7"), (), ()),
    "cjk": (("y8",), ("m8",), ("d8",)),
    "y": (("y9",), (), ()),
}
"""Where the year, month and day of each shape stand."""


def dated(text: str) -> Iterator[Dated]:
    """The dates in a text, in order."""
    at = 0
    while year := _YEARS.search(text, at):
        found = _DATE.search(text, max(at, year.start() - _NEAR))
        if not found:
            return
        at = found.end()
        shape = str(found.lastgroup)
        if shape == "y" and not _is_year(text, found.start(), found.end()):
            continue
        yield Dated(found.start(), found.end(), shape, _when(found))


def _is_year(text: str, start: int, end: int) -> bool:
    before = _YEAR_BEFORE.search(text, max(0, start - 12), start)
    if not before:
        return False
    adjective = before[0].casefold().strip() in ("the", "early", "late", "mid")
    return adjective or bool(_FOLLOWING.match(text, end)) or before[0].casefold().strip() in ("in", "im", "en", "jahr")


def _when(found: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = (
        next((found[group] for group in groups if found[group]), "0") for groups in _PARTS[str(found.lastgroup)]
    )
    return int(year), MONTHS.get(month.casefold().rstrip("."), int(month) if month.isdecimal() else 0), int(day)


def dates(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for each date."""
    text = sentence.text
    for date in dated(text):
        if date.shape == "y" and text.count(text[date.start : date.end]) > 1:
            continue
        answer = text[date.start : date.end]
        span = (date.start, date.end)
        opened = sentence.english and opened_by(text, date)
        year, month, day = date.when
        worth = WORTH.get(date.shape, 0.84) + (0.04 if opened or date.start < 6 else 0)
        asks: Asks | Hides = Hides(typed=date.shape == "y")
        if opened and date.shape == "y":
            asks = Asks(f"In which year was this? {opened}", Kind.NUMBER, Number(answer))
        pool = None
        if date.shape not in ("y", "period", "cjk"):
            pool = Pool(
                f"date {date.shape}", year * 372 + month * 31 + day, f"When was this? {opened}" if opened else ""
            )
        yield Candidate(DraftRule.DATES, sentence, span, worth, answer, asks, pool)


def opened_by(text: str, date: Dated) -> str:
    """What was at a date that opens a sentence: `In 1981, X happened.` gives `X happened.`; else empty."""
    opening = _OPENING.match(text)
    if not opening or opening.end() != date.start or not text.startswith(", ", date.end):
        return ""
    rest = text[date.end + 2 :]
    first = rest.split(" ", 1)[0].casefold()
    if not _PAST.search(rest) or first in ("when", "while", "after", "before", "which", "and", "or", "as"):
        return ""
    return rest[0].upper() + rest[1:]
