"""Two quizzers at once over one home: what one reads, answers or takes back never trips the other."""

import sqlite3

import pytest

from quizzer.collection.undoing import Undoing
from quizzer.core.schedule import Rating
from quizzer.errors import DiskRefused, EditRefused, ProgressMoved
from tests.collection.people import Person


def deck(name: str, *words: str) -> str:
    notes = "".join(f"  - {{id: {word}, question: What is {word}?, answer: {word} it is}}\n" for word in words)
    return f"title: {name}\ncards:\n{notes}"


def test_cards_of_a_deck_that_only_the_other_has_seen_come_back_are_passed_over(person: Person) -> None:
    """As when a version control system takes a deck away for a moment."""
    person.write("capitals.yaml", deck("Capitals", "a1", "a2", "a3"))
    other_deck = person.write("other.yaml", deck("Other", "b1", "b2", "b3"))
    with person.opened() as one, person.opened() as other:
        sitting = one.sit()
        other_deck.unlink()
        sitting.reread()
        person.write("other.yaml", deck("Other", "b1", "b2", "b3"))
        other.refresh()
        asked = list[str]()
        while sitting.showing and len(asked) < 9:
            asked.append(sitting.showing.card.id)
            sitting.answer(Rating.EASY)
        assert set(asked) == {"capitals/a1", "capitals/a2", "capitals/a3"}


def test_a_response_cannot_be_accepted_where_the_deck_is_gone(person: Person) -> None:
    path = person.write("capitals.yaml", deck("Capitals", "a1").replace("answer:", "kind: typed, answer:"))
    with person.opened() as one:
        sitting = one.sit()
        sitting.respond("A one")
        path.unlink()
        sitting.reread()
        sitting.respond("A one")
        assert sitting.why_not_accept() == ""
        with pytest.raises(EditRefused, match="The deck of this card is gone"):
            sitting.accept()
        sitting.answer(Rating.GOOD)


def test_an_answer_is_counted_once_the_log_can_be_read_again(person: Person) -> None:
    """Another quizzer came between the answer and its counting, and then a program that keeps the file to itself."""
    person.write("capitals.yaml", deck("Capitals", "a1", "a2", "a3"))
    with person.opened() as one, person.opened() as other:
        sitting = one.sit()
        sitting.answer(Rating.EASY)
        other.refresh()
        other.set_option("", "retention", "0.8")
        one._log._connection.execute("PRAGMA busy_timeout = 10")
        keeper = sqlite3.connect(one._log.path, isolation_level=None)
        keeper.execute("BEGIN EXCLUSIVE")
        sitting.settle()
        with pytest.raises(DiskRefused):
            one.counted()
        keeper.execute("ROLLBACK")
        keeper.close()
        assert one.overview().reviewed_today == 1
        assert one.sit().left.new == 2


@pytest.mark.parametrize("decks", [[], ["capitals"]])
def test_a_sitting_goes_on_where_another_has_found_its_cards_under_other_ids(person: Person, decks: list[str]) -> None:
    path = person.write("capitals.yaml", deck("Capitals", "a1", "a2", "a3", "a4"))
    with person.opened() as one, person.opened() as other:
        sitting = one.sit(decks)
        sitting.answer(Rating.EASY)
        path.rename(path.with_name("world.yaml"))
        other.refresh()
        assert "keeps its history under a new id" in other.news
        with pytest.raises(ProgressMoved):
            sitting.answer(Rating.EASY)
        asked = list[str]()
        while sitting.showing:
            asked.append(sitting.showing.card.id)
            sitting.answer(Rating.EASY)
        assert (asked, sitting.done) == (["world/a2", "world/a3", "world/a4"], 4)


@pytest.mark.parametrize(("decks", "by_another"), [([], False), (["capitals"], False), ([], True)])
def test_a_sitting_goes_on_where_what_was_found_under_other_ids_is_taken_back(
    person: Person, decks: list[str], by_another: bool
) -> None:
    path = person.write("capitals.yaml", deck("Capitals", "a1", "a2", "a3", "a4"))
    with person.opened() as one:
        sitting = one.sit(decks)
        sitting.answer(Rating.EASY)
        path.rename(path.with_name("world.yaml"))
        if by_another:
            with person.opened():
                pass
        else:
            sitting.reread()
        undone = sitting.undo()
        assert undone is not None
        assert "has from capitals/a1" in undone.what
        assert sitting.showing is not None
        assert sitting.showing.card.id.startswith("world/")
        assert one.overview().everything.new == 4


def test_what_was_refused_since_another_came_before_may_be_tried_again(person: Person) -> None:
    with person.opened() as one, person.opened() as other:
        other.set_option("", "new_per_day", "7")
        with pytest.raises(ProgressMoved):
            one.set_option("", "retention", "0.8")
        one.set_option("", "retention", "0.8")
        assert one.options()["new_per_day"].value == 7


def test_an_edit_is_not_taken_back_in_its_file_where_another_came_before(person: Person) -> None:
    path = person.write("capitals.yaml", deck("Capitals", "a1").replace("answer:", "kind: typed, answer:"))
    with person.opened() as one, person.opened() as other:
        sitting = one.sit()
        sitting.respond("A one")
        sitting.accept()
        edited = path.read_text("utf-8")
        other.refresh()
        found = one.undoable()
        assert found is not None
        other.set_option("", "retention", "0.8")
        with pytest.raises(ProgressMoved):
            Undoing(one._shelf, 0).take_back(found)
        assert path.read_text("utf-8") == edited
        Undoing(one._shelf, 0).take_back(found)
        assert path.read_text("utf-8") != edited
