"""Judging a response to a card with what its deck says: the language, and the solutions of the other cards."""

from quizzer.collection.shelf import Shelf
from quizzer.core.cards import Card
from quizzer.core.grading import Response, Surroundings, Verdict, judge


def judged(shelf: Shelf, card: Card, response: Response) -> Verdict | None:
    """The verdict on a response; None where only the person can judge.

    The deck's other notes are read only for a near miss.
    """
    return judge(card, response, Surroundings(answer_language(shelf, card.deck), lambda: shelf.solutions(card.deck)))


def answer_language(shelf: Shelf, deck: str) -> str:
    """The language of a deck's answers; empty where it names none."""
    languages = shelf.about(deck).get("languages") or ["", ""]
    return str(languages[-1])
