"""Which deck a document goes into: one that names it already, else one beside it, else one of the person's own."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from quizzer.collection.documents import is_within
from quizzer.collection.finding import ENDINGS, Folder
from quizzer.collection.shelf import Shelf
from quizzer.core.cards import DeckSource
from quizzer.errors import BundledDeck, EditRefused
from quizzer.formats.identity import normal_id
from quizzer.store.paths import bundled_decks


class Placed(NamedTuple):
    """A deck to write to, and the document that it is written from."""

    deck: str
    """The path of the deck; it may not be there yet."""
    document: str = ""
    """The path of the document; empty where a deck is written without one."""
    copies: bool = False
    """Whether the document is copied beside the deck, since it lies where the deck cannot be written."""


def is_deck(path: str) -> bool:
    """Whether a path is that of a deck file, by its ending."""
    return path.lower().endswith(ENDINGS)


def is_bundled(path: str) -> bool:
    """Whether a path leads to a file that comes with quizzer."""
    return is_within(path, bundled_decks())


def placed(path: str, shelf: Shelf) -> Placed:
    """Where the notes of a document go, or those of a deck that is named itself.

    Raises:
        BundledDeck: it is a deck that comes with quizzer.
        EditRefused: there is no folder that a deck could be written to.
    """
    path = os.path.abspath(path)
    if is_deck(path):
        if is_bundled(path):
            raise BundledDeck(
                f"{os.path.basename(path)} comes with quizzer and is not changed; a copy among your own decks can be."
            )
        return Placed(path)
    for deck in shelf.decks.values():
        if not is_bundled(deck.path) and _names(shelf, deck.id, os.path.dirname(deck.path), path):
            return Placed(deck.path, path)
    stem = os.path.splitext(path)[0]
    beside = next((stem + ending for ending in ENDINGS if os.path.isfile(stem + ending)), "")
    if beside and not is_bundled(beside):
        return Placed(beside, path)
    folder = os.path.dirname(path)
    if os.access(folder, os.W_OK) and not is_bundled(folder):
        return Placed(_fresh(folder, path, shelf), path)
    if not shelf.own_decks:
        raise EditRefused(f"no deck can be written to {folder}: copy the document to a folder where you may write")
    return Placed(_fresh(shelf.own_decks, path, shelf), path, copies=True)


def is_in(path: str, folders: Iterable[Folder]) -> bool:
    """Whether a deck is among those of some folders."""
    return any(is_within(path, folder.path) for folder in folders if not folder.bundled)


def _names(shelf: Shelf, deck: str, folder: str, path: str) -> bool:
    sources = (DeckSource(*source) for source in shelf.about(deck).get("sources", ()))
    real = os.path.realpath(path)
    return any(source.file and os.path.realpath(os.path.join(folder, source.file)) == real for source in sources)


def _fresh(folder: str, document: str, shelf: Shelf) -> str:
    """The path of a new deck, whose id no other deck has."""
    stem = os.path.splitext(os.path.basename(document))[0]
    name, number = stem, 2
    while normal_id(name) in shelf.decks or os.path.lexists(os.path.join(folder, name + ENDINGS[0])):
        name, number = f"{stem}-{number}", number + 1
    return os.path.join(folder, name + ENDINGS[0])
