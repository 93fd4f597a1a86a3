"""Values as YAML text that reads back as they are: plain where it can be, in quotes or as a block where it must be."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from quizzer.formats.quoting import quoted

Value: TypeAlias = str | bool | Sequence["Value"] | Mapping[str, "Value"]
"""What stands behind a key: a text, a flag, a list, a map."""

WIDEST = 100
"""Columns that a list or a map in brackets may reach."""
LONGEST_KEY = 200
"""Characters of a key that stands on one line with its value; YAML allows 1,024."""

# Begins like a text, and not like anything else; `-` only where no white space or further dash follows.
_BEGINS = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-[^\s\-]")
_ENDS_TEXT = re.compile(r":(?=\s|$)|\s#|\t")
_MEANS_SOMETHING = re.compile(r"(~|null|true|false|yes|no|on|off|<<|=)", re.IGNORECASE)
_ENDS_IN_BRACKETS = re.compile(r"[,\[\]{}?]|:(?=[,\[\]{}])")
# YAML takes some of these for line ends and refuses the others.
_ESCAPED = re.compile(r'[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"\\\n\t]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def is_plain(text: str, in_brackets: bool = False) -> bool:
    """Whether a text on one line needs no quotes."""
    return bool(
        _BEGINS.match(text)
        and not text[-1].isspace()
        and not _MEANS_SOMETHING.fullmatch(text)
        and goes_on(text, in_brackets)
    )


def begins(text: str) -> bool:
    """Whether a text may stand at the beginning of a plain one."""
    return bool(_BEGINS.match(text))


def goes_on(text: str, in_brackets: bool = False) -> bool:
    """Whether a text may stand further on in a plain one."""
    return not (
        "\n" in text
        or _ENDS_TEXT.search(text)
        or _UNWRITABLE.search(text)
        or (in_brackets and _ENDS_IN_BRACKETS.search(text))
    )


def escaped(text: str) -> str:
    """The text in double quotes, whatever it holds.

    >>> print(escaped('say "so"'))
    "say \\"so\\""
    """
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def needs_block(text: str) -> bool:
    """Whether a text wants lines of its own: it has several, or begins with a space, or holds fenced code."""
    return not _UNWRITABLE.search(text) and ("\n" in text or text[:1].isspace() or "```" in text)


def one_line(text: str, in_brackets: bool = False) -> str:
    """A text on one line: plain, in quotes, or escaped where nothing else holds it."""
    if is_plain(text, in_brackets):
        return text
    return escaped(text) if "\n" in text or _UNWRITABLE.search(text) or text != text.strip() else quoted(text)


def trimmed(text: str) -> str:
    """What the reader keeps of a text: no white space around it but an indent of the first of several lines."""
    return text.rstrip().lstrip("\n") if "\n" in text else text.strip()


def bracketed(value: Value, json: bool = False) -> str:
    """A value on one line, as it stands in `[…]` and `{…}`; as JSON has it where the whole deck is JSON.

    >>> bracketed({"doc": "notes", "pages": ["1", "2, 3"]})
    '{doc: notes, pages: [1, "2, 3"]}'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return escaped(value) if json else one_line(value, in_brackets=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(pair(key, entry, json) for key, entry in value.items()) + "}"
    return "[" + ", ".join(bracketed(entry, json) for entry in value) + "]"


def pair(key: str, value: Value, json: bool = False) -> str:
    """A key and its value as they stand in `{…}`."""
    name = bracketed(key, json)
    lead = "? " if len(name) > LONGEST_KEY and not json else ""
    return f"{lead}{name}{' ' if lead else ''}: {bracketed(value, json)}"


def fits_brackets(value: Value, room: int) -> bool:
    """Whether a value is easy to read in brackets on one line."""
    return not _wants_block(value) and len(bracketed(value)) <= room


def _wants_block(value: Value) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        return needs_block(value)
    entries = [*value.keys(), *value.values()] if isinstance(value, Mapping) else value
    return any(map(_wants_block, entries))


def block(value: Value, indent: int, flat: bool = False) -> list[str]:
    """A value as it stands behind a key or a dash: what follows on that line, then whole lines.

    Args:
        value: what to write.
        indent: columns of the key or dash; lines beneath it stand two further in.
        flat: whether a list or map goes in brackets where it fits.
    """
    if isinstance(value, bool):
        return [bracketed(value)]
    if isinstance(value, str):
        return _text_block(value, indent + 2) if needs_block(value) else [one_line(value)]
    if not value or (flat and fits_brackets(value, WIDEST - indent)):
        return [bracketed(value)]
    return ["", *beneath(value, indent + 2)]


def beneath(value: Sequence[Value] | Mapping[str, Value], indent: int) -> list[str]:
    """The lines of a list or a map that stand beneath a key, that far in."""
    lines: list[str] = []
    if isinstance(value, Mapping):
        for key, entry in value.items():
            lines += under_key(key, entry, indent)
    else:
        for entry in value:
            lines += after_dash(entry, indent)
    return lines


def under_key(key: str, value: Value, indent: int, flat: bool = False) -> list[str]:
    """The lines of a key and its value."""
    margin = " " * indent
    if "\n" in key or len(key) > LONGEST_KEY:
        first, *others = block(key, indent)
        head, *rest = block(value, indent)
        return [f"{margin}? {first}", *others, f"{margin}: {head}".rstrip(), *rest]
    head, *rest = block(value, indent, flat)
    return [f"{margin}{one_line(key)}: {head}" if head else f"{margin}{one_line(key)}:", *rest]


def after_dash(value: Value, indent: int) -> list[str]:
    """The lines of an item of a list."""
    margin = " " * indent
    if isinstance(value, Mapping) and value and not fits_brackets(value, WIDEST - indent - 2):
        first, *rest = beneath(value, indent + 2)
        return [f"{margin}- {first.lstrip(' ')}", *rest]
    head, *rest = block(value, indent, flat=True)
    return [f"{margin}- {head}".rstrip() if not head else f"{margin}- {head}", *rest]


def _text_block(text: str, indent: int) -> list[str]:
    """The bar and the lines of a text; how far they stand in is said where the first begins with a space."""
    margin = " " * indent
    mark = "|2" if text[:1].isspace() else "|"
    return [mark, *(f"{margin}{line}" if line else "" for line in text.split("\n"))]
