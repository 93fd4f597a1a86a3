"""A deck's line says what waits; the sentence under the table explains it."""

import pytest

from quizzer.collection.overview import DeckRow
from quizzer.tui.widgets.deck_rows import day_words, deck_line, explained, head

ROW = DeckRow("a", "Deutsch A2", 3, 1, 12, 47, 0, "/a.yaml", "", 12)
MONDAY = 20_780  # 2026-11-23


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_columns_stand_under_their_heads_at_any_width(width: int) -> None:
    """Line and head are as wide as the window."""
    assert deck_line(ROW, width, here=False).cell_length == width
    assert head(width).cell_length <= max(width, 20)


def test_a_dash_stands_for_nothing_waiting() -> None:
    assert deck_line(ROW._replace(new=0), 80, here=False).plain.split() == ["Deutsch", "A2", "–", "1", "12"]


def test_a_backlog_says_how_much_of_it_comes_today() -> None:
    assert "200 of 896" in deck_line(ROW._replace(due=200, due_in_all=896), 80, here=False).plain


def test_the_cursor_is_a_mark_and_not_only_a_colour() -> None:
    assert deck_line(ROW, 80, here=True).plain.startswith(" ▸ Deutsch")


def test_a_long_or_wide_title_is_shortened_to_its_column() -> None:
    assert deck_line(ROW._replace(title="漢字" * 60), 80, here=False).cell_length == 80


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ROW, "16 cards to go today, of 47 in all."),
        (ROW._replace(due=200, due_in_all=896), "896 are due; 200 of them today, those you remember best first."),
        (
            ROW._replace(new=0, learning=0, due=0, due_in_all=0, next_day=MONDAY + 1, next_count=4),
            "All done. Next: 4 cards tomorrow.  c cram",
        ),
        (
            ROW._replace(new=0, learning=0, due=0, due_in_all=0),
            "All done. Nothing else of 47 cards is planned.  c cram",
        ),
        (ROW._replace(new=0, learning=0, due=0, due_in_all=0, cards=0), "No cards in here yet."),
        (ROW._replace(left_out=1), "47 cards, 1 note left out: p shows why."),
        (ROW._replace(note="It shadows the bundled deck."), "It shadows the bundled deck."),
    ],
)
def test_the_sentence_explains_the_deck_under_the_cursor(row: DeckRow, says: str) -> None:
    assert says in [content.plain for content in explained(row, MONDAY, newcomer=False)]


def test_where_the_days_limit_keeps_new_cards_back_it_is_told() -> None:
    (said,) = explained(ROW, MONDAY, newcomer=False, new_a_day=20)
    assert said.plain == "16 cards to go today, of 47 in all; 20 new a day from all decks together."
    (said,) = explained(ROW, MONDAY, newcomer=True, new_a_day=20)
    assert said.plain == "47 cards wait for you; 20 new a day from all decks together. Press Enter."
    (said,) = explained(ROW._replace(new=0), MONDAY, newcomer=False, new_a_day=20)
    assert "from all decks" not in said.plain


@pytest.mark.parametrize(
    ("day", "words"),
    [(0, "today"), (1, "tomorrow"), (3, "on Thursday"), (8, "on Tue 1 Dec"), (60, "on Fri 22 Jan 2027")],
)
def test_days_are_named_as_people_name_them(day: int, words: str) -> None:
    assert day_words(MONDAY + day, MONDAY) == words
