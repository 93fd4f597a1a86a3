"""Responses, shares, points and times in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.answers import clock_words, logged, points_words, response_words, share_words
from quizzer.core.asking import asked
from quizzer.core.cards import Body, Card, Choice, Kind, Match, Note, Option, Order, TrueFalse, Typed
from quizzer.core.grading import Response

CHOICE = Choice((Option("Saudi Arabia", "it did"), Option("Oman")), (Option("Iraq"),))


def card(kind: Kind, body: Body) -> Card:
    """A card with that body."""
    return Card("deck", Note("note", kind, "What?", body))


TYPED, PICKED, STATED = card(Kind.TYPED, Typed("x")), card(Kind.CHOICE, CHOICE), card(Kind.TRUE_FALSE, TrueFalse(False))


ORDERED = card(Kind.ORDER, Order(("a;\nb", "c")))
MATCHED = card(Kind.MATCH, Match((("Paris", "Seine"), ("Vienna", "Danube"))))


@pytest.mark.parametrize(
    ("asked_card", "response", "words"),
    [
        pytest.param(ORDERED, (1, 0), "c · a;\nb", id="an order"),
        pytest.param(ORDERED, (1, 9), "c", id="an item that the note no longer has"),
        pytest.param(MATCHED, (1, 0), "Paris → Danube · Vienna → Seine", id="pairs"),
        pytest.param(
            MATCHED, (-1, 0, 1), "Vienna → Seine", id="a pair left open, and one of a note that is shorter now"
        ),
        pytest.param(TYPED, (1,), "", id="a response of another form"),
        pytest.param(TYPED, "Risalli  movement", "Risalli  movement", id="typed: as it was typed"),
        pytest.param(TYPED, "", "", id="typed: nothing"),
        pytest.param(PICKED, (2,), "Iraq", id="an option by its text, not its place"),
        pytest.param(PICKED, (1, 2), "Oman · Iraq", id="several options"),
        pytest.param(PICKED, (), "", id="no option"),
        pytest.param(PICKED, (7, -1, 0), "Saudi Arabia", id="an option that the note no longer has is passed over"),
        pytest.param(STATED, True, "True", id="what the person said, not what is right"),
        pytest.param(STATED, False, "False", id="false"),
    ],
)
def test_a_response_reads_as_it_was_given(asked_card: Card, response: Response, words: str) -> None:
    assert response_words(asked_card, response) == words


@pytest.mark.parametrize(
    ("asked_card", "response", "kept"),
    [
        (TYPED, "Risalli  movement", "Risalli  movement"),
        (TYPED, None, ""),
        (PICKED, (0, 2), "Saudi Arabia; Iraq"),
        (PICKED, (), ""),
        (STATED, True, "true"),
        (STATED, False, "false"),
        (ORDERED, (1, 0), "c; a; b"),
        (MATCHED, (1, 0), "Paris → Danube; Vienna → Seine"),
    ],
)
def test_the_log_keeps_texts_so_that_it_says_which_wrong_one_was_picked(
    asked_card: Card, response: Response, kept: str
) -> None:
    assert logged(asked_card, response) == kept


@pytest.mark.parametrize("asked_card", [TYPED, PICKED, STATED], ids=lambda one: str(one.note.kind))
def test_not_knowing_leaves_nothing_to_show(asked_card: Card) -> None:
    assert response_words(asked_card, None) == ""


@given(st.integers(), st.integers(0, 2))
def test_a_pick_shows_the_text_that_stood_on_the_screen(seed: int, number: int) -> None:
    """However the options were shuffled."""
    option = asked(PICKED, seed).options[number]
    assert response_words(PICKED, (option.original,)) == option.text


@given(st.floats(0, 1))
def test_a_share_is_a_whole_percent(share: float) -> None:
    number, sign = share_words(share).split()
    assert abs(int(number) - 100 * share) <= 0.5
    assert sign == "%"


@given(st.floats(0, 10_000))
def test_points_keep_two_decimals_and_no_idle_one(points: float) -> None:
    words = points_words(points)
    assert abs(float(words) - points) <= 0.005 + 1e-9
    assert "." not in words or words[-1] not in "0."


@given(st.integers(0, 100 * 3_600_000))
def test_a_clock_counts_whole_seconds(ms: int) -> None:
    minutes, seconds = clock_words(ms).split(":")
    assert len(seconds) == 2
    assert 60 * int(minutes) + int(seconds) == ms // 1000
