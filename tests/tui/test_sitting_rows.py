"""What surrounds a card: how far the sitting has come."""

import pytest

from quizzer.core.session import Course
from quizzer.tui.widgets.sitting_rows import progress


@pytest.mark.parametrize(
    ("course", "shown"),
    [
        (Course(0, 0, 10), "0 of 10 ░░░░░░░░░░░░░░░░"),
        (Course(5, 3, 10), "5 of 10 ▓▓▓▓▓▓▓▓▒▒▒▒▒░░░"),
        (Course(10, 0, 10), "10 of 10 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓"),
        (Course(0, 3, 3), "0 of 3 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒"),
        (Course(), "0 of 0 ░░░░░░░░░░░░░░░░"),
    ],
)
def test_cards_that_are_done_and_cards_that_come_again_fill_the_bar(course: Course, shown: str) -> None:
    assert progress(course).plain == shown
