"""Preferences: what a line may say, and how it is shown."""

import pytest

from quizzer.core.preference_table import PREFERENCES, PreferenceError, parsed, shown
from quizzer.core.preferences import Preferences


def test_every_preference_has_its_row_and_counts_for_nothing_until_it_is_set() -> None:
    assert tuple(PREFERENCES) == Preferences._fields
    assert not any(Preferences())


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("theme", " nord ", "nord"),
        ("plain", "Yes", True),
        ("two_buttons", "false", False),
        ("decks", "~/a, /b c ,", ("~/a", "/b c")),
        ("keyboard", "azerty", "azerty"),
        ("keys", "study.undo: f9; home.quit: ctrl+q,f10", (("study.undo", "f9"), ("home.quit", "ctrl+q,f10"))),
        ("editor", "nvim -p", "nvim -p"),
    ],
)
def test_a_line_is_read_as_what_it_means(key: str, text: str, value: object) -> None:
    assert parsed(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("theme", "Nord!", "wants the name of a theme, such as nord or ansi-dark, not “Nord!”"),
        ("plain", "perhaps", "wants yes or no, not “perhaps”"),
        ("keyboard", "dvorak", "wants azerty, not “dvorak”"),
        ("keys", "f9", "wants a key's id and its new name, such as study.undo: f9, not “f9”"),
        ("keys", "study.undo: ü?", "wants names of keys such as u, f5 or ctrl+z for “study.undo”, not “ü?”"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(key: str, text: str, said: str) -> None:
    with pytest.raises(PreferenceError) as refusal:
        parsed(key, text)
    assert str(refusal.value) == said


def test_values_are_shown_on_one_line() -> None:
    assert [shown(value) for value in (False, "nord", ())] == ["no", "nord", ""]
