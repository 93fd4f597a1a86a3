"""The day's limits."""

from quizzer.core.allowance import new_today, spread
from quizzer.core.options import UNSET
from quizzer.core.quota import Done, Quota, Room, paused, quota

LIMITED = {("", "new_per_day", False): "5", ("", "reviews_per_day", False): "10", ("a", "new_per_day", False): "2"}

DAY = 20_780  # 2026-11-23


def test_first_reviews_of_the_day_use_the_limits_up() -> None:
    left = quota(LIMITED, {"a": {}, "b": {}}, [Done("a", True), Done("b", True), Done("b", False)], DAY)
    assert left.everything == Room(3, 9)
    assert left.own == {"a": Room(1, 10)}
    assert left.of("a") == Room(1, 9)
    assert left.of("b") == Room(3, 9)


def test_limits_never_go_below_nothing() -> None:
    assert quota({("", "new_per_day", False): "0"}, {}, [Done("a", True)], DAY).everything.new == 0


def test_an_authors_limit_counts_where_the_person_set_none() -> None:
    assert quota({}, {"a": {"new_per_day": "3"}}, [], DAY).of("a").new == 3


def test_new_cards_pause_while_more_is_due_than_the_limit_leaves() -> None:
    left = Quota(Room(20, 200), {"a": Room(5, 10)})
    assert paused(left, {"a": 11, "b": 100}).of("a").new == 0
    assert paused(left, {"a": 11, "b": 100}).of("b").new == 20
    assert paused(left, {"a": 0, "b": 201}).of("a").new == 0


def test_a_deck_whose_own_limit_was_taken_away_is_as_the_others() -> None:
    left = quota({("", "new_per_day", False): "4", ("a", "new_per_day", False): UNSET}, {"a": {}}, [], DAY)
    assert left.own == {}
    assert left.of("a") == left.everything


def test_more_new_cards_on_one_day_stand_in_for_the_limit_and_do_not_pause() -> None:
    allowed = LIMITED | {("", "new_today", False): new_today(15, DAY), ("a", "new_today", False): new_today(4, DAY)}
    done = [Done("a", True), Done("b", True)]
    left = quota(allowed, {"a": {}, "b": {}}, done, DAY)
    assert (left.everything, left.own) == (Room(13, 10), {"a": Room(3, 10)})
    assert paused(left, {"a": 50, "b": 50}).of("a").new == 3
    assert quota(allowed, {"a": {}, "b": {}}, [], DAY + 1) == quota(LIMITED, {"a": {}, "b": {}}, [], DAY + 1)


def test_a_deck_may_have_more_new_cards_today_though_it_has_no_limit_of_its_own() -> None:
    left = quota({("b", "new_today", False): new_today(4, DAY)}, {"a": {}, "b": {}}, [Done("b", True)], DAY)
    assert (left.of("a"), left.of("b")) == (Room(19, 200), Room(3, 200))


def test_a_backlog_that_is_spread_has_a_limit_of_its_own_until_a_day() -> None:
    settings = {("", "spread", False): spread(65, DAY + 3)}
    assert [quota(settings, {}, [], DAY + day).everything.reviews for day in (0, 3, 4)] == [65, 65, 200]


def test_what_is_no_allowance_changes_nothing() -> None:
    for text in ("", UNSET, "many on 2026-11-23", "4 on Monday", "12345678 on 2026-11-23"):
        settings = {("", "new_today", False): text, ("", "spread", False): text}
        assert quota(settings, {}, [], DAY) == quota({}, {}, [], DAY)
