"""Files near a person: documents and decks, the newest first; what begins as typed; a deck that could be made."""

import os
from pathlib import Path

import pytest

from quizzer.collection.nearby import nearby, shown


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for age, name in enumerate(("new.pdf", "old.md", "picture.png", ".hidden.md", "sub/deep.yaml", "sub/x/far.md")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
        os.utime(path, (1e9 - age, 1e9 - age))
    return tmp_path


def names(typed: str, here: Path, *folders: str, own: str | None = "") -> list[str]:
    return [near.shown + "+" * near.is_new for near in nearby(typed, str(here), folders, own)]


def test_without_a_word_what_lies_here_and_right_below_the_newest_first(here: Path) -> None:
    assert names("", here) == ["new.pdf", "old.md", "sub/deep.yaml"]
    assert names("", here / "sub", str(here), str(here / "none")) == [
        str(here / "new.pdf"), str(here / "old.md"), "deep.yaml", "x/far.md"
    ]  # fmt: skip


def test_a_part_of_a_name_finds_files_and_could_be_a_new_deck(here: Path) -> None:
    assert names("OLD", here, own=str(here / "own")) == ["old.md", "own/OLD.yaml+"]
    assert names("Biology", here) == ["Biology.yaml+"]
    assert names("none.pdf", here) == []
    assert names("e", here, own=None) == ["new.pdf"]  # no deck, where documents are wanted


def test_a_path_is_completed_folder_by_folder(here: Path) -> None:
    assert names("./", here) == ["./new.pdf", "./old.md", "./sub/"]
    assert names("sub/", here) == ["sub/deep.yaml", "sub/x/"]
    assert names("sub/de", here) == ["sub/deep.yaml", "sub/de.yaml+"]
    assert names("sub/deep.yaml", here) == ["sub/deep.yaml"]


def test_a_path_is_shown_from_ones_home(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(here / "sub"))
    assert shown(str(here / "sub" / "deep.yaml"), "/elsewhere") == "~/deep.yaml"
    assert shown("/a/b", str(here)) == "/a/b"
    assert names("~/de", here / "sub" / "x")[0] == "~/deep.yaml"
