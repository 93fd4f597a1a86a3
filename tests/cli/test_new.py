"""`quizzer new`: a deck to fill in, that `check` accepts."""

from pathlib import Path

from quizzer.core.cards import Kind
from quizzer.core.quality import advice
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.first_lines import EXAMPLES, first_lines
from tests.cli.running import Quizzer


def test_a_new_deck_is_written_and_accepted(quizzer: Quizzer, tmp_path: Path) -> None:
    path = tmp_path / "capitals-of_europe.yaml"
    ran = quizzer("new", str(path))
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert (tmp_path / "deck.schema.json").exists()
    assert "\ntitle: Capitals of europe\nid: capitals-of_europe\n" in path.read_text("utf-8")
    assert quizzer("check", "--strict", str(path)).code == 0
    before = path.read_bytes()
    again = quizzer("new", str(path))
    assert again.code == 2
    assert "is there already" in again.err
    assert path.read_bytes() == before


def test_a_name_that_is_no_decks_is_refused(quizzer: Quizzer, tmp_path: Path) -> None:
    ran = quizzer("new", str(tmp_path / "capitals"))
    assert ran.code == 2
    assert f"quizzer new {tmp_path}/capitals.yaml" in ran.err


def test_every_example_is_right_once_its_mark_is_taken_away() -> None:
    text = first_lines("x")
    shown = [line.removeprefix("  # ") for line in text.splitlines() if line.startswith("  # ")]
    wanted = [line for line in EXAMPLES.splitlines() if not line.startswith("#")]
    assert [line for line in shown if line in wanted] == wanted
    notes = "".join(f"  {line}\n" for line in EXAMPLES.splitlines())
    deck, problems = read_deck(f"cards:\n{notes}".encode(), "x.yaml")
    assert deck is not None
    assert problems == []
    assert {note.kind for note in deck.notes} == set(Kind)
    assert advice(deck._replace(notes=tuple(note for note in deck.notes if note.id[0] != "~"))) == []


def test_a_name_that_yaml_would_misread_is_quoted() -> None:
    for stem in ("no", "a: b", "#x", "?", "  "):
        deck, problems = read_deck(first_lines(stem).encode(), "x.yaml")
        assert deck is not None
        assert problems == []
