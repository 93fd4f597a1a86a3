"""Data on stdout, talk on stderr, nothing that could drive a terminal."""

import json
import sys

import pytest

from quizzer.cli.printing import Bar, announce, cleaned, columns, counted, put, put_json, put_table, tell


def test_text_is_cleaned_on_its_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    put("a\x1b]52;c;x\x07b")
    tell("\x9b31mred\u202e")
    out, err = capsys.readouterr()
    assert out == "a�]52;c;x�b\n"
    assert err == "�31mred�\n"


def test_json_is_one_line_of_clean_text_in_its_own_letters(capsys: pytest.CaptureFixture[str]) -> None:
    put_json({"Zürich\x1b": ["\x07", ("日本",), 1, None, True], "n": {"a": 0.5}})
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "日本" in out
    assert json.loads(out) == {"Zürich�": ["�", ["日本"], 1, None, True], "n": {"a": 0.5}}
    assert cleaned({1: "x"}) == {"1": "x"}


def test_columns_of_a_table_are_aligned_whatever_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    put_table(("deck", "new"), [("日本", "1"), ("Zürich", "20")], right=(1,))
    assert capsys.readouterr().out.splitlines() == ["deck    new", "日本      1", "Zürich   20"]


def test_a_table_in_a_terminal_is_shortened_to_its_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    put_table(("deck", "new"), [("A very long title of a deck", "1")], right=(1,))
    assert capsys.readouterr().out.splitlines() == ["deck                 new", "A very long title…     1"]


def test_the_width_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert columns() == 132
    monkeypatch.setenv("COLUMNS", "1")
    assert columns() == 20
    monkeypatch.setenv("COLUMNS", "wide")
    assert columns() >= 20


def test_counts_agree_with_their_noun() -> None:
    assert (counted(1, "card"), counted(2, "card"), counted(0, "entry", "entries")) == (
        "1 card",
        "2 cards",
        "0 entries",
    )


def test_long_work_is_a_bar_to_those_who_look_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = Bar()
    bar(0, 100, "Reading decks")
    announce(0, 100, "Reading decks")
    bar.end()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    bar(50, 100, "Reading decks")
    bar(99, 100, "Reading decks")
    bar.end()
    bar.end()
    err = capsys.readouterr().err
    assert err.startswith("\rReading decks: " + "#" * 15 + "." * 15 + " 50 of 100\r")
    assert err.endswith(" 99 of 100\n")
    for done in (0, 50, 100):
        announce(done, 100, "Reading decks")
    assert capsys.readouterr().err == "Reading decks: 100. This takes a moment.\n"


def test_short_work_is_not_worth_a_word(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for tell_of in (Bar(), announce):
        tell_of(0, 3, "Reading decks")
    assert capsys.readouterr().err == ""
