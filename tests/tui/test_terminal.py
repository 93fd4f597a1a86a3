"""Whatever happens to the terminal, it is left as it was found."""

import os
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pexpect
import pytest

from quizzer.tui.app import _choose_theme
from quizzer.tui.terminal import few_colours
from tests.tui.driving import write_deck

CARDS = "  - {question: What is the capital of France?, answer: Paris, id: paris}\n"
PROGRAM = """
import sys
from quizzer.collection.settings import Settings
from quizzer.tui.app import run_app
sys.exit(run_app(Settings(home=sys.argv[1], home_from="--home", decks=(sys.argv[2],), decks_from="--decks")))
"""
ALT_SCREEN_OFF = "\x1b[?1049l"


@pytest.fixture
def program(tmp_path: Path) -> "pexpect.spawn[str]":
    """The application in a pseudo-terminal."""
    write_deck(tmp_path / "decks", CARDS)
    environ = {**os.environ, "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable,
        ["-c", PROGRAM, str(tmp_path / "home"), str(tmp_path / "decks")],
        env=environ,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Capitals")
    return child


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_the_program_in_good_order(program: "pexpect.spawn[str]", number: int) -> None:
    program.kill(number)
    program.expect_exact(ALT_SCREEN_OFF)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 128 + number


def test_a_bare_continue_swallows_no_key(program: "pexpect.spawn[str]") -> None:
    program.kill(signal.SIGCONT)
    time.sleep(0.3)
    program.send("q")
    program.expect_exact(ALT_SCREEN_OFF)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_control_z_pauses_and_the_screen_is_there_again_afterwards(program: "pexpect.spawn[str]") -> None:
    program.send("\x1a")
    program.expect_exact(ALT_SCREEN_OFF)
    time.sleep(0.3)
    program.kill(signal.SIGCONT)
    program.expect("Capitals")
    program.send("q")
    program.expect_exact(ALT_SCREEN_OFF)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_q_leaves_with_no_complaint(program: "pexpect.spawn[str]") -> None:
    program.send("q")
    program.expect_exact(ALT_SCREEN_OFF)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_a_terminal_that_vanishes_ends_the_program(program: "pexpect.spawn[str]") -> None:
    """Its window is closed: nobody will ever press a key again."""
    assert program.pid is not None
    os.close(program.child_fd)
    for _ in range(100):
        done, status = os.waitpid(program.pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.1)
    assert done, "the program runs on without a terminal"
    assert os.waitstatus_to_exitcode(status) in (129,)
    program.closed = program.terminated = True
    program.child_fd = -1


@pytest.mark.parametrize(
    ("environ", "few"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
    ],
)
def test_a_terminal_of_few_colours_keeps_its_own(environ: dict[str, str], few: bool) -> None:
    assert few_colours(environ) is few


def test_a_cache_damaged_while_it_is_in_use_ends_in_a_sentence(tmp_path: Path, program: "pexpect.spawn[str]") -> None:
    (cache,) = (tmp_path / "home" / "cache").glob("cache*.sqlite")
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("INSERT OR REPLACE INTO meta VALUES ('other', 'quizzer')")  # so that pages are read anew
    other.close()
    for file in (cache, Path(f"{cache}-wal")):
        with file.open("r+b") as pages:
            pages.seek(100)
            pages.write(b"\xff" * (file.stat().st_size - 100))
    program.send("\r")
    program.expect_exact(ALT_SCREEN_OFF)
    program.expect(pexpect.EOF)
    program.close()
    said = program.before or ""
    assert "was damaged and is thrown away" in said
    assert "│" not in said
    assert not cache.exists()


@pytest.mark.parametrize(
    ("wanted", "few", "taken"),
    [("nord", "", "nord"), ("nord", "1", "nord,ansi-dark"), ("", "1", "ansi-dark"), ("", "", None)],
)
def test_the_theme_is_known_before_textual_is_loaded(
    monkeypatch: pytest.MonkeyPatch, wanted: str, few: str, taken: str | None
) -> None:
    monkeypatch.setenv("NO_COLOR", few)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    _choose_theme(wanted)
    assert os.environ.get("TEXTUAL_THEME") == taken
