"""Watching a file, at the price of a look at its times."""

from pathlib import Path


class Watched:
    """A file that is looked at now and then."""

    def __init__(self) -> None:
        self._path = ""
        self._stamp = (0, 0, 0)

    def has_changed(self, path: str) -> bool:
        """Whether the file at a path has changed since the last look at the same path."""
        try:
            stat = Path(path).stat()
            stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        except OSError:
            stamp = (0, 0, 0)
        changed = path == self._path and stamp != self._stamp
        self._path, self._stamp = path, stamp
        return changed
