"""Today's queue: what is best remembered first, new cards in between, one card a note, and never above the limit."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.options import ORDERS
from quizzer.core.queue import Entry, interleave, todays_queue
from quizzer.core.quota import Room
from quizzer.core.schedule import State

DAY = 20_000
ROOM = Room(20, 200)


def due(card: str, stability: float = 5.0, ago: int = 5, note: str = "", alone: bool = True, deck: str = "d") -> Entry:
    return Entry(card, deck, note or card, State.REVIEW, DAY, stability, DAY - ago, alone)


def new(card: str, note: str = "", alone: bool = True, deck: str = "d") -> Entry:
    return Entry(card, deck, note or card, alone=alone)


def ask(reviews: list[Entry], fresh: list[Entry], room: Room = ROOM, **rest: object) -> list[str]:
    by_deck: dict[str, list[Entry]] = {}
    for entry in fresh:
        by_deck.setdefault(entry.deck, []).append(entry)
    queue = todays_queue(reviews, by_deck, DAY, room, rest.pop("rooms", {}), **rest)  # type: ignore[arg-type]
    return [entry.card for entry in queue]


def test_the_best_remembered_come_first() -> None:
    """In a backlog that saves most: what is nearly lost costs as much tomorrow."""
    assert ask([due("safe", 100), due("lost", 1), due("so-so", 10)], []) == ["safe", "so-so", "lost"]


def test_limits_keep_what_is_best_remembered() -> None:
    assert ask([due("safe", 100), due("lost", 1)], [new("x")], Room(0, 1)) == ["safe"]


def test_a_decks_own_limit_holds_inside_the_limit_for_all() -> None:
    reviews = [due("a", 3, deck="p"), due("b", 2, deck="p"), due("c", 1, deck="q")]
    assert ask(reviews, [], rooms={"p": Room(0, 1)}) == ["a", "c"]


def test_one_card_of_a_note_a_day() -> None:
    reviews = [due("n#1", 1, note="n", alone=False), due("n#2", 3, note="n", alone=False)]
    assert ask(reviews, [new("n#3", note="n", alone=False), new("m")]) == ["m", "n#2"]


def test_notes_asked_today_are_not_asked_again() -> None:
    fresh = [new("n#1", note="n", alone=False), new("m#1", note="m", alone=False)]
    assert ask([], fresh, asked_notes=[("d", "n")]) == ["m#1"]


def test_new_cards_stand_at_even_distances() -> None:
    queue = interleave([due(f"r{n}") for n in range(6)], [new("n1"), new("n2")])
    assert [entry.card for entry in queue] == ["r0", "r1", "n1", "r2", "r3", "n2", "r4", "r5"]


def test_new_cards_of_several_decks_take_turns() -> None:
    fresh = [new("p1", deck="p"), new("p2", deck="p"), new("q1", deck="q"), new("q2", deck="q")]
    asked = ask([], fresh)
    assert {asked[0][0], asked[1][0]} == {"p", "q"}
    assert asked[0][0] == asked[2][0]


def test_an_order_is_the_decks_own() -> None:
    reviews = [due("fresh", 100), due("faded", 1)]
    waiting = [reviews[0]._replace(due=DAY), reviews[1]._replace(due=DAY - 9)]
    assert ask(waiting, [], orders={"d": "remembered"}) == ["fresh", "faded"]
    assert ask(waiting, [], orders={"d": "oldest"}) == ["faded", "fresh"]
    many = [due(f"r{n}", n + 1) for n in range(20)]
    lots = [ask(many, [], orders={"d": "random"}, seed=str(seed)) for seed in range(3)]
    assert sorted(map(tuple, lots)) != [tuple(lots[0])] * 3
    assert [sorted(lot) for lot in lots] == [sorted(entry.card for entry in many)] * 3


def test_decks_of_different_orders_are_mixed_evenly_each_in_its_own() -> None:
    mine = [due(f"p{n}", 100 - n, deck="p") for n in range(4)]
    yours = [due(f"q{n}", deck="q")._replace(due=DAY - 10 + n) for n in range(8)]
    asked = ask([*yours[::-1], *mine[::-1]], [], orders={"q": "oldest"})
    assert [card for card in asked if card[0] == "p"] == ["p0", "p1", "p2", "p3"]
    assert [card for card in asked if card[0] == "q"] == [f"q{n}" for n in range(8)]
    for half in (asked[:6], asked[6:]):
        assert sum(card[0] == "p" for card in half) == 2


_entries = st.lists(
    st.builds(
        due,
        st.uuids().map(str),
        st.floats(0.1, 1000),
        st.integers(0, 500),
        st.sampled_from(["", "n", "m"]),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda entry: entry.card,
)


@given(
    _entries,
    st.integers(0, 6),
    st.integers(0, 6),
    st.text(max_size=3),
    st.randoms(use_true_random=False),
    st.sampled_from(ORDERS),
)
def test_the_same_cards_and_seed_give_the_same_queue(
    entries: list[Entry], room_new: int, room_due: int, seed: str, dice: object, order: str
) -> None:
    fresh = {"d": [new(f"new{n}") for n in range(8)]}
    room = Room(room_new, room_due)
    once = todays_queue(entries, fresh, DAY, room, {}, seed=seed, orders={"d": order})
    shuffled = list(entries)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert todays_queue(shuffled, fresh, DAY, room, {}, seed=seed, orders={"d": order}) == once
    reviews = [entry for entry in once if entry.state is State.REVIEW]
    assert len(reviews) <= room_due
    assert len(once) - len(reviews) <= room_new
    recalls, waits = [entry.recall(DAY) for entry in reviews], [entry.due for entry in reviews]
    assert order != "remembered" or recalls == sorted(recalls, reverse=True)
    assert order != "oldest" or waits == sorted(waits)
    shared = [(entry.deck, entry.note) for entry in once if not entry.alone]
    assert len(shared) == len(set(shared))
