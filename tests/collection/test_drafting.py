"""Drafts written to decks: whatever ends the program, a deck holds all of a writing or nothing of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizzer.collection.drafting import add_to_deck, draft_document
from quizzer.collection.editing import open_deck
from quizzer.store.replacing import ABANDONED

PIERS = ("North", "South", "East", "West", "Old", "New", "King's", "Long", "Stone", "Timber")
SHIPS = "".join(
    f"The Board of Port {pier}mouth closed the {pier} Pier on {at + 3} May {1700 + 9 * at}, after {at + 40} years.\n\n"
    for at, pier in enumerate(PIERS)
)
WRITER = """
import sys
from quizzer.collection.drafting import add_to_deck, draft_document
drafted = draft_document("ships.txt")
print("ready", flush=True)
for turn in range(100_000):
    add_to_deck(drafted, f"deck {turn}.yaml", 5)
    add_to_deck(drafted, f"deck {turn}.yaml", 5)
"""


def interrupted(folder: Path, number: signal.Signals, after: float) -> int:
    """The real functions at work in a program of its own that is sent a signal; its id."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after)
        process.send_signal(number)
    assert process.returncode
    return process.pid


@pytest.mark.skipif(os.name == "nt", reason="Windows knows other signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl+C"])
def test_what_ends_the_program_leaves_whole_decks(tmp_path: Path, number: signal.Signals) -> None:
    for turn in range(3):
        folder = tmp_path / str(turn)
        folder.mkdir()
        (folder / "ships.txt").write_text(SHIPS, "utf-8")
        process = interrupted(folder, number, 0.02 + turn * 0.037)
        decks = sorted(folder.glob("deck *.yaml"), key=os.path.getmtime)
        for deck in decks:
            file = open_deck(str(deck))
            assert file.deck is not None
            assert (len(file.deck.notes), file.problems) in ((5, ()), (10, ()))
        assert all(len(open_deck(str(deck)).deck.notes) == 10 for deck in decks[:-1])  # type: ignore[union-attr]
        left = {path.name for path in folder.iterdir()} - {"ships.txt", *(deck.name for deck in decks)}
        if number == signal.SIGINT:
            assert not left
            continue
        assert left <= {f".deck {at}.yaml.{process}~" for at in (len(decks) - 1, len(decks))}
        for name in left:  # what a kill leaves is hidden, no deck, and taken away by a later writing
            os.utime(folder / name, (time.time() - ABANDONED - 9,) * 2)
            add_to_deck(draft_document(str(folder / "ships.txt")), str(folder / name[1 : -len(f".{process}~")]), 5)
            assert not (folder / name).exists()
