"""Options on screen: values beside one another and typed, for all decks, for one, and for the machine."""

from pathlib import Path

import pytest

from quizzer.collection.tuning import Tunable
from quizzer.core.event import Did
from quizzer.core.options import SPECS
from quizzer.tui.widgets.option_rows import LADDERS, beside
from tests.tui.driving import Driven, driven, write_deck

CARDS = "  - {question: A?, answer: a}\n  - {question: B?, answer: b, both_ways: true}\n"


def row(key: str, value: str, is_option: bool = True) -> Tunable:
    return Tunable(key, value, "default", False, "what it does", "", is_option)


@pytest.mark.parametrize(
    ("one", "way", "value"),
    [
        (row("desired_retention", "0.9"), 1, "0.92"),
        (row("desired_retention", "0.88"), 1, "0.9"),
        (row("desired_retention", "0.88"), -1, "0.87"),
        (row("desired_retention", "0.99"), 1, "0.97"),
        (row("new_per_day", "20000"), -1, "100"),
        (row("new_per_day", "0"), -1, "100"),
        (row("max_interval", "7"), -1, "30"),
        (row("steps", "2m"), 1, "none"),
        (row("bury_siblings", "yes"), 1, "no"),
        (row("parameters", ""), 1, None),
        (row("plain", "no", False), 1, "yes"),
        (row("theme", "", False), 1, "a"),
        (row("theme", "b", False), 1, ""),
        (row("editor", "", False), 1, None),
    ],
)
def test_a_step_leads_to_the_value_beside(one: Tunable, way: int, value: str | None) -> None:
    assert beside(one, way, ("a", "b")) == value


def test_every_step_is_a_value_that_can_be() -> None:
    for key, ladder in LADDERS.items():
        assert [SPECS[key].show(SPECS[key].parse(value)) for value in ladder] == list(ladder)


def typing(one: Driven) -> bool:
    return one.app.focused is not None


async def opened(one: Driven, *keys: str) -> None:
    await one.press("o", *keys)


async def test_a_step_is_set_at_once_and_taken_back(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False) as one:
        await opened(one)
        assert "all decks" in one.text()
        await one.press("right")
        assert "0.92" in one.text()
        assert "set for all decks" in one.text()
        assert one.collection.options()["desired_retention"].value == 0.92
        assert "Saved; u takes it back." in one.text()
        await one.press("u")
        assert one.collection.options()["desired_retention"].origin == "default"
        await one.press("u")
        assert "Nothing was changed here." in one.text()
        assert len(one.events(Did.OPTION_SET)) == 1


async def test_options_of_a_deck_leave_out_what_all_share(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False) as one:
        await opened(one, "d")
        assert "Capitals" in one.text()
        assert "rollover" not in one.text()
        assert "theme" not in one.text()
        await one.press("down", "left")
        assert one.collection.options("capitals")["new_per_day"].value == 15
        assert "3 new cards are all seen in 1 day" in one.text()
        assert one.collection.options()["new_per_day"].value == 20
        await one.press("backspace")
        assert one.collection.options("capitals")["new_per_day"].origin == "default"
        await one.press("backspace")
        assert "new per day is not set here." in one.text()
        await one.press("D")
        assert "rollover" in one.text()


async def test_a_value_that_is_typed_is_checked(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False) as one:
        await opened(one, "enter")
        await one.press("backspace", "backspace", "backspace", "3", "enter")
        assert "desired_retention wants a number from 0.7 to 0.99, not “3”" in one.text()
        assert typing(one)
        await one.press("backspace", *"0.8", "enter")
        assert not typing(one)
        assert one.collection.options()["desired_retention"].value == 0.8
        await one.press("enter", "escape")
        assert "desired retention" in one.text()
        await one.press(*["down"] * list(SPECS).index("exam"), "enter", *["backspace"] * 4, *"2020-01-01", "enter")
        assert "That day is past: no exam is ahead." in one.text()
        await one.press("escape")
        assert "Today" in one.text() or "Welcome" in one.text()


async def test_settings_of_the_machine_go_into_its_file(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False) as one:
        await opened(one, "end", "up", "up", "up", "up", "up", "right")
        assert one.app.theme == one.collection.preferences.theme != ""
        config = tmp_path / "home" / "config.yaml"
        assert f"theme: {one.app.theme}\n" in config.read_text()
        await one.press("down", "right")
        assert "plain: from the next start on" in one.text()
        assert "plain: true\n" in config.read_text()
        await one.press("u", "u")
        assert one.app.theme == "textual-dark"
        assert "theme" not in config.read_text()
        await one.press("end", "right", *"vi", "enter")
        assert "editor: vi\n" in config.read_text()


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
async def test_nothing_is_cut_off(tmp_path: Path, size: tuple[int, int]) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False, size=size) as one:
        await opened(one)
        assert all(len(text) <= size[0] for text in one.text().split("\n"))
        await one.press("end")
        assert "editor" in one.text()
