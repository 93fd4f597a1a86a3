"""A deck's line says what waits; the sentence under the table explains it."""

import pytest

from quizzer.collection.counting import DeckRow
from quizzer.collection.overview import Overview
from quizzer.core.moment import Moment
from quizzer.tui.widgets.deck_rows import FAR, Later, day_words, deck_line, explained, head, own_line

ROW = DeckRow("a", "Deutsch A2", 3, 1, 12, 47, 0, "/a.yaml", "", 12)
MONDAY = 20_780  # 2026-11-23
EVERYTHING = ROW._replace(id="", title="Everything today")
SEEN = Overview(Moment(0), MONDAY, EVERYTHING, (ROW,), 0, 0, 0, 0, 0, 0, 0)
SHARED = SEEN._replace(decks=(ROW, ROW), new_per_day=20)
BEHIND = ROW._replace(new=0, due=200, due_in_all=896)


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
        (BEHIND, "200 of 896 today, best remembered first; new cards wait."),
        (BEHIND._replace(due=0, learning=0), "896 are left for the coming days; new cards wait."),
        (
            ROW._replace(new=0, learning=0, due=0, due_in_all=0, next_day=MONDAY + 1, next_count=4),
            "All done. Next: 4 cards tomorrow.   c cram   n more new cards today",
        ),
        (
            ROW._replace(new=0, learning=0, due=0, due_in_all=0),
            "All done. Nothing else of 47 cards is planned.   c cram   n more new cards today",
        ),
        (ROW._replace(new=0, learning=0, due=0, due_in_all=0, cards=0), "No cards in here yet."),
        (ROW._replace(left_out=1), "47 cards, 1 note left out: p shows why."),
        (ROW._replace(note="It shadows the bundled deck."), "It shadows the bundled deck."),
    ],
)
def test_the_sentence_explains_the_deck_under_the_cursor(row: DeckRow, says: str) -> None:
    assert says in [content.plain for content in explained(row, SEEN, newcomer=False)]


def test_a_deck_of_new_cards_tells_what_they_wait_for() -> None:
    row = ROW._replace(new=0, learning=0, due=0, due_in_all=0)
    (said,) = explained(row, SEEN._replace(everything=BEHIND), newcomer=False)
    assert said.plain.startswith("Nothing is due here. New cards wait until the backlog is clear.   c cram")


def test_where_the_days_limit_keeps_new_cards_back_it_is_told() -> None:
    (said,) = explained(ROW, SHARED, newcomer=False)
    assert said.plain == "16 cards to go today, of 47 in all; 20 new a day from all decks together."
    (said,) = explained(ROW, SHARED, newcomer=True)
    assert said.plain == "47 cards wait for you; 20 new a day from all decks together. Press Enter."
    (said,) = explained(ROW._replace(new=0), SHARED, newcomer=False)
    assert "from all decks" not in said.plain


@pytest.mark.parametrize(
    ("day", "words"),
    [(0, "today"), (1, "tomorrow"), (3, "on Thursday"), (8, "on Tue 1 Dec"), (60, "on Fri 22 Jan 2027")],
)
def test_days_are_named_as_people_name_them(day: int, words: str) -> None:
    assert day_words(MONDAY + day, MONDAY) == words


def test_a_backlog_says_when_it_will_be_clear_and_what_can_be_done() -> None:
    seen = SEEN._replace(away=21)
    first, second = (one.plain for one in explained(BEHIND, seen, False, Later(clear=MONDAY + 6)))
    assert first == "21 days away. 200 of 896 today, best remembered first; new cards wait."
    assert second == "Clear about Sun 29 Nov. Nothing is lost.   s spread it   A as many as I can"
    assert "does not get less" in explained(BEHIND, seen, False, Later(clear=FAR))[1].plain
    assert explained(BEHIND, seen, False)[1].plain.startswith("Nothing is lost.")
    spread = explained(BEHIND, seen._replace(spread=(60, MONDAY + 13)), False)[0].plain
    assert spread == "21 days away. 200 of 896 today until Sun 6 Dec, best remembered first; new cards wait."


def test_what_would_be_scored_now_stands_in_a_column_of_its_own_where_there_is_room() -> None:
    later = Later(expected=0.682)
    assert deck_line(ROW, 80, here=False, later=later).plain.endswith("   68 % ")
    assert "68" not in deck_line(ROW, 60, here=False, later=later).plain


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_way_to_ones_own_decks_is_as_wide_as_the_window(width: int) -> None:
    assert own_line(width, here=True).cell_length == width
