"""Advice on questions: each rule speaks where it should, and is silent beside that."""

import pytest

from quizzer.core.quality import advice
from tests.formats.samples import read

TRUE = "".join(f"  - {{statement: s{at} so, answer: true, id: n{at}}}\n" for at in range(4))
SILENT = [
    "  - {question: Which city is the capital of Mexico?, answer: Mexico City, id: a}\n",
    "  - {question: Is it an ant?, answer: ant, id: a}\n",
    "  - {question: Paris or Rome?, answer: Paris, wrong: Rome, id: a}\n",
    "  - {question: What is it?, answer: A long word, wrong: [A word], id: a}\n",
    "  - {question: Which?, answers: [A very very long right option here, b], wrong: [c], id: a}\n",
    "  - {question: What is all of these?, answer: x y, wrong: [All of Spain], id: a}\n",
    TRUE.replace("true", "false", 1),
    TRUE.removesuffix(TRUE[TRUE.rindex("  - ") :]),
    "  - {question: One?, answer: 1981, id: a}\n  - {question: Two?, answer: 1981, id: b}\n",
    "  - {question: Capital of France?, answer: x, id: a}\n  - {question: Capital of Spain?, answer: y, id: b}\n",
    "  - {question: Who?, answer: Dr. Martin Luther King, id: a}\n",
    "  - {cloze: 'The {{Seine}} flows.', id: a}\n",
    "  - {question: How far?, answer: 384400, unit: km, id: a}\n",
    "  - {question: Name them., list: [one fact, two], id: a}\n",
]
SPOKEN = [
    ("  - {question: Is the moon 384400 km away?, answer: 384400, unit: km, id: a}\n", "answer-in-question"),
    ("  - {cloze: 'The {{Seine}} is the Seine.', id: a}\n", "answer-in-question"),
    ("  - {question: Is it Paris?, answer: Paris, wrong: Rome, id: a}\n", "answer-in-question"),
    ("  - {question: Which?, answer: Paris, wrong: Both A and B, id: a}\n", "all-of-the-above"),
    ("  - {question: Which?, answer: Keine der genannten, wrong: Paris und London, id: a}\n", "all-of-the-above"),
    (TRUE, "always-the-same"),
    ("  - {question: Who?, answer: a; b; c, id: a}\n", "several-facts"),
    ("  - {question: Who?, answer: " + "word " * 31 + ", id: a}\n", "several-facts"),
    ("  - {question: Who?, answer: b}\n", "no-id"),
]


@pytest.mark.parametrize("notes", SILENT)
def test_a_good_question_hears_nothing(notes: str) -> None:
    deck, _ = read(f"cards:\n{notes}")
    assert advice(deck) == []


@pytest.mark.parametrize(("notes", "code"), SPOKEN, ids=[f"{code} {at}" for at, (_, code) in enumerate(SPOKEN)])
def test_a_question_that_could_be_better_hears_why(notes: str, code: str) -> None:
    deck, _ = read(f"cards:\n{notes}")
    assert [found.code for found in advice(deck)] == [code]


def test_many_notes_without_ids_are_told_once() -> None:
    deck, _ = read("cards:\n" + "".join(f"  - {{question: q{at} so?, answer: a{at}}}\n" for at in range(6)))
    (found,) = advice(deck)
    assert found.message.startswith("this note and 5 more (line 3, 4, 5, …) have no `id`")
