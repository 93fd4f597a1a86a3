"""A file is replaced as a whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.errors import DeckMoved, DiskRefused
from quizzer.store.replacing import replace_file


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    replace_file(str(tmp_path / "a" / "b.yaml"), b"new")
    assert (tmp_path / "a" / "b.yaml").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.yaml"]


def test_mode_and_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(str(link), b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def refused(*_: object, **__: object) -> None:
    raise OSError(95, "Operation not supported")


def test_what_is_written_has_a_name_only_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system names files at once")
    beside: list[str] = []
    fsync = os.fsync

    def looking(handle: int) -> None:
        beside.extend(path.name for path in tmp_path.iterdir())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", looking)
    replace_file(str(tmp_path / "deck.yaml"), b"new")
    assert set(beside) == {"deck.yaml"}


@pytest.mark.parametrize("lacking", ["O_TMPFILE", "open", "link"])
def test_a_system_that_names_files_at_once_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    path = tmp_path / "deck.yaml"
    if lacking == "O_TMPFILE":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    else:
        monkeypatch.setattr(os, lacking, refused)
    replace_file(str(path), b"old")
    path.chmod(0o604)
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o604
    assert [one.name for one in tmp_path.iterdir()] == ["deck.yaml"]


def test_a_refusal_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskRefused, match=r"could not be written \(No space left on device\): it is as it was"):
        replace_file(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["deck.yaml"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(DiskRefused):
        replace_file(str(tmp_path / "a" / "b.yaml"), b"new")


def test_what_was_not_read_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(DeckMoved, match="read it again"):
        replace_file(str(path), b"new", b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(DiskRefused, match="Permission denied"):
        replace_file(str(path), b"new", b"theirs")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["deck.yaml"]


def test_what_was_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    replace_file(str(path), b"new", b"old")
    assert path.read_bytes() == b"new"


def test_what_a_killed_write_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    old, young = tmp_path / f".deck.yaml.{gone.pid}~", tmp_path / f".new.yaml.{gone.pid}~"
    kept = [tmp_path / f".deck.yaml.{os.getppid()}~", tmp_path / ".deck.yaml.1~", tmp_path / ".deck.yaml.x~", young]
    for path in (old, *kept):
        path.write_bytes(b"half")
        if path != young:
            os.utime(path, (0, 0))
    replace_file(str(tmp_path / "deck.yaml"), b"new")
    replace_file(str(tmp_path / "new.yaml"), b"new")
    assert not old.exists()
    assert all(path.exists() for path in kept)
