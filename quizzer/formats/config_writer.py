"""Setting one preference in the text of a `config.yaml`: only the lines of its key change, comments stay.

A text that YAML cannot read is not changed at all: a person must mend it first.
"""

import re
from typing import Any

from quizzer.core.preference_table import PREFERENCES
from quizzer.formats.quoting import quoted
from quizzer.formats.yaml_events import Mapping, is_missing, is_scalar, place, read_tree

HEADER = "# Settings of quizzer on this machine; what scheduling uses is set with `quizzer options`.\n"
_PLAIN = re.compile(r"[A-Za-z0-9~/._+][A-Za-z0-9~/._+ -]*")


class NotSettable(ValueError):
    """The text is no map that a key can be set in."""


def set_preference(text: str, key: str, value: Any) -> str:
    """The text with a key set to a value, or without the key where the value is None.

    Raises:
        NotSettable: YAML cannot read the text, or it is no map.
    """
    tree = read_tree(text)
    root = tree.root
    if tree.end is not None or not (root is None or is_missing(root) or isinstance(root, Mapping)):
        raise NotSettable
    lines = text.splitlines(keepends=True)
    starts = [place(name).line for name, _ in root.pairs()] if isinstance(root, Mapping) else []
    names = [name[0] if is_scalar(name) else "" for name, _ in root.pairs()] if isinstance(root, Mapping) else []
    if isinstance(root, Mapping) and place(root.items[0]).column:
        raise NotSettable  # `{theme: nord}` or indented: nothing a line could be put beside
    entry = "" if value is None else f"{key}: {written(key, value)}\n"
    if key in names:
        first = starts[names.index(key)]
        last = min((start for start in starts if start > first), default=len(lines))
        while last > first + 1 and _is_apart(lines[last - 1]):
            last -= 1
        return "".join([*lines[:first], entry, *lines[last:]])
    if not entry:
        return text
    if not text.strip():
        return HEADER + entry
    return text + ("" if text.endswith("\n") else "\n") + entry


def _is_apart(line: str) -> bool:
    """Whether a line behind an entry belongs to nobody: blank, or a comment at the left edge."""
    return not line.strip() or line.startswith("#")


def written(key: str, value: Any) -> str:
    """The value of a preference as YAML, on one line."""
    match PREFERENCES[key].form.kind:
        case "flag":
            return "true" if value else "false"
        case "texts":
            return f"[{', '.join(_text(one) for one in value)}]"
        case "pairs":
            return "{" + ", ".join(f"{_text(name)}: {_text(names)}" for name, names in value) + "}"
        case _:
            return _text(value)


def _text(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text == text.strip() else quoted(text)
