"""Where quizzer keeps its things: the data, config and cache folders, and the decks it brings along.

Nothing is read or made here. Paths are plain text and joined with os.path: pathlib, and platformdirs
where a home is given, would cost `quizzer due` more than the rest of its imports together.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

APP = "quizzer"
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Places(NamedTuple):
    """The three folders, and who chose them; absolute paths."""

    data: str
    """What must not be lost: progress, and the person's own decks."""
    config: str
    """Settings that do not touch the schedule."""
    cache: str
    """What may be deleted at any time."""
    why: str
    """Who chose them: `--home`, `QUIZZER_HOME`, or the system."""

    @property
    def progress(self) -> str:
        """The log of everything that was studied."""
        return os.path.join(self.data, "progress.sqlite")

    @property
    def decks(self) -> str:
        """The folder for the person's own decks."""
        return os.path.join(self.data, "decks")

    @property
    def settings(self) -> str:
        """The file of settings that do not touch the schedule."""
        return os.path.join(self.config, "config.yaml")

    @property
    def cache_file(self) -> str:
        """Parsed notes and folded states, to start quickly."""
        return os.path.join(self.cache, "cache.sqlite")


def places(home: str | None, environ: Mapping[str, str]) -> Places:
    """The folders in use: `--home` before `QUIZZER_HOME` before the system's own.

    An empty home counts as none. A leading `~` is the person's home folder.
    """
    if home:
        return _under(home, "--home")
    if chosen := environ.get("QUIZZER_HOME"):
        return _under(chosen, "QUIZZER_HOME")
    from platformdirs import PlatformDirs

    system = PlatformDirs(APP, appauthor=False)
    return Places(
        os.path.abspath(system.user_data_dir),
        os.path.abspath(system.user_config_dir),
        os.path.abspath(system.user_cache_dir),
        "the system's folders for programs",
    )


def _under(home: str, why: str) -> Places:
    """Everything under one folder; the cache in a folder of its own, so that it can go as one."""
    folder = os.path.abspath(os.path.expanduser(home))
    return Places(folder, folder, os.path.join(folder, "cache"), why)


def bundled_decks(package: str = PACKAGE) -> str:
    """The folder of the decks quizzer brings along: inside an installed package, else the checkout's."""
    installed = os.path.join(package, "decks")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "decks")
