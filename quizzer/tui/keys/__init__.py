"""The one table of keys: bindings, footers, the help screen, the palette and the README are made from it.

A row says what a key does on one screen. Key names are Textual's (`question_mark`); `shown` is what people read. Each
group of screens has a room of keys, loaded when one of them is first wanted; `keys.table` is the whole of it.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from quizzer.tui.keys.key import PALETTE, Key, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

__all__ = [
    "PALETTE",
    "ROOMS",
    "Key",
    "Where",
    "bindings",
    "find_key",
    "keys_of",
    "place_of",
    "room",
    "show_as",
    "shown",
]

ROOMS = {
    "home": (Where.HOME, Where.PROBLEMS, Where.SCORES, Where.OPTIONS),
    "browse": (Where.BROWSE,),
    "study": (Where.STUDY, Where.PASSAGE, Where.INFO),
    "quiz": (Where.QUIZ_SETUP, Where.TICKS, Where.QUIZ, Where.QUIZ_MAP, Where.QUIZ_MARK, Where.QUIZ_RESULT),
    "author": (Where.AUTHOR, Where.FILE, Where.FORM),
    "dialog": (Where.WORDS, Where.HELP, Where.ASK, Where.WRITING),
}
"""The rooms in the order of the table, and the screens whose keys each holds."""


_SHOWN: dict[str, str] = {}


def show_as(own: "Mapping[str, str]") -> None:
    """From now on, show these keys of a person's own in place of the table's, by the ids of its rows."""
    _SHOWN.clear()
    _SHOWN.update(own)


def shown(key: Key) -> str:
    """What people read: the table's words, or those of a key of one's own."""
    return _SHOWN.get(key.id, key.shown)


@cache
def room(name: str) -> tuple[Key, ...]:
    """The rows of one room."""
    found: tuple[Key, ...] = getattr(import_module(f"quizzer.tui.keys.{name}_keys"), f"{name.upper()}_KEYS")
    return found


def keys_of(where: Where) -> tuple[Key, ...]:
    """The rows of one screen, in the order in which help tells them."""
    return tuple(key for key in room(_room_of(where)) if key.where == where)


@cache
def find_key(key_id: str) -> Key:
    """The row of an id, which begins with the name of its screen."""
    where = Where[key_id.partition(".")[0].upper()]
    return next(key for key in room(_room_of(where)) if key.id == key_id)


@cache
def place_of(key_id: str) -> tuple[int, int]:
    """Where the row of an id stands in the table: its room, and its place there."""
    key = find_key(key_id)
    name = _room_of(key.where)
    return list(ROOMS).index(name), room(name).index(key)


def _room_of(where: Where) -> str:
    return next(name for name, screens in ROOMS.items() if where in screens)


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
