"""Names in an English sentence: runs of capitalised words with what joins them, and what each names."""

import re
from collections.abc import Container, Iterator
from enum import StrEnum
from typing import NamedTuple

from quizzer.documents.drafting.survey import Survey
from quizzer.documents.drafting.vocabulary import (
    BODIES,
    LANDS,
    NO_NAMES,
    PARTICLES,
    THINGS,
    TITLE_BEGINS,
    TITLES,
    UPPER,
    is_demonym,
)

_PREFIX = r"(?:[aA]l|[eE]l|an|as|ar|at|ad|az|ash|O|d|D|L|l)[-’']"
_REST = rf"\w*(?:[-–](?:[{UPPER}]\w*|al-[{UPPER}]\w*))*\.?"
_WORD = rf"(?:{_PREFIX}[{UPPER}]{_REST}|[{UPPER}](?:\.(?:[{UPPER}]\.){{0,3}}|{_REST}))"
_FIRST = (
    rf"[{UPPER}aedl](?<![\w.’'-].)(?:(?:(?<=[aAeE])l|(?<=a)(?:n|s|r|t|d|z|sh)|(?<=[ODLdl]))[-’'][{UPPER}]{_REST}"
    rf"|(?<=[{UPPER}])(?:\.(?:[{UPPER}]\.){{0,3}}|{_REST}))"
)
"""As `_WORD`, where no name goes on; written so that it is looked for only at capitals, `a`, `e`, `d` and `l`."""
_RUN = re.compile(rf"{_FIRST}(?:(?: (?:{PARTICLES}))? {_WORD})*")
_ABBREVIATED = re.compile(rf"(?:[{UPPER}]\.)+|(?:Dr|Mr|Mrs|Ms|St|Prof|Gen|Col|Lt|Capt|Sen|Rep|Gov|Rev|Jr|Sr)\.")
_JOINS = frozenset(("of", "for", "the", "and"))
_SORTS = BODIES | THINGS | LANDS
_KINDS = _SORTS | TITLES
_AT = frozenset(("in", "at", "near", "across", "outside", "around", "via"))
_PLACED = _AT - {"via"} | frozenset(("from", "to", "through", "toward", "towards", "reached", "of"))
_LAND_ENDS = ("stan", "shire", "abad")
_ORDINALS = frozenset(("First", "Second", "Third"))
_ARTICLES = ("the ", "The ", "a ", "an ")
_SIGNS = "([{“\"'‘—–-"


class Named(StrEnum):
    """What a name names, as far as its looks tell."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    THING = "thing"
    ACRONYM = "acronym"
    OTHER = "other"


class Name(NamedTuple):
    """A name in a sentence."""

    start: int
    end: int
    text: str
    what: Named
    title: str = ""
    """The last word of what stands before a person's name, as `King`."""


def names(text: str, known: Survey) -> Iterator[Name]:
    """The names in a sentence, in order.

    Args:
        text: the sentence.
        known: of the words of its document.
    """
    for run in _RUN.finditer(text):
        word = run[0]
        if word in NO_NAMES:
            continue
        if " " not in word:
            name = _single(text, run.start(), word, known)
            if name:
                yield name
            continue
        whole = _is_whole(text, run.start(), word)
        for start, end in (run.span(),) if whole else _cut(text, run.start(), run.end(), known):
            name = _named(text, start, end, known.places)
            if name:
                yield name


def _is_whole(text: str, start: int, run: str) -> bool:
    """Whether a run of several words is one name as it stands: the common case, in which `_cut` has nothing to cut."""
    words = run.split(" ")
    return (
        "." not in run
        and words[0] not in NO_NAMES
        and words[-1] not in NO_NAMES
        and _JOINS.isdisjoint(words)
        and not _opens(text, start)
    )


def _single(text: str, start: int, word: str, known: Survey) -> Name | None:
    """The name that is one word: as `_cut` and `_named` find it, since most are."""
    if word[-1] == "." and not _ABBREVIATED.fullmatch(word):
        word = word[:-1]
    if len(word) < 3 or word in NO_NAMES or (word not in known.names and _opens(text, start)):
        return None
    end = start + len(word)
    if is_demonym(word) and (word[-1] == "s" or text[end : end + 2].strip().islower()):
        return None
    if word not in _KINDS:
        before = _word_before(text, start)
        if word.isupper():
            what = Named.ACRONYM
        elif before in _AT or word.endswith(_LAND_ENDS):
            what = Named.PLACE
        else:
            if before == "the":
                before = _word_before(text, start - len("the "))
            what = Named.PLACE if before in _PLACED else Named.OTHER
        return Name(start, end, word, what)
    return Name(start, end, word, _what(text, start, [word], (), titled=False))


def _cut(text: str, start: int, end: int, known: Survey) -> Iterator[tuple[int, int]]:
    """A run in names: without words that only open the sentence, apart where `of` joins two names."""
    words = list(_words(text[start:end], start))
    while words and (
        (words[0][2] in NO_NAMES and not _is_counted(words))
        or (_opens(text, words[0][0]) and len(words) > 1 and _is_plain(words, known))
    ):
        words = _after_joins(words[1:])
    if words and len(words) == 1 and _opens(text, words[0][0]) and words[0][2] not in known.names:
        return
    groups: list[list[tuple[int, int, str]]] = [[]]
    for word in words:
        if word[2] in _JOINS and groups[-1] and _breaks(groups[-1], word[2]):
            groups.append([])
        elif word[2] in _JOINS and not groups[-1]:
            continue
        else:
            groups[-1].append(word)
    for group in groups:
        while group and (group[-1][2] in _JOINS or group[-1][2] in NO_NAMES):
            group.pop()
        if group:
            yield group[0][0], group[-1][1]


def _words(run: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The words without the full stop of the sentence; the run ends where one is in the middle of it."""
    for word in run.split(" "):
        to = at + len(word)
        if word[-1] == "." and not _ABBREVIATED.fullmatch(word):
            yield at, to - 1, word[:-1]
            return
        yield at, to, word
        at = to + 1


def _opens(text: str, at: int) -> bool:
    return not text[:at].strip("\"'“„«( ") or text[:at].endswith((": ", ". “"))


def _is_plain(words: list[tuple[int, int, str]], known: Survey) -> bool:
    """Whether the first word of a sentence is only capitalised for that: the document has it small elsewhere, or what
    follows is joined by a small word."""
    first = words[0][2]
    if first in known.names or first in _KINDS:
        return False
    return words[1][2] in _JOINS or first.lower() in known.small


def _is_counted(words: list[tuple[int, int, str]]) -> bool:
    """Whether a number belongs to the name: First World War."""
    return words[0][2] in _ORDINALS and any(word in THINGS for _, _, word in words[1:3])


def _after_joins(words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    at = 0
    while at < len(words) and words[at][2] in _JOINS:
        at += 1
    return words[at:]


def _breaks(group: list[tuple[int, int, str]], join: str) -> bool:
    """Whether a name ends before `of` or `for`: a person of a land; one word before it belongs to it."""
    words = [word for _, _, word in group]
    if any(word in _JOINS for word in words) and words[-1] in _JOINS:
        return False
    if join == "and" or (join == "the" and words[-1] not in _JOINS):
        return True
    titled = _title_words(words)
    if titled and words[titled - 1] != "Affairs" and len(words) - titled > 1:
        return True
    return len(words) > 1 and _KINDS.isdisjoint(words)


def _named(text: str, start: int, end: int, places: Container[str]) -> Name | None:
    words = text[start:end].split(" ")
    cut = _title_words(words)
    title = words[cut - 1].rstrip(".") if cut else ""
    is_person = bool(cut) and len(words) - cut >= 1
    if is_person:
        start += sum(len(word) + 1 for word in words[:cut])
        words = words[cut:]
    name = text[start:end]
    if len(name) < 3 or (words[0] in NO_NAMES and len(words) == 1) or _is_adjective(text, end, words):
        return None
    return Name(start, end, name, _what(text, start, words, places, titled=is_person), title)


def _title_words(words: list[str]) -> int:
    """How many words come before a person's own name; 0 where no title is there, or nothing after it."""
    if TITLES.isdisjoint(words) and not any(word[-1] == "." for word in words):
        return 0
    cut = 0
    for at, word in enumerate(words):
        if word.rstrip(".") in TITLES:
            cut = at + 1
    if not cut or cut == len(words) or words[cut] in _JOINS:
        return 0
    if words[cut - 1] == "General" and cut > 1 and words[cut - 2] not in TITLES:
        return 0  # the GNU General Public License
    if cut == 1 or all(word in TITLE_BEGINS or word.rstrip(".") in TITLES for word in words[:cut]):
        return cut
    return cut if len(words) - cut >= 2 else 0


def _is_adjective(text: str, end: int, words: list[str]) -> bool:
    """An adjective before a small noun (Bahraini government), with the word that opens the sentence; a people."""
    if not is_demonym(words[-1]) or (len(words) > 1 and end != sum(map(len, words)) + len(words) - 1):
        return False
    return text[end : end + 2].strip().islower() or (len(words) == 1 and words[0].endswith("s"))


def _what(text: str, start: int, words: list[str], places: Container[str], *, titled: bool) -> Named:
    is_body, is_thing = not BODIES.isdisjoint(words), not THINGS.isdisjoint(words)
    if titled and not (is_body or is_thing):
        return Named.PERSON
    if is_body:
        return Named.BODY
    if is_thing or not TITLES.isdisjoint(words):
        return Named.THING
    if not LANDS.isdisjoint(words):
        return Named.PLACE
    if len(words) == 1 and words[0].isupper():
        return Named.ACRONYM
    before = _word_before(text, start)
    if before in _AT or " ".join(words) in places or words[-1].endswith(_LAND_ENDS):
        return Named.PLACE
    article = text.endswith(_ARTICLES, 0, start)
    if 2 <= len(words) <= 6 and not article and _JOINS.isdisjoint(words):
        return Named.PERSON if not is_demonym(words[0]) else Named.THING
    if before == "the":
        before = _word_before(text, start - len("the "))
    return Named.PLACE if before in _PLACED else Named.OTHER


def _word_before(text: str, at: int) -> str:
    """The word that a blank parts from what begins there; empty for none."""
    if text[at - 1 : at] != " ":
        return ""
    return text[text.rfind(" ", 0, at - 1) + 1 : at - 1].lstrip(_SIGNS)
