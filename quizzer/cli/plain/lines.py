"""A conversation line by line: what is said is clean and written at once, what is heard is one line."""

from collections.abc import Iterable
from typing import TextIO

from quizzer.core.text import clean

LONGEST_LINE = 10_000
"""Characters of one input line that are read; a longer one is an accident."""


class EndOfInput(Exception):
    """The input has no further line."""


class Leave(Exception):
    """The person stops."""


class Lines:
    """Reads from one stream and writes to another."""

    def __init__(self, source: TextIO, sink: TextIO) -> None:
        self._source = source
        self._sink = sink

    @property
    def on_terminal(self) -> bool:
        """Whether a person reads and types here, so that another program may use the terminal meanwhile."""
        return self._source.isatty() and self._sink.isatty()

    def say(self, text: str) -> None:
        """Write a text, which may be several lines, and let it be seen at once."""
        self._sink.write(clean(text) + "\n")
        self._sink.flush()

    def say_all(self, texts: Iterable[str]) -> None:
        """Write texts, one after the other."""
        for text in texts:
            self.say(text)

    def hear(self) -> str:
        """The next line, without its end, clean and stripped.

        Raises:
            EndOfInput: there is none.
        """
        line = self._source.readline()
        if not line:
            raise EndOfInput
        return clean(line[:LONGEST_LINE]).strip()
