"""The day's limits."""

from quizzer.core.options import UNSET
from quizzer.core.quota import Done, Quota, Room, paused, quota

LIMITED = {("", "new_per_day", False): "5", ("", "reviews_per_day", False): "10", ("a", "new_per_day", False): "2"}


def test_first_reviews_of_the_day_use_the_limits_up() -> None:
    left = quota(LIMITED, {"a": {}, "b": {}}, [Done("a", True), Done("b", True), Done("b", False)])
    assert left.everything == Room(3, 9)
    assert left.own == {"a": Room(1, 10)}
    assert left.of("a") == Room(1, 9)
    assert left.of("b") == Room(3, 9)


def test_limits_never_go_below_nothing() -> None:
    assert quota({("", "new_per_day", False): "0"}, {}, [Done("a", True)]).everything.new == 0


def test_an_authors_limit_counts_where_the_person_set_none() -> None:
    assert quota({}, {"a": {"new_per_day": "3"}}, []).of("a").new == 3


def test_new_cards_pause_while_more_is_due_than_the_limit_leaves() -> None:
    left = Quota(Room(20, 200), {"a": Room(5, 10)})
    assert paused(left, {"a": 11, "b": 100}).of("a").new == 0
    assert paused(left, {"a": 11, "b": 100}).of("b").new == 20
    assert paused(left, {"a": 0, "b": 201}).of("a").new == 0


def test_a_deck_whose_own_limit_was_taken_away_is_as_the_others() -> None:
    left = quota({("", "new_per_day", False): "4", ("a", "new_per_day", False): UNSET}, {"a": {}}, [])
    assert left.own == {}
    assert left.of("a") == left.everything
