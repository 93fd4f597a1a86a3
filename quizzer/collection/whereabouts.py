"""Each path in use, and why it is that one."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.finding import Folder
from quizzer.collection.locating import cache_path, deck_folders
from quizzer.collection.preferring import preferences_of
from quizzer.collection.settings import Settings
from quizzer.store.cache import MEMORY
from quizzer.store.paths import Places, places

TO_MAKE = " (make it to use it)"


class Place(NamedTuple):
    """A path in use, and why it is that one."""

    name: str
    path: str
    why: str


def whereabouts(
    settings: Settings, found: Places, cache: str, usual_cache: str, folders: Sequence[Folder]
) -> list[Place]:
    """Every path of a collection.

    Args:
        settings: what the command line and the environment said.
        found: the folders that follow from it.
        cache: the cache in use, which is none on disk where that cannot be written.
        usual_cache: where it belongs.
        folders: where decks come from.
    """
    why = {"--home": "--home says so", "QUIZZER_HOME": "QUIZZER_HOME says so"}.get(
        settings.home_from, "the system's folder for programs' data"
    )
    config = why if settings.home_from else "the system's folder for programs' settings"
    kept = f"{why}; may be deleted"
    if cache == MEMORY:
        kept = f"{os.path.dirname(usual_cache)} cannot be written; made anew at each start"
    return [
        Place("progress", found.progress, why),
        Place("settings", found.settings, config + _if_missing(found.settings, TO_MAKE)),
        Place("cache", cache, kept),
        *(Place("decks", folder.path, _why(folder, settings)) for folder in folders),
    ]


def without_progress(settings: Settings) -> list[Place]:
    """Every path of a collection whose progress cannot be read: then above all one wants to know where it is."""
    found = places(settings.home or None, {})
    cache = cache_path(settings, found)
    return whereabouts(settings, found, cache, cache, deck_folders(settings, found, preferences_of(settings).decks))


def _why(folder: Folder, settings: Settings) -> str:
    if folder.bundled:
        return "comes with quizzer"
    if folder.must_exist:
        return f"{settings.decks_from} says so"
    if folder.chosen:
        return "config.yaml says so" + _if_missing(folder.path, " (it is not there)")
    return "your own decks" + _if_missing(folder.path, TO_MAKE)


def _if_missing(path: str, words: str) -> str:
    return "" if os.path.exists(path) else words
