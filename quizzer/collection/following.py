"""Having history follow a note that a person edits: whatever it is called and asks from then on, it is that note."""

from collections.abc import Iterable

from quizzer.collection.adopting import adoption_facts
from quizzer.collection.card_texts import present_text
from quizzer.collection.ledger import Ledger
from quizzer.core.cards import Note, cards_of
from quizzer.core.event import Fact
from quizzer.core.orphans import paired


def following(
    ledger: Ledger, deck: str, edited: Iterable[tuple[Note, Note]], every: bool = False
) -> list[tuple[Fact, str]]:
    """What is recorded so that the history of notes follows their edits, each with the id of its event.

    Args:
        ledger: the log.
        deck: the deck's id.
        edited: notes as they were and as they are; those that keep their ids keep their history without a word.
        every: whether to follow also cards of which nothing is known yet, since one of them is being asked.
    """
    pairs = [pair for was, now in edited if was.id != now.id for pair in _same_cards(deck, was, now)]
    return adoption_facts(ledger, [(old, new) for old, new in pairs if every or _is_known(ledger, old)])


def _same_cards(deck: str, was: Note, now: Note) -> list[tuple[str, str]]:
    """Which card of a note is which after an edit: that of the same part, else one that is alike."""
    new = {card.part: card for card in cards_of(deck, now)}
    kept = [(card.id, new.pop(card.part).id) for card in cards_of(deck, was) if card.part in new]
    rest = [card for card in cards_of(deck, was) if card.id not in {old for old, _ in kept}]
    others = paired([*map(present_text, rest)], [*map(present_text, new.values())])
    return [*kept, *((one.id, other.id) for one, other, _ in others)]


def _is_known(ledger: Ledger, card: str) -> bool:
    standing = ledger.standing(card)
    return standing is not None and not standing.untouched
