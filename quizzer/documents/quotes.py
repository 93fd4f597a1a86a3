"""Quotes found again in a document."""

import re

from quizzer.core.inline import Range
from quizzer.core.passage import Passage


def find_quote(quote: str, text: str) -> Range | None:
    """Where a quote stands in a text: to the letter, or with other white space."""
    wanted = quote.strip()
    if not wanted:
        return None
    start = text.find(wanted)
    if start >= 0:
        return start, start + len(wanted)
    words = r"\s+".join(re.escape(word) for word in wanted.split())
    found = re.search(words, text)
    return found.span() if found else None


def find_passage(document: tuple[Passage, ...], number: str, quote: str) -> tuple[Passage, Range | None] | None:
    """The passage that a note names, with its quote in it; else the first passage that holds the quote.

    Args:
        document: the passages.
        number: as the note names it; may be empty.
        quote: the note's quote; may be empty.
    """
    named = next((passage for passage in document if number and passage.number == number), None)
    if named is not None:
        return named, find_quote(quote, named.text)
    for passage in document:
        place = find_quote(quote, passage.text)
        if place is not None:
            return passage, place
    return None
