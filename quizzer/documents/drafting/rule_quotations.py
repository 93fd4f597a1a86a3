"""Quoted words, hidden between their quotation marks, in any language."""

import re
from collections.abc import Iterator

from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import HIDES, Candidate, Sentence

_QUOTED = re.compile(
    r"\"([^\"“”„«»]{4,90})\"|“([^\"“”„«»]{4,90})”|„([^\"“”„«»]{4,90})[“”]"
    r"|«[ \u00a0\u202f]?([^\"“”„«»]{4,90}?)[ \u00a0\u202f]?»"
)
_SAID = re.compile(
    r"\b(?:said|says|accus\w+|call\w*|describ\w+|declar\w+|demand\w+|wrote|argu\w+|claim\w+|promis\w+|warn\w+|term\w+|nam\w+"
    r"|known as|in response|nannte|sagte|schrieb|heißt|dit|dijo|disse)\b"
)
WORDS = 12
"""Words of a quotation that can be asked for."""


def quotations(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for each quotation of several words, and for those of one that somebody said."""
    text = sentence.text
    if not any(mark in text for mark in '"“„«'):
        return
    if sentence.quote.count('"') % 2:
        return
    for found in _QUOTED.finditer(text):
        place = found.lastindex or 1
        words = found[place].count(" ") + 1
        said = bool(_SAID.search(text))
        if words > WORDS or (words == 1 and not said) or "[" in found[place] or not found[place].strip(" .,"):
            continue
        start, end = found.span(place)
        while text[end - 1] in ".,; " and end > start + 1:
            end -= 1
        worth = 0.58 + (0.08 if said else 0) - (0.06 if words == 1 else 0) - 0.08 * ((words > 6) + (words > 9))
        if "[" in text[start:end] or " " in (text[start], text[end - 1]):
            continue
        yield Candidate(DraftRule.QUOTATIONS, sentence, (start, end), worth, text[start:end], HIDES)
