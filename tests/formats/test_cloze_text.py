"""Holes in texts: where they begin, where they end, and which card they belong to."""

import pytest

from quizzer.core.cards import Hole
from quizzer.formats.cloze_text import ClozeFault, Pieces, hide_words, read_holes


def read(text: str) -> Pieces:
    pieces = read_holes(text)
    assert not isinstance(pieces, ClozeFault), pieces
    return pieces


def holes(text: str) -> list[tuple[str, str]]:
    """Text and hint of each hole."""
    return [(piece.text, piece.hint) for piece in read(text) if isinstance(piece, Hole)]


def groups(text: str) -> list[str]:
    return [piece.group for piece in read(text) if isinstance(piece, Hole)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{a}}", [("a", "")]),
        ("{{ a b }} c {{d}}", [("a b", ""), ("d", "")]),
        ("{{a::h}}", [("a", "h")]),
        ("{{a :: h i }}", [("a", "h i")]),
        ("{{c1::a::h}}", [("a", "h")]),
        ("{{ c12 :: a }}", [("a", "")]),
        ("{{c1}}", [("c1", "")]),
        ("{{c1234::a}}", [("c1234", "a")]),
        (r"{{std\::vector}}", [("std::vector", "")]),
        (r"{{std\::vector::a\::b}}", [("std::vector", "a::b")]),
        (r"{{\frac{a}{b}}}", [(r"\frac{a}{b}", "")]),
        (r"{{\frac{a}{b}::{h}}}", [(r"\frac{a}{b}", "{h}")]),
        ("{{{a}}}", [("{a}", "")]),
        (r"\{{a}} {{b}}", [("b", "")]),
        (r"\{{{a}}} {{b}}", [("b", "")]),
        (r"{{a \{{ b}}", [("a {{ b", "")]),
        ("a }} {{b}} }}", [("b", "")]),
        ("x\n{{a\nb}}", [("a\nb", "")]),
        ("x: {{y}}", [("y", "")]),
    ],
)
def test_holes_have_a_text_and_perhaps_a_hint(text: str, found: list[tuple[str, str]]) -> None:
    assert holes(text) == found


def test_what_stands_between_holes_stays_with_its_escapes_undone() -> None:
    assert read(r"\{{a\::b}} {{c1::d}} e {{c2::f}}\::") == (
        "{{a::b}} ",
        Hole("d", "1"),
        " e ",
        Hole("f", "2"),
        "::",
    )
    assert read(r"{{c1::d}}{{c2::\{{}}") == (Hole("d", "1"), Hole("{{", "2"))
    assert read("{{c1::d}} e") == (Hole("d", "1"), " e")
    assert read("{{c1::a}}{{c1::b}}") == (Hole("a", "1"), Hole("b", "1"))


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("a", "no-hole", ""),
        (r"a \{{b}}", "no-hole", ""),
        ("a {{b", "unclosed-hole", "{{b"),
        ("a {{b}", "unclosed-hole", "{{b}"),
        ("{{a}} {{b", "unclosed-hole", "{{b"),
        ("{{a {{b}} c}}", "nested-hole", "{{a {{b}} c}"),
        ("{{{{a}}}}", "nested-hole", "{{{{a}}}}"),
        ("{{a}} {{ }}", "empty-hole", "{{ "),
        (r"\{{ {{}}", "empty-hole", "{{"),
        ("{{c1::}}", "empty-hole", "{{c1::"),
        ("{{::h}}", "empty-hole", "{{::h"),
        ("{{a::b::c}}", "hole-parts", "{{a::b::c"),
    ],
)
def test_what_is_no_cloze_says_why_and_where(text: str, code: str, words: str) -> None:
    fault = read_holes(text)
    assert isinstance(fault, ClozeFault)
    assert (fault.code, fault.words) == (code, words)


def test_a_hole_added_in_front_moves_nobodys_history() -> None:
    assert groups("{{new}} a {{b}} c {{d::hint}} e {{b}}")[1:] == groups("a {{b}} c {{d}} e {{b}}")
    assert groups("a {{b c}}") == groups("x {{b\n  c::another hint}}")


def test_holes_alike_are_told_apart_by_their_place_among_each_other() -> None:
    assert len(set(groups("{{a}} {{a}} {{a}}"))) == 3


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("Paris is Paris.", ["Paris"], ["_", " is ", "_", "."]),
        ("York, New York, Yorkshire", ["York", "New York"], ["_", ", ", "_", ", Yorkshire"]),
        ("a cat", ["a"], ["_", " cat"]),
        ("a cat", ["ca"], ["a ", "_", "t"]),
        ("日本の首都は東京です", ["東京"], ["日本の首都は", "_", "です"]),
        ("C++ and C", ["C++"], ["_", " and C"]),
        ("the\n  end", ["the end"], ["_"]),
        ("a {{b}} c", ["b"], ["a {{", "_", "}} c"]),
        ("plain", [], ["plain"]),
    ],
)
def test_words_are_hidden_wherever_they_stand(text: str, words: list[str], pieces: list[str]) -> None:
    found = hide_words(text, words)
    assert not isinstance(found, ClozeFault)
    assert ["_" if isinstance(piece, Hole) else piece for piece in found] == pieces
    assert "".join(piece.text if isinstance(piece, Hole) else piece for piece in found) == text


def test_the_same_words_make_one_card_and_others_another() -> None:
    found = hide_words("Rome, Paris and\nRome", ["Paris", "Rome"])
    first, second, third = [piece.group for piece in found if isinstance(piece, Hole)]
    assert first == third != second
    assert [first] == groups("{{Rome}}")


def test_words_that_are_hidden_already_cannot_be_hidden_again() -> None:
    fault = hide_words("New York", ["New York", "York"])
    assert isinstance(fault, ClozeFault)
    assert (fault.code, fault.words) == ("hide-not-found", "York")
