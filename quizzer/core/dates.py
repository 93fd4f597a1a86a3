"""Dates as people write them, and whether two of them are the same.

`1/10/2015` is read as its language writes dates; where the language leaves two ways (English does, its countries do
not), both are kept, and a date that is right only in one of them is for the person to decide.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizzer.core.folding import bare
from quizzer.core.languages import base

LONGEST = 60
"""Characters of what may be a date."""
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
}
_IDLE = "the of on in am im den der de del le el il d di do da em på года г"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DIGIT = re.compile(r"\d")
_SPLIT = re.compile(r"[\s,]+|(?<=\d)(?=[a-zа-я])|(?<=[a-zа-я])\.?(?=\d)")
_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,4})(?:\2(\d{1,4}))?\.?")
_MONTH_FIRST = ("en-us", "en-ph")
_EITHER = ("", "en", "en-ca")
"""Languages in which 1/10 is the first of October to some and the tenth of January to others."""


class Date(NamedTuple):
    """A date as far as it is told; 0 for what is not."""

    year: int
    month: int
    day: int = 0


class Same(NamedTuple):
    """How two texts compare as dates."""

    same: bool
    possible: bool
    """Whether they are the same in one way of reading them."""
    words: str


def compared(response: str, solution: str, language: str) -> Same | None:
    """How a response compares with a solution as dates; None where one of them is none.

    >>> compared("Nov 2007", "11/2007", "en").same, compared("1 Dec 2007", "1 Nov 2007", "en").words
    (True, 'another month')
    """
    right = dates_of(solution, language)
    yours = dates_of(response, language) if right else right
    if not right or not yours:
        return None
    if right == yours:
        return Same(True, True, "the same date")
    if right & yours:
        return Same(False, True, "day and month can be read either way")
    if any(_cut_short(date, one) for date in yours for one in right):
        return Same(False, True, "the year is cut short")
    return Same(False, False, _difference(min(yours), min(right)))


def _cut_short(yours: Date, right: Date) -> bool:
    """Whether what was taken for a day may be a year's last digits (Nov 07)."""
    return not yours.year and not right.day and (yours.month, yours.day) == (right.month, right.year % 100)


def _difference(yours: Date, right: Date) -> str:
    for name, a, b in zip(("year", "month", "day"), yours, right, strict=True):
        if a != b:
            return f"the {name} is missing" if not a else f"another {name}" if b else f"no {name} was asked for"
    raise AssertionError("two dates that are the same")  # pragma: no cover


def dates_of(text: str, language: str) -> frozenset[Date]:
    """The dates that a text may mean; none where it is no date. A year alone is a number and no date.

    >>> sorted(dates_of("1/10/2015", "en")), sorted(dates_of("1.10.2015", "de"))
    ([Date(year=2015, month=1, day=10), Date(year=2015, month=10, day=1)], [Date(year=2015, month=10, day=1)])
    """
    if len(text) > LONGEST or not _DIGIT.search(text):
        return frozenset()
    text = bare(text.strip().casefold())
    numeric = _NUMERIC.fullmatch(text)
    found = _numeric(numeric, language) if numeric else _worded(text, language)
    return frozenset(date for date in found if _is_date(date))


def _is_date(date: Date) -> bool:
    return 1 <= date.month <= 12 and date.day <= _DAYS[date.month - 1]


def _numeric(found: re.Match[str], language: str) -> Iterator[Date]:
    first, sign, second, third = found[1], found[2], found[3], found[4]
    a, b = int(first), int(second)
    if third is None:
        if len(second) == 4 and len(first) <= 2:  # 11/2007
            yield Date(b, a)
        elif len(first) == 4 and len(second) <= 2 and sign != ".":  # 2007-11
            yield Date(a, b)
    elif len(first) == 4 and int(third):  # 2015-10-01
        yield Date(a, b, int(third))
    elif len(third) == 4 and max(len(first), len(second)) <= 2 and a and b:
        tag = language.replace("_", "-").casefold()
        if sign == "." or tag not in _MONTH_FIRST:
            yield Date(int(third), b, a)
        if sign != "." and tag in (*_MONTH_FIRST, *_EITHER):
            yield Date(int(third), a, b)


def _worded(text: str, language: str) -> Iterator[Date]:
    """A month's name with a day, a year, or both, in any order."""
    months, numbers = [], []
    for word in filter(None, _SPLIT.split(text)):
        word = word.strip(".")
        if word.isascii() and word.isdecimal():
            numbers.append(word)
        elif found := month(word, language):
            months.append(found)
        elif word not in _IDLE.split() and not (numbers and word in ("st", "nd", "rd", "th", "er", "o", "a")):
            return
    years = [int(number) for number in numbers if len(number) in (3, 4)]
    days = [int(number) for number in numbers if len(number) <= 2]
    told = len(months) == 1 and numbers and len(numbers) == len(years) + len(days)
    if told and len(years) <= 1 and len(days) <= 1 and "0" not in numbers and "00" not in numbers:
        yield Date(years[0] if years else 0, months[0], days[0] if days else 0)


def month(word: str, language: str) -> int:
    """The number of a month by its name or its first three letters at least; 0 for none.

    >>> month("november", ""), month("sept", "en"), month("marz", "de"), month("ma", "")
    (11, 9, 3, 0)
    """
    return _months(base(language)).get(word) or _months("en").get(word, 0)


@cache
def _months(language: str) -> dict[str, int]:
    """The names of a language's months, in full and cut short as far as they are still one month's."""
    names = _MONTHS.get(language, "").split()
    short = Counter(name[:end] for name in names for end in range(3, len(name)))
    found = {
        name[:end]: at for at, name in enumerate(names, 1) for end in range(3, len(name)) if short[name[:end]] == 1
    }
    return found | {name: at for at, name in enumerate(names, 1)}
