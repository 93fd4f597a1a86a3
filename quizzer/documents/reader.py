"""A document's file as passages, by the ending of its name. Each format has one small reader beside this one."""

import hashlib
import re
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from quizzer.core.passage import Document
from quizzer.core.text import one_line
from quizzer.documents import markdown, plain_text
from quizzer.documents.blocks import Block, bounded, led_in, number
from quizzer.documents.decoding import decode
from quizzer.documents.refusal import Refusal

if TYPE_CHECKING:
    from quizzer.documents.epub import Book

MARKDOWN = (".md", ".markdown")
TEXT = (".txt", ".text")
HTML = (".html", ".htm", ".xhtml")
EPUB, DOCX, PDF = ".epub", ".docx", ".pdf"
ENDINGS = (*MARKDOWN, *TEXT, *HTML, EPUB, DOCX, PDF)
"""Endings of every document that can be read."""
QUICK = (*MARKDOWN, *TEXT)
"""Endings of what is read at several megabytes a second."""
LARGEST = 16_000_000
"""Bytes of text of one document."""
LINES = 1_500_000
"""Lines of a text at most; a long book has some ten thousand."""
LARGEST_FILE = 256_000_000
"""Bytes of a file with more in it than text."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how much is done, of how much."""


def read(file: BufferedReader, path: str, encoding: str = "", progress: Progress | None = None) -> Document:
    """The passages of an open file.

    Args:
        file: a real file, at its beginning.
        path: whose ending tells the format.
        encoding: of a text; empty: UTF-8, or UTF-16 with its mark.
        progress: told of parts that have been read, where there are several.

    Raises:
        Refusal: it cannot be read, and why.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        raise Refusal(f"it is none of the documents that can be read: {', '.join(ENDINGS)}")
    if encoding and ending in (EPUB, DOCX, PDF):
        raise Refusal("a document of this kind tells its encoding itself: leave the encoding away")
    digest = _digest(file, LARGEST if ending in (*MARKDOWN, *TEXT, *HTML) else LARGEST_FILE)
    title, blocks = _blocks(file, ending, encoding, progress)
    if ending in (*HTML, EPUB, DOCX):
        blocks = list(map(plain_text.looked_at, blocks))
    passages = number(led_in(blocks))
    if not passages:
        raise Refusal("there is no text in it" if ending == PDF else "it is empty")
    heading = _heading(blocks)
    title = _without_site(title, heading) if ending in HTML else title
    return Document(path, title or heading or one_line(PurePath(path).stem), passages, digest)


def _digest(file: BufferedReader, largest: int) -> str:
    size = file.seek(0, 2)
    file.seek(0)
    if size > largest:
        raise Refusal(f"it is larger than {largest // 1_000_000} MB: split it")
    if not size:
        raise Refusal("it is empty")
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def _blocks(file: BufferedReader, ending: str, encoding: str, progress: Progress | None) -> tuple[str, list[Block]]:
    """The title that the document gives itself, and its blocks."""
    if ending == PDF:
        from quizzer.documents.pdf import read_pdf

        return read_pdf(file, progress)
    if ending == DOCX:
        from quizzer.documents.docx import read_docx

        return "", bounded(read_docx(file), LARGEST)
    if ending == EPUB:
        return _book(file, progress)
    data = file.read()
    if ending in HTML:
        from quizzer.documents.html import declared, read_page

        page = read_page(decode(data, encoding or declared(data)))
        return page.title, page.blocks
    text = decode(data, encoding)
    if text.count("\n") > LINES:
        raise Refusal(f"it has more than {LINES:,} lines: split it")
    return "", bounded(markdown.blocks(text) if ending in MARKDOWN else plain_text.blocks(text), LARGEST)


def _book(file: BufferedReader, progress: Progress | None) -> tuple[str, list[Block]]:
    from quizzer.documents.epub import read_book

    book = read_book(file)
    return one_line(book.title), bounded(_told(book, progress), LARGEST)


def _told(book: "Book", progress: Progress | None) -> Iterator[Block]:
    for done, chapter in enumerate(book.chapters, 1):
        yield from chapter
        if progress:
            progress(done, book.of)


def _without_site(title: str, heading: str) -> str:
    """The title of a page without the name of its site, which a page's first heading does not have.

    >>> _without_site("The Canal - Valley History", "The Canal")
    'The Canal'
    """
    has_site = heading and title.startswith(heading) and re.match(r" [-–—|·] ", title[len(heading) :])
    return heading if has_site else title


def _heading(blocks: list[Block]) -> str:
    first = next((block for block in blocks[:3] if block.level == 1), None)
    return one_line(first.text) if first else ""
