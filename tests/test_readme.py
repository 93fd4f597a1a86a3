"""What README says is so."""

import re
from pathlib import Path

from quizzer.cli.main import COMMANDS
from quizzer.formats.config_reader import read_config
from quizzer.formats.deck_reader import read_deck
from tests.key_table import BEGIN, END, table

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_keys_are_those_of_the_one_table() -> None:
    assert f"{BEGIN}{table()}{END}" in README


def test_every_command_is_told_of() -> None:
    told = set(re.findall(r"^\| `quizzer (\w+)", README, flags=re.MULTILINE))
    assert told == set(COMMANDS)


def test_the_example_deck_is_a_good_deck_and_the_settings_are_good() -> None:
    example, settings = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    assert read_config(settings.encode(), "config.yaml")[1] == []
    deck, problems = read_deck(example.encode(), "example.yaml")
    assert deck is not None
    assert len(deck.notes) == 4
    assert problems == []


def test_the_picture_and_the_manual_are_there() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parent.parent / path).is_file(), path
