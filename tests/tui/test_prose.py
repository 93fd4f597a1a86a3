"""People's text is drawn as they wrote it, within the width there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.text import clean
from quizzer.tui.widgets.prose import prose


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


def test_long_lines_of_code_are_folded_not_cut() -> None:
    assert drawn("```\n" + "x" * 25 + "\n```", 12) == ["│ " + "x" * 10, "│ " + "x" * 10, "│ " + "x" * 5]


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
