"""What became of vanished cards: plain where it is plain, offered where it is in doubt, and never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.orphans import ALL_BUT_EQUAL, SAME_NAME, Text, closeness, paired, proposals, text_of

FRANCE = ("What is the capital of France?", "Paris")
ITALY = ("What is the capital of Italy?", "Rome")
MALTA = ("Which island lies south of Sicily?", "Malta")


def card(id: str, texts: tuple[str, str] = ("", "")) -> Text:
    return text_of(id, *texts)


def found(orphans: list[Text], present: list[Text]) -> list[tuple[str, str, bool]]:
    """Orphan, card, and whether there is no doubt."""
    return [(one.orphan, one.card, one.unmistakable) for one in proposals(orphans, present)]


@pytest.mark.parametrize(
    ("orphan", "present", "sure"),
    [
        (card("old/paris", FRANCE), card("new/paris", FRANCE), True),
        (card("old/paris", FRANCE), card("new/paris", ("Which city is the capital of France?", "Paris")), True),
        (card("old/paris", FRANCE), card("new/paris", ("Who stole Helena?", "Paris")), None),
        (card("old/q1", FRANCE), card("new/q1", MALTA), None),
        (card("old/q1", FRANCE), card("new/q1", ("What is the capital of Finland?", "Helsinki")), None),
        (card("d/~aaa", FRANCE), card("d/france", FRANCE), True),
        (card("d/~aaa", ("What is the captial of France?", "Paris")), card("d/~bbb", FRANCE), True),
        (card("d/~aaa", FRANCE), card("d/~bbb", ("Which is the capital city of France?", "Paris")), False),
        (card("d/~aaa", ("When did it begin?", "1981")), card("d/~bbb", ("When did it begin?", "1982")), False),
        (card("d/x", ("A war of 1914 that all of Europe fought", "Yes")),
         card("d/y", ("A war of 1939 that all of Europe fought", "Yes")), False),
        (card("d/x", ("Which of both acids is the stronger one in water?", "HCl")),
         card("d/y", ("Which of both acids is not the stronger one in water?", "HCl")), False),
        (card("d/x#aaaa", ("[ … ] is the capital of Bahrain", "Manama")),
         card("d/x#bbbb", ("[ … ] is the capital of Bahrain", "Manamah")), True),
        (card("d/x#aaaa", ("[ … ] is the capital of Bahrain", "Manama")),
         card("d/x#bbbb", ("Manama is the capital of [ … ]", "Bahrain")), None),
        (card("old/~abcdef012345"), card("new/~abcdef012345", FRANCE), True),
        (card("old/paris"), card("new/paris", FRANCE), False),
        (card("old/rome"), card("new/paris", FRANCE), None),
    ],
    ids=["moved", "moved and reworded", "another of that name", "a number as id", "nearly the same question",
         "got an id", "a slip", "reworded", "another year", "another war", "the contrary", "a slip in a hole",
         "another hole", "a hash tells the text", "nobody knows what it asked", "nothing in common"],
)  # fmt: skip
def test_there_is_doubt_or_none(orphan: Text, present: Text, sure: bool | None) -> None:
    assert found([orphan], [present]) == ([] if sure is None else [(orphan.id, present.id, sure)])


def test_markup_capitals_and_white_space_make_no_difference() -> None:
    assert (
        closeness(card("a/x", ("What **is** it?", "Here\nor there")), card("b/y", ("what is  it?", "here or there")))
        == 1
    )


def test_cards_of_a_note_go_together_also_those_that_are_only_alike() -> None:
    orphans = [card("old/rome", ITALY), card("old/rome#r", ("Rome", "What is the capital of Italy?"))]
    now = "Which city is Italy's capital?"
    present = [card("new/rome", ITALY), card("new/rome#r", ("Rome", now))]
    assert found(orphans, present) == [("old/rome", "new/rome", True), ("old/rome#r", "new/rome#r", True)]


def test_parts_that_have_changed_find_each_other_by_what_they_ask() -> None:
    orphans = [card("d/~a#1", ("[ … ] and Rome", "Paris")), card("d/~a#2", ("Paris and [ … ]", "Rome"))]
    present = [card("d/x#2", ("[ … ] and Rome", "Paris")), card("d/x#7", ("Paris and [ … ]", "Rome"))]
    assert found(orphans, present) == [("d/~a#1", "d/x#2", True), ("d/~a#2", "d/x#7", True)]


def test_two_that_match_as_well_are_a_doubt_and_a_better_one_is_none() -> None:
    orphan = card("old/paris", FRANCE)
    assert found([orphan], [card("new/a", FRANCE), card("new/b", FRANCE)]) == [("old/paris", "new/a", False)]
    assert found([orphan], [card("new/a", FRANCE), card("new/paris", FRANCE)]) == [("old/paris", "new/paris", True)]
    twins = [orphan, card("older/paris", FRANCE)]
    assert found(twins, [card("new/paris", FRANCE)]) == [("old/paris", "new/paris", False)]


def test_what_was_never_asked_goes_with_its_deck() -> None:
    """A card that was suspended before its first showing: nobody knows its text, but its deck has been renamed."""
    orphans = [card("old/hidden"), card("old/paris", FRANCE)]
    present = [card("new/hidden", ITALY), card("new/paris", FRANCE), card("other/hidden", MALTA)]
    assert found(orphans, present) == [("old/hidden", "new/hidden", True), ("old/paris", "new/paris", True)]
    assert found(orphans[:1], present) == [("old/hidden", "new/hidden", False)]


def test_an_id_of_very_many_decks_is_looked_for_by_the_questions_too() -> None:
    present = [card(f"d{number}/q1", (f"What is {'x' * number}?", "No")) for number in range(40)]
    present += [card("new/q1", ("What is the capital city of France?", "Paris"))]
    assert found([card("old/q1", FRANCE)], present) == [("old/q1", "new/q1", True)]


def test_without_patience_only_the_same_words_and_names_are_found() -> None:
    orphans = [card("d/~a", FRANCE), card("d/~b", MALTA), card("old/c", ITALY)]
    present = [card("d/x", FRANCE), card("d/y", ("Which island lies south of Sicily", "Malta")), card("new/c", ITALY)]
    assert [one.card for one in proposals(orphans, present, least=None)] == ["new/c", "d/x"][::-1]
    assert [one.card for one in proposals(orphans, present, least=ALL_BUT_EQUAL)] == ["d/x", "d/y", "new/c"]


def test_it_is_told_how_far_it_has_come() -> None:
    heard: list[tuple[int, int]] = []
    proposals([card("d/a", FRANCE), card("d/b", ITALY)], [], heard=lambda done, of: heard.append((done, of)))
    assert heard == [(0, 2), (1, 2)]


def test_by_hand_whatever_is_left_goes_together() -> None:
    assert [(a.id, b.id) for a, b, _ in paired([card("a/x#1", FRANCE)], [card("b/y", MALTA)], 0.0)] == [
        ("a/x#1", "b/y")
    ]
    assert paired([card("a/x")], [card("b/y", MALTA)], by_part=False) == []


_TEXTS = st.tuples(st.text("ab 1", max_size=6), st.text("ab 1", max_size=4))
_CARDS = st.dictionaries(
    st.tuples(st.sampled_from(("o", "p")), st.sampled_from(("x", "y", "~z")), st.sampled_from(("", "#1", "#r"))),
    _TEXTS, max_size=8,
)  # fmt: skip


@given(_CARDS, _CARDS)
def test_nobody_is_proposed_twice_and_notes_stay_together(
    gone: dict[tuple[str, str, str], tuple[str, str]], there: dict[tuple[str, str, str], tuple[str, str]]
) -> None:
    orphans = [card(f"{deck}/{note}{part}", texts) for (deck, note, part), texts in gone.items()]
    present = [card(f"n{deck}/{note}{part}", texts) for (deck, note, part), texts in there.items()]
    result = proposals(orphans, present)
    assert len({one.orphan for one in result}) == len({one.card for one in result}) == len(result)
    notes = {(one.orphan.partition("#")[0], one.card.partition("#")[0]) for one in result}
    assert len({orphan for orphan, _ in notes}) == len({now for _, now in notes}) == len(notes)
    assert all(0 <= one.closeness <= 1 for one in result)
    assert result == proposals(orphans[::-1], present[::-1])
    for orphan, _ in notes:
        own = [one for one in result if one.orphan.partition("#")[0] == orphan]
        assert len({one.unmistakable for one in own}) == 1
        best = max(one.closeness for one in own)
        assert not own[0].unmistakable or best >= SAME_NAME or (best == 0 and any(one.closeness for one in result))
