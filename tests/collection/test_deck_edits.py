"""Accepting a response from now on: one action, in the file and in the log, taken back by one `u`."""

from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.editing import AddNote, open_deck
from quizzer.collection.settings import Settings
from quizzer.core.grading import Outcome
from quizzer.core.schedule import Rating
from quizzer.errors import BundledDeck, DeckMoved, EditRefused
from tests.collection.people import CAPITALS, NOW, Person

BEFORE = "    accept: [Madrid city]\n"
AFTER = '    accept: [Madrid city, "Capital; of: Spain"]\n'


def deck(person: Person) -> str:
    return (person.decks / "capitals.yaml").read_text("utf-8")


def test_a_response_joins_the_note_and_leaves_it_with_one_undo(person: Person) -> None:
    with Collection.open(person.settings) as collection:
        sitting = collection.sit(tag="iberia")
        verdict = sitting.respond("Capital; of: Spain")
        assert verdict is not None
        assert verdict.outcome is Outcome.WRONG
        counts = sitting.accept()
        assert counts is not None
        assert counts.outcome is Outcome.RIGHT
        assert deck(person) == CAPITALS.replace(BEFORE, AFTER)
        assert sitting.respond("Capital; of: Spain").outcome is Outcome.RIGHT  # type: ignore[union-attr]
        undone = sitting.undo()
        assert undone is not None
        assert undone.what.startswith("“Capital; of: Spain” accepted from now on for “What is the capital of Spain?”")
        assert deck(person) == CAPITALS
        assert sitting.respond("Capital; of: Spain").outcome is Outcome.WRONG  # type: ignore[union-attr]
        assert sitting.undo() is None


def test_it_is_taken_back_after_a_restart_behind_what_came_later(person: Person) -> None:
    with Collection.open(person.settings) as collection:
        sitting = collection.sit(tag="iberia")
        sitting.respond("Capital; of: Spain")
        sitting.accept()
        sitting.answer(Rating.GOOD)
    with Collection.open(person.settings) as collection:
        first, second = collection.undo(), collection.undo()
        assert first is not None
        assert first.what.startswith("Good on")
        assert second is not None
        assert second.what.startswith("“Capital; of: Spain” accepted")
        assert collection.undo() is None
    assert deck(person) == CAPITALS


def test_a_deck_that_has_changed_since_keeps_the_change_and_undo_goes_on(person: Person) -> None:
    with Collection.open(person.settings) as collection:
        sitting = collection.sit(tag="iberia")
        sitting.flag()
        sitting.respond("Spain's")
        sitting.accept()
        person.write("capitals.yaml", deck(person) + "# mine\n")
        with pytest.raises(DeckMoved, match="has changed since"):
            sitting.undo()
        assert "Spain's" in deck(person)
        undone = sitting.undo()
        assert undone is not None
        assert undone.what.endswith("flagged, today 08:12")


def test_where_the_edit_cannot_be_made_nothing_is_recorded(person: Person) -> None:
    with Collection.open(person.settings) as collection:
        sitting = collection.sit(tag="iberia")
        sitting.respond("x" * 201)
        with pytest.raises(EditRefused, match="too long"):
            sitting.accept()
        sitting.respond(None)
        assert sitting.why_not_accept() == "You gave no answer here."
        assert collection.undo() is None
        file = open_deck(str(person.decks / "capitals.yaml"))
        person.write("capitals.yaml", CAPITALS + "# mine\n")
        with pytest.raises(DeckMoved):
            collection.edits().make(file, [AddNote({"question": "q", "answer": "a"})], "a note added")
        assert collection.undo() is None
        collection.edits().make(
            open_deck(str(person.decks / "capitals.yaml")), [AddNote({"question": "q", "answer": "a"})], "a note added"
        )
        undone = collection.undo()
        assert undone is not None
        assert undone.what == "a note added, today 08:12"
        assert deck(person) == CAPITALS + "# mine\n"


def test_a_bundled_deck_is_changed_only_as_a_copy_that_shadows_it(tmp_path: Path) -> None:
    with Collection.open(Settings(home=str(tmp_path), now=NOW)) as collection:
        decks = collection.find_decks(["bahrain-iran-relations"])
        sitting = collection.sit(decks)
        while sitting.showing and "cleric-of-the-revolution" not in sitting.showing.card.id:
            sitting.answer(Rating.EASY)
        sitting.respond("The cleric H. M.")
        with pytest.raises(BundledDeck, match="comes with quizzer"):
            sitting.accept()
        sitting.accept(copy=True)
        copy = tmp_path / "decks" / "bahrain-iran-relations.yaml"
        assert "      - The cleric H. M.\n" in copy.read_text("utf-8")
        assert (tmp_path / "decks" / "bahrain-iran-relations.md").exists()
        assert sitting.respond("the cleric H. M.").outcome is Outcome.RIGHT  # type: ignore[union-attr]
        sitting.undo()
        bundled = Path(__file__).parents[2] / "decks" / "bahrain-iran-relations.yaml"
        assert copy.read_bytes() == bundled.read_bytes()
