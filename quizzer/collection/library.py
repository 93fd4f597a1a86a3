"""The library: which deck files there are, and what the cache holds of them.

A file is read again when its time, size or inode has changed. A person's deck shadows a bundled one of the same id;
two of a person's own with one id are both left out.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.collection.finding import Folder, Found, find_files, was_read
from quizzer.collection.settings import Tell
from quizzer.core.text import one_line
from quizzer.store.cache import Cache

if TYPE_CHECKING:
    from quizzer.core.problem import Problem


class Library:
    """The deck files of some folders, and the cache of what they hold."""

    def __init__(self, folders: Sequence[Folder], cache: Cache) -> None:
        self.folders = tuple(folders)
        self._cache = cache

    def found(self) -> Iterator[Found]:
        """The deck files there are.

        Raises:
            DeckNotFound: a file or folder that was asked for is not there.
        """
        return find_files(self.folders)

    def refresh(self, tell: Tell | None = None) -> bool:
        """Read what has changed; whether anything had.

        Raises:
            DeckNotFound: a file or folder that was asked for is not there.
        """
        found = {file.path: file for file in self.found()}
        known = self._cache.files()
        changed = [file for path, file in found.items() if path not in known or known[path].stamp != file.stamp]
        gone = {path: was_read(path, self.folders, found) for path in known if path not in found}
        if not changed and not gone:
            return False
        from quizzer.collection.intake import Intake

        Intake(self._cache, tell).take_in(changed, [row for path, row in known.items() if path in found], gone)
        return True

    def nothing_found(self) -> str:
        """The sentence for folders without a deck; it names those that were asked for."""
        named = [one_line(folder.path) for folder in self.folders if folder.must_exist]
        if not named:
            return (
                "there are no decks here; a deck is a file that ends in .yaml, and `quizzer where` says where to put it"
            )
        return f"there are no decks in {', '.join(named)}; a deck is a file that ends in .yaml"

    def count_problems(self) -> int:
        """How many errors and warnings deck files have."""
        texts = self._cache.problems()
        if not texts:
            return 0
        import json

        return sum(problem[0] != "advice" for text in texts for problem in json.loads(text))

    def problems(self) -> "list[Problem]":
        """Every problem of every deck file, in the order of the files."""
        import json

        from quizzer.core.problem import Problem, Severity

        return [
            Problem(Severity(severity), *rest)
            for _, row in sorted(self._cache.files().items())
            for severity, *rest in json.loads(row.problems)
        ]
