"""Adoption: a card's history counts for another one, as though it had always been that one's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.adoption import Adoption, adoption_of, counting, heirs_of
from quizzer.core.event import Did, Event
from quizzer.core.progress import UNTOUCHED, Standing, fold
from tests.core.histories import CARDS, START, event, histories, reviewed

DAY = 86_400_000
NAMES = ("a/one", "a/two", "b/one", "b/two", "c/one")


def adopted(number: int, source: str, card: str, at: int = START, device: str = "d") -> Event:
    return event(number, Did.ADOPTED, card, {"from": source}, at, device)


def known(events: list[Event]) -> dict[str, Standing]:
    return {card: standing for card, standing in fold(events).standings.items() if not standing.untouched}


def renamed(events: list[Event], source: str, card: str) -> list[Event]:
    """The events as they would be had the card always had the other name."""
    return [one._replace(card=card) if one.card == source else one for one in events]


def plain_heir(card: str, pairs: list[tuple[str, str]]) -> str:
    """The rule as the design tells it, followed by hand."""
    pointers: dict[str, str] = {}
    for source, target in pairs:
        pointers.pop(target, None)
        if source != target:
            pointers[source] = target
    steps = 0
    while card in pointers:
        card, steps = pointers[card], steps + 1
        assert steps <= len(pairs), "a circle"
    return card


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12), st.randoms())
def test_heirs_are_what_the_rule_says_and_never_go_round_in_a_circle(
    pairs: list[tuple[str, str]], dice: object
) -> None:
    adoptions = [Adoption((at, "d", f"{at}"), *pair) for at, pair in enumerate(pairs)]
    dice.shuffle(adoptions)  # type: ignore[attr-defined]  # a random.Random
    heirs = heirs_of(adoptions)
    for card in NAMES:
        assert heirs.get(card, card) == plain_heir(card, pairs)
    assert not heirs.keys() & set(heirs.values())


@given(histories(), st.integers(0, 30 * DAY))
@settings(max_examples=50, deadline=None)
def test_a_card_that_adopts_stands_as_though_all_had_happened_to_it(events: list[Event], later: int) -> None:
    """Reviews of both in their order; and it makes no difference when the adoption comes, or from where."""
    events = [one for one in events if one.kind not in (Did.ADOPTED, Did.OPTION_SET)]
    adoption = adopted(9_000, "a/one", "b/one#r", START - 5 * DAY + later, "e")
    assert known([*events, adoption]) == known(renamed(events, "a/one", "b/one#r"))


@given(histories())
@settings(max_examples=50, deadline=None)
def test_an_adoption_taken_back_is_one_that_never_came(events: list[Event]) -> None:
    adoption = adopted(9_000, "a/one", "a/two", START + 3 * DAY)
    undone = event(9_001, Did.UNDONE, data={"events": [adoption.id]}, at=START + 90 * DAY)
    assert known([*events, adoption, undone]) == known(events)


def test_an_untouched_card_takes_over_the_standing_as_it_is_whatever_its_own_deck_wants() -> None:
    """Nothing that is scheduled moves: not where the other deck has other options."""
    option = event(1, Did.OPTION_SET, data={"scope": "b", "key": "max_interval", "value": "2"}, at=START - 1)
    history = [option, reviewed(2, "a/one", 4, START), reviewed(3, "a/one", 3, START + 20 * DAY)]
    after = fold([*history, adopted(4, "a/one", "b/one", START + 21 * DAY)]).standings
    assert after["b/one"] == fold(history).standings["a/one"]
    assert "a/one" not in after


def test_a_chain_carries_everything_to_its_end_and_back() -> None:
    first, second = reviewed(1, "a/one", 3, START), reviewed(2, "a/two", 3, START + DAY)
    chain = [first, second, adopted(3, "a/one", "a/two"), adopted(4, "a/two", "b/one", START + 1)]
    assert known(chain) == known(renamed(renamed([first, second], "a/one", "b/one"), "a/two", "b/one"))
    back = adopted(5, "b/one", "a/one", START + 2)
    assert known([*chain, back]) == known(renamed([first, second], "a/two", "a/one"))


def test_a_card_has_its_own_history_back_by_adopting_itself() -> None:
    own, other = reviewed(1, "a/one", 3, START), reviewed(2, "a/two", 3, START + DAY)
    back = [own, other, adopted(3, "a/one", "a/two"), adopted(4, "a/one", "a/one", START + 1)]
    assert known(back) == known([own, other])


def test_a_review_is_replaced_across_an_adoption() -> None:
    wrong = reviewed(1, "a/one", 1, START)
    right = event(2, Did.REVIEWED, "a/two", {"rating": 3, "mode": "quiz", "replaces": wrong.id}, START + DAY)
    adoption = adopted(3, "a/one", "a/two", START + DAY)
    assert known([wrong, right, adoption]) == known([reviewed(1, "a/two", 3, START)])


def test_what_is_no_adoption_is_none() -> None:
    assert adoption_of(event(1, Did.ADOPTED, "a/two", {"from": "a/one"})) == Adoption(
        (START, "d", f"{1:032x}"), "a/one", "a/two"
    )
    assert adoption_of(event(1, Did.ADOPTED, "a/two", {})) is None
    for source in ("", 5, None):
        assert adoption_of(event(1, Did.ADOPTED, "a/two", {"from": source})) is None
    assert adoption_of(event(1, Did.ADOPTED, "", {"from": "a/one"})) is None
    assert adoption_of(event(1, Did.FLAGGED, "a/two", {"from": "a/one"})) is None


def test_events_without_an_heir_are_left_as_they_are() -> None:
    review = reviewed(1, CARDS[0], 3, START)
    assert counting(review, {}) is review
    assert counting(review, {CARDS[0]: CARDS[1]}).card == CARDS[1]
    assert fold([review]).standings.get(CARDS[1], UNTOUCHED) == UNTOUCHED
