"""Where decks were is remembered when they are gone, and which of them nobody has looked at since."""

from quizzer.core.adoption import Adoption
from quizzer.core.progress import UNTOUCHED
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.cache import MEMORY, Cache, DeckEntry
from quizzer.store.card_table import CardTable
from quizzer.store.deck_homes import DeckHomes


def test_decks_that_are_not_in_use_are_gone_or_only_away() -> None:
    cache = Cache.open(MEMORY, "test")
    homes = DeckHomes(cache.connection)
    for deck in ("a", "b", "c"):
        homes.put(deck, f"/decks/{deck}.yaml")
        cache.put_deck(DeckEntry(deck, f"/decks/{deck}.yaml", deck, "{}", 1, 0))
    assert (homes.left(), homes.unsettled()) == ({}, {"a", "b", "c"})
    homes.settled()
    assert homes.unsettled() == set()
    for deck, gone in (("a", True), ("b", False)):
        cache.drop_deck(deck)
        homes.leave(deck, gone)
    assert (homes.left(), homes.unsettled()) == ({"a": True, "b": False}, {"a", "b"})
    homes.put("a", "/decks/a.yaml")
    cache.put_deck(DeckEntry("a", "/decks/a.yaml", "a", "{}", 1, 0))
    assert homes.left() == {"b": False}
    homes.settled()
    homes.unsettle(["c", "nowhere"])
    assert homes.unsettled() == {"c"}


def test_there_is_something_to_look_for_only_with_orphans_or_adopted_cards() -> None:
    cache = Cache.open(MEMORY, "test")
    homes, cards, adoptions = DeckHomes(cache.connection), CardTable(cache.connection), AdoptionTable(cache.connection)
    assert not homes.any_orphans()
    cards.put_standing("a/1", UNTOUCHED._replace(suspended=True))
    assert homes.any_orphans()
    cards.put_standing("a/1", UNTOUCHED)
    assert not homes.any_orphans()
    adoptions.put(Adoption((1, "d", "e"), "a/1", "a/2"))
    adoptions.settle()
    assert homes.any_orphans()
