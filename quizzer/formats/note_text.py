"""A note alone, as the lines that a person edits: `key: value`, as a deck has them but for how far they stand in."""

from collections.abc import Mapping
from typing import NamedTuple

from quizzer.core.cards import Kind, Note
from quizzer.core.problem import Problem
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.deck_writer import FLAT, new_deck
from quizzer.formats.easing import eased
from quizzer.formats.kinds import ALLOWED, ASKS, KIND_OF
from quizzer.formats.note_keys import Keys, in_order
from quizzer.formats.yaml_map import written_value
from quizzer.formats.yaml_spots import read_spots
from quizzer.formats.yaml_text import Value, under_key

_INDENT = 4
_EXAMPLES: Mapping[Kind, Keys] = {
    Kind.FLASHCARD: {"question": "…", "answer": "…"},
    Kind.TYPED: {"question": "…", "kind": "typed", "answer": "…"},
    Kind.NUMBER: {"question": "…", "kind": "number", "answer": "42"},
    Kind.CHOICE: {"question": "…", "answer": "…", "wrong": ["… (1)", "… (2)"]},
    Kind.TRUE_FALSE: {"statement": "…", "answer": True},
    Kind.CLOZE: {"cloze": "The words {{to hide}} stand in braces."},
    Kind.TYPED_CLOZE: {"cloze": "The words {{to type}} stand in braces.", "kind": "typed-cloze"},
    Kind.ORDER: {"question": "…", "order": ["first", "second"]},
    Kind.MATCH: {"question": "…", "match": {"left 1": "right 1", "left 2": "right 2"}},
    Kind.LIST: {"question": "…", "list": ["one", "another"]},
}
"""What a note of each kind needs."""


class Looked(NamedTuple):
    """What a text is as a note."""

    note: Note | None
    """None where it has an error."""
    problems: tuple[Problem, ...]
    """Lines and columns are those of the text."""


def text_of(keys: Keys) -> str:
    """The lines of a note."""
    return "\n".join(line for name, value in keys.items() for line in under_key(name, value, 0, flat=name in FLAT))


def keys_in(text: str) -> dict[str, Value] | None:
    """The keys that a text gives a note; None where it is no map of keys to YAML, quotes added where they lack."""
    spot = read_spots(eased(text))
    if spot is None or not spot.is_map:
        return None
    return {key.text: written_value(value) for key, value in spot.pairs() if not value.is_missing}


def looked_at(text: str, head: Mapping[str, Value], path: str) -> Looked:
    """What a text is as a note of a deck whose other keys are these."""
    lines = new_deck(head, []).decode().rpartition("cards: []")[0] + "cards:\n"
    before = lines.count("\n")
    first, *rest = eased(text).split("\n")
    whole = "\n".join([f"{lines}  - {first}", *(f"{' ' * _INDENT}{line}" if line else "" for line in rest)])
    deck, problems = read_deck(f"{whole}\n".encode(errors="replace"), path)
    here = tuple(
        one._replace(line=one.line - before, column=max(1, one.column - _INDENT), source="")
        for one in problems
        if one.line > before and one.severity != "advice"
    )
    notes = deck.notes if deck else ()
    return Looked(notes[0] if len(notes) == 1 else None, here)


def kind_in(keys: Keys) -> Kind:
    """The kind that keys mean, also where a note of it would have an error."""
    if keys.get("kind") in list(Kind):
        return Kind(str(keys["kind"]))
    return next((KIND_OF[name] for name in keys if name in KIND_OF), Kind.FLASHCARD)


def as_kind(kind: Kind, keys: Keys) -> dict[str, Value]:
    """Keys as another kind needs them: what it shares is kept, what it lacks is an example, the rest is left out."""
    asks = next((str(keys[name]) for name in ASKS if keys.get(name)), "")
    made = dict(_EXAMPLES[kind])
    for name in made:
        if name in ASKS and asks:
            made[name] = asks
            if name == "cloze" and "{{" not in asks:
                made[name] = f"{asks} {{{{{keys.get('answer', 'words to hide')}}}}}"
        elif name in keys and name != "kind" and isinstance(keys[name], type(made[name])):
            made[name] = keys[name]
    kept = ALLOWED[kind] - {"kind", *made}
    return in_order(made | {name: value for name, value in keys.items() if name in kept})
