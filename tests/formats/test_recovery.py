"""Where YAML breaks off, one bad note costs one note."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.cards import Note
from quizzer.core.problem import Problem
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.recovery import divide
from quizzer.formats.yaml_events import Loader
from tests.formats.samples import LOADERS, read

HEAD = "# a deck\ntitle: Made up\nsources:\n  atlas: {title: Atlas}\ncards:\n"
TAIL = "\nlanguage: en\n"
WHOLE = [
    ["question: What is {0}?", "id: n{0}", "answer: The number {0}", "hint: count"],
    ["question: What is {0}?", "id: n{0}", "answer: |", "  one: {0}", "", "    two # three", "tags: [a, b]"],
    ["cloze: The number {{{{{0}}}}} is {{{{{0}::a hint}}}}.", "id: n{0}", "source: atlas"],
    [
        "question: Which is {0}?",
        "id: n{0}",
        "answer: '{0}: this'",
        "wrong:",
        "  - no",
        "  - {{text: never, because: b}}",
    ],
    ["id: n{0}", "question: >-", "  Which are {0},", "  and why?", "match:", "  a: 1", '  "b: c": 2'],
    ["Number {0} = {0}; another"],
]
JUNK = [
    "    answer: a: b",
    '    answer: "x',
    "    answer: 'x",
    "    answer: [a, {",
    "    answer: {a",
    "\tanswer: x",
    "  \t  answer: x",
    "   answer: x",
    "      answer: x",
    "    answer: @x",
    "    answer: `x",
    "    answer: *x",
    "    answer: &x",
    "    answer: !x y",
    '    answer: "\\q"',
    "    answer: - x",
    "    answer: > x",
    "    answer: {{x}} y",
    "    answer: #x",
    "answer: x",
    "id: x",
    "title: x",
    "cards:",
    "    ]",
    "    answer",
    "  answer:x",
    "    <<: *x",
    "    - x",
    "    ? x",
    "   - question: x",
    " - x",
    "---",
    "...",
    "%x",
    '    "a" b: c',
    "    'a': 'b' c",
    "    answer: x\x07",
    "    answer: 😀: x",
    "    : x",
    "   #",
    "  -",
]


def item(lines: list[str], number: int, indent: int) -> str:
    first, *others = (line.format(number) for line in lines)
    spaces = " " * indent
    return f"{spaces}- {first}\n" + "".join(f"{spaces}  {line}\n" if line else "\n" for line in others)


@st.composite
def decks(draw: st.DrawFn) -> tuple[list[str], int, str]:
    """Notes as text, the number of the one that is broken, and its broken text."""
    indent = draw(st.sampled_from([0, 2, 4]))
    kinds = draw(st.lists(st.sampled_from(WHOLE), min_size=2, max_size=8))
    notes = [item(kind, number, indent) for number, kind in enumerate(kinds)]
    which = draw(st.integers(0, len(notes) - 1))
    lines = notes[which].splitlines(keepends=True)
    at = draw(st.integers(1, len(lines)))
    lines.insert(at, draw(st.sampled_from(JUNK)) + "\n")
    return notes, which, "".join(lines)


def unplaced(note: Note) -> Note:
    return note._replace(line=0)


def check_places(problems: list[Problem], data: bytes) -> None:
    lines = data.decode().split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.rendered()


@settings(max_examples=400)
@given(decks())
def test_breaking_one_note_leaves_all_the_others(made: tuple[list[str], int, str]) -> None:
    notes, which, broken = made
    before, problems = read(HEAD + "".join(notes) + TAIL)
    assert problems == []
    text = HEAD + "".join([*notes[:which], broken, *notes[which + 1 :]]) + TAIL
    after, problems = read_deck(text.encode(), "deck.yaml")
    assert after is not None
    others = [unplaced(note) for number, note in enumerate(before.notes) if number != which]
    found = [unplaced(note) for note in after.notes]
    assert [note for note in found if note in others] == others
    assert len(found) <= len(notes) + 1
    check_places(problems, text.replace("\x07", "\ufffd").encode())
    assert problems or len(found) >= len(notes)


@LOADERS
def test_places_are_those_of_the_whole_file(loader: Loader) -> None:
    text = (
        HEAD + "".join(item(WHOLE[0], number, 2) for number in range(120)) + "  - question: a: b\n  - x = \n  - c = d\n"
    )
    deck, problems = read(text, loader)
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [
        (486, 16, "colon-in-text"),
        (487, 5, "one-line-note"),
    ]
    assert (len(deck.notes), deck.left_out, deck.notes[-1].line) == (121, 2, 488)
    assert deck.title == "Made up"


def test_what_is_broken_in_the_head_costs_only_its_key() -> None:
    deck, problems = read("title: a: b\nid: x\ndefaults: {\n  hint: h\n}\ncards:\n  - a = b\nlanguage: @\n")
    assert [(problem.code, problem.line) for problem in problems] == [("colon-in-text", 1), ("leading-character", 8)]
    assert (deck.id, deck.title, len(deck.notes), deck.notes[0].hint) == ("x", "capitals", 1, "h")


def test_what_decks_do_without_is_told_from_what_yaml_cannot_read() -> None:
    deck, problems = read("title: &a x\ncards:\n- a = b\n- {question: q, answer: *b}\n- question: a: b\n- c = d\n")
    assert [problem.code for problem in problems] == ["anchor", "alias", "colon-in-text"]
    assert [note.question for note in deck.notes] == ["a", "c"]


def test_a_second_deck_in_the_file_is_passed_over() -> None:
    deck, problems = read("cards:\n- a = b\n---\ntitle: two\ncards:\n- c = d\n")
    assert [problem.code for problem in problems] == ["second-document"]
    assert [note.question for note in deck.notes] == ["a"]


def test_a_line_of_dashes_in_a_note_does_not_hide_the_others() -> None:
    deck, problems = read("cards:\n- question: q\n---\n  answer: a\n- c = d\n")
    assert [problem.code for problem in problems] == ["second-document"]
    assert [note.question for note in deck.notes] == ["c"]


def divided(text: str) -> tuple[list[str], list[str]] | None:
    division = divide(text.split("\n"))
    return division and ([part.text for part in division.keys], [part.text for part in division.notes])


def test_a_deck_is_divided_at_its_keys_and_items() -> None:
    text = "---\n# c\ntitle: x\n\n'cards':  # all of them\n\n  # one\n  - a\n    b\n\n  - c\nstudy: {}\n"
    assert divided(text) == (["title: x\n\n", "study: {}\n\n"], ["  - a\n    b\n\n", "  - c\n"])


def test_a_key_that_slipped_to_the_left_edge_belongs_to_its_note() -> None:
    assert divided("cards:\n- question: q\nid: x\n- cloze: c\nid: y\n") == (
        ["id: y\n\n"],
        ["- question: q\nid: x\n", "- cloze: c\n"],
    )


def test_there_is_nothing_to_divide_without_a_list_of_cards() -> None:
    assert divided("title: x\n") is None
    assert divided("cards:\n") is None
    assert divided("cards:\n\n  a: b\n") is None
    assert divided("cards: [\n- a\n") is None
