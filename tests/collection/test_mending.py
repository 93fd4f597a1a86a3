"""`check --fix` brings quotes, passages and checksums up to date, and touches nothing else."""

from pathlib import Path

import pytest

from quizzer.collection.checking import checked
from quizzer.collection.mending import planned
from quizzer.errors import DeckMoved

DECK = """\
# My deck.
sources:
  notes: {file: notes.md, sha256: 0123456789abcdef}
  # the checksum
defaults: {source: {doc: notes, passage: 1}}
cards:
  - question: How many consuls?
    # moved
    id: consuls
    answer: Two
    source: {doc: notes, passage: 1, page: 7}
    quote: 'Two consuls were elected each year'
  - question: How many kings?
    id: kings
    answer: Seven
    quote: >-
      Seven kings have
      ruled Rome
  - {question: Who came last?, answer: Nobody, id: last, quote: "words that stand nowhere at all"}
"""
NOTES = "# 1. Kings\n\nSeven kings ruled Rome.\n\n# 2. Republic\n\nTwo consuls were elected each year.\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    path = tmp_path / "deck.yaml"
    path.write_text(DECK, "utf-8")
    return path


def codes(deck: Path) -> list[str]:
    return [problem.code for problem in checked([str(deck)])]


def test_what_can_be_mended_is_and_the_rest_stays_as_it_was(deck: Path) -> None:
    assert codes(deck) == ["source-changed", "quote-moved", "quote-reworded", "quote-not-found"]
    mending = planned(str(deck))
    assert mending is not None
    assert [(change.key, change.line) for change in mending.amendments] == [
        ("sha256", 3),
        ("passage", 11),
        ("quote", 16),
    ]
    assert deck.read_text("utf-8") == DECK
    mending.write()
    assert codes(deck) == ["quote-not-found"]
    text = deck.read_text("utf-8")
    assert "    source: {doc: notes, passage: 2, page: 7}\n    quote: 'Two consuls were elected each year'\n" in text
    assert "quote: Seven kings ruled Rome\n" in text
    assert "\n  # the checksum\n" in text
    assert "\n    # moved\n" in text
    assert planned(str(deck)) is None


def test_a_file_that_changed_meanwhile_is_not_written_to(deck: Path) -> None:
    mending = planned(str(deck))
    assert mending is not None
    deck.write_text(DECK + "# more\n", "utf-8")
    with pytest.raises(DeckMoved):
        mending.write()
    assert deck.read_text("utf-8") == DECK + "# more\n"


def test_ids_are_written_to_notes_that_have_none(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    text = "cards:\n  - question: Capital of France?\n    answer: Paris\n  - Spain = Madrid\n"
    text += "  - {question: Italy?, answer: Rome}\n"
    path.write_text(text, "utf-8")
    mending = planned(str(path))
    assert mending is not None
    assert [(one.key, one.line, one.new) for one in mending.amendments] == [
        ("id", 2, "capital-france"),
        ("id", 5, "italy"),
    ]
    mending.write()
    assert path.read_text("utf-8") == text.replace("France?\n", "France?\n    id: capital-france\n").replace(
        "Italy?,", "Italy?, id: italy,"
    )


def test_a_quote_that_moved_to_a_part_without_number_loses_its_passage(deck: Path) -> None:
    deck.write_text(DECK.replace("Two consuls were elected each year", "Preface to it all, in short"), "utf-8")
    (deck.parent / "notes.md").write_text("Preface to it all, in short.\n\n" + NOTES, "utf-8")
    mending = planned(str(deck))
    assert mending is not None
    mending.write()
    assert "source: {doc: notes, page: 7}\n" in deck.read_text("utf-8")
    assert "quote-moved" not in codes(deck)
