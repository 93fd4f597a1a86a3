"""Another kind for a draft: only those that make sense for it."""

import pytest

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
    TrueFalse,
    Typed,
)
from quizzer.core.other_kinds import as_other_kinds

LONG = "a very long answer " * 5


@pytest.mark.parametrize(
    ("kind", "body", "others"),
    [
        (Kind.FLASHCARD, Flashcard("Paris"), [Typed("Paris")]),
        (Kind.FLASHCARD, Flashcard(LONG), []),
        (Kind.FLASHCARD, Flashcard("one\ntwo"), []),
        (Kind.FLASHCARD, Flashcard("Paris", both_ways=True), []),
        (Kind.TYPED, Typed("Paris", ("Lutetia",)), [Flashcard("Paris")]),
        (Kind.TYPED, Typed("1981"), [Number("1981"), Flashcard("1981")]),
        (Kind.NUMBER, Number("3", "1", "days"), [Typed("3 days", ("3",)), Flashcard("3 days")]),
        (Kind.NUMBER, Number("3"), [Typed("3"), Flashcard("3")]),
        (Kind.CHOICE, Choice((Option("Rome"),), (Option("Oslo"),)), [Typed("Rome"), Flashcard("Rome")]),
        (Kind.CHOICE, Choice((Option("a"), Option("b")), (Option("c"),)), [Items(("a", "b"))]),
        (Kind.CLOZE, Cloze((Hole("Rome", "1"),)), [Cloze((Hole("Rome", "1"),), typed=True)]),
        (Kind.TYPED_CLOZE, Cloze((Hole("Rome", "1"),), typed=True), [Cloze((Hole("Rome", "1"),))]),
        (Kind.ORDER, Order(("a", "b")), [Items(("a", "b")), Flashcard("- a\n- b")]),
        (Kind.LIST, Items(("a", "b\nc")), [Flashcard("- a\n- b\n  c")]),
        (Kind.TRUE_FALSE, TrueFalse(True), []),
        (Kind.MATCH, Match((("a", "b"), ("c", "d"))), []),
    ],
)
def test_a_note_as_other_kinds(kind: Kind, body: Body, others: list[Body]) -> None:
    note = Note("n", kind, "Which?", body, quote="the words", draft=True)
    found = as_other_kinds(note)
    assert found[0] == note
    assert [one.body for one in found[1:]] == others
    assert len({one.kind for one in found}) == len(found)
    assert all(one._replace(kind=kind, body=body) == note for one in found)
