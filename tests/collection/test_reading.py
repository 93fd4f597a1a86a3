"""The passage behind a note: what is shown where documents are there, missing, changed, or slow to read."""

from pathlib import Path

import pytest

from quizzer.collection import reading
from quizzer.collection.reading import PassageView, passage_of
from quizzer.core.cards import DeckSource, Flashcard, Kind, Note, Source
from tests.documents import samples

NOTES = "# Rome\n\n## 1. Kings\n\nSeven kings ruled Rome.\n\n## 2. Republic\n\nTwo consuls were elected each year.\n"
SOURCES = [DeckSource("notes", "Rome in notes", "notes.md"), DeckSource("book", "", "book.pdf"), DeckSource("web")]


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_finders", {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    return tmp_path


def view(folder: Path, source: Source | None, quote: str = "", wait: bool = True) -> PassageView | None:
    note = Note("n", Kind.FLASHCARD, "Q?", Flashcard("A"), source=source, quote=quote)
    return passage_of(note, SOURCES, str(folder), wait)


def seen(folder: Path, source: Source | None, quote: str = "", wait: bool = True) -> PassageView:
    found = view(folder, source, quote, wait)
    assert found is not None
    return found


def test_a_passage_is_named_or_found_by_its_quote(folder: Path) -> None:
    named = seen(folder, Source("notes", "2"))
    assert (named.place, named.heading, named.marks) == ("passage 2", "Rome › Republic", ())
    assert named.text == "Two consuls were elected each year."
    found = seen(folder, Source("notes"), "Two\nconsuls")
    assert (found.place, found.marks, found.note) == ("passage 2", ((0, 11),), "")
    moved = seen(folder, Source("notes", "1", "7"), "Two consuls")
    assert moved.place == "passage 2, page 7"


def test_what_has_changed_is_said(folder: Path) -> None:
    reworded = seen(folder, Source("notes", "1"), "Seven kings have ruled Rome")
    assert (reworded.marks, "closest to the quote" in reworded.note) == (((0, 22),), True)
    gone = seen(folder, Source("notes", "1"), "nothing of the kind at all")
    assert (gone.text, gone.marks) == ("Seven kings ruled Rome.", ())
    assert "not stand in this passage any more" in gone.note
    lost = seen(folder, Source("notes", "9"), "nothing of the kind at all")
    assert (lost.text, "not stand in notes.md" in lost.note) == ("nothing of the kind at all", True)
    assert "no passage of it" in seen(folder, Source("notes", "9")).note


def test_without_a_document_there_is_the_quote(folder: Path) -> None:
    assert view(folder, None) is None
    assert seen(folder, None, "so").text == "so"
    assert "quotes nothing of it" in seen(folder, Source("web")).note
    assert "book.pdf is not there. This is the quote only." in seen(folder, Source("book"), "so").note
    assert seen(folder, Source("book")).note.endswith("is not there.")


def test_a_slow_document_is_read_only_when_somebody_waits(folder: Path) -> None:
    (folder / "book.pdf").write_bytes(samples.pdf([["Nothing."], ["Seven kings."]]))
    unread = seen(folder, Source("book", "", "5"), "Seven kings", wait=False)
    assert (unread.place, unread.text) == ("page 5", "Seven kings")
    assert unread.opens is not None
    told: list[tuple[int, int]] = []
    read = unread.opens(lambda *at: told.append(at))
    assert read is not None
    assert (read.place, read.opens, told) == ("passage 2, page 5", None, [(1, 2), (2, 2)])
    known = seen(folder, Source("book"), "Seven kings", wait=False)
    assert (known.opens, known.place) == (None, "passage 2, page 2")


def test_only_a_few_documents_are_kept(folder: Path) -> None:
    for at in range(5):
        (folder / "notes.md").write_text(NOTES + "x" * at, "utf-8")
        seen(folder, Source("notes", "1"))
    assert len(reading._finders) == reading.KEPT
