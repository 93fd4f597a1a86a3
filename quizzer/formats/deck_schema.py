"""The JSON Schema (draft 2020-12) of decks: with it an editor completes keys, explains and checks while one types.

Made from the tables that the reader uses, so it loads no YAML. What the reader takes without an error the schema takes;
what the reader warns of passes, unknown keys among it. What a schema cannot know (comments that cut texts, repeated
items, holes of a cloze in detail) only the reader finds.
"""

import json

from quizzer.core.cards import Kind
from quizzer.core.folding import Ignoring
from quizzer.core.options import DEFAULTS, SPECS, OptionError, Spec
from quizzer.formats.kinds import COMMON, DECK_KEYS, KEYS, OPTION_KEYS, PLACE_KEYS, RULES, SOURCE_KEYS, TURNS
from quizzer.formats.schema_rules import LENT, always, needed
from quizzer.formats.schema_shapes import (
    ANYTHING,
    FLAG,
    LINE,
    NAME,
    OPTIONAL,
    OPTIONS,
    SETTING,
    SOME_TEXTS,
    TEXT,
    TEXTS,
    TOLERANCE,
    Schema,
    any_case,
    line_as_map,
    pairs,
    several,
    shapes,
    text_or_map,
    words_among,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

EXAMPLES: dict[str, str] = {
    "question": "question: What is the capital of France?",
    "statement": "statement: The Seine flows through Paris.\nanswer: true",
    "cloze": "cloze: The capital of {{France}} is {{Paris::a city on the Seine}}.",
    "answer": "answer: Paris",
    "answers": "answers: [Hard, Good, Easy]",
    "accept": "accept: [Lutetia, City of Light]",
    "ignore": "ignore: [case, accents]",
    "exact": "exact: true",
    "tolerance": "answer: 384400\ntolerance: 5%",
    "unit": "answer: 384400\nunit: km",
    "wrong": "wrong:\n  - Lyon\n  - text: Marseille\n    because: It is the largest port, not the capital.",
    "hide": "cloze: The capital of France is Paris.\nhide: [Paris]",
    "order": "order:\n  - Mercury\n  - Venus\n  - Earth",
    "match": "match:\n  France: Paris\n  Germany: Berlin",
    "list": "list: [red, green, blue]",
    "both_ways": "both_ways: true",
    "id": "id: paris",
    "kind": "kind: typed",
    "hint": "hint: It lies on the Seine.",
    "explanation": "explanation: It has been the seat of government since 987, with interruptions.",
    "source": 'source: {doc: atlas, passage: "3"}',
    "quote": "quote: Paris, capital of France",
    "tags": "tags: [geography, capitals]",
    "draft": "draft: true",
    "comment": "comment: Check the year.",
}
"""How each key of a note is written."""

DECK_EXAMPLES: dict[str, str] = {
    "title": "title: Capitals of Europe",
    "id": "id: capitals-europe",
    "language": "language: en",
    "sources": "sources:\n  atlas: {title: Pocket Atlas, file: atlas.md}",
    "study": "study: {desired_retention: 0.9}",
    "defaults": "defaults: {source: atlas, tags: [geography]}",
    "cards": "cards:\n  - question: What is the capital of France?\n    answer: Paris\n"
    "  - Germany = Berlin; the city of Berlin",
}
"""How each key at the left edge is written."""


def schema() -> Schema:
    """The schema of deck files, for yaml-language-server, check-jsonschema and other validators."""
    lent = {"required": ["defaults"], "properties": {"defaults": {"anyOf": [{"required": [key]} for key in LENT]}}}
    return {
        "$schema": DIALECT,
        "$comment": "Generated from the tables of the deck reader; `quizzer schema` prints it.",
        "title": "quizzer deck",
        "description": "A deck of quizzer: what it says of itself, and its notes under `cards:`.",
        "type": "object",
        "required": ["cards"],
        "properties": _deck_properties(),
        "if": {"not": lent},
        "then": {"properties": {"cards": {"items": {"$ref": "#/$defs/complete"}}}},
        "$defs": {
            "note": _note(),
            "complete": _unless_line(needed()),
            "line": line_as_map(KEYS),
            **shapes(_option_properties()),
        },
    }


def schema_text() -> str:
    """The schema as it is shipped and printed: ASCII, so that no code page on its way can spoil it."""
    return json.dumps(schema(), indent=2) + "\n"


def _told(shape: Schema, name: str, what: str, example: str = "") -> Schema:
    """A shape with what an editor shows of it."""
    plain, rich = what, what
    if example:
        inline = "" if "\n" in example else " "
        plain += f" Example:{inline or chr(10)}{example}"
        rich += f"\n\n```yaml\n{example}\n```"
    title = name.replace("_", " ").capitalize()
    return {"title": title, "description": plain, "markdownDescription": rich, **shape}


def _deck_properties() -> dict[str, Schema]:
    shapes = {
        "title": OPTIONAL,
        "id": NAME,
        "language": _language(),
        "sources": _map({"additionalProperties": _source()}),
        "study": _map({"properties": _study()}),
        "defaults": _map({"properties": _defaults()}),
        "cards": {"type": ["array", "null"], "items": {"$ref": "#/$defs/note"}},
    }
    return {name: _told(shapes[name], name, what, DECK_EXAMPLES[name]) for name, what in DECK_KEYS.items()}


def _map(content: Schema) -> Schema:
    return {"type": ["object", "null"], **content, "errorMessage": "this is a map: keys and values"}


def _texts_of(keys: dict[str, str]) -> dict[str, Schema]:
    return {name: _told(OPTIONAL, name, what) for name, what in keys.items()}


def _language() -> Schema:
    sides = {"question": "The language of what is asked, such as `de`.", "answer": "The language of the answers."}
    return text_or_map(_texts_of(sides))


def _source() -> Schema:
    what = "A document: its name here is what a note's `source` says."
    return _told(_map({"properties": _texts_of(SOURCE_KEYS)}), "source", what)


def _study() -> dict[str, Schema]:
    return {
        key: _told(SETTING, key, f"{spec.what.capitalize()}: {_wanted(spec)}.") | {"default": _default(spec)}
        for key, spec in SPECS.items()
        if not spec.whole
    }


def _wanted(spec: Spec) -> str:
    """What a value may be, in the words of the option's own refusal."""
    refusal = ""
    try:
        spec.parse("?")
    except OptionError as error:
        refusal = str(error)
    return refusal.removeprefix("wants ").partition(", not ")[0]


def _default(spec: Spec) -> float | str:
    value = getattr(DEFAULTS, spec.key)
    return value if isinstance(value, int | float) else str(spec.show(value))


def _option_properties() -> dict[str, Schema]:
    text, because = OPTION_KEYS
    reason = "because: It is the largest port, not the capital."
    return {
        text: _told(TEXT, text, OPTION_KEYS[text], "text: Marseille"),
        because: _told(OPTIONAL, because, OPTION_KEYS[because], reason),
    }


def _note_properties() -> dict[str, Schema]:
    by_shape: dict[str, Schema] = {
        "text": OPTIONAL,
        "texts": TEXTS,
        "flag": FLAG,
        "tolerance": TOLERANCE,
        "options": OPTIONS,
        "pairs": pairs(TEXT, RULES[Kind.MATCH].least),
        "source": text_or_map(_texts_of(PLACE_KEYS)),
        "kind": _kind(),
    }
    special: dict[str, Schema] = {
        "question": TEXT,
        "statement": TEXT,
        "cloze": TEXT,
        "answer": ANYTHING,  # it depends on the kind
        "id": NAME,
        "comment": ANYTHING,  # nobody reads it
        "ignore": words_among(Ignoring),
        "hide": SOME_TEXTS,
        "order": several(TEXT, RULES[Kind.ORDER].least),
        "list": several(TEXT, RULES[Kind.LIST].least),
    }
    found = {}
    for name, key in KEYS.items():
        found[name] = _told(
            special[name] if name in special else by_shape[key.shape], name, _what(name), EXAMPLES[name]
        )
        if key.shape == "flag":
            found[name]["default"] = False
    return found


def _what(name: str) -> str:
    """What a key does, and in which kinds it means something."""
    kinds = [rule.kind for rule in RULES.values() if name in (*rule.needs, *rule.may)]
    return KEYS[name].what if name in COMMON else f"{KEYS[name].what} For: {', '.join(kinds)}."


def _kind() -> Schema:
    return {
        "anyOf": [{"enum": list(Kind)}, {"type": ["string", "null"], "pattern": rf"^\s*({any_case(Kind)})\s*$"}],
        "errorMessage": f"`kind` is one of {', '.join(Kind)}",
    }


def _defaults() -> dict[str, Schema]:
    """What notes can share; the reader warns of an `id`, and of a `kind` that is none."""
    found = {name: shape for name, shape in _note_properties().items() if name not in ("id", "comment")}
    kinds = sorted(kind for turns in TURNS.values() for kind in turns)
    return found | {"kind": _told(TEXT | {"examples": kinds}, "kind", KEYS["kind"].what, EXAMPLES["kind"])}


def _note() -> Schema:
    return {
        "title": "Note",
        "description": "A note: a map of keys, or one line `question = answer; other answer`.",
        "type": ["object", "string"],
        "pattern": LINE,
        "properties": _note_properties(),
        **_unless_line(always()),
        "errorMessage": "a note is a map of keys, or one line: question = answer",
    }


def _unless_line(rules: list[Schema]) -> Schema:
    return {"if": {"type": "object", "not": {"$ref": "#/$defs/line"}}, "then": {"allOf": rules}}
