"""Finding the deck that a person means by a word."""

import os
from collections.abc import Mapping

from quizzer.core.text import one_line
from quizzer.errors import DeckNotFound
from quizzer.store.cache import DeckEntry


def find_deck(word: str, decks: Mapping[str, DeckEntry]) -> str:
    """The id of the deck that a word means: its id, its path, or the beginning of its title.

    Raises:
        DeckNotFound: no deck, or more than one, goes by that word.
    """
    if word in decks:
        return word
    real = os.path.realpath(word)
    for deck in decks.values():
        if os.path.realpath(deck.path) == real:
            return deck.id
    wanted = word.casefold()
    found = [
        deck for deck in decks.values() if wanted and (deck.title.casefold().startswith(wanted) or deck.id == wanted)
    ]
    exact = [deck for deck in found if deck.title.casefold() == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0].id
    if found:
        raise DeckNotFound(f"{one_line(word)!r} may be {_listed(found)}: write more of its title, or its id.")
    raise DeckNotFound(f"There is no deck {one_line(word)!r}{_nearest(wanted, decks)}.")


def _nearest(word: str, decks: Mapping[str, DeckEntry]) -> str:
    if not decks:
        return ": there are no decks at all"
    from rapidfuzz import process

    names = {deck.id: deck.id for deck in decks.values()} | {deck.title.casefold(): deck.id for deck in decks.values()}
    best = process.extractOne(word, list(names), score_cutoff=60)
    if best:
        return f"; did you mean {names[best[0]]}"
    return f"; there is {_listed(list(decks.values())[:5])}"


def _listed(decks: list[DeckEntry]) -> str:
    return ", ".join(deck.id for deck in decks)
