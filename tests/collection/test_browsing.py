"""Cards looked for and what is done to them, in a collection as it is."""

from quizzer.collection.browsing import Browsing
from quizzer.core.card_order import Order
from quizzer.core.event import Did
from quizzer.core.filtering import Mistake, parse_filter
from quizzer.core.schedule import Rating
from tests.collection.people import CAPITALS, Person

DRAFTS = """\
title: Rivers
cards:
  - {id: seine, question: Which river crosses **Paris**?, answer: The Seine, draft: true}
  - {id: tiber, question: Which river crosses Rome?, answer: The Tiber, tags: [iberia]}
"""


def found(browsing: Browsing, text: str, order: Order = Order.DECK, turned: bool = False) -> str:
    terms = parse_filter(text)
    assert not isinstance(terms, Mistake), terms
    return " ".join(browsing.search(terms, order, turned).run())


def test_words_find_questions_solutions_tags_and_decks_of_cards_and_drafts_only_where_asked(person: Person) -> None:
    person.write("rivers.yaml", DRAFTS)
    with person.opened() as collection:
        browsing = collection.browsing()
        assert browsing.count() == 5
        everything = "capitals/paris capitals/rome capitals/rome#r capitals/madrid rivers/tiber"
        assert found(browsing, "") == everything
        assert found(browsing, "", turned=True) == " ".join(reversed(everything.split()))
        assert " ".join(browsing.first(3)) == "capitals/paris capitals/rome capitals/rome#r"
        assert found(browsing, "ROME") == "capitals/rome capitals/rome#r rivers/tiber"
        assert found(browsing, "iberia", Order.QUESTION) == "capitals/madrid rivers/tiber"
        assert found(browsing, "rivers") == "rivers/tiber"
        assert found(browsing, "is:draft") == found(browsing, 'is:draft "crosses paris"') == "rivers/seine"
        assert found(browsing, "is:draft rome") == ""
        (draft,) = browsing.rows(["rivers/seine"])
        assert (draft.question, draft.solution) == ("Which river crosses Paris?", "The Seine")
        assert (draft.report.draft, draft.place, draft.title) == (True, "rivers.yaml:3", "Rivers")
        assert browsing.card("rivers/seine") is not None


def test_the_first_of_many_are_told_of_before_all_are_found(person: Person) -> None:
    many = "".join(f"  - {{id: n{at:03d}, question: Number {at}?, answer: {at}}}\n" for at in range(100))
    person.write("many.yaml", f"title: Many\ncards:\n{many}")
    with person.opened() as collection:
        browsing, glimpses = collection.browsing(), list[list[str]]()
        for text, order in (("number", Order.DECK), ("number 99", Order.DECK), ("number", Order.QUESTION)):
            terms = parse_filter(text)
            assert not isinstance(terms, Mistake)
            everything = browsing.search(terms, order).run(glimpses.append)
            assert len(everything) == (1 if "99" in text else 100)
        assert glimpses == [[f"many/n{at:03d}" for at in range(64)]]


def test_a_search_that_is_stopped_finds_nothing_and_one_that_has_ended_can_be_stopped_too(person: Person) -> None:
    many = "".join(f"  - {{id: n{at:03d}, question: Number {at}?, answer: {at}}}\n" for at in range(100))
    person.write("many.yaml", f"title: Many\ncards:\n{many}")
    with person.opened() as collection:
        search = collection.browsing().search()
        assert search.run(lambda first: search.stop()) == []
        search.stop()


def test_an_orphan_is_found_by_the_words_it_was_last_asked_with(person: Person) -> None:
    person.write("capitals.yaml", CAPITALS.replace("capital of France?", "capital of **France**?"))
    with person.opened() as collection:
        collection.sit().answer(Rating.AGAIN)
        collection.deeds().flag(["capitals/paris"], "gone soon")
    other = CAPITALS.replace("    id: paris\n", "    id: lutetia\n").replace("answer: Paris\n", "answer: Lutetia\n")
    person.write("capitals.yaml", other)
    with person.opened() as collection:
        browsing = collection.browsing()
        assert found(browsing, '"of france?"') == "capitals/lutetia capitals/paris"
        assert found(browsing, "is:orphan") == found(browsing, "is:flagged") == "capitals/paris"
        assert found(browsing, "is:orphan is:learning rated:1 again") == "capitals/paris"
        assert found(browsing, "is:learning") == found(browsing, "is:orphan -capital") == ""
        (row,) = browsing.rows(["capitals/paris"])
        assert (row.question, row.report.orphan, row.title) == ("What is the capital of France?", True, "Capitals")


def test_an_orphan_is_found_by_what_was_asked_before_it_was_found_under_its_last_id(person: Person) -> None:
    person.write("capitals.yaml", CAPITALS)
    with person.opened() as collection:
        collection.sit().answer(Rating.AGAIN)
    person.write("capitals.yaml", CAPITALS.replace("    id: paris\n", "    id: lutetia\n"))
    with person.opened():
        pass
    person.write("capitals.yaml", "title: Capitals\ncards:\n  - Spain = Madrid\n")
    with person.opened() as collection:
        assert found(collection.browsing(), "is:orphan france") == "capitals/lutetia"


def test_a_note_with_an_error_leaves_cards_that_are_known_and_no_orphans(person: Person) -> None:
    with person.opened() as collection:
        collection.sit().answer(Rating.AGAIN)
    person.write("capitals.yaml", CAPITALS.replace("answer: Paris", "answr: Paris"))
    with person.opened() as collection:
        assert found(collection.browsing(), "is:orphan") == ""
        assert found(collection.browsing(), "paris") == "capitals/paris"


def test_words_are_found_at_once_after_an_edit_and_without_a_cache(person: Person) -> None:
    with person.opened() as collection:
        person.write("capitals.yaml", CAPITALS.replace("France", "Gaul"))
        collection.refresh()
        assert found(collection.browsing(), "gaul") == "capitals/paris"
        assert found(collection.browsing(), "france") == ""
    for file in (person.home / "cache").iterdir():
        file.unlink()
    with person.opened() as collection:
        assert found(collection.browsing(), "gaul") == "capitals/paris"


def test_a_deed_on_several_cards_is_one_action_says_to_how_many_and_is_taken_back_at_once(person: Person) -> None:
    cards = ["capitals/paris", "capitals/rome", "capitals/nowhere"]
    with person.opened() as collection:
        browsing, deeds = collection.browsing(), collection.deeds()
        assert deeds.suspend(cards[:1]).cards == ("capitals/paris",)
        assert deeds.suspend(cards) == (Did.SUSPENDED, ("capitals/rome",))
        assert deeds.suspend(cards) == (Did.RESUMED, ("capitals/paris", "capitals/rome"))
        assert found(browsing, "is:hidden") == ""
        undone = collection.undo()
        assert undone is not None
        assert undone.what.startswith("2 cards resumed")
        assert found(browsing, "is:suspended") == "capitals/paris capitals/rome"
        assert deeds.bury(cards[:1]).did is Did.BURIED
        assert found(browsing, "is:buried") == "capitals/paris"
        assert deeds.bury(cards[:1]).did is Did.RESUMED
        assert deeds.resume(cards) == (Did.RESUMED, ("capitals/rome",))


def test_flags_and_fresh_beginnings_are_for_those_that_need_them(person: Person) -> None:
    with person.opened() as collection:
        browsing, deeds = collection.browsing(), collection.deeds()
        collection.sit().answer(Rating.EASY)
        assert deeds.reset(browsing.first(9)).cards == ("capitals/paris",)
        assert deeds.reset(browsing.first(9)).cards == ()
        assert found(browsing, "-is:new") == ""
        assert not deeds.are_flagged(browsing.first(2))
        assert deeds.flag(browsing.first(1), "odd").cards == ("capitals/paris",)
        assert deeds.flag(browsing.first(2), "odd").cards == ("capitals/rome",)
        assert deeds.are_flagged(browsing.first(2))
        assert not deeds.are_flagged(["nobody/knows"])
        assert deeds.unflag(browsing.first(9)).cards == ("capitals/paris", "capitals/rome")
