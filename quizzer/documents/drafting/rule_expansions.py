"""Expansions: `Long Name (LN)`. What the letters stand for is asked, in any language.

The long form is found as in Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in
Biomedical Text" (2003): its letters in order, from the right, the first at the beginning of a word.
"""

import re
from collections.abc import Iterator

from quizzer.core.cards import Kind, Typed
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Asks, Candidate, Hides, Sentence

_SHORT = re.compile(r" \(([^\W\d_][\w-]{1,9})\)")


def expansions(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for each abbreviation that the sentence explains."""
    if "(" not in sentence.text:
        return
    for found in _SHORT.finditer(sentence.text):
        short = found[1]
        if sum(char.isupper() for char in short) < 2:
            continue
        start = long_form(sentence.text[: found.start()], short)
        if start < 0:
            continue
        answer = sentence.text[start : found.start()]
        asks: Asks | Hides = Hides(whole=True)
        if sentence.english:
            asks = Asks(f"What does {short} stand for?", Kind.TYPED, Typed(answer, (f"the {answer}",)))
        yield Candidate(DraftRule.EXPANSIONS, sentence, (start, found.start()), 0.92, answer, asks)


def long_form(before: str, short: str) -> int:
    """Where the long form of an abbreviation begins, which ends with the text before it; -1 where there is none."""
    letters = [char for char in short.removesuffix("s").casefold() if char.isalnum()]
    most = min(len(letters) + 5, 2 * len(letters))
    folded = before.casefold()
    if len(folded) != len(before):
        return -1
    at = len(folded)
    for place in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (folded[at] == letters[place] and (place > 0 or at == 0 or not folded[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return -1
    words = before[at:].split(" ")
    if len(words) > most or len(before) - at <= len(short) or any(sign in before[at:] for sign in ',;:()"“”'):
        return -1
    return at
