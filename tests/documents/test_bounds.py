"""Long texts are worked on piece by piece, and what is beyond all bounds is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.documents import blocks, epub, flowing, html
from quizzer.documents.blocks import Block, bounded, number
from quizzer.documents.flowing import pieces, squeezed
from quizzer.documents.html import read_page
from quizzer.documents.refusal import Refusal
from quizzer.documents.xml import parse
from tests.documents import samples


@given(st.text("a &\n", max_size=60), st.integers(1, 7))
def test_a_text_in_pieces_is_the_text(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(flowing, "PIECE", piece)
        parts = list(pieces(text, "&"))
        assert "".join(parts) == text
        assert all(part.startswith("&") for part in parts[1:])
        assert squeezed(text) == " ".join(text.split())


def test_more_blocks_or_text_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MANY", 3)
    with pytest.raises(Refusal, match="paragraphs"):
        bounded([Block("x")] * 4, 100)
    with pytest.raises(Refusal, match="MB of text"):
        bounded([Block("x" * 60)] * 2, 100)


def test_pages_of_entities_paragraphs_and_depth_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MANY", 3)
    with pytest.raises(Refusal, match="paragraphs"):
        read_page("<p>a" * 5)
    monkeypatch.setattr(html, "ENTITIES", 3)
    with pytest.raises(Refusal, match="entities"):
        read_page("&amp;" * 4)
    with pytest.raises(Refusal, match="nested deeper"):
        parse(b"<a>" * 1_001, lambda name, attributes: None)


def test_a_book_of_tags_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "SIGNS", 30)
    (tmp_path / "a.epub").write_bytes(samples.epub(["<p>a" * 40]))
    with (tmp_path / "a.epub").open("rb") as file, pytest.raises(Refusal, match="tags and entities"):
        list(epub.read_book(file).chapters)


@given(st.lists(st.builds(Block, st.text("a1. \n", min_size=1, max_size=9), st.integers(0, 3)), max_size=12))
def test_every_block_is_in_one_passage_and_no_number_comes_twice(made: list[Block]) -> None:
    found = number(made)
    assert "".join("".join(p.text.split()) for p in found) == "".join(
        "".join(block.text.split()) for block in made if not block.level
    )
    numbers = [p.number for p in found if p.number]
    assert len(set(numbers)) == len(numbers)
