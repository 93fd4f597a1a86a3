"""Changing deck files: read, changed, looked over, and replaced in one step.

What is written was read before with our own reader: a change that would add a problem, or change another note than
those it names, is refused. Nothing here knows of screens or of undo; `Edit.back` is what undo needs.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from quizzer.core.cards import Deck, Note
from quizzer.core.problem import Problem, Severity
from quizzer.errors import DeckMoved, DeckNotFound, DiskRefused, EditRefused
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.deck_writer import (
    AddNote,
    Append,
    Change,
    RemoveNote,
    ReplaceNote,
    SetHead,
    SetKeys,
    SetSource,
    changed,
)
from quizzer.formats.note_keys import fresh_id
from quizzer.store.replacing import replace_file

__all__ = (
    "AddNote",
    "Append",
    "Back",
    "Change",
    "DeckFile",
    "Edit",
    "RemoveNote",
    "ReplaceNote",
    "SetHead",
    "SetKeys",
    "SetSource",
    "edit",
    "open_deck",
    "read",
    "take_back",
    "tried",
    "write",
)

_ALLOWED = frozenset(("empty-deck",))
"""Problems that a change may add: a deck may lose its last note."""


class DeckFile(NamedTuple):
    """A deck file as it was read."""

    path: str
    data: bytes
    deck: Deck | None
    problems: tuple[Problem, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes."""
        return _digest(self.data)


class Back(NamedTuple):
    """How an edit is taken back: the bytes to put again where others stand now."""

    path: str
    before: str
    """SHA-256 of the file before the edit."""
    after: str
    """SHA-256 of the file after it: with another one, it cannot be taken back."""
    start: int
    """The first byte concerned."""
    old: bytes
    new: bytes


class Edit(NamedTuple):
    """A change that was made."""

    file: DeckFile
    """The file as it is now: what the next change is made to."""
    ids: tuple[str, ...]
    """The ids of the notes that were added, in their order."""
    back: Back


def open_deck(path: str) -> DeckFile:
    """Read a deck file to change it.

    Raises:
        DeckNotFound: there is no such file.
        DiskRefused: it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise DeckNotFound(f"There is no {path}.") from error
    except OSError as error:
        raise DiskRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    return read(path, data)


def edit(file: DeckFile, changes: Sequence[Change]) -> Edit:
    """Make changes to a deck file, all of them or none; a new note without `id` gets a readable one.

    Raises:
        DeckMoved: the file has changed since it was read; `open_deck` reads it again.
        EditRefused: the change would add a problem or touch another note, or cannot be made to this text.
        DiskRefused: the file cannot be written.
    """
    made = tried(file, changes)
    write(file, made)
    return made


def write(file: DeckFile, made: Edit) -> None:
    """Write what was tried.

    Raises:
        DeckMoved: the file has changed since it was read.
        DiskRefused: the file cannot be written.
    """
    replace_file(file.path, made.file.data, file.data)


def tried(file: DeckFile, changes: Sequence[Change]) -> Edit:
    """The same without writing anything: for a preview.

    Raises:
        EditRefused: as `edit` does.
    """
    changes, ids = _with_ids(file, changes)
    data = changed(file.data, changes, file.path)
    after = read(file.path, data)
    _refuse_problems(file, after)
    _refuse_other_notes(file, after, changes, ids)
    return Edit(after, ids, _back(file, after))


def take_back(back: Back) -> None:
    """Take an edit back; one that never came to be, or is taken back already, is left alone.

    Raises:
        DeckMoved: the file has changed since the edit.
        DiskRefused: the file cannot be read or written.
    """
    now = _bytes(back.path)
    if _digest(now) == back.before:
        return
    if _digest(now) != back.after:
        raise DeckMoved(f"{back.path} has changed since, so the change to it cannot be taken back.")
    replace_file(back.path, now[: back.start] + back.old + now[back.start + len(back.new) :], now)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise DeckMoved(f"{path} is gone, so the change to it cannot be taken back.") from error
    except OSError as error:
        raise DiskRefused(f"{path} cannot be read: {error.strerror or error}.") from error


def read(path: str, data: bytes) -> DeckFile:
    """A deck file of these bytes, whether it is there or not."""
    deck, problems = read_deck(data, path)
    return DeckFile(path, data, deck, tuple(problems))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _with_ids(file: DeckFile, changes: Sequence[Change]) -> tuple[list[Change], tuple[str, ...]]:
    """The changes with an id for every new note, and these ids."""
    taken = {note.id for note in file.deck.notes} if file.deck else set()
    ids: list[str] = []
    ready: list[Change] = []
    for change in changes:
        if isinstance(change, AddNote):
            if not change.keys.get("id"):
                change = change._replace(keys={**change.keys, "id": fresh_id(change.keys, taken)})
            ids.append(str(change.keys["id"]))
            taken.add(ids[-1])
        ready.append(change)
    return ready, tuple(ids)


def _refuse_problems(before: DeckFile, after: DeckFile) -> None:
    counted = Counter(problem.code for problem in before.problems)
    counted.update(_ALLOWED)
    for problem in after.problems:
        if problem.severity is Severity.ADVICE:
            continue
        if not counted[problem.code]:
            raise EditRefused(f"the deck was not changed, since line {problem.line} would be wrong: {problem.message}")
        counted[problem.code] -= 1


def _refuse_other_notes(before: DeckFile, after: DeckFile, changes: Iterable[Change], ids: Iterable[str]) -> None:
    if any(isinstance(change, SetHead) for change in changes):
        return  # what all notes share may change all of them
    named = {getattr(change, "note", "") for change in changes}
    old = [_timeless(note) for note in _notes(before) if not named & {note.id, note.line}]
    kept = {note.id for note in old}
    new = [_timeless(note) for note in _notes(after)]
    if [note for note in new if note.id in kept] != old:
        raise EditRefused("the deck was not changed, since that would have changed another note too")
    if set(ids) - {note.id for note in new}:
        raise EditRefused("the deck was not changed, since the new note would not have been one")


def _notes(file: DeckFile) -> tuple[Note, ...]:
    return file.deck.notes if file.deck else ()


def _timeless(note: Note) -> Note:
    """The note wherever it stands."""
    return note._replace(line=0)


def _back(before: DeckFile, after: DeckFile) -> Back:
    """The shortest stretch of bytes in which two states of a file differ."""
    old, new = before.data, after.data
    start = _alike(old, new)
    while _is_inside(old, start) or _is_inside(new, start):
        start -= 1
    end = _alike(old[start:][::-1], new[start:][::-1])
    while end and _is_inside(old, len(old) - end):
        end -= 1
    last_old, last_new = len(old) - end, len(new) - end
    return Back(before.path, before.digest, after.digest, start, old[start:last_old], new[start:last_new])


def _is_inside(data: bytes, at: int) -> bool:
    """Whether a place is inside a character."""
    return at < len(data) and 0x80 <= data[at] < 0xC0


def _alike(one: bytes, two: bytes) -> int:
    """How many bytes two begin with alike."""
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == two[:middle] else (low, middle - 1)
    return low
