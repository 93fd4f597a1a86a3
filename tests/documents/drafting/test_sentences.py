"""A text falls into sentences where a reader would say so."""

import pytest

from quizzer.documents.drafting.sentences import Block, blocks, sentences


@pytest.mark.parametrize(
    "text",
    [
        "He left. | She stayed.",
        "Dr. Smith met Mr. J. R. Jones. | They spoke.",
        "The U.S. Senate met. | It sat in the U.S. | The vote came at 5 p.m. | It failed.",
        "Am 9. November 1989 fiel sie. | Im 19. Jahrhundert war z. B. alles anders.",
        "It cost 3.5 million, i.e. too much. | Why? | Nobody said “no.” | All left.",
        "It rose by 20 % in vol. 3, pp. 4 f. | Then it fell…",
        "彼は来た。| 彼女も来た。",
        "No end here",
    ],
)
def test_sentences_end_where_a_reader_would_say_so(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]
    joined = "".join(part + ("" if part.endswith("。") else " ") for part in parts).strip()
    assert [joined[slice(*where)] for where in sentences(joined, 0, len(joined))] == parts


def test_blocks_are_paragraphs_and_items_without_code_and_tables() -> None:
    text = "One\ntwo.\n\n- item\n  goes on\n- next\n\n```\ncode\n```\n| a | b |\n3. third\n"
    assert [(text[block.start : block.end], block.marker) for block in blocks(text)] == [
        ("One\ntwo.", ""),
        ("item\n  goes on", "-"),
        ("next", "-"),
        ("third", "3"),
    ]
    assert Block(0, 1).marker == ""
