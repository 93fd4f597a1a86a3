"""A note as the keys of a deck file, in the order in which people write them; and readable ids for new ones."""

import re
from collections.abc import Collection, Mapping
from typing import TypeAlias, assert_never

from quizzer.core.cards import (
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
from quizzer.formats.cloze_text import hide_words, read_holes
from quizzer.formats.identity import normal_id
from quizzer.formats.yaml_text import Value

Keys: TypeAlias = Mapping[str, Value]
"""The keys of a note: `{"question": "…", "answer": "…", "accept": ["…"], "draft": True}`."""

ORDER = (
    *("question", "statement", "cloze", "id", "kind", "answer", "answers", "accept", "ignore", "exact"),
    *("tolerance", "unit", "wrong", "hide", "order", "match", "list", "both_ways", "hint", "quote"),
    *("explanation", "source", "tags", "draft", "comment"),
)
"""The order in which the keys of a note are written."""

_LONGEST_ID = 40
_BESIDE = r"c\d+::|::[^}]*|['’]s\b"
_LITTLE = re.compile(
    "a|an|and|are|as|at|by|did|do|does|for|from|had|has|have|he|her|his|how|in|is|it|its|of|on|or|s|she|that|the|their|"
    "they|this|to|was|were|what|when|where|which|who|whom|whose|why|will|with|you|your"
)


def keys_of(note: Note) -> dict[str, Value]:
    """The keys that make a note, but for what it may take from the defaults of its deck.

    Raises:
        ValueError: no text makes these holes.
    """
    keys: dict[str, Value] = {}
    if note.kind in (Kind.CLOZE, Kind.TYPED_CLOZE):
        keys |= _cloze(note.body)
    else:
        keys["statement" if note.kind is Kind.TRUE_FALSE else "question"] = note.question
    if not note.id.startswith("~"):
        keys["id"] = note.id
    if note.kind in (Kind.TYPED, Kind.NUMBER, Kind.TYPED_CLOZE):
        keys["kind"] = note.kind.value
    keys |= _body(note)
    given: dict[str, Value] = {"hint": note.hint, "explanation": note.explanation, "quote": note.quote}
    keys |= {name: value for name, value in given.items() if value}
    if note.tags:
        keys["tags"] = note.tags
    if note.source:
        keys["source"] = _source(note.source)
    if note.draft:
        keys["draft"] = True
    return in_order(keys)


def in_order(keys: Keys) -> dict[str, Value]:
    """Keys as people write them, those of no deck language last; those without a value left out.

    `kind` goes where the other keys say as much.
    """
    keys = {name: value for name, value in keys.items() if value not in ("", None)}
    known = {name: keys[name] for name in ORDER if name in keys}
    others = {name: value for name, value in keys.items() if name not in known}
    said = {"typed": ("accept", "ignore", "exact"), "number": ("tolerance", "unit")}.get(str(known.get("kind")), ())
    if any(name in known for name in said):
        del known["kind"]
    return known | others


def _body(note: Note) -> dict[str, Value]:
    match note.body:
        case Flashcard(answer, both_ways):
            return {"answer": answer, "both_ways": True} if both_ways else {"answer": answer}
        case Typed(answer, accept, ignore, exact):
            keys: dict[str, Value] = {"answer": answer}
            keys |= {"accept": accept} if accept else {}
            keys |= {"ignore": ignore} if ignore is not None else {}
            return keys | ({"exact": True} if exact else {})
        case Number(answer, tolerance, unit):
            return {"answer": answer, "tolerance": tolerance, "unit": unit}
        case Choice(right, wrong):
            first, *others = [_option(option) for option in right]
            asked: dict[str, Value] = {"answers": [first, *others]} if others else {"answer": first}
            return asked | {"wrong": [_option(option) for option in wrong]}
        case TrueFalse(answer=holds):
            return {"answer": holds}
        case Cloze():
            return {}
        case Order(items):
            return {"order": items}
        case Items(items):
            return {"list": items}
        case Match(pairs):
            return {"match": dict(pairs)}
        case _:
            assert_never(note.body)


def _option(option: Option) -> Value:
    return {"text": option.text, "because": option.because} if option.because else option.text


def _source(source: Source) -> Value:
    if not source.passage and not source.page:
        return source.doc
    place: dict[str, Value] = {"doc": source.doc, "passage": source.passage, "page": source.page}
    return {name: value for name, value in place.items() if value}


def _cloze(body: object) -> dict[str, Value]:
    pieces = body.pieces if isinstance(body, Cloze) else ()
    text = "".join(_braced(piece) if isinstance(piece, Hole) else _literal(piece) for piece in pieces)
    if read_holes(text) == pieces:
        return {"cloze": text}
    plain = "".join(piece.text if isinstance(piece, Hole) else piece for piece in pieces)
    hidden = list(dict.fromkeys(piece.text for piece in pieces if isinstance(piece, Hole)))
    if hide_words(plain, hidden) == pieces:
        return {"cloze": plain, "hide": hidden}
    raise ValueError("no text makes these holes")


def _braced(hole: Hole) -> str:
    group = f"c{hole.group}::" if hole.group.isdecimal() and len(hole.group) <= 3 else ""
    hint = f"::{_literal(hole.hint)}" if hole.hint else ""
    return f"{{{{{group}{_literal(hole.text)}{hint}}}}}"


def _literal(text: str) -> str:
    return text.replace("{{", "\\{{").replace("::", "\\::")


def fresh_id(keys: Keys, taken: Collection[str]) -> str:
    """A readable id that no other note has: the words of what is asked that matter.

    >>> fresh_id({"question": "What is the capital of France?"}, {"capital-france"})
    'capital-france-2'
    """
    asks = next((str(keys[name]) for name in ("question", "statement", "cloze") if keys.get(name)), "")
    words = [word for one in re.split(r"-+", normal_id(re.sub(_BESIDE, " ", asks))) if (word := one.strip("_."))]
    kept = [word for word in words if not _LITTLE.fullmatch(word)] or words
    name = ""
    for word in kept:
        if name and len(name) + len(word) >= _LONGEST_ID:
            break
        name += f"-{word}" if name else word[:_LONGEST_ID]
    name = normal_id(name) or "note"
    number, found = 2, name
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return found
