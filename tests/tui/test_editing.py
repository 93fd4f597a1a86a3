"""Editing while studying: an editor, the form, other programs; the same card comes back, and nothing is lost."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizzer.tui.quizzer_app import QuizzerApp
from quizzer.tui.screens.note_form import NoteFormScreen
from tests.tui.driving import Driven, driven, write_deck

CARDS = """\
  - {question: Capital of Frnce?, answer: Paris}
  - {question: Capital of Spain?, answer: Madrid, id: spain}
"""


@pytest.fixture(autouse=True)
def suspended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's terminal cannot step aside, so it need not."""

    @contextmanager
    def suspend(self: QuizzerApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(QuizzerApp, "suspend", suspend)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str) -> None:
    """An editor that does this to the text of the file it is given, after noting its arguments."""
    script = tmp_path / "vim"
    script.write_text(
        f"#!{sys.executable}\nimport sys\npath = sys.argv[-1]\n"
        f"open({str(tmp_path / 'argv')!r}, 'w').write(' '.join(sys.argv[1:]))\n"
        f"text = open(path, encoding='utf-8').read()\n{body}\nopen(path, 'w', encoding='utf-8').write(text)\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))


def card(run: Driven) -> str:
    """The id of the card that is shown."""
    sitting = run.app.sitting
    assert sitting is not None
    assert sitting.showing is not None
    return sitting.showing.card.id


async def test_the_editor_opens_at_the_note_and_the_same_card_comes_back_with_its_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "text = text.replace('Frnce', 'France')")
    async with driven(tmp_path, CARDS) as run:
        before = card(run)
        await run.press(" ", "e")
        assert "Capital of France?" in run.text()
        assert "its history is kept" in run.text()
        now = card(run)
        assert now != before
        assert (tmp_path / "argv").read_text().split() == ["+3", str(tmp_path / "decks" / "capitals.yaml")]
        assert "Good" in run.text()  # still revealed
        await run.press("3", "u", " ", "3")
        assert [event.card for event in run.events()] == [now, now]
        assert "id: ~" not in (tmp_path / "decks" / "capitals.yaml").read_text(), "only the editor writes to the file"


@pytest.mark.parametrize(
    "body", ["text = text.replace('answer: Paris', 'answr: [')", "text = ''", "text = '\\x00\\x01: ['"]
)
async def test_broken_yaml_leaves_the_card_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    editor(monkeypatch, tmp_path, body)
    async with driven(tmp_path, CARDS) as run:
        before = card(run)
        await run.press("e")
        assert "capitals.yaml" in run.text()
        assert "stays as it was" in " ".join(run.text().split())
        assert "Capital of Frnce?" in run.text()
        await run.press(" ")
        assert "Paris" in run.text()
        editor(monkeypatch, tmp_path, f"text = {'title: Capitals' + chr(10) + 'cards:' + chr(10) + CARDS!r}")
        await run.press("e")
        assert card(run) == before
        await run.press("3")
        assert [event.card for event in run.events()] == [before]


async def test_another_note_that_the_editor_broke_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, tmp_path, "text = text.replace('answer: Madrid', 'answer: [Madrid')")
    async with driven(tmp_path, CARDS) as run:
        before = card(run)
        await run.press("e")
        said = " ".join(run.text().split())
        assert "capitals.yaml:4:5: this { is not closed. Another note is left out for that. e opens it again." in said
        assert card(run) == before
        await run.press(" ", "e")
        assert "is left out" not in run.text(), "it is known already"


async def test_an_editor_that_fails_or_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, tmp_path, "sys.exit(3)")
    async with driven(tmp_path, CARDS) as run:
        await run.press("e")
        assert "ended with code 3" in " ".join(run.text().split())
        monkeypatch.setenv("EDITOR", "/no/such/editor")
        await run.press("e")
        assert "cannot be started" in " ".join(run.text().split())
        assert "Capital of Frnce?" in run.text()


async def test_without_an_editor_the_form_comes_and_goes_back_to_the_card(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        before = card(run)
        await run.press("e")
        assert isinstance(run.app.screen, NoteFormScreen)
        await run.press("tab")
        await run.type(" city")
        await run.press("ctrl+s", " ")
        assert card(run).partition("/")[0] == "capitals"
        assert "Paris city" in run.text()
        await run.press("3", " ", "3")
        assert len(run.events()) == 2
        assert run.events()[0].card == "capitals/capital-frnce" != before
        await run.press("escape")


async def test_another_program_s_changes_are_seen_and_keep_the_place(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        screen = run.app.screen
        await screen.watch_deck()  # type: ignore[attr-defined]
        await run.press(" ", "left")
        write_deck(tmp_path / "decks", CARDS.replace("Paris}", "Paris, hint: Seine}") + "  - A = B\n")
        await screen.watch_deck()  # type: ignore[attr-defined]
        assert "Capital of Frnce?" in run.text()
        assert "this is the card as it is now" in run.text()
        await screen.watch_deck()  # type: ignore[attr-defined]
        (tmp_path / "decks" / "capitals.yaml").unlink()
        await screen.watch_deck()  # type: ignore[attr-defined]
        await run.press("3")
        assert len(run.events()) == 1


async def test_a_quiz_result_takes_an_edit_in_and_keeps_what_was_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "  - {question: Capital of Frnce?, answer: Paris, accept: [Paname], id: france}\n"
    async with driven(tmp_path, typed, study=False, size=(80, 30)) as run:
        await run.press("x", "enter", *"Rome", "enter", "h")
        assert "To learn from: 1" in run.text()
        editor(monkeypatch, tmp_path, "text = text.replace('Frnce', 'France')")
        await run.press("e")
        assert "Capital of France?" in run.text()
        assert "what was marked stays" in run.text()
        editor(monkeypatch, tmp_path, "text = text.replace('answer: Paris', 'answer: [')")
        await run.press("e")
        assert "capitals.yaml:3:" in run.text()
        assert "Capital of France?" in run.text()
        assert "To learn from: 1" in run.text()
        await run.press("i")
        assert "Card info" in run.text()
