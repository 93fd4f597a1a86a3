"""Running quizzer's command line in tests: in this process, which is quick, or in one of its own."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from quizzer.cli.main import run

NOW = "2026-11-23T08:12:00+01:00"

SETTLED = 1_700_000_000
"""When test decks were written, in seconds since 1970: a file just written would be read again each time."""

KINDS = """\
title: All kinds
id: kinds
sources:
  notes: {title: Study notes, file: notes.md}
defaults: {source: notes}
cards:
  - {id: flash, question: "Why **so**?", answer: "Because, *that* is why", hint: think}
  - {id: typed, question: "Capital of France?", answer: Paris, accept: [Lutetia], explanation: It lies on the Seine.}
  - {id: number, question: "How many?", answer: "12", unit: km}
  - id: one
    question: Which one?
    answer: Alpha
    wrong: [{text: Beta, because: it comes second}, Gamma]
  - {id: several, question: "Which two?", answers: [Ada, Grace], wrong: [Blaise, Isaac]}
  - {id: truth, statement: Water is wet, answer: true}
  - {id: cloze, cloze: "The sky is {{blue :: a colour}} today"}
  - {id: order, question: Sort them, order: [first, second, third]}
  - {id: match, question: Match them, match: {France: Paris, Italy: Rome}}
  - {id: list, question: Name both, list: [salt, pepper]}
  - {id: quoted, question: "Where is it?", answer: Here, quote: stands here}
"""
NOTES = "# Study notes\n\n## Places\n\nThe answer stands here, and nowhere else.\n"


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Quizzer:
    """A person's quizzer: a home and a folder of decks of its own, and a clock that stands still."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = folder / "home"
        self.decks = folder / "decks"
        self.decks.mkdir()
        self._patch = monkeypatch
        self._capsys = capsys
        monkeypatch.setenv("QUIZZER_HOME", str(self.home))
        monkeypatch.setenv("QUIZZER_DECKS", str(self.decks))
        monkeypatch.setenv("QUIZZER_NOW", NOW)
        monkeypatch.delenv("COLUMNS", raising=False)

    def deck(self, text: str | bytes = KINDS, name: str = "kinds.yaml") -> Path:
        """A deck file that holds a text."""
        path = self.decks / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        os.utime(path, (SETTLED, SETTLED))
        return path

    def kinds(self) -> None:
        """The deck of all kinds and its document."""
        self.deck()
        self.deck(NOTES, "notes.md")

    def __call__(self, *argv: str, typed: str = "", now: str = NOW) -> Ran:
        """Run a command line in this process."""
        self._patch.setenv("QUIZZER_NOW", now)
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        self._capsys.readouterr()
        code = run(argv)
        return Ran(code, *self._capsys.readouterr())

    def apart(self, *argv: str, typed: str = "", python: tuple[str, ...] = ("-m", "quizzer"), **env: str) -> Ran:
        """Run a command line in a process of its own."""
        done = subprocess.run(
            [sys.executable, *python, *argv],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **env},
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)
