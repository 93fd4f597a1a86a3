"""Shells complete what there is, and the man page tells of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from quizzer.cli.completion import FILES
from quizzer.cli.main import COMMANDS
from tests.cli.running import Quizzer
from tests.cli.shell_files import FOLDER, made


@pytest.mark.parametrize("name", FILES)
def test_the_files_say_what_the_commands_do(name: str) -> None:
    """Else: python -m tests.cli.shell_files."""
    assert (FOLDER / FILES[name]).read_text("utf-8") == made(name)


def test_a_file_is_printed_as_it_is(quizzer: Quizzer) -> None:
    assert quizzer("completion", "bash").out == (FOLDER / "quizzer.bash").read_text("utf-8")
    assert quizzer("completion", "ksh").code == 2


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    script = f"""
        source {FOLDER / "quizzer.bash"}
        for line in "quizzer qu" "quizzer quiz --pa"; do
            COMP_WORDS=($line); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=()
            _shtab_quizzer; echo "${{COMPREPLY[@]}}"
        done
    """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout.split() == ["quiz", "--pass"]


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
def test_the_man_page_can_be_read() -> None:
    done = subprocess.run(["man", "-l", str(FOLDER / "quizzer.1")], capture_output=True, text=True, check=False)
    assert all(f"quizzer {name}" in done.stdout for name in COMMANDS)
