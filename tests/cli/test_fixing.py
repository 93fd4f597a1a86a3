"""`check --fix` shows each change, then writes it, and says what is left."""

import json
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


CITIES = """\
title: Cities
cards:
  - question: What is the capital of France?
    answer: Paris
  - question: Which city lies on the Tiber?
    answer: Rome
    both_ways: true
"""


@pytest.mark.parametrize("in_use", [True, False], ids=["a deck in use", "a deck studied by its path"])
def test_ids_that_are_written_to_notes_already_studied_keep_their_history(quizzer: Quizzer, in_use: bool) -> None:
    path = quizzer.deck(CITIES, "cities.yaml") if in_use else quizzer.home.parent / "cities.yaml"
    path.write_text(CITIES, "utf-8")
    words = [] if in_use else [str(path)]
    quizzer("study", *words, "--plain", "--limit", "2", typed="\n4\n\n3\n")
    ran = quizzer("check", "--fix", str(path))
    assert ran.out.splitlines() == [f"{path}:3: id capital-france", f"{path}:5: id city-lies-tiber"]
    assert "2 changes written; 2 cards keep their history" in ran.err
    assert "advice no-id" not in quizzer("check", str(path)).out
    ran = quizzer("due", *words, "--json")
    assert ran.err == "", "there is nothing left to be found again"
    [counts] = [deck for deck in json.loads(ran.out)["decks"] if deck["id"] == "cities"]
    assert (counts["new"], counts["learning"]) == (0, 1), "one is learnt, one comes again, one is its sibling"
    quizzer("study", *words, "--plain", typed=":u\n:q\n")
    assert len(quizzer("adopt", "--json").out.splitlines()) == (2 if in_use else 0)
