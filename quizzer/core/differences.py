"""How two lines differ, character by character: as pieces to show, and in words.

Distances are those of optimal string alignment: one edit is a character too many, missing, changed, or two
neighbours swapped. A character is a cluster of core.text, so that a letter and its marks stay together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple
from unicodedata import normalize

from quizzer.core.text import clusters, is_mark

LARGEST = 10_000
"""Cells of the table that may be filled; longer lines are shown as different as a whole."""


class Op(StrEnum):
    """What a piece of a line is, compared with the other line."""

    SAME = "same"
    EXTRA = "extra"
    """Only in the person's line."""
    MISSING = "missing"
    """Only in the right line."""
    CHANGED = "changed"
    SWAPPED = "swapped"
    OTHER = "other"
    """A whole line that has little to do with the other: nothing in it stands out."""


class Piece(NamedTuple):
    """A part of a line that is of one kind."""

    op: Op
    text: str


class Differences(NamedTuple):
    """Both lines in pieces, and what differs in words; a line's pieces joined are the line."""

    yours: tuple[Piece, ...]
    right: tuple[Piece, ...]
    words: str


class _Edit(NamedTuple):
    op: Op
    yours: str
    right: str


def differences(yours: str, right: str, key: Callable[[str], str] = str) -> Differences:
    """How a person's line differs from the right one.

    Characters with the same `key` are the same. Where more differs than not, the lines are unlike.

    >>> [f"{piece.op} {piece.text}" for piece in differences("Risalli", "Risali").yours]
    ['same Risal', 'extra l', 'same i']
    >>> differences("Risalli", "Risali").words
    'one letter too many'
    """
    edits = _edits(tuple(clusters(yours)), tuple(clusters(right)), key)
    if edits is None:
        return unlike(yours, right)
    return Differences(
        _pieces((edit.op, edit.yours) for edit in edits),
        _pieces((edit.op, edit.right) for edit in edits),
        _words(edits),
    )


def joined(parts: Sequence[Differences]) -> Differences:
    """Several comparisons as one, with a semicolon between their lines."""
    gap = Piece(Op.SAME, "; ")
    yours = [piece for part in parts for piece in (gap, *part.yours)]
    right = [piece for part in parts for piece in (gap, *part.right)]
    return Differences(tuple(yours[1:]), tuple(right[1:]), ", ".join(filter(None, (part.words for part in parts))))


def unlike(yours: str, right: str) -> Differences:
    """Two lines that have little in common: one piece each, and no words."""
    return Differences(_whole(Op.OTHER, yours), _whole(Op.OTHER, right), "")


def alike(yours: str, right: str) -> Differences:
    """Two lines that count as the same: one piece each, and no words."""
    return Differences(_whole(Op.SAME, yours), _whole(Op.SAME, right), "")


def _whole(op: Op, line: str) -> tuple[Piece, ...]:
    return (Piece(op, line),) if line else ()


def _pieces(steps: Iterable[tuple[Op, str]]) -> tuple[Piece, ...]:
    groups = ((op, "".join(text for _, text in group)) for op, group in groupby(steps, key=lambda step: step[0]))
    return tuple(Piece(op, text) for op, text in groups if text)


def _edits(yours: Sequence[str], right: Sequence[str], key: Callable[[str], str]) -> list[_Edit] | None:
    """The edits in order, `same` ones among them; None where a comparison would be too long or say nothing."""
    a, b = [key(char) for char in yours], [key(char) for char in right]
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    inner_a, inner_b = a[start : len(a) - end], b[start : len(b) - end]
    if len(inner_a) * len(inner_b) > LARGEST:
        return None
    from rapidfuzz.distance import OSA

    if 2 * OSA.distance(inner_a, inner_b) > max(len(a), len(b)):
        return None
    table = _table(inner_a, inner_b)
    steps = [(Op.SAME, 1, 1)] * start + _path(table, inner_a, inner_b) + [(Op.SAME, 1, 1)] * end
    edits, at, other = [], 0, 0
    for op, taken, given in steps:
        edits.append(_Edit(op, "".join(yours[at : at + taken]), "".join(right[other : other + given])))
        at, other = at + taken, other + given
    return edits


def _table(a: Sequence[str], b: Sequence[str]) -> list[list[int]]:
    """Distances of the beginnings of both: row i, column j for the first i and j characters."""
    table = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        above = table[-1]
        for j, y in enumerate(b, 1):
            best = min(above[j - 1] + (x != y), above[j] + 1, row[-1] + 1)
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, table[-2][j - 2] + 1)
            row.append(best)
        table.append(row)
    return table


def _path(table: list[list[int]], a: Sequence[str], b: Sequence[str]) -> list[tuple[Op, int, int]]:
    """A shortest way through the table: each step, and how many characters of both lines it takes."""
    steps: list[tuple[Op, int, int]] = []
    i, j = len(a), len(b)
    while i or j:
        step = next(step for step in _steps(a[:i][-2:], b[:j][-2:]) if _fits(table, i, j, step))
        steps.append(step)
        i, j = i - step[1], j - step[2]
    return steps[::-1]


def _steps(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[Op, int, int]]:
    """The steps that may lead to where the lines end so, the most telling first."""
    if a and b:
        if a[-1] == b[-1]:
            yield (Op.SAME, 1, 1)
        if len(a) == len(b) == 2 and a[0] == b[1] and a[1] == b[0]:
            yield (Op.SWAPPED, 2, 2)
        yield (Op.CHANGED, 1, 1)
    if a:
        yield (Op.EXTRA, 1, 0)
    yield (Op.MISSING, 0, 1)


def _fits(table: list[list[int]], i: int, j: int, step: tuple[Op, int, int]) -> bool:
    op, taken, given = step
    return table[i][j] == table[i - taken][j - given] + (op is not Op.SAME)


_NUMBERS = ("no", "one", "two", "three", "four", "five")


def _words(edits: Iterable[_Edit]) -> str:
    counts = Counter((edit.op, _noun(edit)) for edit in edits if edit.op is not Op.SAME)
    return ", ".join(_phrase(op, noun, count) for (op, noun), count in counts.items())


def _noun(edit: _Edit) -> str:
    chars = edit.yours + edit.right
    if edit.op is Op.CHANGED and edit.yours.casefold() == edit.right.casefold():
        return "capital"
    if edit.op is Op.CHANGED and _base(edit.yours) == _base(edit.right):
        return "accent"
    for noun, fits in (("space", str.isspace), ("digit", str.isnumeric), ("letter", _is_letter)):
        if all(map(fits, chars)):
            return noun
    return "character"


def _base(cluster: str) -> str:
    """The character without the accents of European scripts; the marks of others are letters."""
    return "".join(char for char in normalize("NFD", cluster) if not "\u0300" <= char <= "\u036f")


def _is_letter(char: str) -> bool:
    return char.isalpha() or is_mark(char)


def _phrase(op: Op, noun: str, count: int) -> str:
    if op is Op.SWAPPED:
        return f"two {noun}s swapped" if count == 1 else f"{_number(count)} pairs of {noun}s swapped"
    many = f"{_number(count)} {noun}" + ("s" if count > 1 else "")
    if op is Op.CHANGED:
        return many + (" differ" if count > 1 else " differs")
    return many + (" too many" if op is Op.EXTRA else " missing")


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
