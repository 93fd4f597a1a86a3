"""Cards keep their standing when decks change, and only those that may be asked are found."""

import pytest

from quizzer.core.progress import NEVER, UNTOUCHED, Standing
from quizzer.core.queue import Entry
from quizzer.core.schedule import Schedule, State
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_counts import CardCounts
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardTable

DAY = 20_000


@pytest.fixture
def cache() -> Cache:
    return Cache.open(MEMORY, "test")


@pytest.fixture
def cards(cache: Cache) -> CardTable:
    return CardTable(cache.connection)


@pytest.fixture
def counts(cache: Cache) -> CardCounts:
    return CardCounts(cache.connection)


def place(id: str, position: int, note: str = "", alone: bool = True, tags: str = "") -> Place:
    return Place(id, note or id, "", position, "flashcard", tags, alone)


def review(due: int = DAY, stability: float = 5.0, last: int = DAY - 5, lapses: int = 0) -> Standing:
    return Standing(Schedule(State.REVIEW, 0, stability, 5.0, due, 1, last, 3, lapses, "f" * 32), last)


def learning(due: int, last: int = DAY) -> Standing:
    return Standing(Schedule(State.LEARNING, 1, 1.0, 5.0, due, 1, last, 1, 0, "f" * 32), last)


def ids(entries: list[Entry]) -> list[str]:
    return [entry.card for entry in entries]


def test_a_standing_reads_back_as_it_was(cards: CardTable) -> None:
    cards.replace("a", [place("a/1", 0, tags="\nx\n")])
    assert cards.standing("a/1") == UNTOUCHED
    standing = review()._replace(suspended=True, buried=7, flag="typo", seen="abc")
    cards.put_standing("a/1", standing)
    assert cards.standing("a/1") == standing
    (row,) = cards.rows()
    assert (row.id, row.deck, row.position, row.standing) == ("a/1", "a", 0, standing)
    assert cards.standing("a/unknown") is None


def test_cards_that_vanish_stay_as_orphans_only_with_a_past(cards: CardTable) -> None:
    cards.replace("a", [place("a/1", 0), place("a/2", 1)])
    cards.put_standing("a/1", review())
    cards.replace("a", [])
    assert [(row.id, row.position) for row in cards.rows()] == [("a/1", None)]
    assert cards.due_reviews(["a"], DAY, 9, bury=True) == []
    cards.replace("a", [place("a/1", 4)])
    assert ids(cards.due_reviews(["a"], DAY, 9, bury=True)) == ["a/1"]


def test_cards_without_a_review_are_found_by_deck_and_by_note(cards: CardTable) -> None:
    cards.replace("a", [place("a/1", 0, note="1"), place("a/2", 1, note="2")])
    cards.replace("b", [place("b/1", 0, note="1")])
    cards.put_standing("a/2", review())
    assert cards.fresh("a") == {"a/1"}
    assert cards.fresh_named(["1", "2", "3"]) == ["a/1", "b/1"]
    assert [id for id, _ in cards.fresh_texts()] == ["a/1", "b/1"]
    cards.replace("b", [])
    assert cards.fresh_named(["1"]) == ["a/1"]


def test_a_standing_before_its_deck_waits_for_it(cards: CardTable) -> None:
    cards.put_standing("a/n#r", review())
    (row,) = cards.rows()
    assert (row.deck, row.note, row.part, row.position) == ("a", "n", "r", None)


def test_the_best_remembered_are_found_within_the_limit(cards: CardTable, counts: CardCounts) -> None:
    cards.replace("a", [place(f"a/{n}", n) for n in range(6)])
    for n, stability in enumerate((1, 30, 5)):
        cards.put_standing(f"a/{n}", review(stability=stability))
    cards.put_standing("a/3", review(due=DAY + 1))
    cards.put_standing("a/4", review()._replace(suspended=True))
    cards.put_standing("a/5", review()._replace(buried=DAY))
    assert set(ids(cards.due_reviews(["a"], DAY, 2, bury=True))) == {"a/1", "a/2"}
    assert counts.due(["a"], DAY, bury=True) == {"a": 3}
    assert counts.next_due("a", DAY) == (DAY + 1, 1)
    assert counts.next_due("a", DAY + 1) is None
    assert counts.due(["a"], DAY + 1, bury=True) == {"a": 5}  # those that are buried today are back


def test_siblings_count_once_a_note_unless_they_are_not_buried(cards: CardTable, counts: CardCounts) -> None:
    cards.replace("a", [place(f"a/n#{n}", n, note="n", alone=False) for n in range(3)])
    cards.put_standing("a/n#0", review(stability=2))
    cards.put_standing("a/n#1", review(stability=9))
    assert ids(cards.due_reviews(["a"], DAY, 9, bury=True)) == ["a/n#1"]
    assert counts.due(["a"], DAY, bury=True) == {"a": 1}
    assert cards.new_cards("a", DAY, 9, bury=True) == []
    assert counts.due(["a"], DAY, bury=False) == {"a": 2}
    assert len(cards.due_reviews(["a"], DAY, 9, bury=False)) == 2
    assert ids(cards.new_cards("a", DAY, 9, bury=False)) == ["a/n#2"]


def test_notes_asked_today_rest(cards: CardTable, counts: CardCounts) -> None:
    cards.replace("a", [place(f"a/n#{n}", n, note="n", alone=False) for n in range(3)])
    cards.put_standing("a/n#0", review(due=DAY + 9, last=DAY))
    cards.put_standing("a/n#1", review())
    assert cards.due_reviews(["a"], DAY, 9, bury=True) == []
    assert counts.due(["a"], DAY, bury=True) == {}
    assert cards.new_cards("a", DAY, 9, bury=True) == []
    assert counts.asked(DAY) == [("a", "n", True, False)]


def test_new_cards_come_in_the_authors_order_and_by_tag(cards: CardTable, counts: CardCounts) -> None:
    cards.replace(
        "a",
        [
            place("a/z", 0, tags="\nx\n"),
            place("a/n#1", 1, note="n", alone=False, tags="\nx\n"),
            place("a/n#2", 2, note="n", alone=False),
            place("a/b", 3, tags="\nxy\n"),
        ],
    )
    assert ids(cards.new_cards("a", DAY, 9, bury=True)) == ["a/z", "a/n#1", "a/b"]
    assert ids(cards.new_cards("a", DAY, 9, bury=True, tag="X")) == ["a/z", "a/n#1"]
    assert ids(cards.new_cards("a", DAY, 1, bury=True)) == ["a/z"]
    assert counts.new(["a"], DAY, bury=False, most=9) == {"a": 4}
    assert counts.new(["a", "b"], DAY, bury=True, most=9) == {"a": 3}


def test_learning_cards_come_by_the_instant(cards: CardTable, counts: CardCounts) -> None:
    cards.replace("a", [place("a/1", 0), place("a/2", 1), place("a/3", 2)])
    cards.put_standing("a/1", learning(900))
    cards.put_standing("a/2", learning(500))
    cards.put_standing("a/3", learning(5_000))
    assert set(ids(cards.learning(["a"], DAY, 1_000, bury=True))) == {"a/1", "a/2"}
    assert counts.learning(["a"], DAY, 1_000) == {"a": 2}
    assert counts.later(["a"], DAY, 1_000) == [(5_000, NEVER)]
    cards.put_standing("a/1", learning(900)._replace(buried=DAY))
    assert counts.learning(["a"], DAY, 1_000) == {"a": 1}
    assert set(counts.later(["a"], DAY, 1_000)) == {(900, DAY), (5_000, NEVER)}
    assert counts.asked(DAY) == [("a", f"a/{n}", True, True) for n in (1, 2, 3)]


def test_leeches_and_flags_are_counted(cards: CardTable, counts: CardCounts) -> None:
    cards.replace("a", [place("a/1", 0), place("a/2", 1)])
    cards.put_standing("a/1", review(lapses=9))
    cards.put_standing("a/2", review(lapses=3)._replace(flag=""))
    assert counts.lapses(8) == [("a/1", 9)]
    assert (counts.flagged(), counts.flagged(["a"]), counts.flagged(["b"])) == (1, 1, 0)


def test_the_tags_of_the_cards_in_use(cards: CardTable) -> None:
    cards.replace("a", [place("a/1", 0, tags="\nrisali\nyears\n"), place("a/2", 1, tags="\nyears\n"), place("a/3", 2)])
    cards.replace("b", [place("b/1", 0, tags="\nother\n")])
    assert cards.tags(["a"]) == {"risali", "years"}
    assert cards.tags([]) == set()


def test_what_there_is_to_learn(cards: CardTable) -> None:
    cards.replace("a", [place("a/1", 0), place("a/n#1", 1, note="n", alone=False), place("a/3", 2), place("a/4", 3)])
    cards.replace("b", [place("b/1", 0)])
    cards.put_standing("a/1", review(stability=9))
    cards.put_standing("a/3", learning(500))
    cards.put_standing("a/4", review()._replace(suspended=True))
    assert cards.burden(["a"]) == ([9.0], 1, 1)
    assert cards.burden(["a", "b"]) == ([9.0], 2, 1)


def test_what_can_be_asked_at_any_time_is_neither_suspended_nor_hidden_today(
    cards: CardTable, counts: CardCounts
) -> None:
    cards.replace("a", [place("a/1", 1, tags="\nx\n"), place("a/2", 0), place("a/3", 2), place("a/4", 3)])
    cards.put_standing("a/2", review(due=DAY + 90))
    cards.put_standing("a/3", UNTOUCHED._replace(suspended=True))
    cards.put_standing("a/4", UNTOUCHED._replace(buried=DAY))
    assert [row.id for row in cards.askable(["a"], DAY)] == ["a/2", "a/1"]
    assert [row.id for row in cards.askable(["a"], DAY + 1)] == ["a/2", "a/1", "a/4"]
    (tagged,) = cards.askable(["a", "b"], DAY, "x")
    assert (tagged.id, tagged.tags, tagged.state) == ("a/1", ("x",), State.NEW)
    assert counts.kinds(["a"], DAY) == {"flashcard": 2}
    assert counts.kinds(["a"], DAY, "x") == {"flashcard": 1}
    assert counts.kinds(["b"], DAY) == {}
