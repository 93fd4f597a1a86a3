"""Problem: a finding in a person's file, as a value.

Lines and columns count from 1, columns in characters. Codes are stable: people and editors may match on them.
"""

from enum import StrEnum
from typing import NamedTuple

from quizzer.core.text import ELLIPSIS, clean, shorten, width

CELLS = 100
"""Terminal cells that a source line is shortened to, where nothing else is asked for."""


class Severity(StrEnum):
    """How much a problem matters: an error leaves the note out, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Problem(NamedTuple):
    """One finding: where it is, what it is, and what to write instead."""

    severity: Severity
    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    source: str = ""
    """The line of the file that the problem is on, without its line end."""

    def headline(self) -> str:
        """`path:line:column: severity code: message`, the line that editors can jump to."""
        return f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message}"

    def rendered(self, cells: int = CELLS) -> str:
        """The headline, the source line with a caret under the column, and the hint: clean, for a terminal."""
        lines = [clean(self.headline()).replace("\n", " ")]
        if self.source.strip():
            number = str(self.line)
            gutter = " " * len(number)
            shown, at = _excerpt(self.source, self.column, cells)
            lines += [f"  {number} | {shown}", f"  {gutter} | {' ' * at}^"]
        if self.hint:
            first, *others = clean(self.hint).split("\n")
            lines += [f"  hint: {first}", *(f"        {line}".rstrip() for line in others)]
        return "\n".join(lines)


def _excerpt(source: str, column: int, cells: int) -> tuple[str, int]:
    """The part of a source line around a column that fits, and how many cells stand before the column."""
    before = _shown(source[: column - 1][-4 * cells :])
    after = _shown(source[column - 1 :][: 4 * cells])
    lead = ""
    if width(before) > cells * 6 // 10:
        lead = ELLIPSIS
        while width(before) >= cells * 6 // 10:
            before = before[1:]
    return (lead + before + shorten(after, cells - width(lead + before))).rstrip(), width(lead + before)


def _shown(text: str) -> str:
    return clean(text.replace("\t", "    ")).replace("\n", " ")
