"""What a person means by the two words of an adoption: cards, notes or whole decks, and what is near a typo."""

from collections.abc import Callable, Sequence

from quizzer.core.cards import deck_of, split_id
from quizzer.core.orphans import Text, paired
from quizzer.core.text import clean, one_line, quoted
from quizzer.errors import UsageError


def meant(source: str, target: str, gone: Sequence[Text], there: Sequence[Text]) -> list[tuple[str, str]]:
    """The orphans that one word means, each with the present card that the other means.

    Args:
        source: the id of a card, of a note (all its cards), or of a deck (all its notes).
        target: the same; of a deck, notes go by their ids.
        gone: the orphans.
        there: the cards of the decks in use.

    Raises:
        UsageError: there is nothing of that name, or nothing goes together.
    """
    source, target = clean(source), clean(target)
    if not gone:
        raise UsageError("There are no orphans: each card that was studied is in a deck")
    if any(source == card.id for card in there):
        raise UsageError(f"{one_line(source)} is in its deck, and keeps its history there")
    orphans = _of(source, gone) or _nothing(f"There is no orphan {quoted(source)}", source, gone)
    cards = _of(target, there) or _nothing(f"No deck holds a card {quoted(target)}", target, there)
    if "/" in source and "/" in target:
        pairs = [(one.id, other.id) for one, other, _ in paired(orphans, cards, 0.0)]
    else:
        pairs = [pair for orphan in orphans for pair in _same_note(orphan, cards)]
    if not pairs:
        raise UsageError(f"No note of {one_line(target)} has the id of one of {one_line(source)}: name two notes")
    return pairs


def _same_note(orphan: Text, cards: Sequence[Text]) -> list[tuple[str, str]]:
    place = split_id(orphan.id)[1:]
    return [(orphan.id, card.id) for card in cards if split_id(card.id)[1:] == place][:1]


def _of(word: str, cards: Sequence[Text]) -> list[Text]:
    """The card of an id, else the cards of a note, else those of a deck."""
    names: tuple[Callable[[str], str], ...] = (str, lambda id: id.partition("#")[0], deck_of)
    for name in names:
        if found := [card for card in cards if name(card.id) == word]:
            return found
    return []


def _nothing(sentence: str, word: str, cards: Sequence[Text]) -> list[Text]:
    from rapidfuzz import process

    names = [name for card in cards for name in dict.fromkeys((card.id, card.id.partition("#")[0], deck_of(card.id)))]
    best = process.extractOne(word, list(dict.fromkeys(names)), score_cutoff=60)
    raise UsageError(f"{sentence}; " + (f"did you mean {best[0]}?" if best else "`quizzer adopt` lists what there is"))
