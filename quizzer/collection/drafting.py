"""Drafts of a document, as a deck of their own or added to one that is there.

A draft is left out where a note of the deck asks the same or, about the same document, has the same solution. Nothing
that stands in a deck is overwritten.
"""

import os
from collections.abc import Sequence
from typing import NamedTuple

from quizzer.collection.documents import is_within, read_document
from quizzer.collection.editing import AddNote, Change, SetSource, edit, open_deck
from quizzer.core.asking import asked, solution
from quizzer.core.cards import Cloze, Deck, Hole, Note, cards_of
from quizzer.core.draft import Draft
from quizzer.core.markup import plain
from quizzer.core.passage import Document
from quizzer.documents.drafting.drafting import draft
from quizzer.documents.reader import Progress
from quizzer.errors import EditRefused
from quizzer.formats.deck_writer import new_deck
from quizzer.formats.identity import hole_hash, normal_id
from quizzer.formats.note_keys import Keys, fresh_id, in_order, keys_of
from quizzer.formats.yaml_text import Value
from quizzer.store.replacing import replace_file

__all__ = (
    "Added",
    "Drafted",
    "Progress",
    "add_to_deck",
    "as_deck",
    "changes_to",
    "draft_document",
    "fresh",
    "keys_of_draft",
    "name_in",
)


class Drafted(NamedTuple):
    """A document and what can be asked from it, the most useful first."""

    document: Document
    drafts: tuple[Draft, ...]


class Added(NamedTuple):
    """What became of the drafts."""

    written: int
    known: int
    """How many were left out, since the deck asks them already."""
    is_new: bool
    """Whether the deck was made."""
    is_beside: bool
    """Whether the document lies where the deck can name it, so that passages can be shown."""


def draft_document(
    path: str, encoding: str = "", reading: Progress | None = None, drafting: Progress | None = None
) -> Drafted:
    """The drafts of a document.

    Args:
        path: of the document.
        encoding: of its text; empty: UTF-8, or UTF-16 with its mark.
        reading: told of parts that have been read.
        drafting: told of passages that have been looked at.

    Raises:
        DocumentUnreadable: it is not there, or cannot be read.
    """
    document = read_document(path, encoding, reading)
    found = draft(document.passages, _name(document), drafting, document.title)
    return Drafted(document, tuple(one._replace(note=_grouped(one.note)) for one in found))


def as_deck(drafted: Drafted, drafts: Sequence[Draft], folder: str = "", beside: bool = False) -> bytes:
    """A new deck of drafts.

    Args:
        drafted: the document they are from.
        drafts: some of its drafts.
        folder: where the deck will lie; empty: beside the document.
        beside: whether the document will be copied to that folder.
    """
    document = drafted.document
    source = _source(document, folder or os.path.dirname(os.path.abspath(document.path)), beside)
    taken: set[str] = set()
    notes: list[Keys] = []
    for one in drafts:
        keys = keys_of_draft(one)
        name = fresh_id(keys, taken)
        taken.add(name)
        notes.append(in_order({**keys, "id": name}))
    return new_deck({"title": document.title, "sources": {_name(document): source}}, notes)


def add_to_deck(drafted: Drafted, path: str, most: int) -> Added:
    """Write the best drafts that a deck does not ask yet to its end; the deck is made where there is none.

    Args:
        drafted: a document and its drafts.
        path: of the deck.
        most: drafts to write at most.

    Raises:
        DeckMoved: the deck was changed by another program meanwhile.
        EditRefused: the deck cannot be changed where it stands.
        DiskRefused: it cannot be read or written.
    """
    folder = os.path.dirname(os.path.abspath(path))
    beside = is_within(drafted.document.path, folder)
    if not os.path.exists(path):
        drafts = drafted.drafts[:most]
        replace_file(path, as_deck(drafted, drafts, folder))
        return Added(len(drafts), 0, True, beside)
    file = open_deck(path)
    if file.deck is None:
        raise EditRefused(f"{path} cannot be read as a deck; `quizzer check {path}` says why.")
    new = fresh(file.deck, drafted, folder)
    changes = changes_to(file.deck, drafted._replace(drafts=tuple(new[:most])), folder)
    if new:
        edit(file, changes)
    return Added(min(most, len(new)), len(drafted.drafts) - len(new), False, beside)


def changes_to(deck: Deck, drafted: Drafted, folder: str, beside: bool = False) -> list[Change]:
    """What adds a document and those of its drafts that a deck does not ask yet.

    Args:
        deck: that is there.
        drafted: a document and its drafts.
        folder: where the deck lies.
        beside: whether the document will be copied to that folder.
    """
    name = name_in(deck, drafted.document, folder)
    changes: list[Change] = []
    if name not in {source.name for source in deck.sources}:
        changes.append(SetSource(name, _source(drafted.document, folder, beside)))
    for one in fresh(deck, drafted, folder):
        source = one.note.source._replace(doc=name) if one.note.source else None
        changes.append(AddNote(keys_of_draft(one._replace(note=one.note._replace(source=source)))))
    return changes


def fresh(deck: Deck, drafted: Drafted, folder: str) -> list[Draft]:
    """The drafts that a deck does not ask yet."""
    known = _known(deck, name_in(deck, drafted.document, folder))
    return [one for one in drafted.drafts if not _is_known(one.note, known)]


def _name(document: Document) -> str:
    """What notes call the document."""
    return normal_id(os.path.splitext(os.path.basename(document.path))[0]) or "document"


def name_in(deck: Deck, document: Document, folder: str) -> str:
    """What notes of a deck call the document: the source that is it already, else a name that none has."""
    own = os.path.realpath(document.path)
    for source in deck.sources:
        if source.file and os.path.realpath(os.path.join(folder, source.file)) == own:
            return source.name
        if not source.file and source.sha256 == document.sha256:
            return source.name
    taken = {source.name for source in deck.sources}
    name = found = _name(document)
    number = 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return found


def _source(document: Document, folder: str, beside: bool = False) -> dict[str, str]:
    """The entry under `sources:`; without its file where that lies outside of the deck's folder, and stays there."""
    entry = {"title": document.title}
    if beside:
        entry["file"] = os.path.basename(document.path)
    elif is_within(document.path, folder):
        entry["file"] = os.path.relpath(os.path.realpath(document.path), os.path.realpath(folder)).replace(os.sep, "/")
    return entry | {"sha256": document.sha256}


def keys_of_draft(one: Draft) -> dict[str, Value]:
    """The keys of a draft's note, with a comment that says which rule found it.

    >>> from quizzer.core.cards import Kind, TrueFalse
    >>> from quizzer.core.draft import DraftRule
    >>> keys_of_draft(Draft(Note("", Kind.TRUE_FALSE, "So?", TrueFalse(True)), DraftRule.DATES, 0.5))["comment"]
    'found by the rule dates'
    """
    return in_order({**keys_of(one.note), "comment": f"found by the rule {one.rule}"})


def _grouped(note: Note) -> Note:
    """A cloze with one hole written without a number, as people do."""
    body = note.body
    if not isinstance(body, Cloze) or sum(isinstance(piece, Hole) for piece in body.pieces) != 1:
        return note
    pieces = tuple(
        piece._replace(group=hole_hash(" ".join(piece.text.split()), 1)) if isinstance(piece, Hole) else piece
        for piece in body.pieces
    )
    return note._replace(body=body._replace(pieces=pieces))


Known = tuple[frozenset[str], frozenset[str]]


def _known(deck: Deck, name: str) -> Known:
    """What the notes of a deck ask, and the solutions of those about a document."""
    asks, solutions = set[str](), set[str]()
    for note in deck.notes:
        asks |= _asks(note)
        if note.source is None or note.source.doc == name:
            solutions |= _solutions(note)
    return frozenset(asks), frozenset(solutions)


def _is_known(note: Note, known: Known) -> bool:
    asks, solutions = known
    return bool(_asks(note) & asks) or _solutions(note) <= solutions


def _asks(note: Note) -> set[str]:
    return {_folded(asked(card, "").prompt.text) for card in cards_of("", note)}


def _solutions(note: Note) -> set[str]:
    return {_folded(solution(card)) for card in cards_of("", note)}


def _folded(text: str) -> str:
    return " ".join(plain(text).casefold().split()).removeprefix("the ")
