"""What a card asks: the text before the reveal, its options in the order of the day, and the solution.

Texts keep their light Markdown (core.markup reads it). Nothing here is thrown by dice: the same seed gives
the same order on every machine. How a response is judged is core.grading's matter.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar, assert_never

from quizzer.core.cards import (
    Card,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Match,
    Number,
    Order,
    TrueFalse,
    Typed,
)
from quizzer.core.markup import Block, Range, blocks

T = TypeVar("T")

BLANK = "[ … ]"
"""What stands where a hole without a hint hides its text."""


class Form(StrEnum):
    """How a person responds."""

    REVEAL = "reveal"
    """In the head; then the solution is shown and the person rates it."""
    TYPE = "type"
    CHOOSE_ONE = "choose-one"
    CHOOSE_SEVERAL = "choose-several"
    TRUE_FALSE = "true-false"
    ORDER = "order"
    """Options are put in order."""
    MATCH = "match"
    """To each left side an option is put."""


class Marked(NamedTuple):
    """Text with ranges that stand out: the holes of a cloze, hidden or revealed."""

    text: str
    marks: tuple[Range, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text read; the spans of the ranges have `mark` set."""
        return blocks(self.text, self.marks)


class Offered(NamedTuple):
    """An option as offered; responses and the log know it by its `original` place."""

    original: int
    """Its place in the author's order, from 0: right ones first, then wrong ones."""
    text: str
    because: str
    right: bool


class Asked(NamedTuple):
    """A card as it is shown before the reveal."""

    card: str
    form: Form
    prompt: Marked
    options: tuple[Offered, ...] = ()
    """What is picked from, put in order, or put to left sides."""
    lefts: tuple[Offered, ...] = ()
    """The left sides of a match."""
    wanted: int = 1
    """How many options are right, items are to be named, or holes are to be filled."""
    hint: str = ""
    unit: str = ""
    """The unit a number is wanted in."""


class TextVersion(NamedTuple):
    """What a card asks and answers, as a `text_seen` event keeps it."""

    question: str
    solution: str
    quote: str

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that change when any of the texts does."""
        return _digest(*self).hex()


def asked(card: Card, seed: int | str) -> Asked:
    """The card as it is shown before the reveal, its options in the order that the seed gives."""
    note, body = card.note, card.note.body
    shown = Asked(card.id, Form.REVEAL, Marked(note.question), hint="" if card.part == "r" else note.hint)
    match body:
        case Flashcard():
            return shown._replace(prompt=Marked(body.answer)) if card.part == "r" else shown
        case Typed():
            return shown._replace(form=Form.TYPE)
        case Number():
            return shown._replace(form=Form.TYPE, unit=body.unit)
        case Choice():
            form = Form.CHOOSE_ONE if len(body.right) == 1 else Form.CHOOSE_SEVERAL
            options = _shuffled(_offered(body), seed, card.id)
            return shown._replace(form=form, options=options, wanted=len(body.right))
        case TrueFalse():
            return shown._replace(form=Form.TRUE_FALSE)
        case Cloze():
            form = Form.TYPE if body.typed else Form.REVEAL
            return shown._replace(form=form, prompt=_cloze(card, hidden=True), wanted=len(blanks(card)))
        case Order():
            options = _unsorted(_items(body.items), seed, card.id)
            return shown._replace(form=Form.ORDER, options=options, wanted=len(body.items))
        case Match():
            left, right = zip(*body.pairs, strict=True)
            lefts, options = _shuffled(_items(left), seed, card.id + "<"), _shuffled(_items(right), seed, card.id + ">")
            return shown._replace(form=Form.MATCH, options=options, lefts=lefts, wanted=len(body.pairs))
        case Items():
            return shown._replace(form=Form.TYPE, wanted=len(body.items))
        case _:
            assert_never(body)


def solution(card: Card) -> str:
    """The right answer of a card of any kind, in light Markdown."""
    note, body = card.note, card.note.body
    match body:
        case Flashcard():
            return note.question if card.part == "r" else body.answer
        case Typed():
            return body.answer
        case Number():
            within = body.tolerance and f" (± {body.tolerance})"
            return f"{body.answer} {body.unit}".rstrip() + within
        case Choice():
            return body.right[0].text if len(body.right) == 1 else _list(option.text for option in body.right)
        case TrueFalse():
            return "True" if body.answer else "False"
        case Cloze():
            return "; ".join(blanks(card))
        case Order():
            return "\n".join(_item(f"{place}.", text) for place, text in enumerate(body.items, 1))
        case Match():
            return _list(f"{left} → {right}" for left, right in body.pairs)
        case Items():
            return _list(body.items)
        case _:
            assert_never(body)


def blanks(card: Card) -> tuple[str, ...]:
    """The texts that a cloze card hides, each once, in reading order; none for other kinds."""
    body = card.note.body
    if not isinstance(body, Cloze):
        return ()
    return tuple(dict.fromkeys(hole.text for hole in body.pieces if isinstance(hole, Hole) and hole.group == card.part))


def revealed_cloze(card: Card) -> Marked:
    """The text of a cloze with its holes filled, those of this card marked; the prompt for other kinds."""
    return _cloze(card, hidden=False)


def question(card: Card) -> str:
    """What a card of any kind asks, the same for every seed, in light Markdown."""
    note, body = card.note, card.note.body
    if isinstance(body, Flashcard) and card.part == "r":
        return body.answer
    return _cloze(card, hidden=True).text if isinstance(body, Cloze) else note.question


def text_version(card: Card) -> TextVersion:
    """What the card asks and answers, the same for every seed."""
    return TextVersion(question(card), solution(card), card.note.quote)


def _cloze(card: Card, *, hidden: bool) -> Marked:
    body = card.note.body
    text = card.note.question
    if not isinstance(body, Cloze):
        return Marked(text)
    text += "\n\n" if text else ""
    marks: list[Range] = []
    for piece in body.pieces:
        start = len(text)
        if isinstance(piece, str):
            text += piece
        elif piece.group != card.part:
            text += piece.text
        else:
            text += _blank(piece) if hidden else piece.text
            marks.append((start, len(text)))
    return Marked(text, tuple(marks))


def _blank(hole: Hole) -> str:
    return f"[{hole.hint}]" if hole.hint else BLANK


def _offered(body: Choice) -> tuple[Offered, ...]:
    options = (*body.right, *body.wrong)
    return tuple(
        Offered(index, option.text, option.because, index < len(body.right)) for index, option in enumerate(options)
    )


def _shuffled(items: Sequence[T], seed: int | str, card: str) -> tuple[T, ...]:
    return tuple(items[index] for index in sorted(range(len(items)), key=lambda at: _digest(str(seed), card, str(at))))


def _items(texts: Iterable[str]) -> tuple[Offered, ...]:
    return tuple(Offered(index, text, "", True) for index, text in enumerate(texts))


def _unsorted(items: Sequence[Offered], seed: int | str, card: str) -> tuple[Offered, ...]:
    """The items shuffled, and never in their own order, which would be the solution."""
    shuffled = _shuffled(items, seed, card)
    return shuffled if shuffled != tuple(items) else (*shuffled[1:], shuffled[0])


def _list(items: Iterable[str]) -> str:
    return "\n".join(_item("-", item) for item in items)


def _item(marker: str, text: str) -> str:
    return f"{marker} " + text.replace("\n", "\n  ")


def _digest(*texts: str) -> bytes:
    """64 bits of the texts and where one ends; not to be changed, since the log holds them."""
    from hashlib import blake2b  # here, since a first card without options needs none of it

    return blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
