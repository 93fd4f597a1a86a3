"""What a key that was pressed means: letters of other scripts by their place, digits behind Shift, keys of one's own.

Sources of the layouts: the standard national ones (ЙЦУКЕН, Greek, SI-1452 Hebrew, Arabic 101, Dubeolsik).
"""

from collections.abc import Iterable
from typing import NamedTuple

from quizzer.tui.keys import Key, Where
from quizzer.tui.keys.table import BY_ID, KEYS

_LATIN = "qwertyuiop" "asdfghjkl" "zxcvbnm"  # fmt: skip
_SCRIPTS = (
    "йцукенгшщз" "фывапролд" "ячсмить",
    "йцукенгшщз" "фівапролд" "ячсмить",
    ";ςερτυθιοπ" "ασδφγηξκλ" "ζχψωβνμ",
    "/'קראטוןםפ" "שדגכעיחלך" "זסבהנמצ",
    "ضصثقفغعهخح" "شسيبلاتنم" "ئءؤرﻻىة",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ" "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ" "ㅋㅌㅊㅍㅠㅜㅡ",
)  # fmt: skip
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
_AZERTY = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))


def _places() -> dict[str, str]:
    found = {}
    for script in _SCRIPTS:
        for char, latin in zip(script, _LATIN, strict=True):
            if not char.isascii():
                found[char] = latin
                if char.upper() != char:
                    found[char.upper()] = latin.upper()
    for digits in _DIGITS:
        found |= dict(zip(digits, "0123456789", strict=True))
    return found


PLACES = _places()
"""Characters of other scripts, and what stands in their place on a Latin keyboard."""


class Pressed(NamedTuple):
    """A key as Textual names it, with the character it makes, if any."""

    key: str
    character: str | None


class Keyboard:
    """One person's keyboard."""

    def __init__(self, layout: str = "", own: Iterable[tuple[str, str]] = ()) -> None:
        self._layout = _AZERTY if layout == "azerty" else {}
        self._own: dict[tuple[Where, str], str] = {}
        self.shown: dict[str, str] = {}
        """How the keys of one's own are shown, by the id of what they do."""
        self.complaints: list[str] = []
        """What could not be followed, in sentences."""
        for key_id, names in own:
            if key_id in BY_ID:
                self._take(BY_ID[key_id], [name.strip() for name in names.split(",")])
            else:
                self.complaints.append(_unknown(key_id))

    def _take(self, key: Key, names: list[str]) -> None:
        """Let other keys do what a row of the table says, and its own do nothing more."""
        old = key.keys.split(",")
        for name in names:
            taken = next((one for one in KEYS if one.where is key.where and name in one.keys.split(",")), None)
            if taken is not None and taken is not key and taken.id not in self.shown:
                self.complaints.append(f"{name} does “{taken.word}” no longer, since {key.id} has taken it.")
            self._own[key.where, name] = old[0]
        for name in old:
            self._own.setdefault((key.where, name), "" if name not in names else name)
        self.shown[key.id] = " ".join(map(label, names))

    def meant(self, where: Where | None, pressed: Pressed, typing: bool) -> Pressed | None:
        """What a key means on a screen; None where it means nothing any more.

        Args:
            where: the screen; None where it has no rows in the table.
            pressed: what was pressed.
            typing: whether a text field has the keyboard: then characters are text.
        """
        char = pressed.character or ""
        if typing and char.isprintable() and char:
            return pressed
        plain = self._layout.get(char) or PLACES.get(char)
        if plain is not None:
            pressed = Pressed(plain.lower() if plain.islower() or plain.isdigit() else plain, plain)
        if where is None or (where, pressed.key) not in self._own:
            return pressed
        own = self._own[where, pressed.key]
        return Pressed(own, own if len(own) == 1 else None) if own else None


def label(name: str) -> str:
    """A key's name as people read it.

    >>> label("ctrl+z"), label("f9"), label("question_mark"), label("pageup")
    ('Ctrl+Z', 'F9', '?', 'PgUp')
    """
    *held, last = name.split("+")
    known = next((key.shown.split()[key.keys.split(",").index(last)] for key in KEYS if _labels(key, last)), "")
    last = known or (last.capitalize() if len(last) > 1 else last)
    return "+".join([*(word.capitalize() for word in held), last.upper() if held else last])


def _labels(key: Key, name: str) -> bool:
    """Whether the table shows each key of a row, this one among them."""
    names = key.keys.split(",")
    return name in names and len(name) > 1 and len(names) == len(key.shown.split())


def _unknown(key_id: str) -> str:
    from difflib import get_close_matches

    from quizzer.core.text import quoted

    near = get_close_matches(key_id, BY_ID, n=1)
    meant = f"; did you mean {near[0]}?" if near else "; `quizzer options --keys` lists them."
    return f"No key goes by {quoted(key_id)}{meant}"
