"""Taking deck files into the cache: reading them, and deciding which file each deck is read from."""

import gc
import json
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from quizzer.collection.finding import Found
from quizzer.collection.settings import Tell
from quizzer.core.cards import Card, Deck, Note, parts_of
from quizzer.core.prediction import guess
from quizzer.core.problem import Problem, Severity
from quizzer.core.searched import searched
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.note_json import dump_note
from quizzer.formats.source_text import MAX_BYTES
from quizzer.store.bulk import filling, written_once
from quizzer.store.cache import Cache, DeckEntry, FileRow
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardTable
from quizzer.store.deck_homes import DeckHomes

_GRAIN_NS = 2_000_000_000
"""A file that changed within this time of its reading may change again without its stamp changing."""
_MUCH = 4_000_000
"""Bytes of decks whose cards take long to write."""


class _Ready(NamedTuple):
    """A deck as the cache keeps it.

    Made of each as soon as it is read: its notes are still at hand, they need not be kept, and others who write wait
    for nothing but the writing.
    """

    entry: DeckEntry
    notes: list[tuple[str, str]]
    """Id and JSON."""
    places: list[Place]


class Intake:
    """One taking-in of changed files, in one transaction of the cache."""

    def __init__(self, cache: Cache, tell: Tell | None) -> None:
        self._cache = cache
        self._tell = tell
        self._read: dict[str, _Ready | None] = {}

    def take_in(self, changed: Sequence[Found], unchanged: Iterable[FileRow], gone: Mapping[str, bool]) -> None:
        """Read changed files, forget those that are gone, and index what that changes.

        Args:
            changed: files to read.
            unchanged: the others, as they were read.
            gone: files that are not there any more, and whether their folders were read.
        """
        rows = {row.path: row for row in unchanged}
        with _collector_paused():
            for done, file in enumerate(changed):
                if self._tell:
                    self._tell(done, len(changed), "Reading decks")
                rows[file.path] = self._take_file(file)
        with _collector_paused():  # only now: others who write wait no longer than they must
            much = sum(file.stamp[1] for file in changed) >= _MUCH
            with written_once(self._cache) if much else nullcontext():
                self._cache.written(lambda: self._put(rows, {file.path for file in changed}, gone))
        if self._tell:
            self._tell(len(changed), len(changed), "Reading decks")

    def _put(self, rows: Mapping[str, FileRow], changed: set[str], gone: Mapping[str, bool]) -> None:
        with filling(self._cache.connection):
            for path in gone:
                self._cache.drop_file(path)
            for path in changed:
                self._cache.put_file(rows[path])
            self._settle(rows, changed, gone)

    def _take_file(self, file: Found) -> FileRow:
        deck, problems = read_file(file.path)
        self._read[file.path] = _ready(deck) if deck else None
        mtime, size, inode = file.stamp
        young = abs(time.time_ns() - mtime) < _GRAIN_NS
        text = json.dumps(problems)
        return FileRow(file.path, mtime, -1 if young else size, inode, deck.id if deck else None, file.bundled, text)

    def _settle(self, rows: Mapping[str, FileRow], changed: set[str], gone: Mapping[str, bool]) -> None:
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
        homes = DeckHomes(self._cache.connection)
        for deck in in_use.keys() - chosen.keys():
            path = in_use[deck].path
            held = rows[path].deck if path in rows else None
            self._cache.drop_deck(deck)
            homes.leave(deck, gone.get(path, held is not None and held != deck))
            CardTable(self._cache.connection).replace(deck, ())
            self._cache.put_notes(deck, ())
        for deck, (path, note) in chosen.items():
            before = in_use.get(deck)
            if before is None or before.path != path or path in changed or before.note != note:
                self._index(path, note)
                homes.put(deck, path)

    def _clash(self, row: FileRow, deck: str, own: Sequence[FileRow]) -> None:
        problem = _clash(deck, row.path, [other.path for other in own if other.path != row.path])
        problems = [problem, *(p for p in json.loads(row.problems) if p[4] != problem.code)]
        # No size of its own, so that it is read again and this problem leaves with its cause.
        self._cache.put_file(row._replace(size=-1, problems=json.dumps(problems)))

    def _index(self, path: str, note: str) -> None:
        if path not in self._read:
            deck = read_file(path)[0]
            self._read[path] = _ready(deck) if deck else None
        ready = self._read[path]
        if ready is None:
            return
        id = ready.entry.id
        self._cache.put_notes(id, ready.notes)
        CardTable(self._cache.connection).replace(id, ready.places)
        self._cache.put_deck(ready.entry._replace(note=note))


def _ready(deck: Deck) -> _Ready:
    notes = [one for one in deck.notes if not one.draft]
    places = list(_places(deck.id, notes))
    drafts = len(deck.notes) - len(notes)
    title, left_out = deck.title, deck.left_out
    entry = DeckEntry(deck.id, deck.path, title, about(deck), len(places), left_out, "", drafts, study(deck))
    return _Ready(entry, [(one.id, dump_note(one)) for one in deck.notes], places)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A stretch without the garbage collector: notes are many and none of them is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def clashes(ids: Sequence[tuple[str, str]]) -> list[Problem]:
    """A problem for each file whose deck has the id of another; (id, path) of all of them."""
    return [
        _clash(deck, path, others)
        for deck, path in ids
        if (others := [other for same, other in ids if same == deck and other != path])
    ]


def _clash(deck: str, path: str, others: Sequence[str]) -> Problem:
    message = f"another deck has the id “{deck}” too: {', '.join(others)}; neither is used"
    return Problem(Severity.ERROR, path, 1, 1, "duplicate-deck", message, "Give one of them an `id:` of its own.")


def _by_deck(rows: Iterable[FileRow]) -> dict[str, list[FileRow]]:
    decks: dict[str, list[FileRow]] = {}
    for row in sorted(rows, key=lambda row: row.path):
        if row.deck is not None:
            decks.setdefault(row.deck, []).append(row)
    return decks


def _places(deck: str, notes: Iterable[Note]) -> Iterator[Place]:
    position = 0
    lines: dict[tuple[str, ...], str] = {(): ""}  # many notes have the same tags
    for note in notes:
        parts, blind = parts_of(note), guess(note.body)
        tags = lines.get(note.tags)
        if tags is None:
            tags = lines[note.tags] = "".join([f"\n{tag.casefold()}" for tag in note.tags]) + "\n"
        for part in parts:
            card = Card(deck, note, part)
            yield Place(card.id, note.id, part, position, note.kind, tags, len(parts) == 1, blind, searched(card))
            position += 1


def about(deck: Deck) -> str:
    """What else is known of a deck, as JSON for the cache."""
    return json.dumps(
        {
            "languages": [deck.question_language, deck.answer_language],
            "sources": deck.sources,
        },
        ensure_ascii=False,
    )


def study(deck: Deck) -> str:
    """What a deck's author suggests, as JSON for the cache; empty for nothing."""
    return json.dumps(dict(deck.study), ensure_ascii=False) if deck.study else ""


def read_file(path: str) -> tuple[Deck | None, list[Problem]]:
    """The deck of a file, and its problems; a file that cannot be read is a problem too."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe would keep us waiting
            return None, [_unreadable(path, "it is no regular file")]
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [_unreadable(path, error.strerror or type(error).__name__)]
    return read_deck(data, path)


def _unreadable(path: str, reason: str) -> Problem:
    message, hint = f"the file cannot be read: {reason}", "See that it is there and that you may read it."
    return Problem(Severity.ERROR, path, 1, 1, "unreadable-file", message, hint)
