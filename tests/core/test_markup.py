import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.markup import Block, BlockKind, Span, blocks, plain, plain_text

LINES = st.lists(
    st.sampled_from(["```", "```py", "````", "- a", "  - b", "  c", "1. d", "e **f**", "", "   ", "`g", "*h*", "2) i"]),
    max_size=12,
).map("\n".join)
"""Texts made of what blocks are made of."""


def outline(text: str) -> list[str]:
    """The blocks, one a line, so that a table can show them."""
    return [_outlined(block) for block in blocks(text)]


def _outlined(block: Block) -> str:
    lead = {
        BlockKind.PARAGRAPH: "para",
        BlockKind.ITEM: f"item{block.depth} {block.marker}",
        BlockKind.CODE: f"code {block.language}",
    }[block.kind]
    return f"{'+ ' if block.gap else ''}{lead}: {block.text!r}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n", [], id="only white space"),
        pytest.param("one\ntwo", ["para: 'one\\ntwo'"], id="line breaks are kept"),
        pytest.param("one\n\n\ntwo", ["para: 'one'", "+ para: 'two'"], id="an empty line makes a paragraph"),
        pytest.param("  verse\n    deeper", ["para: '  verse\\n    deeper'"], id="verse keeps its indents"),
        pytest.param("So:\n- a\n- b", ["para: 'So:'", "item0 -: 'a'", "item0 -: 'b'"], id="a list after a line"),
        pytest.param("1. a\n2) b", ["item0 1.: 'a'", "item0 2): 'b'"], id="numbers"),
        pytest.param("- a\n  b\nc", ["item0 -: 'a\\nb'", "para: 'c'"], id="indented lines belong to the item"),
        pytest.param("- a\n  - b", ["item0 -: 'a'", "item1 -: 'b'"], id="nested"),
        pytest.param("- a\n\n- b", ["item0 -: 'a'", "+ item0 -: 'b'"], id="a loose list"),
        pytest.param("-5 and -x", ["para: '-5 and -x'"], id="a minus is no list"),
        pytest.param("-", ["para: '-'"], id="a dash alone is no list"),
        pytest.param("1987. A year", ["para: '1987. A year'"], id="a year is no number of a list"),
        pytest.param("```py\nx = 1\n\n  y\n```", ["code py: 'x = 1\\n\\n  y'"], id="code keeps its lines"),
        pytest.param("a\n```\n**b**\n```\nc", ["para: 'a'", "code : '**b**'", "para: 'c'"], id="no styles in code"),
        pytest.param("```\n```", ["code : ''"], id="empty code"),
        pytest.param("````\n```\n````", ["code : '```'"], id="code about code"),
        pytest.param("```c++\n- a\n```", ["code c++: '- a'"], id="no lists in code"),
        pytest.param("- a\n```\nb\n```", ["item0 -: 'a'", "code : 'b'"], id="code ends an item"),
        pytest.param("```\nunclosed", ["para: '```\\nunclosed'"], id="unclosed code is text"),
        pytest.param("````\na\n```", ["para: '````\\na\\n```'"], id="a shorter fence closes nothing"),
        pytest.param("``` some words\na\n```", ["para: ' some words\\na\\n'"], id="words are no language"),
        pytest.param("# No heading\n> no quote", ["para: '# No heading\\n> no quote'"], id="the rest is text"),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


def test_styles_and_marks_are_found_in_every_kind_of_block() -> None:
    text = "**a** b\n- c\n```\nd e\n```"
    found = [block.spans for block in blocks(text, [(6, 7), (10, 11), (18, 19)])]
    assert found == [
        (Span("a", bold=True), Span(" "), Span("b", mark=True)),
        (Span("c", mark=True),),
        (Span("d ", code=True), Span("e", code=True, mark=True)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no signs", "no signs"),
        ("two\nlines", "two\nlines"),
        ("**Isa** *Qassim* `x`", "Isa Qassim x"),
        ("a\n\n\n- **b**\n  - c\n    d", "a\n\n- b\n  - c\n    d"),
        ("```py\nx\n```", "x"),
        ("1. a\n   b", "1. a\n   b"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert plain_text(blocks(text)) == expected


@settings(max_examples=200)
@given(st.text(max_size=60) | LINES)
def test_no_letter_is_ever_lost(text: str) -> None:
    read = blocks(text)
    languages = "".join(block.language for block in read)
    assert _letters(plain_text(read) + languages) == _letters(text)


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


HOSTILE = (
    "*",
    "`",
    "[",
    "- ",
    "* ",
    "*a ",
    "** a",
    "a* *b ",
    "***a ",
    "`a``b```c",
    "- a\n",
    "```x\n",
    "```\n",
    "\n",
    " `",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_work_in_proportion_to_the_text(piece: str) -> None:
    once, twice = _work(piece * 300), _work(piece * 600)
    assert twice <= 2.2 * once + 100


def _work(text: str) -> int:
    """Lines of code run while the text is read: a clock that does not depend on the machine."""
    steps = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        plain_text(blocks(text))
    finally:
        sys.settrace(before)
    return steps
