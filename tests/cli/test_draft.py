"""`quizzer draft`: a deck of drafts on stdout, or in a file of which nothing is overwritten."""

import json
from pathlib import Path

import pytest

from quizzer.formats.deck_reader import read_deck
from tests.cli.running import Quizzer

DOCUMENT = """The Harlow Canal was a waterway that joined the port of Easton to the mines.

The Board of Inland Waterways (BIW) closed the canal in 1868. On 14 May 1798, the first boat reached Easton.
"""


def document(quizzer: Quizzer, text: bytes = DOCUMENT.encode(), name: str = "canal.txt") -> str:
    path = quizzer.decks / name
    path.write_bytes(text)
    return str(path)


def test_without_a_deck_the_drafts_are_a_deck_on_stdout(quizzer: Quizzer) -> None:
    code, out, err = quizzer("draft", document(quizzer))
    deck, problems = read_deck(out.encode(), "deck.yaml")
    assert (code, problems) == (0, [])
    assert deck
    assert len(deck.notes) > 3
    assert all(note.draft and note.quote and note.source and note.source.passage for note in deck.notes)
    assert err == f"{len(deck.notes)} drafts\n"
    assert "comment: found by the rule expansions" in out


def test_a_new_deck_is_written_then_added_to_and_nothing_in_it_is_asked_again(quizzer: Quizzer) -> None:
    source, deck = document(quizzer), str(quizzer.decks / "canal.yaml")
    code, out, err = quizzer("draft", source, "-o", deck, "-n", "2")
    assert (code, out, err) == (0, "", f"added 2 drafts to the new deck {deck}\n")
    written = Path(deck).read_text("utf-8").replace("    draft: true", "    # looked at\n    draft: true", 1)
    Path(deck).write_text(written, "utf-8")
    assert "it asks 2 others already" in quizzer("draft", source, "-o", deck).err
    assert Path(deck).read_text("utf-8").startswith(written)
    before = Path(deck).read_bytes()
    assert "added 0 drafts" in quizzer("draft", source, "-o", deck).err
    assert Path(deck).read_bytes() == before
    assert quizzer("check", deck).code == 0
    assert quizzer("due", deck).out.count("canal") <= 1


def test_another_document_gets_a_source_of_its_own_and_one_outside_is_said(quizzer: Quizzer, tmp_path: Path) -> None:
    deck = quizzer.deck("title: Canal\nsources:\n  canal: {title: Another}\ncards:\n  - A = B\n", "canal.yaml")
    outside = tmp_path / "canal.txt"
    outside.write_text(DOCUMENT, "utf-8")
    told = quizzer("draft", str(outside), "-o", str(deck)).err
    assert "outside the deck's folder" in told
    text = deck.read_text("utf-8")
    assert "canal-2:" in text
    assert "doc: canal-2" in text
    assert "added 0 drafts" in quizzer("draft", str(outside), "-o", str(deck)).err


def test_a_draft_is_never_asked(quizzer: Quizzer) -> None:
    deck = str(quizzer.decks / "canal.yaml")
    quizzer("draft", document(quizzer), "-o", deck)
    assert json.loads(quizzer("due", "--json").out.splitlines()[0])["new"] == 0


def test_json_gives_one_object_a_draft(quizzer: Quizzer) -> None:
    rows = [json.loads(line) for line in quizzer("draft", document(quizzer), "--json").out.splitlines()]
    assert rows[0]["rule"] == "expansions"
    assert {"rule", "usefulness", "kind", "quote", "source", "draft"} <= rows[0].keys()
    assert [row["usefulness"] for row in rows] == sorted((row["usefulness"] for row in rows), reverse=True)


def test_an_encoding_can_be_told(quizzer: Quizzer) -> None:
    path = document(quizzer, "Die Kuppel brannte am 3. März 1945 völlig aus.".encode("latin-1"))
    assert quizzer("draft", path).code == 1
    assert "3. März 1945" in quizzer("draft", path, "--encoding", "latin-1").out


def test_what_cannot_be_read_or_changed_gets_a_sentence(quizzer: Quizzer) -> None:
    assert "no such file" in quizzer("draft", str(quizzer.decks / "none.txt")).err
    broken = quizzer.deck("no deck at all", "broken.yaml")
    code, _, err = quizzer("draft", document(quizzer), "-o", str(broken))
    assert (code, err.count("\n")) == (1, 1)
    assert broken.read_text("utf-8") == "no deck at all"
    assert quizzer("draft", document(quizzer), "-n", "0").code == 2
    assert quizzer("draft", document(quizzer, b"Nothing here."), "-n", "3").err == "0 drafts\n"


def test_ctrl_c_says_what_became_of_the_deck(quizzer: Quizzer, monkeypatch: pytest.MonkeyPatch) -> None:
    source, deck = document(quizzer), str(quizzer.decks / "canal.yaml")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", interrupted)
        code, out, err = quizzer("draft", source, "-o", deck)
        assert (code, out, err) == (130, "", f"stopped; {deck} has either all of these drafts or none of them\n")
        patch.setattr("quizzer.collection.drafting.draft", interrupted)
        assert quizzer("draft", source, "-o", deck).err == "stopped before anything was written\n"
    assert [path.name for path in quizzer.decks.iterdir()] == ["canal.txt"]
