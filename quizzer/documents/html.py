"""HTML as blocks, read once from left to right: time grows with the text, whatever stands in it.

The tokens follow the HTML standard's tokenizer, as far as text needs it; nothing is ever read twice, and no entity
can grow. What is no content (menus, footers, notices) is told by its elements, roles and class names; where a page
marks its main part, all else is none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from quizzer.core.passage import Role
from quizzer.core.text import clean
from quizzer.documents.blocks import MANY, TOO_MANY, Block
from quizzer.documents.flowing import pieces, squeezed
from quizzer.documents.html_names import (
    ASIDE,
    ASIDE_CLASSES,
    ASIDE_ROLES,
    BLOCKS,
    CONTEXTS,
    HEADINGS,
    RAW,
    SKIPPED,
    VOID,
)
from quizzer.documents.refusal import Refusal

TAGS = 600_000
"""Tags of a page at most; a long book has a tenth of it."""
ENTITIES = 1_000_000
_RAW = {name: re.compile(f"</{name}", re.I) for name in RAW}
_TAG = re.compile(r"<(?:/?([a-zA-Z][^\s/>]*)|[!?])")
_STOP = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_HUGE = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_CELL = 300
"""Characters beyond which a cell is layout: its text stands alone."""


class _Token(NamedTuple):
    text: str = ""
    name: str = ""
    """Of a tag, in small letters."""
    closes: bool = False
    attributes: str = ""


class Page(NamedTuple):
    """What a page holds."""

    title: str
    blocks: list[Block]


def read_page(text: str, pages: bool = False) -> Page:
    """The blocks of a page.

    Args:
        text: HTML or XHTML.
        pages: whether marks of a paper edition's pages count, as in EPUB.

    Raises:
        Refusal: it has more tags than any document.
    """
    if text.count("&") > ENTITIES:
        raise Refusal(f"it has more than {ENTITIES:,} entities")
    reader = _Reader(pages)
    count = 0
    for token in _tokens(text):
        if token.name:
            count += 1
            if count > TAGS:
                raise Refusal(f"it has more than {TAGS:,} tags")
            reader.tag(token)
        else:
            reader.text(token.text)
    return Page(reader.title, reader.finished())


def _tokens(text: str) -> Iterator[_Token]:
    """Text and tags in turn; comments and declarations are passed over, and what never ends ends the page."""
    at = 0
    while found := _TAG.search(text, at):
        start = found.start()
        if start > at:
            yield _Token(text[at:start])
        if found[1] is None:
            at = _after_declaration(text, start)
            continue
        end = _end_of_tag(text, found.end())
        name, closes = found[1].lower(), text[start + 1] == "/"
        yield _Token("", name, closes, text[found.end() : end])
        at = end + 1
        if name in _RAW and not closes:
            close = _RAW[name].search(text, at)
            if close is None:
                return
            if name == "title":
                yield _Token(text[at : close.start()])
            at = close.start()
    if at < len(text):
        yield _Token(text[at:])


def _after_declaration(text: str, start: int) -> int:
    """Where a comment or a declaration has ended; the end of the text for never."""
    sign = "-->" if text.startswith("<!--", start) else ">"
    end = text.find(sign, start + 2)
    return len(text) if end < 0 else end + len(sign)


def _end_of_tag(text: str, at: int) -> int:
    """Where the `>` of a tag stands, past quoted values; the end of the text for never."""
    while found := _STOP.search(text, at):
        if found[0] == ">":
            return found.start()
        if text[at : found.start()].rstrip()[-1:] == "=":
            close = text.find(found[0], found.end())
            if close < 0:
                return len(text)
            at = close + 1
        else:
            at = found.end()
    return len(text)


class _Reader:
    """Blocks in the making. `open` counts the elements around; only those that matter are counted."""

    def __init__(self, pages: bool) -> None:
        self.title = ""
        self.pages = pages
        self.page = 0
        self.articles = 0
        self.open: Counter[str] = Counter()
        self.stack: list[tuple[str, bool]] = []
        self.asides = 0
        self.in_title = False
        self.words: list[str] = []
        self.sup = (0, False)
        self.items: list[str] = []
        self.rows: list[str] = []
        self.cells: list[str] = []
        self.level = 0
        self.made: list[tuple[Block, bool, bool]] = []

    def text(self, text: str) -> None:
        if self.in_title:
            self.title = self.title or " ".join(_plain(text).split())
        elif not any(self.open[name] for name in SKIPPED):
            self.words.append(_plain(text))

    def tag(self, token: _Token) -> None:
        name = token.name
        if name in ("title", "head"):
            self.in_title = name == "title" and not token.closes and not self.open["svg"]
            return
        if name in BLOCKS:
            self.flush(name, token.closes)
            if self.open["p"]:  # which the next block ends
                self.close("p")
        elif name == "br":
            self.words.append("\n" if self.open["pre"] else "\v")
        if self.pages and not token.closes and "pagebreak" in token.attributes:
            self.turn(_attributes(token))
        if token.closes:
            self.close(name)
        elif name not in VOID and not token.attributes.endswith("/"):
            self.enter(name, token)
        if name == "a" and self.open["sup"]:
            self.sup = (self.sup[0], True)

    def turn(self, attributes: dict[str, str]) -> None:
        shown = attributes.get("title") or attributes.get("aria-label") or attributes.get("id", "")
        found = re.search(r"\d{1,5}", shown)
        self.page = int(found[0]) if found else self.page

    def enter(self, name: str, token: _Token) -> None:
        attributes = _attributes(token) if token.attributes else {}
        is_aside = name in ASIDE or _is_aside(attributes)
        if name not in CONTEXTS and not is_aside and not self.open[name]:
            return
        if is_aside and not self.asides:
            self.flush("", closes=False)
        self.stack.append((name, is_aside))
        self.open[name] += 1
        self.asides += is_aside
        self.articles += name == "article"
        if name == "sup":
            self.sup = (len(self.words), False)

    def close(self, name: str) -> None:
        if name == "sup" and self.open["sup"]:
            self.raise_()
        if not self.open[name]:
            return
        while self.stack:
            opened, is_aside = self.stack.pop()
            if is_aside:
                self.flush("", closes=True)
            self.open[opened] -= 1
            if opened in ("ul", "ol", "dl") and not self.lists():
                self.end_list()
            elif opened == "table" and not self.open["table"]:
                self.end_table()
            self.asides -= is_aside
            if opened == name:
                break

    def raise_(self) -> None:
        """A raised number: a reference where it is a link, else an exponent."""
        start, is_link = self.sup
        raised = "".join(self.words[start:]).strip()
        if raised.isdigit() and len(raised) < 4:
            self.words[start:] = [f"[{raised}]" if is_link else raised.translate(_SUPERSCRIPTS)]

    def lists(self) -> int:
        return self.open["ul"] + self.open["ol"] + self.open["dl"]

    def flush(self, name: str, closes: bool) -> None:
        """End the text so far; it belongs to what is open."""
        text = "".join(self.words)
        self.words = []
        self.sup = (0, self.sup[1])
        is_code = bool(self.open["pre"])
        text = text.strip("\n") if is_code else _flowing(text)
        level = self.level
        if name in HEADINGS or text:
            self.level = 0 if closes else HEADINGS.get(name, 0)
        if level and text:
            self.end_list()
            self.end_table()
            self.make(Block(text.replace("\n", " "), level))
        elif self.open["table"] and not self.open["caption"]:
            self.row(name, text)
        elif self.lists() and not is_code:
            self.item(name, text, closes)
        elif text.strip():
            role = Role.CODE if is_code else Role.TEXT
            if self.open["figcaption"] or self.open["caption"]:
                role = Role.CAPTION
            self.make(Block(text, role=role))

    def item(self, name: str, text: str, closes: bool) -> None:
        if text and self.items and self.items[-1].endswith(("- ", ": ")):
            self.items[-1] += text.replace("\n", " ")
        elif text:
            self.items.append(("  " if self.items else "") + text.replace("\n", " "))
        if closes:
            return
        if name in ("li", "dt"):
            self.items.append("  " * max(0, self.lists() - 1) + "- ")
        elif name == "dd" and self.items:
            self.items[-1] = self.items[-1].rstrip(": ") + ": "

    def row(self, name: str, text: str) -> None:
        if text:
            self.cells.append(text.replace("\n", " "))
        if name not in ("tr", "table") or not self.cells:
            return
        if any(len(cell) > _CELL for cell in self.cells):
            self.end_table()
            for cell in self.cells:
                self.make(Block(cell))
        else:
            self.rows.append(" | ".join(self.cells))
        self.cells = []

    def end_list(self) -> None:
        items = [item for item in self.items if item.strip(" -:")]
        self.items = []
        if items:
            self.make(Block("\n".join(items), role=Role.LIST))

    def end_table(self) -> None:
        rows, self.rows = self.rows, []
        if rows:
            self.make(Block("\n".join(rows), role=Role.TABLE))

    def make(self, block: Block) -> None:
        if self.asides and not block.level:
            block = block._replace(role=Role.BOILERPLATE)
        if len(self.made) == MANY:
            raise Refusal(TOO_MANY)
        if not (self.asides and block.level):
            within = bool(self.open["main"]), bool(self.open["article"])
            self.made.append((block._replace(page=self.page, text=clean(block.text)), *within))

    def finished(self) -> list[Block]:
        """All blocks; outside the main part they are boilerplate, unless there would be nothing else."""
        self.flush("table", closes=True)
        self.end_list()
        self.end_table()
        by_main = any(in_main for _, in_main, _ in self.made)
        by_article = not by_main and self.articles == 1
        blocks = []
        for block, in_main, in_article in self.made:
            if in_main or (by_article and in_article) or not (by_main or by_article):
                blocks.append(block)
            elif block.level <= 1:
                blocks.append(block if block.level else block._replace(role=Role.BOILERPLATE))
        if any(block.role is not Role.BOILERPLATE for block in blocks if not block.level):
            return blocks
        return [
            block._replace(role=Role.TEXT) if block.role is Role.BOILERPLATE else block for block, _, _ in self.made
        ]


_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)


def declared(data: bytes) -> str:
    """The encoding that a page names in its beginning; empty for none, and for those known anyhow."""
    found = _CHARSET.search(data[:2048])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return "" if name.startswith(("utf-8", "utf8", "utf-16")) else name


def _attributes(token: _Token) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(token.attributes)}


def _is_aside(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role", "") in ASIDE_ROLES
        or attributes.get("epub:type", "") in ("toc", "landmarks", "page-list", "footnotes", "endnotes")
        or bool(ASIDE_CLASSES & set(attributes.get("class", "").lower().split()))
    )


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    return "".join(unescape(_HUGE.sub("\ufffd", part)) for part in pieces(text, "&"))


def _flowing(text: str) -> str:
    """Text as a browser flows it: white space is one space, and `br` a line end."""
    return "\n".join(filter(None, map(squeezed, text.split("\v"))))
