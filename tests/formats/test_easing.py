"""A text typed into the form of a note reads back as it was typed, whatever YAML would have made of it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizzer.formats.easing import eased
from quizzer.formats.note_text import keys_in, text_of

TYPED = st.text("a b:#'\"[]{}&*!|>%@`-?,=~.\\\t1", min_size=1).map(str.strip).filter(bool)
TEXTS = st.text("a: #-\n[{|\"'").map(str.strip).filter(bool)
KEYS = st.dictionaries(st.sampled_from(["question", "answer", "explanation", "quote"]), TEXTS, min_size=1)


@given(TYPED)
@example("Why: so?")
@example("# 5")
@example('"Yes" he said')
@example("{{Paris}} is it")
@example("> 5 km")
def test_a_text_reads_back_as_it_was_typed(typed: str) -> None:
    if typed[0] in "'\"|>" and eased(f"answer: {typed}") == f"answer: {typed}":
        return  # in quotes, or a bar: then it is YAML that is typed
    assert keys_in(f"question: {typed}\nanswer: {typed}\nlist:\n- a") == {
        "question": typed,
        "answer": typed,
        "list": ["a"],
    }


@given(KEYS, st.lists(TYPED, max_size=3))
def test_lines_that_are_yaml_already_stay(texts: dict[str, str], items: list[str]) -> None:
    lines = text_of({**texts, **({"wrong": items} if items else {})})
    assert eased(lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        "question: a\nanswer: |\n  - b: c\n  d # e",
        "question: goes on\n  below: it",
        "wrong:\n- {text: a, because: b}\n- text: c\n  because: d\n- [e: f]",
        "answer: 'it''s' # a comment",
        "match: {a: b}\nquote: words: more",
    ],
)
def test_what_is_meant_as_yaml_stays(lines: str) -> None:
    assert eased(lines) == lines


def test_an_item_of_a_list_is_a_text() -> None:
    assert eased("list:\n  - 1981: Coup\n  - b") == 'list:\n  - "1981: Coup"\n  - b'
