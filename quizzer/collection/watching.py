"""Watching: whether another program has changed decks or progress, found out a little at a time between keys."""

from collections.abc import Iterator
from itertools import islice

from quizzer.collection.finding import Found, stamp_of
from quizzer.collection.shelf import Shelf
from quizzer.errors import DeckNotFound

STEP = 300
"""Files that are looked at in one step: a few milliseconds."""

Stamps = dict[str, tuple[int, int, int]]


class Watching:
    """The deck files in use, and the progress file, by their times and sizes; nothing is read.

    A round of steps looks at all of them. Whatever is found to differ is told once.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._log = stamp_of(shelf.ledger.log.path)
        self._known: Stamps | None = None
        """What the last round found; none before the first."""
        self._round: Iterator[Found] = iter(())
        self._found: Stamps | None = None
        """What this round has found so far; none between two rounds."""

    def step(self) -> bool | None:
        """Look at some more files: whether anything has changed since the last round, or None within a round."""
        if self._found is None:
            self._round, self._found = self._shelf.files(), {}
        try:
            files = list(islice(self._round, STEP))
        except DeckNotFound:
            files = []  # told by whoever reads the decks then
        self._found |= {file.path: file.stamp for file in files}
        if len(files) == STEP:
            return None
        before = self._known if self._known is not None else self._read()
        self._known, self._found = self._found, None
        log, self._log = self._log, stamp_of(self._shelf.ledger.log.path)
        return before != self._known or log != self._log

    def level(self) -> None:
        """Take the progress file as it is: what this program has just written there is no news."""
        self._log = stamp_of(self._shelf.ledger.log.path)

    def _read(self) -> Stamps:
        """The files as they were when they were last read."""
        return {path: row.stamp for path, row in self._shelf.ledger.cache.files().items()}
