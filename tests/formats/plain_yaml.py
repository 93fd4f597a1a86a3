"""YAML as editors read it before they ask a schema: version 1.2 with its core schema, and 1.1 as PyYAML has it."""

import re
from collections.abc import Callable
from typing import Any

import yaml

_FLAGS = {"true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def load_1_2(text: str) -> Any:
    """The value of a document: numbers, truths and nulls as YAML 1.2 resolves them, keys as texts.

    Raises:
        yaml.YAMLError: it cannot be read.
    """
    return _value(yaml.compose(text, FASTEST))


def load_1_1(text: str) -> Any:
    """The value of a document as PyYAML resolves it; keys as texts, and dates too, since JSON has none.

    Raises:
        yaml.YAMLError: it cannot be read.
    """
    return _as_json(yaml.load(text, FASTEST))


FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOADERS: dict[str, Callable[[str], Any]] = {"YAML 1.2": load_1_2, "YAML 1.1": load_1_1}


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return None if node is None else _scalar(node.value, plain=not node.style)


def _scalar(text: str, plain: bool) -> Any:
    if not plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in _FLAGS and text in (text.lower(), text.title(), text.upper()):
        return _FLAGS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
