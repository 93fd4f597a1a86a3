"""Home answers "what now?": what waits, what is done, what wants a look."""

from pathlib import Path

import pytest

from quizzer.collection.clock import Clock
from quizzer.collection.collection import Collection
from quizzer.core.event import Did
from quizzer.core.schedule import Rating
from quizzer.tui.screens.base import SMALLEST
from quizzer.tui.screens.home import HomeScreen
from quizzer.tui.widgets.lines import Listing
from tests.tui.driving import driven, settings, write_deck

CARDS = "".join(
    f"  - {{question: Question {number}?, answer: Answer {number}, id: q{number}}}\n" for number in range(1, 6)
)
BROKEN = CARDS + "  - {question: Nothing to answer?}\n"


async def test_a_newcomer_finds_getting_started_under_the_cursor(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS, "Animals", "animals")
    write_deck(tmp_path / "decks", CARDS, "Getting started", "getting-started")
    async with driven(tmp_path, study=False) as run:
        assert "Welcome." in run.text()
        assert "▸ Getting started" in run.text()
        await run.press("enter")
        assert "Question" in run.text()
        assert "Getting started" in run.text().splitlines()[0]


async def test_home_says_what_waits_and_when_it_is(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        assert "Mon 23 Nov, 08:12" in run.text()
        rows = [row.split() for row in run.text().splitlines()]
        assert ["▸", "Everything", "today", "5", "–", "–"] in rows
        assert ["Capitals", "5", "–", "–"] in rows


async def test_enter_studies_the_deck_under_the_cursor(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS, "Zoology", "zoology")
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("j", "j", "enter")
        assert run.text().splitlines()[0].strip().startswith("Zoology")
        await run.press("escape")
        assert "▸ Zoology" in run.text()


async def test_figures_are_fresh_after_a_sitting(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", "enter", "4", "escape")
        assert "4 cards to go, about 1 min · 1 answer given" in run.text()
        assert "streak 1 day" in run.text()


async def test_a_day_that_is_done_says_so_and_what_comes_next(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", *["enter", "4"] * 5, "enter")
        assert "Today: all done · 5 answers" in run.text()
        assert "All done. Next: " in run.text()


async def test_undo_at_home_takes_back_the_newest_action(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("u")
        assert "There is nothing to take back." in run.text()
        await run.press("enter", "enter", "4", "escape", "u")
        assert "Taken back: Easy" in run.text()
        assert len(run.events(Did.UNDONE)) == 1


async def test_undo_asks_first_after_a_restart(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", "enter", "4")
    async with driven(tmp_path, study=False, now="2026-11-24T08:12:00+01:00") as run:
        await run.press("u", "escape")
        assert run.events(Did.UNDONE) == []
        await run.press("u", "enter")
        assert len(run.events(Did.UNDONE)) == 1


async def test_a_note_left_out_is_said_and_p_shows_why(tmp_path: Path) -> None:
    async with driven(tmp_path, BROKEN, study=False) as run:
        assert "1 note left out" in run.text()
        await run.press("p")
        assert "✗ error" in run.text()
        assert "capitals.yaml:" in run.text()
        await run.press("escape")
        assert "Everything today" in run.text()


async def test_problems_can_be_mended_and_looked_at_again(tmp_path: Path) -> None:
    async with driven(tmp_path, BROKEN, study=False) as run:
        await run.press("p")
        write_deck(tmp_path / "decks", CARDS)
        await run.press("r")
        assert "All decks are in good order." in run.text()


async def test_a_deck_that_appears_is_seen_on_coming_home(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter")
        write_deck(tmp_path / "decks", CARDS, "Zoology", "zoology")
        await run.press("escape")
        assert "Zoology" in run.text()


@pytest.mark.parametrize("key", ["?", "f1"])
async def test_help_tells_the_keys_of_the_screen_it_came_from(tmp_path: Path, key: str) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press(key)
        assert "Study the deck under the cursor" in run.text()
        await run.press("escape")
        assert "Everything today" in run.text()


async def test_control_c_says_on_one_line_how_to_leave(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("ctrl+c")
        assert "Ctrl+Q quits; Esc goes back a step." in run.text()


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    async with driven(tmp_path, BROKEN, study=False) as run:
        await run.press("ctrl+p")
        await run.type("as many")
        await run.pilot.pause(0.5)
        assert "As many as I can" in run.text()
        await run.press(*["backspace"] * 7)
        await run.type("problems")
        await run.pilot.pause(0.5)
        await run.press("enter")
        await run.pilot.pause(0.2)
        assert "Problems in deck files" in run.text()


async def test_q_leaves_and_esc_does_not(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("escape")
        assert run.app.is_running
        await run.pilot.press("q")
        assert run.app.return_code == 0


async def test_the_cursor_follows_the_mouse_and_a_second_click_opens(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        y = next(y for y, row in enumerate(run.text().splitlines()) if "Capitals" in row)
        await run.pilot.click(offset=(10, y))
        await run.pilot.pause()
        assert "▸ Capitals" in run.text()
        await run.pilot.click(offset=(10, y))
        await run.pilot.pause()
        assert "Question" in run.text()


@pytest.mark.parametrize("size", [(20, 5), (3, 2), (30, 10), (60, 15), (200, 60)])
async def test_home_fits_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, BROKEN, study=False, size=size) as run:
        await run.press("down", "p", "escape")
        assert "Capitals" in run.text() or size < SMALLEST


@pytest.mark.parametrize("size", [(40, 12), (50, 14), SMALLEST])
async def test_a_low_window_keeps_the_most_useful_keys_and_some_decks(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, BROKEN, study=False, size=size) as run:
        assert "▸ Everything to" in run.text()
        assert "  Capitals" in run.text()
        footer = run.text().splitlines()[-1]
        assert [key for key in ("Enter study", "? help", "q quit") if key not in footer] == []


async def test_more_decks_than_lines_scroll(tmp_path: Path) -> None:
    for number in range(60):
        write_deck(tmp_path / "decks", CARDS, f"Deck {number:03}", f"deck{number:03}")
    async with driven(tmp_path, study=False) as run:
        await run.press("end")
        assert "▸ + your own" in run.text()
        await run.press("k")
        assert "▸ Deck 059" in run.text()
        await run.press("home")
        assert "▸ Everything today" in run.text()


async def test_a_notice_goes_with_the_cursor_and_with_the_next_sitting(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("u")
        assert "There is nothing to take back." in run.text()
        await run.press("j")
        assert "There is nothing to take back." not in run.text()
        assert "Enter study" in run.text()
        await run.press("u", "enter", "enter", "4", "escape")
        assert "1 answer is saved." in run.text()
        assert "There is nothing" not in run.text()
        await run.press("k")
        assert "Enter study" in run.text()


async def test_a_sitting_begun_at_once_says_what_was_saved_too(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        await run.press(" ", "3", " ", "3", "escape")
        assert "2 answers are saved." in run.text()


async def test_another_quizzer_that_answered_first_is_said_when_undoing(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", "enter", "4", "escape")
        with Collection.open(settings(tmp_path)) as other:
            other.sit().answer(Rating.GOOD)
        await run.press("u")
        assert "recorded meanwhile" in run.text()
        assert "Look again, then answer." in run.text()


async def test_a_new_study_day_is_seen_while_home_is_open(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", *["enter", "4"] * 5, "enter")
        assert "all done" in run.text()
        run.collection._clock = run.collection._ledger.clock = Clock("2026-12-23T08:12:00+01:00")
        home = run.app.screen
        assert isinstance(home, HomeScreen)
        home._tick()
        await run.pilot.pause()
        assert "Today: 5 cards" in run.text()


async def test_problems_name_the_folder_of_a_file_where_files_lie_in_several(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", BROKEN)
    (tmp_path / "decks" / "europe").mkdir()
    write_deck(tmp_path / "decks" / "europe", BROKEN, "Others", "capitals-of-the-north-and-of-the-south")
    async with driven(tmp_path, study=False) as run:
        await run.press("p")
        assert "✗ error    capitals.yaml:8             a note" in run.text()
        assert "✗ error    …h-and-of-the-south.yaml:8  a note" in run.text()
        write_deck(tmp_path / "decks" / "europe", BROKEN, "Others", "north")
        (tmp_path / "decks" / "europe" / "capitals-of-the-north-and-of-the-south.yaml").unlink()
        await run.press("r")
        assert "✗ error    europe/north.yaml:8  a note" in run.text()


async def test_the_limit_of_all_decks_together_is_told_where_it_keeps_new_cards_back(tmp_path: Path) -> None:
    cards = "".join(f"  - Question {number} = {number}\n" for number in range(15))
    write_deck(tmp_path / "decks", cards, "Zoology", "zoology")
    async with driven(tmp_path, cards, study=False) as run:
        assert "20 new a day from all decks together" in run.text()
        assert ["▸", "Everything", "today", "20", "–", "–"] in [row.split() for row in run.text().splitlines()]


async def test_in_the_terminals_own_colours_the_cursor_line_is_reversed(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        run.app.theme = "ansi-dark"
        await run.pilot.pause()
        decks = run.app.screen.query_one(Listing)
        first, second = ([segment.style for segment in decks.render_line(y)] for y in (0, 1))
        assert all(style is not None and style.reverse for style in first)
        assert not any(style is not None and style.reverse for style in second)


async def test_a_filter_shows_the_decks_that_are_looked_for_until_esc(tmp_path: Path) -> None:
    for title in ("Zoology", "Botany", "Zoos"):
        write_deck(tmp_path / "decks", CARDS, title, title.lower())
    async with driven(tmp_path, study=False) as run:
        await run.press("slash")
        await run.type("zoo")
        assert "▸ Zoology" in run.text()
        assert "Botany" not in run.text()
        await run.press("enter", "j")
        assert "▸ Zoos" in run.text()
        await run.press("escape")
        assert "▸ Everything today" in run.text()
        assert "Botany" in run.text()
        await run.press("slash", *"zoos", "enter", "enter")
        assert run.text().splitlines()[0].strip().startswith("Zoos")


def today(text: str) -> int:
    return next(int(row.split("Everything today")[1].split()[0]) for row in text.splitlines() if "Everything" in row)


async def test_more_new_cards_today_are_a_key_away_and_can_be_taken_back(tmp_path: Path) -> None:
    cards = "".join(f"  - Question {number} = {number}\n" for number in range(34))
    async with driven(tmp_path, cards, study=False) as run:
        assert today(run.text()) == 20
        await run.press("n")
        assert "10 more new cards today." in run.text()
        assert today(run.text()) == 30
        await run.press("n", "n")
        assert "There are no more new cards." in run.text()
        assert today(run.text()) == 34
        await run.press("u")
        assert "Taken back: up to 34 new cards on 23 Nov" in run.text()
        await run.press("j", "n")
        assert "4 more new cards today in Capitals." in run.text()
        await run.press("u", "u")
        assert today(run.text()) == 20


async def test_ten_minutes_hold_as_many_cards_as_fit(tmp_path: Path) -> None:
    cards = "".join(f"  - {{question: Question {number}?, answer: '{number}'}}\n" for number in range(90))
    async with driven(tmp_path, cards, study=False) as run:
        await run.press(*["n"] * 7, "m")
        assert "left: new 34" in run.text()


async def test_the_line_under_the_decks_leads_to_ones_own(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("end")
        assert "choose a document (pdf, epub, docx, md, txt, html)" in run.text()
        await run.press("enter", "m", "x", "escape")
        assert "▸ + your own" in run.text()


async def test_without_a_backlog_there_is_nothing_to_spread(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("s")
        assert "There is no backlog to spread" in run.text()


async def test_a_deck_that_another_program_writes_appears_at_home(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("down")
        write_deck(tmp_path / "decks", CARDS, "Rivers", "rivers")
        assert "Rivers" not in run.text()
        run.app.screen.look_round()  # type: ignore[attr-defined]  # as it does every few seconds
        await run.pilot.pause()
        assert "Rivers" in run.text()
        assert "▸ Capitals" in run.text()
        await run.press("enter")
        run.app.screen_stack[-2].look_round()  # type: ignore[attr-defined]  # it looks only while it is seen
        await run.press("escape")


async def test_what_is_refused_since_another_quizzer_came_before_is_said_and_may_be_done_again(tmp_path: Path) -> None:
    many = "".join(f"  - {{question: Question {number}?, answer: Answer}}\n" for number in range(30))
    async with driven(tmp_path, many, study=False) as run:
        for keys in ("n", "ol"):
            with Collection.open(settings(tmp_path)) as other:
                other.sit().answer(Rating.GOOD)
            await run.press(*keys)
            assert "Look again" in run.text()
            await run.press(keys[-1])
            assert "u takes" in run.text()
        assert len(run.events(Did.OPTION_SET)) == 2
