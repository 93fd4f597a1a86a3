"""Where each value of a YAML text begins and ends, for changes that touch nothing else.

`yaml_events` is made for speed and keeps beginnings only; this is for the one file that is about to be written.
Lines and columns count from 0, in the text that a parser is given.
"""

from typing import Any, NamedTuple

import yaml
from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quizzer.formats.yaml_events import FASTEST, Loader, Place


class Spot(NamedTuple):
    """A value and where it stands. The end of a block is the end of the last thing in it."""

    start: Place
    end: Place
    text: str = ""
    """A scalar's, as YAML reads it."""
    style: str = ""
    """A scalar's: `'`, `"`, `|` or `>`, empty where it is plain; of others `[` or `{`, empty where they are blocks."""
    items: "list[Spot] | None" = None
    """What is in a list or a map, keys and values in turn; None: a scalar."""
    is_map: bool = False

    @property
    def is_scalar(self) -> bool:
        """Whether it is a text."""
        return self.items is None

    @property
    def in_brackets(self) -> bool:
        """Whether it is written as `[…]` or `{…}`."""
        return self.items is not None and bool(self.style)

    @property
    def is_missing(self) -> bool:
        """Whether nothing stands there."""
        return self.items is None and not self.text and not self.style

    def pairs(self) -> "list[tuple[Spot, Spot]]":
        """Each key of a map with its value; none of anything else."""
        items = self.items if self.is_map and self.items else []
        return list(zip(items[::2], items[1::2], strict=True))

    def find(self, name: str) -> "tuple[Spot, Spot] | None":
        """The first key of that name, with its value."""
        return next((pair for pair in self.pairs() if pair[0].is_scalar and pair[0].text == name), None)


def read_spots(text: str, first_line: int = 0, loader: Loader = FASTEST) -> Spot | None:
    """The value that a text holds, whose first line is line `first_line` of its file; None where YAML breaks off."""
    lines = text.split("\n")
    roots: list[Spot] = []
    items, open_ones = roots, list[tuple[Any, list[Spot]]]()
    source = loader(text)
    try:
        while (event := source.get_event()).__class__ is not StreamEndEvent:
            match event:
                case ScalarEvent():
                    start, end = _place(event.start_mark, first_line), _end_of_scalar(event, lines, first_line)
                    items.append(Spot(start, end, event.value, event.style or ""))
                case AliasEvent():
                    start, end = _place(event.start_mark, first_line), _place(event.end_mark, first_line)
                    items.append(Spot(start, end, f"*{event.anchor}"))
                case SequenceStartEvent() | MappingStartEvent():
                    open_ones.append((event, items))
                    items = []
                case SequenceEndEvent() | MappingEndEvent():
                    opening, outer = open_ones.pop()
                    outer.append(_container(opening, event, items, first_line))
                    items = outer
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return roots[0] if roots else None


def _container(opening: Any, closing: Any, items: list[Spot], first_line: int) -> Spot:
    start = _place(opening.start_mark, first_line)
    is_map = isinstance(opening, MappingStartEvent)
    if opening.flow_style:
        return Spot(start, _place(closing.end_mark, first_line), "", "{" if is_map else "[", items, is_map)
    return Spot(start, items[-1].end if items else start, items=items, is_map=is_map)


def _place(mark: Any, first_line: int) -> Place:
    return Place(mark.line + first_line, mark.column)


def _end_of_scalar(event: Any, lines: list[str], first_line: int) -> Place:
    end = event.end_mark
    if event.style not in ("|", ">"):
        return _place(end, first_line)
    # YAML counts the empty lines that follow to the text.
    last = end.line if end.column else end.line - 1
    while last > event.start_mark.line and not lines[last].strip():
        last -= 1
    return Place(last + first_line, len(lines[last]))
