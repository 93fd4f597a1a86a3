"""Judging a list: each item like a typed response, in any order, each once."""

import re
from collections.abc import Sequence

from quizzer.core.matching import NEARLY, Compared, compare, same
from quizzer.core.surroundings import NOWHERE, Surroundings
from quizzer.core.verdict import NEARLY_SCORE, Outcome, Part, Verdict, scored

_SEMICOLON = re.compile(r"(?<!\\);")
SPARE = 3
"""How many times as many items as are wanted are looked at."""


def split_items(response: str, most: int = 0) -> list[str]:
    """What stands between semicolons, `\\\\;` being one that is text; after `most` of them the rest is one piece.

    >>> split_items("Estonia; Latvia ;x\\\\;y")
    ['Estonia', 'Latvia', 'x;y']
    """
    found = _SEMICOLON.split(response, maxsplit=most)
    return [part.replace("\\;", ";").strip() for part in found]


def joined_items(items: Sequence[str]) -> str:
    """Items as one response, the other way round than `split_items`.

    >>> joined_items(["a;b", "c"])
    'a\\\\;b; c'
    """
    return "; ".join(item.replace(";", "\\;") for item in items)


def judge_list(items: Sequence[str], response: str, surroundings: Surroundings = NOWHERE) -> Verdict:
    """(right - wrong) / n, 0 at least; a near miss counts half and is not wrong, a repeated item counts once.

    Args:
        items: all that is wanted.
        response: items with semicolons between them.
        surroundings: the deck, as for typed responses.
    """
    given = list(dict.fromkeys(filter(None, split_items(response))))[: SPARE * len(items)]
    found: dict[int, Part] = {}
    others: list[str] = []
    for text in given:  # first what is right, so that a near miss takes no other's place
        fitting = [at for at, item in enumerate(items) if same(text, item, surroundings)]
        at = next((at for at in fitting if at not in found), None)
        if at is not None:
            found[at] = Part(Outcome.RIGHT, items[at], "")
        elif not fitting:
            others.append(text)
    wrong: list[Part] = []
    for text in others:
        at, best = _nearest(text, {at: item for at, item in enumerate(items) if at not in found}, surroundings)
        if best is None:
            wrong.append(Part(Outcome.WRONG, "", text, "not one of them"))
        else:
            found[at] = Part(Outcome.NEARLY, items[at], text, best.message)
    return _verdict(items, found, wrong)


def _nearest(text: str, left: dict[int, str], surroundings: Surroundings) -> tuple[int, Compared | None]:
    """The first of the items that are left of which a text is a near miss."""
    for at, item in left.items():
        compared = compare(text, [item], surroundings=surroundings)
        if compared.rule in NEARLY:
            return at, compared
    return -1, None


def _verdict(items: Sequence[str], found: dict[int, Part], wrong: Sequence[Part]) -> Verdict:
    near = sum(part.outcome is Outcome.NEARLY for part in found.values())
    right = len(found) - near
    score = max(0.0, right + NEARLY_SCORE * near - len(wrong)) / len(items)
    missing = len(items) - len(found)
    parts = [found.get(at) or Part(Outcome.WRONG, item, "", "missing") for at, item in enumerate(items)]
    counts = ((near, "nearly"), (len(wrong), "wrong"), (missing, "missing"))
    words = [f"{right} of {len(items)} right", *(f"{count} {word}" for count, word in counts if count)]
    verdict = scored(score, "list", "" if score == 1 else ", ".join(words), (*parts, *wrong))
    verdict = verdict._replace(near=score - max(0, right - len(wrong)) / len(items))
    return verdict._replace(outcome=Outcome.NEARLY) if near and not wrong and not missing else verdict
