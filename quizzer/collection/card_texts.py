"""What cards ask and answer: those of decks as they stand there, orphans as they were seen last."""

from collections.abc import Collection, Iterable, Iterator

from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import Card, cards_of
from quizzer.core.filtering import haystack
from quizzer.core.orphans import Text, text_of
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.log import Log

_NEAREST = 20


def seen_texts(log: Log, adoptions: AdoptionTable, cards: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Question and solution of cards when they, or cards they have adopted, were asked last, as the log tells."""
    kin = adoptions.kin_of(cards)
    events = sorted(log.texts_of(kin), key=lambda event: event.order)
    return {
        kin[event.card]: (str(event.data.get("question", "")), str(event.data.get("solution", ""))) for event in events
    }


def orphan_texts(shelf: Shelf, cards: Collection[str]) -> list[Text]:
    """The same of orphans, as they are compared."""
    seen = seen_texts(shelf.ledger.log, shelf.ledger.adoptions, cards)
    return [text_of(card, *seen.get(card, ("", ""))) for card in cards]


def deck_texts(shelf: Shelf, deck: str, only: Collection[str] | None = None) -> Iterator[Text]:
    """The cards of a deck, as they are compared; of all, or only of some ids."""
    from quizzer.formats.note_json import load_note

    for body in shelf.ledger.cache.notes(deck) if only is None or only else ():
        note = load_note(body)
        for card in cards_of(deck, note) if not note.draft else ():
            if only is None or card.id in only:
                yield present_text(card)


def like_texts(shelf: Shelf, orphan: Text) -> list[str]:
    """The cards never reviewed of which question and solution are most like those of an orphan, whatever the deck."""
    if not orphan.question:
        return []
    from rapidfuzz import fuzz, process

    words = {id: "\n".join(text.split("\n", 2)[:2]) for id, text in shelf.ledger.cards.fresh_texts()}
    sought = haystack(orphan.question, orphan.solution)
    return [id for _, _, id in process.extract(sought, words, scorer=fuzz.ratio, limit=_NEAREST)]


def present_text(card: Card) -> Text:
    """A card that a deck holds, as it is compared."""
    version = text_version(card)
    return text_of(card.id, version.question, version.solution)
