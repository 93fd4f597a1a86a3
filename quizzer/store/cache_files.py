"""The files of caches: thrown away where they are no good, or not used any more."""

import contextlib
import os

SPECIAL = "cache-"
"""How the names begin of caches that belong to one set of deck folders only."""
_UNUSED = 30 * 86_400


def remove_cache(path: str) -> None:
    """Throw a cache away; nothing is lost by it."""
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            os.remove(path + end)


def remove_unused(path: str, now: int) -> None:
    """Mark a cache as used at a time (Unix seconds), and throw away the special ones beside it unused for 30 days."""
    with contextlib.suppress(OSError):
        os.utime(path, (now, now))
        with os.scandir(os.path.dirname(path)) as entries:
            old = [entry.path for entry in entries if _is_special(entry.name) and entry.stat().st_mtime < now - _UNUSED]
        for other in old:
            remove_cache(other)


def _is_special(name: str) -> bool:
    return name.startswith(SPECIAL) and name.endswith(".sqlite")
