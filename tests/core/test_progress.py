"""The fold: the same events always say the same of a card, and an undone one says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.adoption import counting
from quizzer.core.cards import deck_of
from quizzer.core.event import Did, Event
from quizzer.core.options import ALL
from quizzer.core.progress import (
    NEVER,
    UNTOUCHED,
    advance,
    counts,
    fold,
    fold_card,
    voided_by,
)
from quizzer.core.schedule import UNSEEN, State
from quizzer.core.timeline import Timeline, timeline_of
from tests.core.histories import CARDS, START, event, histories, reviewed

DAY = 86_400_000


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_fold_does_not_depend_on_the_order_of_arrival(events: list[Event], dice: object) -> None:
    shuffled = list(events)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert fold(shuffled).standings == fold(events).standings


@given(histories())
@settings(max_examples=150, deadline=None)
def test_replaying_all_equals_advancing_one_by_one(events: list[Event]) -> None:
    whole = fold(events)
    for card in CARDS:
        own = [e for e in events if counting(e, whole.heirs).card == card]
        alone = fold_card(own, whole.voided, whole.timeline, heirs=whole.heirs)
        assert alone == whole.standings.get(card, UNTOUCHED)


@given(histories())
@settings(max_examples=150, deadline=None)
def test_undoing_the_newest_is_never_having_done_it(events: list[Event]) -> None:
    newest = max(events, key=lambda e: e.order)
    if newest.kind == Did.UNDONE:
        return
    undone = event(9_999, Did.UNDONE, data={"events": [newest.id]}, at=newest.at + 1)
    before = {card: s for card, s in fold([e for e in events if e is not newest]).standings.items() if not s.untouched}
    after = {card: s for card, s in fold([*events, undone]).standings.items() if not s.untouched}
    assert before == after


@given(histories())
@settings(max_examples=100, deadline=None)
def test_no_review_is_lost_or_counted_twice_whatever_the_clock_does(events: list[Event]) -> None:
    """Between resets, each card has as many repetitions as it had reviews that count and stand."""
    result = fold(events)
    for card, standing in result.standings.items():
        standing_events = (counting(e, result.heirs) for e in events if e.id not in result.voided)
        own = sorted((e for e in standing_events if e.card == card), key=lambda e: e.order)
        last_reset = max((i for i, e in enumerate(own) if e.kind == Did.RESET), default=-1)
        assert standing.schedule.reps == sum(counts(e) for e in own[last_reset + 1 :])


def test_an_undone_review_leaves_a_new_card() -> None:
    review = reviewed(1, "a/one", 3, START)
    undone = event(2, Did.UNDONE, data={"events": [review.id]}, at=START + 5)
    assert fold([review]).standings["a/one"].schedule.state is State.LEARNING
    assert "a/one" not in fold([review, undone]).standings


def test_an_undone_event_cannot_be_voided_itself() -> None:
    review = reviewed(1, "a/one", 3, START)
    undone = event(2, Did.UNDONE, data={"events": [review.id]}, at=START + 5)
    again = event(3, Did.UNDONE, data={"events": [undone.id]}, at=START + 9)
    assert "a/one" not in fold([review, undone, again]).standings


def test_hiding_flagging_and_resetting_say_what_they_do() -> None:
    on = Timeline()
    standing = UNTOUCHED
    for kind in (Did.SUSPENDED, Did.FLAGGED, Did.BURIED):
        standing = advance(standing, event(1, kind, "a/one", {"words": "typo"}), on.at((START, "", ""), "a"))
    assert (standing.suspended, standing.flag, standing.buried > NEVER) == (True, "typo", True)
    for kind in (Did.RESUMED, Did.UNFLAGGED):
        standing = advance(standing, event(2, kind, "a/one"), on.at((START, "", ""), "a"))
    assert standing == UNTOUCHED
    learnt = advance(standing, reviewed(3, "a/one", 4, START), on.at((START, "", ""), "a"))
    assert learnt.first_day == learnt.schedule.last_day > 0
    assert advance(learnt, event(4, Did.RESET, "a/one"), on.at((START, "", ""), "a")).schedule == UNSEEN


def test_cram_and_bad_ratings_change_no_schedule() -> None:
    crammed = event(1, Did.REVIEWED, "a/one", {"rating": 3, "mode": "cram", "counts": False})
    silly = event(2, Did.REVIEWED, "a/one", {"rating": 7})
    assert fold([crammed, silly]).standings["a/one"] == UNTOUCHED


def instead_of(number: int, review: Event, rating: int, card: str = "a/one") -> Event:
    data = {"rating": rating, "mode": "quiz", "replaces": review.id}
    return event(number, Did.REVIEWED, card, data, at=START + number * DAY)


def test_a_review_is_replaced_at_its_own_place_and_moment() -> None:
    """What came after it is computed as though it had been rated so from the beginning."""
    wrong, later = reviewed(1, "a/one", 1, START), reviewed(2, "a/one", 3, START + 3 * DAY)
    right = reviewed(1, "a/one", 3, START)
    assert fold([wrong, later, instead_of(9, wrong, 3)]).standings == fold([right, later]).standings


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 40)), min_size=1, max_size=8),
    st.data(),
)
def test_whenever_it_comes_a_replacement_is_as_though_it_had_been_rated_so_at_once(
    ratings: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Before, between or after later reviews, from any device; and undone, as though it had never come."""
    at, reviews = START, list[Event]()
    for number, (rating, days) in enumerate(ratings, 1):
        at += days * DAY + 1
        reviews.append(reviewed(number, "a/one", rating, at))
    which, better = data.draw(st.integers(0, len(reviews) - 1)), data.draw(st.integers(1, 4))
    when = data.draw(st.integers(reviews[which].at, at + 9 * DAY))
    instead = instead_of(50, reviews[which], better)._replace(at=when, device=data.draw(st.sampled_from("de")))
    at_once = [reviewed(n + 1, "a/one", better if n == which else one.data["rating"], one.at) for n, one in
               enumerate(reviews)]  # fmt: skip
    assert fold([*reviews, instead]).standings == fold(at_once).standings
    undone = event(60, Did.UNDONE, data={"events": [instead.id]}, at=at + 10 * DAY)
    assert fold([*reviews, instead, undone]).standings == fold(reviews).standings


def test_of_several_that_replace_a_review_the_last_counts_and_undo_brings_back_the_one_before() -> None:
    first = reviewed(1, "a/one", 1, START)
    second, third = instead_of(2, first, 2), instead_of(3, first, 4)
    undone = event(8, Did.UNDONE, data={"events": [third.id]}, at=START + 9 * DAY)
    assert fold([first, second, third]).standings == fold([reviewed(1, "a/one", 4, START)]).standings
    assert fold([first, second, third, undone]).standings == fold([reviewed(1, "a/one", 2, START)]).standings


def test_a_review_that_replaces_nothing_known_counts_for_nothing() -> None:
    first, other = reviewed(1, "a/one", 1, START), reviewed(2, "a/two", 1, START)
    assert fold([first, other, instead_of(3, other, 4)]).standings == fold([first, other]).standings
    assert fold([first, instead_of(3, other._replace(id="0" * 32), 4)]).standings == fold([first]).standings


def test_an_option_acts_from_then_on_and_not_before() -> None:
    first = reviewed(1, "a/one", 4, START)
    option = event(2, Did.OPTION_SET, data={"scope": ALL, "key": "max_interval", "value": "2"}, at=START + 1)
    later = reviewed(3, "a/two", 4, START + 2)
    standings = fold([first, option, later]).standings
    assert standings["a/one"] == fold([first]).standings["a/one"]
    assert standings["a/two"].schedule.due - standings["a/two"].schedule.last_day == 2


def test_a_decks_own_option_holds_for_that_deck_only() -> None:
    option = event(2, Did.OPTION_SET, data={"scope": "a", "key": "max_interval", "value": "2"}, at=START)
    timeline = timeline_of([option])
    assert timeline.at((START + 1, "", ""), "a").max_interval == 2
    assert timeline.at((START + 1, "", ""), "b").max_interval == 36500
    assert timeline.now() == {("a", "max_interval", False): "2"}


def test_ids_say_their_deck_and_voided_ids_are_collected() -> None:
    assert deck_of("a/one#r") == "a"
    assert voided_by([event(1, Did.UNDONE, data={"events": ["x", "y"]}), event(2, Did.UNDONE)]) == {"x", "y"}


@pytest.mark.parametrize("events", [None, 5, "abc", {"a": 1}, True])
def test_an_undone_without_a_list_of_events_voids_nothing(events: object) -> None:
    """Whoever wrote it: the log is read to its end all the same."""
    assert voided_by([event(1, Did.UNDONE, data={"events": events})]) == frozenset()


def test_what_is_no_id_among_the_events_of_an_undone_voids_nothing() -> None:
    assert voided_by([event(1, Did.UNDONE, data={"events": [1, None, {}, ["x"], "y"]})]) == {"y"}
