"""What stands in a field and does not fit it becomes a problem, and the rest of the note is looked at too."""

import pytest

from quizzer.formats.deck_reader import read_deck
from quizzer.formats.findings import Findings, nearest, shown
from quizzer.formats.quoting import in_single_quotes, quoted, requoted, unquoted
from tests.formats.samples import as_item, codes

CASES: list[tuple[str, list[str]]] = [
    ("question: q\nanswer: a\naccept: [b, '']", ["empty-text"]),
    ("question: q\nanswer: a\naccept:\n  - b\n  -", ["empty-text"]),
    ("question: q\nanswer: a\ntags: [[a]]", ["text-expected"]),
    ("question: q\nanswer: a\nignore: ''", ["empty-text"]),
    ("question: q\nanswer: a\nignore: [case]\nkind: number", ["bad-kind"]),
    ("question: q\nanswer: a\nboth_ways: true\nkind: typed", ["bad-kind"]),
    ("question: q\nanswer: a\nboth_ways: true\naccept: b", ["two-kinds"]),
    ("question: q\nanswer: a\nboth_ways: yes!\naccepts: b", ["not-a-flag", "unknown-key"]),
    ("question: q\nstatement: s\nlist: [a, b]", ["asks-twice"]),
    ("cloze: ''\nhide: a", ["empty-text"]),
    ("cloze: a\nhide: ['']", ["no-hole", "empty-text"]),
    ("cloze: a\nhide: b", ["hide-not-found"]),
    ("hide: a", ["missing-key"]),
    ("cloze: |\n  a\n  b {{\n    c\n  }} {{ }}", ["empty-hole"]),
    ("question: q\nwrong: [a]\nanswer:\n  text:\n  because: b", ["empty-text"]),
    ("question: q\nwrong: [{text: a, txet: b}]\nanswer: c", ["unknown-key"]),
    ("question: q\nwrong: [{}]\nanswer: c", ["text-expected"]),
    ("question: q\nwrong: ''\nanswer: c", ["empty-text"]),
    ("question: q\nanswers: c", ["missing-key"]),
    ("question: q\nmatch: {a: 1, [b]: 2}", ["complex-key"]),
    ("question: q\nmatch: {a: '', '': 2}", ["empty-text", "empty-text"]),
    ("question: q\nmatch: {a, b: c}", ["comma-in-braces"]),
    ("question: q\nmatch: {a: b,\n  c, d: e}", ["comma-in-braces"]),
    ("question: q\norder: [a, {b: [c]}]", ["text-expected"]),
    ("question: q\nlist:\n  a: b\n  c: d", ["text-expected"]),
    ("question: q\nlist:\n  - a: 'b'\n  - c", ["text-expected"]),
    ("question: q\nlist:\n  - a # b\n  - c: d # e", ["cut-by-comment", "cut-by-comment"]),
    ("question: q\nanswer: a\nhint: # none", ["cut-by-comment"]),
    ("question: q\nanswer: 1e5 km\nunit: km\ntolerance: -1", ["bad-tolerance", "not-a-number"]),
    ("question: q\nanswer: ''\nunit: km", ["empty-text"]),
    ("question: q\nanswer: a\nid: " + "x" * 101, ["bad-id"]),
    ("question: q\nanswer: a\nid: [a]", ["bad-id", "text-expected"]),
    ("question: q\nanswer: a\nsource: {doc: , passage: 3}", ["unknown-source"]),
    ("question: q\nanswer: a\nsource: {dok: a}", ["unknown-key", "unknown-source"]),
    ('question: q\nanswer: "a\\0\n  b"', ["control-escape"]),
    ('question: q\nanswer: "\\nabla"', ["control-escape"]),
    ('question: q\nanswer: "a\\n\\tb\\u00e9"', []),
    ('question: q\nanswer: "```py\\nx\\n```"', []),
    ("question: q\nanswer: a ```x``` b", []),
    ("question: q\nanswer: |\n  ```py\n  x # y\n  ```", []),
    ("question: 'what # is' # a comment\nanswer: a", []),
    ("question: q\nanswer: " + "é" * 20_001, ["too-long"]),
    ("question: q\nanswer: a\nhint: h\n<<: x\nhint: i", ["merge-key", "duplicate-key"]),
    ("France: Paris", ["one-line-note"]),
    ("France: = Paris # x", ["cut-by-comment"]),
    ("questoin: q", ["missing-key", "unknown-key"]),
    ("{France: Paris}", ["missing-key", "unknown-key"]),
    ("[a]: b", ["missing-key", "complex-key"]),
    ("a: [b]", ["missing-key", "unknown-key"]),
    ("'a = b' # c", []),
    ("a = b # c", ["cut-by-comment"]),
]


@pytest.mark.parametrize(("text", "found"), CASES, ids=[text[:60].replace("\n", " ") for text, _ in CASES])
def test_a_value_that_does_not_fit_is_a_problem(text: str, found: list[str]) -> None:
    assert sorted(codes(f"cards:\n{as_item(text)}")) == sorted(found)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("cards:\n- cloze: |\n    a\n    b {{c\n", 4, 7),
        ("cards:\n- cloze: a {{b::c::d}}\n", 2, 12),
        ("cards:\n- cloze: >\n    a {{b\n    c::d::e}}\n", 2, 10),
        ("cards:\n- cloze: a\n  hide:\n    - a\n    - b\n", 5, 7),
        ("cards:\n- question: q\n  answer: a\n  wrong:\n    - b\n    - a\n", 6, 7),
        ("sources: {a: {titel: b}}\ncards:\n- c = d\n", 1, 15),
        ("cards:\n- {question: q, answer: a, hint: b, hint: c}\n", 2, 37),
    ],
)
def test_a_problem_stands_where_its_words_do(text: str, line: int, column: int) -> None:
    (problem,) = read_deck(text.encode(), "deck.yaml")[1]
    assert (problem.line, problem.column) == (line, column)
    assert problem.source == text.split("\n")[line - 1]


def test_numbers_are_taken_as_people_write_them() -> None:
    right = [
        "5",
        "-5",
        "+5",
        "−5",
        "3.14",
        "3,14",
        ".5",
        "1,234",
        "1,234,567.8",
        "1.234,5",
        "1e5",
        "1.5E-3",
        "6×10^23",
        "12_000",
        "1'000",
    ]
    wrong = ["five", "1,23,4", "1.2.3", "5km", "0x1F", "e5", "1/2"]
    for answer in [*right, "384 400", "1\u202f234,5", "6 x 10^23"]:
        assert codes(f"cards:\n- question: q\n  answer: {answer}\n  unit: u\n") == []
    for answer in wrong:
        assert codes(f"cards:\n- question: q\n  answer: {answer}\n  unit: u\n") == ["not-a-number"]


def test_a_problem_of_the_defaults_is_told_once_and_leaves_out_every_note_it_is_in() -> None:
    deck, problems = read_deck(b"defaults: {hint: [a]}\ncards:\n- a = b\n- c = d\n", "deck.yaml")
    assert [problem.code for problem in problems] == ["text-expected"]
    assert deck is not None
    assert deck.left_out == 2


def test_the_nearest_word_is_offered_only_if_it_is_near() -> None:
    known = ("answer", "question")
    assert [nearest(word, known) for word in ("anwser", "Question", "xyz", "")] == ["answer", "question", "", ""]


def test_words_are_sought_where_they_may_stand() -> None:
    findings = Findings("deck.yaml", "a b\nc a\n")
    assert findings.locate(0, 1, "a") == (1, 2)
    assert findings.locate(0, 1, "x") == (0, 1)
    assert findings.line(9) == ""
    assert shown(" a\x1b\n" + "b" * 100) == "a� " + "b" * 56 + "…"


def test_texts_are_put_in_the_quotes_that_suit_them() -> None:
    assert quoted("it's: a") == '"it\'s: a"'
    assert quoted('a "b" it\'s') == "'a \"b\" it''s'"
    assert [unquoted(text) for text in ("'a'", '"a"', "'a' b", "'a' or 'b'", "a")] == [
        "a",
        "a",
        "'a' b",
        "'a' or 'b'",
        "a",
    ]
    assert requoted("  - a: b", 4) == '- "a: b"'
    assert requoted("a" * 161, 0) == ""
    assert in_single_quotes("a: ", "no") == "in single quotes a backslash is a backslash"
