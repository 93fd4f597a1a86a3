"""The day's limits."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.allowance import new_today, spread
from quizzer.core.options import UNSET
from quizzer.core.quota import Budget, Done, Quota, Room, limited, paused, quota

LIMITED = {("", "new_per_day", False): "5", ("", "reviews_per_day", False): "10", ("a", "new_per_day", False): "2"}

DAY = 20_780  # 2026-11-23


def test_first_reviews_of_the_day_use_the_limits_up() -> None:
    left = quota(LIMITED, {"a": {}, "b": {}}, [Done("a", True), Done("b", True), Done("b", False)], DAY)
    assert left.everything == Room(3, 9)
    assert left.own == {"a": Room(1, 10)}
    assert left.of("a") == Room(1, 9)
    assert left.of("b") == Room(3, 9)


def test_decks_with_the_same_limits_use_up_each_its_own() -> None:
    suggested = {deck: {"new_per_day": "3"} for deck in ("a", "b", "c")}
    left = quota({("c", "new_per_day", False): "4"}, suggested, [Done("a", True), Done("b", False)], DAY)
    assert left.own == {"a": Room(2, 200), "b": Room(3, 199), "c": Room(4, 200)}


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


def test_minutes_go_to_reviews_first_and_then_to_new_cards() -> None:
    left = Quota(Room(20, 200), {"a": Room(20, 200)})
    budgets = {"": Budget(100.0, 10.0, 20.0)}
    assert limited(left, {"a": 6}, budgets).everything == Room(2, 10)
    assert limited(left, {"a": 11}, budgets).everything == Room(0, 10)
    assert limited(left, {}, {"a": Budget(50.0, 10.0, 20.0)}).own == {"a": Room(2, 5)}
    assert limited(left, {"a": 6}, {}) == paused(left, {"a": 6})


def test_new_cards_that_were_asked_for_are_not_cut_by_minutes() -> None:
    left = Quota(Room(20, 200), {}, frozenset({""}))
    assert limited(left, {"a": 6}, {"": Budget(0.0, 10.0, 20.0)}).everything == Room(20, 0)


_rooms = st.builds(Room, st.integers(0, 50), st.integers(0, 300))


@given(
    _rooms, _rooms, st.integers(0, 400), st.integers(0, 400), st.floats(-900, 9000), st.floats(1, 60), st.floats(1, 90)
)
def test_no_more_is_asked_than_the_minutes_and_the_other_limits_take(
    whole: Room, own: Room, here: int, there: int, seconds: float, review: float, new: float
) -> None:
    left, due, budget = Quota(whole, {"a": own}), {"a": here, "b": there}, Budget(seconds, review, new)
    for scope in ("", "a"):
        found = limited(left, due, {scope: budget})
        room = found.of("a") if scope else found.everything
        asked = min(room.reviews, here if scope else min(here, own.reviews) + there)
        assert asked * review + room.new * new <= max(0.0, seconds) + 1e-6
        assert found.everything.new <= whole.new
        assert found.everything.reviews <= whole.reviews
        assert found.own["a"].new <= own.new
        assert found.own["a"].reviews <= own.reviews
    plenty = Budget(1e9, review, new)
    assert limited(left, due, {"": plenty, "a": plenty}) == paused(left, due)
