"""Where things are kept, and who says so."""

from pathlib import Path

import pytest

from quizzer.store.paths import PACKAGE, Places, bundled_decks, places


def test_home_goes_before_the_environment(tmp_path: Path) -> None:
    found = places(str(tmp_path / "flag"), {"QUIZZER_HOME": str(tmp_path / "environment")})
    assert found.data == str(tmp_path / "flag")
    assert found.why == "--home"


def test_the_environment_goes_before_the_system(tmp_path: Path) -> None:
    found = places(None, {"QUIZZER_HOME": str(tmp_path)})
    assert found == Places(str(tmp_path), str(tmp_path), str(tmp_path / "cache"), "QUIZZER_HOME")


def test_everything_of_a_home_lies_under_it(tmp_path: Path) -> None:
    home = tmp_path / "with space, ümlaut and %3f?#"
    found = places(str(home), {})
    assert found.progress == str(home / "progress.sqlite")
    assert found.decks == str(home / "decks")
    assert found.settings == str(home / "config.yaml")
    assert found.cache_file == str(home / "cache" / "cache.sqlite")
    assert not home.exists(), "asking makes nothing"


@pytest.mark.parametrize("empty", [{}, {"QUIZZER_HOME": ""}], ids=["unset", "empty"])
def test_without_a_home_the_system_decides(
    empty: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = places("", empty)
    assert found.why == "the system's folders for programs"
    assert all(Path(folder).is_absolute() and "quizzer" in folder for folder in found[:3])
    assert len({found.progress, found.settings, found.cache_file}) == 3


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert places("here", {}).data == str(tmp_path / "here")


def test_a_tilde_is_the_persons_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places(None, {"QUIZZER_HOME": "~/study"}).data == str(tmp_path / "study")


def test_an_installed_package_holds_its_decks(tmp_path: Path) -> None:
    (tmp_path / "quizzer" / "decks").mkdir(parents=True)
    assert bundled_decks(str(tmp_path / "quizzer")) == str(tmp_path / "quizzer" / "decks")


def test_a_checkout_holds_them_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "quizzer").mkdir()
    assert bundled_decks(str(tmp_path / "quizzer")) == str(tmp_path / "decks")
    assert bundled_decks() in {str(Path(PACKAGE, "decks")), str(Path(PACKAGE).parent / "decks")}
