"""Problem: a finding in a person's file, as a value.

Lines and columns count from 1, columns in characters. Codes are stable: people and editors may match on them.
"""

from enum import StrEnum
from typing import NamedTuple


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
