"""What the rules take and give: a sentence that can stand alone, and what could be asked from it."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from quizzer.core.asking import BLANK
from quizzer.core.cards import Body, Choice, Cloze, Hole, Kind, Option
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.leaks import places, without_asides

Span: TypeAlias = tuple[int, int]
"""Start and end in a sentence's text."""

GROUP = "1"
"""Of all holes of a draft: copies of the answer are hidden together."""


class Sentence(NamedTuple):
    """A sentence of a passage, made fit to be asked about alone."""

    text: str
    """On one line, without reference marks and emphasis, with what its opening refers to put in."""
    quote: str
    """To the letter as it stands in the passage."""
    passage: str = ""
    page: str = ""
    start: int = 0
    """Where the quote stands in the passage's text."""
    english: bool = True
    stands: float = 1.0
    """0–1: how well it can be understood alone."""
    given: str = ""
    """Who was put in for a pronoun: never an answer, since the quote does not say it."""


class Asks(NamedTuple):
    """A note's question and body."""

    question: str
    kind: Kind
    body: Body


class Hides(NamedTuple):
    """A sentence whose answer is hidden in it. The cloze is made late: most candidates are never asked."""

    typed: bool = False
    """Whether a machine judges."""
    whole: bool = False
    """Keep also the parentheses that help to guess the answer."""


HIDES = Hides()


class Pool(NamedTuple):
    """What an answer is one of: others of the same name are its wrong options."""

    name: str
    place: float = 0.0
    """Nearer ones are better wrong options."""
    asks: str = ""
    """The question when there are options; empty: the sentence with a blank."""


class Candidate(NamedTuple):
    """What a rule would ask."""

    rule: DraftRule
    sentence: Sentence
    span: Span
    """Of the answer: of two candidates that overlap only one becomes a draft."""
    usefulness: float
    answer: str
    asks: Asks | Hides
    pool: Pool | None = None


def shown(candidate: Candidate) -> str:
    """What a person sees of it before the answer."""
    asks = candidate.asks
    if isinstance(asks, Hides):
        text = _text(candidate, whole=asks.whole)
        pieces: list[str] = []
        at = 0
        for start, end in _copies(candidate, text):
            pieces += (text[at:start], BLANK)
            at = end
        return "".join(pieces) + text[at:]
    if isinstance(asks.body, Cloze):
        return "".join([BLANK if isinstance(piece, Hole) else piece for piece in asks.body.pieces])
    return asks.question


def asked(candidate: Candidate) -> Asks:
    """Its question and body: where its answer is hidden in the sentence, with a hole for each further copy of it."""
    asks = candidate.asks
    if isinstance(asks, Asks):
        return asks
    text = _text(candidate, whole=asks.whole)
    pieces: list[str | Hole] = []
    at = 0
    for start, end in _copies(candidate, text):
        if start > at:
            pieces.append(text[at:start])
        pieces.append(Hole(text[start:end], GROUP))
        at = end
    if at < len(text):
        pieces.append(text[at:])
    return Asks("", Kind.TYPED_CLOZE if asks.typed else Kind.CLOZE, Cloze(tuple(pieces), asks.typed))


def _text(candidate: Candidate, *, whole: bool) -> str:
    text = candidate.sentence.text
    return text if whole or "(" not in text else without_asides(text, candidate.span, candidate.answer)


def _copies(candidate: Candidate, text: str) -> Sequence[Span]:
    """Where the answer stands in the text; where it stands once, also inside a word, as the number of `42km`."""
    answer = candidate.answer
    if text is candidate.sentence.text and text.casefold().count(answer.casefold()) == 1:
        return (candidate.span,)
    return places(text, answer)


_JOINS = re.compile(r"\W*(?:(?:and|or|und|oder|et|ou|y|e) (?:the |of )?)?\W*")


def are_joined(text: str, end: int, start: int) -> bool:
    """Whether no more than an `and` or a comma stands between the end of one thing and the start of the next."""
    return bool(_JOINS.fullmatch(text, end, start))


def chosen(question: str, answer: str, wrong: tuple[str, ...]) -> Asks:
    """The question with options."""
    return Asks(question, Kind.CHOICE, Choice((Option(answer),), tuple(Option(text) for text in wrong)))
