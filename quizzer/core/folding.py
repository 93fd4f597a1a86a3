"""Typed lines as they are compared: what makes no difference is folded away.

Always NFC, never NFKC: 10² is not 102. Full-width and half-width forms are folded by default, since they say only
which keyboard was used.
"""

import re
from enum import StrEnum
from functools import cached_property
from unicodedata import decomposition, normalize

from quizzer.core.languages import articles, base, transliterated
from quizzer.core.markup import plain
from quizzer.core.text import clean


class Ignoring(StrEnum):
    """What may be overlooked; the value is the word used under a deck's `ignore:`."""

    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACES = "spaces"
    ARTICLES = "articles"
    ACCENTS = "accents"


DEFAULT = frozenset(Ignoring) - {Ignoring.ACCENTS}
"""What is overlooked unless a note says otherwise."""

_OPENING = "\"'“”„‟‘’‚‛«»‹›「」『』¿¡…"
_CLOSING = "\"'“”„‟‘’‚‛«»‹›「」『』.,;:!?…。、，．；：！？"
_BRACKETED = re.compile(r"\(([^()]+)\)\Z")
_PLAIN_KEYS = str.maketrans(
    dict.fromkeys("‘’‚‛‹›`´ʼʿʾ′", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
    | dict.fromkeys("\u200e\u200f\u061c\u0640", None)
)
"""Typographic signs as a keyboard has them; direction marks and the Arabic stretching stroke are nothing."""
_ABBREVIATED = re.compile(r"(?:(?<=\b[A-Z])|(?<=\b[А-ЯΑ-Ω]))\.(?=[A-ZА-ЯΑ-Ω](?!\w))")
"""The points inside of U.S.A., of which punctuation around a text takes the last."""
_WIDE = re.compile("[\u3000\uff01-\uffee]")
# Accents of Europe, vowel signs of Arabic and Hebrew. Not the breve of й, which is a letter of its own as が is.
_ACCENTS = re.compile("(?<![иИ])\u0306|[\u0300-\u0305\u0307-\u036f\u064b-\u0652\u0670\u05b0-\u05bd\u05bf-\u05c2\u05c7]")
_STROKES = str.maketrans("łŁøØđĐħĦŧŦı", "lLoOdDhHtTi") | str.maketrans({"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"})


class Line:
    """A line as it is shown, and as it is compared."""

    def __init__(self, text: str, overlook: frozenset[Ignoring], language: str = "") -> None:
        self.trimmed = trim(clean(text), overlook)
        self.folded = fold(self.trimmed, overlook, language)

    @cached_property
    def bare(self) -> str:
        """As it is compared where accents count little."""
        return bare(self.folded)


class Solution:
    """A solution without its markup, and with it, since some people type the stars as well."""

    def __init__(self, text: str, overlook: frozenset[Ignoring], language: str = "") -> None:
        text = clean(text)
        self.written = text
        self.line = Line(plain(text), overlook, language)
        marked = self.line if text == plain(text) else Line(text, overlook, language)
        self.trimmed = {self.line.trimmed, marked.trimmed}
        self.folded = {self.line.folded, marked.folded}


def trim(text: str, overlook: frozenset[Ignoring]) -> str:
    """Without outer white space and punctuation; all of it where nothing else would be left.

    Signs that make a difference in front stay (`.gitignore`, `-5`, `:q`), and so do `C#` and `50%`.
    """
    text = " ".join(text.split()) if Ignoring.SPACES in overlook else text.strip("\n")
    if Ignoring.PUNCTUATION not in overlook:
        return text
    inner = _BRACKETED.match(text)
    bare = (inner[1] if inner else text).lstrip(_OPENING + " ").rstrip(_CLOSING + " ")
    return bare or text


def fold(text: str, overlook: frozenset[Ignoring], language: str = "") -> str:
    """The text as it is compared."""
    if not overlook:
        return normalize("NFC", text)
    if Ignoring.PUNCTUATION in overlook and "." in text:
        text = _ABBREVIATED.sub("", text)
    if Ignoring.SPACES in overlook and ("%" in text or "°" in text):
        text = re.sub(r"(?<=\d) (?=[%°])", "", text)
    if not text.isascii():
        text = _WIDE.sub(_narrowed, text)
        if Ignoring.PUNCTUATION in overlook:
            text = text.translate(_PLAIN_KEYS)
        if Ignoring.ACCENTS in overlook:
            text = bare(text)
    elif Ignoring.PUNCTUATION in overlook:
        text = text.replace("`", "'")
    if Ignoring.CASE in overlook:
        text = lowered(text, language)
    if Ignoring.ARTICLES in overlook and (found := articles(language)):
        text = re.sub(found, "", text, count=1, flags=re.IGNORECASE)
    return text if text.isascii() else normalize("NFC", text)


def lowered(text: str, language: str) -> str:
    """Without capitals; Turkish and Azeri tell a dotted i from a dotless one.

    >>> lowered("Straße", ""), lowered("ISPARTA", "tr")
    ('strasse', 'ısparta')
    """
    if base(language) in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    return text.casefold()


def _narrowed(wide: re.Match[str]) -> str:
    kind, _, code = decomposition(wide[0]).partition(" ")
    return chr(int(code, 16)) if kind in ("<wide>", "<narrow>") else wide[0]


def bare(text: str) -> str:
    """Without accents and strokes of European scripts and the vowel signs of Semitic ones.

    The marks of others are letters.

    >>> bare("Łódź, Hādī, мой, が")
    'Lodz, Hadi, мой, が'
    """
    if text.isascii():
        return text
    return normalize("NFC", _ACCENTS.sub("", normalize("NFD", text)).translate(_STROKES))


def sought(text: str) -> str:
    """The text as it is looked for: without capitals and accents, and in a keyboard's signs.

    >>> sought("Hādī’s Straße")
    "hadi's strasse"
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return bare(bare(_WIDE.sub(_narrowed, text).translate(_PLAIN_KEYS)).casefold())


def same_but_for_accents(a: Line, b: Line, language: str) -> bool:
    """Whether two different lines differ in accents alone, or in how a keyboard without them writes them.

    >>> typed, meant = Line("Muenchen", DEFAULT), Line("München", DEFAULT)
    >>> same_but_for_accents(typed, meant, "de"), same_but_for_accents(typed, meant, "fr")
    (True, False)
    """
    if a.folded.isascii() and b.folded.isascii():
        return False
    return a.bare == b.bare or transliterated(a.folded, language) == transliterated(b.folded, language)


def ignored(yours: str, right: str, overlook: frozenset[Ignoring], language: str) -> str:
    """What made no difference between two lines that are not the same, in words."""
    names = [word for what, word in _NAMES.items() if what in overlook and _matters(what, yours, right, language)]
    if not names and overlook:
        wide = fold(yours, frozenset({Ignoring.CASE}), language) == fold(right, frozenset({Ignoring.CASE}), language)
        points = yours.count(".") != right.count(".")
        names = ["wide and narrow characters" if wide else "points" if points else "typographic signs"]
    return f"{' and '.join(names)} are ignored"


_NAMES = {Ignoring.CASE: "capitals", Ignoring.ACCENTS: "accents", Ignoring.ARTICLES: "articles"}


def _matters(what: Ignoring, yours: str, right: str, language: str) -> bool:
    others = frozenset(Ignoring) - {what}
    return fold(yours, others, language) != fold(right, others, language)
