"""A near miss is never the solution of another card, however that one is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizzer.core.cards import Card, Kind, Note, Typed
from quizzer.core.folding import DEFAULT, Ignoring, Line, Solution
from quizzer.core.grading import judge
from quizzer.core.surroundings import Others, Surroundings
from quizzer.core.verdict import Outcome

CARD = Card("d", Note("n", Kind.TYPED, "?", Typed("tingle")))


@pytest.mark.parametrize("other", ["tangle", "Tangle.", "the tangle", "`t`**a**`n`**g**`l`**e**"])
def test_the_solution_of_another_card_is_no_slip(other: str) -> None:
    verdict = judge(CARD, "tangle", Surroundings("en", lambda: Others([other])))
    assert verdict is not None
    assert verdict.outcome is Outcome.WRONG


def test_a_slip_is_nearly_right() -> None:
    verdict = judge(CARD, "tangle", Surroundings("en", lambda: Others(["something else", "**so** is this"])))
    assert verdict is not None
    assert verdict.outcome is Outcome.NEARLY


PIECES = "a,an,the,az,la,A,é,ß,Ł,æ,İ,ı,Ｆ,b,1, ,.,-,*,`,```x\n,…"
WRITTEN = st.lists(st.sampled_from(PIECES.split(",")), max_size=8).map("".join)
LANGUAGES = st.sampled_from(["", "en", "hu", "eo", "tr", "de"])


@given(WRITTEN, WRITTEN, st.frozensets(st.sampled_from(Ignoring)), LANGUAGES, st.integers(0, 2))
def test_no_solution_that_folds_to_the_response_is_passed_over(
    text: str, response: str, overlook: frozenset[Ignoring], language: str, most: int
) -> None:
    yours, other = Line(response, overlook, language), Solution(text, overlook, language)
    found = [one.written for one in Others([text, "nothing like it"]).near(yours, most, overlook, language)]
    if yours.folded in other.folded or OSA.distance(yours.bare, other.line.bare) <= most:
        assert other.written in found


def test_what_is_nothing_like_the_response_is_not_folded() -> None:
    yours = Line("Mediterranean", DEFAULT)
    assert list(Others(["Baltic", "Adriatic Sea"]).near(yours, 2, DEFAULT, "en")) == []
