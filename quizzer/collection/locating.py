"""Where decks come from, and where the cache belongs, as settings say; nothing is opened."""

import os
from collections.abc import Sequence

from quizzer.collection.finding import Folder
from quizzer.collection.preferring import folder_path
from quizzer.collection.settings import Settings
from quizzer.store.cache_files import SPECIAL
from quizzer.store.paths import Places, bundled_decks


def deck_folders(settings: Settings, found: Places, chosen: Sequence[str]) -> list[Folder]:
    """The folders and files in use; `chosen` are those that `config.yaml` names."""
    if settings.decks:
        return [Folder(path, must_exist=True) for path in settings.decks]
    own = [Folder(folder_path(path, found), chosen=True) for path in chosen]
    return [*own, Folder(found.decks), Folder(bundled_decks(), bundled=True)]


def cache_path(settings: Settings, found: Places) -> str:
    """Each set of deck folders has a cache of its own, so that `--decks` now and then costs no reading anew."""
    if not settings.decks:
        return found.cache_file
    from zlib import crc32

    mark = crc32(os.pathsep.join(settings.decks).encode("utf-8", "surrogateescape"))
    return os.path.join(os.path.dirname(found.cache_file), f"{SPECIAL}{mark:08x}.sqlite")
