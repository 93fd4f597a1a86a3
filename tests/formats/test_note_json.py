"""Notes go to JSON and come back the same, and quickly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.cards import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Note,
    Number,
    Option,
    Order,
    Source,
    TrueFalse,
    Typed,
)
from quizzer.formats.note_json import dump_note, load_note
from tests.test_architecture import loaded_by

TEXT = st.text(max_size=8)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
OPTIONS = st.lists(st.builds(Option, TEXT, TEXT), max_size=3).map(tuple)
PIECES = st.lists(st.one_of(TEXT, st.builds(Hole, TEXT, TEXT, TEXT)), max_size=4).map(tuple)
BODIES: dict[Kind, st.SearchStrategy[Body]] = {
    Kind.FLASHCARD: st.builds(Flashcard, TEXT, st.booleans()),
    Kind.TYPED: st.builds(Typed, TEXT, TEXTS, st.none() | TEXTS, st.booleans()),
    Kind.NUMBER: st.builds(Number, TEXT, TEXT, TEXT),
    Kind.CHOICE: st.builds(Choice, OPTIONS, OPTIONS),
    Kind.TRUE_FALSE: st.builds(TrueFalse, st.booleans()),
    Kind.CLOZE: st.builds(Cloze, PIECES, st.just(False)),
    Kind.TYPED_CLOZE: st.builds(Cloze, PIECES, st.just(True)),
    Kind.ORDER: st.builds(Order, TEXTS),
    Kind.MATCH: st.builds(Match, st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple)),
    Kind.LIST: st.builds(Items, TEXTS),
}


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_a_note_comes_back_as_it_was(kind: Kind, data: st.DataObject) -> None:
    sources = st.none() | st.builds(Source, TEXT, TEXT, TEXT)
    rest = st.tuples(TEXT, TEXT, sources, TEXT, TEXTS, st.booleans(), st.integers(0))
    note = Note(data.draw(TEXT), kind, data.draw(TEXT), data.draw(BODIES[kind]), *data.draw(rest))
    again = load_note(dump_note(note))
    assert again == note
    assert (type(again.kind), type(again.body)) == (Kind, type(note.body))
    assert "\n" not in dump_note(note)


def test_reading_the_cache_loads_no_yaml() -> None:
    assert not loaded_by("import quizzer.formats.note_json") & {"yaml", "rapidfuzz", "textual", "sqlite3"}
