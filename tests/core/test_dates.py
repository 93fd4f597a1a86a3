"""Dates compared as dates, and what is said where they differ."""

import pytest

from quizzer.core.dates import Same, compared


@pytest.mark.parametrize(
    ("response", "solution", "language", "found"),
    [
        ("Nov 07", "November 2007", "en", Same(False, True, "the year is cut short")),
        ("Nov 08", "November 2007", "en", Same(False, False, "the year is missing")),
        ("11/2007", "Nov 2007", "en", Same(True, True, "the same date")),
        ("1 Nov 2007", "Nov 2007", "en", Same(False, False, "no day was asked for")),
    ],
)
def test_dates_are_compared_as_far_as_they_are_told(response: str, solution: str, language: str, found: Same) -> None:
    assert compared(response, solution, language) == found


def test_what_is_no_date_compares_with_none() -> None:
    assert compared("some day", "November 2007", "en") is None
    assert compared("November 2007", "some day", "en") is None
