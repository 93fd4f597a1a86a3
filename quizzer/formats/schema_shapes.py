"""Shapes of values in the JSON Schema of decks.

An editor reads YAML 1.2 and has made numbers, truths and nulls of unquoted texts before a schema sees them, so a text
may be any of these. It is also a map of one pair, since `1981: Coup` is one to YAML and a text to us. A null is a key
without value, which is as good as no key, or the text `~`: a schema cannot tell, so it passes. Patterns are written
for ECMAScript with its `u` flag, and mean the same to Python.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

MAX_TEXT = 20_000
"""Characters of a text."""
MAX_ITEMS = 200
"""Items of a list, pairs of a map."""

ANYTHING: Schema = {"type": ["string", "number", "boolean", "null", "array", "object"]}
NULL: Schema = {"type": "null"}
SCALAR = ["string", "number", "boolean", "null"]
NOT_BLANK = r"[^ \t\r\n]"
LINE = r"\S[\s\S]* = \s*[^\s;]"
"""A note on one line."""
HOLE = r"(^|[^\\])\{\{[\s\S]*\}\}"
_LINE_REST = r"(^| )= \s*[^\s;]"
_ID = r"[^\u0000-/:-@\[-`{-\u007f]"
# Looser than the reader, which knows the digits of all scripts: only ASCII letters betray that it is no number.
_DIGITS = r"^\s*[^A-Za-z%:\s][^A-Za-z%:]*"
_NUMBER = rf"{_DIGITS}([eEx][^A-Za-z%:]+)?$"
_TOLERANCE = rf"{_DIGITS}([eE][^A-Za-z%:]+)?%?\s*$"


def any_case(words: Iterable[str]) -> str:
    """A pattern for one of some words, in capitals or not."""
    return "|".join("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word) for word in words)


_FLAG = f"^({any_case(('true', 'yes', 'false', 'no'))})$"

_OPTIONAL: Schema = {
    "type": [*SCALAR, "object"],
    "maxLength": MAX_TEXT,
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {"type": SCALAR},
    "errorMessage": "this is a text",
}
_TEXT = _OPTIONAL | {"pattern": NOT_BLANK}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _listed(item: Schema, items: Schema, least: int = 0) -> Schema:
    """A list of items, or one of them alone."""
    return item | {
        "type": [*item["type"], "array"],
        "items": items,
        "minItems": least,
        "maxItems": MAX_ITEMS,
        "errorMessage": f"{item['errorMessage']}, or a list of them",
    }


def _setting() -> Schema:
    # An editor that saw `items` beside the types would begin a list wherever it completes the key.
    return {"type": ["array", *_OPTIONAL["type"]], "allOf": [_listed(_OPTIONAL, OPTIONAL)]}


def _options(option: Schema) -> Schema:
    # Likewise `properties` would have it begin a map.
    listed = _listed(option, OPTION, least=1)
    beside = ("type", "items", "errorMessage")
    return {key: listed[key] for key in beside} | {"allOf": [{k: v for k, v in listed.items() if k not in beside}]}


OPTIONAL = _ref("optional")
"""A text that may be empty."""
TEXT = _ref("text")
"""A text that may not be empty."""
NAME = _ref("name")
"""An id."""
OPTION = _ref("option")
"""An option of a choice."""
FLAG = _ref("flag")
NUMBER = _ref("number")
TOLERANCE = _ref("tolerance")
SETTING = _ref("setting")
"""A value of an option that scheduling reads, or several."""
TEXTS = _ref("texts")
"""Texts, or one alone; there may be none."""
SOME_TEXTS = _ref("some-texts")
"""Texts, or one alone."""
OPTIONS = _ref("options")
"""Options of a choice, or one alone."""

ELSEWHERE = _ref("elsewhere")
"""No value, since the key does not go with the others."""


def shapes(option_properties: Schema) -> dict[str, Schema]:
    """The shapes by name, for `$defs`; the first of the properties of an option is its text."""
    option = _option(option_properties)
    return {
        "elsewhere": NULL | {"errorMessage": "this key does not go with the other keys of this note"},
        "optional": _OPTIONAL,
        "text": _TEXT,
        "name": _OPTIONAL | {"pattern": _ID, "errorMessage": "an id needs a letter or a digit"},
        "option": option,
        "flag": {"type": ["null", "boolean", "string"], "pattern": _FLAG, "errorMessage": "this is true or false"},
        "number": {
            "type": ["number", "string", "null"],
            "pattern": _NUMBER,
            "errorMessage": "the answer of a number note is a number; its unit goes under `unit`",
        },
        "tolerance": {
            "type": ["string", "number", "null"],
            "minimum": 0,
            "pattern": _TOLERANCE,
            "errorMessage": "a tolerance is a number or a percentage",
        },
        "setting": _setting(),
        "texts": _listed(_TEXT, TEXT),
        "some-texts": _listed(_TEXT, TEXT, least=1),
        "options": _options(option),
    }


def text_or_map(properties: Schema) -> Schema:
    """A text, or a map with some keys."""
    return {"type": [*SCALAR, "object"], "allOf": [{"properties": properties}]}


def words_among(words: Iterable[str]) -> Schema:
    """Texts for which an editor offers some words; others only earn a warning."""
    return _listed(_TEXT, TEXT | {"examples": list(words)}) | {"examples": list(words)}


def several(item: Schema, least: int) -> Schema:
    """A list that is a list, and not too short."""
    return {
        "type": ["array", "null"],
        "items": item,
        "minItems": least,
        "maxItems": MAX_ITEMS,
        "errorMessage": f"this is a list of {least} entries or more",
    }


def pairs(side: Schema, least: int) -> Schema:
    """A map of pairs, not too few."""
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": NOT_BLANK},
        "additionalProperties": side,
        "minProperties": least,
        "maxProperties": MAX_ITEMS,
        "errorMessage": f"this is a map of {least} pairs or more: left: right",
    }


def _option(properties: Schema) -> Schema:
    """One option of a choice: a text, or a map that has the first of some properties."""
    own, *others = properties
    return {
        "type": _TEXT["type"],
        "maxLength": MAX_TEXT,
        "pattern": NOT_BLANK,
        "properties": properties,
        "if": {"type": "object", "not": {"required": [own]}},
        "then": {
            "minProperties": 1,
            "maxProperties": 1,
            "properties": dict.fromkeys(others, False),
            "additionalProperties": {"type": SCALAR},
        },
        "errorMessage": "an option is a text, or a map of text and because",
    }


def line_as_map(keys: Iterable[str]) -> Schema:
    """A note on one line that a colon turns into a map of one pair, whose key is none of a note's."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": list(keys)}},
        "additionalProperties": {"type": SCALAR},
        "anyOf": [
            {"propertyNames": {"pattern": LINE}},
            {"additionalProperties": {"type": "string", "pattern": _LINE_REST}},
        ],
    }
