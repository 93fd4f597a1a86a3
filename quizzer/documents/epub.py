"""EPUB as blocks: the chapters of its spine, in their order, each a page of HTML."""

from collections.abc import Iterator
from io import BufferedReader
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from quizzer.documents.archive import Archive
from quizzer.documents.blocks import Block
from quizzer.documents.decoding import decode
from quizzer.documents.html import read_page
from quizzer.documents.refusal import Refusal
from quizzer.documents.xml import parse

CHAPTERS = 5_000
SIGNS = 1_000_000
"""Beginnings of tags and entities in all chapters."""
_CONTAINER = "META-INF/container.xml"
_PROTECTED = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


class Book(NamedTuple):
    """The title, and the chapters one by one."""

    title: str
    chapters: Iterator[list[Block]]
    of: int
    """How many chapters."""


class _Package:
    """What the package file says: the title, and the chapters' paths in reading order."""

    def __init__(self, data: bytes, folder: str) -> None:
        self.title = ""
        self.words: list[str] | None = None
        self.items: dict[str, str] = {}
        self.spine: list[str] = []
        self.folder = folder
        parse(data, self.start, self.end, self.text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "title" and not self.title:
            self.words = []
        elif name == "item" and attributes.get("media-type") in _PAGES:
            if "nav" not in attributes.get("properties", "").split():
                path = normpath(join(self.folder, unquote(attributes.get("href", "").partition("#")[0])))
                self.items[attributes.get("id", "")] = path
        elif name == "itemref" and attributes.get("linear") != "no":
            self.spine.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:
        if name == "title" and self.words is not None:
            self.title, self.words = " ".join("".join(self.words).split()), None

    def text(self, text: str) -> None:
        if self.words is not None:
            self.words.append(text)

    def chapters(self) -> list[str]:
        return list(dict.fromkeys(self.items[name] for name in self.spine if name in self.items))[:CHAPTERS]


def read_book(file: BufferedReader) -> Book:
    """An open book.

    Raises:
        Refusal: it is damaged, protected or out of bounds; also while its chapters are read.
    """
    archive = Archive(file)
    path = _package_path(archive)
    package = _Package(archive.read(path), dirname(path))
    chapters = [name for name in package.chapters() if name in archive]
    if not chapters:
        raise Refusal("it holds no chapters")
    if _PROTECTED in archive and set(chapters) & _protected(archive.read(_PROTECTED)):
        raise Refusal("it is protected against copying, and its text encrypted")
    return Book(package.title, _chapters(archive, chapters), len(chapters))


def _chapters(archive: Archive, names: list[str]) -> Iterator[list[Block]]:
    signs = 0
    for name in names:
        data = archive.read(name)
        signs += data.count(b"<") + data.count(b"&")
        if signs > SIGNS:
            raise Refusal("it has more tags and entities than any book")
        yield read_page(decode(data, _declared(data)), pages=True).blocks


def _declared(data: bytes) -> str:
    """The encoding that an XML declaration names, where it is none of those known anyhow."""
    beginning = data[:200]
    if not beginning.lstrip().startswith(b"<?xml") or b"encoding" not in beginning:
        return ""
    name = beginning.partition(b"encoding")[2].lstrip(b" =").lstrip()[1:].split(b'"')[0].split(b"'")[0]
    word = name.decode("ascii", "replace").strip().lower()
    return "" if word.startswith("utf") else word


def _package_path(archive: Archive) -> str:
    paths: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "rootfile" and "full-path" in attributes:
            paths.append(attributes["full-path"])

    if _CONTAINER not in archive:
        raise Refusal("it is no EPUB")
    parse(archive.read(_CONTAINER), start)
    if not paths:
        raise Refusal("it is damaged: it does not say where its chapters are")
    return paths[0]


def _protected(data: bytes) -> set[str]:
    """The paths of encrypted parts; fonts often are, and do not matter."""
    found: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "CipherReference":
            found.add(normpath(unquote(attributes.get("URI", ""))))

    parse(data, start)
    return found
