import sys
from unicodedata import is_normalized

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.text import MARKS, clean, clusters, is_mark, one_line, shorten, width

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
"""Any text at all, lone surrogates and unassigned characters included."""
NASTY = st.text(
    st.sampled_from(
        "ab \n\r\t\x1b\x00\x9b\u0301\u0323\u200b\u200d\ufe0f\u202e\u2066\ud800\ufeff\U000e0041ᄀ\u1161é漢👩🏽"
    ),
    max_size=80,
)
"""Texts made only of what makes trouble."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Plain, with a tab\tand\nlines.", "Plain, with a tab\tand\nlines.", id="plain text stays"),
        pytest.param("Ἀθῆναι, 東京, القاهرة", "Ἀθῆναι, 東京, القاهرة", id="all scripts stay"),
        pytest.param("cafe\u0301", "café", id="letters are composed"),
        pytest.param("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne", id="every line end is a line feed"),
        pytest.param("\x1b]52;c;aGk=\x07", "�]52;c;aGk=�", id="an escape sequence is only its letters"),
        pytest.param("a\x00b\x7fc\x9b31md\x85", "a�b�c�31md�", id="NUL, DEL and C1 are shown as replaced"),
        pytest.param("x\u202ey\u202c \u2066z\u2069", "x�y� �z�", id="bidi overrides and isolates are replaced"),
        pytest.param("שלום\u200f! \u200eok", "שלום\u200f! \u200eok", id="direction marks are harmless and stay"),
        pytest.param("hi\U000e0068\U000e007f", "hi��", id="tag characters cannot hide a text"),
        pytest.param("a\ud800b", "a�b", id="a lone surrogate can be written"),
        pytest.param("a\ufdd0b\ufffec\U0001ffff\U0010ffff", "a�b�c��", id="noncharacters are replaced"),
        pytest.param("\ufeffBah\u00adrain\u200b\u2060", "Bahrain", id="invisible hints from web pages are dropped"),
        pytest.param("e\u200b\u0301", "é", id="what is dropped separates nothing"),
        pytest.param("👩\u200d👩\u200d👧 ☺\ufe0f", "👩\u200d👩\u200d👧 ☺\ufe0f", id="joined emoji stay joined"),
        pytest.param("نمی\u200cخواهم", "نمی\u200cخواهم", id="Persian keeps its non-joiner"),
        pytest.param("q" + "\u0323" * 50 + "!", "q" + "\u0323" * MARKS + "!", id="a tower of marks is capped"),
        pytest.param("a" + "\u200d" * 50 + "b", "a" + "\u200d" * MARKS + "b", id="a row of joiners is capped"),
        pytest.param("“…”—«»‹›„“–•·!", "“…”—«»‹›„“–•·!", id="a row of punctuation is no row of marks"),
        pytest.param("[/x] [@click=app.quit] <b>", "[/x] [@click=app.quit] <b>", id="markup is only text"),
        pytest.param("\U00020000\U0001d7d8", "\U00020000\U0001d7d8", id="rare planes stay"),
    ],
)
def test_what_clean_makes_of_it(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(max_examples=150)
@given(ANY | NASTY)
def test_clean_text_is_safe_and_cleaning_again_changes_nothing(text: str) -> None:
    result = clean(text)
    assert clean(result) == result
    assert is_normalized("NFC", result)
    result.encode("utf-8")
    assert not any((char < " " and char not in "\t\n") or "\x7f" <= char <= "\x9f" for char in result)
    run = 0
    for char in result:
        run = run + 1 if is_mark(char) else 0
        assert run <= MARKS


def test_no_character_at_all_gets_through_that_could_drive_a_terminal() -> None:
    every = clean(" ".join(map(chr, range(sys.maxunicode + 1))))
    assert {char for char in every if char < " " or "\x7f" <= char <= "\x9f"} <= {"\t", "\n"}
    assert not set(every) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\ud800\udfff")
    assert not set(every) & set("\U000e0001\U000e007f\uffff")


@settings(max_examples=60)
@given(ANY | NASTY)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


def test_one_line_folds_white_space() -> None:
    assert one_line("  The IFLB's\n\tattempt \u00a0 of 1981\r\n") == "The IFLB's attempt of 1981"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("plain", 5),
        ("Zürich", 6),
        ("東京", 4),
        ("ｱ", 1),
        ("한국", 4),
        ("q\u0323\u0307", 1),
        ("\u0301", 0),
        ("👩\u200d👩\u200d👧", 2),
        ("👍🏽!", 3),
        ("☺\ufe0f", 2),
        ("🇧🇭", 2),
        ("की", 2),
        ("a\u200d漢", 3),
        ("漢\u200d字", 4),
        ("❤\ufe0f\u200d🔥", 2),
        ("🏃\u200d♀\ufe0f", 2),
        ("ᄀ\u1160", 2),
    ],
)
def test_cells_in_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_joiner_after_a_letter_swallows_no_letter() -> None:
    assert list(clusters("a\u200db\u0301c")) == ["a\u200d", "b\u0301", "c"]


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        pytest.param("Isa", 3, "Isa", id="what fits stays"),
        pytest.param("Isa bin Salman", 8, "Isa bin…", id="the ellipsis takes a cell"),
        pytest.param("Isa bin", 5, "Isa…", id="no space before the ellipsis"),
        pytest.param("東京都庁", 6, "東京…", id="a wide character is not cut in half"),
        pytest.param("q\u0323\u0307abc", 3, "q\u0323\u0307a…", id="a letter keeps its marks"),
        pytest.param("abc", 1, "…", id="room for the ellipsis only"),
        pytest.param("abc", 0, "", id="no room at all"),
    ],
)
def test_shortening(text: str, cells: int, expected: str) -> None:
    assert shorten(text, cells) == expected


@settings(max_examples=100)
@given(ANY | NASTY, st.integers(0, 20))
def test_shortened_text_fits(text: str, cells: int) -> None:
    line = one_line(text)
    assert width(shorten(line, cells)) <= cells
    assert "".join(clusters(line)) == line
