"""Adoption that happens by itself after decks were read anew: only where a match is unmistakable.

Nothing is looked for while no orphan is there. A card counts as vanished only where its deck was read without an error,
or its folder without the deck. Where nobody knows any more which folder that was, since the cache was lost, only a note
of the same id that asks all but the same takes its history over; where a copy of what it may be was begun since, none.
An adoption that was taken back is not made again; a card that comes back has its own history back. What an adoption
from ahead of the clock says of a card would still count before anything said now, so that it is left until the clock is
there.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizzer.collection.adopting import adopted_ahead, adoption_facts
from quizzer.collection.card_texts import deck_texts, orphan_texts, present_text
from quizzer.collection.ledger import Ledger
from quizzer.collection.settings import Tell
from quizzer.collection.shelf import Shelf
from quizzer.collection.vanished import Vanished
from quizzer.core.cards import deck_of, split_id
from quizzer.core.event import Did, Fact
from quizzer.core.orphans import ALL_BUT_EQUAL, OFFERED, Proposal, Text, proposals
from quizzer.core.text import one_line
from quizzer.errors import DiskRefused, ProgressMoved
from quizzer.store.deck_homes import DeckHomes

_MOST = 10_000
"""Cards never reviewed, in decks that have changed, up to which their texts are compared."""
_MOST_PAIRS = 2_000_000
"""Pairs of cards up to which also those are found that ask nearly the same."""
_FEW_PAIRS = 200_000
"""Pairs up to which what is only alike is found, to be offered."""
_TRIES = 3
_NEWS, _OFFERED = "news", "offered"


class Settled(NamedTuple):
    """What has come of orphans."""

    adopted: Sequence[tuple[str, str]] = ()
    """Orphan and card."""
    back: Sequence[str] = ()
    """Cards that stand in a deck again, whose history others had taken over."""
    offered: Sequence[tuple[str, str]] = ()
    """Orphan and the card that it may be now, as far as that was not told before."""
    is_all: bool = True
    """Whether nothing is left for later."""

    @property
    def words(self) -> str:
        """All of it in sentences."""
        heirs = [card for _, card in self.adopted]
        moved = [card for card in heirs if card not in self.back]
        whole, apart = ([card for card in self.back if (card in heirs) is so] for so in (True, False))
        told = _of_cards(moved, "keeps its history under a new id", "keep their history under new ids")
        told += _of_cards(
            whole, "is back in its deck and keeps its history", "are back in their decks and keep their history"
        )
        told += ["u takes that back."] if self.adopted else []
        told += _of_cards(
            apart,
            "is back in its deck, with a history of its own",
            "are back in their decks with histories of their own",
        )
        if self.offered:
            orphan, card = map(one_line, self.offered[0])
            one = f"{orphan} is gone; {card} may be the same card"
            many = f"{len(self.offered)} cards are gone that may be others now, such as {orphan} ({card})"
            told.append((one if len(self.offered) == 1 else many) + ": see `quizzer adopt`.")
        return " ".join(told)


def _of_cards(cards: Sequence[str], one: str, many: str) -> list[str]:
    """What became of cards, in a sentence, where there are any."""
    if not cards:
        return []
    first = one_line(cards[0])
    return [f"{first} {one}." if len(cards) == 1 else f"{len(cards)} cards {many}, such as {first}."]


def settle(shelf: Shelf, tell: Tell | None = None) -> str:
    """Have present cards take over the history of orphans, if decks have changed; what came of it, in words.

    `tell` hears of many cards that are folded anew.
    """
    ledger = shelf.ledger
    if ledger.log.refusal or not DeckHomes(ledger.cache.connection).unsettled():
        return ""
    found = None
    for _ in range(_TRIES):
        try:
            found = _settled(shelf, tell)
            break
        except ProgressMoved:  # another quizzer was quicker
            ledger.catch_up()
        except DiskRefused:
            break
    if found is None:
        return ""  # the next time
    words = found.words

    def keep() -> None:
        if found.is_all:
            DeckHomes(ledger.cache.connection).settled()
        if words:
            ledger.cache.put(_NEWS, json.dumps([ledger.row, words]))
        if found.offered:
            told = json.loads(ledger.cache.get(_OFFERED) or "[]")
            ledger.cache.put(_OFFERED, json.dumps([*told, *found.offered]))

    ledger.cache.written(keep)
    return words


def news(shelf: Shelf) -> str:
    """What `settle` said last, while nothing was recorded since; it may have been in another quizzer."""
    row, words = json.loads(shelf.ledger.cache.get(_NEWS) or '[-1, ""]')
    return str(words) if row == shelf.ledger.row else ""


def _settled(shelf: Shelf, tell: Tell | None) -> Settled:
    ledger = shelf.ledger
    changed, vanished = DeckHomes(ledger.cache.connection).unsettled(), Vanished(shelf)

    def is_gone(card: str) -> bool:
        return vanished.may_be(deck_of(card)) and shelf.written(card) is None

    def is_sure(one: Proposal) -> bool:
        known = deck_of(one.orphan) in vanished.left or deck_of(one.orphan) in shelf.decks
        return one.unmistakable and (known or (one.closeness >= ALL_BUT_EQUAL and _same_note(one)))

    back, ahead = ledger.adoptions.back(), adopted_ahead(ledger)
    followed = [(heir, card) for card, heir, is_there in back if not is_there and not _may_be_left_out(shelf, heir)]
    moved = {orphan for orphan, _ in followed}
    orphans = {row.id: row for row in ledger.cards.orphans() if row.id not in moved and is_gone(row.id)}
    found = _proposals(shelf, list(orphans), changed) if orphans else []
    refused, told = ledger.adoptions.taken_back(), json.loads(ledger.cache.get(_OFFERED) or "[]")
    pairs = [(one.orphan, one.card) for one in found if is_sure(one) and (one.orphan, one.card) not in refused]
    copied = _copied(ledger, {card: orphans[orphan].standing.schedule.last_day for orphan, card in pairs})
    pairs = [pair for pair in pairs if pair[1] not in copied]
    found_again = len(followed) + len(pairs) + len(back)
    adopted = [pair for pair in (*followed, *pairs) if ahead.isdisjoint(pair)]
    back = [one for one in back if one[0] not in ahead]
    offered = [
        pair
        for one in found
        if (pair := (one.orphan, one.card)) not in pairs and pair not in refused and list(pair) not in told
    ]
    # By the deck: where it stands there, nothing recorded of it may count for another card, whatever is taken back.
    facts = [(Fact(Did.ADOPTED, card, {"from": card, "by": "deck"}), ledger.throw(f"back {card}")) for card, *_ in back]
    facts += adoption_facts(ledger, adopted)
    if facts:
        ledger.record(facts, tell=tell)
    return Settled(adopted, [card for card, *_ in back], offered, len(adopted) + len(back) == found_again)


def _copied(ledger: Ledger, since: Mapping[str, int]) -> set[str]:
    """Cards of which a copy was begun after their orphan was last asked: it may be that one, and nobody knows.

    `since` has for each card the study day on which its orphan was asked last.
    """
    cards = ledger.cards

    def says(card: str, text: str) -> tuple[str, ...]:
        return (*split_id(card)[1:], text.rpartition("\n")[0])  # without the id, which stands last

    begun: dict[tuple[str, ...], int] = {}
    for id, text, day in cards.begun_named({split_id(card)[1] for card in since}):
        begun[says(id, text)] = max(day, begun.get(says(id, text), day))
    return {card for card, day in since.items() if begun and begun.get(says(card, cards.text(card)), day - 1) >= day}


def _may_be_left_out(shelf: Shelf, card: str) -> bool:
    """Whether its note may stand in a deck that is in use, with an error or as a draft."""
    deck = shelf.decks.get(deck_of(card))
    return deck is not None and (deck.left_out > 0 or shelf.written(card) is not None)


def _same_note(one: Proposal) -> bool:
    return split_id(one.orphan)[1] == split_id(one.card)[1]


def _proposals(shelf: Shelf, orphans: list[str], changed: set[str]) -> list[Proposal]:
    """What orphans may be, as far as they or it are in decks that have changed; what is quickly found."""
    cards = shelf.ledger.cards
    fresh = {deck: cards.fresh(deck) for deck in changed & shelf.decks.keys()}
    count = sum(map(len, fresh.values()))
    here: list[Text] = []
    if count <= _MOST:
        here = [text for deck, ids in fresh.items() for text in deck_texts(shelf, deck, ids)]
    known = {text.id for text in here}
    names = {split_id(orphan)[1] for orphan in orphans}
    for id in cards.fresh_named(names):
        card = shelf.card(id) if id not in known else None
        if card is not None and (card.deck in changed or not changed.isdisjoint(map(deck_of, orphans))):
            here.append(present_text(card))
    pairs = len(orphans) * len(here)
    least = OFFERED if pairs <= _FEW_PAIRS else ALL_BUT_EQUAL
    found = proposals(orphan_texts(shelf, orphans), here, least=least if pairs <= _MOST_PAIRS else None)
    return [one for one in found if not changed.isdisjoint((deck_of(one.orphan), deck_of(one.card)))]
