"""What the whole document tells about its words, before any sentence is looked at."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from typing import NamedTuple

from quizzer.core.passage import Passage
from quizzer.documents.drafting.vocabulary import FUNCTION_WORDS, NO_NAMES, TITLES, UPPER

_INSIDE = re.compile(rf" (?<=[a-z,;] )([{UPPER}]\w+)")
_PLACED = re.compile(
    rf" (?:in|at|near|across|outside|around) (?!(?:{'|'.join(sorted(TITLES))}) )"
    rf"([{UPPER}]\w+(?: [{UPPER}]\w+)+)(?![’'\w])"
)
SAMPLE = 400
"""Characters of a passage that its language is told by."""

WORDS = 300_000
"""Different words that are counted; a text that has more is none."""
ENOUGH = 500
"""Passages that the language of the document is told by."""


class Survey(NamedTuple):
    """What is known of a document's words."""

    names: Container[str] = frozenset()
    """Words that are capitalised inside sentences, and never small."""
    often: Container[str] = frozenset()
    """Those of them that come three times or more."""
    small: Container[str] = frozenset()
    """Words as they stand in it without capitals."""
    places: Container[str] = frozenset()
    """Names of several words that something is in, at or near."""
    english: bool = True
    """Whether most of it is English."""


def survey(passages: Iterable[Passage]) -> Survey:
    """Look through a document once."""
    capital: Counter[str] = Counter()
    small: set[str] = set()
    places: set[str] = set()
    english = other = 0
    for at, passage in enumerate(passages):
        if len(capital) + len(small) < WORDS:
            capital.update(_INSIDE.findall(passage.text))
            small.update(passage.text.split())
            places.update(_PLACED.findall(passage.text))
        if at > ENOUGH:
            continue
        told = is_english(passage.text, 8)
        english += told is True
        other += told is False
    names = frozenset(word for word in capital if word.lower() not in small and word not in NO_NAMES)
    often = frozenset(word for word in names if capital[word] > 2)
    return Survey(names, often, small, places, english >= other)


def is_english(text: str, least: int = 40) -> bool | None:
    """Whether a text is English; None where it has fewer words than it takes to tell.

    >>> is_english("The cat sat on the mat, and the dog was at the door.", 8)
    True
    """
    words = text[:SAMPLE].lower().split()
    if len(words) < least:
        return None
    return 8 * sum(map(FUNCTION_WORDS.__contains__, words)) >= len(words)
