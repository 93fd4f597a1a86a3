"""The house stands as DESIGN says: layers, a pure core, small rooms, and what may be imported when."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import quizzer

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quizzer"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, check=False)


def loaded_by(code: str) -> set[str]:
    """The modules that stand in memory after running some code in a fresh interpreter."""
    result = run("-c", f"{code}\nimport sys\nprint(*sys.modules)")
    assert result.returncode == 0, result.stderr
    return set(result.stdout.split())


def test_import_contracts_hold() -> None:
    """Layers point down, core is pure, only tui knows Textual, nothing goes in circles."""
    result = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_core_loads_nothing_of_screens_databases_or_yaml() -> None:
    names = [f"quizzer.core.{path.stem}" for path in (PACKAGE / "core").glob("*.py") if path.stem != "__init__"]
    loaded = loaded_by(f"import {', '.join(names)}")
    assert not loaded & {"textual", "rich", "sqlite3", "yaml", "fsrs", "platformdirs"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_are_small(path: Path) -> None:
    limit = 300 if path.parent.name == "core" else 400
    assert len(path.read_text("utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_style_sheet_hides_in_python(path: Path) -> None:
    """Each screen has its .tcss beside it."""
    names = {
        target.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert not names & {"CSS", "DEFAULT_CSS"}


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert quizzer.__version__ == project["version"]


def test_the_top_level_holds_what_it_should() -> None:
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.partition("/")[0] for line in tracked.stdout.splitlines()}
    expected = {"quizzer", "decks", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    assert {name for name in top if not name.startswith(".")} == expected


@pytest.mark.parametrize("tool", [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)], ids=" ".join)
def test_style_and_types(tool: tuple[str, ...]) -> None:
    result = run("-m", *tool)
    assert result.returncode == 0, result.stdout + result.stderr
