"""Splitting a deck whose YAML breaks off into texts that can be read one by one.

The text under `cards:` is divided at the indent of its first item; what stands before and after it is divided at its
keys. Nothing is dedented and line numbers go along, so that every problem keeps its place in the file.
"""

import re
from typing import NamedTuple

from quizzer.formats.kinds import ASKS, DECK_KEYS

_CARDS = re.compile(r"(cards|'cards'|\"cards\")[ \t]*:[ \t]*(#.*)?$")
_DECK_KEY = re.compile(rf"['\"]?({'|'.join(DECK_KEYS)})['\"]?[ \t]*:(\s|$)")
_KEY = re.compile(r"[^\s#\]}].*:(\s|$)")
_ITEM = re.compile(r"( *)-(\s|$)")
_NOTE = re.compile(rf" *-\s+(({'|'.join((*ASKS, 'id', 'kind'))}):(\s|$)|.* = )")


class Part(NamedTuple):
    """Some lines of the file, the first of them counted from 0."""

    text: str
    first_line: int


class Division(NamedTuple):
    """A deck's text: one part for each key at its left edge, and one for each note."""

    keys: list[Part]
    notes: list[Part]


def divide(lines: list[str]) -> Division | None:
    """The parts of a deck; None where it has no `cards:` line with a list beneath it."""
    cards = next((number for number, line in enumerate(lines) if _CARDS.match(line)), None)
    if cards is None:
        return None
    start = cards + 1
    while start < len(lines) and _is_blank(lines[start]):
        start += 1
    first = _ITEM.match(lines[start]) if start < len(lines) else None
    if first is None:
        return None
    item = re.compile(rf" {{{len(first[1])}}}-(\s|$)")
    end = _end_of_cards(lines, start, item)
    starts = [number for number in range(start, end) if item.match(lines[number])]
    notes = _parts(lines, starts, end)
    keys = [number for number in range(cards) if _begins_key(lines[number])]
    after = [number for number in range(end, len(lines)) if _begins_key(lines[number])]
    return Division([*_parts(lines, keys, cards), *_parts(lines, after, len(lines))], notes)


def _end_of_cards(lines: list[str], start: int, item: re.Pattern[str]) -> int:
    """The line of the first deck key behind which no note begins any more.

    A key that has slipped to the left edge inside a note must not hide the notes after it.
    """
    end = len(lines)
    for number in range(len(lines) - 1, start, -1):
        line = lines[number]
        if _DECK_KEY.match(line):
            end = number
        elif item.match(line) and _NOTE.match(line):
            break
    return end


def _parts(lines: list[str], starts: list[int], end: int) -> list[Part]:
    return [
        Part("\n".join(lines[start:stop]) + "\n", start)
        for start, stop in zip(starts, [*starts[1:], end], strict=False)
    ]


def _begins_key(line: str) -> bool:
    return _KEY.match(line) is not None


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#") or line == "---"
