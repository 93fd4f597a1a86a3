"""Quotes are found again: to the letter, with other white space, marks and hyphens, moved, and reworded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.passage import Document, Passage
from quizzer.documents.blocks import number
from quizzer.documents.folding import fold, folded
from quizzer.documents.markdown import blocks
from quizzer.documents.quotes import Change, Finder, Found


def finder(*texts: str, markdown: bool = False) -> Finder:
    passages = [Passage(str(at), (), text, markdown=markdown) for at, text in enumerate(texts, 1)]
    return Finder(Document("a.txt", "A", tuple(passages), ""))


COUP = "In 1981 there was a coup attempt in Bahrain, orchestrated by the Islamic Front."
VISIT = "In November 2007 the president made his first official visit to Bahrain and met the king."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("coup attempt", "coup attempt"),
        (" coup\n  attempt ", "coup attempt"),
        ('said "so", it', "said “so”,[17] it"),
        ("exam-\nple of it - or", "example of it — or"),
        ("reestablish", "re-\nestablish"),
        ("the office's", "the oﬃce’s"),
        ("Seine Thames", "- Seine\n- Thames"),
        ("so bold", "*so* **bold**"),
        ("first. Second", "first.\n\nSecond"),
    ],
)
def test_a_quote_is_found_whatever_its_white_space_marks_and_hyphens(quote: str, words: str) -> None:
    found = finder("Before.", f"x {words} y" if not words.startswith("-") else words, markdown=True).find(quote)
    assert found.change is Change.UNCHANGED
    assert found.words.strip("*- ") == words.strip("*- ")


def test_a_quote_may_go_from_one_passage_into_the_next() -> None:
    found = finder("One “ends.”", "- Two begins.", "Three.").find('ends." Two begins', "1")
    assert (found.change, [p.number for p in found.passages]) == (Change.UNCHANGED, ["1", "2"])
    assert found.words == "ends.”\n\n- Two begins"
    exact = finder("One ends.", "Two begins.").find("ends.\n\nTwo")
    assert (len(exact.passages), exact.words) == (2, "ends.\n\nTwo")


def test_the_passage_that_a_note_names_counts_first() -> None:
    both = finder("It failed.", "It failed.")
    assert both.find("It failed", "2").passages[0].number == "2"
    assert both.find("It failed").passages[0].number == "1"
    assert both.find("It failed", "7").change is Change.MOVED
    assert finder("Other.", "It failed.").find("It failed", "1") == Found(
        Change.MOVED, (Passage("2", (), "It failed."),), (0, 9)
    )


def test_a_section_that_became_long_is_still_that_section() -> None:
    text = "# 1 Long\n\n" + "word " * 400 + "\n\nIt failed.\n\n# 2 Other\n\nx"
    sections = Finder(Document("a.md", "A", number(blocks(text)), ""))
    assert sections.find("It failed", "1").change is Change.UNCHANGED
    assert [p.number for p in sections.named("1")] == ["1-1", "1-2"]
    assert sections.named("") == sections.named("3") == ()


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("there was a coup attempt in Bahrein, led by the Islamic Front", COUP[8:-1]),
        ("In November 2007 the president of Iran made his first visit to Bahrain", VISIT[:71]),
        ("the president paid his first official visit to Bahrain", VISIT[17:71]),
    ],
)  # fmt: skip
def test_words_that_were_changed_are_found_by_the_words_around(quote: str, words: str) -> None:
    found = finder("Nothing here.", COUP, VISIT).find(quote, "1")
    assert found.change is Change.REWORDED
    assert found.words.rstrip(".") == words


@pytest.mark.parametrize(
    "quote", ["", "  ", "a wholly different sentence about ships", "Madrid, capital of Spain", "[17]"]
)
def test_what_does_not_stand_there_is_gone(quote: str) -> None:
    assert finder("Paris, capital of France.", COUP).find(quote) == Found(Change.GONE)


def test_a_quote_longer_than_its_passage_is_compared_as_a_whole() -> None:
    found = finder("The president made his first visit to Bahrain").find(
        "The president made his first visit to Bahrain ever"
    )
    assert (found.change, found.words) == (Change.REWORDED, "The president made his first visit to Bahrain")


PARTS = ["Paris", " ", "  ", "\n", "“so”", "re-", "establish", "'", "–", " - ", "café", "ﬁ", "²", "[16]", "*", "_", ".",
         "1.", "- ", " | ", "\u00a0", "x"]  # fmt: skip
ANY = st.lists(st.sampled_from(PARTS), min_size=1, max_size=25).map("".join)


@given(ANY, st.data())
def test_a_quote_cut_from_a_passage_is_found_to_the_letter(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))].strip()
    if quote:
        found = finder(text).find(quote)
        assert (found.change, found.words) == (Change.UNCHANGED, quote)


@given(ANY, st.booleans(), st.data())
def test_folded_text_knows_where_it_stood(text: str, markdown: bool, data: st.DataObject) -> None:
    whole = folded(text, markdown)
    assert whole.text == fold(text, markdown)
    if whole.text:
        start = data.draw(st.integers(0, len(whole.text) - 1))
        end = data.draw(st.integers(start + 1, len(whole.text)))
        first, last = whole.place(start, end)
        assert 0 <= first < last <= len(text)
        assert whole.place(0, len(whole.text))[1] <= len(text)


WORDS = st.lists(
    st.sampled_from(["Paris", "“Seine”", "river's", "well-known", "of", "1981,", "was"]), min_size=3, max_size=12
)


@given(WORDS, st.data())
def test_a_quote_is_found_again_after_changes_of_space_marks_and_hyphens(words: list[str], data: st.DataObject) -> None:
    changed = []
    for word in words:
        other = data.draw(st.sampled_from([word, word.replace("“", '"').replace("”", '"'), word.replace("'", "’"),
                                           word.replace("-", "-\n"), word.replace("-", ""), word[:2] + "-\n" + word[2:]
                                           if word[:4].isalpha() and len(word) > 4 else word]))  # fmt: skip
        changed.append(other)
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", "\t"]), min_size=len(words), max_size=len(words)))
    quote = "".join(word + gap for word, gap in zip(changed, gaps, strict=True))
    text = "Before it. " + " ".join(words) + " And after."
    found = finder("Other.", text).find(quote, "2")
    assert found.change is Change.UNCHANGED
    assert found.words == " ".join(words)


@pytest.mark.parametrize(
    "piece", [" ", "\n", " \n", "- ", "-", "[", "](", "![", "[1,", "*", "_", "`", "—", "|", "> ", "1. "]
)
def test_hostile_passages_are_folded_in_one_go(piece: str) -> None:
    text = "x" + piece * (8_000 // len(piece)) + "y"
    assert finder(*[text] * 20, markdown=True).find("z nowhere").change is Change.GONE


def test_a_long_quote_is_compared_without_end() -> None:
    text = " ".join(f"word{at}" for at in range(900))
    found = finder(text, COUP).find(text.replace("word5", "other"))
    assert found.change is Change.REWORDED
