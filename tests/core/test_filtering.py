"""The filter language: what is written is read back, and a typo has a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.cards import Kind
from quizzer.core.filtering import (
    ASKABLE,
    UNASKABLE,
    Facts,
    Field,
    Is,
    Mistake,
    Rated,
    Term,
    asks,
    asks_for,
    haystack,
    matches,
    parse_filter,
)
from quizzer.core.folding import sought
from quizzer.core.schedule import Rating

WORDS = st.text("abzäß-0 ", min_size=1).map(haystack).filter(bool)
SPACED = st.text(st.sampled_from("aB`ßиé\u0301\u0306\u00a0\u3000\uff21 \t\n"), max_size=5)
NEGATED = st.booleans()
TERMS = st.one_of(
    st.builds(Term, st.sampled_from([Field.TEXT, Field.DECK, Field.TAG]), WORDS, NEGATED, st.none()),
    st.builds(Term, st.just(Field.IS), st.sampled_from(list(map(str, Is))), NEGATED, st.none()),
    st.builds(Term, st.just(Field.KIND), st.sampled_from(list(map(str, Kind))), NEGATED, st.none()),
    st.builds(
        Term, st.just(Field.RATED), st.integers(1, 36_500).map(str), NEGATED, st.none() | st.sampled_from(list(Rating))
    ),
)


def written(term: Term) -> str:
    field = f"{term.field}:" if term.field else ""
    rating = "" if term.rating is None else f" {term.rating.name.lower()}"
    return f'{"-" * term.negated}{field}"{term.value}"{rating}'


def facts(
    text: str = "", holds: frozenset[Is] = frozenset(), reviews: tuple[Rated, ...] = (), gone: bool = False
) -> Facts:
    return Facts("d/n", "d", "Histoire d’été", "choice", ("War",), holds, gone, haystack(text).__str__, lambda: reviews)


def read(text: str) -> tuple[Term, ...]:
    terms = parse_filter(text)
    assert not isinstance(terms, Mistake), terms
    return terms


@given(st.lists(TERMS))
def test_what_is_written_is_read_back(terms: list[Term]) -> None:
    hidden = any(term.field is Field.IS and term.value in UNASKABLE and not term.negated for term in terms)
    meant = [term._replace(hidden=hidden and term.field is Field.IS and term.value in ASKABLE) for term in terms]
    assert parse_filter("  ".join(map(written, terms))) == tuple(meant)


@given(st.text('ab :-"\n') | st.text())
def test_any_text_is_read_or_has_its_mistake_in_it(text: str) -> None:
    terms = parse_filter(text)
    if isinstance(terms, Mistake):
        assert 0 <= terms.at <= len(text)
    else:
        assert all(term.value for term in terms)


@given(st.lists(TERMS), st.sets(st.sampled_from(Is)), WORDS, st.booleans())
def test_all_terms_hold_or_one_of_them_turned_round_does(
    terms: list[Term], holds: set[Is], text: str, gone: bool
) -> None:
    card = facts(text, frozenset(holds), (Rated(3, 1),), gone)
    turned = [term._replace(negated=not term.negated) for term in terms]
    assert matches(terms, card) is not any(matches([term], card) for term in turned)
    assert matches(reversed(terms), card) is matches(terms, card)


def test_each_field_asks_what_it_says() -> None:
    card = facts("Who won?\nNobody", frozenset({Is.DUE}), (Rated(6, 1), Rated(0, 3)))
    for holding in (
        "",
        "is:due",
        "-is:new",
        "deck:HIST",
        "deck:ETE",
        "deck:d",
        "tag:war",
        "kind:choice",
        "rated:7 again",
    ):
        assert matches(read(holding), card), holding
    for holding in (
        "d'ete",
        "D’Été",
        "rated:1",
        "rated:1 good",
        "nobody",
        '"who won"',
        "d/n",
        "war",
        "rated:7 won",
        '""',
        "  ",
    ):
        assert matches(read(holding), card), holding
    for failing in (
        "is:new",
        "deck:x",
        "tag:wa",
        "kind:cloze",
        "rated:6 again",
        "rated:1 hard",
        "-won",
        '"won nobody"',
    ):
        assert not matches(read(failing), card), failing
    assert read("rated:7 river")[1:] == (Term(Field.TEXT, "river"),)
    assert read('rated:7 "agian"')[1:] == (Term(Field.TEXT, "agian"),)
    assert read('rated:7 "again"')[1:] == (Term(Field.TEXT, "again"),)
    assert (asks(read("rated:1"), Field.RATED), asks(read("is:due"), Field.RATED)) == (True, False)


def test_what_may_not_be_asked_is_due_or_new_only_for_a_filter_that_asks_for_such_cards() -> None:
    away = facts(holds=frozenset({Is.LEECH, Is.SUSPENDED, Is.HIDDEN, Is.FLAGGED}))
    for failing in ("is:leech", "is:leech is:flagged", "is:leech -is:buried", "is:leech is:orphan"):
        assert not matches(read(failing), away), failing
    for holding in ("is:suspended is:leech", "is:leech is:hidden", "is:flagged", "-is:leech"):
        assert matches(read(holding), away), holding
    buried = facts(holds=frozenset({Is.LEECH, Is.DUE, Is.BURIED, Is.HIDDEN}))
    assert matches(read("is:leech"), buried)
    assert not matches(read("is:due"), buried)
    assert not matches(read("is:leech"), facts(holds=frozenset({Is.LEECH}), gone=True))
    assert [asks_for(read(text), Is.DRAFT) for text in ("is:draft", "-is:draft", "draft")] == [True, False, False]


def test_the_name_of_a_field_is_no_word_while_it_is_typed() -> None:
    assert parse_filter("war kind", typing=True) == parse_filter("war -is", typing=True) == read("war")
    assert [len(read(text)) for text in ("war kind", "war is")] == [2, 2]
    for text in ("war kind ", 'war "kind"', "war kin"):
        assert parse_filter(text, typing=True) == read(text)


def test_white_space_makes_no_difference() -> None:
    assert matches(read('"of  the\u00a0sea"'), facts("Queen of\nthe sea"))


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("x is:suspendd", 5, "did you mean suspended?"),
        ("is:zzzz", 3, "it may be due, new"),
        ("is:l", 3, "it may be learning or leech"),
        ("is:lee", 3, "it may be leech"),
        ("kind:", 5, "nothing behind kind:; it may be flashcard, typed"),
        ("kind:chioce", 5, "did you mean choice?"),
        ("-dek:a", 1, "did you mean deck?"),
        ("https://x", 0, "between quotes"),
        ("tag:", 4, "nothing behind tag:"),
        ("a - b", 2, "nothing behind this -"),
        ("rated:0", 6, "from 1 to 36500"),
        ("rated:week", 6, "rated:7 again"),
        ("rated:7 agian", 8, "did you mean again?"),
        ('tag:"a b', 4, "not closed"),
    ],
)
def test_a_typo_has_a_place_and_a_hint(text: str, at: int, said: str) -> None:
    mistake = parse_filter(text)
    assert isinstance(mistake, Mistake)
    assert mistake.at == at
    assert said in mistake.sentence


@given(st.lists(SPACED, max_size=4))
def test_texts_are_looked_through_each_on_a_line_of_its_own(texts: list[str]) -> None:
    assert haystack(*texts) == "\n".join(sought(" ".join(text.split())) for text in texts)
