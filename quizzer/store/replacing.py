"""Replacing a person's file as a whole: after a crash or a power cut it is the old one or the new one, never half."""

import os
from contextlib import suppress

from quizzer.errors import DiskRefused


def replace_file(path: str, data: bytes) -> None:
    """Write a file anew through one beside it, with the mode of the old one; a link stays a link.

    Raises:
        DiskRefused: the disk is full or the folder cannot be written; the old file is as it was.
    """
    real = os.path.realpath(path)
    folder = os.path.dirname(real)
    beside = os.path.join(folder, f".{os.path.basename(real)}.{os.getpid()}~")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(beside, "wb") as file:
            if os.path.exists(real):
                os.chmod(beside, os.stat(real).st_mode & 0o7777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, real)
    except OSError as error:
        with suppress(OSError):
            os.remove(beside)
        raise DiskRefused(
            f"{path} could not be written ({error.strerror or type(error).__name__}): it is as it was. "
            "See that its folder may be written and has space."
        ) from error
    _settle(folder)


def _settle(folder: str) -> None:
    """Let the new name reach the disk too; some systems have no way to ask for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
