"""Card info: its figures are those of `quizzer cards`, and its sentences tell what today's share does with the card."""

import json

import pytest

from quizzer.collection.card_info import CardInfo
from quizzer.collection.collection import Collection
from quizzer.core.event import Did
from quizzer.core.history import Fate
from quizzer.core.memory import retrievability
from quizzer.core.schedule import Rating
from quizzer.errors import QuizzerError
from tests.collection.people import Person


def asked(collection: Collection, card: str, *ratings: Rating, response: str = "") -> None:
    """Hide what comes before a card, and rate it."""
    sitting = collection.sit()
    while sitting.showing is not None and sitting.showing.card.id != card:
        sitting.hide(Did.BURIED)
    for rating in ratings:
        sitting.respond(response)
        sitting.answer(rating, took_ms=3000)


def said(info: CardInfo) -> str:
    return " ".join(info.why)


def test_a_new_card_tells_where_it_stands_and_when_it_comes(person: Person) -> None:
    with person.opened() as collection:
        info = collection.card_info("capitals/paris")
        assert (info.title, info.question, info.solution) == ("Capitals", "What is the capital of France?", "Paris")
        assert info.place == f"{person.decks / 'capitals.yaml'}:3"
        assert (info.source, info.quote) == ("Pocket Atlas, passage 1", "Paris, capital of France")
        assert (info.past, info.texts, info.recall) == ((), (), ())
        assert said(info) == "New: it was never reviewed. It is asked today: 1st of 3, if all decks are studied."
        assert "Rome" not in said(collection.card_info("capitals/rome"))
        reverse = collection.card_info("capitals/rome#r")
        assert "It is not asked today: another card of its note comes first" in said(reverse)
        with pytest.raises(QuizzerError, match="There is no card nope/x"):
            collection.card_info("nope/x")


def test_figures_are_those_of_the_report_and_the_waits_those_of_the_buttons(person: Person) -> None:
    with person.opened() as collection:
        asked(collection, "capitals/paris", Rating.EASY)
    person.now = "2026-12-20T08:12:00+01:00"
    with person.opened() as collection:
        info = collection.card_info("capitals/paris")
        reports = {report.id: report for report in collection.card_reports()}
        assert info.report == reports["capitals/paris"]
        json.dumps(info.report)
        assert info.recall[0] == info.report.retrievability
        assert info.report.stability is not None
        assert info.recall[1] == retrievability(27 + 7, info.report.stability)
        sitting = collection.sit()
        while sitting.showing is not None and sitting.showing.card.id != "capitals/paris":
            sitting.hide(Did.BURIED)
        assert collection.card_info("capitals/paris").waits == sitting.waits()
        assert "Due since" in said(info)
        assert "Last reviewed on Mon 23 Nov 2026 at 08:12, 27 days ago, and rated Easy." in said(info)


def test_limits_siblings_and_what_was_hidden_say_why_a_card_does_not_come(person: Person) -> None:
    with person.opened() as collection:
        collection.set_option("", "new_per_day", "1")
        assert "others stand before it" in said(collection.card_info("capitals/madrid"))
        asked(collection, "capitals/paris", Rating.EASY)
        assert "the day's limit is reached" in said(collection.card_info("capitals/madrid"))
        collection.set_option("", "new_per_day", "9")
        asked(collection, "capitals/rome", Rating.AGAIN)
        assert "another card of its note was asked" in said(collection.card_info("capitals/rome#r"))
        assert "step 1 of 2" in said(collection.card_info("capitals/rome"))
        collection.deeds().suspend(["capitals/madrid"])
        assert "Suspended: hidden until you resume it." in said(collection.card_info("capitals/madrid"))
    person.now = "2026-12-20T08:12:00+01:00"
    with person.opened() as collection:
        collection.set_option("", "reviews_per_day", "0")
        assert "of 1 review due, there is room for 0" in said(collection.card_info("capitals/paris"))
        collection.set_option("", "bury_siblings", "no")
        paused = said(collection.card_info("capitals/rome#r"))
        assert "new cards wait while more reviews are due (1) than the day has room for (0)" in paused


def test_a_deck_with_a_limit_of_its_own_is_told_of_that_alone(person: Person) -> None:
    person.write("rivers.yaml", "title: Rivers\ncards:\n  - {question: Which?, answer: Tiber, id: tiber}\n")
    with person.opened() as collection:
        asked(collection, "capitals/paris", Rating.EASY)
        asked(collection, "rivers/tiber", Rating.EASY)
    person.now = "2026-12-20T08:12:00+01:00"
    with person.opened() as collection:
        collection.set_option("rivers", "reviews_per_day", "0")
        assert "of 1 review due, there is room for 0" in said(collection.card_info("rivers/tiber"))
        assert "It is asked today" in said(collection.card_info("capitals/paris"))


def test_a_history_has_all_reviews_and_the_texts_they_were_of(person: Person) -> None:
    with person.opened() as collection:
        asked(collection, "capitals/madrid", Rating.AGAIN, response="Lisbon")
        collection.undo()
    person.now = "2026-11-23T09:12:00+01:00"
    with person.opened() as collection:
        asked(collection, "capitals/madrid", Rating.GOOD, response="Madrid")
    deck = person.decks / "capitals.yaml"
    deck.write_text(deck.read_text("utf-8").replace("capital of Spain", "capital city of Spain"), "utf-8")
    with person.opened() as collection:
        info = collection.card_info("capitals/madrid")
        shown = [(past.kind, past.fate, past.rating, past.response) for past in info.past if past.rating]
        assert shown == [
            ("reviewed", Fate.COUNTS, 3, "Madrid"),
            ("reviewed", Fate.UNDONE, 1, "Lisbon"),
        ]
        assert info.question == "What is the capital city of Spain?"
        assert [text.question for text in info.texts] == ["What is the capital of Spain?"]
        assert not info.text_is_current


def test_an_orphan_is_read_by_the_text_it_had_and_a_draft_says_what_it_is(person: Person) -> None:
    with person.opened() as collection:
        asked(collection, "capitals/paris", Rating.EASY)
    person.write("capitals.yaml", "title: Capitals\ncards: [{question: Who?, answer: Me, id: me, draft: true}, A = B]")
    with person.opened() as collection:
        info = collection.card_info("capitals/paris")
        assert (info.question, info.solution, info.place) == ("What is the capital of France?", "Paris", "")
        assert "No deck holds it any more; its history is kept." in info.why
        assert "It is" not in said(info)
        assert "A draft" in said(collection.card_info("capitals/me"))
    person.write("capitals.yaml", "title: Capitals\ncards: [{question: Where?, answer: There, id: there}]")
    with person.opened() as collection:
        collection.adopting().adopt([("capitals/paris", "capitals/there")])
        info = collection.card_info("capitals/there")
        assert [past.kind for past in info.past] == ["adopted", "reviewed"]
        assert info.past[0].words == "capitals/paris"
        assert (info.report.reps, info.past[1].after is not None) == (1, True)
        assert [text.question for text in info.texts] == ["What is the capital of France?"]
        collection.undo()
    person.write("capitals.yaml", "title: Capitals\ncards: [{question: Bad, cloze: both}, A = B]")
    with person.opened() as collection:
        assert "left out" in said(collection.card_info("capitals/paris"))
