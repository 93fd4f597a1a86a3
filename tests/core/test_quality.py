"""Advice on questions: each rule speaks where it should, and is silent beside that."""

import pytest

from quizzer.core import alike
from quizzer.core.quality import advice
from tests.formats.samples import read

TRUE = "".join(f"  - {{statement: s{at} so, answer: true, id: n{at}}}\n" for at in range(4))


def choices(*options: str) -> str:
    """Choices by their options, of which the first is right."""
    return "".join(
        f"  - {{question: q{at} so?, answer: {one.split()[0]}, wrong: [{', '.join(one.split()[1:])}], id: n{at}}}\n"
        for at, one in enumerate(options)
    )


def pair(one: str, other: str, more: str = "answer: x") -> str:
    """Two questions; the second may have more than another answer."""
    return f"  - {{question: '{one}?', answer: y, id: a}}\n  - {{question: '{other}?', {more}, id: b}}\n"


SILENT = [
    choices("1 2 3 4", "3 1 2 4", "1 2 3 4", "1 2 3 4"),
    choices("1 2 3 4", "1 2 3 4", "1 2 3 4"),
    choices("1 2", "3 4", "5 6", "7 8", "9 10"),
    choices("2 1 3 4", "3 1 2 4", "2 1 3 4", "2 1 3 4"),  # as often as not by chance
    choices("one 2 three", "two 1 nine", "three 1 seven", "six 7 two"),
    choices("abc abd abe", "bbc abd abe", "cbc abd abe", "dbc abd abe"),
    pair("How many locks has the northern canal", "How many locks has the southern canal"),
    pair("In which year did the king of Spain die", "In which year did the king of France die"),
    pair("In which year did it close in 1981", "In which year did it close in 1982"),
    pair("What does the old employer pay for", "What does the old employee pay for"),
    pair("Which powers does a king have", "Which powers does a king not have"),
    pair("What is the capital", "What is the former capital"),
    pair("What is the first of the two canals for", "Who built the canal, and why", "answer: y, wrong: [z]"),
    pair("Why " + "so " * 20 + "word".join(f" a{at} " for at in range(50)), "Why x", "answer: z"),
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
    (choices("1 2 3 4", "10 20 30 40", "5 6 7 8", "1 2 3 4"), "always-in-one-place"),
    (choices("2 1 3", "5 4 9", "2 1 3", "7 6 8"), "always-in-one-place"),
    (choices("abcd ab a", "efgh ef e", "ijkl ij i", "mnop mn m"), "always-in-one-place"),
    (choices("9 2 3 4", "70 20 30 40", "9 6 7 8", "9 2 3 4"), "always-in-one-place"),
    (choices("(b) (a) (c)", "(b) (a) (c)", "(b) (a) (c)", "(b) (c) (a)").replace(")", ") x"), "always-in-one-place"),
    (pair("Why were the old canals closed", "Why was an old canal closing", "answer: z"), "same-question"),
    (pair("Why was the canal closed then", "Why was the old canal closed then"), "same-question"),
    (
        pair("Who paid for all of its locks", "By whom were all its locks paid for", "answer: y, wrong: [z]"),
        "same-question",
    ),
    ("  - {question: Is the moon 384400 km away?, answer: 384400, unit: km, id: a}\n", "answer-in-question"),
    ("  - {cloze: 'The {{Seine}} is the Seine.', id: a}\n", "answer-in-question"),
    (pair("Who ruled", "Who reigned").replace("x", "Seven").replace("y", "Seven"), "same-answer"),
    (f"  - {{question: Which?, answer: {'very ' * 9}long, wrong: [short], id: a}}\n", "longest-is-right"),
    ("  - {question: Who?, answer: b, id: a}\nsources: {book: {title: A book}}\n", "no-source"),
    (pair("Which river is Paris on", "On which river is Paris"), "same-question"),
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


def test_a_note_is_compared_with_few_others_however_many_ask_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    near = alike._is_near

    def counting(one: alike._Question, other: alike._Question) -> bool:
        compared.append(one)
        return near(one, other)

    monkeypatch.setattr(alike, "_is_near", counting)
    towns = "".join(
        f"  - {{question: Which river does Town{at} lie on?, answer: Po, id: n{at}}}\n" for at in range(300)
    )
    deck, _ = read(f"cards:\n{towns}")
    assert [found.code for found in advice(deck)] == []
    assert len(compared) <= 300 * 7 * alike.FEW
