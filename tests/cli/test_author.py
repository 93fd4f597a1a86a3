"""`quizzer author` and `quizzer DOCUMENT` open the authoring screen, and say so where there is none."""

import pytest

from tests.cli.running import Quizzer


@pytest.mark.parametrize("words", [("author",), ()])
def test_a_document_without_a_terminal_is_sent_to_draft(quizzer: Quizzer, words: tuple[str, ...]) -> None:
    path = quizzer.decks / "article.txt"
    path.write_text("It was signed in 2007.\n", "utf-8")
    ran = quizzer(*words, str(path))
    assert (ran.code, ran.out) == (2, "")
    assert "`quizzer draft` makes a deck without screens" in ran.err


@pytest.mark.parametrize("words", [("author",), ()])
def test_a_document_that_is_not_there_is_said(quizzer: Quizzer, words: tuple[str, ...]) -> None:
    ran = quizzer(*words, "none.pdf")
    assert ran.code == 1
    assert "none.pdf cannot be read: there is no such file." in ran.err
