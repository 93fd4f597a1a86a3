"""Notes as compact JSON and back, exactly: what the cache keeps of a deck, read on the way to the first card."""

import json
from typing import Any, assert_never

from quizzer.core.cards import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Note,
    Number,
    Option,
    Order,
    Source,
    TrueFalse,
    Typed,
)

# `dumps` would make one each time; values of tuples cannot hold themselves, so that nobody need look for circles.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def dump_note(note: Note) -> str:
    """A note as one line of JSON."""
    return _ENCODE(note)


def load_note(text: str) -> Note:
    """The note that `dump_note` wrote."""
    id, kind, question, body, hint, explanation, source, quote, tags, draft, line = json.loads(text)
    return Note(
        id,
        Kind(kind),
        question,
        _body(Kind(kind), body),
        hint,
        explanation,
        Source(*source) if source else None,
        quote,
        tuple(tags),
        draft,
        line,
    )


def _body(kind: Kind, values: list[Any]) -> Body:
    match kind:
        case Kind.FLASHCARD:
            return Flashcard(*values)
        case Kind.TYPED:
            answer, accept, ignore, exact = values
            return Typed(answer, tuple(accept), None if ignore is None else tuple(ignore), exact)
        case Kind.NUMBER:
            return Number(*values)
        case Kind.CHOICE:
            right, wrong = values
            return Choice(tuple(Option(*option) for option in right), tuple(Option(*option) for option in wrong))
        case Kind.TRUE_FALSE:
            return TrueFalse(*values)
        case Kind.CLOZE | Kind.TYPED_CLOZE:
            pieces, typed = values
            return Cloze(tuple(piece if isinstance(piece, str) else Hole(*piece) for piece in pieces), typed)
        case Kind.ORDER:
            return Order(tuple(values[0]))
        case Kind.MATCH:
            return Match(tuple((left, right) for left, right in values[0]))
        case Kind.LIST:
            return Items(tuple(values[0]))
        case _:
            assert_never(kind)
