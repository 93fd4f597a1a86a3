"""Quotes are found again."""

from quizzer.documents.blocks import number
from quizzer.documents.markdown import blocks
from quizzer.documents.quotes import find_passage, find_quote


def test_quotes_are_found_to_the_letter_and_with_other_white_space() -> None:
    assert find_quote("was in", "It was in 1981.") == (3, 9)
    assert find_quote(" failed. It ", "It failed.\nIt was") == (3, 13)
    assert find_quote("succeeded", "It failed.") is None
    assert find_quote("  ", "It failed.") is None


def test_a_note_names_its_passage_or_its_quote_finds_it() -> None:
    document = number(blocks("## 4. Four\nfour\n## 5. Five\nfive words\n"))
    assert find_passage(document, "5", "five") == (document[1], (0, 4))
    assert find_passage(document, "4", "five") == (document[0], None)
    assert find_passage(document, "", "words") == (document[1], (5, 10))
    assert find_passage(document, "9", "nowhere") is None
