import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizzer.core.asking import asked, solution
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
from quizzer.core.grading import UNKNOWN, Outcome, Response, Verdict, judge, suggested
from quizzer.core.schedule import Rating
from quizzer.core.text import clean
from quizzer.core.verdict import overruled

RIGHT, NEARLY, PARTLY, WRONG = Outcome.RIGHT, Outcome.NEARLY, Outcome.PARTLY, Outcome.WRONG


def card(kind: Kind, body: Body, part: str = "") -> Card:
    """A card with that body."""
    return Card("deck", Note("note", kind, "What?", body), part)


def choice(right: int, wrong: int) -> Card:
    """A choice with so many right and wrong options."""
    options = [Option(str(number)) for number in range(right + wrong)]
    return card(Kind.CHOICE, Choice(tuple(options[:right]), tuple(options[right:])))


def cloze(*texts: str) -> Card:
    """A typed cloze that hides these texts at once."""
    return card(Kind.TYPED_CLOZE, Cloze(tuple(Hole(text, "1") for text in texts), typed=True), "1")


TYPED = card(Kind.TYPED, Typed("Risali Movement", accept=("the Risali",)))
TRUE, FALSE = card(Kind.TRUE_FALSE, TrueFalse(True)), card(Kind.TRUE_FALSE, TrueFalse(False))


@pytest.mark.parametrize(
    ("asked_card", "response", "outcome", "score", "rule", "message"),
    [
        pytest.param(TYPED, "Risali Movement", RIGHT, 1, "same", "", id="typed: the same"),
        pytest.param(TYPED, "risali movement", RIGHT, 1, "overlooked", "capitals are ignored", id="typed: capitals"),
        pytest.param(TYPED, "The Risali.", RIGHT, 1, "accepted", "also accepted", id="typed: accepted"),
        pytest.param(TYPED, "Risalli Movement", NEARLY, 0.5, "near", "one letter too many", id="typed: near"),
        pytest.param(TYPED, "Hezbollah", WRONG, 0, "different", "", id="typed: wrong"),
        pytest.param(TYPED, "", WRONG, 0, "unknown", "not known", id="typed: empty means not known"),
        pytest.param(TYPED, " \t", WRONG, 0, "unknown", "not known", id="typed: blank means not known"),
        pytest.param(TYPED, None, WRONG, 0, "unknown", "not known", id="typed: not known"),
        pytest.param(card(Kind.TYPED, Typed("A", exact=True)), "a", WRONG, 0, "different", "", id="exact"),
        pytest.param(TRUE, True, RIGHT, 1, "statement", "", id="true is true"),
        pytest.param(TRUE, False, WRONG, 0, "statement", "", id="true is not false"),
        pytest.param(FALSE, False, RIGHT, 1, "statement", "", id="false is false"),
        pytest.param(FALSE, True, WRONG, 0, "statement", "", id="false is not true"),
        pytest.param(FALSE, None, WRONG, 0, "unknown", "not known", id="a statement not known"),
        pytest.param(choice(1, 3), (0,), RIGHT, 1, "options", "", id="choice: right"),
        pytest.param(choice(1, 3), (2,), WRONG, 0, "options", "", id="choice: wrong"),
        pytest.param(choice(1, 3), (0, 2), WRONG, 0, "options", "1 of 1 found, 1 wrong", id="choice: both ways"),
        pytest.param(choice(1, 3), (), WRONG, 0, "unknown", "not known", id="choice: none picked"),
        pytest.param(choice(1, 3), None, WRONG, 0, "unknown", "not known", id="choice: not known"),
        pytest.param(choice(1, 3), (99,), WRONG, 0, "options", "", id="choice: an option that is none"),
        pytest.param(choice(1, 3), (-1,), WRONG, 0, "options", "", id="choice: no counting from the end"),
        pytest.param(choice(2, 3), (0, 1), RIGHT, 1, "options", "2 of 2 found", id="several: all"),
        pytest.param(choice(2, 3), (1, 0, 1), RIGHT, 1, "options", "2 of 2 found", id="several: twice counts once"),
        pytest.param(choice(2, 3), (0,), PARTLY, 0.5, "options", "1 of 2 found", id="several: half"),
        pytest.param(choice(2, 3), (0, 1, 2), PARTLY, 0.5, "options", "2 of 2 found, 1 wrong", id="several: one more"),
        pytest.param(choice(2, 3), (0, 2), WRONG, 0, "options", "1 of 2 found, 1 wrong", id="several: one each"),
        pytest.param(choice(2, 3), (2, 3, 4), WRONG, 0, "options", "0 of 2 found, 3 wrong", id="several: none"),
        pytest.param(
            choice(2, 3), (0, 1, 2, 3, 4), WRONG, 0, "options", "2 of 2 found, 3 wrong", id="several: everything"
        ),
        pytest.param(cloze("Hamad"), "hamad", RIGHT, 1, "overlooked", "capitals are ignored", id="one blank"),
        pytest.param(cloze("Hamad"), "Hammad", NEARLY, 0.5, "near", "one letter too many", id="one blank: near"),
        pytest.param(cloze("a; b"), "a; b", RIGHT, 1, "same", "", id="a blank with a semicolon"),
        pytest.param(cloze("Saudi", "Oman"), "saudi ;oman", RIGHT, 1, "blanks", "2 of 2 right", id="two blanks"),
        pytest.param(cloze("Saudi", "Oman"), "Saudi; Oman", RIGHT, 1, "same", "", id="two blanks as they stand"),
        pytest.param(
            cloze("Saudi", "Oman"), "Saudi", PARTLY, 0.5, "blanks", "1 of 2 right", id="the second left empty"
        ),
        pytest.param(cloze("Saudi", "Oman"), ";Oman", PARTLY, 0.5, "blanks", "1 of 2 right", id="the first left empty"),
        pytest.param(cloze("Saudi", "Oman"), "Oman; Saudi", WRONG, 0, "blanks", "0 of 2 right", id="each in its place"),
        pytest.param(
            cloze("Saudi", "Oman"),
            "Saudy; Oman",
            NEARLY,
            0.75,
            "blanks",
            "1 of 2 right, one letter differs",
            id="one near",
        ),
        pytest.param(cloze("a;b", "c"), "a\\;b; C", RIGHT, 1, "blanks", "2 of 2 right", id="a literal semicolon"),
        pytest.param(
            cloze("a", "b"), "a;b;c;d", PARTLY, 2 / 3, "blanks", "2 of 2 right", id="more than there are blanks"
        ),
        pytest.param(cloze("a", "a"), "a", RIGHT, 1, "same", "", id="the same text twice is one blank"),
    ],
)
def test_verdicts(
    asked_card: Card, response: Response, outcome: Outcome, score: float, rule: str, message: str
) -> None:
    verdict = judge(asked_card, response)
    assert verdict
    assert verdict[:4] == (outcome, score, rule, message)
    assert verdict.differences is None or outcome is not RIGHT


@pytest.mark.parametrize(
    "asked_card",
    [
        card(Kind.FLASHCARD, Flashcard("x")),
        card(Kind.CLOZE, Cloze((Hole("x", "1"),)), "1"),
    ],
    ids=lambda one: str(one.note.kind),
)
@pytest.mark.parametrize("response", ["x", None])
def test_what_the_person_judges_has_no_verdict(asked_card: Card, response: Response) -> None:
    assert judge(asked_card, response) is None


ORDER = card(Kind.ORDER, Order(("a", "b", "c", "d")))
TWICE = card(Kind.ORDER, Order(("a", "b", "a")))
MATCH = card(Kind.MATCH, Match((("Paris", "Seine"), ("Vienna", "Danube"), ("Budapest", "Danube"))))
LIST = card(Kind.LIST, Items(("Estonia", "Latvia", "Lithuania", "a;b")))
NUMBER = card(Kind.NUMBER, Number("384400", "1%", "km"))


@pytest.mark.parametrize(
    ("asked_card", "response", "outcome", "score", "message"),
    [
        pytest.param(ORDER, (0, 1, 2, 3), RIGHT, 1, "", id="order: right"),
        pytest.param(ORDER, (1, 0, 2, 3), PARTLY, 2 / 3, "3 of 4 in the right order", id="order: two swapped"),
        pytest.param(ORDER, (1, 2, 3, 0), PARTLY, 2 / 3, "3 of 4 in the right order", id="order: one out of place"),
        pytest.param(ORDER, (1, 0, 3, 2), PARTLY, 1 / 3, "2 of 4 in the right order", id="order: two pairs swapped"),
        pytest.param(ORDER, (3, 2, 1, 0), WRONG, 0, "", id="order: the other way round"),
        pytest.param(ORDER, (0, 2), PARTLY, 1 / 3, "2 of 4 in the right order", id="order: two left out"),
        pytest.param(ORDER, (9, -1, 2), WRONG, 0, "", id="order: items that are none"),
        pytest.param(ORDER, (), WRONG, 0, "not known", id="order: not known"),
        pytest.param(TWICE, (2, 1, 0), RIGHT, 1, "", id="order: equal items stand for each other"),
        pytest.param(TWICE, (0, 2, 1), PARTLY, 1 / 2, "2 of 3 in the right order", id="order: equal ones together"),
        pytest.param(MATCH, (0, 1, 2), RIGHT, 1, "", id="match: right"),
        pytest.param(MATCH, (0, 2, 1), RIGHT, 1, "", id="match: equal right sides stand for each other"),
        pytest.param(MATCH, (1, 0, 2), PARTLY, 1 / 3, "1 of 3 pairs right", id="match: one of three"),
        pytest.param(MATCH, (1, 0), WRONG, 0, "0 of 3 pairs right", id="match: none"),
        pytest.param(MATCH, (0, -1, 7), PARTLY, 1 / 3, "1 of 3 pairs right", id="match: two left open"),
        pytest.param(MATCH, None, WRONG, 0, "not known", id="match: not known"),
        pytest.param(LIST, "Estonia; Latvia; Lithuania; a\\;b", RIGHT, 1, "", id="list: right"),
        pytest.param(LIST, "a\\;b;lithuania;ESTONIA;Latvia.", RIGHT, 1, "", id="list: in any order, like typed"),
        pytest.param(LIST, "Estonia; Latvia", PARTLY, 0.5, "2 of 4 right, 2 missing", id="list: two missing"),
        pytest.param(LIST, "Estonia;; estonia ;Estonia", PARTLY, 0.25, "1 of 4 right, 3 missing", id="list: repeats"),
        pytest.param(
            LIST, "Estonia; Latvia; Poland", PARTLY, 0.25, "2 of 4 right, 1 wrong, 2 missing", id="list: a wrong one"
        ),
        pytest.param(
            LIST, "Estonia; Poland; Oman", WRONG, 0, "1 of 4 right, 2 wrong, 3 missing", id="list: 0 at least"
        ),
        pytest.param(
            LIST, "Estonia; Latvja; Lithuania; a\\;b", NEARLY, 0.875, "3 of 4 right, 1 nearly", id="list: one near"
        ),
        pytest.param(
            LIST, "Estoniaa; Estonia; Latvia", PARTLY, 0.25, "2 of 4 right, 1 wrong, 2 missing", id="list: near twice"
        ),
        pytest.param(LIST, ";" * 1_000_000, WRONG, 0, "0 of 4 right, 4 missing", id="list: a megabyte of nothing"),
        pytest.param(NUMBER, "384,400", RIGHT, 1, "", id="number: right"),
        pytest.param(NUMBER, "385 000 km", RIGHT, 1, "within 1%", id="number: within its tolerance"),
        pytest.param(NUMBER, "350000", WRONG, 0, "too low", id="number: too low"),
        pytest.param(NUMBER, " ", WRONG, 0, "not known", id="number: not known"),
    ],
)
def test_what_is_put_in_order_matched_listed_or_counted(
    asked_card: Card, response: Response, outcome: Outcome, score: float, message: str
) -> None:
    verdict = judge(asked_card, response)
    assert verdict
    assert (verdict.outcome, verdict.message) == (outcome, message)
    assert verdict.score == pytest.approx(score)


def parts(asked_card: Card, response: Response) -> list[tuple[str, str, str, str]]:
    verdict = judge(asked_card, response)
    assert verdict
    return [(str(part.outcome), *part[1:]) for part in verdict.parts]


def test_what_was_missing_is_told_item_by_item() -> None:
    assert parts(LIST, "Latvja; Poland; Estonia") == [
        ("right", "Estonia", "", ""),
        ("nearly", "Latvia", "Latvja", "one letter differs"),
        ("wrong", "Lithuania", "", "missing"),
        ("wrong", "a;b", "", "missing"),
        ("wrong", "", "Poland", "not one of them"),
    ]


def test_an_order_tells_where_each_item_was_put() -> None:
    assert parts(ORDER, (1, 2, 0)) == [
        ("wrong", "a", "3rd", ""),
        ("right", "b", "1st", ""),
        ("right", "c", "2nd", ""),
        ("wrong", "d", "", "missing"),
    ]
    assert parts(TWICE, (1, 0, 2)) == [("right", "a", "2nd", ""), ("wrong", "b", "1st", ""), ("right", "a", "", "")]
    assert parts(ORDER, (3, 1, 2, 0)) == [
        ("wrong", "a", "4th", ""),
        ("right", "b", "", ""),
        ("right", "c", "", ""),
        ("wrong", "d", "1st", ""),
    ]
    assert parts(card(Kind.ORDER, Order(tuple("abcde"))), (3, 4, 2, 0, 1))[2] == ("wrong", "c", "", "out of order")
    assert {outcome for outcome, *_ in parts(ORDER, (3, 2, 1, 0))} == {"wrong"}, "nothing scores, so nothing is right"


def test_a_match_tells_what_was_put_to_each_left_side() -> None:
    assert parts(MATCH, (1, 0, -1)) == [
        ("wrong", "Paris → Seine", "Danube", ""),
        ("wrong", "Vienna → Danube", "Seine", ""),
        ("wrong", "Budapest → Danube", "", "missing"),
    ]


@pytest.mark.parametrize(
    ("asked_card", "response"),
    [
        (ORDER, "x"),
        (MATCH, True),
        (LIST, (1,)),
        (NUMBER, (1,)),
        (TYPED, (1,)),
        (TYPED, True),
        (choice(1, 1), "1"),
        (TRUE, "true"),
        (cloze("a"), (0,)),
    ],
)
def test_a_response_of_another_form_is_a_bug(asked_card: Card, response: Response) -> None:
    with pytest.raises(TypeError, match="is not answered by"):
        judge(asked_card, response)


def test_several_blanks_are_shown_side_by_side() -> None:
    verdict = judge(cloze("Saudi", "Oman", "Iran"), "saudi; Omann")
    assert verdict
    assert verdict.differences
    assert "".join(piece.text for piece in verdict.differences.yours) == "saudi; Omann; "
    assert "".join(piece.text for piece in verdict.differences.right) == "Saudi; Oman; Iran"


@pytest.mark.parametrize(
    ("asked_card", "response", "score", "in_a_quiz"),
    [
        (TYPED, "Risalli Movement", 0.5, 0),
        (TYPED, "Risali Movement", 1, 1),
        (NUMBER, "384400 things", 0, 0),
        (cloze("Saudi", "Oman"), "Saudy; Oman", 0.75, 0.5),
        (cloze("Saudi", "Oman"), "Saudy; Iran", 0.25, 0),
        (LIST, "Estonia; Latvja; Lithuania; a\\;b", 0.875, 0.75),
        (LIST, "Estonia; Latvja; Poland; Oman", 0, 0),
        (LIST, "Estonia; Latvja; Poland", 0.125, 0),
    ],
)
def test_what_is_nearly_right_brings_nothing_in_a_quiz(
    asked_card: Card, response: str, score: float, in_a_quiz: float
) -> None:
    verdict = judge(asked_card, response)
    assert verdict
    assert [verdict.score, verdict.score - verdict.near] == pytest.approx([score, in_a_quiz])


def test_a_person_who_was_right_still_sees_what_differed() -> None:
    verdict = judge(TYPED, "Risalli Movement")
    assert verdict
    right = overruled(verdict)
    assert (right.outcome, right.score, right.rule) == (RIGHT, 1, "overruled")
    assert right.differences == verdict.differences


@pytest.mark.parametrize(
    ("verdict", "rating"),
    [
        pytest.param(None, Rating.GOOD, id="none: Good"),
        pytest.param(Verdict(Outcome.NONE, 0, ""), Rating.GOOD, id="not judged: Good"),
        pytest.param(Verdict(RIGHT, 1, ""), Rating.GOOD, id="right: Good"),
        pytest.param(Verdict(NEARLY, 0.5, ""), Rating.HARD, id="nearly: Hard"),
        pytest.param(Verdict(PARTLY, 0.8, ""), Rating.HARD, id="mostly right: Hard"),
        pytest.param(Verdict(PARTLY, 0.79, ""), Rating.AGAIN, id="partly right: Again"),
        pytest.param(Verdict(WRONG, 0, ""), Rating.AGAIN, id="wrong: Again"),
        pytest.param(UNKNOWN, Rating.AGAIN, id="not known: Again"),
    ],
)
def test_what_a_verdict_suggests(verdict: Verdict | None, rating: Rating) -> None:
    assert suggested(verdict) is rating


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=()), max_size=30), st.booleans())
def test_the_solution_itself_always_scores_1(text: str, exact: bool) -> None:
    assume(clean(text).split())
    verdict = judge(card(Kind.TYPED, Typed(text, exact=exact)), clean(text))
    assert verdict
    assert verdict[:2] == (RIGHT, 1)


@settings(max_examples=60)
@given(st.lists(st.text(max_size=8).filter(lambda text: clean(text).split()), min_size=1, max_size=4))
def test_the_solution_of_a_typed_cloze_always_scores_1(texts: list[str]) -> None:
    one = cloze(*texts)
    verdict = judge(one, solution(one))
    assert verdict
    assert verdict[:2] == (RIGHT, 1)


@settings(max_examples=60)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(), st.lists(st.integers(0, 9), max_size=10))
def test_the_order_of_options_never_changes_a_score(right: int, wrong: int, seed: int, places: list[int]) -> None:
    one = choice(right, wrong)
    options = asked(one, seed).options
    picked = [place for place in places if place < right + wrong]
    offered = [option.original for option in options if option.original in picked]
    assert judge(one, tuple(picked)) == judge(one, tuple(offered)) == judge(one, tuple(sorted(picked)))
    found = judge(one, tuple(option.original for option in options if option.right))
    assert found
    assert found[:2] == (RIGHT, 1)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=()), max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_response_gets_a_verdict_between_0_and_1(response: str, first: str, second: str) -> None:
    several = (first or "x", second or "y")
    for one in (
        card(Kind.TYPED, Typed(first, (second,))),
        cloze(first, second),
        card(Kind.LIST, Items(several)),
        card(Kind.NUMBER, Number("19", "5%", "km or mi")),
    ):
        verdict = judge(one, response)
        assert verdict
        assert 0 <= verdict.near <= verdict.score <= 1
        assert (verdict.outcome is RIGHT) == (verdict.score == 1)
        assert (verdict.outcome is WRONG) == (verdict.score == 0)


def test_a_megabyte_of_semicolons_is_judged_like_any_other_response() -> None:
    verdict = judge(cloze("a", "b"), ";" * 1_000_000)
    assert verdict
    assert verdict.outcome is WRONG
