"""What `check` says of sources: files that are not there, and words that their documents do not hold."""

from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.settings import Settings
from quizzer.formats.codes import ADVICE

ATLAS = "# Atlas\n\nParis, capital\nof France.\n"
NOTE = "  - {question: Which?, answer: Paris, source: atlas, quote: "


def checked(folder: Path, deck: str, atlas: bytes | None = ATLAS.encode()) -> list[tuple[str, int, int]]:
    """Code, line and column of what is found in a deck beside a document."""
    decks = folder / "decks"
    decks.mkdir(exist_ok=True)
    (decks / "deck.yaml").write_text(deck, "utf-8")
    if atlas is not None:
        (decks / "atlas.md").write_bytes(atlas)
    settings = Settings(home=str(folder / "home"), decks=(str(decks),), now="2026-11-23T08:12:00+01:00")
    with Collection.open(settings) as collection:
        found = collection.check([str(decks / "deck.yaml")])
        assert found == collection.check_all()
        assert [problem for problem in collection.problems() if problem in found] == collection.problems()
        assert collection.overview().everything.new == 1
    return [(problem.code, problem.line, problem.column) for problem in found if problem.code not in ADVICE]


def deck(file: str, quote: str = "x") -> str:
    return f"sources:\n  atlas: {{title: {file}, file: {file}}}\ncards:\n{NOTE}{quote!r}}}\n"


@pytest.mark.parametrize("quote", ["Paris, capital of France", "capital\\nof", "France."])
def test_words_that_stand_in_the_document_are_fine_whatever_its_line_ends(tmp_path: Path, quote: str) -> None:
    assert checked(tmp_path, deck("atlas.md", quote.replace("\\n", " "))) == []


def test_words_that_do_not_stand_there_are_found_where_they_are_quoted(tmp_path: Path) -> None:
    assert checked(tmp_path, deck("atlas.md", "Madrid is in Spain")) == [("quote-not-found", 4, 54)]


def test_words_quoted_by_default_are_found_where_the_note_is(tmp_path: Path) -> None:
    text = "sources:\n  atlas: {file: atlas.md}\ndefaults: {source: atlas, quote: no}\ncards:\n  - A = B\n"
    assert checked(tmp_path, text) == [("quote-not-found", 5, 1)]


@pytest.mark.parametrize("file", ["gone.md", "gone.pdf", "sub/gone.md", "/etc/gone.md", "../gone.md"])
def test_a_file_that_is_not_there_or_lies_outside_is_told_where_it_is_named(tmp_path: Path, file: str) -> None:
    assert checked(tmp_path, deck(file)) == [("missing-source", 2, 26 + len(file))]


def test_a_document_that_is_no_text_is_told_and_its_quotes_are_not(tmp_path: Path) -> None:
    assert checked(tmp_path, deck("atlas.md"), b"\xff\xfe caf\xe9") == [("missing-source", 2, 34)]


def test_a_file_whose_name_is_written_in_another_way_is_told_at_the_beginning(tmp_path: Path) -> None:
    text = 'sources:\n  atlas: {file: "gone\\x2emd"}\ncards:\n  - A = B\n'
    assert checked(tmp_path, text) == [("missing-source", 1, 1)]


def test_what_is_neither_file_nor_text_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "atlas.jpg").write_bytes(b"\xff\xd8")
    assert checked(tmp_path, deck("atlas.jpg")) == []
    text = "sources:\n  atlas: {url: 'https://example.org'}\ncards:\n" + NOTE + "x}\n"
    assert checked(tmp_path, text) == []


def test_problems_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = deck("gone.md") + "  - {question: Nothing?}\n"
    assert [code for code, _, _ in checked(tmp_path, text)] == ["missing-source", "missing-key"]
