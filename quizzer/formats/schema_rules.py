"""Which keys of a note go together, as conditions in the JSON Schema of decks; made from the tables of kinds.

Two sets: what holds of every note as it stands, and what a note must have of its own where `defaults:` cannot lend it.
"""

from collections.abc import Iterable

from quizzer.core.cards import Kind
from quizzer.formats.kinds import ASKS, KIND_OF, RULES, TURNS
from quizzer.formats.schema_shapes import ELSEWHERE, FLAG, HOLE, NULL, NUMBER, OPTION, SCALAR, TEXT, Schema, any_case

_PLAIN = RULES[Kind.FLASHCARD].needs
OTHER_MARKS = tuple(mark for mark, kind in KIND_OF.items() if RULES[kind].needs != _PLAIN)
"""The keys that make a note another kind than flashcard, typed or number."""
LENT = tuple(dict.fromkeys([*(name for rule in RULES.values() for name in rule.needs), "answers", *OTHER_MARKS]))
"""The keys that, under `defaults:`, may give a note what its kind needs."""
_SHAPES = {Kind.FLASHCARD: TEXT, Kind.TYPED: TEXT, Kind.NUMBER: NUMBER, Kind.TRUE_FALSE: FLAG}
_GIVEN: Schema = {"type": [name for name in SCALAR if name != "null"], "errorMessage": "`answer` is missing"}


def _has(name: str) -> Schema:
    """The key has a value for certain: it is there and no null, which may be a key without value."""
    return {"required": [name], "properties": {name: {"not": NULL}}}


def _may_have(name: str) -> Schema:
    """The key may have a value; a single `~` is none where a list of several is needed."""
    return _has(name) if RULES[KIND_OF[name]].least > 1 else {"required": [name]}


def _any(conditions: Iterable[Schema]) -> Schema:
    return {"anyOf": list(conditions)}


def _without(names: Iterable[str]) -> Schema:
    """None of these keys has a value."""
    return {"properties": dict.fromkeys(names, ELSEWHERE)}


def _is_word(kind: Kind) -> Schema:
    """`kind:` says so."""
    pattern = rf"^\s*({any_case([kind])})\s*$"
    return {"required": ["kind"], "properties": {"kind": {"type": "string", "pattern": pattern}}}


def _own_marks(kind: Kind) -> tuple[str, ...]:
    """The keys that may stand beside `kind:` with this word."""
    base = next((base for base, turns in TURNS.items() if kind in turns), kind)
    return RULES[kind].marks or RULES[base].marks


def always() -> list[Schema]:
    """What holds of every note, whatever the defaults are."""
    return [*_asks_once(), *_one_kind(), *_kind_fits(), *_answers()]


def needed() -> list[Schema]:
    """What a note must have where no default can lend it."""
    rules = [
        {
            "if": {"not": _any(map(_may_have, OTHER_MARKS))},
            "then": {"required": list(_PLAIN), "properties": {"answer": TEXT}},
        }
    ]
    for kind, rule in RULES.items():
        if rule.needs == _PLAIN or not rule.marks:
            continue
        then: Schema = {"required": list(rule.needs)}
        if kind is Kind.CHOICE:
            then |= _any({"required": [name]} for name in ("answer", "answers"))
        if kind in _SHAPES:
            then["properties"] = {"answer": _GIVEN}
        rules.append({"if": _any(map(_has, rule.marks)), "then": then})
        # A null may be a text or nothing: then the note needs what either kind needs.
        either = [name for name in _PLAIN if name in rule.needs]
        null: Schema = {"not": _any(map(_has, OTHER_MARKS)), **_any({"required": [mark]} for mark in rule.marks)}
        if rule.least == 1 and either:
            rules.append({"if": null, "then": {"required": either}})
    number = _any([_is_word(Kind.NUMBER), *map(_has, RULES[Kind.NUMBER].marks)])
    holes = {"type": ["string", "object", "null"], "pattern": HOLE, "errorMessage": "put what to hide in {{braces}}"}
    return [
        _any([{"required": ["question"]}, {"required": ["statement"]}, _has("cloze"), {"required": ["cloze", "hide"]}]),
        *rules,
        {"if": number, "then": {"properties": {"answer": _GIVEN}}},
        {"if": {"not": {"required": ["hide"]}}, "then": {"properties": {"cloze": holes}}},
    ]


def _asks_once() -> list[Schema]:
    return [{"if": _has(one), "then": _without(other for other in ASKS if other != one)} for one in ASKS]


def _one_kind() -> list[Schema]:
    return [
        {
            "if": _any(map(_has, rule.marks)),
            "then": _without(mark for mark, other in KIND_OF.items() if other is not kind),
        }
        for kind, rule in RULES.items()
        if rule.marks
    ]


def _kind_fits() -> list[Schema]:
    rules = []
    for kind in Kind:
        own = _own_marks(kind)
        then = _without(mark for mark in KIND_OF if mark not in own)
        if RULES[kind].needs != _PLAIN:
            then |= _any(map(_may_have, own))
        rules.append({"if": _is_word(kind), "then": then})
    return rules


def _answers() -> list[Schema]:
    """What `answer` is in each kind; where it means nothing it may be anything."""
    rules = []
    for kind, shape in (_SHAPES | {Kind.CHOICE: OPTION}).items():
        conditions = [_has(mark) for mark in RULES[kind].marks]
        if kind in TURNS[Kind.FLASHCARD]:
            conditions.append(_is_word(kind))
        rules.append({"if": _any(conditions), "then": {"properties": {"answer": shape}}})
    return [*rules, {"if": _has("answers"), "then": _without(["answer"])}]
