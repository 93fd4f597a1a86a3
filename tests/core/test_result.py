"""What a finished quiz brought."""

import pytest

from quizzer.core.result import Mark, reading_list, result_of, to_learn
from tests.core.quizzes import CARDS, Life


def finished() -> Life:
    life = Life()
    for value in ("a", "b", None):
        life.do("answer", value)
    life.finish([1.0, 0.5, 0.0, 0.0, 0.0])
    return life


def test_each_question_has_its_mark_and_those_without_an_answer_count() -> None:
    result = result_of(finished().quiz, {})
    assert [one.mark for one in result.marked] == [Mark.RIGHT, Mark.PARTLY, Mark.WRONG, Mark.SKIPPED, Mark.SKIPPED]
    assert [one.lost for one in result.marked] == [0, 0.5, 1, 1, 1]
    assert (result.got, result.share, result.count(Mark.SKIPPED)) == (1.5, 0.3, 2)


def test_topics_come_weakest_first_with_what_was_expected() -> None:
    result = result_of(finished().quiz, {CARDS[0]: "strong", CARDS[1]: "strong", CARDS[2]: "weak"})
    assert [(one.topic, one.got, one.of, one.expected) for one in result.topics] == [
        ("", 0, 2, 0.5),
        ("weak", 0, 1, 0.5),
        ("strong", 1.5, 2, 0.5),
    ]


def test_what_is_to_learn_begins_with_what_was_wrong() -> None:
    assert [one.card for one in to_learn(result_of(finished().quiz, {}))] == [CARDS[2], CARDS[3], CARDS[4], CARDS[1]]


def test_passages_are_read_again_by_what_was_lost_there() -> None:
    assert reading_list([("one", 0.5), ("two", 1), ("one", 1), ("none", 0)]) == [("one", 1.5), ("two", 1)]


def test_a_quiz_that_was_never_finished_has_no_score() -> None:
    result = result_of(Life().quiz._replace(questions=()), {})
    assert result.share == 0
    assert result.prediction.expected == pytest.approx(0)
