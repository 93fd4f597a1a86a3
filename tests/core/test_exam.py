"""The last days before an exam."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.day import date_of
from quizzer.core.exam import LAST_DAYS, exam_day, exam_week


@given(st.dates().map(str), st.integers(-20, 20))
def test_the_last_days_are_those_before_the_exam(exam: str, ahead: int) -> None:
    on = exam_day(exam)
    assert on is not None
    assert str(date_of(on)) == exam
    week = exam_week(exam, on - ahead)
    assert (week is not None) == (1 <= ahead <= LAST_DAYS)
    if week is not None:
        assert week.first + LAST_DAYS == week.exam
        assert week.begun + ahead == LAST_DAYS + 1


def test_without_an_exam_there_are_none() -> None:
    assert exam_day("") is None
    assert exam_week("", 20_000) is None
