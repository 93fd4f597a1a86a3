"""Definitions: `X is a …`, `X means …`, and `… is called X`. English only."""

import re
from collections.abc import Iterator

from quizzer.core.cards import Flashcard, Kind
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import HIDES, Asks, Candidate, Sentence
from quizzer.documents.drafting.leaks import places

_IS = re.compile(
    r"(?P<field>In [a-z][a-z -]{2,30}, )?(?P<article>[Aa]n? |[Tt]he )?"
    r"[\"“]?(?P<term>[^\W\d_][^,;:()\"“”]{1,48}?)[\"”]?"
    r"(?P<aside> \([^()]{1,40}\))? "
    r"(?:(?P<is>is|are|was|were) (?P<what>(?:an?|the|any|one of the) .{12,220})"
    r"|(?P<verb>means|refers to|denotes) (?P<meaning>.{12,220}))\.\Z"
)
_NO_TERM = re.compile(
    r"\b(?:that|which|who|to|in|on|by|when|if|because|it|this|there|what|not|as|with|from|at|than|is|are|was|were|has"
    r"|have|had|and|or|but|one|each|every|some|most|many|only|first|second|third|last|next|best|main|other|same|such"
    r"|everything|anything|something|nothing|everyone|someone|chapter|section|lesson|appendix|result|goal|aim|idea|problem|reason|answer|difference|example|purpose|advantage|disadvantage|number|point|way"
    r"|case|part|thing|question|following|latter|former|cause|effect|outcome|day|year|time|rest|all|no|nobody"
    r"|the|an?|today|now|usually|often|also|here|there|\w+ed|\w+ly)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:is|are|was|were|also|often|be) (?:called|known as|termed|named) (?:an? |the )?"
    r"([^,.;:()\"“”]{3,40}?)(?=[,.;]|\Z| (?:and|or|which|because|by|in)\b)"
)
_VERBS = re.compile(r" (?:is (?:a|the |one )|are |was |were |means |refers to |denotes )")
_BODY = re.compile(r"\b(?:that|which|who|whose|where|of|for|in|used|used|with|between|by)\b")
_PERSON = re.compile(
    r"\b(?:he|who|born|man|woman|physicist|king|queen|politician|poet|writer|scientist|philosopher|cleric|engineer|mathematician|"
    r"naturalist|explorer|general|emperor|historian|chemist|composer|painter|inventor|physician|nurse)\b"
)


def definitions(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for what the sentence defines."""
    if not sentence.english:
        return
    yield from _is(sentence)
    text = sentence.text
    if not (" called " in text or " known as " in text or " termed " in text or " named " in text):
        return
    for found in _CALLED.finditer(text):
        if found[1].count(" ") < 4 and not _NO_TERM.search(found[1]):
            yield Candidate(DraftRule.DEFINITIONS, sentence, found.span(1), 0.8, found[1], HIDES)


def _is(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    found = _IS.match(text) if _may_define(text) else None
    if not found:
        return
    article, term, verb = found["article"] or "", found["term"], found["is"] or found["verb"]
    answer = found["what"] or found["meaning"]
    if _NO_TERM.search(term) or term.count(" ") > 4 or answer.count(" ") > 32 or places(answer, term):
        return
    if found["is"] and not _BODY.search(answer):
        return
    named = any(word[:1].isupper() for word in (term if article else term[1:]).split(" ")) or not article
    if article.lower() == "the " and not any(word[:1].isupper() for word in term.split(" ")):
        return
    if found["is"] in ("was", "were") and not (named and any(word[:1].isupper() for word in term.split(" "))):
        return
    subject = (article[0].lower() + article[1:] if article else "") + term
    if not article and not _keeps_capital(term, text):
        subject = term[0].lower() + term[1:]
    what = (
        "Who" if found["is"] and " " in term and term.istitle() and not article and _PERSON.search(answer) else "What"
    )
    question = f"What does {subject} mean?" if verb in ("means", "denotes") else f"{what} {verb} {subject}?"
    if verb == "refers to":
        question = f"What does {subject} refer to?"
    if found["field"]:
        question = found["field"] + question[0].lower() + question[1:]
    asks = Asks(question, Kind.FLASHCARD, Flashcard(answer[0].upper() + answer[1:]))
    worth = 0.86 if found["is"] in ("is", "are") or found["verb"] else 0.82
    yield Candidate(DraftRule.DEFINITIONS, sentence, (0, len(text)), worth, answer, asks)


def _may_define(text: str) -> bool:
    """Whether what comes before its first verb is short enough for a term: a look at most sentences that is cheap."""
    verb = _VERBS.search(text, 0, 100)
    if not verb:
        return False
    head = text[: verb.start()]
    return "(" in head or head.startswith("In ") or ("," not in head and head.count(" ") < 6)


def _keeps_capital(term: str, text: str) -> bool:
    """Whether a first word is capitalised also inside a sentence, as far as the sentence tells."""
    first = term.split(" ")[0]
    others = term.split(" ")[1:]
    return not first[1:].islower() or any(word[:1].isupper() for word in others) or text.count(first) > 1
