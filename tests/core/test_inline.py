import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.inline import Span, spans, verbatim

STYLED = st.text(st.sampled_from("ab *`重\n*`."), max_size=40)
"""Texts made of what styles are made of."""


def shown(text: str) -> str:
    """The spans with their styles as letters: `<b:bold>`."""
    return "".join(_tagged(span) for span in spans(text, (0, len(text))))


def _tagged(span: Span) -> str:
    styles = "".join(name[0] for name in ("bold", "italic", "code") if getattr(span, name))
    return f"<{styles}:{span.text}>" if styles else span.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain", "plain", id="no signs"),
        pytest.param("**bold** *italic* `code`", "<b:bold> <i:italic> <c:code>", id="the three styles"),
        pytest.param("***both***", "<bi:both>", id="three stars are both"),
        pytest.param("**a *b* c**", "<b:a ><bi:b><b: c>", id="italic within bold"),
        pytest.param("**a *b***", "<b:a ><bi:b>", id="three stars close two openings"),
        pytest.param("***a** b*", "<bi:a><i: b>", id="three stars open, the bold ends first"),
        pytest.param("***a* b**", "<bi:a><b: b>", id="three stars open, the italic ends first"),
        pytest.param("***a** b", "*<b:a> b", id="what found no partner is text"),
        pytest.param("**a *b** c*", "<b:a *b> c*", id="styles do not overlap"),
        pytest.param("*a *b*", "*a <i:b>", id="the nearest opening counts"),
        pytest.param("a**", "a**", id="a close without an opening"),
        pytest.param("**a", "**a", id="an opening without a close"),
        pytest.param("*a***", "*a***", id="three stars do not close one opening"),
        pytest.param("2*3*4", "2*3*4", id="sums"),
        pytest.param("2 * 3 * 4", "2 * 3 * 4", id="sums with spaces"),
        pytest.param("snake_case_name", "snake_case_name", id="names with underscores"),
        pytest.param("*args and **kwargs", "*args and **kwargs", id="arguments"),
        pytest.param("****a****", "****a****", id="four stars are text"),
        pytest.param("(*so*)", "(<i:so>)", id="stars beside brackets"),
        pytest.param("“**so**”, he", "“<b:so>”, he", id="stars beside quotes"),
        pytest.param("これは**重要**です", "これは<b:重要>です", id="scripts without spaces"),
        pytest.param("คำ*นี้*คือ", "คำ<i:นี้>คือ", id="Thai"),
        pytest.param("`a*b*c`", "<c:a*b*c>", id="no stars in code"),
        pytest.param("**`a`**", "<bc:a>", id="bold code"),
        pytest.param("`` a`b ``", "<c:a`b>", id="code with a backtick in it"),
        pytest.param("` `", "<c: >", id="code that is a space"),
        pytest.param("`a`` b", "`a`` b", id="backticks pair by their number"),
        pytest.param("It`s John`s", "It`s John`s", id="backticks for apostrophes"),
        pytest.param("`a", "`a", id="code without an end"),
        pytest.param("*a\nb*", "<i:a\nb>", id="a style over two lines"),
        pytest.param("[x](y) <b>z</b> [bold]", "[x](y) <b>z</b> [bold]", id="other markup is text"),
    ],
)
def test_styles(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        pytest.param("The king", [(4, 8)], ["The ", "!king"], id="at the end"),
        pytest.param("The king", [(0, 3), (4, 8)], ["!The", " ", "!king"], id="twice"),
        pytest.param("a **king** b", [(4, 8)], ["a ", "!king", " b"], id="within a style"),
        pytest.param("a **king** b", [(0, 6)], ["!a ", "!ki", "ng", " b"], id="over the beginning of a style"),
        pytest.param("a **king** b", [(6, 12)], ["a ", "ki", "!ng", "! b"], id="over the end of a style"),
        pytest.param("a `b`", [(0, 1), (9, 10)], ["!a", " ", "b"], id="beyond the text"),
    ],
)
def test_marked_ranges_cut_the_spans(text: str, marks: list[tuple[int, int]], expected: list[str]) -> None:
    found = spans(text, (0, len(text)), marks)
    assert ["!" * span.mark + span.text for span in found] == expected


def test_only_the_range_is_read() -> None:
    assert spans("**a** b **c**", (2, 9)) == (Span("a** b *"),)


def test_verbatim_text_is_code_as_a_whole() -> None:
    assert verbatim("x = **y**", (0, 9), [(4, 9)]) == (Span("x = ", code=True), Span("**y**", code=True, mark=True))
    assert verbatim("", (0, 0)) == ()


@settings(max_examples=200)
@given(STYLED)
def test_only_signs_and_padding_ever_leave_the_text(text: str) -> None:
    found = spans(text, (0, len(text)))
    rest = iter(text)
    assert all(char in rest for span in found for char in span.text), "the spans' characters, in order"
    assert all(span.text for span in found)
    left = "".join(span.text for span in found)
    assert [char for char in left if char not in "*` "] == [char for char in text if char not in "*` "]


@settings(max_examples=100)
@given(STYLED, st.lists(st.integers(0, 40), unique=True, max_size=8).map(sorted))
def test_marks_change_no_text(text: str, cuts: list[int]) -> None:
    marks = list(zip(cuts[::2], cuts[1::2], strict=False))
    where = (0, len(text))
    assert "".join(span.text for span in spans(text, where, marks)) == "".join(span.text for span in spans(text, where))
