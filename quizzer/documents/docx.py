"""DOCX as blocks: headings by the styles' names, lists, tables, and pages where Word has left its page breaks."""

import re
from collections import Counter
from io import BufferedReader

from quizzer.core.passage import Role
from quizzer.core.text import clean
from quizzer.documents.archive import Archive
from quizzer.documents.blocks import Block
from quizzer.documents.flowing import squeezed
from quizzer.documents.refusal import Refusal
from quizzer.documents.xml import parse

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures|header|footer|index \d|bibliography")


def read_docx(file: BufferedReader) -> list[Block]:
    """The blocks of an open document.

    Raises:
        Refusal: it is damaged, encrypted or out of bounds.
    """
    archive = Archive(file)
    if _BODY not in archive:
        raise Refusal("it is no Word document")
    body = _Body(_style_names(archive.read(_STYLES)) if _STYLES in archive else {})
    parse(archive.read(_BODY), body.start, body.end, body.text)
    return body.finished()


def _style_names(data: bytes) -> dict[str, str]:
    """The names of styles, which are English in every language, by their ids, which are not."""
    names: dict[str, str] = {}
    style = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal style
        if name == "style":
            style = attributes.get("styleId", "")
        elif name == "name" and style:
            names[style] = attributes.get("val", "").lower()
            style = ""

    parse(data, start)
    return names


class _Body:
    """Blocks in the making, from the elements of a body."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.made: list[Block] = []
        self.words: list[str] = []
        self.open: Counter[str] = Counter()
        self.items: list[str] = []
        self.rows: list[str] = []
        self.cells: list[list[str]] = []
        self.page = 1
        self.began = 1
        self.turned = False
        self.style = ""
        self.outline = 0
        self.depth = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "p":
                self.words, self.style, self.outline, self.depth, self.began = [], "", 0, -1, self.page
            case "pStyle" | "outlineLvl" | "numPr" | "ilvl":
                self.property(name, attributes.get("val", ""))
            case "t" | "tbl" | "Fallback" | "r":
                self.open[name] += 1
            case "tr" if self.open["tbl"] == 1:
                self.cells = []
            case "tc" if self.open["tbl"] == 1:
                self.cells.append([])
            case "tab":
                self.words.append("\t" if self.open["r"] else "")
            case "br" | "cr" | "lastRenderedPageBreak" | "noBreakHyphen" | "footnoteReference" | "endnoteReference":
                self.mark(name, attributes)

    def property(self, name: str, value: str) -> None:
        match name:
            case "pStyle":
                self.style = self.styles.get(value, value.lower())
            case "outlineLvl":
                self.outline = int(value) + 1 if value in tuple("012345") else 0
            case "numPr":
                self.depth = max(0, self.depth)
            case _:
                self.depth = int(value) if value in tuple("012345678") else 0

    def mark(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "lastRenderedPageBreak":
                self.turned = True
                self.page += 1
                if not "".join(self.words).strip():
                    self.began = self.page
            case "footnoteReference" | "endnoteReference":
                self.words.append(f"[{attributes.get('id', '')[:3]}]")
            case "noBreakHyphen":
                self.words.append("-")
            case _:
                self.words.append("\n" if attributes.get("type") != "page" else "")

    def text(self, text: str) -> None:
        if self.open["t"] and not self.open["Fallback"]:
            self.words.append(text)

    def end(self, name: str) -> None:
        match name:
            case "p":
                self.paragraph(clean("".join(self.words)).strip(" \t\n"))
                self.words = []
            case "t" | "Fallback" | "r" if self.open[name]:
                self.open[name] -= 1
            case "tbl" if self.open["tbl"]:
                self.open["tbl"] -= 1
                if not self.open["tbl"]:
                    self.end_table()
            case "tr" if self.open["tbl"] == 1:
                self.rows.append(" | ".join(" ".join(cell) for cell in self.cells))

    def paragraph(self, text: str) -> None:
        if not text:
            return
        if self.open["tbl"]:
            if self.cells:
                self.cells[-1].append(squeezed(text))
            return
        heading = _HEADING.fullmatch(self.style)
        level = int(heading[1]) if heading else 1 if self.style == "title" else self.outline
        if self.depth >= 0 and not level:
            self.items.append("  " * self.depth + f"- {text}".replace("\n", " "))
            return
        self.end_list()
        role = Role.CAPTION if self.style == "caption" else Role.TEXT
        if _CONTENTS.fullmatch(self.style):
            level, role = 0, Role.BOILERPLATE
        self.made.append(Block(text, min(level, 6), self.began, role))

    def end_list(self) -> None:
        if self.items:
            self.made.append(Block("\n".join(self.items), 0, self.began, Role.LIST))
            self.items = []

    def end_table(self) -> None:
        self.end_list()
        rows = [row for row in self.rows if row.strip(" |")]
        self.rows, self.cells = [], []
        if rows:
            self.made.append(Block("\n".join(rows), 0, self.page, Role.TABLE))

    def finished(self) -> list[Block]:
        self.end_list()
        self.end_table()
        return self.made if self.turned else [block._replace(page=0) for block in self.made]
