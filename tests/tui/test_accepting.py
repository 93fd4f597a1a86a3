"""`Y`: a response that is right from now on, in study and in a quiz's result."""

from pathlib import Path

from quizzer.core.event import Did
from tests.tui.driving import driven, write_deck
from tests.tui.test_arranging import TYPED


def text_of(folder: Path) -> str:
    (file,) = (path for path in folder.rglob("*.yaml"))
    return file.read_text("utf-8")


async def test_a_response_is_right_from_now_on_and_u_takes_it_back(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        before = text_of(tmp_path)
        await run.press("escape", "Y")
        assert "Nothing is judged yet." in run.text()
        await run.press("tab", *"Risalli Movement", "enter", "Y")
        assert "✓ RIGHT   you said that you were right" in run.text()
        assert "You were right, now and from now on. u takes it back." in run.text()
        assert "Risalli Movement" in text_of(tmp_path)
        await run.press("u")
        assert text_of(tmp_path) == before
        assert "Taken back: “Risalli Movement” accepted from now on" in run.text()
        await run.press(*"Risalli Movement", "enter", "y", "Y", "enter")
        [event] = run.events(Did.REVIEWED)
        assert (event.data["rating"], event.data["score"]) == (3, 1)
        assert "Risalli Movement" in text_of(tmp_path)


async def test_only_typed_notes_accept_from_now_on(tmp_path: Path) -> None:
    async with driven(tmp_path, "\n  - question: How many?\n    answer: 3\n    unit: km\n") as run:
        await run.press("4", "enter", "Y")
        assert "Only a typed note lists what else is right" in run.text()


async def test_a_quiz_result_accepts_from_now_on_as_one_action(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", "\n  - question: Capital of France?\n    answer: Paris\n    accept: [Paname]\n")
    async with driven(tmp_path, study=False) as run:
        before = text_of(tmp_path)
        await run.press("x", "enter", *"Pariss", "enter", "h", "Y")
        assert "1 of 1 · 100 %" in run.text()
        assert "It counts as right, now and from now on." in run.text()
        assert "accept: [Paname, Pariss]" in text_of(tmp_path)
        await run.press("u")
        assert "0 of 1 · 0 %" in run.text()
        assert text_of(tmp_path) == before
