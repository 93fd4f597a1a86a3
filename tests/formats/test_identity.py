"""Ids are normal, short and the same on every machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.text import clean
from quizzer.formats.identity import hole_hash, normal_id, note_hash


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("paris", "paris"),
        ("Paris", "paris"),
        ("paris_2.b-c", "paris_2.b-c"),
        ("What is it?", "what-is-it"),
        ("a / b", "a-b"),
        ("-x-", "-x-"),
        ("Straße", "strasse"),
        ("cafe\u0301", "café"),
        ("हिन्दी", "हिन्दी"),
        ("日本", "日本"),
        ("١٢", "١٢"),
        ("🍎", ""),
        ("...", ""),
        ("a\nb", "a-b"),
        ("~x#y/z", "x-y-z"),
    ],
)
def test_ids_are_letters_digits_and_a_few_signs(typed: str, id: str) -> None:
    assert normal_id(typed) == id


@given(st.text())
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    once = normal_id(clean(text))
    assert normal_id(once) == once
    assert not set(once) & set("/#~ ")


def test_hashes_do_not_change() -> None:
    assert note_hash("a  b", ["c"]) == note_hash("a\nb", ["c"]) == "~" + note_hash("a b", ["c"])[1:]
    assert len(note_hash("", [])) == 13
    assert hole_hash("Paris", 1) != hole_hash("Paris", 2)
    assert hole_hash("Paris", 1) == "fc2542ba"
