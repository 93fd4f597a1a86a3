"""How long today's cards will take."""

import pytest

from quizzer.core.options import DEFAULTS
from quizzer.core.pace import USUAL, Pace, answers_for


def test_a_newcomer_is_as_quick_as_is_usual() -> None:
    assert Pace().seconds == USUAL


def test_after_some_hundred_answers_ones_own_pace_counts() -> None:
    assert Pace(1000, 4_000_000).seconds == pytest.approx(4, abs=0.2)
    assert USUAL > Pace(10, 40_000).seconds > 6


def test_a_new_card_is_shown_at_each_step_and_a_review_mostly_once() -> None:
    assert 2 <= answers_for(1, 0, 0, DEFAULTS) < 3
    assert 1 <= answers_for(0, 0, 1, DEFAULTS) < 1.2
    assert 1 <= answers_for(0, 1, 0, DEFAULTS) < 2
    assert answers_for(1, 0, 0, DEFAULTS._replace(steps=())) == 1
    assert answers_for(0, 0, 0, DEFAULTS) == 0


def test_who_needs_more_showings_than_are_usual_needs_more_time() -> None:
    usual, slow = Pace(0, 0, 240, 100, 0), Pace(0, 0, 480, 100, 0)
    assert usual.showings(DEFAULTS) == pytest.approx(1)
    assert slow.showings(DEFAULTS) == pytest.approx(2, abs=0.1)
    assert slow.seconds_for(10, 0, 0, DEFAULTS) > 1.9 * usual.seconds_for(10, 0, 0, DEFAULTS)
    assert Pace().seconds_for(10, 0, 0, DEFAULTS) == pytest.approx(24 * USUAL)
