"""What every command line gets: help without a disk, a sentence instead of a traceback, the right exit code."""

import errno
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from quizzer.cli import due, main
from quizzer.cli.main import COMMANDS, LATER
from tests.cli.running import Quizzer


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_touches_no_disk(quizzer: Quizzer, argv: list[str]) -> None:
    ran = quizzer(*argv)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: quizzer")
    assert "--home" in ran.out
    assert not quizzer.home.exists()


def test_the_main_help_lists_every_command(quizzer: Quizzer) -> None:
    said = quizzer("--help").out
    assert all(f"  {name:<10} {line}" in said for name, line in COMMANDS.items())


def test_the_version_is_the_package_s(quizzer: Quizzer) -> None:
    ran = quizzer("--version")
    assert ran.code == 0
    assert ran.out.startswith("quizzer ")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["duee"], "did you mean `quizzer due`"),
        (["xyzzy"], "no command “xyzzy”; `quizzer --help` lists them"),
        (["due", "--bogus"], "unrecognized arguments: --bogus; see quizzer due --help"),
        (["study", "--limit", "0"], "wants a whole number from 1 to 100000"),
        (["study", "--minutes", "soon"], "wants minutes, up to 1440, not “soon”"),
        (["--home"], "argument --home: expected one argument"),
        (["--decks"], "argument --decks: expected at least one argument"),
        *(([word], f"`quizzer {word}` comes in a later version") for word in LATER),
        (["none.yaml"], "There is no deck file none.yaml"),
    ],
)
def test_words_that_are_off_get_a_sentence_and_code_2(quizzer: Quizzer, argv: Sequence[str], said: str) -> None:
    ran = quizzer(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_folder_is_no_command(quizzer: Quizzer) -> None:
    ran = quizzer(str(quizzer.decks))
    assert ran.code == 2
    assert "is a folder; `quizzer --decks" in ran.err


def test_words_on_the_command_line_are_cleaned_before_they_are_repeated(quizzer: Quizzer) -> None:
    for argv in (["\x1b]52;c;x\x07"], ["due", "--\x1b[2J"], ["study", "\x1b[2J.yaml"]):
        ran = quizzer(*argv)
        assert ran.code == 2
        assert "\x1b" not in ran.err
        assert "\x07" not in ran.err


def _raise(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "The system refused (No space left on device)"),
        (OSError(errno.EACCES, "Permission denied", "/a\x1bb"), 1, "The system refused: /a�b (Permission denied)"),
    ],
    ids=["interrupt", "pipe", "full", "denied"],
)
def test_what_the_system_does_ends_in_good_order(
    quizzer: Quizzer, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr(due, "run", lambda args, settings: _raise(error))
    monkeypatch.setattr(main, "_close_quietly", lambda: None)
    ran = quizzer("due")
    assert ran.code == code
    assert said in ran.err


def test_a_bug_is_one_sentence_and_code_70(quizzer: Quizzer, tmp_path: Path) -> None:
    program = (
        "import sys; import quizzer.cli.due as d; d.run = lambda a, s: 1 / 0; import quizzer.__main__ as m; m.main()"
    )
    ran = quizzer.apart("due", python=("-c", program), TMPDIR=str(tmp_path), QUIZZER_DEBUG="")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "quizzer met a bug (ZeroDivisionError); nothing you answered is lost." in ran.err
    [report] = tmp_path.glob("quizzer-bug-*.txt")
    assert "Traceback" in report.read_text()
    shown = quizzer.apart("due", python=("-c", program), QUIZZER_DEBUG="1")
    assert shown.code == 70
    assert "Traceback" in shown.err


def test_a_reader_that_goes_away_is_no_trouble(quizzer: Quizzer) -> None:
    quizzer.kinds()
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "quizzer", "cards", "--json"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("argv", [[], ["study"], ["study", "kinds"]], ids=lambda argv: " ".join(argv) or "bare")
def test_without_a_terminal_screens_are_refused_and_plain_is_named(quizzer: Quizzer, argv: list[str]) -> None:
    quizzer.kinds()
    ran = quizzer(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert "--plain" in ran.err
    assert ran.err.count("\n") == 1


def test_without_a_terminal_browse_says_what_prints_cards(quizzer: Quizzer) -> None:
    ran = quizzer("browse", "is:new")
    assert (ran.code, ran.out) == (2, "")
    assert "`quizzer cards` prints cards" in ran.err


def test_a_dumb_terminal_is_told_from_none(quizzer: Quizzer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    ran = quizzer("study")
    assert ran.code == 2
    assert "TERM=dumb" in ran.err
    assert "--plain" in ran.err


def test_global_options_overrule_the_environment_before_and_after_the_command(quizzer: Quizzer, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for argv in (["--home", str(other), "where", "--json"], ["where", "--json", "--home", str(other)]):
        assert f"{other}/progress.sqlite" in quizzer(*argv).out


def test_a_time_that_is_none_is_refused(quizzer: Quizzer) -> None:
    ran = quizzer("due", now="yesterday")
    assert ran.code == 2
    assert "QUIZZER_NOW" in ran.err
