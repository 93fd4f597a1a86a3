"""A sitting line by line: two lines a card, commands in between, a clean end."""

import json
import os
import signal
import subprocess
import sys
from io import StringIO
from typing import Any

import pytest

from quizzer.cli.plain.accepting import accepted
from quizzer.cli.plain.lines import Lines
from quizzer.errors import BundledDeck
from tests.cli.running import Quizzer, Ran

FLASH = "title: T\nid: t\ncards:\n  - {id: n, question: Q?, answer: A, hint: Think of **A**}\n"
TYPED = "title: T\nid: t\ncards:\n  - {id: n, question: Capital?, answer: Risali Movement, accept: [RM]}\n"
CHOICE = (
    "title: T\nid: t\ncards:\n"
    "  - {id: n, question: Which?, answers: [Ada, Grace], wrong: [{text: Blaise, because: he came earlier}]}\n"
)
ONE = "title: T\nid: t\ncards:\n  - {id: n, question: Which?, answer: Ada, wrong: [Blaise, Isaac]}\n"
TRUTH = "title: T\nid: t\ncards:\n  - {id: n, statement: Water is wet, answer: true}\n"
TWO = "title: T\nid: t\ncards:\n  - {id: a, question: A?, answer: 'yes'}\n  - {id: b, question: B?, answer: 'no'}\n"


@pytest.fixture
def plain(quizzer: Quizzer) -> "Plain":
    return Plain(quizzer)


class Plain:
    """Studies one deck by script."""

    def __init__(self, quizzer: Quizzer) -> None:
        self.quizzer = quizzer

    def __call__(self, deck: str, *typed: str, argv: tuple[str, ...] = ()) -> Ran:
        self.quizzer.deck(deck, "t.yaml")
        ran = self.quizzer("study", "--plain", *argv, typed="".join(f"{line}\n" for line in typed))
        assert (ran.code, ran.err) == (0, "")
        return ran

    def reviews(self) -> list[dict[str, Any]]:
        events = map(json.loads, self.quizzer("log", "--json").out.splitlines())
        return [event["data"] for event in events if event["kind"] == "reviewed"]


def option(ran: Ran, text: str) -> str:
    """The number in front of an option."""
    return next(line.partition(":")[0] for line in ran.out.splitlines() if line.endswith(f": {text}"))


def test_a_card_takes_two_lines_and_says_one_thing_a_line(plain: Plain) -> None:
    lines = plain(FLASH, "", "4").out.splitlines()
    assert lines == [
        "Card 1, 1 to go: T, new.",
        "Q?",
        "Think of the answer. An empty line reveals it.",
        "Answer: A",
        "Rate: 1 Again 1 min, 2 Hard 6 min, 3 Good 10 min, 4 Easy 8 days. Empty means Good.",
        "Easy: it comes back in 8 days.",
        "1 answer: 1 Easy.",
        "Next: 1 card on Tue 1 Dec.",
    ]
    assert [review["rating"] for review in plain.reviews()] == [4]


def test_an_empty_rating_takes_the_suggestion(plain: Plain) -> None:
    plain(FLASH, "", "")
    plain(TYPED, "something else", "")
    assert [review["rating"] for review in plain.reviews()] == [3, 1]


@pytest.mark.parametrize(
    ("typed", "said", "rating", "score"),
    [
        ("risali movement", "Right: capitals are ignored.", 3, 1),
        ("RM", "Right", 3, 1),
        ("Risalli Movement", "Nearly: one letter too many.", 2, 0.5),
        ("", "Wrong: not known.", 1, 0),
        ("something else", "Wrong", 1, 0),
    ],
)
def test_a_typed_response_is_judged_the_verdict_s_word_first(
    plain: Plain, typed: str, said: str, rating: int, score: float
) -> None:
    ran = plain(TYPED, typed, "")
    assert any(line.startswith(said) for line in ran.out.splitlines())
    [review] = plain.reviews()
    assert (review["rating"], review["score"], review.get("response", "")) == (rating, score, typed)


def test_a_near_miss_is_shown_with_what_differs_in_brackets(plain: Plain) -> None:
    said = plain(TYPED, "Risalli Movement", "").out
    assert "You: Risal[l]i Movement" in said
    assert "Answer: Risali Movement" in said


def test_options_go_by_their_number_on_screen_and_are_logged_by_their_texts(plain: Plain) -> None:
    shown = plain(CHOICE)
    ada, grace, blaise = option(shown, "Ada"), option(shown, "Grace"), option(shown, "Blaise")
    ran = plain(CHOICE, f"{grace} {ada}", "")
    assert "Right" in ran.out
    shown = plain(CHOICE)
    ada, blaise = option(shown, "Ada"), option(shown, "Blaise")
    plain(CHOICE, f"{ada},{blaise}", "")
    first, second = plain.reviews()
    assert (first["response"], first["score"], first["rating"]) == ("Ada; Grace", 1, 3)
    assert (second["response"], second["score"]) == ("Ada; Blaise", 0)


def test_a_wrong_pick_is_told_why(plain: Plain) -> None:
    blaise = option(plain(CHOICE), "Blaise")
    assert f"You: {blaise}, Blaise (he came earlier)" in plain(CHOICE, blaise, "").out


def test_an_empty_line_at_a_choice_means_not_known(plain: Plain) -> None:
    ran = plain(ONE, "", "")
    assert "Wrong: not known." in ran.out
    assert [review["rating"] for review in plain.reviews()] == [1]


@pytest.mark.parametrize(("typed", "score"), [("t", 1), ("TRUE", 1), ("1", 1), ("f", 0), ("2", 0), ("", 0)])
def test_a_statement_is_true_or_false(plain: Plain, typed: str, score: int) -> None:
    plain(TRUTH, typed, "")
    assert [review["score"] for review in plain.reviews()] == [score]


@pytest.mark.parametrize(
    ("deck", "typed", "said"),
    [
        (ONE, ("9", "", "2"), "There is no option 9: options are 1 to 3"),
        (TRUTH, ("maybe", "t", "2"), "Type true or false"),
        (FLASH, ("", "7", "2"), "Ratings are 1 Again, 2 Hard, 3 Good and 4 Easy; an empty line means Good."),
    ],
)
def test_what_cannot_be_is_asked_again_and_costs_no_card(
    plain: Plain, deck: str, typed: tuple[str, ...], said: str
) -> None:
    assert said in plain(deck, *typed).out
    assert [review["rating"] for review in plain.reviews()] == [2]


def test_every_kind_can_be_answered(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("study", "--plain", typed="\n4\n" * 11)
    assert ran.code == 0
    assert "11 answers: 11 Easy." in ran.out
    for text in (
        "Sort them\n1: ",
        "- France → Paris",
        "12 km",
        "The sky is [a colour] today",
        "In full: The sky is blue",
    ):
        assert text in ran.out


def test_the_hint_comes_when_asked_for(plain: Plain) -> None:
    assert "Hint: Think of A" in plain(FLASH, ":h", "").out
    assert "This card has no hint." in plain(TWO, ":h").out


def test_the_passage_comes_after_the_response_with_the_quote_marked(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("study", "--plain", typed="\n4\n" * 10 + ":s\n\n:s\n4\n")
    before, _, after = ran.out.partition("The passage would give the answer away")
    assert "»stands here«" not in before
    assert "Source: Study notes, passage 1. :s reads it." in after
    assert "Places\nThe answer »stands here«, and nowhere else." in after


def test_a_card_without_a_source_says_so(plain: Plain) -> None:
    assert "This card names no source." in plain(FLASH, "", ":s", "4").out


def test_undo_takes_the_newest_answer_back_and_asks_again(plain: Plain) -> None:
    said = plain(TWO, "", "1", ":u", "", "4", "", "4").out
    assert "Taken back: Again on “A?”, today 08:12." in said
    assert said.count("A?\n") == 2
    cards = [json.loads(line) for line in plain.quizzer("cards", "--json").out.splitlines()]
    assert [(card["state"], card["reps"]) for card in cards] == [("review", 1), ("review", 1)]


def test_undo_with_nothing_done_says_so(plain: Plain) -> None:
    assert "There is nothing to take back." in plain(FLASH, ":u").out


def test_undo_asks_before_it_reaches_into_an_earlier_sitting(quizzer: Quizzer) -> None:
    quizzer.deck(TWO, "t.yaml")
    quizzer("study", "--plain", typed="\n4\n")
    later = "2026-11-23T09:00:00+01:00"
    kept = quizzer("study", "--plain", typed=":u\nno\n", now=later).out
    assert "Take back Easy on “A?”, today 08:12? It is of an earlier sitting." in kept
    assert "It stays." in kept
    assert "Taken back: Easy on “A?”" in quizzer("study", "--plain", typed=":u\ny\n", now=later).out


@pytest.mark.parametrize(
    ("command", "field", "said"),
    [("-", "buried", "hidden until tomorrow"), ("@", "suspended", "suspended until you resume it")],
)
def test_a_card_can_be_hidden_and_brought_back(plain: Plain, command: str, field: str, said: str) -> None:
    ran = plain(TWO, f":{command}")
    assert f"The card is {said}. :u takes it back." in ran.out
    assert ran.out.index(said) < ran.out.index("B?")
    rows = [json.loads(line)[field] for line in plain.quizzer("cards", "--json").out.splitlines()]
    assert rows == [True, False]


@pytest.mark.parametrize("command", ["=", "!"])
def test_a_whole_note_can_be_hidden(plain: Plain, command: str) -> None:
    both = "title: T\nid: t\ncards:\n  - {id: n, question: Q?, answer: A, both_ways: true}\n"
    assert "2 cards of this note are" in plain(both, f":{command}").out


def test_the_wait_that_was_offered_last_is_the_wait_that_counts(plain: Plain) -> None:
    lines = plain(FLASH, "", ":*", "4").out.splitlines()
    offered = [line for line in lines if line.startswith("Rate:")][-1]
    [promised] = [line for line in lines if line.startswith("Easy: it comes back in ")]
    assert f"4 Easy {promised.removeprefix('Easy: it comes back in ')}" in offered + "."


def test_a_flag_stays_on_the_card_that_is_asked(plain: Plain) -> None:
    said = plain(FLASH, ":*", "", "4").out
    assert "Flagged." in said
    assert "Easy: it comes back" in said


def test_a_flag_takes_words_and_shows_them_when_the_card_comes_and_in_the_list(plain: Plain) -> None:
    plain(FLASH, ":* see page 4", ":q")
    assert "T, new, flagged: see page 4." in plain(FLASH, ":q").out
    assert "flagged: see page 4" in plain.quizzer("cards").out
    assert "The flag is gone." in plain(FLASH, ":*", ":q").out


def test_the_person_overrules_a_verdict(plain: Plain) -> None:
    said = plain(TYPED, ":y", "something else", ":y", "").out
    assert "Nothing is judged yet" in said
    assert "You were right, then: it counts so.\nRate: 1 Again 1 min, 2 Hard 6 min, 3 Good 10 min" in said
    assert said.count("Empty means Good.") == 1
    assert [(review["rating"], review["score"]) for review in plain.reviews()] == [(3, 1)]
    assert "You gave no answer that was judged wrong" in plain(FLASH, "", ":y", "4").out


def test_a_response_is_accepted_from_now_on(plain: Plain) -> None:
    said = plain(TYPED, ":Y", "something else", ":Y", "").out
    assert "Nothing is judged yet: :Y comes after your response." in said
    assert "You were right, and that is right from now on. :u takes it back.\nRate: 1 Again" in said
    assert [(review["rating"], review["score"]) for review in plain.reviews()] == [(3, 1)]
    assert "You gave no answer here." in plain(TYPED, "", ":Y", "1").out
    assert "Nothing was judged wrong here" in plain(FLASH, "", ":Y", "4").out


def test_a_deck_that_comes_with_quizzer_is_copied_only_on_a_yes() -> None:
    lines = Lines(StringIO("no\ny\n"), StringIO())
    asked: list[bool] = []

    def act(copy: bool) -> None:
        asked.append(copy)
        if not copy:
            raise BundledDeck("It comes with quizzer.")

    assert not accepted(lines, act)
    assert accepted(lines, act)
    assert asked == [False, False, True]


def test_commands_are_explained_and_unknown_ones_named(plain: Plain) -> None:
    said = plain(FLASH, ":?", ":smile", ":", "", "4").out
    assert "Every card takes two lines" in said
    assert "There is no command :smile." in said
    assert len(plain.reviews()) == 1


def test_two_colons_are_one(plain: Plain) -> None:
    plain(FLASH, "::q", "4")
    assert [review["response"] for review in plain.reviews()] == [":q"]


@pytest.mark.parametrize("typed", [[], [""], [":q"], ["", ":q"]], ids=["nothing", "a response", "quit", "quit later"])
def test_the_end_of_input_ends_the_sitting_cleanly(plain: Plain, typed: list[str]) -> None:
    ran = plain(TWO, *typed)
    assert ran.out.endswith("Nothing was answered.\n2 cards are left for today. Nothing you answered is lost.\n")
    assert plain.reviews() == []


def test_a_day_on_which_all_is_done_says_what_comes_next(plain: Plain) -> None:
    plain(FLASH, "", "4")
    assert plain(FLASH).out == "Nothing was asked.\nNext: 1 card on Tue 1 Dec.\n"


def test_limit_and_tag_narrow_the_sitting(plain: Plain) -> None:
    tagged = TWO.replace("{id: b,", "{id: b, tags: [late],")
    assert "B?" not in plain(tagged, "", "4", "", "4", argv=("--limit", "1")).out
    assert "A?" not in plain(tagged, argv=("--tag", "late")).out


def test_notes_left_out_are_said(quizzer: Quizzer) -> None:
    quizzer.deck(TWO + "  - {id: c, question: only a question}\n", "t.yaml")
    ran = quizzer("study", "--plain")
    assert ran.err.startswith("T: 2 cards, 1 note left out; `quizzer check /")
    assert ran.err.endswith(".yaml` says why\n")


@pytest.mark.skipif(os.name == "nt", reason="interrupts are signals")
def test_an_interrupt_ends_a_sitting_as_the_end_of_input_does(quizzer: Quizzer) -> None:
    quizzer.deck("cards: [A = B, C = D]\n")
    command = [sys.executable, "-m", "quizzer", "study", "--plain"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as ran:
        assert ran.stdin is not None
        assert ran.stdout is not None
        ran.stdin.write("x\n4\n")
        ran.stdin.flush()
        while "Card 2," not in ran.stdout.readline():
            pass
        ran.stdout.readline(), ran.stdout.readline()  # the question, and what may be typed
        ran.send_signal(signal.SIGINT)
        said = ran.stdout.read()
        assert ran.wait(timeout=30) == 0
    assert "1 answer: 1 Easy." in said
    assert "1 card is left for today." in said


def test_cramming_says_that_no_schedule_changes_and_asks_again_what_was_forgotten(quizzer: Quizzer) -> None:
    quizzer.deck("cards:\n  - {question: One?, answer: Uno, id: one}\n  - {question: Two?, answer: Dos, id: two}\n")
    before = quizzer("due", "--json").out
    ran = quizzer("study", "--cram", "--plain", typed="\n1\n\n:u\n\n1\n\n3\n\n4\n")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Cramming: the weakest cards first, due or not. It changes no schedule and counts for no limit."
    assert lines[1].endswith(", cram.")
    assert "Rate: 1 Again 1 min, 2 Hard done, 3 Good done, 4 Easy done. Empty means Good." in lines
    assert "Again: it comes again in 1 min." in lines
    assert "Good: it does not come again in this sitting." in lines
    assert lines[-2:] == [
        "3 answers: 1 Again, 1 Good, 1 Easy.",
        "Cramming changes no schedule: what is due today still is, and no limit has been touched.",
    ]
    assert quizzer("due", "--json").out == before


def test_two_buttons_are_two_numbers(quizzer: Quizzer) -> None:
    quizzer.deck("cards:\n  - {question: A?, answer: a}\n  - {question: B?, answer: b}\n")
    quizzer("options", "two-buttons=yes")
    ran = quizzer("study", "--plain", typed="\n3\n:?\n2\n\n1\n:q\n")
    assert "Rate: 1 Forgot 1 min, 2 Remembered 10 min. Empty means Remembered." in ran.out
    assert "Ratings are 1 Forgot and 2 Remembered; an empty line means Remembered." in ran.out
    assert "Ratings: 1 Forgot. 2 Remembered." in ran.out
    assert "\nRemembered: " in ran.out
    events = [json.loads(line) for line in quizzer("log", "--json").out.splitlines()]
    assert [one["data"]["rating"] for one in events if one["kind"] == "reviewed"] == [3, 1]
