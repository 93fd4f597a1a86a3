"""Text from strangers, made safe to show; and how many cells it takes in a terminal.

What `clean` does with each kind of character, and why:

    CR LF, CR, U+2028, U+2029     become a line feed; tabs and line feeds stay
    other C0 and C1 controls,     become U+FFFD, so that the author sees that something stood there:
    bidi embeddings, overrides    they drive terminals, turn the reading order around, hide text,
    and isolates, tag characters, or cannot be written
    surrogates, noncharacters
    zero-width space, soft        are dropped: pasted along from web pages, invisible, and in the way
    hyphen, byte order mark,      of every comparison
    word joiner and the like
    ZWJ, ZWNJ, VS15, VS16, LRM,   stay: scripts and emoji need them, and they cannot turn neighbours around
    RLM, ALM
    combining marks               stay, eight in a row at most (joiners count along)

The result is NFC. Escaping for a markup language is no matter of this module: text is never markup here.
"""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width, is_normalized, normalize

MARKS = 8
"""Combining marks and joiners that may follow each other (DESIGN §7)."""
STAND_IN = "\ufffd"
"""What stands for a character that may not be shown."""
ELLIPSIS = "…"

_LINES = "\r\u2028\u2029"
_DROPPED = "\u00ad\u200b\u2060-\u2064\ufeff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_BELOW = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
)
_ABOVE = "\U000e0000-\U000e007f" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# These stay strings: `re` compiles and keeps them when they are first wanted, and a start often wants none.
_ASCII_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f]"
# Rough on purpose above U+1FFFE: a long list of ranges there would cost every text ten times as much.
_SUSPECT = f"[{_LINES}{_DROPPED}{_BELOW}\U0001fffe-\U0010ffff]"
_DROP = f"[{_DROPPED}]+"
_LINE_END = "\r\n?|[\u2028\u2029]"
_REPLACE = f"[{_BELOW}{_ABOVE}]"
# Marks are neither letters, digits nor white space, and none is below U+0300: only such runs are looked at.
_MAYBE_MARKS = rf"[^\w\s\x00-\u02ff]{{{MARKS + 1},}}"
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c\u180e")


def clean(text: str) -> str:
    """The text as it may be shown, stored and compared: NFC, without what could drive a terminal or deceive.

    Cleaning twice changes nothing more. Plain text costs next to nothing.

    >>> clean("cafe\\u0301\\r\\n\\x1b[31mred")
    'café\\n�[31mred'
    """
    if text.isascii() and (text.isprintable() or not re.search(_ASCII_CONTROL, text)):
        return text
    if re.search(_SUSPECT, text):
        text = re.sub(_REPLACE, STAND_IN, re.sub(_LINE_END, "\n", re.sub(_DROP, "", text)))
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return re.sub(_MAYBE_MARKS, _cap_marks, text)


def one_line(text: str) -> str:
    """The clean text on one line: every run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())


def _cap_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in run[0]:
        marks = marks + 1 if is_mark(char) else 0
        if marks <= MARKS:
            kept.append(char)
    return "".join(kept)


def is_mark(char: str) -> bool:
    """Whether a character only changes its neighbours: a combining mark, a joiner or a direction mark."""
    return char in _JOINERS or category(char)[0] == "M"


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that belong together on screen: a letter with its marks, an emoji with its joints.

    An approximation of Unicode's grapheme clusters that needs no tables; the pieces joined are the text.
    """
    start = 0
    for at in range(1, len(text)):
        if not _continues(text[start], text[at - 1], text[at]):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _continues(base: str, before: str, char: str) -> bool:
    if char < "\u0300":
        return False
    if is_mark(char):
        return True
    tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return category(base) == "So" and (tone or (before == "\u200d" and category(char) == "So"))


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _cells(cluster: str) -> int:
    first = cluster[0]
    if _is_wide(first) or "\ufe0f" in cluster:
        return 2
    alone = 0 if "\u1160" <= first <= "\u11ff" or category(first) in ("Mn", "Me", "Cc", "Cf") else 1
    return alone + sum(category(char) == "Mc" for char in cluster[1:])


def width(text: str) -> int:
    """How many terminal cells a line of clean text takes: East Asian wide ones take two, marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, clusters(text)))


def shorten(text: str, cells: int) -> str:
    """The text if it fits into that many cells, else as much as does with an ellipsis at its end.

    >>> shorten("Isa bin Salman", 8)
    'Isa bin…'
    """
    if text.isascii():
        return text if len(text) <= cells else text[: cells - 1].rstrip() + ELLIPSIS if cells > 0 else ""
    kept: list[str] = []
    used = 0
    for cluster in clusters(text):
        used += _cells(cluster)
        if used > cells:
            return "".join(kept).rstrip() + ELLIPSIS if cells > 0 else ""
        if used < cells:
            kept.append(cluster)
    return text


QUOTED = 60
"""Cells of a person's own words that a sentence repeats."""


def quoted(text: str, cells: int = QUOTED) -> str:
    """A person's own words within a sentence: in quotation marks, clean, on one line, not long.

    >>> quoted("new per\\nday")
    '“new per day”'
    """
    return f"“{shorten(one_line(text[: 20 * cells]), cells)}”"
