"""Plain text falls into paragraphs; captions, headings and notices are known by their looks."""

import pytest

from quizzer.core.passage import Passage, Role
from quizzer.documents.blocks import Block, led_in, number
from quizzer.documents.plain_text import blocks, looked_at, role_of


def passages(text: str) -> tuple[Passage, ...]:
    return number(led_in(blocks(text)))


def test_each_paragraph_is_a_passage() -> None:
    assert passages("One.\nStill one.\n\n \n\nTwo.\n") == (
        Passage("1", (), "One.\nStill one."),
        Passage("2", (), "Two."),
    )


@pytest.mark.parametrize("title", ["THE COUP", "Chapter 4", "Kapitel IV: Der Putsch", "3 The coup", "The coup\n==="])
def test_headings_are_known_by_their_looks(title: str) -> None:
    assert len(passages(f"{title}\n\nIt failed.\n")[0].trail) == 1


def test_a_few_words_over_a_text_are_a_heading() -> None:
    found = passages(
        "The canal\n\nIt was long.\n\nTrade\n\nIt fell.\n\nEarly life\n\nA Lock\n\n1931\n\nso\n\nIt ended."
    )
    assert [(p.number, p.trail, p.text) for p in found] == [
        ("1", ("The canal",), "It was long."),
        ("2", ("The canal", "Trade"), "It fell."),
        ("3", ("The canal", "Trade"), "Early life"),
        ("4", ("The canal", "Trade"), "A Lock"),
        ("", ("The canal", "Trade"), "1931"),
        ("5", ("The canal", "Trade"), "so"),
        ("6", ("The canal", "Trade"), "It ended."),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Isa Qassim pictured in 2007", Role.CAPTION),
        ("Protests in Bahrain\nThe embassy after the attack", Role.CAPTION),
        ("Figure 3: The embassy was attacked.", Role.CAPTION),
        ("- Seine\n- Thames", Role.LIST),
        ("Page 12 of 40", Role.BOILERPLATE),
        ("© 2019 A. Mercator", Role.BOILERPLATE),
        ("It failed.", Role.TEXT),
        ("It failed in Bahrain.[4][17]", Role.TEXT),
        ("A sentence that goes on, for many words more than anyone would put under a picture, and stops without its "
         "full stop", Role.TEXT),
        ("Long text. " * 200, Role.TEXT),
    ],
)  # fmt: skip
def test_what_a_block_is_shows_in_its_looks(text: str, role: Role) -> None:
    assert role_of(text) is role


def test_a_list_stands_with_the_sentence_that_leads_to_it() -> None:
    found = passages("Three rivers:\n\n• Seine\n• Thames\n\nAfter that.")
    assert [(p.role, p.text) for p in found] == [
        (Role.LIST, "Three rivers:\n\n• Seine\n• Thames"),
        (Role.TEXT, "After that."),
    ]


def test_a_block_of_any_length_is_cut_into_passages_between_sentences_or_words() -> None:
    for text in ("One sentence. " * 5_000, "word " * 9_000, "x" * 50_000):
        found = passages(text)
        assert all(len(p.text) <= 8_000 for p in found)
        assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())
    assert all(p.text.endswith("sentence.") for p in passages("One sentence. " * 5_000))


def test_a_line_that_stands_alone_at_the_beginning_is_the_title() -> None:
    assert passages("Bahrain and Iran\n\nIt failed.") == (Passage("1", ("Bahrain and Iran",), "It failed."),)
    assert [p.text for p in passages("Only this line")] == ["Only this line"]
    assert [p.text for p in passages("A sentence.\n\nAnother.")] == ["A sentence.", "Another."]


def test_long_lists_are_cut_between_lines() -> None:
    found = passages("\n".join(f"- item {at}, e.g. this" for at in range(1000)))
    assert all(p.text.startswith("- item") and p.text.endswith("this") for p in found)
    assert len(found) > 1


@pytest.mark.parametrize(
    ("block", "role"),
    [
        (Block("Figure 3: The embassy."), Role.CAPTION),
        (Block("Page 12 of 40"), Role.BOILERPLATE),
        (Block("Copyright 2019 A. Mercator\nAll rights reserved."), Role.BOILERPLATE),
        (Block("It failed"), Role.TEXT),
        (Block("Page 12", role=Role.CODE), Role.CODE),
        (Block("Page 12", level=1), Role.TEXT),
        (Block("Figure 3. " * 200), Role.TEXT),
    ],
)
def test_captions_and_notices_are_known_by_their_words_in_every_format(block: Block, role: Role) -> None:
    assert looked_at(block).role is role
