import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.asking import Form, asked, blanks, revealed_cloze, solution, text_version
from quizzer.core.cards import (
    Body,
    Card,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Note,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
)

BODIES: dict[Kind, Body] = {
    Kind.FLASHCARD: Flashcard("Paris", both_ways=True),
    Kind.TYPED: Typed("Paris", accept=("City of Light",)),
    Kind.NUMBER: Number("88", tolerance="5%", unit="km"),
    Kind.CHOICE: Choice((Option("A"), Option("B")), (Option("C", "no"), Option("D"))),
    Kind.TRUE_FALSE: TrueFalse(False),
    Kind.CLOZE: Cloze(("The ", Hole("king", "1"), " met ", Hole("Isa", "2", "a name"), ".")),
    Kind.TYPED_CLOZE: Cloze((Hole("a", "1"), " and ", Hole("b", "1"), " and ", Hole("a", "1")), typed=True),
    Kind.ORDER: Order(("one", "two", "three")),
    Kind.MATCH: Match((("Iran", "Tehran"), ("Iraq", "Baghdad"), ("Oman", "Muscat"))),
    Kind.LIST: Items(("x", "y\nz")),
}


def card(kind: Kind, part: str = "", question: str = "What?") -> Card:
    """A card of a kind."""
    question = "" if kind in (Kind.CLOZE, Kind.TYPED_CLOZE) else question
    return Card("deck", Note("note", kind, question, BODIES[kind], hint="a hint", quote="as it stands"), part)


@pytest.mark.parametrize(
    ("kind", "part", "form", "prompt", "wanted", "right"),
    [
        (Kind.FLASHCARD, "", Form.REVEAL, "What?", 1, "Paris"),
        (Kind.FLASHCARD, "r", Form.REVEAL, "Paris", 1, "What?"),
        (Kind.TYPED, "", Form.TYPE, "What?", 1, "Paris"),
        (Kind.NUMBER, "", Form.TYPE, "What?", 1, "88 km (± 5%)"),
        (Kind.CHOICE, "", Form.CHOOSE_SEVERAL, "What?", 2, "- A\n- B"),
        (Kind.TRUE_FALSE, "", Form.TRUE_FALSE, "What?", 1, "False"),
        (Kind.CLOZE, "1", Form.REVEAL, "The [ … ] met Isa.", 1, "king"),
        (Kind.CLOZE, "2", Form.REVEAL, "The king met [a name].", 1, "Isa"),
        (Kind.TYPED_CLOZE, "1", Form.TYPE, "[ … ] and [ … ] and [ … ]", 2, "a; b"),
        (Kind.ORDER, "", Form.ORDER, "What?", 3, "1. one\n2. two\n3. three"),
        (Kind.MATCH, "", Form.MATCH, "What?", 3, "- Iran → Tehran\n- Iraq → Baghdad\n- Oman → Muscat"),
        (Kind.LIST, "", Form.TYPE, "What?", 2, "- x\n- y\n  z"),
    ],
)
def test_every_kind_asks_and_answers(kind: Kind, part: str, form: Form, prompt: str, wanted: int, right: str) -> None:
    one = card(kind, part)
    shown = asked(one, 1)
    assert (shown.card, shown.form, shown.wanted) == (one.id, form, wanted)
    assert shown.prompt.text == prompt
    assert solution(one) == right


def test_a_true_statement_is_solved_by_true() -> None:
    assert solution(Card("d", Note("n", Kind.TRUE_FALSE, "Yes?", TrueFalse(True)))) == "True"


def test_a_number_without_unit_and_tolerance_stands_alone() -> None:
    assert solution(Card("d", Note("n", Kind.NUMBER, "How many?", Number("3.10")))) == "3.10"


def test_a_choice_with_one_right_option_is_solved_by_its_text() -> None:
    one = Card("d", Note("n", Kind.CHOICE, "Who?", Choice((Option("A"),), (Option("B"), Option("C")))))
    assert solution(one) == "A"
    assert asked(one, 1).form is Form.CHOOSE_ONE


def test_the_reverse_shows_no_hint_since_it_was_written_for_the_other_way() -> None:
    assert asked(card(Kind.FLASHCARD), 1).hint == "a hint"
    assert asked(card(Kind.FLASHCARD, "r"), 1).hint == ""


def test_a_number_says_its_unit() -> None:
    assert asked(card(Kind.NUMBER), 1).unit == "km"


def test_options_keep_their_place_and_reason() -> None:
    options = asked(card(Kind.CHOICE), 1).options
    assert sorted((one.original, one.text, one.because, one.right) for one in options) == [
        (0, "A", "", True),
        (1, "B", "", True),
        (2, "C", "no", False),
        (3, "D", "", False),
    ]


def test_the_same_seed_gives_the_same_order_and_another_seed_another() -> None:
    one = card(Kind.CHOICE)
    assert asked(one, 7) == asked(one, 7) == asked(one, "7")
    orders = {tuple(option.original for option in asked(one, seed).options) for seed in range(60)}
    assert len(orders) > 12, "half of the 24 orders at least"


def test_the_order_of_options_is_the_same_on_every_machine_and_in_every_version() -> None:
    assert [option.original for option in asked(card(Kind.CHOICE), 1).options] == ORDER_OF_SEED_1


ORDER_OF_SEED_1 = [0, 3, 1, 2]


@settings(max_examples=60)
@given(st.integers())
def test_items_to_be_ordered_are_never_shown_in_order(seed: int) -> None:
    texts = [option.text for option in asked(card(Kind.ORDER), seed).options]
    assert sorted(texts) == ["one", "three", "two"]
    assert texts != ["one", "two", "three"]


def test_both_sides_of_a_match_are_offered() -> None:
    shown = asked(card(Kind.MATCH), 3)
    assert sorted((left.original, left.text) for left in shown.lefts) == [(0, "Iran"), (1, "Iraq"), (2, "Oman")]
    assert sorted((right.original, right.text) for right in shown.options) == [
        (0, "Tehran"),
        (1, "Baghdad"),
        (2, "Muscat"),
    ]


def test_the_holes_of_a_cloze_are_marked_hidden_and_revealed() -> None:
    one = card(Kind.CLOZE, "2")
    hidden, shown = asked(one, 1).prompt, revealed_cloze(one)
    assert [hidden.text[slice(*where)] for where in hidden.marks] == ["[a name]"]
    assert shown.text == "The king met Isa."
    assert [shown.text[slice(*where)] for where in shown.marks] == ["Isa"]
    assert [span.text for block in shown.blocks for span in block.spans if span.mark] == ["Isa"]


def test_a_cloze_may_stand_under_a_question() -> None:
    body = Cloze(("It is ", Hole("so", "1")))
    one = Card("d", Note("n", Kind.CLOZE, "Complete:", body), "1")
    shown = asked(one, 1).prompt
    assert shown.text == "Complete:\n\nIt is [ … ]"
    assert [shown.text[slice(*where)] for where in shown.marks] == ["[ … ]"]


def test_other_kinds_have_no_blanks_and_reveal_their_question() -> None:
    assert blanks(card(Kind.TYPED)) == ()
    assert revealed_cloze(card(Kind.TYPED)).text == "What?"


def test_the_version_of_a_text_is_the_same_for_every_showing_and_changes_with_the_text() -> None:
    version = text_version(card(Kind.ORDER))
    assert version == ("What?", "1. one\n2. two\n3. three", "as it stands")
    assert version.digest == text_version(card(Kind.ORDER)).digest
    assert len(version.digest) == 16
    assert version.digest != text_version(card(Kind.ORDER, question="Which?")).digest
    assert text_version(card(Kind.CLOZE, "1")).question == "The [ … ] met Isa."
    assert text_version(card(Kind.FLASHCARD, "r"))[:2] == ("Paris", "What?")


def test_digests_do_not_change_between_versions_since_logs_hold_them() -> None:
    assert text_version(card(Kind.TYPED)).digest == DIGEST_OF_TYPED


DIGEST_OF_TYPED = "62fed35bb12ac939"


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=()), max_size=30), st.sampled_from(Kind), st.sampled_from(["", "1", "r"])
)
def test_any_text_can_be_asked(text: str, kind: Kind, part: str) -> None:
    one = card(kind, part, question=text)
    prompt = asked(one, text).prompt
    assert prompt.blocks is not None
    assert text_version(one).question == prompt.text
    assert text_version(one).digest
