"""The library: which deck files there are, and what the cache holds of them.

A file is read again when its time, size or inode has changed. A person's deck shadows a bundled one of the same id;
two of a person's own with one id are both left out.
"""

import json
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.refolding import Tell
from quizzer.errors import DeckNotFound
from quizzer.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.core.problem import Problem

ENDINGS = (".yaml", ".yml")


class Folder(NamedTuple):
    """A file or folder that decks come from."""

    path: str
    bundled: bool = False
    must_exist: bool = False


class Found(NamedTuple):
    """A deck file on disk."""

    path: str
    bundled: bool
    stamp: tuple[int, int, int]


class Library:
    """The deck files of some folders, and the cache of what they hold."""

    def __init__(self, folders: Sequence[Folder], cache: Cache) -> None:
        self.folders = tuple(folders)
        self._cache = cache

    def refresh(self, tell: Tell | None = None) -> bool:
        """Read what has changed; whether anything had.

        Raises:
            DeckNotFound: a file or folder that was asked for is not there.
        """
        found = {file.path: file for file in _find(self.folders)}
        known = self._cache.files()
        changed = [file for path, file in found.items() if path not in known or known[path].stamp != file.stamp]
        gone = [path for path in known if path not in found]
        if not changed and not gone:
            return False
        from quizzer.collection.intake import Intake

        Intake(self._cache, tell).take_in(changed, [row for path, row in known.items() if path in found], gone)
        return True

    def count_problems(self) -> int:
        """How many errors and warnings deck files have."""
        return sum(
            problem[0] != "advice"
            for row in self._cache.files().values()
            if row.problems != "[]"
            for problem in json.loads(row.problems)
        )

    def problems(self) -> "list[Problem]":
        """Every problem of every deck file, in the order of the files."""
        from quizzer.core.problem import Problem, Severity

        return [
            Problem(Severity(severity), *rest)
            for _, row in sorted(self._cache.files().items())
            for severity, *rest in json.loads(row.problems)
        ]


def _find(folders: Iterable[Folder]) -> "Iterator[Found]":
    seen: set[str] = set()
    for folder in folders:
        if not os.path.exists(folder.path):
            if folder.must_exist:
                raise DeckNotFound(f"There is no {folder.path}: name a deck file, or a folder that holds some.")
            continue
        for path in deck_files(folder.path):
            real = os.path.realpath(path)
            if real in seen:
                continue
            seen.add(real)
            try:
                stat = os.stat(path)
            except OSError:
                continue
            yield Found(path, folder.bundled, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


def deck_files(path: str) -> "Iterator[str]":
    """The deck files of a folder and the folders in it, by name; a file is itself, whatever its ending."""
    if not os.path.isdir(path):
        yield path
        return
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from deck_files(entry.path)
        elif entry.name.lower().endswith(ENDINGS):
            yield entry.path
