"""Documents fall into numbered passages, and quotes are found in them again."""

from quizzer.documents.passages import Passage, Range, find_passage, find_quote, passages

NOTES = """# Notes

A word before.

## 1. The coup

It failed.
It was in 1981.

## Names ##

Hamad.

```
# not a heading
```

## 7) Later

## 8 The end

Bye.
"""


def test_the_text_under_each_heading_is_a_passage_with_its_number() -> None:
    found = passages(NOTES)
    assert [(p.number, p.heading) for p in found] == [("", "Notes"), ("1", "The coup"), ("", "Names"), ("8", "The end")]
    assert found[1].text == "It failed.\nIt was in 1981."
    assert "# not a heading" in found[2].text


def test_without_headings_each_paragraph_is_a_passage() -> None:
    assert passages("One.\nStill one.\r\n\r\n \n\nTwo.\n") == (
        Passage("1", "", "One.\nStill one."),
        Passage("2", "", "Two."),
    )


def test_headings_without_numbers_are_counted() -> None:
    assert [p.number for p in passages("# One\na\n# Two\nb\n")] == ["1", "2"]


def test_a_blank_document_has_no_passages() -> None:
    assert passages("") == passages("\n \n") == ()


def test_quotes_are_found_to_the_letter_and_with_other_white_space() -> None:
    assert find_quote("was in", "It was in 1981.") == Range(3, 9)
    assert find_quote(" failed. It ", "It failed.\nIt was") == Range(3, 13)
    assert find_quote("succeeded", "It failed.") is None
    assert find_quote("  ", "It failed.") is None


def test_a_note_names_its_passage_or_its_quote_finds_it() -> None:
    document = passages("## 4. Four\nfour\n## 5. Five\nfive words\n")
    assert find_passage(document, "5", "five") == (document[1], Range(0, 4))
    assert find_passage(document, "4", "five") == (document[0], None)
    assert find_passage(document, "", "words") == (document[1], Range(5, 10))
    assert find_passage(document, "9", "nowhere") is None
