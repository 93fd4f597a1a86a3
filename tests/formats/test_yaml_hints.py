"""What breaks YAML off is named where it is, with the line as it should be written."""

import pytest

from quizzer.core.problem import Problem
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.yaml_events import Loader
from tests.formats.samples import LOADERS


def only(text: str, loader: Loader) -> Problem:
    """The only problem of a note, given with the line that `- ` stands on."""
    deck, problems = read_deck(f"cards:\n  - id: first\n{text}\n  - a = b\n".encode(), "deck.yaml", loader)
    assert [problem.code for problem in problems] == [problem.code for problem in problems[:1]]
    assert deck is not None
    assert [note.question for note in deck.notes] == ["a"]
    return problems[0]


def in_quotes(line: str) -> str:
    return f"put the text in quotes: {line}"


CASES = [
    ("    answer: a: b", "colon-in-text", 3, 14, in_quotes('answer: "a: b"')),
    ("    answer: a:", "colon-in-text", 3, 14, in_quotes('answer: "a:"')),
    ("    answer: a: b  # c: d", "colon-in-text", 3, 14, in_quotes('answer: "a: b  # c: d"')),
    ("    wrong:\n      - 1981: Coup: two", "colon-in-text", 4, 19, in_quotes('- "1981: Coup: two"')),
    ("    wrong:\n    - text: a: b", "colon-in-text", 4, 14, in_quotes('- text: "a: b"')),
    ("    'answer': it's a: b", "colon-in-text", 3, 21, in_quotes("'answer': \"it's a: b\"")),
    ('    answer: say "a": b', "colon-in-text", 3, 20, in_quotes("answer: 'say \"a\": b'")),
    ("    answer: `a`", "leading-character", 3, 13, in_quotes('answer: "`a`"')),
    ("    wrong:\n      - %a", "leading-character", 4, 9, in_quotes('- "%a"')),
    ("    wrong:\n      - - a\n      - *b*", "leading-character", 5, 9, in_quotes('- "*b*"')),
    ("    answer: [a] b", "leading-character", 3, 13, in_quotes('answer: "[a] b"')),
    ("    answer: {{a}} b", "leading-character", 3, 13, in_quotes('answer: "{{a}} b"')),
    ("    answer: > a", "leading-character", 3, 13, in_quotes('answer: "> a"')),
    ("    answer: ? a", "leading-character", 3, 13, in_quotes('answer: "? a"')),
    ("    answer: 'a' or 'b'", "leading-character", 3, 17, in_quotes("answer: \"'a' or 'b'\"")),
    ("    answer: 'a\n      b' c", "leading-character", 4, 10, "put the whole text in the other kind of quotes"),
    ("    `a`: b", "leading-character", 3, 5, in_quotes('"`a`: b"')),
    ('    answer: "a', "unclosed-quote", 3, 13, None),
    ("    answer: 'it''s", "unclosed-quote", 3, 13, None),
    ('    answer: "a\n    hint: "b"', "unclosed-quote", 3, 13, None),
    ("    wrong: [a, 'b]', c", "unclosed-bracket", 3, 12, "close it: wrong: [a, 'b]', c]"),
    ("    wrong: [a, # ]\n      b", "unclosed-bracket", 3, 12, None),
    ('    answer: "\\q"', "bad-escape", 3, 14, "in single quotes a backslash is a backslash: answer: '\\q'"),
    ('    answer: "\\\\ \\" \\x41 \\u00e9 \\("', "bad-escape", 3, 32, None),
    ('    answer: "a\n      \\q"', "bad-escape", 4, 7, "in single quotes a backslash is a backslash"),
    ('    answer: "\\uD800"', "bad-escape", 3, 14, None),
    ("    answer: 'a'\n\thint: b", "tab-indent", 4, 1, "use spaces, two for each level"),
    ("     hint: 'b'", "indentation", 3, 6, None),
    ("    answer: 'b'\n      hint: c", "indentation", 4, 7, None),
    ("    answer: b\n      hint: c", "indentation", 4, 7, None),
    ("    answer: b\n   hint: c", "indentation", 4, 4, None),
    ("    answer: |\n        b\n      c: d", "indentation", 5, 7, None),
    ("    wrong:\n      - a\n     - b: c", "indentation", 5, 6, None),
    ("    answer", "missing-colon", 3, 5, "a key ends in a colon and a space: answer:"),
    ("    answer:b", "missing-colon", 3, 5, "a key ends in a colon and a space: answer: b"),
    ("    answer b", "missing-colon", 3, 5, "a key ends in a colon and a space: answer: b"),
    ("    b", "missing-colon", 3, 5, None),
    ("    answer: a\n      b # c: d\n      e: f", "code-without-bar", 5, 8, None),
    ("    wrong: [a: b: c]", "yaml-syntax", 3, 17, None),
    ("    answer: |0\n      a\n", "yaml-syntax", 3, 14, None),
    ("    wrong: [a,\n      {b: 'c'}] # d\n    hint: a: b", "colon-in-text", 5, 12, None),
    ("    answer: >-\n      a: b\n\n      c\n    # d\n    hint: a: b", "colon-in-text", 8, 12, None),
    ("    answer: 'a' # b\n    hint: a: b", "colon-in-text", 4, 12, None),
    ("    answer: # a\n      b\n    hint: a: b", "colon-in-text", 5, 12, None),
]


@LOADERS
@pytest.mark.parametrize(("text", "code", "line", "column", "hint"), CASES, ids=[case[0].strip() for case in CASES])
def test_a_mistake_is_named_with_its_place(
    text: str, code: str, line: int, column: int, hint: str | None, loader: Loader
) -> None:
    problem = only(text, loader)
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert hint is None or problem.hint == hint


@pytest.mark.parametrize("case", [case for case in CASES if case[4] and ": " in case[4]], ids=lambda case: str(case[0]))
def test_the_line_in_a_hint_can_be_read(case: tuple[str, str, int, int, str]) -> None:
    written = case[4].partition(": ")[2]
    line = f"wrong:\n      {written}" if written.startswith("-") else written
    text = f"cards:\n  - id: first\n    question: q\n    {line}\n"
    _, problems = read_deck(text.encode(), "deck.yaml")
    assert not {problem.code for problem in problems} & {"yaml-syntax", case[1]}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("    answer: {}: b", "put the text in quotes"),
        ("    {} answer", "a key ends in a colon and a space; a text that goes on is indented further than its key"),
        ('    answer: "{}', 'close it with "'),
        ("    answer: [{}", "close it with ]"),
        ('    answer: "\\q{}"', "in single quotes a backslash is a backslash"),
    ],
)
def test_a_hint_does_not_write_out_a_very_long_line(text: str, hint: str) -> None:
    (problem,) = read_deck(f"cards:\n  - id: x\n{text.format('a' * 300)}\n".encode(), "deck.yaml")[1]
    assert problem.hint == hint


def test_a_hint_shows_the_first_lines_of_a_long_text() -> None:
    text = "cards:\n- question: def f(x):\n    a\n    b\n\n    c\n    d\n    e\n  answer: f\n"
    (problem,) = read_deck(text.encode(), "deck.yaml")[1]
    assert problem.hint.split("\n") == [
        "end the line of the key with | and write the text below it:",
        "- question: |",
        "  def f(x):",
        "    a",
        "    b",
        "",
        "  …",
    ]


def test_lines_behind_the_break_are_not_looked_at() -> None:
    (problem,) = read_deck(b"a: @\nb: c: d\n", "deck.yaml")[1]
    assert (problem.line, problem.column) == (1, 4)
