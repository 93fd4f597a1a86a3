"""The table of judging_cases, and laws that no response can break."""

import re
import sys
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizzer.core.asking import asked
from quizzer.core.cards import Body, Card, Choice, Cloze, Hole, Items, Kind, Match, Note, Number, Option, Order, Typed
from quizzer.core.grading import Outcome, Verdict, judge
from quizzer.core.lists import joined_items
from quizzer.core.surroundings import Others, Surroundings
from quizzer.core.text import clean
from tests.core.judging_cases import NUMBERS, TYPED, Case


def verdict_on(kind: Kind, body: Body, response: str, surroundings: Surroundings) -> Verdict:
    verdict = judge(Card("deck", Note("note", kind, "How many things?", body)), response, surroundings)
    assert verdict
    return verdict


def surroundings(case: Case) -> Surroundings:
    return Surroundings(case.language, lambda: Others(case.others))


def number(text: str) -> Number:
    """`384400 ± 1% km` as a body."""
    found = re.fullmatch(r"(\S+)(?: ± (\S+))?(?: (.+))?", text)
    assert found
    return Number(found[1], found[2] or "", found[3] or "")


def test_there_are_two_hundred_cases_at_least() -> None:
    assert len({*TYPED, *NUMBERS}) >= 200
    assert len({case.language[:2] for case in TYPED}) >= 5


@pytest.mark.parametrize("case", TYPED, ids=lambda case: f"{case.response} for {case.solution}"[:40])
def test_a_typed_response_is_judged_fairly(case: Case) -> None:
    answer, *accept = case.solution.split("|")
    verdict = verdict_on(Kind.TYPED, Typed(answer, tuple(accept)), case.response, surroundings(case))
    assert (verdict.outcome, verdict.rule) == (case.outcome, case.rule), verdict.message


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: f"{case.response} for {case.solution}"[:40])
def test_a_number_is_judged_fairly(case: Case) -> None:
    verdict = verdict_on(Kind.NUMBER, number(case.solution), case.response, surroundings(case))
    assert (verdict.outcome, verdict.rule) == (case.outcome, case.rule), verdict.message


LANGUAGES = st.sampled_from(["", "en", "en-US", "en-GB", "de", "fr", "es", "ru", "tr", "ja", "xx"])
TEXT = st.text(st.characters(exclude_categories=()), max_size=30).filter(lambda text: bool(clean(text).split()))
ITEM = TEXT.filter(lambda text: bool(clean(text).replace("\\", "").strip(" ;")) and not clean(text).endswith("\\"))
DIGITS = st.text("0123456789", min_size=1, max_size=40)


def decks(*texts: str) -> Surroundings:
    """A deck in which these are the solutions."""
    return Surroundings("", lambda: Others(texts))


@settings(max_examples=150)
@given(TEXT, st.booleans(), LANGUAGES)
def test_an_exact_solution_scores_1_in_any_language_whatever_else_the_deck_holds(
    text: str, exact: bool, language: str
) -> None:
    deck = Surroundings(language, lambda: Others([text, text + "x"]))
    assert verdict_on(Kind.TYPED, Typed(text, exact=exact), clean(text), deck).score == 1
    cloze = Card("d", Note("n", Kind.TYPED_CLOZE, "", Cloze((Hole(text, "1"),), typed=True)), "1")
    found = judge(cloze, clean(text), deck)
    assert found
    assert found.score == 1


@settings(max_examples=100)
@given(st.lists(ITEM, min_size=2, max_size=6, unique_by=clean), st.randoms(use_true_random=False))
def test_a_list_in_any_order_scores_1(items: list[str], dice: object) -> None:
    items = [" ".join(clean(item).split()) for item in items]
    shuffled = sorted(items, key=lambda item: dice.random())  # type: ignore[attr-defined]
    assert verdict_on(Kind.LIST, Items(tuple(items)), joined_items(shuffled), decks(*items)).score == 1


@given(st.lists(TEXT, min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_an_order_scores_1_as_it_stands_0_reversed_and_in_between_otherwise(items: list[str], dice: object) -> None:
    card = Card("d", Note("n", Kind.ORDER, "", Order(tuple(items))))
    places = list(range(len(items)))
    right = judge(card, tuple(places))
    dice.shuffle(places)  # type: ignore[attr-defined]
    other = judge(card, tuple(places))
    assert right
    assert other
    assert (right.score, right.outcome) == (1, Outcome.RIGHT)
    assert 0 <= other.score <= 1
    assert (other.score == 1) == ([items[place] for place in places] == items)


@given(st.permutations(range(6)), st.integers(2, 6))
def test_an_order_scores_its_longest_increasing_run(order: list[int], count: int) -> None:
    """Against all runs there are."""
    places = [place for place in order if place < count]
    card = Card("d", Note("n", Kind.ORDER, "", Order(tuple("abcdef"[:count]))))
    runs = (run for length in range(count + 1) for run in combinations(places, length) if list(run) == sorted(run))
    verdict = judge(card, tuple(places))
    assert verdict
    assert verdict.score == pytest.approx((max(map(len, runs)) - 1) / (count - 1))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=6), st.integers())
def test_a_match_scores_its_right_pairs_however_it_was_shuffled(pairs: list[tuple[str, str]], seed: int) -> None:
    card = Card("d", Note("n", Kind.MATCH, "", Match(tuple(pairs))))
    options = asked(card, seed).options
    response = tuple(option.original for option in options)
    verdict = judge(card, response)
    assert verdict
    right = sum(pairs[place][1] == option.text for place, option in enumerate(options))
    assert verdict.score == pytest.approx(right / len(pairs))
    exact = judge(card, tuple(range(len(pairs))))
    assert exact
    assert exact.score == 1


@given(st.integers(1, 5), st.integers(1, 5), st.integers(), st.integers(), st.sets(st.integers(0, 9)))
def test_the_order_of_options_never_changes_a_score(
    right: int, wrong: int, seed: int, other: int, places: set[int]
) -> None:
    options = [Option(str(number)) for number in range(right + wrong)]
    card = Card("d", Note("n", Kind.CHOICE, "", Choice(tuple(options[:right]), tuple(options[right:]))))
    texts = {str(place) for place in places}
    scores = []
    for shown in (asked(card, seed), asked(card, other)):
        verdict = judge(card, tuple(option.original for option in shown.options if option.text in texts))
        assert verdict
        scores.append(verdict.score)
    assert scores[0] == scores[1]


@settings(max_examples=200)
@given(DIGITS, st.integers(0, 39), st.sampled_from("0123456789"), st.sampled_from(["", "km"]), LANGUAGES)
def test_a_changed_digit_in_a_number_without_tolerance_never_scores(
    digits: str, at: int, digit: str, unit: str, language: str
) -> None:
    at %= len(digits)
    changed = digits[:at] + digit + digits[at + 1 :]
    assume(changed != digits)
    body = Number(digits, "", unit)
    assert verdict_on(Kind.NUMBER, body, digits, Surroundings(language)).score == 1
    for response in (changed, f"{changed} {unit}", f"{changed}.0", f"about {changed}"):
        assert verdict_on(Kind.NUMBER, body, response, Surroundings(language)).score == 0


DATES = st.dates().map(lambda date: (date.year, date.month, date.day))
WRITTEN = (
    "{0:04}-{1:02}-{2:02}",
    "{2}/{1}/{0:04}",
    "{1}/{2}/{0:04}",
    "{2}.{1}.{0:04}",
    "{1}/{0:04}",
    "{2} Nov {0:04}",
    "Nov {0:04}",
)


@settings(max_examples=300)
@given(
    DATES,
    st.sampled_from(WRITTEN),
    st.sampled_from(WRITTEN),
    st.integers(0, 20),
    st.sampled_from("0123456789"),
    LANGUAGES,
)
def test_a_changed_digit_in_a_date_never_scores(
    date: tuple[int, int, int], form: str, other: str, at: int, digit: str, language: str
) -> None:
    text = form.format(*date)
    places = [place for place, char in enumerate(text) if char.isdigit()]
    place = places[at % len(places)]
    changed = text[:place] + digit + text[place + 1 :]
    assume(changed != text)
    body = Typed(
        text, (other.format(*date),) if other.count("{") == form.count("{") and "Nov" not in form + other else ()
    )
    found = verdict_on(Kind.TYPED, Typed(text), changed, Surroundings(language))
    assert found.score == 0, found
    assert verdict_on(Kind.TYPED, body, text, Surroundings(language)).score == 1


@given(st.text(st.sampled_from(" \t\n\u00a0\u3000\u200b\u00ad\ufeff\u2028"), max_size=12))
def test_a_response_without_a_character_means_that_it_is_not_known(blank: str) -> None:
    bodies: list[tuple[Kind, Body]] = [
        (Kind.TYPED, Typed("x")),
        (Kind.TYPED, Typed("x", exact=True)),
        (Kind.NUMBER, Number("1")),
        (Kind.LIST, Items(("x", "y"))),
        (Kind.TYPED_CLOZE, Cloze((Hole("x", "1"),), typed=True)),
    ]
    for kind, body in bodies:
        assert verdict_on(kind, body, blank, decks("x")).rule == "unknown"


NASTY = ["\x1b[31m", "\u202e", "\u0301", "a", "1", ",", ";", " ", "\n", "\u3000", "ﾊﾟ", "е\u0306", "٣", "2007-"]


@pytest.mark.parametrize("nasty", NASTY, ids=ascii)
@pytest.mark.parametrize("kind", ["typed", "number", "list", "cloze"])
def test_a_megabyte_is_judged_in_bounded_steps_and_shown_clean(kind: str, nasty: str) -> None:
    bodies: dict[str, tuple[Kind, Body]] = {
        "typed": (Kind.TYPED, Typed("Risali Movement", ("1 October 2015",))),
        "number": (Kind.NUMBER, Number("1981", "", "km")),
        "list": (Kind.LIST, Items(("Estonia", "Latvia"))),
        "cloze": (Kind.TYPED_CLOZE, Cloze((Hole("Hamad", "1"), Hole("Isa", "1")), typed=True)),
    }
    card = Card("d", Note("n", bodies[kind][0], "", bodies[kind][1]), "1" if kind == "cloze" else "")
    steps = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        verdict = judge(card, nasty * (1_000_000 // len(nasty)), decks("Risali", "Estonian"))
    finally:
        sys.setprofile(None)
    assert verdict
    assert verdict.outcome is not Outcome.RIGHT
    assert steps < 50_000, "calls, whatever the length"
    shown = [piece.text for piece in (*verdict.differences.yours,)] if verdict.differences else []
    shown += [part.yours for part in verdict.parts] + [verdict.message]
    for text in shown:
        assert clean(text) == text
        assert len(text) < 5_000
