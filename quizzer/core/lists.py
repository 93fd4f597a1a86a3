"""Judging a list: each item like a typed response, in any order, each once."""

import re
from collections.abc import Callable, Sequence

from quizzer.core.matching import RIGHT, Compared, Rule
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


def judge_list(items: Sequence[str], response: str, compare: Callable[[str, Sequence[str]], Compared]) -> Verdict:
    """(right - wrong) / n, 0 at least; a near miss counts half and is not wrong, a repeated item counts once.

    Args:
        items: all that is wanted.
        response: items with semicolons between them.
        compare: how one typed item compares with solutions.
    """
    response = response[: 1000 + 4 * sum(map(len, items))]
    given = list(dict.fromkeys(filter(None, split_items(response))))[: SPARE * len(items)]
    found: dict[int, Part] = {}
    others: list[str] = []
    for text in given:  # first what is right, so that a near miss takes no other's place
        at = next(
            (at for at, item in enumerate(items) if compare(text, [item]).rule in RIGHT and at not in found), None
        )
        if at is not None:
            found[at] = Part(Outcome.RIGHT, items[at], "")
        elif not any(compare(text, [item]).rule in RIGHT for item in items):
            others.append(text)
    wrong: list[Part] = []
    for text in others:
        left = [item for at, item in enumerate(items) if at not in found]
        best = compare(text, left) if left else None
        if best is None or best.rule is not Rule.NEAR:
            wrong.append(Part(Outcome.WRONG, "", text, "not one of them"))
            continue
        at = next(at for at, item in enumerate(items) if at not in found and compare(text, [item]).rule is Rule.NEAR)
        found[at] = Part(Outcome.NEARLY, items[at], text, best.message)
    return _verdict(items, found, wrong)


def _verdict(items: Sequence[str], found: dict[int, Part], wrong: Sequence[Part]) -> Verdict:
    near = sum(part.outcome is Outcome.NEARLY for part in found.values())
    right = len(found) - near
    score = max(0.0, right + NEARLY_SCORE * near - len(wrong)) / len(items)
    missing = len(items) - len(found)
    parts = [found.get(at) or Part(Outcome.WRONG, item, "", "missing") for at, item in enumerate(items)]
    counts = ((near, "nearly"), (len(wrong), "wrong"), (missing, "missing"))
    words = [f"{right} of {len(items)} right", *(f"{count} {word}" for count, word in counts if count)]
    verdict = scored(score, "list", "" if score == 1 else ", ".join(words), (*parts, *wrong))
    return verdict._replace(outcome=Outcome.NEARLY) if near and not wrong and not missing else verdict
