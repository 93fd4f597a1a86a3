"""A note alone as lines: back and forth, as other kinds, and where its problems stand."""

import pytest

from quizzer.core.cards import Kind
from quizzer.errors import EditRefused
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.deck_writer import SetKeys, changed, head_at, keys_at
from quizzer.formats.identity import is_note_hash
from quizzer.formats.note_text import as_kind, keys_in, kind_in, looked_at, text_of

DECK = b"""\
title: Capitals
sources:
  atlas: {title: The Atlas}
cards:
  - question: Capital of France?
    answer: 'Paris'
    id: france
    source: atlas
    wrong: [Lyon, {text: Nice, because: It is small.}]
  - {statement: Oslo is in Norway., answer: true}
  - Germany = Berlin; the city of Berlin
"""


def test_a_note_is_its_keys_and_goes_back_to_them() -> None:
    keys = keys_at(DECK, "france")
    text = text_of(keys)
    assert text.splitlines()[:2] == ["question: Capital of France?", "answer: Paris"]
    assert keys_in(text) == keys
    assert text_of(keys_at(DECK, 10)) == "statement: Oslo is in Norway.\nanswer: true"
    assert keys_at(DECK, 10)["answer"] is True
    assert keys_at(DECK, 11) == {"question": "Germany", "answer": "Berlin", "accept": ("the city of Berlin",)}
    assert head_at(DECK) == {"title": "Capitals", "sources": {"atlas": {"title": "The Atlas"}}}
    assert head_at(b"cards: [") == {}
    with pytest.raises(EditRefused):
        keys_at(DECK, "spain")


def test_lines_are_looked_at_as_a_note_of_their_deck() -> None:
    text = text_of(keys_at(DECK, "france"))
    looked = looked_at(text, head_at(DECK), "capitals.yaml")
    assert looked.problems == ()
    assert looked.note is not None
    assert looked.note.kind is Kind.CHOICE
    assert looked.note.source is not None


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("question: a\nanswr: b", 2, "unknown-key"),
        ("question: a", 1, "missing-key"),
        ("", 1, "one-line-note"),
        ("question: a\nanswer: b\nwrong: [c", 3, ""),
        ("question: a\nanswer: b\nsource: nowhere", 3, "unknown-source"),
    ],
)
def test_problems_stand_where_they_are_in_the_lines(text: str, line: int, code: str) -> None:
    looked = looked_at(text, {"title": "T"}, "t.yaml")
    assert looked.problems
    assert min(problem.line for problem in looked.problems) >= 1
    if code:
        assert (line, code) in {(problem.line, problem.code) for problem in looked.problems}


def test_what_is_no_map_has_no_keys() -> None:
    assert keys_in("- a") is None
    assert keys_in("a: [") is None
    assert keys_in("question: a\nanswer:") == {"question": "a"}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("start", [{}, {"question": "Q?", "answer": "7", "hint": "H", "kind": "typed"}])
def test_every_kind_is_made_from_every_other_with_an_example(kind: Kind, start: dict[str, str]) -> None:
    for other in Kind:
        keys = as_kind(kind, as_kind(other, dict(start)))
        assert kind_in(keys) is kind
        if kind is Kind.NUMBER and keys["answer"] == "…":
            continue  # the person's answer stays, and the form says that it is no number
        note = looked_at(text_of(keys), {}, "t.yaml").note
        assert note is not None
        assert note.kind is kind
        assert keys.get("hint", "") == start.get("hint", "")


def test_the_hash_of_a_note_may_be_written_as_its_id_and_then_stays() -> None:
    deck, _ = read_deck(DECK, "capitals.yaml")
    assert deck is not None
    name = deck.notes[1].id
    assert is_note_hash(name)
    after, problems = read_deck(changed(DECK, [SetKeys(name, {"id": name, "answer": False})]), "capitals.yaml")
    assert problems == []
    assert after is not None
    assert after.notes[1].id == name
