"""What lines of input mean for a card, and what is said when they mean nothing."""

import pytest

from quizzer.cli.plain.responses import NotAllowed, example, rating_of, response_of
from quizzer.core.asking import Asked, Form, Marked, Offered
from quizzer.core.schedule import Rating

OPTIONS = (Offered(2, "c", "", False), Offered(0, "a", "", True), Offered(1, "b", "", True))

LEFTS = (Offered(1, "B", "", True), Offered(2, "C", "", True), Offered(0, "A", "", True))


def asked(form: Form) -> Asked:
    return Asked("d/n", form, Marked("?"), () if form in (Form.REVEAL, Form.TYPE) else OPTIONS, LEFTS, 2)


@pytest.mark.parametrize(
    ("form", "line", "response"),
    [
        (Form.REVEAL, "my words", "my words"),
        (Form.TYPE, "Paris", "Paris"),
        (Form.TYPE, "", ""),
        (Form.TRUE_FALSE, "true", True),
        (Form.TRUE_FALSE, "T", True),
        (Form.TRUE_FALSE, "1", True),
        (Form.TRUE_FALSE, "False", False),
        (Form.TRUE_FALSE, "f", False),
        (Form.TRUE_FALSE, "2", False),
        (Form.TRUE_FALSE, "", None),
        (Form.TRUE_FALSE, "0", None),
        (Form.CHOOSE_ONE, "1", (2,)),
        (Form.CHOOSE_ONE, "2", (0,)),
        (Form.CHOOSE_ONE, "", ()),
        (Form.CHOOSE_ONE, "0", ()),
        (Form.CHOOSE_SEVERAL, "3 2", (0, 1)),
        (Form.CHOOSE_SEVERAL, "1,3", (1, 2)),
        (Form.CHOOSE_SEVERAL, "2 2", (0,)),
        (Form.ORDER, "2 3 1", (0, 1, 2)),
        (Form.ORDER, "2,3, 1", (0, 1, 2)),
        (Form.ORDER, "231", (0, 1, 2)),
        (Form.ORDER, "", ()),
        (Form.ORDER, "0", ()),
        (Form.MATCH, "3 1 2", (0, 1, 2)),
        (Form.MATCH, "1 2 3", (1, 2, 0)),
        (Form.MATCH, "", ()),
    ],
)
def test_a_line_is_a_response(form: Form, line: str, response: object) -> None:
    assert response_of(asked(form), line) == response


@pytest.mark.parametrize(
    ("form", "line", "said"),
    [
        (Form.CHOOSE_ONE, "9", "no option 9: options are 1 to 3"),
        (Form.CHOOSE_ONE, "alpha", "no option alpha"),
        (Form.CHOOSE_ONE, "1 2", "One option is right"),
        (Form.CHOOSE_SEVERAL, "1 0", "no option 0"),
        (Form.CHOOSE_SEVERAL, "٣", "no option ٣"),
        (Form.TRUE_FALSE, "maybe", "true or false"),
        (Form.TRUE_FALSE, "3", "true or false"),
        (Form.ORDER, "1 2", "each number from 1 to 3 once, as in 2 3 1"),
        (Form.ORDER, "1 2 2", "each number from 1 to 3 once"),
        (Form.ORDER, "1 2 3 4", "each number from 1 to 3 once"),
        (Form.MATCH, "Paris", "each number from 1 to 3 once"),
        (Form.MATCH, "١ ٢ ٣", "each number from 1 to 3 once"),
    ],
)
def test_a_line_that_cannot_be_is_met_with_what_can(form: Form, line: str, said: str) -> None:
    with pytest.raises(NotAllowed, match=said):
        response_of(asked(form), line)


def test_a_rating_is_a_number_a_name_or_the_suggestion() -> None:
    assert rating_of("", Rating.HARD) is Rating.HARD
    assert rating_of("1", Rating.GOOD) is Rating.AGAIN
    assert rating_of("Easy", Rating.GOOD) is Rating.EASY
    with pytest.raises(NotAllowed, match="1 Again, 2 Hard, 3 Good and 4 Easy; an empty line means Good"):
        rating_of("7", Rating.GOOD)


@pytest.mark.parametrize("count", range(2, 30))
def test_an_example_of_an_order_is_one(count: int) -> None:
    assert sorted(map(int, example(count).split())) == list(range(1, count + 1))
