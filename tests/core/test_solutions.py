"""What answers something in a deck."""

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
from quizzer.core.solutions import solutions_of


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (Flashcard("dog"), ["dog"]),
        (Flashcard("dog", both_ways=True), ["dog", "Hund?"]),
        (Typed("Bern", ("Berne",)), ["Bern", "Berne"]),
        (Number("1981", "1%", "km"), ["1981"]),
        (Choice((Option("a"), Option("b")), (Option("c"),)), ["a", "b"]),
        (TrueFalse(True), []),
        (Cloze(("The ", Hole("Seine", "1"), " and ", Hole("Marne", "2"))), ["Seine", "Marne"]),
        (Order(("a", "b")), ["a", "b"]),
        (Match((("a", "b"), ("c", "d"))), ["a", "b", "c", "d"]),
        (Items(("a", "b")), ["a", "b"]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_right_answer_of_a_note_is_one(body: Body, texts: list[str]) -> None:
    assert list(solutions_of(Note("n", Kind.FLASHCARD, "Hund?", body))) == texts
