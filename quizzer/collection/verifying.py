"""What `check` finds beyond a deck file: whether its documents are there, and still say what is quoted from them.

Studying does without it, since documents may be long. Each finding whose remedy is known comes with the change that
would bring the deck up to date.
"""

import os
from itertools import pairwise
from typing import NamedTuple

from quizzer.collection.advising import advise
from quizzer.collection.documents import ENDINGS, Progress, is_within, read_document
from quizzer.core.cards import Deck, DeckSource, Note
from quizzer.core.passage import Document, Passage
from quizzer.core.problem import Problem
from quizzer.documents.quotes import Change, Finder, Found
from quizzer.errors import DocumentUnreadable
from quizzer.formats.findings import Findings, shown

_NAMED = 5
"""Passages without a card that are named."""


class Amendment(NamedTuple):
    """A value of a deck that its document has left behind."""

    line: int
    """Where it stands in the file, from 1."""
    key: str
    """`passage` or `quote` of a note, `sha256` of a source."""
    old: str
    new: str
    note: str = ""
    """The note's id; empty for a source."""
    source: str = ""
    """The source's name."""


class Verified(NamedTuple):
    """The problems of a deck's sources, in the order of its file, and what would mend them."""

    problems: list[Problem]
    amendments: list[Amendment]


def verify(deck: Deck, progress: Progress | None = None) -> Verified:
    """Look through a deck's documents, one after the other; `progress` is told of the parts of each."""
    verifying = _Verifying(deck)
    for source in deck.sources:
        verifying.look_into(source, progress)
    advised = advise(deck, verifying.findings.text)
    problems = [*verifying.findings.sorted(), *advised]
    return Verified(
        sorted(problems, key=lambda problem: (problem.line, problem.column)),
        sorted(verifying.amendments, key=lambda amendment: (amendment.line, amendment.key)),
    )


class _Verifying:
    def __init__(self, deck: Deck) -> None:
        self.folder = os.path.dirname(os.path.abspath(deck.path))
        self.findings = Findings(deck.path, _text(deck.path))
        self.amendments: list[Amendment] = []
        last = len(self.findings.lines)
        self.notes = [
            (note, following.line - 1 if following else last)
            for note, following in pairwise([*deck.notes, None])
            if note is not None
        ]

    def look_into(self, source: DeckSource, progress: Progress | None) -> None:
        """Whether a source's document is there, and holds what is quoted from it."""
        path = os.path.join(self.folder, source.file)
        trouble = _trouble(source, path, self.folder)
        document = None
        if not trouble and source.file and path.lower().endswith(ENDINGS):
            try:
                document = read_document(path, progress=progress)
            except DocumentUnreadable as error:
                trouble = (
                    str(error).replace(path, shown(source.file), 1).rstrip("."),
                    "put a document there that can be read, or take `file` away",
                )
        if trouble:
            self.findings.add("missing-source", *_place_of_file(self.findings, source.file), *trouble)
        elif document is not None:
            self.compare_checksum(source, document)
            finder = Finder(document)
            self.uncovered(source, document, finder)
            for note, end in self.notes:
                if note.source and note.source.doc == source.name:
                    self.compare_note(note, end, finder, source)

    def uncovered(self, source: DeckSource, document: Document, finder: Finder) -> None:
        """Passages that no note asks about, unless none is asked about at all: then the document lies there to read."""
        asked = set[Passage]()
        for note, _ in self.notes:
            if note.source and note.source.doc == source.name:
                number = note.source.passage
                asked.update(finder.find(note.quote, number).passages if note.quote else finder.named(number))
        missing = [passage for passage in document.passages if _wants_note(passage) and passage not in asked]
        if not asked or not missing:
            return
        names = [passage.number for passage in missing[:_NAMED]]
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        self.findings.add(
            "passage-without-card",
            *_place_of_file(self.findings, source.file),
            f"nothing asks about {len(missing)} passages of {shown(source.file)}: {', '.join(names)}{more}"
            if len(missing) > 1
            else f"nothing asks about passage {names[0]} of {shown(source.file)}",
            "write a note on each that is worth knowing",
        )

    def compare_checksum(self, source: DeckSource, document: Document) -> None:
        if not source.sha256 or source.sha256.lower() == document.sha256:
            return
        line, column = _place_of(self.findings, source.sha256)
        self.findings.add(
            "source-changed",
            line,
            column,
            f"{shown(source.file)} is not the file that this checksum is of",
            f"if its quotes are right, write sha256: {document.sha256}",
        )
        self.amendments.append(Amendment(line + 1, "sha256", source.sha256, document.sha256, source=source.name))

    def compare_note(self, note: Note, end: int, finder: Finder, source: DeckSource) -> None:
        number = note.source.passage if note.source else ""
        if not note.quote:
            if number and not finder.named(number):
                self.findings.add(
                    "passage-not-found",
                    *self.place(note, end, "passage:"),
                    f"{shown(source.file)} has no passage {shown(number)}",
                    "name one that it has, or quote the words that the answer rests on",
                )
            return
        found = finder.find(note.quote, number)
        if found.change is Change.UNCHANGED:
            return
        if found.change is Change.GONE:
            self.findings.add(
                "quote-not-found",
                *self.place(note, end, "quote:"),
                f"these words do not stand in {shown(source.file)}",
                "quote the document to the letter; only spaces, line ends, hyphens and quotation marks may differ",
            )
            return
        moved = bool(number) and found.passages[0] not in finder.named(number)
        if found.change is Change.REWORDED:
            self.reworded(note, end, found, source)
        else:
            self.moved(note, end, found, source)
        if moved:
            self.amend(note, end, "passage", number, found.passages[0].number)

    def moved(self, note: Note, end: int, found: Found, source: DeckSource) -> None:
        number = found.passages[0].number
        self.findings.add(
            "quote-moved",
            *self.place(note, end, "passage:"),
            f"the quote stands in passage {number} of {shown(source.file)}"
            if number
            else f"the quote stands in a part of {shown(source.file)} that has no number",
            f"write passage: {number}" if number else "take `passage` away",
        )

    def reworded(self, note: Note, end: int, found: Found, source: DeckSource) -> None:
        self.findings.add(
            "quote-reworded",
            *self.place(note, end, "quote:"),
            f"{shown(source.file)} says this in other words now",
            f"old: {' '.join(note.quote.split())}\nnew: {' '.join(found.words.split())}",
        )
        self.amend(note, end, "quote", note.quote, found.words)

    def amend(self, note: Note, end: int, key: str, old: str, new: str) -> None:
        line, _ = self.place(note, end, f"{key}:")
        self.amendments.append(Amendment(line + 1, key, old, new, note.id, note.source.doc if note.source else ""))

    def place(self, note: Note, end: int, key: str) -> tuple[int, int]:
        """Where a key of a note stands, counted from 0; where the note begins if it has none of its own."""
        for at in range(note.line - 1, min(end, len(self.findings.lines))):
            column = self.findings.lines[at].find(key)
            if column >= 0:
                return at, column
        return note.line - 1, 0


def _wants_note(passage: Passage) -> bool:
    """Whether somebody could be asked about a passage: what nothing counts is an introduction."""
    return passage.is_asked_about and bool(passage.number)


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


def _place_of(findings: Findings, words: str) -> tuple[int, int]:
    """Where some words stand first, counted from 0; the beginning where that cannot be seen."""
    return next(((at, line.find(words)) for at, line in enumerate(findings.lines) if words in line), (0, 0))


def _text(path: str) -> str:
    with open(path, "rb") as file:
        return file.read().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
