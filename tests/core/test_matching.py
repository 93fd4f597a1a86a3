import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizzer.core.cards import Typed
from quizzer.core.differences import Op
from quizzer.core.folding import DEFAULT, Ignoring
from quizzer.core.matching import RIGHT, Compared, Rule, compare, ignoring
from quizzer.core.text import clean

EXACT: frozenset[Ignoring] = frozenset()
SAME, OVERLOOKED, NEAR = Rule.SAME, Rule.OVERLOOKED, Rule.NEAR
DIGITS, DIFFERENT = Rule.DIGITS, Rule.DIFFERENT

CASES = [
    # response, solution, rule, message
    ("Paris", "Paris", SAME, ""),
    ("  Paris ", "Paris", SAME, ""),
    ("Risali   Movement", "Risali Movement", SAME, ""),
    ("Risali\tMovement\n", "Risali Movement", SAME, ""),
    ("Paris.", "Paris", SAME, ""),
    ("Paris!", "Paris.", SAME, ""),
    ('"Paris"', "Paris", SAME, ""),
    ("»Paris«", "“Paris”", SAME, ""),
    ("¿Qué?", "Qué", SAME, ""),
    ("(Paris)", "Paris", SAME, ""),
    ("東京。", "東京", SAME, ""),
    ("… Paris", "Paris", SAME, ""),
    ("cafe\u0301", "café", SAME, ""),
    ("e.g.", "e.g", SAME, ""),
    ("?", "?", SAME, ""),
    ("**Paris**", "**Paris**", SAME, ""),
    ("Paris", "**Paris**", SAME, ""),
    ("`ls`", "`ls`", SAME, ""),
    ("ls *.py", "`ls *.py`", SAME, ""),
    ("paris", "Paris", OVERLOOKED, "capitals are ignored"),
    ("PARIS", "**Paris**", OVERLOOKED, "capitals are ignored"),
    ("paris.", "Paris", OVERLOOKED, "capitals are ignored"),
    ("Straße", "STRASSE", OVERLOOKED, "capitals are ignored"),
    ("ὈΔΥΣΣΕΎΣ", "Ὀδυσσεύς", OVERLOOKED, "capitals are ignored"),
    ("IFLB's coup", "IFLB’s coup", OVERLOOKED, "typographic signs are ignored"),
    ("Bahrain-Iran", "Bahrain–Iran", OVERLOOKED, "typographic signs are ignored"),
    ("iflb's coup", "IFLB’s coup", OVERLOOKED, "capitals are ignored"),
    ("שלום\u200f", "שלום", OVERLOOKED, "typographic signs are ignored"),
    ("Risalli movement", "Risali Movement", NEAR, "one letter too many (capitals are ignored)"),
    ("Risali Movment", "Risali Movement", NEAR, "one letter missing"),
    ("Risaly Movment", "Risali Movement", NEAR, "one letter differs, one letter missing"),
    ("Prais", "Paris", NEAR, "two letters swapped"),
    ("Pariss", "Paris", NEAR, "one letter too many"),
    ("Pari", "Paris", NEAR, "one letter missing"),
    ("Parjs.", "Paris", NEAR, "one letter differs"),
    ("AlKhalifa", "Al Khalifa", NEAR, "one space missing"),
    ("cooperation", "co-operation", NEAR, "one character missing"),
    ("cafes", "cafés", Rule.ACCENTS, "one accent differs"),
    ("iflb's cuop", "IFLB’s coup", NEAR, "two letters swapped (capitals are ignored)"),
    ("IFLB's cuop", "IFLB’s coup", NEAR, "two letters swapped (typographic signs are ignored)"),
    ("Привед", "Привет", NEAR, "one letter differs"),
    ("November 2007 to Mai 2008", "November 2007 to May 2008", NEAR, "one letter differs"),
    ("November 2008", "November 2007", Rule.OTHER_DATE, "another year"),
    ("Article 12a", "Article 12", NEAR, "one letter too many"),
    ("Article 1", "Article 12", DIGITS, "one digit missing"),
    ("1 October 205", "1 October 2015", Rule.OTHER_DATE, "another year"),
    ("二十一条要求", "二十二条要求", DIGITS, "one digit differs"),
    ("1982", "1981", DIFFERENT, "one digit differs"),
    ("Rome", "Roma", DIFFERENT, "one letter differs"),
    ("cat", "cut", DIFFERENT, "one letter differs"),
    ("Maris", "Paris", DIFFERENT, "one letter differs"),
    ("illegal movement", "legal movement", DIFFERENT, "two letters too many"),
    ("tangle", "strangle", DIFFERENT, "two letters missing"),
    ("Pears", "Paris", DIFFERENT, "one letter too many, one letter missing"),
    ("Risaly Movemint x", "Risali Movement", DIFFERENT, None),
    ("London", "Paris", DIFFERENT, ""),
    ("Paris and London", "Paris", DIFFERENT, ""),
    ("", "Paris", DIFFERENT, ""),
    ("...", "Paris", DIFFERENT, ""),
    ("5", "-5", DIFFERENT, None),
    ("C", "C#", DIFFERENT, None),
    ("50", "50%", DIFFERENT, None),
    ("q", ":q", DIFFERENT, None),
    ("gitignore", ".gitignore", DIFFERENT, None),
    ("init", "__init__", DIFFERENT, None),
    ("か", "が", DIFFERENT, None),
]


@pytest.mark.parametrize(("response", "solution", "rule", "message"), CASES, ids=lambda value: repr(value)[:24])
def test_by_default(response: str, solution: str, rule: Rule, message: str | None) -> None:
    found = compare(response, [solution])
    assert found.rule is rule
    assert message is None or found.message == message
    assert (found.differences is None) == (rule in RIGHT)


@pytest.mark.parametrize(
    ("response", "solution", "overlook", "rule"),
    [
        pytest.param("Paris", "Paris", EXACT, SAME, id="exact: the same"),
        pytest.param("x = 1\n", "x = 1", EXACT, SAME, id="exact: line ends around it do not count"),
        pytest.param("x = 1", "```py\nx = 1\n```", EXACT, SAME, id="exact: code is what it says"),
        pytest.param("paris", "Paris", EXACT, DIFFERENT, id="exact: capitals"),
        pytest.param("Paris.", "Paris", EXACT, DIFFERENT, id="exact: punctuation"),
        pytest.param(" Paris", "Paris", EXACT, DIFFERENT, id="exact: white space"),
        pytest.param("it's", "it’s", EXACT, DIFFERENT, id="exact: quotes"),
        pytest.param("Risalli Movement", "Risali Movement", EXACT, DIFFERENT, id="exact: no near misses"),
        pytest.param("paris", "Paris", {Ignoring.CASE}, OVERLOOKED, id="case alone"),
        pytest.param("Paris.", "Paris", {Ignoring.CASE}, NEAR, id="case alone: punctuation counts"),
        pytest.param("Pa  ris", "Pa ris", {Ignoring.CASE}, NEAR, id="case alone: spaces count"),
        pytest.param("Paris.", "Paris", {Ignoring.PUNCTUATION}, SAME, id="punctuation alone"),
        pytest.param("paris", "Paris", {Ignoring.PUNCTUATION}, DIFFERENT, id="punctuation alone: capitals count"),
        pytest.param("cafe", "café", {Ignoring.ACCENTS}, OVERLOOKED, id="accents"),
        pytest.param("CAFE", "café", {Ignoring.ACCENTS, Ignoring.CASE}, OVERLOOKED, id="accents and capitals"),
        pytest.param("か", "が", {Ignoring.ACCENTS}, DIFFERENT, id="marks that make letters are no accents"),
    ],
)
def test_what_is_overlooked(response: str, solution: str, overlook: frozenset[Ignoring], rule: Rule) -> None:
    assert compare(response, [solution], frozenset(overlook)).rule is rule


@pytest.mark.parametrize(
    ("response", "message"), [("cafe", "accents are ignored"), ("CAFE", "capitals and accents are ignored")]
)
def test_it_says_that_accents_are_ignored(response: str, message: str) -> None:
    assert compare(response, ["café"], frozenset({Ignoring.ACCENTS, Ignoring.CASE})).message == message


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(Typed("x"), DEFAULT, id="the defaults"),
        pytest.param(Typed("x", exact=True), EXACT, id="exact"),
        pytest.param(Typed("x", ignore=("case",), exact=True), EXACT, id="exact wins"),
        pytest.param(Typed("x", ignore=("case", "accents")), {Ignoring.CASE, Ignoring.ACCENTS}, id="instead of them"),
        pytest.param(Typed("x", ignore=("case", "gravity")), {Ignoring.CASE}, id="unknown words are passed over"),
        pytest.param(Typed("x", ignore=()), EXACT, id="nothing"),
    ],
)
def test_what_a_note_wants_overlooked(typed: Typed, expected: frozenset[Ignoring]) -> None:
    assert ignoring(typed) == expected


def test_further_right_ones_are_right() -> None:
    assert compare("city of light", ["Paris", "City of Light"]) == Compared(Rule.ACCEPTED, "also accepted")


def test_the_nearest_of_several_is_shown() -> None:
    found = compare("City of Lihgt", ["Paris", "City of Nights", "City of Light", "City of Lightt"])
    assert (found.rule, found.message) == (NEAR, "two letters swapped")
    assert found.differences
    assert "".join(piece.text for piece in found.differences.right) == "City of Light"


def test_a_wrong_response_stands_beside_the_solution() -> None:
    found = compare("London", ["Paris", "City of Light"]).differences
    assert found
    assert [piece.text for piece in found.right] == ["Paris"]


def test_the_line_is_shown_as_it_was_typed() -> None:
    found = compare("risalli  movement!", ["Risali Movement"]).differences
    assert found
    assert [(piece.op, piece.text) for piece in found.yours] == [
        (Op.SAME, "risal"),
        (Op.EXTRA, "l"),
        (Op.SAME, "i movement"),
    ]


@pytest.mark.parametrize("response", ["x" * 1_000_000, "Paris " * 200_000, "\u0301" * 1_000_000, "P" * 50_000])
def test_of_a_huge_response_only_the_beginning_is_looked_at(response: str) -> None:
    found = compare(response, ["Paris"])
    assert found.rule is DIFFERENT
    assert found.differences
    assert sum(len(piece.text) for piece in found.differences.yours) <= 1020


ANY = st.text(st.characters(exclude_categories=()), max_size=30)


@settings(max_examples=120)
@given(ANY, st.frozensets(st.sampled_from(Ignoring)))
def test_the_solution_itself_is_always_right(text: str, overlook: frozenset[Ignoring]) -> None:
    assume(clean(text).strip())
    assert compare(clean(text), [text], overlook).rule is SAME
    assert compare(clean(text), ["another", text], overlook).rule in RIGHT


@settings(max_examples=120)
@given(ANY, ANY, st.frozensets(st.sampled_from(Ignoring)))
def test_any_response_gets_an_answer(response: str, solution: str, overlook: frozenset[Ignoring]) -> None:
    found = compare(response, [solution], overlook)
    assert found.rule in Rule


@settings(max_examples=120)
@given(st.text("abcd 12", max_size=12), st.text("abcd 12", max_size=12))
def test_a_near_miss_never_differs_in_a_digit(response: str, solution: str) -> None:
    if compare(response, [solution]).rule is NEAR:
        assert [c for c in response if c.isdigit()] == [c for c in solution if c.isdigit()]
