"""A program that is killed right after an answer has lost nothing, on screens and line by line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

DECK = "cards:\n" + "".join(f"  - {{question: Question {n}?, answer: Answer {n}, id: n{n}}}\n" for n in range(9))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "nine.yaml").write_text(DECK, "utf-8")
    return tmp_path


def started(home: Path, *words: str) -> "pexpect.spawn[str]":
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    command = ["-m", "quizzer", "--home", str(home), "--decks", str(home / "decks"), "study", *words]
    return pexpect.spawn(sys.executable, command, env=environ, dimensions=(24, 80), encoding="utf-8", timeout=30)


def killed(child: "pexpect.spawn[str]") -> None:
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()


def reviewed(home: Path) -> list[str]:
    """The cards whose reviews are in the log, as a new process reads it."""
    command = [sys.executable, "-m", "quizzer", "--home", str(home), "log", "--json"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    events = [json.loads(line) for line in lines]
    return [event["card"] for event in events if event["kind"] == "reviewed"]


def test_killed_on_the_next_card_the_screens_have_lost_nothing(home: Path) -> None:
    for turn in range(3):
        child = started(home)
        child.expect(r"Question \d")
        time.sleep(0.3)
        child.send(" ")
        child.expect("at once")
        time.sleep(0.3)  # ratings count a quarter of a second after the reveal
        child.send("4")
        child.expect(r"Question \d")
        killed(child)
        assert len(reviewed(home)) == turn + 1


def test_killed_on_the_next_card_plain_has_lost_nothing(home: Path) -> None:
    for turn in range(3):
        child = started(home, "--plain")
        child.expect(r"Question \d")
        child.sendline("")
        child.expect(r"Answer \d")
        child.sendline("4")
        child.expect(r"Question \d")
        killed(child)
        assert len(reviewed(home)) == turn + 1
    assert len(set(reviewed(home))) == 3
