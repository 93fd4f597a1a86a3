"""The library: which deck files there are, and what the cache holds of them.

A file is read again when its time, size or inode has changed. A person's deck shadows a bundled one of the same id;
two of a person's own with one id are both left out.
"""

import json
import os
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.refolding import Tell
from quizzer.core.cards import Deck, Note, cards_of, parts_of
from quizzer.core.problem import Problem, Severity
from quizzer.errors import DeckNotFound
from quizzer.store.cache import Cache, DeckEntry, FileRow
from quizzer.store.card_table import CardTable, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = (".yaml", ".yml")
_GRAIN_NS = 2_000_000_000
"""A file that changed within this time of its reading may change again without its stamp changing."""


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
        self._cards = CardTable(cache.connection)

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
        _Reading(self._cache, self._cards, tell).take_in(found, known, changed, gone)
        return True

    def count_problems(self) -> int:
        """How many errors and warnings deck files have."""
        return sum(
            problem[0] != Severity.ADVICE
            for row in self._cache.files().values()
            if row.problems != "[]"
            for problem in json.loads(row.problems)
        )

    def problems(self) -> list[Problem]:
        """Every problem of every deck file, in the order of the files."""
        return [
            Problem(Severity(severity), *rest)
            for _, row in sorted(self._cache.files().items())
            for severity, *rest in json.loads(row.problems)
        ]


class _Reading:
    """One taking-in of changed files, in one transaction of the cache."""

    def __init__(self, cache: Cache, cards: CardTable, tell: Tell | None) -> None:
        self._cache = cache
        self._cards = cards
        self._tell = tell
        self._read: dict[str, Deck | None] = {}

    def take_in(
        self,
        found: dict[str, Found],
        known: dict[str, FileRow],
        changed: Sequence[Found],
        gone: Sequence[str],
    ) -> None:
        with self._cache.writing():
            for path in gone:
                self._cache.drop_file(path)
            rows = {path: row for path, row in known.items() if path in found}
            for done, file in enumerate(changed):
                if self._tell:
                    self._tell(done, len(changed), "Reading decks")
                rows[file.path] = self._take_file(file)
            self._settle(rows, {file.path for file in changed})
            if self._tell:
                self._tell(len(changed), len(changed), "Reading decks")

    def _take_file(self, file: Found) -> FileRow:
        deck, problems = read_file(file.path)
        self._read[file.path] = deck
        mtime, size, inode = file.stamp
        young = time.time_ns() - mtime < _GRAIN_NS
        text = json.dumps(problems, ensure_ascii=False)
        row = FileRow(file.path, mtime, -1 if young else size, inode, deck.id if deck else None, file.bundled, text)
        self._cache.put_file(row)
        return row

    def _settle(self, rows: dict[str, FileRow], changed: set[str]) -> None:
        """Decide which file each deck is read from, and index what that changes."""
        in_use = {deck.id: deck for deck in self._cache.decks()}
        chosen: dict[str, tuple[str, str]] = {}
        for deck, files in _by_deck(rows.values()).items():
            own = [row for row in files if not row.bundled]
            if len(own) > 1:
                for row in own:
                    self._clash(row, deck, own)
                continue
            best = (own or files)[0]
            chosen[deck] = (best.path, "shadows the bundled deck" if own and len(files) > 1 else "")
        for deck in in_use.keys() - chosen.keys():
            self._cache.drop_deck(deck)
            self._cards.replace(deck, ())
            self._cache.put_notes(deck, ())
        for deck, (path, note) in chosen.items():
            before = in_use.get(deck)
            if before is None or before.path != path or path in changed or before.note != note:
                self._index(path, note)

    def _clash(self, row: FileRow, deck: str, own: Sequence[FileRow]) -> None:
        others = ", ".join(other.path for other in own if other.path != row.path)
        problem = Problem(
            Severity.ERROR,
            row.path,
            1,
            1,
            "duplicate-deck",
            f"another deck has the id {deck!r} too: {others}; neither is used",
            "Give one of them an `id:` of its own.",
        )
        problems = [problem, *(p for p in json.loads(row.problems) if p[4] != problem.code)]
        # No size of its own, so that it is read again and this problem leaves with its cause.
        self._cache.put_file(row._replace(size=-1, problems=json.dumps(problems, ensure_ascii=False)))

    def _index(self, path: str, note: str) -> None:
        from quizzer.formats.note_json import dump_note

        deck = self._read[path] if path in self._read else read_file(path)[0]
        if deck is None:
            return
        notes = [one for one in deck.notes if not one.draft]
        self._cache.put_notes(deck.id, ((one.id, dump_note(one)) for one in deck.notes))
        self._cards.replace(deck.id, _places(deck.id, notes))
        cards = sum(len(parts_of(one)) for one in notes)
        self._cache.put_deck(DeckEntry(deck.id, path, deck.title, about(deck), cards, deck.left_out, note))


def _by_deck(rows: Iterable[FileRow]) -> dict[str, list[FileRow]]:
    decks: dict[str, list[FileRow]] = {}
    for row in sorted(rows, key=lambda row: row.path):
        if row.deck is not None:
            decks.setdefault(row.deck, []).append(row)
    return decks


def _places(deck: str, notes: Iterable[Note]) -> "Iterator[Place]":
    position = 0
    for note in notes:
        cards = cards_of(deck, note)
        tags = "".join(f"\n{tag.casefold()}" for tag in note.tags) + "\n" if note.tags else ""
        for card in cards:
            yield Place(card.id, note.id, card.part, position, note.kind, tags, len(cards) == 1)
            position += 1


def about(deck: Deck) -> str:
    """What else is known of a deck, as JSON for the cache."""
    return json.dumps(
        {
            "languages": [deck.question_language, deck.answer_language],
            "sources": deck.sources,
            "study": dict(deck.study),
        },
        ensure_ascii=False,
    )


def read_file(path: str) -> tuple[Deck | None, list[Problem]]:
    """The deck of a file, and its problems; a file that cannot be read is a problem too."""
    from quizzer.formats.deck_reader import read_deck

    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, [
            Problem(
                Severity.ERROR,
                path,
                1,
                1,
                "unreadable-file",
                f"the file cannot be read: {reason}",
                "See that it is there and that you may read it.",
            )
        ]
    return read_deck(data, path)


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
