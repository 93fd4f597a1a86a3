"""A passage's text as it would be read out, and the way back to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.passage import Document, Passage, Role, read_out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[16] Allies have blamed Iran.", "Allies have blamed Iran."),
        ("the demands,[17] echoing", "the demands, echoing"),
        ("He left [3][4] soon [12, 13].", "He left soon."),
        ("It was so.¹² Then m² of it", "It was so. Then m² of it"),
        ("as said[citation needed] there[a]", "as said there"),
        ("I think [normalization] will, in [1981]", "I think [normalization] will, in [1981]"),
        ("a **bold** [text]", "a **bold** [text]"),
    ],
)
def test_reference_marks_are_not_read_out(text: str, said: str) -> None:
    assert read_out(Passage("1", (), text)).text == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a **bold** and *soft* `x = 1` word", "a bold and soft x = 1 word"),
        ("a [link](https://example.org/a_b) and ![map](m.png)it", "a link and it"),
        ("> said\n> so[^1]", "said\nso"),
        ("_so_ snake_case 2 * 3", "so snake_case 2 * 3"),
        ("- item\n* other", "- item\n* other"),
    ],
)
def test_markdowns_signs_are_not_read_out(text: str, said: str) -> None:
    assert read_out(Passage("1", (), text, markdown=True)).text == said


def test_code_is_read_as_it_stands() -> None:
    assert read_out(Passage("1", (), "a[1] = **x", role=Role.CODE, markdown=True)).text == "a[1] = **x"


@given(st.lists(st.sampled_from(["word", "[16]", " ", ",", "**", "[a](b)", "`", "\n", "> ", "¹", "é"])), st.data())
def test_what_is_read_out_stands_in_the_text_in_its_order(parts: list[str], data: st.DataObject) -> None:
    passage = Passage("1", (), "".join(parts), markdown=data.draw(st.booleans()))
    said = read_out(passage)
    for at, char in enumerate(said.text):
        start, end = said.place(at, at + 1)
        assert passage.text[start:end] == char
    start = data.draw(st.integers(0, len(said.text)))
    end = data.draw(st.integers(start, len(said.text)))
    first, last = said.place(start, end)
    quote = iter(passage.text[first:last])
    assert all(char in quote for char in said.text[start:end])
    assert 0 <= first <= last <= len(passage.text) or not said.text


def test_a_passage_knows_its_heading_and_whether_it_is_asked_about() -> None:
    passage = Passage("4", ("Book", "The coup"), "It failed.")
    assert (passage.heading, Passage("1", (), "x").heading) == ("The coup", "")
    assert passage.is_asked_about
    assert not passage._replace(role=Role.CAPTION).is_asked_about
    document = Document("a.md", "A", (passage,), "")
    assert document.passage("4") is passage
    assert document.passage("") is document.passage("5") is None
