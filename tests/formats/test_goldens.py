"""Every problem is shown as its golden file says; `python -m tests.formats.test_goldens` writes them anew."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quizzer.collection.checking import checked
from quizzer.collection.collection import Collection
from quizzer.collection.preferring import preference_problems
from quizzer.collection.settings import Settings
from quizzer.core.problem import Problem
from quizzer.formats.codes import ADVICE, MEANINGS, SETTINGS, SEVERITIES
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.yaml_events import Loader
from tests.formats.samples import BAD, HERE, LOADERS, bad_deck

QUOTES = {"source-changed", "passage-not-found", "quote-moved", "quote-reworded", "quote-not-found"}
SEVERAL_FILES = {"unreadable-file", "duplicate-deck", "missing-source", *QUOTES}
SOURCES = """\
sources:
  atlas: {file: atlas.md}
  gone: {title: gone.md, file: gone.md}
  notes: {file: notes.md, sha256: 0123456789abcdef}
defaults: {source: atlas}
cards:
  - {question: Which is the capital of France?, answer: Paris, quote: "Paris, capital of France"}
  - question: Which is the capital of Spain?
    answer: Madrid
    quote: Madrid, capital of Spain
  - question: How many consuls were elected?
    answer: Two
    source: {doc: notes, passage: 1}
    quote: Two consuls were elected each year
  - question: How many kings ruled?
    answer: Seven
    source: {doc: notes, passage: 1}
    quote: Seven kings have ruled Rome
  - question: What came after the republic?
    answer: The empire
    source: {doc: notes, passage: 3}
"""
NOTES = "# 1. Kings\n\nSeven kings ruled Rome.\n\n# 2. Republic\n\nTwo consuls were elected each year.\n"
READ = sorted(set(MEANINGS) - ADVICE - SEVERAL_FILES - SETTINGS)


def rendered(problems: list[Problem]) -> str:
    return "".join(f"{problem.rendered()}\n" for problem in problems)


def golden(code: str) -> str:
    return (HERE / "bad" / f"{code}.txt").read_text("utf-8")


@LOADERS
@pytest.mark.parametrize("code", READ)
def test_a_problem_is_shown_with_its_place_its_line_and_what_to_write(
    code: str, loader: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, problems = read_deck(bad_deck(code, monkeypatch), f"{code}.yaml", loader)
    assert code in {problem.code for problem in problems}
    assert rendered(problems) == golden(code)
    assert all(problem.severity is SEVERITIES[problem.code] for problem in problems)


def of_settings(home: Path) -> str:
    """Every problem that only settings have."""
    home.mkdir()
    config = home / "config.yaml"
    config.write_text("theem: nord\ndecks: [~/nowhere]\nkeyboard: dvorak\n", "utf-8")
    return rendered(preference_problems(Settings(home=str(home)))).replace(f"{home}/", "")


def test_problems_of_settings_are_shown_likewise(tmp_path: Path) -> None:
    assert of_settings(tmp_path / "home") == "".join(map(golden, ("unknown-setting", "missing-folder", "bad-setting")))


def of_several_files(code: str, home: Path) -> str:
    """The problems that only show where several files are looked after."""
    decks = home / "decks"
    decks.mkdir(parents=True)
    for name in ("a", "b"):
        (decks / f"{name}.yaml").write_text("id: same\ncards:\n  - France = Paris\n", "utf-8")
    (decks / "c.yaml").symlink_to(home / "gone.yaml")
    (decks / "d.yaml").write_text(SOURCES, "utf-8")
    (decks / "atlas.md").write_text("# Atlas\n\nParis, capital\nof France\n", "utf-8")
    (decks / "notes.md").write_text(NOTES, "utf-8")
    with Collection.open(Settings(home=str(home), now="2026-11-23T08:12:00+01:00")) as collection:
        problems = [problem for problem in collection.check_all() if problem.code == code]
    return rendered(problems).replace(f"{decks}/", "")


@pytest.mark.parametrize("code", sorted(SEVERAL_FILES))
def test_problems_of_several_files_are_shown_likewise(code: str, tmp_path: Path) -> None:
    assert of_several_files(code, tmp_path / "home") == golden(code)


def advised(code: str) -> str:
    """The problems of a deck that could be better."""
    problems = checked([str(BAD[code])])
    return rendered(problems).replace(f"{BAD[code].parent}/", "")


@pytest.mark.parametrize("code", sorted(ADVICE))
def test_what_could_be_better_is_shown_likewise(code: str) -> None:
    assert f" advice {code}: " in golden(code)
    assert advised(code) == golden(code)


def test_every_code_has_a_golden_file_and_none_is_left_over() -> None:
    assert sorted(MEANINGS) == sorted(path.stem for path in (HERE / "bad").glob("*.txt"))
    assert set(BAD) <= set(MEANINGS)


def test_every_code_has_a_row_in_the_manual() -> None:
    manual = (HERE.parents[1] / "decks" / "README.md").read_text("utf-8")
    rows = [f"| `{code}` | {SEVERITIES[code]} | {_cell(meaning)} |" for code, meaning in MEANINGS.items()]
    assert [row for row in rows if row not in manual] == []


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _write() -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        for code in READ:
            with monkeypatch.context() as limits:
                _, problems = read_deck(bad_deck(code, limits), f"{code}.yaml")
            (HERE / "bad" / f"{code}.txt").write_text(rendered(problems), "utf-8")
    for code in ADVICE:
        (HERE / "bad" / f"{code}.txt").write_text(advised(code), "utf-8")
    for code in SEVERAL_FILES:
        with TemporaryDirectory() as folder:
            (HERE / "bad" / f"{code}.txt").write_text(of_several_files(code, Path(folder) / "home"), "utf-8")


if __name__ == "__main__":
    _write()
