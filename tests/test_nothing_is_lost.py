"""A program that is killed right after an answer has lost nothing, on screens and line by line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

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
    command = ["-m", "quizzer", "--home", str(home), "--decks", str(home / "decks"), *words]
    return pexpect.spawn(sys.executable, command, env=environ, dimensions=(24, 80), encoding="utf-8", timeout=30)


def killed(child: "pexpect.spawn[str]") -> None:
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()


def reviewed(home: Path) -> list[str]:
    """The cards whose reviews are in the log."""
    return [event["card"] for event in events(home) if event["kind"] == "reviewed"]


def events(home: Path) -> list[dict[str, Any]]:
    """What is in the log, as a new process reads it."""
    command = [sys.executable, "-m", "quizzer", "--home", str(home), "log", "--json"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_killed_on_the_next_card_the_screens_have_lost_nothing(home: Path) -> None:
    for turn in range(3):
        child = started(home, "study")
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
        child = started(home, "study", "--plain")
        child.expect(r"Question \d")
        child.sendline("")
        child.expect(r"Answer \d")
        child.sendline("4")
        child.expect(r"Question \d")
        killed(child)
        assert len(reviewed(home)) == turn + 1
    assert len(set(reviewed(home))) == 3


def responses(home: Path) -> list[str]:
    """What was answered in quizzes, in the order in which it was."""
    return [event["data"]["response"] for event in events(home) if "response" in event["data"]]


def test_a_quiz_killed_at_any_point_goes_on_with_every_answer_given(home: Path) -> None:
    words = ("quiz", "--by-hand", "-n", "4")
    child = started(home, *words)
    child.expect("4 questions")
    child.send("\r")
    child.expect("question 1 of 4")
    killed(child)  # nothing was answered
    for turn in range(3):
        child = started(home, *words)
        child.expect(rf"left half-way.*{turn} of 4 answered")
        child.send("\r")
        child.expect(f"question {turn + 1} of 4")
        child.send(f"Response {turn}\r")
        child.expect(f"question {turn + 2} of 4")
        child.send("half a wo")
        child.expect("half a wo")
        killed(child)  # in the middle of a word
        assert responses(home) == [f"Response {at}" for at in range(turn + 1)]
    assert reviewed(home) == []
    for place in ("over the map", "while marking"):
        child = started(home, *words)
        child.expect("left half-way")
        child.send("\r")
        child.expect("question 4 of 4")
        child.send("\x1bOS")  # F4
        child.expect("hands the quiz in")
        if place == "while marking":
            child.send("h")
            child.expect("Hand in with 1 question unanswered")
            child.send("y")
            child.expect("Mark it yourself")
            child.send("3")
            child.expect("2 of 3")
        killed(child)
    _handed_in_and_killed(home)


def _handed_in_and_killed(home: Path) -> None:
    child = started(home, "quiz", "--plain", "--by-hand")
    child.sendline("r")
    child.expect("Question 4 of 4")
    child.sendline(":submit")
    child.expect("1 is unanswered")
    child.sendline("")
    child.expect("Mark it yourself, 1 of 2")  # the first is marked
    child.sendline("1")
    child.sendline("3")
    child.expect("Result: 2 of 4")
    killed(child)  # over the result
    assert len(reviewed(home)) == 3
    assert sorted(responses(home)) == sorted([f"Response {at}" for at in range(3)] * 2)
    assert [event["kind"] for event in events(home)].count("quiz_finished") == 1
