"""A problem points at its place, in any script."""

import pytest

from quizzer.core.problem import Problem, Severity
from quizzer.core.text import clean, width


def problem(source: str, column: int, hint: str = "") -> Problem:
    return Problem(Severity.ERROR, "deck.yaml", 12, column, "code", "message", hint, source)


def test_a_problem_is_a_headline_a_line_a_caret_and_a_hint() -> None:
    assert problem("  answer: a: b", 12, 'answer: "a: b"').rendered().split("\n") == [
        "deck.yaml:12:12: error code: message",
        "  12 |   answer: a: b",
        "     |            ^",
        '  hint: answer: "a: b"',
    ]


def test_a_hint_may_have_several_lines_and_a_problem_none() -> None:
    assert problem(" ", 1, "write:\n  a: |\n\n    b").rendered().split("\n")[1:] == [
        "  hint: write:",
        "          a: |",
        "",
        "            b",
    ]
    assert problem("", 1).rendered() == "deck.yaml:12:1: error code: message"


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("ab x", 4),
        ("\tab\tx", 5),
        ("日本 x", 4),
        ("cafe\u0301 x", 7),
        ("\u202e\x1b x", 4),
        ("👩‍🚀 x", 5),
        ("é" * 300 + "x" + "日" * 300, 301),
        ("日" * 300 + "x", 301),
        ("x", 1),
    ],
)
@pytest.mark.parametrize("cells", [40, 100])
def test_the_caret_stands_under_the_column(source: str, column: int, cells: int) -> None:
    shown = problem(source, column).rendered(cells)
    assert shown == clean(shown)
    _, line, caret = shown.split("\n")
    assert width(line) <= cells + len("  12 | ")
    before = line[: line.index("x")]
    assert width(before) == len(caret) - 1


def test_a_caret_may_stand_behind_the_line() -> None:
    assert problem("ab", 3).rendered().split("\n")[1:] == ["  12 | ab", "     |   ^"]
