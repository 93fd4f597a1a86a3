"""Documents opened by their path: the file half of what quizzer.documents reads."""

import os
from io import BufferedReader

from quizzer.core.passage import Document
from quizzer.core.text import one_line
from quizzer.documents.reader import ENDINGS, QUICK, Progress, read
from quizzer.documents.refusal import Refusal
from quizzer.errors import DocumentUnreadable

__all__ = ["ENDINGS", "QUICK", "Progress", "is_within", "read_document"]


def read_document(path: str, encoding: str = "", progress: Progress | None = None) -> Document:
    """A document as numbered passages.

    Args:
        path: of a text, Markdown, HTML, EPUB, DOCX or PDF file.
        encoding: what its text is in; empty: UTF-8, or UTF-16 with its mark.
        progress: called with how many parts are read, of how many, where a document has several.

    Raises:
        DocumentUnreadable: it is not there, or cannot be read; one sentence with the path.
    """
    try:
        with _opened(path) as file:
            return read(file, path, encoding, progress)
    except Refusal as refusal:
        raise DocumentUnreadable(f"{one_line(path)} cannot be read: {refusal}.") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name is impossible"
        raise DocumentUnreadable(f"{one_line(path)} cannot be read: {why}.") from None


def _opened(path: str) -> BufferedReader:
    if not os.path.exists(path):
        raise Refusal("there is no such file")
    if not os.path.isfile(path):  # a pipe or a device has no end
        raise Refusal("it is a folder" if os.path.isdir(path) else "it is no file")
    return open(path, "rb")


def is_within(path: str, folder: str) -> bool:
    """Whether a path, with its links followed, leads into a folder."""
    real, around = os.path.realpath(path), os.path.realpath(folder)
    try:
        return os.path.commonpath([real, around]) == around
    except ValueError:  # on another drive
        return False
