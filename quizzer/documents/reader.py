"""A document's file as passages, by the ending of its name. Each format has one small reader beside this one."""

import hashlib
from pathlib import PurePath
from typing import BinaryIO

from quizzer.core.passage import Document, Passage
from quizzer.core.text import one_line
from quizzer.documents import markdown, plain_text
from quizzer.documents.blocks import Block, number
from quizzer.documents.decoding import decode
from quizzer.documents.refusal import Refusal

TEXTS = (".md", ".markdown", ".txt", ".text")
"""Endings of what is text as it stands."""
ENDINGS = TEXTS
"""Endings of every document that can be read."""
LARGEST = 16_000_000
"""Bytes of text of one document."""


def read(file: BinaryIO, path: str, encoding: str = "") -> Document:
    """The passages of an open file.

    Raises:
        Refusal: it cannot be read, and why.
    """
    if not path.lower().endswith(ENDINGS):
        raise Refusal(f"it is none of the documents that can be read: {', '.join(ENDINGS)}")
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refusal(f"it holds more than {LARGEST // 1_000_000} MB of text: split it")
    text = decode(data, encoding)
    found = list(markdown.blocks(text) if path.lower().endswith(TEXTS[:2]) else plain_text.blocks(text))
    passages = number(found)
    if not passages:
        raise Refusal("it is empty")
    return Document(path, _title(found, passages, path), passages, hashlib.sha256(data).hexdigest())


def _title(blocks: list[Block], passages: tuple[Passage, ...], path: str) -> str:
    first = next((block for block in blocks[:3] if block.level == 1), None)
    return one_line(first.text) if first else one_line(PurePath(path).stem)
