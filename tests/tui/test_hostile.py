"""A stranger's text is only text: on every screen, in every place where it can stand."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from quizzer.core.event import Did
from tests.tui.driving import Driven, driven, write_deck

PAYLOADS = [
    "Paris [/x] [@click=app.quit]Paris[/] $primary {{x}} [link=https://example.org]Paris[/link] [bold red]Paris",
    "\\e]52;c;aGk=\\a \\e[2J\\e]0;title\\a Paris \\x9b31m Paris \\u202e sirap",
    "Paris \\0 " + "e\\u0301\\u0301" * 40,
]
BAD = [chr(code) for code in [*range(0x00, 0x0A), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0), 0x202E, 0x2066]]


def deck(text: str) -> str:
    """Cards of every form that say the text everywhere, as JSON, which is YAML; escapes become what they stand for."""
    raw = text.replace("\\e", "\x1b").replace("\\a", "\x07").replace("\\x9b", "\x9b").replace("\\0", "\x00")
    raw = raw.replace("\\u202e", "\u202e").replace("\\u0301", "\u0301")
    common = {"explanation": raw, "quote": raw, "hint": raw, "tags": [raw]}
    cards = [
        {"question": raw, "answer": raw, "id": "a", **common},
        {"question": raw + "?", "answer": raw, "accept": [raw], "id": "b", **common},
        {
            "question": raw,
            "answer": {"text": raw, "because": raw},
            "wrong": [{"text": raw + "!", "because": raw}],
            "id": "c",
            **common,
        },
        {"statement": raw, "answer": True, "id": "d", **common},
        {"question": "```python\n" + raw + "\n```", "answer": raw, "id": "e", **common},
        {"question": raw, "order": [raw, raw + "2"], "id": "f", **common},
        {"question": raw, "answer": [], "id": "broken " + raw},
    ]
    return "".join(f"  - {json.dumps(card)}\n" for card in cards)


def check(run: Driven) -> None:
    """Nothing on the screen could drive a terminal, and the application runs."""
    assert run.app.is_running
    shown = run.text()
    assert not [char for char in BAD if char in shown]


def write(tmp_path: Path, payload: str) -> None:
    """The deck, the text in its title too."""
    write_deck(tmp_path / "decks", deck(payload))
    path = tmp_path / "decks" / "capitals.yaml"
    title = json.dumps(payload.replace("\\e", "\x1b").replace("\\a", "\x07"))
    path.write_text(path.read_text(encoding="utf-8").replace("title: Capitals", f"title: {title}"), encoding="utf-8")


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_hostile_text_does_nothing_on_any_screen(tmp_path: Path, payload: str) -> None:
    write(tmp_path, payload)
    async with driven(tmp_path, study=False) as run:
        check(run)
        await run.press("down")
        check(run)
        await run.press("p")
        check(run)
        await run.press("down", "escape", "b", "down")
        check(run)
        await run.press("escape", "enter")
        for _ in range(6):
            check(run)
            if "checks what you typed" in run.text():
                await run.press("P", "enter")
            await run.press("h", "0", "1", "enter")
            check(run)
            await run.press("s")
            check(run)
            await run.press("escape", "*", "x", "enter")
            check(run)
            await run.press("3")
            check(run)
        await run.press("u")
        check(run)


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_hostile_text_does_nothing_in_a_quiz(tmp_path: Path, payload: str) -> None:
    write(tmp_path, payload)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "down")
        for key in ("right", "down", " ", "escape", *["down"] * 4, "right", "enter"):
            await run.press(key)  # its tag, the kinds to tick, and what no machine can mark
            check(run)
        for _ in range(6):
            check(run)
            await run.press("1", "2", "enter")
            check(run)
            await run.press("pagedown")
        await run.press("escape", "f4")
        check(run)
        await run.press("h", "y")
        for _ in range(3):
            check(run)
            await run.press("1")
        for key in ("down", "s", "escape", "r", "escape", "a", "down", "y", "u", "enter", "x", "r"):
            await run.press(key)
            check(run)
        assert run.events(Did.QUIZ_FINISHED) != []


async def test_a_huge_response_to_a_quiz_is_judged_and_shown_clean(tmp_path: Path) -> None:
    async with driven(tmp_path, "  - {question: Where?, answer: Here, accept: [], id: a}\n", study=False) as run:
        await run.press("x", "enter")
        run.app.screen.query_one("#field", Input).value = "x\u202e\x1b[31m \x07" * 100_000
        await run.press("enter")
        check(run)
        await run.press("h")
        check(run)
        assert "0 of 1" in run.text()
        assert run.ratings() == [1]


async def test_a_tag_in_a_question_is_shown_as_written(tmp_path: Path) -> None:
    async with driven(
        tmp_path, "  - {question: 'Where is [@click=app.quit]Paris[/]?', answer: 'In [/x] France'}\n"
    ) as run:
        assert "Where is [@click=app.quit]Paris[/]?" in run.text()
        await run.pilot.click(offset=(30, 3))
        await run.press("enter")
        assert "In [/x] France" in run.text()


async def test_pasted_controls_do_not_reach_the_screen(tmp_path: Path) -> None:
    async with driven(tmp_path, "  - {question: 'Type?', answer: x, accept: [y]}\n") as run:
        from textual.events import Paste

        run.app.screen.focused.post_message(Paste("a\x1b]52;c;aGk=\x07b")) if run.app.screen.focused else None
        await run.press("z")
        check(run)
        assert "z" in run.text()
