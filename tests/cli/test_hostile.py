"""A deck from a stranger cannot drive the terminal: raw bytes from a pseudo-terminal, from every command and screen."""

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pexpect
import pytest

from tests.cli.running import Quizzer

PAYLOAD = (
    r"\e]52;c;UE9XTg==\a\e[6666m\x9b7777m\e[2J\x90q\u202Egnorts\u2066x\u200b[/x][@click=app.quit]hi[/] \x08\x0c\x7f"
)
"""As it stands in a double-quoted YAML text: clipboard, colours, clearing, C1, bidi overrides, markup, backspaces."""

HOSTILE = f"""\
title: "Hostile {PAYLOAD}"
id: hostile
sources:
  doc: {{title: "Doc {PAYLOAD}", file: doc.md}}
defaults: {{source: doc, tags: ["tag {PAYLOAD}"]}}
study: {{desired_retention: 0.9}}
cards:
  - id: choice
    question: "Choose {PAYLOAD}"
    answer: {{text: "Right {PAYLOAD}", because: "why {PAYLOAD}"}}
    wrong: [{{text: "Wrong {PAYLOAD}", because: "not {PAYLOAD}"}}, Other]
    hint: "hint {PAYLOAD}"
    explanation: "explained {PAYLOAD}"
    quote: "quoted {PAYLOAD}"
    source: {{doc: doc, passage: "1 {PAYLOAD}", page: "2 {PAYLOAD}"}}
  - {{id: typed, question: "Type {PAYLOAD}", answer: "Typed {PAYLOAD}", accept: ["x {PAYLOAD}"]}}
  - {{id: cloze, cloze: "Fill {{{{{PAYLOAD} :: hint {PAYLOAD}}}}} in"}}
  - {{id: "id {PAYLOAD}", question: "Flash {PAYLOAD}", answer: "Flashed {PAYLOAD}"}}
  - {{id: bad, question: "Bad {PAYLOAD}", "key {PAYLOAD}": "value {PAYLOAD}"}}
  - {{id: unit, question: "Unit {PAYLOAD}", answer: "12", unit: "km {PAYLOAD}"}}
"""
DOCUMENT = "# Doc \x1b]52;c;UE9XTg==\x07\n\nquoted \x1b[6666m \u202egnorts [/x]\n"

Child: TypeAlias = "pexpect.spawn[bytes]"

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")
LEAKS = (
    b"\x1b]",
    b"\x1b[6666m",
    b"\xc2\x9b",
    b"\xc2\x90",
    b"\xe2\x80\xae",
    b"\xe2\x81\xa6",
    b"\x07",
    b"\x08",
    b"\x0c",
    b"\x7f",
)
"""What of the payload must never reach a terminal, also among the sequences that screens are drawn with."""


POINTER = re.compile(rb"\x1b\]22;[a-z-]+\x07")
"""The shape of the mouse pointer, which Textual itself asks for."""


@pytest.fixture
def hostile(quizzer: Quizzer) -> Quizzer:
    quizzer.deck(HOSTILE, "hostile\x1b[6666m\x9b7777m\u202e.yaml")
    quizzer.deck(DOCUMENT, "doc.md")
    return quizzer


@pytest.fixture
def spawn() -> Iterator["Spawn"]:
    spawned = Spawn()
    yield spawned
    spawned.close()


class Spawn:
    """Runs quizzer under a pseudo-terminal of 80×24 and keeps every byte it writes."""

    def __init__(self) -> None:
        self._all: list[Child] = []

    def __call__(self, *argv: str) -> Child:
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        child: Child = pexpect.spawn(
            sys.executable, ["-m", "quizzer", *argv], env=env, dimensions=(24, 80), timeout=15, echo=False
        )
        child.delaybeforesend = None
        self._all.append(child)
        return child

    def close(self) -> None:
        for child in self._all:
            child.close(force=True)


COMMANDS = [
    ["due"],
    ["due", "--json"],
    ["due", "hostile"],
    ["due", "nothing \x1b]52;c;x\x07"],
    ["check"],
    ["check", "--json"],
    ["cards"],
    ["cards", "--json"],
    ["log"],
    ["log", "--json"],
    ["options", "hostile"],
    ["where"],
    ["where", "--json"],
    ["study", "--plain"],
    ["study", "--cram", "--plain"],
    ["quiz", "--last"],
    ["quiz", "--last", "--json"],
]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_no_command_lets_a_control_character_through(hostile: Quizzer, spawn: Spawn, argv: list[str]) -> None:
    hostile("study", "--plain", typed="1\n\n" * 3)
    hostile("quiz", "--plain", typed="\n" * 20)
    child = spawn(*argv)
    if argv[0] in ("study", "quiz"):
        child.sendeof()
    raw = child.read()
    assert b"Traceback" not in raw
    text = raw.decode()
    assert text.strip()
    assert not UNWANTED.search(text), ascii(text)


def test_plain_study_lets_none_through_whatever_is_asked_of_it(hostile: Quizzer, spawn: Spawn) -> None:
    child = spawn("study", "--plain")
    for _ in range(5):
        for line in (":h", ":?", ":s", "1", ":s", ":*", ":y", ":u", "1"):
            child.sendline(line)
    child.sendline(":-")
    child.sendline(":q")
    text = child.read().decode()
    for word in ("Choose", "Right", "Flash", "Unit", "quoted", "explained", "hint", "[/x][@click=app.quit]hi[/]"):
        assert word in text
    assert not UNWANTED.search(text), ascii(text)


def test_the_screens_let_none_through_either(hostile: Quizzer, spawn: Spawn) -> None:
    child = spawn()
    written = io.BytesIO()
    child.logfile_read = written

    def until(word: str) -> None:
        child.expect_exact(word.encode())

    until("Hostile")
    child.send("\r")
    until("Choose")
    child.send("h")
    until("hint")
    child.send("1\r")
    until("Again")
    for _ in range(8):  # page down, one frame each
        child.send("\x1b[6~")
        if child.expect_exact([b"explained", pexpect.TIMEOUT], timeout=1) == 0:
            break
    child.send("s")
    until("back")
    child.send("\x1b")
    until("Again")
    child.send("*")
    until("words to yourself")
    child.send("\r")
    until("lagged")
    child.send("\x1b")
    until("problem")
    child.send("p")
    until("missing-key")
    child.send("\x1b")
    until("quit")
    child.send("q")
    child.read()
    child.close()
    assert child.exitstatus == 0
    raw = POINTER.sub(b"", written.getvalue())
    assert b"explained" in raw
    for leak in LEAKS:
        assert leak not in raw, leak
    assert b"Traceback" not in raw


def test_hostile_paths_are_cleaned_in_refusals(quizzer: Quizzer, tmp_path: Path) -> None:
    for argv in (["check"], ["due", "--decks"], ["study", "--plain", "--decks"]):
        ran = quizzer(*argv, str(tmp_path / "gone\x1b]52;c;x\x07\u202e"))
        assert ran.code == 2
        assert not UNWANTED.search(ran.err.replace("\n", "")), ascii(ran.err)
