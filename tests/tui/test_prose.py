"""People's text is drawn as they wrote it, within the width there is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.text import clean, clusters
from quizzer.core.text import width as cells
from quizzer.tui.widgets.prose import code_breaks, prose


def drawn(text: str, width: int = 40) -> list[str]:
    return [content.plain for content in prose(text, width)]


def test_bold_and_italic_leave_only_their_words() -> None:
    assert drawn("a **bold** and *italic* word") == ["a bold and italic word"]


def test_tags_and_brackets_are_only_text() -> None:
    assert drawn("Paris [/x] [@click=app.quit]x[/] [bold]") == ["Paris [/x] [@click=app.quit]x[/] [bold]"]


def test_items_of_a_list_hang_under_their_text() -> None:
    lines = ["• one two", "  three", "  1. four", "     five six"]
    assert drawn("- one two three\n  1. four five six", 12) == lines


def test_paragraphs_keep_the_empty_line_between_them() -> None:
    assert drawn("one\n\ntwo") == ["one", "", "two"]


def test_code_keeps_its_lines_and_indents() -> None:
    assert drawn("```python\nif x:\n    y\n```") == ["│ if x:", "│     y"]


def test_code_of_an_unknown_language_is_shown_plain() -> None:
    assert drawn("```nosuchthing\nx  =  1\n```") == ["│ x  =  1"]


def test_long_lines_of_code_go_on_below_behind_a_mark() -> None:
    assert drawn("```\n" + "x" * 25 + "\n```", 12) == ["│ " + "x" * 10, "│ ↳ " + "x" * 8, "│ ↳ " + "x" * 7]


def test_lines_of_code_break_between_words_where_they_can() -> None:
    assert drawn("```\nprint(first, second, third)\n```", 18) == ["│ print(first,", "│ ↳ second, third)"]
    assert drawn("```\n    a = 1234567890123456\n```", 20) == ["│     a = 1234567890", "│ ↳ 123456"]
    assert drawn("```\nabcdefgh ijkl\n```", 10) == ["│ abcdefgh", "│ ↳ ijkl"]


@given(text=st.text(st.characters(exclude_characters="\n\t"), max_size=80), width=st.integers(4, 40))
def test_a_broken_line_of_code_fits_and_loses_nothing(text: str, width: int) -> None:
    text = clean(text).replace("\n", " ")
    breaks = code_breaks(text, width)
    parts = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
    assert "".join(parts) == text
    for at, part in enumerate(parts):
        room = width if at == 0 else max(2, width - 2)
        assert cells(part.rstrip(" ")) <= room or len([*clusters(part)]) == 1


def test_wide_characters_count_as_two_cells() -> None:
    assert all(content.cell_length <= 10 for content in prose("日本の首都はどこですか。" * 3, 10))


def test_marked_ranges_bear_their_style() -> None:
    (content,) = prose("met King Hamad bin Isa.", 40, [(9, 22)], ".hole")
    assert [(content.plain[span.start : span.end], span.style) for span in content.spans if span.style] == [
        ("Hamad bin Isa", ".hole")
    ]


@pytest.mark.parametrize("width", [1, 2, 5, 20])
@given(text=st.text(max_size=60))
def test_no_text_and_no_width_is_too_odd_to_draw(width: int, text: str) -> None:
    for content in prose(clean(text), width):
        assert "\n" not in content.plain
