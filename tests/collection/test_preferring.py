"""What is set for this machine: read when it has changed, set one key at a time, problems told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.preferring import preferences_of, set_preference
from quizzer.collection.settings import Settings
from quizzer.core.preferences import Preferences
from quizzer.errors import QuizzerError, UsageError


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=str(tmp_path / "home"), home_from="--home", now="2026-11-23T08:12:00+01:00")


def config(settings: Settings) -> Path:
    path = Path(settings.home, "config.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_without_a_file_all_is_as_by_default(settings: Settings) -> None:
    assert preferences_of(settings) == Preferences()
    assert not Path(settings.home).exists()


def test_a_file_is_read_again_when_it_has_changed(settings: Settings) -> None:
    config(settings).write_text("theme: nord\nkeys: {home.quit: f10}\n")
    first = preferences_of(settings)
    assert first == preferences_of(settings) == Preferences(theme="nord", keys=(("home.quit", "f10"),))
    config(settings).write_text("theme: gruvbox\n")
    assert preferences_of(settings).theme == "gruvbox"


def test_a_start_without_changes_loads_no_yaml(settings: Settings) -> None:
    config(settings).write_text("theme: nord\n")
    preferences_of(settings)
    code = (
        "import sys; from quizzer.collection.preferring import preferences_of; "
        "from quizzer.collection.settings import Settings; "
        f"assert preferences_of(Settings(home={settings.home!r})).theme == 'nord'; print('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_what_was_kept_and_is_damaged_costs_only_time(settings: Settings) -> None:
    config(settings).write_text("theme: nord\n")
    preferences_of(settings)
    Path(settings.home, "cache", "config.json").write_text('{"stamp": 3')
    assert preferences_of(settings).theme == "nord"


def test_a_key_is_set_and_taken_away_and_other_bytes_stay(settings: Settings) -> None:
    config(settings).write_bytes(b"# mine\r\ntheme: nord # blue\r\n")
    assert set_preference(settings, "plain", "yes").plain
    assert config(settings).read_bytes() == b"# mine\r\ntheme: nord # blue\r\nplain: true\r\n"
    set_preference(settings, "plain", "")
    assert config(settings).read_bytes() == b"# mine\r\ntheme: nord # blue\r\n"


def test_what_cannot_be_set_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="plain wants yes or no, not “perhaps”"):
        set_preference(settings, "plain", "perhaps")
    config(settings).write_text("theme: [nord\n")
    with pytest.raises(QuizzerError, match="cannot be read as settings, so plain was not set"):
        set_preference(settings, "plain", "yes")
    assert config(settings).read_text() == "theme: [nord\n"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(settings: Settings) -> None:
    config(settings).write_text("theme: nord\n")
    config(settings).chmod(0)
    with pytest.raises(QuizzerError, match=r"config\.yaml cannot be read"):
        preferences_of(settings)


def test_folders_of_decks_come_before_ones_own(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "nine.yaml").write_text("cards: [France = Paris]\n")
    config(settings).write_text(f"decks: [{tmp_path}/work, ../gone]\n")
    with Collection.open(settings) as collection:
        assert "nine" in collection.find_decks(())
        folders = [(place.path, place.why) for place in collection.places() if place.name == "decks"]
        assert folders[:2] == [
            (f"{tmp_path}/work", "config.yaml says so"),
            (f"{tmp_path}/gone", "config.yaml says so (it is not there)"),
        ]
        (problem,) = collection.check_all()
    assert problem.headline() == (
        f"{config(settings)}:1:{len(f'decks: [{tmp_path}/work, ') + 1}: warning missing-folder: there is no ../gone"
    )


def test_problems_are_told_before_the_first_card(settings: Settings) -> None:
    config(settings).write_text("theem: nord\n")
    for _ in range(2):
        with Collection.open(settings) as collection:
            assert list(collection.notices()) == [
                f"{config(settings)} has problems: `quizzer check` tells what counts in spite of them."
            ]
            assert [problem.code for problem in collection.check_all()] == ["unknown-setting"]
