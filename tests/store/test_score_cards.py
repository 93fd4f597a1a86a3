"""How many cards stand where, and what comes when."""

from quizzer.core.progress import Standing
from quizzer.core.schedule import Schedule, State
from quizzer.core.stats.histogram import ByState
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardTable
from quizzer.store.score_cards import PlacedCard, ScoreCards

DAY = 20_000


def place(id: str, position: int, tags: str = "", guess: float = 0.0) -> Place:
    return Place(id, id.partition("/")[2], "", position, "choice", tags, True, guess)


def review(wait: int, last: int = DAY - 5) -> Standing:
    return Standing(Schedule(State.REVIEW, 0, 8.0, 5.0, last + wait, 1, last, 3, 0, "f" * 32), last)


def filled() -> ScoreCards:
    cache = Cache.open(MEMORY, "test")
    cards = CardTable(cache.connection)
    names = ["a/new", "a/young", "a/mature", "a/learning", "a/suspended"]
    cards.replace("a", [place(name, at, "\nrivers\n" if at == 1 else "", 0.25) for at, name in enumerate(names)])
    cards.replace("b", [place("b/new", 0)])
    cards.put_standing("a/young", review(20))
    cards.put_standing("a/mature", review(21))
    learning = Schedule(State.RELEARNING, 0, 1.0, 5.0, 1, 1, DAY, 3, 1, "f" * 32)
    cards.put_standing("a/learning", Standing(learning, DAY))
    cards.put_standing("a/suspended", review(9)._replace(suspended=True))
    cards.put_standing("a/gone", review(9))
    return ScoreCards(cache.connection)


def test_cards_are_counted_where_they_stand() -> None:
    cards = filled()
    assert cards.by_state(["a"]) == ByState(1, 1, 1, 1, 1)
    assert cards.by_state(["a"]).seen == 3
    assert cards.by_state(["a", "b"]).new == 2
    assert cards.by_state([]) == ByState()
    assert cards.by_state(["a", "b"], "Rivers") == ByState(young=1)


def test_cards_that_no_deck_holds_are_counted_apart() -> None:
    assert filled().orphans() == 1
    assert filled().orphans(["a"]) == 1
    assert filled().orphans(["b"]) == 0


def test_what_comes_is_counted_by_day() -> None:
    cards = filled()
    assert cards.coming(["a"], DAY + 30) == {DAY + 15: 1, DAY + 16: 1}
    assert cards.coming(["a"], DAY + 15) == {DAY + 15: 1}
    assert cards.coming(["b"], DAY + 30) == {}
    assert cards.coming_tagged(["a", "b"], "Rivers", DAY + 15) == {DAY + 15: 1}
    assert cards.coming_tagged(["a", "b"], "Rivers", DAY + 14) == cards.coming_tagged(["b"], "Rivers", DAY + 30) == {}


def test_what_is_held_is_told_of_each_card_that_is_not_suspended() -> None:
    assert sorted(filled().held("a")) == [
        (0, 0, 0.25, 0),
        (1.0, DAY, 0.25, 1),
        (8.0, DAY - 5, 0.25, 0),
        (8.0, DAY - 5, 0.25, 0),
    ]
    assert filled().held("a", "Rivers") == [(8.0, DAY - 5, 0.25, 0)]


def test_cards_are_told_with_their_places() -> None:
    cards = filled()
    assert [card.id for card in cards.placed("a")] == ["a/new", "a/young", "a/mature", "a/learning"]
    assert cards.placed("a")[1] == PlacedCard("a/young", "young", ("rivers",), 8.0, DAY - 5, 0.25, 0, 5.0, "a")
    assert [card.id for card in cards.placed("a", "Rivers")] == ["a/young"]
    assert [card.id for card in cards.of_ids(["a/young", "b/new", "nobody"])] == ["a/young", "b/new"]


def test_the_oldest_cards_for_their_strength_are_found() -> None:
    cards = filled()
    assert [card.id for card in cards.oldest(["a", "b"], DAY + 2, 5)] == ["a/learning", "a/young", "a/mature"]
    assert [card.id for card in cards.oldest(["a"], DAY + 2, 1)] == ["a/learning"]
    assert [card.id for card in cards.oldest(["a", "b"], DAY + 2, 5, "rivers")] == ["a/young"]
    assert cards.oldest(["b"], DAY, 5) == []
