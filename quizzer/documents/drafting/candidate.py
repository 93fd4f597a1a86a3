"""What the rules take and give: a sentence that can stand alone, and what could be asked from it."""

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
    asks: Asks
    pool: Pool | None = None


def hidden(sentence: Sentence, span: Span, *, typed: bool = False, whole: bool = False) -> Asks:
    """The sentence with a hole, and one for each further copy of what is in it.

    Args:
        sentence: what is shown.
        span: of the answer.
        typed: whether a machine judges.
        whole: keep also the parentheses that help to guess the answer.
    """
    answer = sentence.text[slice(*span)]
    text = sentence.text
    if not whole and "(" in text:
        text = without_asides(text, span, answer)
    pieces: list[str | Hole] = []
    at = 0
    once = text is sentence.text and text.casefold().count(answer.casefold()) == 1
    for start, end in (span,) if once else places(text, answer):
        if start > at:
            pieces.append(text[at:start])
        pieces.append(Hole(text[start:end], GROUP))
        at = end
    if at < len(text):
        pieces.append(text[at:])
    return Asks("", Kind.TYPED_CLOZE if typed else Kind.CLOZE, Cloze(tuple(pieces), typed))


def blanked(asks: Asks) -> str:
    """What a person sees of it before the answer."""
    if not isinstance(asks.body, Cloze):
        return asks.question
    return "".join([BLANK if isinstance(piece, Hole) else piece for piece in asks.body.pieces])


def chosen(question: str, answer: str, wrong: tuple[str, ...]) -> Asks:
    """The question with options."""
    return Asks(question, Kind.CHOICE, Choice((Option(answer),), tuple(Option(text) for text in wrong)))
