"""Names of people, places and bodies, hidden in their sentence. English only: elsewhere capitals mean other things."""

import re
from collections.abc import Iterator

from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import HIDES, Candidate, Pool, Sentence, are_joined
from quizzer.documents.drafting.spans import Name, Named
from quizzer.documents.drafting.vocabulary import BODIES, UPPER

WORTH = {
    Named.PERSON: 0.78,
    Named.BODY: 0.72,
    Named.THING: 0.66,
    Named.PLACE: 0.58,
    Named.OTHER: 0.52,
    Named.ACRONYM: 0.54,
}
"""How useful it is to ask for a name of each kind."""

_IN_CODE = re.compile(r"[.(/\\]\w|-\d| \d")
"""After a name: it is the beginning of a file's or a method's name, or counted, as Listing 4."""
_MARKS = frozenset('"“„«')
_OWNS = re.compile(rf"(?:['’]s|(?<=s)['’]) [{UPPER}]")
_COUNTS = tuple(f"{digit} " for digit in range(10))
_AS_IT_IS = frozenset((Named.PERSON, Named.PLACE))
"""Kinds of names of which those of several words are worth no more."""
AT_MOST = 4
"""Names of a sentence that are looked at, the most useful kinds."""


def names(sentence: Sentence, found: tuple[Name, ...]) -> Iterator[Candidate]:
    """A draft for each name that the sentence itself says."""
    rows = _rows(sentence.text, found) if len(found) > 2 else []
    if rows:
        found = tuple(name for name in found if not any(name in row[1:] for row in rows))
    if len(found) > AT_MOST:
        found = tuple(sorted(found, key=lambda name: -WORTH[name.what])[:AT_MOST])
    for name in found:
        before = sentence.text[max(0, name.start - 2) : name.start]
        if before[-1:] in _MARKS or before in ("' ", "’ ") or (name.what is Named.ACRONYM and before[-1:] == "("):
            continue
        if (
            _IN_CODE.match(sentence.text, name.end)
            or _is_part(sentence.text, name)
            or name.text == sentence.given
            or name.text not in sentence.quote
        ):
            continue
        worth = WORTH[name.what] if name.what is not Named.BODY or " " in name.text else WORTH[Named.OTHER]
        worth += 0.04 if " " in name.text and name.what not in _AS_IT_IS else 0
        worth -= 0.1 if any(name is row[0] for row in rows) else 0
        yield Candidate(
            DraftRule.NAMES,
            sentence,
            (name.start, name.end),
            worth,
            name.text,
            HIDES,
            _pool(name),
        )


def _rows(text: str, found: tuple[Name, ...]) -> list[list[Name]]:
    """The names that stand in a row of three or more, of which one is hardly worth asking for."""
    rows: list[list[Name]] = []
    for name in found:
        if rows and are_joined(text, rows[-1][-1].end, name.start):
            rows[-1].append(name)
        else:
            rows.append([name])
    return [row for row in rows if len(row) > 2]


def _is_part(text: str, name: Name) -> bool:
    """Whether it is a part of a name that a possessive joins (King's College, Newnham Women's College), or a unit."""
    if _OWNS.match(text, name.end) or (text[: name.start].endswith(_COUNTS) and len(name.text.split(" ")[0]) < 4):
        return True
    return text.endswith(("'s ", "’s ", "s' ", "s’ "), 0, name.start) and name.text.partition(" ")[0] in BODIES


def _pool(name: Name) -> Pool | None:
    """People of one title, and bodies of one sort, may stand in for one another."""
    if name.title:
        return Pool(f"title {name.title}")
    if name.what is not Named.BODY:
        return None
    sort = next(word for word in name.text.split(" ") if word in BODIES)
    return Pool(f"body {sort}")
