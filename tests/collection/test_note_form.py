"""Editing one note as its lines: only what differs is written, history is kept, undo takes it back."""

from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.core.cards import Kind
from quizzer.core.schedule import Rating
from quizzer.errors import BundledDeck, DeckMoved, EditRefused
from tests.tui.driving import settings, write_deck

CARDS = """\
  # about France
  - question: 'Capital of Frnce?'  # a typo
    answer: Paris
    id: france
  - {question: Capital of Spain?, answer: Madrid}
"""


def test_only_the_key_that_differs_is_written_and_undo_takes_it_back(tmp_path: Path) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    before = path.read_bytes()
    with Collection.open(settings(tmp_path)) as collection:
        form = collection.note_form(str(path), "france")
        assert form.save(form.text) == "france"
        assert path.read_bytes() == before
        assert form.save(form.text + "\nhint: On the Seine") == "france"
        assert path.read_bytes() == before.replace(b"id: france\n", b"id: france\n    hint: On the Seine\n")
        assert form.save(form.text.replace("id: france\n", "").replace("\nid: france", "")) == "france"
        assert path.read_bytes() == before
        undone = collection.undo()
        assert undone is not None
        assert "“Capital of Frnce?” edited in “Capitals”" in undone.what
        collection.undo()
        assert path.read_bytes() == before


def test_a_note_without_id_keeps_its_history(tmp_path: Path) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        sitting = collection.sit()
        sitting.answer(Rating.GOOD)
        assert sitting.showing is not None
        note = sitting.showing.card.note.id
        assert note.startswith("~")
        sitting.answer(Rating.GOOD)
        form = collection.note_form(str(path), note)
        assert form.save(form.text.replace("Madrid", "Barcelona, for a while")) == "capital-spain"
        assert "id: capital-spain" in path.read_text()
        report = next(one for one in collection.card_reports() if one.id == "capitals/capital-spain")
        assert (report.reps, report.orphan) == (1, False)
        assert form.save(form.text.replace("Madrid", "Barcelona") + "\nid: spain") == "spain"
        assert next(one for one in collection.card_reports() if one.id == "capitals/spain").reps == 1
        collection.undo()
        undone = collection.undo()
        assert undone is not None
        assert "“Capital of Spain?” edited" in undone.what
        assert next(one for one in collection.card_reports() if one.reps).id in (f"capitals/{note}", "capitals/france")
        assert [one.id for one in collection.card_reports() if one.reps and "~" in one.id] == [f"capitals/{note}"]
        assert not any(one.orphan for one in collection.card_reports())


def test_a_note_that_was_never_studied_gets_a_readable_id(tmp_path: Path) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        deck = collection.edits()
        assert deck is not None
        note = next(row.id for row in collection.card_reports() if "~" in row.id).partition("/")[2]
        form = collection.note_form(str(path), note)
        assert form.save(form.text.replace("Madrid", "Madrid city")) == "capital-spain"
        assert form.note == "capital-spain"


def test_a_new_note_is_added_and_changed_again(tmp_path: Path) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        form = collection.note_form(str(path), keys={"question": "Capital of Italy?", "answer": "Rome"})
        assert [showing.deck_title for showing in form.showings(form.looked_at(form.text).note)] == ["Capitals"]  # type: ignore[arg-type]
        assert form.save(form.text) == "capital-italy"
        assert form.save(form.text + "\nid: italy") == "italy"
        assert path.read_text().startswith(f"title: Capitals\ncards:\n{CARDS}")
        looked = form.looked_at(form.other_kind(form.text)).note
        assert looked is not None
        assert looked.kind is Kind.TYPED
        assert form.other_kind("cloze: a {{b}}") == "cloze: a {{b}}\nkind: typed-cloze"
        lines = form.text
        for _ in Kind:
            lines = form.other_kind(lines)
        assert lines == form.text  # all kinds round, and nothing is lost


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("question: Q?", "nothing is saved yet, since line 1"),
        ("question: [", "line 1"),
        ("- a\n- b", "line"),
        ("question: Q?\nkind: nothing\nanswer: A", "line 2"),
    ],
)
def test_broken_lines_change_nothing(tmp_path: Path, text: str, words: str) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    before = path.read_bytes()
    with Collection.open(settings(tmp_path)) as collection:
        form = collection.note_form(str(path), "france")
        with pytest.raises(EditRefused, match=words):
            form.save(text)
        assert collection.undoable() is None
    assert path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_read_again_and_then_saved_over(tmp_path: Path) -> None:
    path = write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        form = collection.note_form(str(path), "france")
        path.write_text(path.read_text().replace("Madrid", "Madrid!"))
        with pytest.raises(DeckMoved):
            form.save(form.text.replace("Frnce", "France"))
        assert form.save(form.text.replace("Frnce", "France")) == "france"
        assert "Madrid!" in path.read_text()
        assert "France" in path.read_text()


def test_a_bundled_deck_is_copied_first_or_left_alone(tmp_path: Path) -> None:
    own = settings(tmp_path)._replace(decks=())
    with Collection.open(own) as collection:
        deck = next(iter(collection._shelf.decks.values()))
        note = next(row.id for row in collection.card_reports() if row.deck == deck.id).split("/")[1]
        before = Path(deck.path).read_bytes()
        form = collection.note_form(deck.path, note)
        with pytest.raises(BundledDeck):
            form.save(form.text.replace("\ntags:", "\ncomment: mine\ntags:"))
        form.save(form.text.replace("\ntags:", "\ncomment: mine\ntags:"), copy=True)
        assert Path(deck.path).read_bytes() == before
        assert "mine" in (Path(collection._shelf.own_decks) / Path(deck.path).name).read_text()
