"""config.yaml: what counts in spite of problems, and one key set without touching the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.preference_table import PREFERENCES
from quizzer.core.preferences import Preferences
from quizzer.core.text import clean
from quizzer.formats.config_reader import read_config
from quizzer.formats.config_writer import HEADER, NotSettable, set_preference

WHOLE = """\
# mine
theme: nord   # the blue one

decks:
  # at work
  - ~/study/decks
  - "/mnt/a b"
# below stands what is seldom changed
plain: yes
two_buttons: true
keyboard: azerty
keys: {study.undo: f9}
editor: nvim -p
"""
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12).map(
    lambda text: " ".join(clean(text).split())
)
VALUES = {
    "texts": st.lists(TEXTS.filter(bool), min_size=1, max_size=3).map(tuple),
    "flag": st.booleans(),
    "pairs": st.just((("home.quit", "f10,ctrl+q"),)),
}


def problems_of(text: str) -> list[str]:
    return [f"{p.line}:{p.column} {p.code}" for p in read_config(text.encode(), "config.yaml")[1]]


def test_everything_is_read() -> None:
    assert read_config(WHOLE.encode(), "config.yaml") == (
        Preferences(("~/study/decks", "/mnt/a b"), "nord", True, True, "azerty", (("study.undo", "f9"),), "nvim -p"),
        [],
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "theme:\n"])
def test_an_empty_file_sets_nothing(text: str) -> None:
    assert read_config(text.encode(), "config.yaml") == (Preferences(), [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theme: [nord\n", ["1:8 unclosed-bracket"]),
        ("- theme\n", ["1:1 map-expected"]),
        ("theme: &a nord\n", ["1:8 anchor"]),
        ("theme: nord\x01\n", ["1:12 control-character", "1:8 bad-setting"]),
        ("theem: nord\nzzz: 1\n", ["1:1 unknown-setting", "2:1 unknown-setting"]),
        ("plain: perhaps\ntheme: no rd\n", ["1:8 not-a-flag", "2:8 bad-setting"]),
        ("keys: study.undo\n", ["1:7 map-expected"]),
        ("\xff".encode("latin-1").decode("latin-1"), ["1:1 map-expected"]),
    ],
)
def test_what_cannot_be_is_a_problem_at_its_place(text: str, found: list[str]) -> None:
    assert sorted(problems_of(text)) == sorted(found)


def test_a_file_that_is_no_text_sets_nothing() -> None:
    preferences, problems = read_config(b"theme: \xff", "config.yaml")
    assert (preferences, [p.code for p in problems]) == (Preferences(), ["not-utf8"])


def test_the_rest_counts_in_spite_of_a_problem() -> None:
    assert read_config(b"theme: [nord]\nplain: perhaps\neditor: vi\n", "c")[0] == Preferences(editor="vi")


def test_the_first_setting_begins_the_file() -> None:
    assert set_preference("", "theme", "nord") == f"{HEADER}theme: nord\n"
    assert set_preference("# mine", "plain", True) == "# mine\nplain: true\n"


def test_only_the_lines_of_the_key_change() -> None:
    assert set_preference(WHOLE, "decks", ("/x: y",)) == WHOLE.replace(
        'decks:\n  # at work\n  - ~/study/decks\n  - "/mnt/a b"\n', 'decks: ["/x: y"]\n'
    )
    assert set_preference(WHOLE, "editor", None) == WHOLE.replace("editor: nvim -p\n", "")
    assert set_preference("theme: nord\n", "plain", None) == "theme: nord\n"


@pytest.mark.parametrize("text", ["theme: [", "- a\n", "{theme: nord}\n".replace("{", " {"), "just text\n"])
def test_a_text_that_is_no_map_of_lines_is_left_alone(text: str) -> None:
    with pytest.raises(NotSettable):
        set_preference(text, "theme", "nord")


@given(data=st.data(), key=st.sampled_from(["decks", "plain", "two_buttons", "keys", "editor"]))
def test_what_is_set_reads_back_and_nothing_else_changes(data: st.DataObject, key: str) -> None:
    value = data.draw(VALUES.get(PREFERENCES[key].form.kind, TEXTS.filter(bool)))
    before = read_config(WHOLE.encode(), "c")[0]
    after, problems = read_config(set_preference(WHOLE, key, value).encode(), "c")
    assert problems == []
    assert after._asdict() == {**before._asdict(), key: value}
