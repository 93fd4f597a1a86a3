"""The table of preferences: the form of each, what it does, and how its value is read and shown on one line."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from quizzer.core.text import quoted

KEYBOARDS = ("", "azerty")
"""Layouts whose digits need Shift; letters of other scripts are understood without being told."""


class PreferenceError(ValueError):
    """The sentence that says what a value may be."""


class Form(NamedTuple):
    """How a preference is written."""

    kind: str
    """`text`, `flag`, `texts` (a list) or `pairs` (a map)."""
    check: Callable[[Any], None] = lambda value: None
    """Raises PreferenceError where a value cannot be."""


class Preference(NamedTuple):
    """One preference: its form, what it does, and what counts where it is not set."""

    key: str
    form: Form
    what: str
    default: str


# Compiled when they are first wanted: each start reads preferences, and few set these.
_NAME = r"[a-z][a-z0-9-]*"
_KEY_NAME = r"[a-z0-9_+]+"


def _theme(value: str) -> None:
    if not re.fullmatch(_NAME, value):
        raise PreferenceError(f"wants the name of a theme, such as nord or ansi-dark, not {quoted(value)}")


def _keyboard(value: str) -> None:
    if value not in KEYBOARDS:
        raise PreferenceError(f"wants {' or '.join(filter(None, KEYBOARDS))}, not {quoted(value)}")


def _key_names(value: tuple[tuple[str, str], ...]) -> None:
    for key_id, names in value:
        for name in names.split(","):
            if not re.fullmatch(_KEY_NAME, name.strip()):
                raise PreferenceError(
                    f"wants names of keys such as u, f5 or ctrl+z for {quoted(key_id)}, not {quoted(name)}"
                )


PREFERENCES: dict[str, Preference] = {
    one.key: one
    for one in (
        Preference("decks", Form("texts"), "folders and files that decks come from", "the folder for your own decks"),
        Preference("theme", Form("text", _theme), "colours", "textual-dark, or the terminal's own where they are few"),
        Preference("plain", Form("flag"), "study line by line, without screens", "no"),
        Preference("two_buttons", Form("flag"), "rate with two buttons: forgot, remembered", "no"),
        Preference("keyboard", Form("text", _keyboard), "a keyboard whose digits need Shift", "none"),
        Preference("keys", Form("pairs", _key_names), "other keys for what keys do", "none"),
        Preference("editor", Form("text"), "the command that opens a deck", "$VISUAL, then $EDITOR, then our own form"),
    )
}


def shown(value: Any) -> str:
    """The value of a preference as it is shown; empty where it is not set.

    >>> shown(True), shown(("~/a", "~/b")), shown((("study.undo", "f9"),))
    ('yes', '~/a, ~/b', 'study.undo: f9')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(one if isinstance(one, str) else ": ".join(one) for one in value)
    return str(value)


def parsed(key: str, text: str) -> Any:
    """The value that a text on one line means, as a command line gives it; lists with commas, pairs with colons.

    Raises:
        PreferenceError: the value cannot be.
    """
    form = PREFERENCES[key].form
    value: Any = text.strip()
    if form.kind == "flag":
        if value.lower() not in ("yes", "no", "true", "false"):
            raise PreferenceError(f"wants yes or no, not {quoted(text)}")
        value = value.lower() in ("yes", "true")
    elif form.kind == "texts":
        value = tuple(filter(None, (part.strip() for part in value.split(","))))
    elif form.kind == "pairs":
        value = tuple(_pair(part) for part in value.split(";") if part.strip())
    form.check(value)
    return value


def _pair(part: str) -> tuple[str, str]:
    name, colon, names = part.partition(":")
    if not colon or not names.strip():
        raise PreferenceError(f"wants a key's id and its new name, such as study.undo: f9, not {quoted(part)}")
    return name.strip(), names.strip()
