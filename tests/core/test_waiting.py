"""Cards that wait: whatever is drawn or taken out, what is left is what a plain list would hold."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.queue import Entry
from quizzer.core.schedule import State
from quizzer.core.waiting import Left, Waiting


def entry(number: int, note: int = 0, state: State = State.NEW) -> Entry:
    return Entry(f"c{number}", "d", f"n{note}", state=state)


@st.composite
def rows(draw: st.DrawFn) -> list[Entry]:
    marks = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(State)), max_size=12))
    return [entry(number, note, state) for number, (note, state) in enumerate(marks)]


STEPS = st.lists(
    st.sampled_from(["first", "card", "note"]).flatmap(lambda how: st.tuples(st.just(how), st.integers(0, 12)))
)


@given(rows(), STEPS)
def test_whatever_is_taken_out_the_rest_is_that_of_a_list(entries: list[Entry], steps: list[tuple[str, int]]) -> None:
    waiting, plain = Waiting(tuple(entries)), list(entries)
    for how, number in steps:
        before, kept = waiting, list(plain)
        if how == "first":
            waiting, plain = waiting.after_first(), plain[1:]
        elif how == "card":
            waiting, plain = waiting.without(f"c{number}"), [one for one in plain if one.card != f"c{number}"]
        else:
            waiting, plain = waiting.without_note("d", f"n{number}"), [one for one in plain if one.note != f"n{number}"]
        assert list(before) == kept, "a value never changes"
        assert list(waiting) == plain
        assert waiting.first == (plain[0] if plain else None)
        assert len(waiting) == len(plain)
        assert waiting == Waiting(plain)
        assert waiting.left == Left(
            sum(one.state is State.NEW for one in plain),
            sum(one.state in (State.LEARNING, State.RELEARNING) for one in plain),
            sum(one.state is State.REVIEW for one in plain),
        )
        assert [waiting.card(one.card) for one in entries] == [one if one in plain else None for one in entries]


def test_what_waits_can_be_compared_and_shown() -> None:
    assert Waiting([entry(1)]) != Waiting([entry(2)])
    assert Waiting() != ()
    assert "c1" in repr(Waiting([entry(1)]))
    assert not Waiting()
