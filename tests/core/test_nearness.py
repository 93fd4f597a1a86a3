"""A near miss is never the solution of another card, however that one is written."""

import pytest

from quizzer.core.cards import Card, Kind, Note, Typed
from quizzer.core.grading import judge
from quizzer.core.surroundings import Surroundings
from quizzer.core.verdict import Outcome

CARD = Card("d", Note("n", Kind.TYPED, "?", Typed("tingle")))


@pytest.mark.parametrize("other", ["tangle", "Tangle.", "the tangle", "`t`**a**`n`**g**`l`**e**"])
def test_the_solution_of_another_card_is_no_slip(other: str) -> None:
    verdict = judge(CARD, "tangle", Surroundings("en", lambda: [other]))
    assert verdict is not None
    assert verdict.outcome is Outcome.WRONG


def test_a_slip_is_nearly_right() -> None:
    verdict = judge(CARD, "tangle", Surroundings("en", lambda: ["something else", "**so** is this"]))
    assert verdict is not None
    assert verdict.outcome is Outcome.NEARLY
