"""The exam outside, on a date: in the days before it every card is seen once more.

Nothing is rescheduled for it. In the last days before an exam, reviews that would come again only on its day or later
are asked once beside what is due, spread by their places in the deck over those days; on the day itself all is as ever.
"""

from datetime import date
from typing import NamedTuple

from quizzer.core.day import day_of

LAST_DAYS = 7
"""Study days before an exam within which every card is seen."""


class Week(NamedTuple):
    """The last days before an exam, on one of them."""

    exam: int
    """The study day of the exam."""
    day: int
    """The study day it is."""

    @property
    def first(self) -> int:
        """The first of the last days: a card that was reviewed since then has been seen."""
        return self.exam - LAST_DAYS

    @property
    def begun(self) -> int:
        """How many of the last days have begun, 1 to `LAST_DAYS`."""
        return self.day - self.first + 1


def exam_day(exam: str) -> int | None:
    """The study day of an exam on a date as options hold it; None where there is none.

    >>> exam_day("2026-12-02"), exam_day("")
    (20789, None)
    """
    return day_of(date.fromisoformat(exam)) if exam else None


def is_past(exam: str, day: int) -> bool:
    """Whether an exam lies before a study day.

    >>> is_past("2026-12-02", 20790), is_past("2026-12-02", 20789), is_past("", 0)
    (True, False, False)
    """
    on = exam_day(exam)
    return on is not None and on < day


def exam_week(exam: str, day: int) -> Week | None:
    """The last days before an exam, if a study day is one of them."""
    on = exam_day(exam)
    return Week(on, day) if on is not None and 1 <= on - day <= LAST_DAYS else None
