"""Changing deck files: in one step, never half, never anything else, and back again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizzer.collection.editing import (
    AddNote,
    Append,
    RemoveNote,
    SetKeys,
    edit,
    open_deck,
    take_back,
    tried,
)
from quizzer.errors import DeckMoved, DeckNotFound, DiskRefused, EditRefused

DECK = "# mine\ncards:\n  - question: What is the capital of France?\n    answer: Paris\n  - Germany = Berlin\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    return deck


def test_an_edit_is_on_disk_and_can_be_taken_back(path: Path) -> None:
    path.chmod(0o640)
    made = edit(open_deck(str(path)), [AddNote({"question": "What is the capital of Spain?", "answer": "Madrid"})])
    assert made.ids == ("capital-spain",)
    assert path.read_bytes() == made.file.data
    assert path.stat().st_mode & 0o777 == 0o640
    again = edit(made.file, [RemoveNote("capital-spain")])
    take_back(again.back)
    take_back(again.back)  # a second time it is as it should be
    take_back(made.back)
    assert path.read_text("utf-8") == DECK
    assert [one.name for one in path.parent.iterdir()] == ["deck.yaml"]


def test_a_file_that_has_changed_is_not_overwritten(path: Path) -> None:
    file = open_deck(str(path))
    made = edit(file, [SetKeys(3, {"id": "france"})])
    with pytest.raises(DeckMoved, match="read it again"):
        edit(file, [SetKeys(3, {"id": "paris"})])
    path.write_bytes(path.read_bytes() + b"# more\n")
    with pytest.raises(DeckMoved, match="has changed since"):
        take_back(made.back)
    path.unlink()
    with pytest.raises(DeckMoved, match="is gone"):
        take_back(made.back)
    with pytest.raises(DeckNotFound):
        open_deck(str(path))


def test_a_change_that_adds_a_problem_is_refused(path: Path) -> None:
    file = open_deck(str(path))
    with pytest.raises(EditRefused, match="line 4 would be wrong"):
        edit(file, [SetKeys(3, {"unit": "km"})])
    with pytest.raises(EditRefused, match="would be wrong"):
        edit(file, [AddNote({"question": "Two", "answer": ""})])
    assert path.read_text("utf-8") == DECK


def test_a_preview_writes_nothing(path: Path) -> None:
    made = tried(open_deck(str(path)), [Append(open_deck(str(path)).deck.notes[1].id, "accept", "B")])  # type: ignore[union-attr]
    assert b"Germany = Berlin; B\n" in made.file.data
    assert path.read_text("utf-8") == DECK


def test_a_link_is_followed(path: Path) -> None:
    link = path.parent / "link.yaml"
    link.symlink_to(path)
    edit(open_deck(str(link)), [SetKeys(3, {"id": "france"})])
    assert link.is_symlink()
    assert "id: france" in path.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_only_be_read_is_left_alone(path: Path) -> None:
    path.chmod(0o400)
    with pytest.raises(DiskRefused):
        edit(open_deck(str(path)), [SetKeys(3, {"id": "france"})])


WRITER = """
import sys
from quizzer.collection.editing import SetKeys, edit, open_deck
file = open_deck(sys.argv[1])
print("ready", flush=True)
for turn in range(100_000):
    file = edit(file, [SetKeys("france", {"comment": f"turn {turn} " + "x" * 200})]).file
"""


def test_a_kill_in_the_middle_of_writing_leaves_a_whole_deck(tmp_path: Path) -> None:
    """The real program, ended by SIGKILL while it writes over and over."""
    notes = "".join(f"  - question: q{number}\n    id: n{number}\n    answer: a\n" for number in range(60))
    start = f"cards:\n  - question: q\n    id: france\n    answer: a\n{notes}# end\n"
    deck = tmp_path / "deck.yaml"
    for turn in range(6):
        deck.write_text(start, "utf-8")
        with subprocess.Popen([sys.executable, "-c", WRITER, str(deck)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(0.05 + turn * 0.037)
            process.send_signal(signal.SIGKILL)
        file = open_deck(str(deck))
        assert file.deck is not None
        assert (len(file.deck.notes), file.problems) == (61, ())
        assert file.data.endswith(b"# end\n")
