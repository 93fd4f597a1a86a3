"""Files that a person may want to make a deck of: documents and decks near them, and below a path they type."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizzer.collection.documents import ENDINGS
from quizzer.collection.finding import ENDINGS as DECKS

MOST = 200
"""Files that are told of."""
_LOOKED_AT = 2_000
"""Entries of folders that are looked at, for a listing that takes no time."""


class Near(NamedTuple):
    """A file or folder that can be chosen."""

    path: str
    shown: str
    """Its path as a person would write it."""
    is_folder: bool = False
    is_new: bool = False
    """Whether it is a deck that is yet to be made."""


def nearby(typed: str, here: str, folders: Iterable[str], own_decks: str | None = "") -> list[Near]:
    """What can be chosen for what was typed.

    Args:
        typed: nothing, a path or its beginning, or part of a name.
        here: the folder the person is in.
        folders: more folders in which documents often lie.
        own_decks: where a new deck goes that is only named; empty: to where the person is; None: no deck is wanted.
    """
    typed = typed.strip()
    wanted = ENDINGS if own_decks is None else (*ENDINGS, *DECKS)
    if os.sep in typed or typed.startswith("~"):
        found = list(_beginning(typed, here, wanted))
    else:
        words = typed.casefold()
        files = _files([here, *folders], here, wanted)
        fit = [near for near in files if words in os.path.basename(near.path).casefold()]
        found = sorted(fit, key=lambda near: -_changed(near.path))
    return [*found[:MOST], *(() if own_decks is None else _new(typed, here, own_decks or here))]


def _beginning(typed: str, here: str, wanted: tuple[str, ...]) -> Iterator[Near]:
    """The entries of a folder whose names begin as typed."""
    folder, start = os.path.split(os.path.expanduser(typed))
    around = os.path.join(here, folder)
    for entry in _entries(around):
        if not entry.name.casefold().startswith(start.casefold()):
            continue
        path = os.path.join(around, entry.name)
        if entry.is_dir():
            yield Near(path, shown(path, here) + os.sep, is_folder=True)
        elif _is_wanted(entry.name, wanted):
            yield Near(path, shown(path, here))


def _files(folders: Iterable[str], here: str, wanted: tuple[str, ...]) -> Iterator[Near]:
    """The files of folders and of those right in them, each once."""
    seen: set[str] = set()
    for folder in folders:
        inner: list[str] = []
        for entry in _entries(folder):
            if entry.is_dir():
                inner.append(entry.path)
            elif _is_wanted(entry.name, wanted) and entry.path not in seen:
                seen.add(entry.path)
                yield Near(entry.path, shown(entry.path, here))
        for one in inner[:50]:
            for entry in _entries(one):
                if entry.is_file() and _is_wanted(entry.name, wanted) and entry.path not in seen:
                    seen.add(entry.path)
                    yield Near(entry.path, shown(entry.path, here))


def _new(typed: str, here: str, own_decks: str) -> Iterator[Near]:
    """The deck that could be made under a name, where there is none."""
    if not typed or typed.endswith(os.sep):
        return
    name = typed if typed.lower().endswith(DECKS) else f"{typed}.yaml"
    if typed.lower().endswith(ENDINGS):
        return
    folder = here if os.sep in typed or typed.startswith("~") else own_decks
    path = os.path.join(folder, os.path.expanduser(name))
    if not os.path.lexists(path):
        yield Near(path, shown(path, here), is_new=True)


def shown(path: str, here: str) -> str:
    """A path as a person would write it: from where they are, or from their home."""
    home = os.path.expanduser("~")
    for around, sign in ((here, ""), (home, "~" + os.sep)):
        if path.startswith(around.rstrip(os.sep) + os.sep):
            return sign + path[len(around.rstrip(os.sep)) + 1 :]
    return path


def _is_wanted(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings) and not name.startswith(".")


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    """The entries of a folder by name, but for hidden ones; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry, _ in zip(found, range(_LOOKED_AT), strict=False)]
    except OSError:
        return []
    return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _changed(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
