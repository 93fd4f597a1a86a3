"""Plain text as blocks: paragraphs, and what in it is a heading, a list, a caption or boilerplate, by its looks."""

import re
from collections.abc import Iterator

from quizzer.core.passage import Role
from quizzer.documents.blocks import Block

_BREAK = re.compile(r"\n(?:[ \t]*+\n)++")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]+\S")
_CHAPTER = re.compile(r"(?i:chapter|part|section|kapitel|teil|abschnitt|chapitre|capítulo|capitolo) [\dIVXLC]+\b.*")
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]?[ \t]+[^\W\d_].*")
_FEW_WORDS = re.compile(r"(?![a-zà-ÿ])[^\W\d_][^\W\d_'’-]+(?: [^\W\d_][^\W\d_'’-]*){0,2}")
"""One to three words with a capital, and no number, that stand over a text are a heading; a caption says more."""
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»", "’", ")", "。", "！", "？")
_SHORT = 100


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a clean text; a line that stands alone before all others is its title."""
    paragraphs = _paragraphs(text)
    before = next(paragraphs, "")
    is_first = True
    for paragraph in paragraphs:
        yield _title(before) if is_first and _may_be_title(before) else _block(before, paragraph)
        before, is_first = paragraph, False
    if before:
        yield _block(before, "")


def _may_be_title(text: str) -> bool:
    return "\n" not in text and not _level(text) and role_of(text) is Role.CAPTION


def _title(text: str) -> Block:
    return Block(text.strip(), 1)


def _block(text: str, following: str) -> Block:
    level = _level(text)
    if not level and _FEW_WORDS.fullmatch(text.strip()) and following and role_of(following) is not Role.CAPTION:
        level = 0 if _level(following) else 2
    return Block(text.split("\n")[0].strip(), level) if level else Block(text, role=role_of(text))


def _paragraphs(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        gap = _BREAK.search(text, at)
        block = text[at : gap.start() if gap else len(text)].strip("\n")
        if block.strip():
            yield block
        at = gap.end() if gap else len(text)


def _level(block: str) -> int:
    """Of which level a heading is; 0 for no heading."""
    if len(block) > 3 * _SHORT:
        return 0
    lines = block.split("\n")
    title = lines[0].strip()
    if len(title) > _SHORT or title.endswith(_ENDS[:1]):
        return 0
    if len(lines) == 2 and (under := _UNDERLINE.match(lines[1])):
        return 1 if "=" in under[1] else 2
    if len(lines) > 1:
        return 0
    if _CHAPTER.fullmatch(title) or (title.isupper() and len(title) > 3):
        return 1
    return 2 if _NUMBERED.fullmatch(title) and not title.endswith(_ENDS) else 0


def _is_list(block: str) -> bool:
    lines = [line for line in block.split("\n") if line.strip()]
    return sum(bool(_ITEM.match(line)) for line in lines) * 2 >= len(lines) and bool(_ITEM.match(lines[0]))


_FIGURE = re.compile(r"(?i:fig(?:ure|\.)|table|abb(?:ildung|\.)|tab(?:elle|\.)|photo|image|bild)[ \t]*\d+[a-z]?[.:) ]")
_NOTICE = re.compile(
    r"(?i)(?:page |seite |p\. ?)?\d{1,4}(?: (?:of|von|/) ?\d{1,4})?\Z"
    r"|(?:©|\(c\)|copyright\b).{0,200}\Z|.{0,100}all rights reserved.{0,20}\Z"
    r"|(?:from wikipedia, the free encyclopedia|jump to (?:navigation|content)|retrieved from .{0,200}|\[edit\])\Z"
    r"|(?:share|print|subscribe|sign in|log in|advertisement|read more|cookie policy|privacy policy)\W{0,3}\Z"
)
_CAPTION_WORDS = 20
_REFERENCES = re.compile(r"(?:\[\d{1,4}\]){1,9}\Z")


def looked_at(block: Block) -> Block:
    """A block whose format calls it text, with its role if its words tell of another: `Figure 3: …`, `Page 12`."""
    if block.level or block.role is not Role.TEXT or len(block.text) > 1_000:
        return block
    if all(_NOTICE.match(line.strip()) for line in block.text.split("\n")):
        return block._replace(role=Role.BOILERPLATE)
    return block._replace(role=Role.CAPTION) if _FIGURE.match(block.text) else block


def role_of(block: str) -> Role:
    """What a block of text is, by its looks."""
    if len(block) > 1_000:
        return Role.LIST if _ITEM.match(block) and _is_list(block[:1_000]) else Role.TEXT
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    if all(_NOTICE.match(line) for line in lines):
        return Role.BOILERPLATE
    if _is_list(block):
        return Role.LIST
    if _FIGURE.match(lines[0]) or all(_is_caption(line) for line in lines):
        return Role.CAPTION
    return Role.TEXT


def _is_caption(line: str) -> bool:
    """Whether a line stands for itself without being a sentence: no full stop, not long."""
    line = _REFERENCES.sub("", line)
    return len(line) <= 2 * _SHORT and not line.endswith(_ENDS) and len(line.split()) <= _CAPTION_WORDS
