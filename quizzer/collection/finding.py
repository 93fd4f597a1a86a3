"""Finding deck files in folders."""

import os
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from quizzer.errors import DeckNotFound

ENDINGS = (".yaml", ".yml")


class Folder(NamedTuple):
    """A file or folder that decks come from."""

    path: str
    bundled: bool = False
    must_exist: bool = False
    chosen: bool = False
    """Whether a person has named it in `config.yaml`."""
    lent: bool = False
    """Whether it is in use only until the person leaves."""


class Found(NamedTuple):
    """A deck file on disk."""

    path: str
    bundled: bool
    stamp: tuple[int, int, int]


def find_files(folders: Iterable[Folder]) -> Iterator[Found]:
    """The deck files of some folders, each once.

    Raises:
        DeckNotFound: a file or folder that must exist is not there.
    """
    seen: set[str] = set()
    for folder in folders:
        if not os.path.exists(folder.path):
            if folder.must_exist:
                raise DeckNotFound(f"There is no {folder.path}: name a deck file, or a folder that holds some.")
            continue
        for path, real in _with_real(folder.path, os.path.realpath(folder.path)):
            if real in seen:
                continue
            seen.add(real)
            yield Found(path, folder.bundled, stamp_of(path))


def was_read(path: str, folders: Iterable[Folder], found: Container[str]) -> bool:
    """Whether the folder of a file that is not there any more was read, so that the file has vanished.

    A folder that is not there itself may come back, and one that cannot be read is found as though it were a file.
    """
    around = [path]
    while (folder := os.path.dirname(around[-1])) != around[-1]:
        around.append(folder)
    roots = {folder.path for folder in folders if os.path.isdir(folder.path)}
    inside = around[1 : next((at for at, folder in enumerate(around) if at and folder in roots), 0) + 1]
    return bool(inside) and not any(folder in found for folder in inside)


def stamp_of(path: str) -> tuple[int, int, int]:
    """What changes when a file does; a link that leads nowhere has a stamp too, so that reading says so."""
    try:
        stat = os.stat(path)
    except OSError:
        return (0, 0, 0)
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def deck_files(path: str) -> Iterator[str]:
    """The deck files of a folder and the folders in it, by name; a file is itself, whatever its ending."""
    return (file for file, _ in _with_real(path, path))


def _with_real(path: str, real: str) -> Iterator[tuple[str, str]]:
    """The same, each with its real path, which is asked for only where a link may lead elsewhere: that takes long."""
    if not os.path.isdir(path):
        yield path, real
        return
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        yield path, real  # reading it says why not
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _with_real(entry.path, os.path.join(real, entry.name))
        elif entry.name.lower().endswith(ENDINGS):
            yield entry.path, os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(real, entry.name)
