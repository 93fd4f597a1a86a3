"""Problem: a finding in a person's file, as a value.

Lines and columns count from 1, columns in characters. Codes are stable: people and editors may match on them.
"""

from enum import StrEnum
from typing import NamedTuple

from quizzer.core.text import ELLIPSIS, clean, shorten, width

BEFORE_CARET, EXCERPT = 60, 100
"""Terminal cells of a long source line that are shown before the caret, and in all."""


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

    def rendered(self) -> str:
        """The headline, the source line with a caret under the column, and the hint: clean, for a terminal."""
        lines = [clean(self.headline()).replace("\n", " ")]
        if self.source.strip():
            number = str(self.line)
            gutter = " " * len(number)
            shown, cells = _excerpt(self.source, self.column)
            lines += [f"  {number} | {shown}", f"  {gutter} | {' ' * cells}^"]
        if self.hint:
            first, *others = clean(self.hint).split("\n")
            lines += [f"  hint: {first}", *(f"        {line}".rstrip() for line in others)]
        return "\n".join(lines)


def _excerpt(source: str, column: int) -> tuple[str, int]:
    """What is shown of a source line, and how many cells stand before the caret."""
    before = _shown(source[: column - 1][-4 * EXCERPT :])
    after = _shown(source[column - 1 :][: 4 * EXCERPT])
    lead = ""
    if width(before) > BEFORE_CARET:
        lead = ELLIPSIS
        while width(before) >= BEFORE_CARET:
            before = before[1:]
    return (lead + before + shorten(after, EXCERPT - width(lead + before))).rstrip(), width(lead + before)


def _shown(text: str) -> str:
    return clean(text.replace("\t", "    ")).replace("\n", " ")
