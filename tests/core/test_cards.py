"""The id of a card says what it is made of."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.cards import card_id, deck_of, split_id

_names = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,9}", fullmatch=True)


@given(_names, _names, st.just("") | _names)
def test_a_cards_id_is_split_as_it_was_made(deck: str, note: str, part: str) -> None:
    card = card_id(deck, note, part)
    assert split_id(card) == (deck, note, part)
    assert deck_of(card) == deck


@given(st.text())
def test_what_is_no_cards_id_is_split_all_the_same(text: str) -> None:
    assert deck_of(text) == split_id(text)[0]
