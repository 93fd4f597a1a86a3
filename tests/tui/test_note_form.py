"""The form of a note: typed at, saved, left."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key

from quizzer.tui.screens.note_form import NoteFormScreen, NoteLines
from tests.tui.driving import Driven, driven, write_deck

CARDS = """\
  - question: Capital of France?
    answer: Paris
    id: france
    both_ways: true
  - {question: Capital of Spain?, answer: Madrid, id: spain}
"""


class Form:
    """The form over home."""

    def __init__(self, run: Driven, path: Path, screen: NoteFormScreen) -> None:
        self.run, self.path, self.screen = run, path, screen
        self.saved: list[str] = []

    @property
    def lines(self) -> str:
        """What stands in the field."""
        return self.screen.query_one(NoteLines).text


@asynccontextmanager
async def form(tmp_path: Path, note: str = "france", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Form]:
    path = write_deck(tmp_path / "decks", CARDS)
    async with driven(tmp_path, study=False, size=size) as run:
        screen = NoteFormScreen(run.collection.note_form(str(path), note))
        opened = Form(run, path, screen)
        screen._saved = opened.saved.append
        await run.app.push_screen(screen)
        await run.pilot.pause()
        yield opened


async def test_a_note_is_edited_with_its_preview_and_saved(tmp_path: Path) -> None:
    async with form(tmp_path) as it:
        run = it.run
        assert "Edit a note · Capitals" in run.text()
        assert "flashcard" in run.text()
        await run.press("tab", "tab", "shift+tab")
        await run.type(" it is")
        assert "Paris it is" in run.text().partition("answer: Paris it is")[2]  # in the preview too
        await run.press("ctrl+s")
        assert it.saved == ["france"]
        assert "answer: Paris it is\n" in it.path.read_text()
        assert run.app.screen is not it.screen


async def test_what_is_wrong_is_said_while_typing_and_is_not_saved(tmp_path: Path) -> None:
    async with form(tmp_path) as it:
        run = it.run
        before = it.path.read_bytes()
        await run.press("end", "enter")
        await run.type("answr= x")
        assert "not yet a note" in run.text()
        await run.press("ctrl+s")
        assert "! " in run.text()
        assert it.path.read_bytes() == before
        await run.press("escape")
        assert "Leave without saving?" in run.text()
        await run.press("n")
        assert run.app.screen is it.screen
        await run.press("escape", "y")
        assert it.saved == [""]
        assert it.path.read_bytes() == before


async def test_what_is_not_saved_is_not_quit_over(tmp_path: Path) -> None:
    async with form(tmp_path) as it:
        await it.run.type("x")
        await it.run.press("ctrl+q")
        assert "This is not saved: Ctrl+S saves it" in it.run.text()
        await it.run.press("escape", "ctrl+q")
        assert "Leave without saving?" in it.run.text()
        await it.run.press("y")
        await it.run.pilot.press("ctrl+q")
        assert it.run.app.return_code == 0


async def test_kinds_are_gone_through_and_the_file_taken_again(tmp_path: Path) -> None:
    async with form(tmp_path, "spain", (120, 40)) as it:
        run = it.run
        await run.press("ctrl+t")
        assert "kind: typed" in it.lines
        await run.press("ctrl+t", "ctrl+t")
        assert "wrong:" in it.lines
        assert "choice" in run.text()
        await run.press("ctrl+r")
        assert it.lines == it.screen.form.text
        await run.press("ctrl+z")
        assert "wrong:" in it.lines
        await run.press("ctrl+r", "escape")
        assert it.saved == [""]


async def test_a_file_changed_meanwhile_is_said_and_saved_over_only_when_asked_again(tmp_path: Path) -> None:
    async with form(tmp_path) as it:
        run = it.run
        await run.type("!")
        it.path.write_text(it.path.read_text().replace("Madrid", "Madrid City"))
        await run.press("ctrl+s")
        assert "Ctrl+S again saves these lines" in run.text().replace("\n", " ")
        assert "!" in it.lines
        await run.press("ctrl+s")
        assert it.saved == ["france"]
        assert "Madrid City" in it.path.read_text()
        assert "Capital of France?!" in it.path.read_text()


async def test_a_new_note_and_hostile_text(tmp_path: Path) -> None:
    async with form(tmp_path, "") as it:
        run = it.run
        assert "A new note" in run.text()
        lines = it.screen.query_one(NoteLines)
        lines.replace("question: A [red]a\x1b[31m\x07?\nanswer: '[/]'", (0, 0), lines.document.end)
        await run.pilot.pause()
        assert "\x1b" not in it.lines
        assert "[red]a" in run.text()
        await run.press("ctrl+s")
        assert run.app.screen is not it.screen, run.text()
        assert "[red]a" in it.path.read_text()


async def test_a_new_note_is_typed_over_its_example_without_a_thought_of_yaml(tmp_path: Path) -> None:
    async with form(tmp_path, "") as it:
        run = it.run
        for key in "Why: so?":  # faster than the screen can follow
            run.app.post_message(Key(key, key))
        run.app.post_message(Key("tab", "\t"))
        for key in "because, # yes":
            run.app.post_message(Key(key, key))
        await run.press("end")
        assert it.lines == "question: Why: so?\nanswer: because, # yes"
        assert "✗" not in run.text()
        await run.press("ctrl+s")
        assert '  - question: "Why: so?"\n' in it.path.read_text()
        assert '    answer: "because, # yes"\n' in it.path.read_text()
