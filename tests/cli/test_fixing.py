"""`check --fix` shows each change, then writes it, and says what is left."""

from pathlib import Path

import pytest

from tests.cli.running import Quizzer
from tests.collection.test_mending import DECK, NOTES


@pytest.fixture
def deck(quizzer: Quizzer) -> Path:
    (quizzer.decks / "notes.md").write_text(NOTES, "utf-8")
    path = quizzer.decks / "deck.yaml"
    path.write_text(DECK, "utf-8")
    return path


@pytest.mark.parametrize("named", [True, False])
def test_each_change_is_shown_then_written(deck: Path, quizzer: Quizzer, named: bool) -> None:
    ran = quizzer("check", "--fix", *([str(deck)] if named else []))
    assert ran.code == 0
    assert f"{deck}:11: passage of the note consuls\n  - 1\n  + 2\n" in ran.out
    assert "  - Seven kings have ruled Rome\n  + Seven kings ruled Rome\n" in ran.out
    assert "quote-not-found" in ran.out
    assert "quote-moved" not in ran.out
    assert "3 changes written" in ran.err


def test_changes_are_objects_for_programs(deck: Path, quizzer: Quizzer) -> None:
    ran = quizzer("check", "--fix", "--json", str(deck))
    assert '"fixed": "quote"' in ran.out.splitlines()[2]
    assert '"fixed"' not in quizzer("check", "--fix", "--json", str(deck)).out
