"""How the command line speaks: data on stdout, talk on stderr, and every string cleaned on the way out."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Self

from quizzer.core.text import clean, one_line, shorten, width

DEFAULT_COLUMNS = 80
LEAST_COLUMNS = 20
CELLS = 30
"""Of a full bar."""
LONG_WORK = 20
"""Steps from which work is shown as it goes on."""


def put(text: str = "") -> None:
    """Write one line (or several) of data to stdout."""
    sys.stdout.write(clean(text) + "\n")


def tell(text: str) -> None:
    """Write one line of talk to stderr; what was put before it comes before it."""
    sys.stdout.flush()
    sys.stderr.write(clean(text) + "\n")
    sys.stderr.flush()


def put_json(value: object) -> None:
    """Write a value to stdout as one line of JSON, its strings cleaned."""
    import json

    sys.stdout.write(json.dumps(cleaned(value), ensure_ascii=False) + "\n")


def cleaned(value: Any) -> Any:
    """The value with every string in it cleaned, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    return value


def columns() -> int:
    """How many cells a line of the terminal has; `COLUMNS` overrules, 80 where nobody knows."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return max(LEAST_COLUMNS, int(told))
    try:
        found = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns
    except (OSError, ValueError):
        found = 0
    return max(LEAST_COLUMNS, found or DEFAULT_COLUMNS)


def put_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = (), gives: int = 0) -> None:
    """Write an aligned table.

    Args:
        right: the columns whose cells stand at the right, as numbers do.
        gives: the column that is shortened where a line is too long for the terminal; in a pipe nothing is.
    """
    lines = [[one_line(cell) for cell in row] for row in (head, *rows)]
    sizes = [max(width(line[at]) for line in lines) for at in range(len(head))]
    if sys.stdout.isatty():
        spare = columns() - (sum(sizes) + 2 * (len(sizes) - 1))
        sizes[gives] = max(min(sizes[gives], width(head[gives]), 8), sizes[gives] + min(0, spare))
    on_right = frozenset(right)
    for line in lines:
        cells = []
        for at, (cell, size) in enumerate(zip(line, sizes, strict=True)):
            text = shorten(cell, size)
            blank = " " * (size - width(text))
            cells.append(blank + text if at in on_right else text + blank)
        put("  ".join(cells).rstrip())


def counted(number: int, one: str, several: str = "") -> str:
    """`1 card`, `2 cards`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


class Bar:
    """Shows long work as a bar that fills, to a person who looks on; short work not at all.

    What is told after its `with` begins on a line of its own, also where Ctrl+C ends the work.
    """

    def __init__(self) -> None:
        self._open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def __call__(self, done: int, total: int, what: str) -> None:
        """Draw how much is done; `end` leaves its line."""
        if total < LONG_WORK or not sys.stderr.isatty():
            return
        filled = CELLS * done // total
        sys.stderr.write(f"\r{what}: {'#' * filled}{'.' * (CELLS - filled)} {done} of {total}")
        sys.stderr.flush()
        self._open = True

    def end(self) -> None:
        """Go on below the bar, if there is one."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False


def announce(done: int, total: int, what: str) -> None:
    """Say once that long work begins, without moving the cursor: for plain mode."""
    if done == 0 and total >= LONG_WORK and sys.stderr.isatty():
        tell(f"{what}: {total}. This takes a moment.")
