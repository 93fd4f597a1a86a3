"""Keys: other scripts, digits behind Shift, keys of one's own."""

from pathlib import Path

import pytest

from quizzer.collection.preferring import set_preference
from quizzer.tui.keyboard import PLACES, Keyboard, Pressed, label
from quizzer.tui.keys import Where
from quizzer.tui.keys.table import KEYS
from tests.tui.driving import driven, settings, write_deck

CARDS = "  - {question: A?, answer: a}\n  - {question: B?, answer: b}\n"


@pytest.mark.parametrize(
    ("char", "latin"),
    [("й", "q"), ("Н", "Y"), ("ы", "s"), ("і", "s"), ("υ", "y"), ("ש", "a"), ("ك", ";"), ("ط", ""), ("ㅕ", "u"),
     ("٣", "3"), ("۳", "3"), ("３", "3")],
)  # fmt: skip
def test_a_letter_of_another_script_means_what_stands_in_its_place(char: str, latin: str) -> None:
    if latin in ("", ";"):
        assert char not in PLACES
        return
    meant = Keyboard().meant(Where.STUDY, Pressed(char, char), typing=False)
    assert meant == Pressed(latin, latin)


def test_what_is_typed_into_a_field_stays_what_it_is() -> None:
    keyboard = Keyboard("azerty", [("study.undo", "f9")])
    for key in (Pressed("ф", "ф"), Pressed("ampersand", "&"), Pressed("u", "u")):
        assert keyboard.meant(Where.STUDY, key, typing=True) == key
    assert keyboard.meant(Where.STUDY, Pressed("f9", None), typing=True) == Pressed("u", "u")


def test_digits_behind_shift_rate_where_one_says_so() -> None:
    keys = [Pressed("ampersand", "&"), Pressed("quotation_mark", '"')]
    assert [Keyboard("azerty").meant(Where.STUDY, key, False) for key in keys] == [Pressed("1", "1"), Pressed("3", "3")]
    assert [Keyboard().meant(Where.STUDY, key, False) for key in keys] == keys


def test_a_key_of_ones_own_takes_the_place_of_the_tables() -> None:
    keyboard = Keyboard(own=[("study.undo", "f9, z"), ("home.up", "i")])
    assert keyboard.meant(Where.STUDY, Pressed("f9", None), False) == Pressed("u", "u")
    assert keyboard.meant(Where.STUDY, Pressed("z", "z"), False) == Pressed("u", "u")
    assert keyboard.meant(Where.STUDY, Pressed("u", "u"), False) is None
    assert keyboard.meant(Where.HOME, Pressed("u", "u"), False) == Pressed("u", "u")
    assert keyboard.meant(Where.HOME, Pressed("i", "i"), False) == Pressed("up", None)
    assert keyboard.meant(None, Pressed("u", "u"), False) == Pressed("u", "u")
    assert keyboard.shown == {"study.undo": "F9 z", "home.up": "i"}
    assert keyboard.complaints == []


def test_what_cannot_be_followed_is_said() -> None:
    assert Keyboard(own=[("study.undoo", "f9"), ("study.undo", "h"), ("xyzzy", "q")]).complaints == [
        "No key goes by “study.undoo”; did you mean study.undo?",
        "h does “hint” no longer, since study.undo has taken it.",
        "No key goes by “xyzzy”; `quizzer options --keys` lists them.",
    ]


def test_two_keys_may_change_places() -> None:
    keyboard = Keyboard(own=[("study.undo", "h"), ("study.hint", "u")])
    assert keyboard.meant(Where.STUDY, Pressed("h", "h"), False) == Pressed("u", "u")
    assert keyboard.meant(Where.STUDY, Pressed("u", "u"), False) == Pressed("h", "h")


def test_every_key_can_be_named() -> None:
    assert all(label(name) for key in KEYS for name in key.keys.split(","))


async def test_a_person_with_a_cyrillic_keyboard_studies(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path) as one:
        await one.press("space", "3", "г")
        assert "A?" in one.text()
        assert len(one.events()) == 1
        assert one.collection.undoable() is None


async def test_keys_of_ones_own_work_and_are_shown(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    set_preference(settings(tmp_path), "keys", "home.help: f2; home.quit: f10")
    async with driven(tmp_path, study=False) as one:
        assert "F2 help" in one.text()
        await one.press("question_mark")
        assert "Words" not in one.text()
        await one.press("f2")
        assert "Home" in one.text()
        await one.press("end")
        assert "F10" in one.text()
        assert "Words" in one.text()


async def test_a_theme_that_is_chosen_stays_for_the_next_time(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path) as one:
        one.app.theme = "nord"
        await one.pilot.pause()
    async with driven(tmp_path) as one:
        assert one.app.theme == "nord"
        assert one.collection.preferences.theme == "nord"


@pytest.mark.parametrize("study", [True, False])
async def test_what_cannot_be_followed_is_told_at_once(tmp_path: Path, study: bool) -> None:
    write_deck(tmp_path / "decks", CARDS)
    set_preference(settings(tmp_path), "keys", "study.undoo: f9")
    async with driven(tmp_path, study=study) as one:
        assert "No key goes by “study.undoo”; did you mean study.undo?" in one.text()
    set_preference(settings(tmp_path), "theme", "nrd")
    async with driven(tmp_path, study=study) as one:
        assert "There is no theme “nrd”" in one.text()
