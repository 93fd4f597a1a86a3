"""Causes: what stands after `because` or `in response to` answers the question why. English only."""

import re
from collections.abc import Iterator

from quizzer.core.cards import Flashcard, Kind
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Asks, Candidate, Sentence

_CAUSE = re.compile(
    r",? (?:(?:mainly|partly|largely|chiefly) )?(because of|because|in response to|as a result of|owing to) "
)
_NOT = re.compile(
    r"\b(?:not|n't|only|just|simply|solely|merely|that|which|who|whether|but|and|or|so|yet)\Z|\b(?:not|if|although|though|while|whereas|when)\b"
)
_VERB = re.compile(
    r"\b(?:\w{2,}ed|\w{3,}s|was|were|is|are|has|had|have|can|could|cannot|may|must|made|became|began|took|lost|won|fell|left|rose)\b"
)


def causes(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for the cause of what the sentence says."""
    text = sentence.text
    found = _CAUSE.search(text) if sentence.english else None
    if not found:
        return
    main, cause = text[: found.start()].rstrip(","), text[found.start(1) :].rstrip(".! ")
    if main.count(" ") < 3 or cause.count(" ") < 3 or _NOT.search(main) or not _VERB.search(main) or '"' in main:
        return
    if main.count("“") != main.count("”") or main.count("(") != main.count(")"):
        return
    asks = Asks(f"{main}. Why?", Kind.FLASHCARD, Flashcard(cause[0].upper() + cause[1:]))
    yield Candidate(DraftRule.CAUSES, sentence, (found.start(1), len(text.rstrip(".! "))), 0.76, cause, asks)
