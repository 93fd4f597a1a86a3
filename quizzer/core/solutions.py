"""Every text of a note that is a right answer to something: what a near miss may not be."""

from collections.abc import Iterator
from typing import assert_never

from quizzer.core.cards import (
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Match,
    Note,
    Number,
    Order,
    TrueFalse,
    Typed,
)


def solutions_of(note: Note) -> Iterator[str]:
    """The texts that answer one of the note's cards or a part of it, in light Markdown, as they come."""
    body = note.body
    match body:
        case Flashcard():
            yield body.answer
            if body.both_ways:
                yield note.question
        case Typed():
            yield from (body.answer, *body.accept)
        case Number():
            yield body.answer
        case Choice():
            yield from (option.text for option in body.right)
        case Cloze():
            yield from (piece.text for piece in body.pieces if isinstance(piece, Hole))
        case Order() | Items():
            yield from body.items
        case Match():
            yield from (side for pair in body.pairs for side in pair)
        case TrueFalse():
            return
        case _:
            assert_never(body)
