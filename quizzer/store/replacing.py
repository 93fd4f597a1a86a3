"""Replacing a person's file as a whole: after a crash or a power cut it is the old one or the new one, never half."""

import os
import re
from contextlib import suppress
from errno import EACCES, ESRCH
from io import BufferedWriter

from quizzer.errors import DeckMoved, DiskRefused

ABANDONED = 3600.0
"""Seconds after which a file left beside a deck by a process that is gone is taken away; a process of another machine
that shares the folder writes for less than that."""


def replace_file(path: str, data: bytes, before: bytes | None = None) -> None:
    """Write a file anew through one beside it, with the mode of the old one; a link stays a link.

    Args:
        path: the file.
        data: its bytes from now on.
        before: what it has to hold until then; None: whatever it holds.

    Raises:
        DeckMoved: it holds something else; it is as it was.
        DiskRefused: the disk is full or the folder cannot be written; the old file is as it was.
    """
    real = os.path.realpath(path)
    folder = os.path.dirname(real)
    beside = os.path.join(folder, f".{os.path.basename(real)}.{os.getpid()}~")
    try:
        os.makedirs(folder, exist_ok=True)
        _write(path, real, beside, data, before)
    except OSError as error:
        raise DiskRefused(
            f"{path} could not be written ({error.strerror or type(error).__name__}): it is as it was. "
            "See that its folder may be written and has space."
        ) from error
    _settle(folder)
    _sweep(folder, real)


def _write(path: str, real: str, beside: str, data: bytes, before: bytes | None) -> None:
    """Write the bytes to a file beside it, which takes its name or, whatever comes between, is taken away."""
    mode = os.stat(real).st_mode & 0o7777 if os.path.exists(real) else None
    try:
        if not _put_unnamed(beside, data, mode):
            with open(beside, "wb") as file:
                if mode is not None:
                    os.chmod(beside, mode)
                _fill(file, data)
        if before is not None:
            _require(path, real, before)
        os.replace(beside, real)
    except BaseException:  # Ctrl+C too
        with suppress(OSError):
            os.remove(beside)
        raise


def _put_unnamed(beside: str, data: bytes, mode: int | None) -> bool:
    """Whether a file could be written that has its name only once it is whole: a kill before that leaves nothing.

    Linux can do so on most of its file systems.
    """
    folder, unnamed = os.path.dirname(beside), getattr(os, "O_TMPFILE", 0)
    if not unnamed:
        return False
    try:
        handle = os.open(folder, unnamed | os.O_WRONLY, 0o666)
    except OSError:
        return False
    with open(handle, "wb") as file:
        if mode is not None:
            os.chmod(handle, mode)
        _fill(file, data)
        around = os.open(folder, os.O_RDONLY)
        try:
            os.link(f"/proc/self/fd/{handle}", os.path.basename(beside), dst_dir_fd=around)
        except OSError:
            return False  # there is no /proc, or this file system gives names in no such way
        finally:
            os.close(around)
    return True


def _fill(file: BufferedWriter, data: bytes) -> None:
    """Have the bytes on disk."""
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _require(path: str, real: str, before: bytes) -> None:
    """Refuse where a file does not hold what it held when it was read, or may only be read."""
    if not os.access(real, os.W_OK) and os.path.exists(real):
        raise PermissionError(EACCES, os.strerror(EACCES))
    with open(real, "rb") as file:
        if file.read() != before:
            raise DeckMoved(f"{path} has changed since it was read, so nothing was written: read it again.")


def _settle(folder: str) -> None:
    """Let the new name reach the disk too; some systems have no way to ask for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: str, real: str) -> None:
    """Take away what a write of this file left beside it when its process was killed."""
    ours = re.compile(rf"\.{re.escape(os.path.basename(real))}\.([1-9]\d{{0,8}})~")
    with suppress(OSError), os.scandir(folder) as entries:
        oldest = os.stat(real).st_mtime - ABANDONED
        for entry in entries:
            found = ours.fullmatch(entry.name)
            if not found or not entry.is_file(follow_symlinks=False) or entry.stat().st_mtime > oldest:
                continue
            if not _is_alive(int(found[1])):
                os.remove(entry.path)


def _is_alive(process: int) -> bool:
    """Whether a process runs here; where the system cannot be asked without harm, as if it did."""
    if os.name != "posix":
        return True  # pragma: no cover
    try:
        os.kill(process, 0)
    except OSError as error:
        return error.errno != ESRCH
    return True
