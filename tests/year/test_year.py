"""A simulated life through the real collection; the whole year is `python -m tests.year`."""

from pathlib import Path

import pytest

from tests.year.life import Life


@pytest.mark.parametrize("seed", [1, 2])
def test_home_equals_a_recount_on_every_day(tmp_path: Path, seed: int) -> None:
    life = Life(tmp_path, seed)
    for number in range(25):
        life.day(number)
    assert life.checks["answers"] > 100
