"""What commands may load: a status bar asks every few seconds."""

import subprocess
import sys

import pytest

from tests.cli.running import Quizzer

PROGRAM = """
import sys
from quizzer.cli.main import run
code = run(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(*argv: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv], capture_output=True, text=True, timeout=60, check=False
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    return int(code), set(modules)


def test_due_loads_nothing_it_does_not_need(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("due")
    code, modules = loaded("due")
    assert code == 0
    assert not modules & {
        "textual",
        "rich",
        "yaml",
        "fsrs",
        "pathlib",
        "dataclasses",
        "platformdirs",
        "shutil",
        "rapidfuzz",
    }
    assert not [name for name in modules if name.startswith("quizzer.tui")]


@pytest.mark.parametrize(
    "argv", [["--help"], ["due", "--help"], ["study", "--help"], ["cards", "--help"]], ids=" ".join
)
def test_help_loads_no_store(quizzer: Quizzer, argv: list[str]) -> None:
    code, modules = loaded(*argv)
    assert code == 0
    assert not modules & {"sqlite3", "textual", "yaml", "fsrs", "json", "quizzer.collection.collection"}


def test_plain_study_needs_no_screens(quizzer: Quizzer) -> None:
    quizzer.kinds()
    code, modules = loaded("study", "--plain")
    assert code == 0
    assert not modules & {"textual", "rich"}
