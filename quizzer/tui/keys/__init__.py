"""The one table of keys: bindings, footers, the help screen, the palette and the README are made from it.

A row says what a key does on one screen. Key names are Textual's (`question_mark`); `shown` is what people read.
"""

from typing import TYPE_CHECKING

from quizzer.tui.keys.author_keys import AUTHOR_KEYS
from quizzer.tui.keys.browse_keys import BROWSE_KEYS
from quizzer.tui.keys.dialog_keys import DIALOG_KEYS
from quizzer.tui.keys.home_keys import HOME_KEYS
from quizzer.tui.keys.key import PALETTE, Key, Where
from quizzer.tui.keys.quiz_keys import QUIZ_KEYS
from quizzer.tui.keys.study_keys import STUDY_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

__all__ = ["BY_ID", "KEYS", "PALETTE", "Key", "Where", "bindings", "keys_of", "show_as", "shown"]

KEYS: tuple[Key, ...] = (*HOME_KEYS, *BROWSE_KEYS, *STUDY_KEYS, *QUIZ_KEYS, *AUTHOR_KEYS, *DIALOG_KEYS)
BY_ID = {key.id: key for key in KEYS}


_SHOWN: dict[str, str] = {}


def show_as(own: "Mapping[str, str]") -> None:
    """From now on, show these keys of a person's own in place of the table's, by the ids of its rows."""
    _SHOWN.clear()
    _SHOWN.update(own)


def shown(key: Key) -> str:
    """What people read: the table's words, or those of a key of one's own."""
    return _SHOWN.get(key.id, key.shown)


def keys_of(where: Where) -> tuple[Key, ...]:
    """The rows of one screen, in the order in which help tells them."""
    return tuple(key for key in KEYS if key.where == where)


def bindings(where: Where) -> "list[BindingType]":
    """Textual's bindings of one screen; those of the app itself (the palette) are Textual's own."""
    from textual.binding import Binding

    return [
        Binding(
            name,
            key.action.replace("{key}", name),
            key.word,
            show=False,
            id=key.id if name == key.keys else f"{key.id}.{name}",
        )
        for key in keys_of(where)
        if key.keys != PALETTE
        for name in key.keys.split(",")
    ]
