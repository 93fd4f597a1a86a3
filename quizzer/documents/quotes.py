"""Quotes found again in a document: to the letter, else folded, else by the words closest to them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from math import log
from typing import NamedTuple

from quizzer.core.inline import Range
from quizzer.core.passage import Document, Passage
from quizzer.documents.folding import fold, folded

CLOSE = 70
"""Similarity, of 100, from which words are a quote reworded."""
KEPT = 0.5
"""Share of a quote's words, by their letters, that a rewording keeps."""
_GLUE = "\n\n"
_WORD = re.compile(r"\w+")
_CANDIDATES = 5
"""Passages that are compared with a quote."""
_TRIED = 80
"""Words at which a quote may begin, and end."""
_LONG = 2_000
"""Characters of a quote from which it is compared with a passage as a whole."""


class Change(StrEnum):
    """What became of a quote."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    """It stands in another passage than the note says."""
    REWORDED = "reworded"
    GONE = "gone"


class Found(NamedTuple):
    """Where a quote stands now."""

    change: Change
    passages: tuple[Passage, ...] = ()
    """That hold it, in order; none where it is gone."""
    where: Range = (0, 0)
    """Its span in `text`."""

    @property
    def text(self) -> str:
        """The passages' text."""
        return _GLUE.join(passage.text for passage in self.passages)

    @property
    def words(self) -> str:
        """The document's own words."""
        return self.text[slice(*self.where)]


class Finder:
    """Finds quotes in a document; what it needs for that it makes once, when it is first wanted."""

    def __init__(self, document: Document) -> None:
        self._passages = document.passages

    def named(self, number: str) -> tuple[Passage, ...]:
        """The passages of that number: one, or the blocks of a long section."""
        return tuple(self._passages[at] for at in self._named(number))

    def find(self, quote: str, number: str = "") -> Found:
        """Where a quote stands, in the passage that a note names if it can be there.

        Args:
            quote: as the note has it; a blank one is gone.
            number: of a passage; may be empty.
        """
        wanted = quote.strip()
        named = self._named(number)
        span = self._in(wanted, named) if wanted else None
        if span is None and wanted:
            span = self._in(wanted, range(len(self._passages)))
        if span is None:
            return self._closest(wanted, named)
        first, last, where = span
        moved = bool(number) and first not in named
        return Found(Change.MOVED if moved else Change.UNCHANGED, self._passages[first : last + 1], where)

    def _named(self, number: str) -> range:
        """The places of the passages of a number."""
        within = [
            at
            for at, passage in enumerate(self._passages)
            if number and (passage.number == number or passage.number.startswith(f"{number}-"))
        ]
        return range(within[0], within[-1] + 1) if within else range(0)

    def _in(self, wanted: str, among: range) -> tuple[int, int, Range] | None:
        """First and last passage, and the span in their text, of a quote that begins in one of some passages."""
        if not among:
            return None
        start, end = self._starts[among[0]], self._starts[among[-1] + 1]
        at = self._text.find(wanted, start, end + len(wanted))
        if at >= 0:
            first = bisect_right(self._starts, at) - 1
            last = bisect_right(self._starts, at + len(wanted) - 1) - 1
            return first, last, (at - self._starts[first], at - self._starts[first] + len(wanted))
        sought = self._fold(wanted)
        start, end = self._folded_starts[among[0]], self._folded_starts[among[-1] + 1]
        at = self._folded_text.find(sought, start, end + len(sought)) if sought else -1
        if at < 0:
            return None
        first = bisect_right(self._folded_starts, at) - 1
        last = bisect_right(self._folded_starts, at + len(sought) - 1) - 1
        return first, last, self._unfolded(first, last, at, at + len(sought))

    def _unfolded(self, first: int, last: int, start: int, end: int) -> Range:
        """The span in the text of some passages of a span in the folded text."""
        opening = folded(self._passages[first].text, self._markdown)
        closing = opening if first == last else folded(self._passages[last].text, self._markdown)
        begins = start - self._folded_starts[first]
        ends = end - self._folded_starts[last]
        at = opening.place(begins, min(begins + 1, len(opening.text)))[0]
        before = self._starts[last] - self._starts[first]
        return at, before + closing.place(max(0, ends - 1), ends)[1]

    def _closest(self, wanted: str, named: range) -> Found:
        """The words that are closest to a quote, if any are close enough."""
        from rapidfuzz import fuzz  # 20 ms, which only a quote that is not found has to pay

        sought = self._fold(wanted)
        best: float = CLOSE
        found = Found(Change.GONE)
        for at in self._likely(sought, named):
            passage = self._passages[at]
            text = folded(passage.text, self._markdown)
            start, end = _near(sought, text.text)
            score = fuzz.ratio(sought, text.text[start:end])
            if score > best and _kept(sought, text.text[start:end]) >= KEPT:
                best, found = score, Found(Change.REWORDED, (passage,), text.place(start, end))
        return found

    def _likely(self, sought: str, named: range) -> list[int]:
        """The places of passages that share the most telling words with a quote, the named ones first."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in set(_words(sought)):
            places = self._places.get(word, ())
            weight = log(1 + len(self._passages) / (1 + len(places)))
            for at in places:
                scores[at] += weight
        ranked = sorted(scores, key=lambda at: (-scores[at], at))[:_CANDIDATES]
        return list(dict.fromkeys([*named[:_CANDIDATES], *ranked]))

    def _fold(self, text: str) -> str:
        return fold(text, self._markdown)

    @cached_property
    def _markdown(self) -> bool:
        return any(passage.markdown for passage in self._passages)

    @cached_property
    def _text(self) -> str:
        return _GLUE.join(passage.text for passage in self._passages)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each passage begins in the text, and where one more would."""
        return list(accumulate((len(passage.text) + len(_GLUE) for passage in self._passages), initial=0))

    @cached_property
    def _folds(self) -> list[str]:
        return [self._fold(passage.text) for passage in self._passages]

    @cached_property
    def _folded_text(self) -> str:
        return " ".join(self._folds)

    @cached_property
    def _folded_starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self._folds), initial=0))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places of the passages that hold each word."""
        places: dict[str, list[int]] = {}
        for at, text in enumerate(self._folds):
            for word in set(_words(text)):
                places.setdefault(word, []).append(at)
        return places


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _kept(sought: str, text: str) -> float:
    """The share of a quote's words, by their letters, that a text has too."""
    wanted, there = Counter(_words(sought)), Counter(_words(text))
    letters = sum(len(word) * count for word, count in wanted.items())
    return sum(len(word) * count for word, count in (wanted & there).items()) / max(1, letters)


def _near(sought: str, text: str) -> Range:
    """The span between words that is most like a quote; the whole text for a very long one."""
    from rapidfuzz import fuzz

    if len(sought) > _LONG:
        return 0, len(text)
    near = fuzz.partial_ratio_alignment(sought, text) if len(sought) <= len(text) else None
    return _widened(sought, text, near.dest_start, near.dest_end) if near else _widened(sought, text, 0, len(text))


def _nearest(places: list[int], to: int) -> list[int]:
    """A moderate number of places, those nearest to another one; that itself where there are none."""
    return sorted(sorted(places, key=lambda at: abs(at - to))[:_TRIED]) or [to]


def _widened(sought: str, text: str, start: int, end: int) -> Range:
    """The span between words, near another span, that is most like a quote."""
    from rapidfuzz import fuzz

    reach = 40 + len(sought) // 2
    spans = [found.span() for found in re.finditer(r"\S+", text)]
    spans += [found.span() for found in re.finditer(r"\w(?:\S*\w)?", text)]
    begins = _nearest([at for at, _ in spans if start - reach <= at <= start + 20], start)
    ends = _nearest([at for _, at in spans if end - 20 <= at <= end + reach], end)
    for _ in range(2):
        end = max(ends, key=lambda at: fuzz.ratio(sought, text[start:at]) if at > start else 0.0)
        start = max(begins, key=lambda at: fuzz.ratio(sought, text[at:end]) if at < end else 0.0)
    return start, end
