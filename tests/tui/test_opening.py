"""Passages of documents that take long to read are read beside the screen, and never before the answer."""

from pathlib import Path

import pytest

from quizzer.collection import reading
from tests.documents import samples
from tests.tui.driving import driven, write_deck

CARDS = """\
  - question: How many kings ruled Rome?
    id: kings
    answer: Seven
    source: {doc: book, passage: 1}
    quote: Seven kings ruled "Rome"
"""
FORMATS = {
    "rome.pdf": samples.pdf([["Seven kings ruled “Rome”, it says.".replace("“", '"').replace("”", '"')], ["The end."]]),
    "rome.epub": samples.epub(["<h1>Rome</h1><p>Seven kings ruled “Rome”, it says.</p>"]),
    "rome.docx": samples.docx(samples.paragraph("Seven kings ruled “Rome”, it says.")),
    "rome.html": "<h1>Rome</h1><p>Seven kings ruled “Rome”, it says.".encode(),
}


def write(folder: Path, name: str, data: bytes) -> None:
    path = write_deck(folder / "decks", CARDS)
    deck = path.read_text("utf-8")
    path.write_text(f"sources:\n  book: {{title: Rome, file: {name}}}\n{deck}", "utf-8")
    (folder / "decks" / name).write_bytes(data)


@pytest.mark.parametrize("name", FORMATS)
async def test_every_format_is_opened_when_it_is_asked_for(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, FORMATS[name])
    async with driven(tmp_path) as person:
        await person.press("s")
        assert "would give the answer away" in person.text()
        assert "Rome\n" not in person.text()
        await person.press(" ")
        assert "Rome, passage 1" in person.text()
        assert not reading._finders
        await person.press("s")
        await person.app.workers.wait_for_complete()
        await person.pilot.pause()
        lines = [line for line in person.text().splitlines() if "it says" in line]
        assert len(lines) == 1
        assert lines[0].startswith(" ▌ Seven kings ruled")
        await person.press("escape", "s")
        await person.app.workers.wait_for_complete()
        await person.pilot.pause()
        assert "it says" in person.text()


async def test_leaving_while_a_document_is_read_stops_the_reading(tmp_path: Path) -> None:
    write(tmp_path, "rome.pdf", samples.pdf([["Seven kings."]] * 30))
    async with driven(tmp_path) as person:
        await person.press(" ", "s", "escape")
        await person.app.workers.wait_for_complete()
        assert person.app.screen.query("#question")


async def test_a_document_that_cannot_be_read_is_said_with_the_quote(tmp_path: Path) -> None:
    write(tmp_path, "rome.docx", b"no zip")
    async with driven(tmp_path, size=(120, 40)) as person:
        await person.press(" ", "s")
        await person.app.workers.wait_for_complete()
        await person.pilot.pause()
        assert "! rome.docx cannot be read: it is damaged" in person.text()
        assert 'Seven kings ruled "Rome"' in person.text()


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_finders", {})
