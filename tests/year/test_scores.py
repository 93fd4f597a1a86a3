"""Every figure of the scores is what a recount gives; a million reviews are for `python -m tests.year.scores`."""

from pathlib import Path

import pytest

from tests.bench.corpus import write_decks, write_years
from tests.year.scores import Compared, compare


def test_every_figure_of_the_scores_is_what_a_recount_gives(tmp_path: Path) -> None:
    write_decks(tmp_path / "decks", 120)
    write_years(tmp_path / "home", 120, 1_200)
    assert compare(tmp_path / "home", tmp_path / "decks") == 53


def test_a_figure_that_is_off_is_found() -> None:
    with pytest.raises(SystemExit, match=r"reviews: 2, and counted anew 3"):
        Compared().same("reviews", 2, 3)
    with pytest.raises(SystemExit):
        Compared().same("log loss", 0.25, 0.2501)
