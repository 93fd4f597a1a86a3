"""Cards that are found again under another id keep their history, by themselves where there is no doubt."""

from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.scores import Wanted
from quizzer.collection.settings import Settings
from quizzer.collection.settling import settle
from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did, Event, Fact
from quizzer.core.filtering import Mistake, Term, parse_filter
from quizzer.core.schedule import Rating
from quizzer.errors import DiskRefused, UsageError
from quizzer.store.log import Log
from tests.collection.people import NOW, Person

ATLAS = """\
title: Atlas
cards:
  - {id: paris, question: What is the capital of France?, answer: Paris}
  - {id: rome, question: What is the capital of Italy?, answer: Rome, both_ways: true}
  - question: Which island lies south of Sicily?
    answer: Malta
"""


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody who has studied every card of a small deck once."""
    someone = Person(tmp_path)
    someone.write("atlas.yaml", ATLAS)
    with someone.opened() as collection:
        collection.set_option("", "bury_siblings", "no")
        study(collection)
    return someone


def study(collection: Collection, most: int = 9) -> None:
    sitting = collection.sit()
    while sitting.showing and sitting.done < most:
        sitting.answer(Rating.EASY)


def parsed(text: str) -> list[Term]:
    terms = parse_filter(text)
    assert not isinstance(terms, Mistake)
    return list(terms)


def reviews(collection: Collection) -> dict[str, int]:
    """The cards that were reviewed, each with how often."""
    return {row.id: row.standing.schedule.reps for row in collection._ledger.cards.rows() if row.standing.schedule.reps}


def test_a_deck_under_another_name_keeps_everything(person: Person) -> None:
    with person.opened() as collection:
        before, tallies = reviews(collection), collection.scores().tallies
        assert (len(before), collection.news) == (4, "")
        days, hours, promises = (ask("atlas") for ask in (tallies.days, tallies.hours, tallies.promises))
        everything = tallies.days()
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        assert reviews(collection) == {card.replace("atlas", "world"): 1 for card in before}
        assert "4 cards keep their history under new ids" in collection.news
        assert collection.news in collection.overview().notices
        assert collection.overview().everything.new == 0
        assert collection.overview().reviewed_today == 4
        tallies = collection.scores().tallies
        assert (tallies.days("world"), tallies.hours("world"), tallies.promises("world")) == (days, hours, promises)
        assert tallies.days("atlas") == {}
        assert tallies.days() == everything
        assert collection.scores().overview(Wanted()).orphans == 0
        assert collection.scores().states(Wanted("world")).new == 0


def test_a_card_suspended_before_it_was_ever_asked_stays_so_in_a_deck_under_another_name(person: Person) -> None:
    person.write("atlas.yaml", ATLAS + "  - {id: oslo, question: What is the capital of Norway?, answer: Oslo}\n")
    with person.opened() as collection:
        collection._ledger.record([(Fact(Did.SUSPENDED, "atlas/oslo"), "5" * 32)])
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        assert "5 cards keep their history" in collection.news
        (oslo,) = collection.card_reports(terms=parsed("is:suspended"))
        assert oslo.id == "world/oslo"


def test_what_was_taken_back_is_not_done_again_and_is_no_news_any_more(person: Person) -> None:
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        undone = collection.undo()
        assert undone is not None
        assert undone.what.startswith("the history that 4 cards have from others")
        assert collection.overview().notices == ()
    person.write("world.yaml", ATLAS + "  - one = two\n")
    with person.opened() as collection:
        assert collection.news == ""
        assert collection.overview().everything.new == 5
        offered = [one.proposal.card for one in collection.adopting().orphans() if one.proposal]
        assert offered[:3] == ["world/paris", "world/rome", "world/rome#r"]
        assert len(offered) == 4


def test_a_note_that_gets_an_id_keeps_its_history(person: Person) -> None:
    person.write("atlas.yaml", ATLAS.replace("- question: Which", "- id: malta\n    question: Which"))
    with person.opened() as collection:
        assert reviews(collection)["atlas/malta"] == 1
        assert collection.news == "atlas/malta keeps its history under a new id. u takes that back."


def test_a_slip_mended_in_a_note_without_id_keeps_its_history(person: Person) -> None:
    person.write("atlas.yaml", ATLAS.replace("lies south of Sicily", "lies to the south of Sicily"))
    with person.opened() as collection:
        assert len(reviews(collection)) == 4
        assert "keeps its history" in collection.news


def test_what_is_only_alike_is_offered_once(person: Person) -> None:
    person.write("atlas.yaml", ATLAS.replace("Which island lies south of Sicily", "Which island is that"))
    with person.opened() as collection:
        assert "is gone; atlas/~" in collection.news
        assert "may be the same card: see `quizzer adopt`." in collection.news
    person.write("other.yaml", "cards:\n  - one = two\n")
    with person.opened() as collection:
        assert collection.news == ""


def test_one_orphan_is_looked_for_in_all_decks(person: Person) -> None:
    with person.opened() as collection:
        island = next(card for card in reviews(collection) if "~" in card)
    person.write("atlas.yaml", ATLAS.replace("Which island lies south of Sicily", "Which one"))
    person.write(
        "other.yaml", "cards:\n  - {id: isle, question: Which isle lies south of it?, answer: Malta}\n  - a = b\n"
    )
    with person.opened() as collection:
        proposal = collection.adopting().proposal(island)
        assert proposal is not None
        assert (proposal.card, proposal.unmistakable) == ("other/isle", False)
        assert collection.adopting().adopt([(island, proposal.card)]) == 1
        assert collection.adopting().proposal("atlas/nothing") is None


def test_a_note_moved_to_another_deck_and_back_has_all_its_reviews(person: Person) -> None:
    line = "  - {id: paris, question: What is the capital of France?, answer: Paris}\n"
    person.write("atlas.yaml", ATLAS.replace(line, ""))
    person.write("france.yaml", f"cards:\n{line}")
    person.now = "2026-12-20T08:12:00+01:00"
    with person.opened() as collection:
        assert reviews(collection)["france/paris"] == 1
        study(collection)
        assert reviews(collection)["france/paris"] == 2
    person.write("atlas.yaml", ATLAS)
    (person.decks / "france.yaml").unlink()
    with person.opened() as collection:
        assert reviews(collection)["atlas/paris"] == 2
        assert collection.news == "atlas/paris is back in its deck and keeps its history. u takes that back."
        collection.undo()
        assert reviews(collection)["atlas/paris"] == 1
        assert reviews(collection)["france/paris"] == 1


def test_a_device_whose_decks_are_older_goes_on_with_all_the_history(person: Person) -> None:
    """Another device has renamed the deck, and studied it since: here it is still called what it was."""
    with person.opened() as collection:
        at = collection.moment().at - 60_000
        data = {"rating": 3, "counts": True, "mode": "study", "took_ms": 9}
        there = [
            Event("e1" * 16, "e" * 32, at, 0, "", Did.ADOPTED, "world/paris", {"from": "atlas/paris"}),
            Event("e2" * 16, "e" * 32, at + 1, 0, "", Did.REVIEWED, "world/paris", data),
        ]
        collection._log.append(there, None)
        assert collection.refresh()
        assert reviews(collection)["atlas/paris"] == 2
        assert "atlas/paris is back in its deck" in collection.news
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        assert reviews(collection)["world/paris"] == 2


def test_a_copy_leaves_each_card_its_own_history(person: Person) -> None:
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        study(collection)
    person.write("atlas.yaml", ATLAS)
    with person.opened() as collection:
        assert collection.news.startswith("4 cards are back in their decks with histories of their own, such as atlas/")
        assert {card for card in reviews(collection) if card.startswith("world")} == set()
        assert reviews(collection)["atlas/paris"] == 1


def test_a_deck_with_an_error_or_a_folder_that_is_away_loses_nothing(person: Person) -> None:
    """Nobody knows that a card has vanished where its deck could not be read."""
    person.write("world.yaml", ATLAS)
    person.write("atlas.yaml", ATLAS.replace("title: Atlas", "title: [Atlas"))
    with person.opened() as collection:
        assert collection.news == ""
    person.write("atlas.yaml", ATLAS.replace("answer: Paris}", "answer: Paris, wrongly: [}"))
    with person.opened() as collection:
        assert collection.news == ""
    person.write("atlas.yaml", ATLAS)
    with person.opened() as collection:
        assert reviews(collection)["atlas/paris"] == 1


def test_where_the_cache_is_lost_only_the_same_notes_are_found_in_the_usual_folders(tmp_path: Path) -> None:
    home, decks = tmp_path / "home", tmp_path / "home" / "decks"
    decks.mkdir(parents=True)
    (decks / "atlas.yaml").write_text(ATLAS)
    settings = Settings(home=str(home), now=NOW)
    with Collection.open(settings) as collection:
        collection.set_option("", "bury_siblings", "no")
        sitting = collection.sit(["atlas"])
        while sitting.showing:
            sitting.answer(Rating.EASY)
    (decks / "atlas.yaml").unlink()
    (decks / "world.yaml").write_text(ATLAS.replace("id: paris", "id: lutetia").replace("Rome", "Roma"))
    for file in (home / "cache").iterdir():
        file.unlink()
    with Collection.open(settings) as collection:
        found = reviews(collection)
        assert [card for card in found if card.startswith("world/")] == [one for one in found if one[:7] == "world/~"]
        assert "3 cards are gone that may be others now, such as atlas/paris (world/lutetia)" in collection.news


def test_two_copies_are_a_doubt_and_nothing_is_adopted(person: Person) -> None:
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    person.write("globe.yaml", ATLAS)
    with person.opened() as collection:
        assert "are gone" in collection.news
        assert all(card.startswith("atlas/") for card in reviews(collection))


def shown(sitting: Sitting) -> str:
    return sitting.showing.card.id if sitting.showing else ""


def test_a_sitting_goes_on_with_the_card_that_it_shows_under_its_new_id(person: Person) -> None:
    person.now = "2027-01-20T08:12:00+01:00"
    with person.opened() as collection:
        sitting = collection.sit()
        sitting.answer(Rating.GOOD)
        before = shown(sitting)
        (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
        assert not sitting.reread(), "it says the same as before"
        assert shown(sitting) == before.replace("atlas", "world") != ""
        while shown(sitting):
            sitting.answer(Rating.GOOD)
        assert set(reviews(collection).values()) == {2}
        assert all(card.startswith("world/") for card in reviews(collection))


def test_another_quizzer_that_records_meanwhile_keeps_nothing_from_being_found(person: Person) -> None:
    with person.opened() as collection, person.opened() as other:
        (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
        collection._read()
        other.set_option("", "new_per_day", "7")
        assert "4 cards keep their history" in settle(collection._shelf)
        assert other.refresh()
        assert reviews(other) == reviews(collection)
        assert collection.options()["new_per_day"].value == 7


def test_where_nothing_can_be_recorded_it_is_left_for_later(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise DiskRefused("The disk is full.")

    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with monkeypatch.context() as full:
        full.setattr(Log, "append", refuse)
        with person.opened() as collection:
            assert (collection.news, len(reviews(collection))) == ("", 4)
            assert all(card.startswith("atlas/") for card in reviews(collection))
    with person.opened() as collection:
        assert "4 cards keep their history" in collection.news


def test_many_cards_are_told_of_while_they_are_folded_anew(tmp_path: Path) -> None:
    person = Person(tmp_path)
    notes = "".join(f"  - {{id: n{n}, question: Question {n}?, answer: Answer {n}}}\n" for n in range(600))
    person.write("many.yaml", f"cards:\n{notes}")
    with person.opened() as collection:
        facts = [
            (Fact(kind, f"many/n{n}", data), f"{kind[0]}{n}")
            for n in range(600)
            for kind, data in (
                (Did.REVIEWED, {"rating": 3, "counts": True, "mode": "study", "took_ms": 1}),
                (Did.TEXT_SEEN, {"question": f"Question {n}?", "solution": f"Answer {n}", "digest": ""}),
            )
        ]
        collection._ledger.record(facts)
    (person.decks / "many.yaml").rename(person.decks / "much.yaml")
    heard: list[str] = []
    with Collection.open(person.settings, lambda done, total, what: heard.append(f"{what}: {done} of {total}")) as one:
        assert one.news.startswith("600 cards keep their history under new ids")
        assert one.overview().everything.new == 0
    assert heard[-2:] == ["Folding cards anew: 500 of 1200", "Folding cards anew: 1000 of 1200"]


def test_what_was_adopted_when_the_clock_stood_later_is_left_until_it_does_again(person: Person) -> None:
    """A clock that was put right: what is adopted now would count before what was adopted then, and do nothing."""
    person.now = "2026-11-23T18:12:00+01:00"
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    with person.opened() as collection:
        assert "keep their history" in collection.news
    person.now = "2026-11-23T09:12:00+01:00"
    (person.decks / "world.yaml").rename(person.decks / "globe.yaml")
    for _ in range(2):
        with person.opened() as collection:
            assert collection.news == ""
            assert all(card.startswith("world") for card in reviews(collection))
            assert collection._log.last_row() == 13
            with pytest.raises(UsageError, match="world/paris was adopted when the clock stood later"):
                collection.adopting().adopt([("world/paris", "globe/paris")])
    person.now = "2026-11-23T18:12:00+01:00"
    with person.opened() as collection:
        assert "keep their history" in collection.news
        assert all(card.startswith("globe") for card in reviews(collection))


def test_of_two_copies_the_one_that_was_not_begun_takes_nothing_over(person: Person) -> None:
    """A deck goes by two new names; the person goes on with the one, and later something is added to the other."""
    (person.decks / "atlas.yaml").rename(person.decks / "world.yaml")
    person.write("globe.yaml", ATLAS)
    with person.opened() as collection:
        sitting = collection.sit(["globe"])
        while sitting.showing:
            sitting.answer(Rating.GOOD)
    person.write("world.yaml", ATLAS + "  - one = two\n")
    with person.opened() as collection:
        assert "keep" not in collection.news
        assert not any(card.startswith("world/") for card in reviews(collection))
