"""Markdown falls into numbered passages, to the letter."""

from quizzer.core.passage import Passage, Role
from quizzer.documents.blocks import number
from quizzer.documents.markdown import blocks

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

## 9 After

More.
"""


def passages(text: str) -> tuple[Passage, ...]:
    return number(blocks(text))


def test_most_headings_with_a_number_number_what_stands_under_them() -> None:
    found = passages(NOTES)
    assert [(p.number, p.heading) for p in found] == [
        ("", "Notes"),
        ("1", "The coup"),
        ("", "Names"),
        ("", "Names"),
        ("8", "The end"),
        ("9", "After"),
    ]
    assert found[1].text == "It failed.\nIt was in 1981."
    assert found[1].trail == ("Notes", "The coup")
    assert "# not a heading" in found[3].text


def test_a_long_numbered_section_is_numbered_block_by_block() -> None:
    found = passages("# 1 Long\n\n" + "word " * 300 + "\n\n" + "Word. " * 300 + "\n\n# 2 Short\n\nEnd.\n")
    assert [p.number for p in found] == ["1-1", "1-2", "2"]


def test_headings_whose_numbers_repeat_number_nothing() -> None:
    assert [p.number for p in passages("# 1 A\na\n# 1 B\nb\n\nc\n")] == ["1", "2", "3"]


def test_without_numbers_in_headings_each_block_is_counted() -> None:
    found = passages("# One\na\n\nb\n# Two\n\nc\n")
    assert [(p.number, p.trail, p.text) for p in found] == [
        ("1", ("One",), "a"),
        ("2", ("One",), "b"),
        ("3", ("Two",), "c"),
    ]


def test_a_list_stands_with_the_sentence_that_leads_to_it_and_code_and_tables_alone() -> None:
    text = "Three rivers:\n\n- Seine\n\n- Thames\n  is long\n\n  and wide\n\nAfter.\n\n"
    text += "~~~\n# x\n\n~~~\n\n| a | b |\n|---|---|"
    assert [(p.role, p.text) for p in passages(text)] == [
        (Role.LIST, "Three rivers:\n\n- Seine\n\n- Thames\n  is long\n\n  and wide"),
        (Role.TEXT, "After."),
        (Role.CODE, "~~~\n# x\n\n~~~"),
        (Role.TABLE, "| a | b |\n|---|---|"),
    ]


def test_underlined_headings_pictures_rules_and_front_matter_are_known() -> None:
    found = passages("---\ntitle: x\n---\nBook\n====\n\nText.\n\n![A map](map.png)\n\n***\n\nPart\n----\n\nMore.\n")
    assert [(p.trail, p.role, p.text) for p in found] == [
        (("Book",), Role.TEXT, "Text."),
        (("Book",), Role.CAPTION, "![A map](map.png)"),
        (("Book", "Part"), Role.TEXT, "More."),
    ]


def test_lists_of_references_are_boilerplate_that_no_number_counts() -> None:
    found = passages("# A\n\na\n\n# References\n\n- Somebody (1981).\n\n# B\n\nb\n")
    assert [(p.number, p.role) for p in found] == [("1", Role.TEXT), ("", Role.BOILERPLATE), ("2", Role.TEXT)]


def test_a_blank_document_has_no_passages() -> None:
    assert passages("") == passages("\n \n") == passages("# Title\n") == ()


def test_code_begins_a_passage_and_comments_belong_to_none() -> None:
    found = passages("So:\n```\nx\n```\nAfter it.\n\n<!-- hidden -->\n\nEnd.\n")
    assert [(p.role, p.text) for p in found] == [
        (Role.TEXT, "So:"),
        (Role.CODE, "```\nx\n```"),
        (Role.TEXT, "After it."),
        (Role.TEXT, "End."),
    ]
