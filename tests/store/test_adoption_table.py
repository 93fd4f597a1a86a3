"""The cache's adoptions: heirs follow from those that stand."""

import pytest

from quizzer.core.adoption import Adoption
from quizzer.store.adoption_table import AdoptionTable
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardTable


@pytest.fixture
def cache() -> Cache:
    cache = Cache.open(MEMORY, "test")
    table = AdoptionTable(cache.connection)
    for at, (source, card) in enumerate([("a/1", "a/2"), ("a/2", "b/2"), ("a/3", "b/3"), ("a/3", "b/3")]):
        table.put(Adoption((at, "d", f"e{at}"), source, card))
    table.settle()
    return cache


def test_heirs_stand_at_the_end_of_their_chains(cache: Cache) -> None:
    table = AdoptionTable(cache.connection)
    assert table.heirs() == {"a/1": "b/2", "a/2": "b/2", "a/3": "b/3"}
    assert table.heirs_among(["a/1", "b/2", "x"]) == {"a/1": "b/2"}


def test_a_card_counts_its_own_history_unless_it_has_an_heir(cache: Cache) -> None:
    table = AdoptionTable(cache.connection)
    assert table.kin("b/2") == ["b/2", "a/1", "a/2"]
    assert table.kin("a/1") == []
    assert table.kin("x") == ["x"]
    assert table.kin_of(["b/3", "b/2", "a/1", "b/2"]) == {
        "b/3": "b/3", "b/2": "b/2", "a/3": "b/3", "a/1": "b/2", "a/2": "b/2",
    }  # fmt: skip
    assert table.kin_of([]) == {}


def test_an_adoption_that_was_taken_back_has_no_heir_and_is_remembered(cache: Cache) -> None:
    table = AdoptionTable(cache.connection)
    cache.put_voided(["e1", "e2"])
    table.settle()
    assert table.heirs() == {"a/1": "a/2", "a/3": "b/3"}
    assert table.taken_back() == {("a/2", "b/2"), ("a/3", "b/3")}


def test_forgetting_the_log_forgets_adoptions(cache: Cache) -> None:
    cache.forget_log()
    assert AdoptionTable(cache.connection).heirs() == {}
    assert AdoptionTable(cache.connection).taken_back() == set()


def test_cards_that_are_back_in_a_deck_are_told_with_their_heirs(cache: Cache) -> None:
    cards, table = CardTable(cache.connection), AdoptionTable(cache.connection)
    assert table.back() == []
    cards.replace("a", [Place("a/1", "1", "", 0, "typed", "", True), Place("a/3", "3", "", 1, "typed", "", True)])
    cards.replace("b", [Place("b/3", "3", "", 0, "typed", "", True)])
    assert table.back() == [("a/1", "b/2", False), ("a/3", "b/3", True)]


def test_what_was_adopted_after_an_instant_is_known_as_far_as_it_stands(cache: Cache) -> None:
    table = AdoptionTable(cache.connection)
    cache.put_voided(["e1"])
    assert table.cards_after(0) == {"a/3", "b/3"}
    assert table.cards_after(3) == set()
