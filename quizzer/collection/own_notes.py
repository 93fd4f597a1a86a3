"""Notes of a person's own, made from words that they marked in a passage: the quote is filled in."""

import re
from collections.abc import Iterator, Sequence

from quizzer.core.cards import Body, Cloze, Flashcard, Hole, Items, Kind, Note, Source, Typed
from quizzer.core.inline import Range
from quizzer.core.other_kinds import LONGEST_TYPED
from quizzer.core.passage import Passage, ReadOut, read_out
from quizzer.documents.drafting.sentences import blocks, sentences
from quizzer.errors import EditRefused
from quizzer.formats.identity import hole_hash
from quizzer.formats.note_text import as_kind
from quizzer.formats.yaml_text import Value

_EDGES = re.compile(r"\A[\W_]+|[\W_]+\Z")
_CLOSING = re.compile(r"[.,;:!?…\"'“”„«»‘’]+\Z")
_OPENING = re.compile(r"\A[\"'“”„«»‘’¿¡]+")


def words_of(text: str) -> list[Range]:
    """Where the words of a text stand, with the signs that touch them."""
    return [found.span() for found in re.finditer(r"\S+", text) if _EDGES.sub("", found[0])]


def runs(words: Sequence[Range], marked: frozenset[int]) -> list[Range]:
    """The ranges of marked words, those that follow each other together."""
    found: list[Range] = []
    for at in sorted(marked):
        start, end = words[at]
        if at - 1 in marked:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def cloze_of(passage: Passage, source: str, marked: Sequence[Range]) -> Note:
    """A cloze of the sentences that hold what is marked, each run of words a hole.

    Args:
        passage: that the words stand in.
        source: what the deck calls the document.
        marked: ranges of the text as it is read out.

    Raises:
        EditRefused: nothing is marked.
    """
    said, holes = read_out(passage), _trimmed(passage, marked)
    start, end = _sentences(said.text, holes)
    pieces: list[str | Hole] = []
    seen: dict[str, int] = {}
    at = start
    for begins, ends in holes:
        text = " ".join(said.text[begins:ends].split())
        seen[text] = seen.get(text, 0) + 1
        pieces += [said.text[at:begins]] if begins > at else []
        pieces.append(Hole(text, hole_hash(text, seen[text])))
        at = ends
    pieces += [said.text[at:end]] if end > at else []
    return _note(passage, source, said, (start, end), Kind.CLOZE, "", Cloze(tuple(pieces)))


def blank_of(passage: Passage, source: str, marked: Sequence[Range]) -> dict[str, Value]:
    """The keys of a note that is yet to be written: where it comes from, and what is marked as its answer."""
    place: dict[str, Value] = {"doc": source, "passage": passage.number}
    place |= {"page": str(passage.page)} if passage.page else {}
    keys: dict[str, Value] = {"source": {name: value for name, value in place.items() if value}}
    if marked:
        note = question_of(passage, source, marked, "?")
        keys |= {"answer": getattr(note.body, "answer", ""), "quote": note.quote}
    return as_kind(Kind.FLASHCARD, keys)


def question_of(passage: Passage, source: str, marked: Sequence[Range], question: str) -> Note:
    """A question whose answer is what is marked: typed where that is one run of few words. Raises: as `cloze_of`."""
    said, ranges = read_out(passage), _trimmed(passage, marked)
    answer = ", ".join(" ".join(said.text[start:end].split()) for start, end in ranges)
    typed = len(answer) <= LONGEST_TYPED and len(ranges) == 1
    body: Body = Typed(answer) if typed else Flashcard(answer)
    kind = Kind.TYPED if typed else Kind.FLASHCARD
    return _note(passage, source, said, _sentences(said.text, ranges), kind, question, body)


def list_of(passage: Passage, source: str, marked: Sequence[Range], question: str) -> Note:
    """A list of what is marked: each run of words is an item, and a comma inside one parts two.

    Raises:
        EditRefused: fewer than two runs are marked.
    """
    said, ranges = read_out(passage), _trimmed(passage, marked)
    parts = (part for start, end in ranges for part in re.split(r"[,;]\s+", said.text[start:end]))
    items = tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in parts))))
    if len(items) < 2:
        raise EditRefused("a list needs two items or more: leave words between them unmarked")
    return _note(passage, source, said, _sentences(said.text, ranges), Kind.LIST, question, Items(items))


def _note(passage: Passage, source: str, said: ReadOut, where: Range, kind: Kind, question: str, body: Body) -> Note:
    start, end = said.place(*where)
    page = str(passage.page) if passage.page else ""
    return Note("", kind, question, body, source=Source(source, passage.number, page), quote=passage.text[start:end])


def _trimmed(passage: Passage, marked: Sequence[Range]) -> list[Range]:
    """What is marked, without the commas and full stops at its edges."""
    text = read_out(passage).text
    found: list[Range] = []
    for start, end in marked:
        opening, closing = _OPENING.search(text[start:end]), _CLOSING.search(text[start:end])
        first = start + (opening.end() if opening else 0)
        last = start + closing.start() if closing else end
        if first < last:
            found.append((first, last))
    if not found:
        raise EditRefused("mark words first, with Space")
    return found


def _sentences(text: str, marked: Sequence[Range]) -> Range:
    """From the beginning of the sentence of the first mark to the end of that of the last."""
    first, last = marked[0][0], marked[-1][1]
    around = [where for where in _all_sentences(text) if where[0] < last and where[1] > first]
    if not around:
        return first, last
    return min(first, around[0][0]), max(last, around[-1][1])


def _all_sentences(text: str) -> Iterator[Range]:
    for block in blocks(text):
        yield from sentences(text, block.start, block.end)
