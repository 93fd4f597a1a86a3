"""Bytes become text, or one clear problem."""

import pytest

from quizzer.formats.deck_reader import read_deck
from quizzer.formats.findings import Findings
from quizzer.formats.source_text import decode
from quizzer.formats.yaml_events import Loader
from tests.formats.samples import LOADERS

TEXT = "cards:\n  - Zürich = an der Limmat\n"


def decoded(data: bytes) -> str:
    findings = Findings("deck.yaml")
    assert decode(data, findings)
    assert findings.problems == []
    return findings.text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (b"a\r\nb\rc\n\r\n", "a\nb\nc\n\n"),
        ("a\x85b\u2028c\u2029d".encode(), "a b c d"),
        (b"", ""),
    ],
)
def test_lines_end_where_editors_end_them(data: bytes, text: str) -> None:
    assert decoded(data) == text


@pytest.mark.parametrize(
    ("encoding", "named", "place"),
    [
        ("latin-1", "Latin-1 (or Windows-1252)", (2, 6)),
        ("utf-16", "UTF-16", (1, 1)),
        ("utf-16-be", "UTF-16", (1, 1)),
        ("utf-16-le", "UTF-16", (1, 1)),
        ("utf-32", "UTF-32", (1, 1)),
        ("utf-32-le", "UTF-32", (1, 1)),
    ],
)
def test_another_encoding_is_named(encoding: str, named: str, place: tuple[int, int]) -> None:
    text = TEXT if encoding == "latin-1" else TEXT.replace("ü", "ue")
    deck, (problem,) = read_deck(text.encode(encoding), "deck.yaml")
    assert deck is None
    assert problem.code == "not-utf8"
    assert named in problem.message
    assert f"iconv -f {named.split()[0].replace('Latin-1', 'WINDOWS-1252')} -t UTF-8" in problem.hint
    assert (problem.line, problem.column) == place


def test_a_byte_order_mark_names_its_encoding() -> None:
    for bom, name in ((b"\xfe\xff", "UTF-16"), (b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32")):
        _, (problem,) = read_deck(bom + b"a", "deck.yaml")
        assert f"looks like {name}" in problem.message


@LOADERS
def test_control_characters_are_named_and_leave_nothing_out(loader: Loader) -> None:
    text = "cards:\n  - a\x00 = b\n  - ü\x7f = \x9bc\ufeff\n  - d = \ufffe\r\n"
    deck, problems = read_deck(text.encode(), "deck.yaml", loader)
    assert [(problem.line, problem.column, problem.message[29:35]) for problem in problems] == [
        (2, 6, "U+0000"),
        (3, 6, "U+007F"),
        (3, 10, "U+009B"),
        (3, 12, "U+FEFF"),
        (4, 9, "U+FFFE"),
    ]
    assert deck is not None
    assert [note.question for note in deck.notes] == ["a�", "ü�", "d"]


def test_many_control_characters_are_counted() -> None:
    _, problems = read_deck(b"cards:\n  - a = b\n# \x07\n" * 30, "deck.yaml")
    controls = [problem for problem in problems if problem.code == "control-character"]
    assert len(controls) == 21
    assert controls[-1].message == "here and below are 10 more control characters"


def test_a_bell_in_a_readable_deck_is_no_reason_to_leave_out_what_is_broken_elsewhere() -> None:
    deck, problems = read_deck(b"cards:\n- a = b\n- question: \x07: c\n- d = e\n", "deck.yaml")
    assert [problem.code for problem in problems] == ["control-character", "colon-in-text"]
    assert deck is not None
    assert (len(deck.notes), deck.left_out) == (2, 1)
