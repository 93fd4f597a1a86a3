"""A quiz line by line: one line a question, commands in between, the result at the end."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import NOTES, Quizzer, Ran

DECK = """\
title: Rivers
id: rivers
sources:
  notes: {title: Study notes, file: notes.md}
cards:
  - {question: Which river?, id: tiber, answer: Tiber, wrong: [{text: Rhine, because: it is in Germany}], tags: [italy]}
  - {question: Capital of France?, id: paris, answer: Paris, accept: [Lutetia], tags: [france],
     explanation: It lies on the Seine., quote: stands here, source: {doc: notes, passage: "1"}}
  - {statement: Water is wet, id: wet, answer: true, tags: [italy]}
"""
RIGHT = {"Which river?": "Tiber", "Capital of France?": "Paris", "Water is wet": "true"}


@pytest.fixture
def rivers(quizzer: Quizzer) -> Quizzer:
    quizzer.deck(DECK, "rivers.yaml")
    quizzer.deck(NOTES, "notes.md")
    return quizzer


def quiz(quizzer: Quizzer, *typed: str, argv: tuple[str, ...] = ("--seed", "s")) -> Ran:
    """Run a quiz by script; questions come as paris, tiber, wet with this seed, or in whichever order."""
    return quizzer("quiz", "--plain", *argv, typed="".join(f"{line}\n" for line in typed))


def order(quizzer: Quizzer) -> list[str]:
    """The questions of a quiz that is then left at its first one."""
    return [line for line in quiz(quizzer, ":2", ":3", ":1", ":q").out.splitlines() if line in RIGHT][:3]


def right(quizzer: Quizzer, out: str, question: str) -> str:
    """The line that answers a question rightly; options are numbered in the output."""
    if question == "Which river?":
        return next(line.partition(":")[0] for line in out.splitlines() if line.endswith(": Tiber"))
    return RIGHT[question]


def events(quizzer: Quizzer, kind: str) -> list[dict[str, Any]]:
    found = map(json.loads, quizzer("log", "--json").out.splitlines())
    return [event for event in found if event["kind"] == kind]


def test_a_quiz_takes_a_line_a_question_and_says_nothing_before_the_end(rivers: Quizzer) -> None:
    ran = quiz(rivers, "Pariss", argv=("--kind", "typed", "--seed", "s"))
    assert ran.err == ""
    assert ran.out.splitlines()[:6] == [
        "Quiz: Rivers, 1 question.",
        "There is no feedback until the end. :? lists the commands.",
        "Question 1 of 1.",
        "Capital of France?",
        "Type the answer. Empty means I don't know.",
        "That was the last question. All questions are answered.",
    ]
    assert "Nearly" not in ran.out


def test_the_result_says_what_it_brought_and_what_to_read_again(rivers: Quizzer) -> None:
    ran = quiz(rivers, "Pariss", "", argv=("--kind", "typed", "--seed", "s"))
    lines = ran.out.splitlines()
    at = lines.index("An empty line hands the quiz in; a number goes to that question.")
    assert [line for line in lines[at + 1 :] if "0:0" not in line] == [
        "1 wrong.",
        "Guessing alone brings 0 % (0 to 0): nothing of it was reviewed before.",
        "To learn from: 1.",
        "Nearly, which counts as wrong: question 1. Capital of France?",
        "You: Pariss",
        "Why: one letter too many.",
        "Answer: Paris",
        "Explanation: It lies on the Seine.",
        "Quote: stands here",
        "Read again: Study notes, passage 1; 1 lost there.",
        "Counted as 1 review.",
        ":y 3 says that you were right on question 3, :Y 3 accepts that response from now on too, :s 3 shows its "
        "passage, :a all questions, :w asks again what went wrong, :u takes back. An empty line ends.",
    ]
    assert [event["data"]["rating"] for event in events(rivers, "reviewed")] == [1]


def test_i_was_right_and_its_undo(rivers: Quizzer) -> None:
    ran = quiz(rivers, "Lutetium", "", ":y 1", ":u", ":y 1", ":y 1", ":y 9", ":y", argv=("--kind", "typed"))
    assert "You were right, then. Result: 1 of 1, 100 %" in ran.out
    assert "Taken back: “I was right” on “Capital of France?”, today 08:12." in ran.out
    assert "It was right already." in ran.out
    assert "Type :y, :Y, :s, :a, :w or :u" in ran.out
    assert [event["data"].get("rating") for event in events(rivers, "reviewed")] == [1, 3, 3]


def test_a_response_is_accepted_from_now_on_and_that_is_one_action(rivers: Quizzer) -> None:
    before = next(rivers.decks.glob("*.yaml")).read_bytes()
    ran = quiz(rivers, "Lutetium", "", ":Y 1", ":Y 1", ":u", argv=("--kind", "typed"))
    assert "You were right, and that is right from now on. Result: 1 of 1, 100 %" in ran.out
    assert "It is accepted already." in ran.out
    assert "Taken back: “Lutetium” accepted from now on for “Capital of France?”, today 08:12." in ran.out
    assert next(rivers.decks.glob("*.yaml")).read_bytes() == before
    quiz(rivers, "Lutetium", "", ":y 1", ":Y 1", argv=("--kind", "typed"))
    assert b"Lutetium" in next(rivers.decks.glob("*.yaml")).read_bytes()
    assert "Result: 1 of 1" in quiz(rivers, "Lutetium", "", argv=("--kind", "typed")).out


def test_skip_back_left_flag_jump_and_submit(rivers: Quizzer) -> None:
    first, *_ = order(rivers)
    ran = quiz(
        rivers, "r", ":skip", ":flag", ":back", ":flag", ":flag", ":left", ":3", "", "what", ":9", ":2", ":submit", ""
    )
    out = ran.out
    assert out.count(first) >= 2
    assert "Question 1 of 3, skipped." in out
    assert "The flag is gone." in out
    assert "There is no time limit." in out
    assert "3 are unanswered: 1, 2, 3. Flagged: 2." in out
    assert "That was the last question. 2 are unanswered: 1, 2. Flagged: 2." in out
    assert "Questions are 1 to 3." in out
    assert "Question 2 of 3, flagged." in out
    assert out.count("Skipped: question") == 2
    assert len(events(rivers, "quiz_finished")) == 1


def test_a_quiz_left_is_offered_again_and_goes_on(rivers: Quizzer) -> None:
    asked = order(rivers)
    first = quiz(rivers, "r")
    answer = right(rivers, first.out, asked[0])
    quiz(rivers, "r", answer, ":q")
    ran = quiz(rivers, "r")
    assert "A quiz was left half-way: Rivers, Mon 23 Nov 08:12, 1 of 3 answered." in ran.out
    assert "Question 2 of 3." in ran.out
    assert "Question 1 of 3" not in ran.out
    assert "The quiz is saved with every answer: `quizzer quiz --plain` goes on with it." in ran.out
    assert "Type r or n." in quiz(rivers, "what", "n", ":q").out
    assert len(events(rivers, "quiz_discarded")) == 1
    assert quiz(rivers, ":q").out.count("left half-way") == 1


def test_what_went_wrong_is_asked_again_for_practice(rivers: Quizzer) -> None:
    ran = quiz(rivers, "x", "", ":w", "Paris", "", "", argv=("--kind", "typed"))
    assert "1 question, for practice: it counts as no reviews." in ran.out
    assert "Result: 1 of 1, 100 %" in ran.out
    assert "Nothing was lost." in ran.out
    assert [event["data"]["counts"] for event in events(rivers, "reviewed")] == [True, False]


def test_the_result_can_be_said_again_and_corrected_later(rivers: Quizzer) -> None:
    refused = rivers("quiz", "--last")
    assert (refused.code, refused.out) == (1, "")
    assert "No quiz was handed in yet" in refused.err
    quiz(rivers, "Pariss", "", argv=("--kind", "typed"))
    ran = rivers("quiz", "--last", typed=":y 1\n")
    assert "You were right, then. Result: 1 of 1, 100 %" in ran.out
    assert json.loads(rivers("quiz", "--last", "--json").out)["share"] == 1
    assert rivers("quiz", "--last", "--json", "--pass", "100%").code == 0


def test_leaving_what_is_asked_again_leaves_the_quiz_passed(rivers: Quizzer) -> None:
    ran = quiz(rivers, "Rome", "", ":w", ":q", argv=("--kind", "typed", "--pass", "0%"))
    assert "The quiz is saved with every answer" in ran.out
    assert ran.code == 0


def test_the_passage_all_questions_and_taking_it_all_back(rivers: Quizzer) -> None:
    ran = quiz(rivers, "Paris", "", ":s 1", ":a", ":u", "no", ":u", "y", argv=("--kind", "typed"))
    assert "»stands here«" in ran.out
    assert "Right: question 1. Capital of France?" in ran.out
    assert "It stays." in ran.out
    assert "Taken back: a whole quiz with 1 answer and 1 review, today 08:12." in ran.out
    assert rivers("cards").out.count("new") == 3


def test_without_further_words_it_asks_as_last_time_but_for_machines_as_usual(rivers: Quizzer) -> None:
    assert "Quiz: Rivers, 2 questions, for practice" in quiz(rivers, ":q", argv=("-n", "2", "--practice")).out
    assert "Quiz: Rivers, 2 questions, for practice" in quiz(rivers, "n", ":q", argv=()).out
    assert "Quiz: Rivers, 2 questions, for practice" in quiz(rivers, "n", ":q", argv=("rivers",)).out
    assert "Quiz: Rivers, 3 questions." in rivers("quiz", "--json", typed="n\n:q\n").err
    assert "Quiz: Rivers, 3 questions." in quiz(rivers, "n", ":q", argv=("-n", "3")).out


def test_what_no_machine_marks_is_marked_at_the_end(quizzer: Quizzer) -> None:
    quizzer.deck("title: T\nid: t\ncards:\n  - {id: n, question: Why?, answer: Because}\n")
    refused = quiz(quizzer)
    assert (refused.code, refused.out) == (1, "")
    assert "1 card fits, but no machine can mark it" in refused.err
    ran = quiz(quizzer, "I say so", "", "perhaps", "2", "", argv=("--by-hand",))
    assert "You mark this one yourself at the end." in ran.out
    assert ran.out.splitlines()[10:13] == ["You: I say so", "Answer: Because", "1 wrong, 2 partly, 3 right?"]
    assert "Partly: question 1. Why?" in ran.out
    assert "Result: 0.5 of 1, 50 %" in ran.out


def test_json_is_one_object_and_the_talk_goes_elsewhere(rivers: Quizzer) -> None:
    ran = rivers("quiz", "--json", "--kind", "typed", "--seed", "s", typed="Paris\n\n")
    data = json.loads(ran.out)
    assert (data["score"], data["of"], data["share"], data["right"], data["skipped"]) == (1, 1, 1, 1, 0)
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    assert [key for key in data if f"`{key}`" not in readme] == []
    assert data["questions"][0]["solution"] == "Paris"
    assert data["questions"][0]["response"] == "Paris"
    assert data["seed"] == "s"
    assert data["predicted"] == {"expected": 0, "low": 0, "high": 0}
    assert "Capital of France?" in ran.err


@pytest.mark.parametrize(("answer", "passes", "code"), [("Paris", "70%", 0), ("x", "70%", 1), ("x", "0", 0)])
def test_the_exit_code_says_whether_it_was_passed(rivers: Quizzer, answer: str, passes: str, code: int) -> None:
    assert quiz(rivers, answer, "", "", argv=("--kind", "typed", "--pass", passes)).code == code


def test_a_quiz_that_was_left_is_not_passed(rivers: Quizzer) -> None:
    assert quiz(rivers, ":q", argv=("--pass", "1%")).code == 1
    assert quiz(rivers, "r", ":q", argv=()).code == 0


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("-n", "0"), "wants a whole number from 1 to 1000, not “0”"),
        (("--time", "0"), "wants a time such as 20m, 90s or 1h"),
        (("--time", "0m"), "wants a time such as 20m, 90s or 1h"),
        (("--time", "²m"), "wants a time such as 20m, 90s or 1h"),
        (("--time", "99999h"), "wants a time such as 20m, 90s or 1h"),
        (("--kind", "essay"), "wants one of flashcard, typed"),
        (("--pass", "most"), "wants percent, such as 70%"),
        (("--pass", "101"), "wants percent, such as 70%"),
        (("nowhere",), "There is no deck “nowhere”"),
        (("--tag", "Italy", "--tag", "none"), "No card here bears the tag “none”; there are france, italy."),
    ],
)
def test_words_that_are_off_are_usage_errors(rivers: Quizzer, argv: tuple[str, ...], words: str) -> None:
    ran = quiz(rivers, argv=argv)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert events(rivers, "quiz_started") == []


def test_a_response_that_is_none_is_refused_and_asked_again(rivers: Quizzer) -> None:
    ran = quiz(rivers, "perhaps", ":nonsense", "true", "", argv=("--kind", "true-false"))
    assert "Type true or false" in ran.out
    assert "There is no command :nonsense here." in ran.out
    assert "Result: 1 of 1" in ran.out


def test_a_huge_response_is_taken_in_and_judged(rivers: Quizzer) -> None:
    ran = quiz(rivers, "x\u202e\x1b[31m" * 100_000, "", argv=("--kind", "typed"))
    assert "Wrong: question 1." in ran.out
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_time_that_is_over_ends_the_quiz(rivers: Quizzer, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizzer.collection.quizzing import Quizzing

    answers = iter([60_000, 60_000, 0, 0, 0, 0, 0, 0])
    monkeypatch.setattr(Quizzing, "left_ms", lambda self: next(answers, 0))
    ran = quiz(rivers, "", argv=("--time", "1m", "--kind", "typed"))
    assert "Quiz: Rivers, 1 question, 1:00 minutes." in ran.out
    assert "The time is over: the quiz is handed in as it stands." in ran.out
