"""The other kinds that a note could be asked as: what a person goes through who wants another one for a draft."""

import re

from quizzer.core.cards import Choice, Cloze, Flashcard, Items, Kind, Note, Number, Order, Typed

LONGEST_TYPED = 60
"""Characters of an answer that a person would type."""


def as_other_kinds(note: Note) -> tuple[Note, ...]:
    """A note as each kind that makes sense for it, itself first; only itself where there is no other.

    What another kind has no place for is left out: wrong options, a tolerance, further answers.
    """
    body = note.body
    match body:
        case Flashcard(answer=answer, both_ways=False):
            return (note, *_typed(note, answer))
        case Typed(answer=answer):
            return (note, *_number(note, answer), _flashcard(note, answer))
        case Number(answer=answer, unit=unit):
            whole = f"{answer} {unit}".rstrip()
            bare = (answer,) if unit else ()  # the question may name the unit
            return (note, *_typed(note, whole, bare), _flashcard(note, whole))
        case Choice(right=(only,)):
            return (note, *_typed(note, only.text), _flashcard(note, only.text))
        case Choice(right=right):
            return (note, note._replace(kind=Kind.LIST, body=Items(tuple(option.text for option in right))))
        case Cloze(typed=typed):
            other = Kind.CLOZE if typed else Kind.TYPED_CLOZE
            return (note, note._replace(kind=other, body=body._replace(typed=not typed)))
        case Order(items=items):
            return (note, note._replace(kind=Kind.LIST, body=Items(items)), _flashcard(note, _bullets(items)))
        case Items(items=items):
            return (note, _flashcard(note, _bullets(items)))
        case _:
            return (note,)


def _flashcard(note: Note, answer: str) -> Note:
    return note._replace(kind=Kind.FLASHCARD, body=Flashcard(answer))


def _typed(note: Note, answer: str, accept: tuple[str, ...] = ()) -> tuple[Note, ...]:
    if len(answer) > LONGEST_TYPED or "\n" in answer:
        return ()
    return (note._replace(kind=Kind.TYPED, body=Typed(answer, accept)),)


def _number(note: Note, answer: str) -> tuple[Note, ...]:
    """The note as a number, where its answer is one in plain digits; a year is asked as typed as well."""
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", answer):
        return ()
    return (note._replace(kind=Kind.NUMBER, body=Number(answer)),)


def _bullets(items: tuple[str, ...]) -> str:
    return "\n".join("- " + item.replace("\n", "\n  ") for item in items)
