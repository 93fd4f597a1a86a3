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


FIRST_FRAME = """
import asyncio, os, sys
from quizzer.collection.collection import Collection
from quizzer.collection.settings import settings_from
from quizzer.tui.quizzer_app import QuizzerApp

async def first_frame():
    with Collection.open(settings_from("", (), os.environ)) as collection:
        app = QuizzerApp(collection, collection.sit() if sys.argv[1] == "study" else None)
        drawn = []
        app.drawn = lambda: drawn.append(set(sys.modules))
        async with app.run_test() as pilot:
            await pilot.pause()
        print(0, *sorted(*drawn), file=sys.stderr)

asyncio.run(first_frame())
"""


def loaded(*argv: str, program: str = PROGRAM) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", program, *argv], capture_output=True, text=True, timeout=60, check=False
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
        "locale",
        "json",
        "importlib.util",
        "quizzer.core.memory",
        "quizzer.core.event",
        "quizzer.core.pace",
        "quizzer.core.preference_table",
        "quizzer.store.cache_reader",
        "quizzer.collection.overview",
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


@pytest.mark.parametrize("screen", ["home", "study"])
def test_a_first_frame_loads_nothing_that_it_does_not_need(quizzer: Quizzer, screen: str) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n3\n")
    code, modules = loaded(screen, program=FIRST_FRAME)
    assert code == 0
    never = {"yaml", "fsrs", "rapidfuzz", "textual.widgets._markdown"}
    assert modules & never == set()
    if screen == "home":
        assert not modules & {"quizzer.core.schedule", "quizzer.core.cards", "quizzer.collection.undoing"}
    assert {name for name in modules if name.endswith("_keys")} == {f"quizzer.tui.keys.{screen}_keys"}
