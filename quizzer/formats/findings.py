"""Collecting the problems of one file while it is read."""

from functools import cached_property

from quizzer.core.problem import Problem, Severity
from quizzer.core.text import clean, shorten
from quizzer.formats.codes import SEVERITIES

SHOWN = 60
"""Terminal cells of a person's own text that a message quotes."""


class Findings:
    """The problems of one file; `errors` counts those that leave a note out."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.errors = 0
        self._seen: set[tuple[str, int, int]] = set()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return self.text.split("\n")

    def add(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        """Note a problem at a place that counts from 0, once; a repetition only counts as an error."""
        severity = SEVERITIES[code]
        self.errors += severity is Severity.ERROR
        line = min(line, len(self.lines) - 1)
        source = self.lines[line]
        column = min(column, len(source))
        if (code, line, column) not in self._seen:
            self._seen.add((code, line, column))
            self.problems.append(Problem(severity, self.path, line + 1, column + 1, code, message, hint, source))

    def line(self, number: int) -> str:
        """A line of the file, counted from 0; empty past its end."""
        return self.lines[number] if number < len(self.lines) else ""

    def locate(self, line: int, column: int, words: str) -> tuple[int, int]:
        """Where `words` stand at or soon after a place, else the place itself."""
        for number in range(line, min(line + 200, len(self.lines))):
            at = self.lines[number].find(words, column if number == line else 0)
            if at >= 0:
                return number, at
        return line, column

    def sorted(self) -> list[Problem]:
        """The problems in the order of the file."""
        return sorted(self.problems, key=lambda problem: (problem.line, problem.column, problem.code))


def shown(text: str) -> str:
    """A person's own text as messages quote it: clean, on one line, not long."""
    return shorten(" ".join(clean(text[:1000]).split()), SHOWN)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is likely meant, or nothing."""
    from rapidfuzz import fuzz, process  # 20 ms that only a misspelt word needs

    found = process.extractOne(word.lower(), known, scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""
