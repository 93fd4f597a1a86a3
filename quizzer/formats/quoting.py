"""Texts as YAML takes them: in quotes where they need them."""

import re

LONGEST = 160
"""Characters of a line that a hint writes out."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})


def quoted(text: str) -> str:
    """The text in the quotes that suit it: double, or single where it holds double quotes or backslashes.

    >>> print(quoted("3: 4"), quoted(r"\\frac it's"))
    "3: 4" '\\frac it''s'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def unquoted(text: str) -> str:
    """The text without the quotes at its ends, where it has them."""
    return re.sub(r"^(['\"])((?:(?!\1).)*)\1$", r"\2", text)


def requoted(line: str, column: int) -> str:
    """The line with what stands from a column on in quotes; empty where that is too long to show."""
    if len(line) > LONGEST:
        return ""
    return line[:column].lstrip() + quoted(unquoted(line[column:].strip()))


def in_single_quotes(lead: str, rest: str) -> str:
    """The hint to write the double-quoted text at the start of `rest` in single quotes."""
    hint = "in single quotes a backslash is a backslash"
    found = re.match(r'"((?:[^"\\]|\\.)*)"', rest)
    if found is None or len(lead + rest) > LONGEST:
        return hint
    text = found[1].replace("'", "''")
    return f"{hint}: {lead.lstrip()}'{text}'{rest[found.end() :].rstrip()}"


def in_quotes(line: str, column: int) -> str:
    """The hint to write a line with its text in quotes."""
    line = requoted(line, column)
    return f"put the text in quotes: {line}" if line else "put the text in quotes"
