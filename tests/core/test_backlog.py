"""When a backlog will be clear."""

from quizzer.core.backlog import Limits, Owed, clear_days, fewest_a_day
from quizzer.core.options import DEFAULTS

DAY = 20_780
OPTIONS = {"a": DEFAULTS, "b": DEFAULTS}


def owed(deck: str, count: int, stability: float = 400.0) -> list[Owed]:
    """Cards that are overdue, and that stay away for long once they are asked."""
    return [Owed(deck, DAY - 1 - n % 3, stability + n, 5.0, DAY - 40) for n in range(count)]


def test_as_many_days_as_the_limit_goes_into_the_backlog() -> None:
    limits = Limits(lambda day: 10, {})
    assert clear_days(owed("a", 55), DAY, limits, OPTIONS) == {"a": DAY + 5, "": DAY + 5}
    assert clear_days([], DAY, limits, OPTIONS) == {"": DAY}


def test_what_falls_due_meanwhile_is_asked_too() -> None:
    soon = [Owed("a", DAY + 1, 5.0, 5.0, DAY - 5)] * 10
    assert clear_days([*owed("a", 15), *soon], DAY, Limits(lambda day: 10, {}), OPTIONS)[""] == DAY + 2


def test_a_deck_with_a_limit_of_its_own_may_take_longer() -> None:
    limits = Limits(lambda day: 10, {"a": lambda day: 0.5})
    assert clear_days([*owed("a", 3), *owed("b", 3)], DAY, limits, OPTIONS) == {"a": DAY + 5, "b": DAY, "": DAY + 5}


def test_where_nothing_may_be_asked_nothing_gets_clear() -> None:
    assert clear_days(owed("a", 3), DAY, Limits(lambda day: 0, {}), OPTIONS) == {}


def test_what_is_half_forgotten_comes_again_soon_and_takes_more_days() -> None:
    fading = [card._replace(stability=2.0) for card in owed("a", 55)]
    assert clear_days(fading, DAY, Limits(lambda day: 10, {}), OPTIONS)[""] > DAY + 5


def test_the_fewest_a_day_are_enough_and_one_less_is_not() -> None:
    cards = [*owed("a", 300), *owed("b", 300, 3.0)]
    for days in (1, 7, 14, 30):
        count = fewest_a_day(cards, DAY, days, {}, OPTIONS)
        assert clear_days(cards, DAY, Limits(lambda day, most=count: most, {}), OPTIONS)[""] < DAY + days  # type: ignore[misc]
        assert "" not in clear_days(cards, DAY, Limits(lambda day, most=count: most - 1, {}), OPTIONS, days)  # type: ignore[misc]


def test_the_order_of_reviews_is_that_of_their_decks() -> None:
    """With one review a day: who is asked first is clear first."""
    cards = [Owed("a", DAY - 9, 50.0, 5.0, DAY - 90), Owed("b", DAY - 1, 500.0, 5.0, DAY - 40)]
    for order, first in (("remembered", "b"), ("oldest", "a")):
        options = dict.fromkeys("ab", DEFAULTS._replace(order=order))
        assert clear_days(cards, DAY, Limits(lambda day: 1, {}), options)[first] == DAY
    many, by_lot = owed("a", 55), {"a": DEFAULTS._replace(order="random")}
    assert clear_days(many, DAY, Limits(lambda day: 10, {}), by_lot) == {"a": DAY + 5, "": DAY + 5}
