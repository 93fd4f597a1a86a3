"""How useful a candidate is, beside what its rule thinks of it: less where it can be guessed, or is said in passing."""

import re
from collections.abc import Container

from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Candidate, are_joined, shown
from quizzer.documents.drafting.lands import CLUES, LANDS_OF
from quizzer.documents.drafting.leaks import leaks
from quizzer.documents.drafting.survey import Survey

MORE = 0.03
"""What a draft gains whose answer the document keeps naming."""
GUESSED = 0.3
"""What a draft loses whose answer anybody guesses."""

_WORD = re.compile(r"[^\W_]+")
_PASSING = re.compile(
    r"(?: (?:including|such as|for example|for instance|e\.g\.|namely|other)\W+(?:[\w’'-]+ ){0,5}|\([^()]*)\Z"
)
_DENIES = re.compile(r" (?:not|never|no|nor|neither|without)\b|n[’']t\b")


def weighed(candidate: Candidate, known: Survey, about: Container[str]) -> float:
    """A candidate's usefulness in its document.

    Less in sentences that are long or vague, more for what the document keeps naming.

    Args:
        candidate: of a sentence.
        known: of the document's words.
        about: the words of the headings the sentence stands under, in lower case.
    """
    sentence = candidate.sentence
    words = sentence.text.count(" ") + 1
    worth = candidate.usefulness * sentence.stands
    worth -= 0.06 * (words > 40) + 0.08 * (words < 7)
    worth += MORE * (candidate.answer in known.often)
    worth -= 0.1 * (sentence.quote.count('"') % 2 == 1)
    if candidate.rule is DraftRule.DATES:
        worth -= GUESSED * (candidate.answer in about)
    elif candidate.rule is DraftRule.NAMES:
        worth -= _less_as_a_name(candidate, known, about)
    return min(1.0, worth)


def _less_as_a_name(candidate: Candidate, known: Survey, about: Container[str]) -> float:
    answer, text = candidate.answer, candidate.sentence.text
    if _is_in(answer, about):
        return GUESSED
    less = 0.0
    if answer in LANDS_OF and leaks(text, LANDS_OF[answer]):
        return GUESSED
    if answer in CLUES:
        question = shown(candidate)
        if any(clue in question for clue in CLUES[answer]):
            return GUESSED
        less = 0.06
    if answer.isupper() and " " not in answer and answer not in known.often:
        less += 0.06
    if _PASSING.search(text, max(0, candidate.span[0] - 60), candidate.span[0]):
        less += 0.06
    return less + 0.15 * _denies(text)


def _denies(text: str) -> bool:
    if " n" in text or " without" in text or "’t" in text or "'t" in text:
        return bool(_DENIES.search(text))
    return False


def _is_in(answer: str, about: Container[str]) -> bool:
    """Whether the headings say it: all words of a name, or two of three."""
    words = [word.casefold() for word in _WORD.findall(answer) if not word[0].islower()]
    return 3 * sum(word in about for word in words) >= 2 * len(words) + (len(words) == 2)


def are_twins(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one sentence ask near the same: two of its dates, its numbers or its quotations; or
    names that only `and` parts, of which each gives a hint at the other."""
    if one.rule is not other.rule:
        return False
    if one.rule in (DraftRule.DATES, DraftRule.NUMBERS, DraftRule.QUOTATIONS):
        return True
    (_, end), (start, _) = sorted((one.span, other.span))
    return are_joined(one.sentence.text, end, start)
