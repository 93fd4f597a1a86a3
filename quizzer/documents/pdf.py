"""PDF as blocks, with pypdf: lines joined to paragraphs, hyphens at line ends taken out, running heads left out."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from io import BufferedReader
from itertools import pairwise
from threading import Timer
from time import monotonic
from typing import Any, NamedTuple

from quizzer.core.passage import Role
from quizzer.core.text import clean, one_line
from quizzer.documents import pdf_pages
from quizzer.documents.blocks import Block
from quizzer.documents.pdf_patience import PATIENCE, allowed
from quizzer.documents.plain_text import role_of
from quizzer.documents.refusal import Refusal

PAGES = 5_000
LARGEST = 16_000_000
"""Characters of text."""
EDGE = 2
"""Lines at the top and at the bottom of a page where running heads stand."""
_ENDS = (".", "!", "?", ":", "”", '"', "»", "。")
_ITEM = re.compile(r"(?:[•‣▪–*-]|\(?\d{1,2}[.)])\s+\S")
_NUMBERED = re.compile(r"\d{1,2}((?:\.\d{1,2}){1,3})?\.?\s+[A-ZÀ-Þ].{2,80}")
_TITLE = re.compile(r"[A-ZÀ-Þ][^.!?:;,|=<>]*[\w)’'\"?]")
_TITLE_WORDS = 10
_HYPHEN = re.compile(r"\w[-\u2010\u00ad]")


class Pages(NamedTuple):
    """The text of each page, the title, and the headings of each page by its bookmarks: a level by a title."""

    texts: list[str]
    title: str
    headings: dict[int, dict[str, int]]


def install_command() -> str:
    """The command that installs what reads PDF, for the way in which quizzer was installed."""
    if "pipx" in sys.prefix:
        return "pipx inject quizzer-tui pypdf"
    if os.path.join("uv", "tools") in sys.prefix:  # noqa: PTH118
        return "uv tool install --with pypdf quizzer-tui"
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{python} -m pip install pypdf"


def read_pdf(file: BufferedReader, progress: Callable[[int, int], None] | None = None) -> tuple[str, list[Block]]:
    """The title and the blocks of an open file.

    Raises:
        Refusal: pypdf is missing; it is damaged, encrypted, or out of bounds.
    """
    if find_spec("pypdf") is None:
        raise Refusal(f"PDF needs the package pypdf; this installs it: {install_command()}")
    pages = _pages(file, progress)
    return pages.title, list(blocks(pages))


def _pages(file: BufferedReader, progress: Callable[[int, int], None] | None) -> Pages:
    size = os.fstat(file.fileno()).st_size
    os.lseek(file.fileno(), 0, os.SEEK_SET)
    worker = subprocess.Popen(
        [sys.executable, "-P", pdf_pages.__file__],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with worker:
        try:
            return _told(worker, size, progress)
        finally:
            worker.kill()


def _told(worker: "subprocess.Popen[str]", size: int, progress: Callable[[int, int], None] | None) -> Pages:
    began = monotonic()
    head = _line(worker, PATIENCE, f"it takes more than {PATIENCE:.0f} seconds to open")
    if not isinstance(head, dict):
        raise Refusal("it is damaged")
    count = head["pages"]
    if count > PAGES:
        raise Refusal(f"it has more than {PAGES:,} pages: split it")
    headings: dict[int, dict[str, int]] = {}
    for level, title, page in head["outline"]:
        headings.setdefault(page, {})[_key(title)] = level
    texts: list[str] = []
    different = set[int]()
    length = new = 0
    for at in range(count):
        until = min(allowed(size, len(different), new), monotonic() - began + PATIENCE)
        late = f"it takes too long, with {at:,} of {count:,} pages read in {until:.0f} seconds"
        text = clean(str(_line(worker, until - (monotonic() - began), late)))
        length += len(text)
        if length > LARGEST:
            raise Refusal(f"it holds more than {LARGEST // 1_000_000} MB of text: split it")
        if hash(text) not in different:
            different.add(hash(text))
            new += len(text)
        texts.append(text)
        if progress:
            progress(at + 1, count)
    return Pages(texts, one_line(head["title"]), headings)


def _line(worker: "subprocess.Popen[str]", seconds: float, late: str) -> Any:
    """What the worker says next, within its time; `late` says that it took longer."""
    assert worker.stdout is not None
    alarm = Timer(max(0.0, seconds), worker.kill)
    alarm.start()
    try:
        line = worker.stdout.readline(LARGEST)
    finally:
        waited = not alarm.is_alive()
        alarm.cancel()
    if not line.endswith("\n"):
        raise Refusal(late if waited else "it is damaged")
    told = json.loads(line)
    if isinstance(told, dict) and "refusal" in told:
        raise Refusal(told["refusal"])
    return told


def blocks(pages: Pages) -> Iterator[Block]:
    """The blocks of some pages; a paragraph that goes on overleaf is one."""
    lines = list(_lines(pages.texts))
    width = _width(lines)
    held: list[str] = []
    began = 0
    for (page, line), (_, following) in pairwise([*lines, (0, "")]):
        level = pages.headings.get(page, {}).get(_key(line), 0) or _level(line, held)
        level = level or (2 if _stands_alone(line, following, held, width) else 0)
        if level:
            yield from _made(held, began)
            held = []
            yield Block(line, level, page)
            continue
        if held and _begins_anew(held[-1], line, width) and (line or held[-1].endswith(_ENDS)):
            yield from _made(held, began)
            held = []
        if line:
            began = began if held else page
            held.append(line)
    yield from _made(held, began)


def _level(line: str, held: list[str]) -> int:
    """Of which level a heading is by its number, which stands at the beginning of a block; 0 for none."""
    found = _NUMBERED.fullmatch(line)
    if not found or line.endswith(_ENDS):
        return 0
    if found[1]:
        return 2 + found[1].count(".") if not held or held[-1].endswith(_ENDS) or _ITEM.match(held[-1]) else 0
    return 0 if held else 2


def _stands_alone(line: str, following: str, held: list[str], width: int) -> bool:
    """Whether a line is a heading by its looks: few words, with room for more, over a line that is full."""
    if held and not held[-1].endswith(_ENDS) and not all(_is_title(one, width) for one in held):
        return False
    room = len(line) + len(following.split(maxsplit=1)[0]) if following[:1].isupper() else width
    return room < 0.7 * width <= len(following) and _is_title(line, width)


def _is_title(line: str, width: int) -> bool:
    return len(line) < 0.7 * width and len(line.split()) <= _TITLE_WORDS and bool(_TITLE.fullmatch(line))


def _lines(texts: list[str]) -> Iterator[tuple[int, str]]:
    """Each line with its page; without running heads, and without blanks where a page is turned."""
    running = _running(texts)
    for page, text in enumerate(texts, 1):
        lines = text.strip().split("\n")
        for at, line in enumerate(lines):
            is_edge = at < EDGE or at >= len(lines) - EDGE
            if not (is_edge and line.strip() and _skeleton(line) in running):
                yield page, line.strip()


def _begins_anew(before: str, line: str, width: int) -> bool:
    """Whether a line begins a paragraph: after a blank, after a short last line, or as an item of a list."""
    if not line or (_ITEM.match(line) and not _ITEM.match(before)):
        return True
    return before.endswith(_ENDS) and len(before) < 0.8 * width and not _ITEM.match(line)


def _made(lines: list[str], page: int) -> Iterator[Block]:
    if not lines:
        return
    parts = [lines[0]]
    for line in lines[1:]:
        if _ITEM.match(line) and _ITEM.match(lines[0]):
            parts += ["\n", line]
        elif _HYPHEN.fullmatch(parts[-1][-2:]) and line[:1].islower():
            parts[-1:] = [parts[-1][:-1], line]
        else:
            parts += [" ", line]
    text = "".join(parts)
    role = role_of(text)
    if role is Role.CAPTION and len(lines) > 2:
        role = Role.TEXT
    yield Block(text, 0, page, role)


def _width(lines: list[tuple[int, str]]) -> int:
    """How long full lines are: nine of ten are no longer."""
    lengths = sorted(len(line) for _, line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _running(texts: list[str]) -> set[str]:
    """What stands at the edge of many pages, but for its numbers: running heads, and page numbers."""
    seen: Counter[str] = Counter()
    for text in texts:
        lines = text.strip().split("\n")
        seen.update({_skeleton(line) for line in (*lines[:EDGE], *lines[-EDGE:]) if line.strip()})
    many = max(3, len(texts) // 4)
    return {line for line, count in seen.items() if count >= many}


def _skeleton(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _key(title: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", title.casefold()).split())
