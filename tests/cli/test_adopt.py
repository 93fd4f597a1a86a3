"""`quizzer adopt`: orphans are listed with what they may be now, and their history goes where the person says."""

import json

import pytest

from tests.cli.running import Quizzer

ATLAS = """\
title: Atlas
id: atlas
cards:
  - {id: paris, question: What is the capital of France?, answer: Paris}
  - {id: rome, question: What is the capital of Italy?, answer: Rome, both_ways: true}
  - {id: malta, question: Which island lies south of Sicily?, answer: Malta}
"""


def studied(quizzer: Quizzer, count: int = 4) -> None:
    """Somebody who has studied some cards of a small deck."""
    quizzer.deck(ATLAS, "atlas.yaml")
    quizzer("options", "bury_siblings=no")
    quizzer("study", "--plain", "--limit", str(count), typed="\n4\n" * count)


def reviewed(quizzer: Quizzer) -> dict[str, int]:
    """The cards with reviews, and how many they have."""
    cards = map(json.loads, quizzer("cards", "--json").out.splitlines())
    return {card["id"]: card["reps"] for card in cards if card["reps"]}


def test_a_history_goes_to_the_card_that_is_named_and_back(quizzer: Quizzer) -> None:
    studied(quizzer, 1)
    quizzer.deck(ATLAS.replace("paris", "lutetia").replace("France", "the Gauls whom Caesar met"), "atlas.yaml")
    ran = quizzer("adopt", "atlas/paris", "atlas/lutetia")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "atlas/paris is gone; atlas/lutetia may be the same card: see `quizzer adopt`.",
        "1 card adopted: atlas/paris counts for atlas/lutetia; u at home takes it back",
    ]
    assert reviewed(quizzer) == {"atlas/lutetia": 1}
    assert "atlas/lutetia  from atlas/paris" in quizzer("log").out


def test_what_is_plain_is_adopted_and_told_and_what_was_taken_back_is_listed(quizzer: Quizzer) -> None:
    studied(quizzer)
    (quizzer.decks / "atlas.yaml").unlink()
    quizzer.deck(
        ATLAS.replace("id: atlas", "id: world").replace("malta", "gozo").replace("Malta", "Gozo"), "world.yaml"
    )
    said = "3 cards keep their history under new ids, such as world/paris. u takes that back.\n"
    assert quizzer("due").err == said
    assert quizzer("where").err == "", "once is enough"
    quizzer("study", "--plain", typed=":u\n:q\n")
    ran = quizzer("adopt", "--json")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["orphan"], row["card"], row["unmistakable"]) for row in rows] == [
        ("atlas/malta", None, False),
        ("atlas/paris", "world/paris", True),
        ("atlas/rome", "world/rome", True),
        ("atlas/rome#r", "world/rome#r", True),
    ]
    assert rows[1] == {
        "orphan": "atlas/paris",
        "question": "What is the capital of France?",
        "solution": "Paris",
        "reviews": 1,
        "card": "world/paris",
        "closeness": 1.0,
        "unmistakable": True,
    }
    ran = quizzer("adopt", "--yes")
    assert (ran.code, ran.err) == (0, "3 cards adopted; u at home takes it back\n")
    assert reviewed(quizzer) == {"world/paris": 1, "world/rome": 1, "world/rome#r": 1}


def test_all_that_is_so_much_alike_is_adopted_or_a_whole_deck_by_its_ids(quizzer: Quizzer) -> None:
    studied(quizzer)
    (quizzer.decks / "atlas.yaml").unlink()
    quizzer.deck(
        ATLAS.replace("id: atlas", "id: world")
        .replace("malta", "gozo")
        .replace("Which island lies", "Which of the islands lies"),
        "w.yaml",
    )
    quizzer("study", "--plain", typed=":u\n:q\n")
    ran = quizzer("adopt", "atlas", "world", "--json")
    assert [json.loads(line)["to"] for line in ran.out.splitlines()] == ["world/paris", "world/rome", "world/rome#r"]
    assert quizzer("adopt", "--yes").err == "nothing to adopt\n"
    assert quizzer("adopt", "--yes", "--above", "95%").err == "nothing to adopt\n"
    assert "`quizzer adopt FROM TO` adopts one" in quizzer("adopt").err
    ran = quizzer("adopt", "--yes", "--above", "80%")
    assert ran.err == "1 card adopted: atlas/malta counts for world/gozo; u at home takes it back\n"
    assert quizzer("adopt").err == "there are no orphans: each card that was studied is in a deck\n"


def test_a_note_with_an_error_is_no_orphan_and_that_is_said(quizzer: Quizzer) -> None:
    studied(quizzer, 1)
    quizzer.deck(ATLAS.replace("What is the capital of France?", "Which, pray, is it?"), "atlas.yaml")
    ran = quizzer("adopt")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "there are no orphans; 1 card may stand in a deck with errors: see `quizzer check`\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["atlas/pris", "atlas/malta"], "There is no orphan “atlas/pris”; did you mean atlas/paris?"),
        (["atlas/paris", "atlas/lutetja"], "No deck holds a card “atlas/lutetja”; did you mean atlas/lutetia?"),
        (["atlas/rome", "atlas/lutetia"], "atlas/rome is in its deck, and keeps its history there"),
        (["atlas/paris"], "It takes two words"),
        (["atlas/paris", "atlas/malta", "--yes"], "--yes adopts all that match"),
        (["--above", "80%"], "--above says what --yes adopts"),
        (["--yes", "--above", "much"], "wants percent"),
        (["atlas", "atlas"], "No note of atlas has the id of one of atlas"),
    ],
)
def test_words_that_are_off_get_the_nearest_right_ones(quizzer: Quizzer, words: list[str], sentence: str) -> None:
    studied(quizzer, 1)
    quizzer.deck(ATLAS.replace("paris", "lutetia").replace("France", "the Gauls whom Caesar met"), "atlas.yaml")
    ran = quizzer("adopt", *words)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


def test_an_adoption_is_taken_back_by_undo_and_says_what_it_was(quizzer: Quizzer) -> None:
    studied(quizzer, 1)
    quizzer.deck(ATLAS.replace("paris", "lutetia").replace("France", "the Gauls whom Caesar met"), "atlas.yaml")
    quizzer("adopt", "atlas/paris", "atlas/lutetia")
    ran = quizzer("study", "--plain", typed=":u\n:q\n")
    assert "the history that “What is the capital of the Gauls whom C…” has from atlas/paris" in ran.out
    assert reviewed(quizzer) == {"atlas/paris": 1}
    assert json.loads(quizzer("adopt", "--json").out)["orphan"] == "atlas/paris"
