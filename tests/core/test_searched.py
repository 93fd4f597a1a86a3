"""What is looked for in a card."""

from quizzer.core.cards import Card, Cloze, Hole, Kind, Note
from quizzer.core.searched import searched


def test_a_card_is_found_by_what_it_asks_and_answers_without_markup_capitals_and_accents() -> None:
    pieces = ("The capital of **France** is ", Hole("Orléans", "1", "once"), ",\n then ", Hole("Paris", "2"), ".")
    card = Card("towns", Note("t", Kind.CLOZE, "", Cloze(pieces), tags=("Été",)), "1")
    assert searched(card).split("\n") == [
        "the capital of france is [once], then paris.",
        "orleans",
        "ete",
        "towns/t#1",
    ]
