"""Which cards a quiz asks: weakest first or by topic, siblings last, and the same for the same seed."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.selection import Candidate, Pick, Placed, Setup, selected, setup_of, topics

CANDIDATES = st.lists(
    st.builds(
        Candidate,
        card=st.text("abcdef", min_size=1, max_size=3),
        note=st.sampled_from("nopq"),
        recall=st.none() | st.floats(0, 1),
        topic=st.sampled_from("xyz"),
    ),
    unique_by=lambda candidate: candidate.card,
)
SETUPS = st.builds(
    Setup,
    number=st.integers(1, 30),
    seed=st.text(max_size=3),
    pick=st.sampled_from(Pick),
    tags=st.lists(st.text(max_size=2)).map(tuple),
)


@given(CANDIDATES, SETUPS, st.randoms(use_true_random=False))
def test_the_same_cards_whatever_order_they_come_in(candidates: list[Candidate], setup: Setup, dice: object) -> None:
    chosen = selected(candidates, setup)
    dice.shuffle(candidates)  # type: ignore[attr-defined]  # a random.Random
    assert selected(candidates, setup) == chosen
    assert len(chosen) == len(set(chosen)) == min(setup.number, len(candidates))


@given(CANDIDATES, SETUPS)
def test_siblings_are_asked_only_where_other_notes_are_too_few(candidates: list[Candidate], setup: Setup) -> None:
    note = {candidate.card: candidate.note for candidate in candidates}
    asked = [note[card] for card in selected(candidates, setup)]
    notes = set(note.values())
    assert len(set(asked)) == min(len(notes), len(asked))


def test_the_weakest_come_first_and_what_was_never_seen_last() -> None:
    some = [Candidate("new", "1"), Candidate("strong", "2", 0.9), Candidate("weak", "3", 0.2)]
    assert selected(some, Setup()) == ["weak", "strong", "new"]
    assert selected(some, Setup(number=1)) == ["weak"]


def test_topics_take_turns() -> None:
    some = [Candidate(f"{topic}{n}", f"{topic}{n}", 0.5, topic) for topic in "ab" for n in range(9)]
    chosen = selected(some, Setup(number=6, pick=Pick.TOPICS, seed="s"))
    assert sorted(card[0] for card in chosen) == ["a", "a", "a", "b", "b", "b"]
    assert chosen != selected(some, Setup(number=6, pick=Pick.TOPICS, seed="t"))


@given(SETUPS)
def test_a_set_up_is_read_as_it_was_kept(setup: Setup) -> None:
    assert setup_of(setup.data) == setup


def test_the_one_tag_of_an_older_set_up_is_kept() -> None:
    assert setup_of({"tag": "war", "number": 5}) == Setup(tags=("war",), number=5)
    assert setup_of({"tag": ""}) == Setup()


def test_a_set_up_that_makes_no_sense_is_the_usual_one() -> None:
    assert setup_of(None) == setup_of({"number": "x", "counts": 1, "pick": "dice", "decks": [3]}) == Setup()


def test_a_topic_is_a_tag_that_tells_cards_apart_else_the_passage_else_the_deck() -> None:
    one = {
        "a": Placed("D", ("all", "x"), "passage 1"),
        "b": Placed("D", ("all",), "passage 2"),
        "c": Placed("D", ("all",)),
    }
    assert topics(one) == {"a": "x", "b": "passage 2", "c": "D"}
    two = {"a": Placed("D", (), "passage 1"), "b": Placed("E", ("t",), "passage 2")}
    assert topics(two) == {"a": "D", "b": "E"}
    assert topics({}) == {}
