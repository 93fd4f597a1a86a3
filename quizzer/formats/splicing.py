"""The text of a file by lines and columns, and pieces of it replaced without touching the rest."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizzer.formats.yaml_events import Place

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"\r\n|\r|\n")


class Splice(NamedTuple):
    """What stands between two places replaced by a text, whose line ends are already those of the file."""

    start: Place
    end: Place
    text: str


class Page:
    """The text of a file, with its line ends; `text` is what YAML was given, alike in lines and columns."""

    def __init__(self, data: bytes, text: str) -> None:
        self._bom = _BOM if data.startswith(_BOM) else b""
        self._raw = data.removeprefix(_BOM).decode()
        ends = list(_LINE.finditer(self._raw))
        self._starts = [0, *(end.end() for end in ends)]
        self._lines = text.split("\n")
        self.eol = ends[0][0] if ends else "\n"
        """The line end of the file's first line."""

    def line(self, number: int) -> str:
        """A line without its end."""
        return self._lines[number]

    def before(self, place: Place) -> str:
        """What stands before a place on its line."""
        return self._lines[place.line][: place.column]

    def rest_of_line(self, place: Place) -> str:
        """What stands behind a place on its line: white space, a comment."""
        return self._lines[place.line][place.column :].rstrip()

    def line_end(self, place: Place) -> Place:
        """The end of a place's line."""
        return Place(place.line, len(self._lines[place.line]))

    def below(self, place: Place, lines: Sequence[str]) -> Splice:
        """Whole lines below the one of a place."""
        end = self.line_end(place)
        return Splice(end, end, "".join(self.eol + line for line in lines))

    def replaced(self, start: Place, end: Place, lines: Sequence[str]) -> Splice:
        """Lines instead of what stands between two places; a comment behind it goes to the end of the first."""
        first, *rest = lines
        comment = self.rest_of_line(end)
        if not rest or not comment.strip():
            return Splice(start, end, self.eol.join(lines))
        return Splice(start, self.line_end(end), self.eol.join([f"{first}  {comment.strip()}", *rest]))

    def without_lines(self, first: int, last: int, closed: bool = False) -> Splice:
        """Lines taken away, the first of the file not among them.

        `closed` takes empty lines behind them too where one stands before them.
        """
        if closed and not self.line(first - 1).strip():
            while last + 1 < len(self._lines) - 1 and not self.line(last + 1).strip():
                last += 1
        return Splice(self.line_end(Place(first - 1, 0)), self.line_end(Place(last, 0)), "")

    def spliced(self, splices: Sequence[Splice]) -> bytes:
        """The bytes of the file after some pieces were replaced; those at one place in their order."""
        text, last = [], 0
        for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
            text += [self._raw[last : self._offset(start)], new]
            last = self._offset(end)
        return self._bom + "".join([*text, self._raw[last:]]).encode()

    def _offset(self, place: Place) -> int:
        return self._starts[place.line] + place.column
