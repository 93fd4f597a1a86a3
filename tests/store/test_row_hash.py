"""The check of a row finds what changed in it."""

import pytest

from quizzer.store.row_hash import CHECK_BYTES, row_check

FIELDS = ("id", "device", 1, 2, "zone", "kind", "card", "{}")


def test_a_check_is_eight_bytes_and_stays_what_it_is() -> None:
    """Every progress file in the world holds these: they may not change."""
    assert row_check(FIELDS).hex() == "86433836b6db41a9"
    assert len(row_check(FIELDS)) == CHECK_BYTES


@pytest.mark.parametrize("place", range(len(FIELDS)))
def test_every_field_counts(place: int) -> None:
    changed = [*FIELDS]
    changed[place] = 3
    assert row_check(changed) != row_check(FIELDS)


def test_what_moves_between_fields_counts() -> None:
    assert row_check(("ab", "c")) != row_check(("a", "bc"))


def test_bytes_that_are_no_text_can_be_checked() -> None:
    assert row_check(("\udcff",)) != row_check(("\udcfe",))
