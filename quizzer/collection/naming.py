"""Finding the deck that a person means by a word."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence

from quizzer.core.problem import Problem
from quizzer.core.text import clean, one_line, quoted
from quizzer.errors import DeckNotFound, QuizzerError, UsageError
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
    wanted = clean(word).casefold()  # a word may come decomposed, as macOS spells names
    found = [
        deck for deck in decks.values() if wanted and (deck.title.casefold().startswith(wanted) or deck.id == wanted)
    ]
    exact = [deck for deck in found if deck.title.casefold() == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0].id
    if found:
        raise DeckNotFound(f"{quoted(word)} may be {_listed(found)}: write more of its title, or its id.")
    raise DeckNotFound(f"There is no deck {quoted(word)}{_nearest(wanted, decks)}.")


def refuse_unreadable(word: str, problems: Callable[[], Sequence[Problem]], decks: Mapping[str, DeckEntry]) -> None:
    """Return, unless a word is the path of a file in which nothing can be asked.

    Raises:
        QuizzerError: it is; the sentence says what stands in the way first.
    """
    if not os.path.isfile(word):
        return
    real = os.path.realpath(word)
    if any(deck.cards and os.path.realpath(deck.path) == real for deck in decks.values()):
        return
    found = [problem for problem in problems() if os.path.realpath(problem.path) == real]
    if found:
        first, name = found[0], one_line(word)
        raise QuizzerError(
            f"{name} holds no card that can be asked: line {first.line}, {one_line(first.message)}; "
            f"`quizzer check {name}` says more."
        )


def require_tag(tag: str, known: Collection[str]) -> None:
    """Return where a card bears the tag.

    Raises:
        UsageError: none does; the sentence names tags that are borne.
    """
    if clean(tag).casefold() in known:
        return
    some = ", ".join(sorted(known)[:8])
    raise UsageError(f"No card here bears the tag {quoted(tag)}" + (f"; there are {some}." if some else "."))


def _nearest(word: str, decks: Mapping[str, DeckEntry]) -> str:
    if not decks:
        return ": there are no decks at all"
    from rapidfuzz import process

    names = {deck.id: deck.id for deck in decks.values()} | {deck.title.casefold(): deck.id for deck in decks.values()}
    best = process.extractOne(word, list(names), score_cutoff=60)
    if best:
        return f"; did you mean {names[best[0]]}"
    return f"; there {'is' if len(decks) == 1 else 'are'} {_listed(list(decks.values())[:5])}"


def _listed(decks: list[DeckEntry]) -> str:
    return ", ".join(deck.id for deck in decks)
