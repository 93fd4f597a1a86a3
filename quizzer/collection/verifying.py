"""What `check` finds beyond a deck file: whether its documents are there, and hold what is quoted from them.

Studying does without it, since documents may be long.
"""

import os
from itertools import pairwise

from quizzer.collection.documents import ENDINGS, is_within, read_document
from quizzer.core.cards import Deck, DeckSource, Note
from quizzer.core.passage import Document
from quizzer.core.problem import Problem
from quizzer.documents.quotes import find_quote
from quizzer.errors import DocumentUnreadable
from quizzer.formats.findings import Findings, shown


def verify(deck: Deck) -> list[Problem]:
    """The problems of a deck's sources, in the order of its file."""
    findings = Findings(deck.path, _text(deck.path))
    folder = os.path.dirname(os.path.abspath(deck.path))
    documents: dict[str, tuple[str, Document]] = {}
    for source in deck.sources:
        path = os.path.join(folder, source.file)
        trouble = _trouble(source, path, folder)
        if not trouble and source.file and path.lower().endswith(ENDINGS):
            try:
                documents[source.name] = source.file, read_document(path)
            except DocumentUnreadable as error:
                trouble = str(error).replace(path, shown(source.file), 1).rstrip("."), "put a readable one there"
        if trouble:
            findings.add("missing-source", *_place_of_file(findings, source.file), *trouble)
    for note, following in pairwise([*deck.notes, None]):
        if note and note.quote and note.source and note.source.doc in documents:
            file, document = documents[note.source.doc]
            if not any(find_quote(note.quote, passage.text) for passage in document.passages):
                end = following.line - 1 if following else len(findings.lines)
                findings.add(
                    "quote-not-found",
                    *_place_of_quote(findings, note, end),
                    f"these words do not stand in {shown(file)}",
                    "quote the document to the letter; only spaces and line ends may differ",
                )
    return findings.sorted()


def _trouble(source: DeckSource, path: str, folder: str) -> tuple[str, str] | None:
    """What is wrong with a source's file, and what to do; None where nothing is."""
    if not source.file:
        return None
    if not is_within(path, folder):
        return f"{shown(source.file)} lies outside the deck's folder, and is not opened", "put it beside the deck"
    if not os.path.isfile(path):
        return f"there is no file {shown(source.file)} beside the deck", "put it there, or write where it is from here"
    return None


def _place_of_file(findings: Findings, name: str) -> tuple[int, int]:
    """Where a source's file is named, counted from 0; the beginning where that cannot be seen."""
    start = next((at for at, line in enumerate(findings.lines) if line.startswith("sources:")), 0)
    for at, line in enumerate(findings.lines[start:], start):
        column = line.find(name, line.find("file:")) if "file:" in line else -1
        if column >= 0:
            return at, column
    return 0, 0


def _place_of_quote(findings: Findings, note: Note, end: int) -> tuple[int, int]:
    """Where a note's `quote` stands; where the note begins if it has none of its own."""
    for at in range(note.line - 1, min(end, len(findings.lines))):
        column = findings.lines[at].find("quote:")
        if column >= 0:
            return at, column
    return note.line - 1, 0


def _text(path: str) -> str:
    with open(path, "rb") as file:
        return file.read().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
