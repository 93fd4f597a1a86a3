"""Authoring on screen: from a document to studying what was accepted, with keys alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import MouseMove
from textual.screen import Screen

from quizzer.collection.collection import Collection
from quizzer.core.event import Did
from quizzer.tui.quizzer_app import QuizzerApp
from quizzer.tui.screens.authoring import AuthoringScreen
from quizzer.tui.screens.file import FileScreen
from quizzer.tui.screens.home import HomeScreen
from quizzer.tui.screens.note_form import NoteFormScreen
from quizzer.tui.screens.study import StudyScreen
from tests.tui.driving import Driven, Ticking, driven, settings

ARTICLE = """The Treaty of Lisbon

The Treaty of Lisbon was signed on 13 December 2007 by the European Council in Lisbon.

The rest of it was criticised in a good many newspapers, although nobody had read it.

Chancellor Angela Merkel praised the treaty in Berlin, Paris and Vienna.[4]
"""


@asynccontextmanager
async def authoring(
    tmp_path: Path, text: str = ARTICLE, size: tuple[int, int] = (80, 24), encoding: str = ""
) -> AsyncIterator[Driven]:
    """The application with a document opened, as `quizzer lisbon.txt` does."""
    folder = tmp_path / "decks"
    folder.mkdir(exist_ok=True)
    (folder / "lisbon.txt").write_text(text, encoding or "utf-8")
    clock = Ticking()
    with Collection.open(settings(tmp_path)) as collection:
        app = QuizzerApp(collection, None, clock)
        app.first_written = (str(folder / "lisbon.txt"), encoding)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Driven(app, pilot, collection, clock)


def shows(run: Driven, screen: type[Screen[None]]) -> bool:
    return isinstance(run.app.screen, screen)


def deck(tmp_path: Path) -> str:
    return (tmp_path / "decks" / "lisbon.yaml").read_text("utf-8")


async def test_a_document_opens_with_its_first_draft(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        assert "lisbon.txt → lisbon.yaml" in run.text()
        assert "0 of 3 asked" in run.text()
        assert "Draft 1 of" in run.text()
        assert "✓ quote found" in run.text()
        assert not (tmp_path / "decks" / "lisbon.yaml").exists()


async def test_accept_reject_undo_and_study_with_single_keys(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press("enter")
        assert "1 note ·" in run.text()
        await run.press("r")
        assert "Rejected. u takes it back." in run.text()
        await run.press("u")
        assert "Taken back:" in run.text()
        assert len(run.events(Did.DECK_EDITED)) == 2
        await run.press("S")
        assert shows(run, StudyScreen)
        assert "The Treaty of Lisbon" in run.text().splitlines()[0]
        await run.press("enter", "3", "escape")
        assert shows(run, AuthoringScreen)
        assert "is saved" in run.text()
        await run.press("escape")
        assert shows(run, HomeScreen)
        assert "The Treaty of Lisbon" in run.text()


async def test_enter_goes_on_until_nothing_is_left(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press(*["enter"] * 9)
        assert "0 drafts" in run.text()
        assert "draft:" not in deck(tmp_path)
        await run.press("right")
        assert "Passage 2: nothing yet" in run.text()
        await run.press("down")
        assert "no draft" not in run.text()


async def test_another_kind_is_previewed_at_once(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        assert "cloze" in run.text()
        await run.press("k")
        assert "typed gap" in run.text()
        await run.press("k")
        assert "typed gap" not in run.text()


async def test_marked_words_become_a_cloze(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press("right", "c")
        await run.press("right")
        await run.press("tab", "end", "space", "down", "up", "right", "space", "space", "c")
        assert "Added. u takes it back." in run.text()
        assert "Chancellor {{Angela Merkel}} praised the treaty" in deck(tmp_path)
        assert 'quote: "' not in deck(tmp_path)


async def test_words_are_marked_with_the_mouse(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press("tab", "end")
        places = [
            (at, line.index("Angela")) for at, line in enumerate(run.text().splitlines()) if "Chancellor Angela" in line
        ]
        (y, x), pilot = places[0], run.pilot
        await pilot.mouse_down(offset=(x, y))
        for cell in range(x, x + 10):
            await pilot._post_mouse_events([MouseMove], offset=(cell, y), button=1)
        await pilot.mouse_up(offset=(x + 9, y))
        await pilot.pause()
        await pilot.hover(offset=(x - 6, y))  # with the button up it marks nothing
        await pilot.click(offset=(x - 8, y))  # Chancellor
        await pilot.click(offset=(x - 8, y))  # and off again
        await run.press("c")
        assert "Added. u takes it back." in run.text()
        assert "Chancellor {{Angela Merkel}} praised the treaty" in deck(tmp_path)


@pytest.mark.parametrize(
    ("key", "words", "expected"),
    [("q", 2, "answer: Chancellor Angela"), ("l", 1, "")],
)
async def test_marked_words_answer_a_question(tmp_path: Path, key: str, words: int, expected: str) -> None:
    async with authoring(tmp_path) as run:
        await run.press("tab", "end", "space", *["space"] * words, key)
        if not expected:
            assert "a list needs two items" in run.text()
            return
        await run.type("Who?")
        await run.press("enter")
        assert expected in deck(tmp_path)
        assert "question: Who?" in deck(tmp_path)


async def test_esc_leaves_the_field_then_the_marks_then_the_screen(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press("tab", "space", "space", "q", "W", "escape")
        assert shows(run, AuthoringScreen)
        await run.press("escape")
        assert shows(run, AuthoringScreen)
        await run.press("escape")
        assert shows(run, HomeScreen)
        assert not (tmp_path / "decks" / "lisbon.yaml").exists()


async def test_a_deck_is_opened_from_home_without_a_document(tmp_path: Path) -> None:
    cards = "  - {question: Who?, answer: She, id: who}\n  - {question: What?, answer: It, id: what, draft: true}\n"
    async with driven(tmp_path, cards, study=False) as run:
        await run.press("down", "a")
        assert shows(run, AuthoringScreen)
        assert "1 note · 1 draft" in run.text()
        await run.press("down", "enter", "up", "r")
        assert "Who?" not in (tmp_path / "decks" / "capitals.yaml").read_text("utf-8")
        assert "draft" not in (tmp_path / "decks" / "capitals.yaml").read_text("utf-8")


async def test_a_document_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    async with authoring(tmp_path, "\x00\x01\x02" * 50) as run:
        assert "cannot be read" in run.text()
        await run.press("enter", "r", "k", "space", "right", "tab", "c")
        assert "cannot be read" in run.text()  # as long as nothing else is there
        await run.press("escape")
        assert shows(run, HomeScreen)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (60, 15), (120, 40)])
async def test_authoring_fits_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with authoring(tmp_path, size=size) as run:
        await run.press("down", "tab", "space", "space", "c", "escape")


async def test_a_document_is_chosen_from_home_by_part_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lisbon.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing to see here, honestly.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    async with driven(tmp_path, "  - {question: Who?, answer: She, id: who}\n", study=False) as run:
        await run.press("end", "enter")
        assert shows(run, FileScreen)
        assert "lisbon.txt" in run.text()
        assert "notes.md" in run.text()
        await run.type("lisb")
        assert "notes.md" not in run.text()
        await run.press("tab")
        assert "› lisbon.txt" in run.text()
        await run.press("enter")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert shows(run, AuthoringScreen)
        assert "Draft 1 of" in run.text()
        await run.press("enter", "escape")
        assert shows(run, HomeScreen)
        assert "▸ The Treaty of Lisbon" in run.text()


async def test_a_name_that_no_file_has_begins_an_empty_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    async with driven(tmp_path, "  - {question: Who?, answer: She, id: who}\n", study=False) as run:
        await run.press("a", "escape", "end", "a", *"none.txt", "enter")
        assert "There is no such file" in run.text()
        await run.press(*["backspace"] * 8, *"Biology", "enter")
        assert shows(run, AuthoringScreen)
        assert "This deck has no notes yet." in run.text()
        assert not (tmp_path / "Biology.yaml").exists()


async def test_another_document_joins_the_deck_and_d_goes_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "other" / "berlin.txt"
    outside.parent.mkdir()
    outside.write_text("Angela Merkel\n\nAngela Merkel was elected on 22 November 2005 in Berlin.\n", "utf-8")
    monkeypatch.chdir(outside.parent)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    async with authoring(tmp_path) as run:
        await run.press("enter", "+", *"berlin", "enter")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "berlin.txt → lisbon.yaml" in run.text()
        await run.press("enter")
        assert (tmp_path / "decks" / "berlin.txt").is_file()
        assert "file: berlin.txt" in deck(tmp_path)
        await run.press("d")
        assert "Author · lisbon.yaml" in run.text()
        await run.press("d")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "lisbon.txt → lisbon.yaml" in run.text()
        assert "other passages: d" in run.text()


async def test_rejected_drafts_come_back_when_that_is_asked_for(tmp_path: Path) -> None:
    async with authoring(tmp_path, size=(120, 40)) as run:
        await run.press(*["r"] * 9)
        assert "0 drafts" in run.text()
        await run.press("D")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "0 drafts" not in run.text()
        await run.press("p", "escape", "S")
        assert "Nothing is accepted yet" in run.text()


async def test_the_editor_opens_the_deck_at_the_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with authoring(tmp_path) as run:
        await run.press("E")
        assert "No editor is known" in run.text()
        assert (tmp_path / "decks" / "lisbon.yaml").exists()


async def test_a_note_is_edited_and_written_in_a_form(tmp_path: Path) -> None:
    async with authoring(tmp_path) as run:
        await run.press("e")
        assert shows(run, NoteFormScreen)
        await run.press("escape")
        assert shows(run, AuthoringScreen)
        await run.press("tab", "end", "space", "right", "space", "space", "n")
        assert shows(run, NoteFormScreen)
        assert "answer: Angela Merkel" in run.text()
        await run.press("ctrl+s")
        assert shows(run, AuthoringScreen)
        assert "Saved. u takes it back." in run.text()
        assert "answer: Angela Merkel" in deck(tmp_path)
        assert "passage: 3" in deck(tmp_path)
        await run.press("u")
        assert "answer: Angela Merkel" not in deck(tmp_path)


async def test_home_keeps_the_deck_under_the_cursor_when_a_new_one_comes_before_it(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "about.txt").write_text(ARTICLE, "utf-8")
    async with driven(tmp_path, "  - {question: Who?, answer: She, id: who}\n", study=False) as run:
        await run.press("down")
        assert "▸ Capitals" in run.text()
        (tmp_path / "decks" / "aa.yaml").write_text("title: Aa\ncards:\n  - {question: A?, answer: b}\n", "utf-8")
        await run.press("a", "escape")
        assert "▸ Capitals" in run.text()
        assert "Aa" in run.text()


async def test_a_document_in_another_encoding_can_be_named_so(tmp_path: Path) -> None:
    async with authoring(tmp_path, "König Wilhelm kam am 3. März 1945 über die Spree nach Berlin.\n") as run:
        assert "König Wilhelm kam" in run.text()
    async with authoring(tmp_path, "König Wilhelm kam am 3. März 1945 nach Köln.\n", encoding="cp1252") as run:
        assert "nach Köln" in run.text()


async def test_markup_and_control_signs_of_a_document_stay_text(tmp_path: Path) -> None:
    text = "The [bold]Treaty[/foo] of \x1b[31mLisbon was signed on 13 December 2007 by the European Council.\n"
    async with authoring(tmp_path, text) as run:
        assert "[bold]Treaty[/foo]" in run.text()
        assert "\x1b" not in run.text()
        await run.press("enter", "space", "space", "c", "k", "u")
        assert "\x1b" not in run.text()
