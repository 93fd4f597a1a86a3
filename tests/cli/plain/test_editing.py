"""Editing and card info in a plain sitting: an editor where there is a terminal, else the place of the note."""

import io
import sys
from pathlib import Path

import pytest

from quizzer.cli.plain.lines import Lines
from quizzer.cli.plain.sitting import study
from tests.cli.running import Quizzer
from tests.collection.people import Person

DECK = "title: T\nid: t\ncards:\n  - question: Capital of Frnce?\n    answer: Paris\n"


class Terminal(io.StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        """It says so."""
        return True


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    someone = Person(tmp_path)
    someone.write("t.yaml", DECK)
    return someone


def editor(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """An editor that does this to the text of the file it is given."""
    script = folder / "nano"
    script.write_text(
        f"#!{sys.executable}\nimport sys\npath = sys.argv[-1]\ntext = open(path, encoding='utf-8').read()\n"
        f"{body}\nopen(path, 'w', encoding='utf-8').write(text)\n"
        f"open({str(folder / 'argv')!r}, 'w').write(' '.join(sys.argv[1:]))\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))


def heard(person: Person, *typed: str) -> str:
    """What is said in a sitting on a terminal."""
    sink = Terminal()
    with person.opened() as collection:
        study(collection, collection.sit(), Lines(Terminal("".join(f"{line}\n" for line in typed)), sink))
    return sink.getvalue()


def test_an_editor_opens_at_the_note_and_the_same_card_comes_back(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "text = text.replace('Frnce', 'France')")
    said = heard(person, ":e", "", "4")
    assert "The card as it is now; its history is kept." in said
    assert said.index("Capital of Frnce?") < said.index("Capital of France?")
    assert (tmp_path / "argv").read_text() == f"+4 {person.decks / 't.yaml'}"
    assert "Easy: it comes back in 8 days." in said


def test_what_an_editor_breaks_or_cannot_do_is_said_and_the_card_stays(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "text = text.replace('answer:', 'answer: [')")
    said = heard(person, ":e", "", "4")
    assert "t.yaml:5:" in said
    assert "The card stays as it was. :e opens it again." in said
    assert "Easy: it comes back" in said
    person.write("t.yaml", DECK)
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    person.now = "2026-12-23T08:12:00+01:00"
    assert "/no/such/editor cannot be started" in heard(person, ":e")


def test_without_an_editor_the_place_is_said_and_a_second_time_reads_it(person: Person) -> None:
    assert (
        f"No editor is known: set one with `quizzer options editor=nano`, or $EDITOR. The note is at {person.decks}"
        in (heard(person, ":e", ":q"))
    )
    said = heard(person, ":e", ":e", "", ":e", "4")
    assert "The card is as it was." in said
    assert "Easy: it comes back" in said


def test_without_a_terminal_the_place_is_said(quizzer: Quizzer) -> None:
    path = quizzer.deck(DECK, "t.yaml")
    said = quizzer("study", "--plain", typed=":e\n\n4\n").out
    assert f"There is no terminal for an editor here. The note is at {path}:4. Change it there" in said


def test_info_tells_the_answer_only_after_the_response(quizzer: Quizzer) -> None:
    quizzer.kinds()
    before, after = quizzer("study", "--plain", "--limit", "1", typed=":i\n\n:i\n4\n").out.split("Because", 1)
    assert "New: it was never reviewed." in before
    assert "History: nothing yet." in before
    assert "If rated now: Again 1 min" in before
    assert "Answer: Because, that is why" in after
    assert "Card: kinds/flash, flashcard" in after
