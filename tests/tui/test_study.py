"""A sitting on screen: keys as people press them, and what the log holds afterwards."""

from pathlib import Path

import pytest

from quizzer.collection.preferring import set_preference
from quizzer.core.event import Did
from quizzer.tui.screens.base import SMALLEST
from quizzer.tui.widgets.ratings import Ratings, short_wait
from tests.tui.driving import driven, settings, write_deck

FRANCE = """
  - question: What is the capital of France?
    answer: Paris
    id: paris
    hint: It lies on the Seine
    explanation: Versailles had its turn.
    quote: Paris, capital of France
"""
SPAIN = """
  - question: What is the capital of Spain?
    answer: Madrid
    id: madrid
"""
TYPED = """
  - question: Which movement was it?
    id: movement
    answer: Risali Movement
    accept: [Risali]
"""
CHOICE = """
  - question: Which rivers flow through Germany?
    id: rivers
    answers: [Rhine, Elbe]
    wrong:
      - {text: Tiber, because: it flows through Rome}
      - Thames
"""
ONE = """
  - question: Which river flows through Rome?
    id: tiber
    answer: Tiber
    wrong: [Rhine, Elbe]
"""
STATEMENT = """
  - statement: Rome lies on the Tiber.
    id: rome
    answer: true
"""
CLOZE = """
  - cloze: "The capital of Italy is {{Rome}}."
    id: italy
"""
TYPED_CLOZE = CLOZE + "    kind: typed-cloze\n"


async def test_space_reveals_and_space_again_takes_good(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        assert "What is the capital of France?" in run.text()
        assert "Paris" not in run.text()
        await run.press(" ")
        assert "Paris" in run.text()
        assert "What is the capital of France?" in run.text()
        assert run.events() == []
        await run.press(" ")
        assert run.ratings() == [3]


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_the_four_ratings_are_on_the_digits(tmp_path: Path, key: str) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("enter", key)
        assert run.ratings() == [int(key)]


async def test_rating_keys_are_dead_before_the_answer_is_shown(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("1", "2", "3", "4")
        assert run.events() == []
        assert "Paris" not in run.text()


async def test_a_key_pressed_twice_does_not_rate_an_answer_unseen(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE, step=0.01) as run:
        await run.press("enter", "enter", "3")
        assert run.events() == []
        run.clock.now += 0.3
        await run.press("3")
        assert run.ratings() == [3]


async def test_an_empty_enter_right_after_a_new_card_is_no_answer(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED, step=0.01) as run:
        await run.press("enter")
        assert "WRONG" not in run.text()
        run.clock.now += 0.6
        await run.press("enter")
        assert "✗ WRONG" in run.text()


async def test_arrows_move_the_highlighted_rating_and_enter_takes_it(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("enter", "left", "left", "enter")
        assert run.ratings() == [1]


async def test_the_hint_comes_only_when_asked_for(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        assert "Seine" not in run.text()
        await run.press("h")
        assert "It lies on the Seine" in run.text()


async def test_no_passage_is_promised_where_there_is_none(tmp_path: Path) -> None:
    async with driven(tmp_path, ONE) as run:
        await run.press("s")
        assert "No source is given for this card." in run.text()


async def test_the_passage_is_shown_only_after_the_answer(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("s")
        assert "Paris, capital of France" not in run.text()
        await run.press("enter", "s")
        assert "▌ Paris, capital of France" in run.text()
        await run.press("escape")
        assert "Versailles had its turn." in run.text()


async def test_a_typed_answer_is_judged_and_nothing_but_capitals_is_overlooked(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.type("risali movement")
        await run.press("enter")
        assert "✓ RIGHT" in run.text()
        await run.press("enter")
        assert run.ratings() == [3]
        (event,) = run.events()
        assert (event.data["response"], event.data["score"], event.data["form"]) == ("risali movement", 1, "type")


async def test_a_near_miss_shows_what_differs_and_suggests_hard(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.type("Risalli Movement")
        await run.press("enter")
        assert "≈ NEARLY" in run.text()
        assert "Risal[l]i Movement" in run.text()
        await run.press("enter")
        assert run.ratings() == [2]


async def test_in_the_field_letters_and_digits_are_letters_and_digits(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.type("u s 1 ?*-")
        assert "› u s 1 ?*-" in run.text()
        assert run.events(Did.UNDONE) == []


async def test_the_first_esc_leaves_the_field_and_enter_goes_back(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.press("a", "escape", "*", "enter")
        assert len(run.events(Did.FLAGGED)) == 1
        await run.press("enter", "b")
        assert "› ab" in run.text()


async def test_the_second_esc_leaves_the_sitting(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.press("escape", "escape")
        assert "Everything today" in run.text()


async def test_digits_pick_options_and_enter_submits(tmp_path: Path) -> None:
    async with driven(tmp_path, CHOICE) as run:
        places = {row[3:].split()[-1]: row[3] for row in run.text().splitlines() if "[ ]" in row}
        await run.press(places["Rhine"], places["Tiber"])
        assert run.text().count("[x]") == 2
        await run.press(places["Tiber"], places["Elbe"], "enter")
        assert "✓ RIGHT" in run.text()
        await run.press("enter")
        assert run.ratings() == [3]
        assert sorted(run.events()[0].data["response"].split("; ")) == ["Elbe", "Rhine"]


async def test_a_wrong_pick_says_why_it_is_wrong(tmp_path: Path) -> None:
    async with driven(tmp_path, CHOICE) as run:
        places = {row[3:].split()[-1]: row[3] for row in run.text().splitlines() if "[ ]" in row}
        await run.press(places["Rhine"], places["Tiber"], "enter")
        assert "Tiber: it flows through Rome" in run.text()
        assert "yours, wrong" in run.text()


async def test_space_ticks_the_option_under_the_cursor(tmp_path: Path) -> None:
    async with driven(tmp_path, CHOICE) as run:
        await run.press("down", "down", " ")
        assert run.text().count("[x]") == 1
        await run.press(" ")
        assert run.text().count("[x]") == 0


async def test_enter_without_a_pick_asks_for_one(tmp_path: Path) -> None:
    async with driven(tmp_path, ONE) as run:
        await run.press("enter")
        assert "0 means" in run.text()
        assert "WRONG" not in run.text()


async def test_zero_means_i_do_not_know(tmp_path: Path) -> None:
    async with driven(tmp_path, ONE) as run:
        await run.press("0")
        assert "✗ WRONG" in run.text()
        await run.press("enter")
        assert run.ratings() == [1]


async def test_where_one_option_is_right_a_second_pick_replaces_the_first(tmp_path: Path) -> None:
    async with driven(tmp_path, ONE) as run:
        await run.press("1", "2")
        assert run.text().count("(•)") == 1


@pytest.mark.parametrize(
    ("key", "verdict", "response"), [("t", "✓ RIGHT", "true"), ("f", "✗ WRONG", "false"), ("1", "✓ RIGHT", "true")]
)
async def test_statements_are_judged_by_letter_or_digit(tmp_path: Path, key: str, verdict: str, response: str) -> None:
    async with driven(tmp_path, STATEMENT) as run:
        await run.press(key, "enter")
        assert verdict in run.text()
        await run.press("enter")
        assert run.events()[0].data["response"] == response


async def test_a_cloze_shows_its_sentence_filled(tmp_path: Path) -> None:
    async with driven(tmp_path, CLOZE) as run:
        assert "The capital of Italy is [ … ]." in run.text()
        await run.press("enter")
        assert "The capital of Italy is Rome." in run.text()


async def test_a_typed_cloze_is_typed(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED_CLOZE) as run:
        await run.type("Rome")
        await run.press("enter")
        assert "✓ RIGHT" in run.text()


async def test_undo_brings_the_card_back_and_says_what_was_taken_back(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE + SPAIN) as run:
        first = run.app.screen.query_one("#question")
        await run.press("enter", "3")
        await run.press("u")
        assert "Taken back: Good" in run.text()
        assert len(run.events(Did.UNDONE)) == 1
        assert run.app.screen.query_one("#question") is first


async def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("u")
        assert "There is nothing to take back." in run.text()


async def test_undo_asks_before_it_reaches_into_an_earlier_sitting(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE + SPAIN) as run:
        await run.press("enter", "3")
    async with driven(tmp_path, now="2026-11-23T09:12:00+01:00") as run:
        await run.press("u")
        assert "Take back" in run.text()
        await run.press("n")
        assert run.events(Did.UNDONE) == []
        await run.press("u")
        rows = run.text().splitlines()
        y = next(y for y, row in enumerate(rows) if "Esc no" in row)
        await run.pilot.click(offset=(rows[y].index("Esc no"), y))
        await run.pilot.pause()
        assert "Take back" not in run.text()
        await run.press("u", "y")
        assert len(run.events(Did.UNDONE)) == 1


@pytest.mark.parametrize(
    ("key", "kind"), [("-", Did.BURIED), ("=", Did.BURIED), ("@", Did.SUSPENDED), ("!", Did.SUSPENDED)]
)
async def test_a_card_can_be_hidden_and_the_next_one_comes(tmp_path: Path, key: str, kind: Did) -> None:
    async with driven(tmp_path, FRANCE + SPAIN) as run:
        shown = "France" if "France" in run.text() else "Spain"
        await run.press(key)
        assert len(run.events(kind)) == 1
        assert f"capital of {shown}" not in run.text()


async def test_a_flag_is_set_and_taken_away(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("*", "escape")
        assert "* flagged" not in run.text()
        await run.press("*")
        assert "A few words to yourself" in run.text()
        await run.type("see [b]p. 4")
        await run.press("enter")
        assert "* flagged: see [b]p. 4" in run.text()
        await run.press("*")
        assert "* flagged" not in run.text()


async def test_the_end_says_what_was_done_and_enter_goes_home(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("enter", "4")
        assert "1 answer" in run.text()
        assert "Next: 1 card" in run.text()
        await run.press("enter")
        assert "Everything today" in run.text()


async def test_an_empty_day_says_so_and_what_comes_next(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press("enter", "4", "enter", "enter")
        assert "Nothing was asked." in run.text()
        assert "Next: 1 card" in run.text()


async def test_a_long_answer_scrolls_while_the_question_stays(tmp_path: Path) -> None:
    lines = "".join(f"      Line {number}\n\n" for number in range(1, 201))
    async with driven(tmp_path, f"\n  - question: All of it?\n    answer: |\n{lines}") as run:
        await run.press("enter")
        assert "Line 1\n" in run.text()
        await run.press("end")
        assert "Line 200" in run.text()
        assert "All of it?" in run.text()
        await run.press("pageup", "up")
        assert "Line 200" not in run.text()


async def test_the_mouse_picks_rates_and_presses_hints(tmp_path: Path) -> None:
    async with driven(tmp_path, ONE) as run:
        rows = run.text().splitlines()
        await run.pilot.click(offset=(12, next(y for y, row in enumerate(rows) if "( )" in row)))
        assert run.text().count("(•)") == 1
        await run.press("enter")
        rows = run.text().splitlines()
        y = next(y for y, row in enumerate(rows) if "4 Easy" in row)
        await run.pilot.click(offset=(rows[y].index("4 Easy"), y))
        assert run.ratings() == [4]
        y = len(rows) - 1
        await run.pilot.click(offset=(run.text().splitlines()[y].index("home"), y))
        assert "Everything today" in run.text()


@pytest.mark.parametrize("size", [(20, 5), (3, 2), (40, 12), (200, 60)])
async def test_any_window_shows_the_card_or_asks_for_more_room(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, FRANCE, size=size) as run:
        await run.press("enter")
        assert "Paris" in run.text() or size < SMALLEST
        if size == (20, 5):
            assert " ".join(run.text().split()) == (
                f"Make the window larger: quizzer needs 36 columns and 11 rows; there are {size[0]} and {size[1]}."
            )


async def test_nothing_is_answered_in_a_window_that_shows_no_card(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE, size=(20, 5)) as run:
        await run.press("enter", "enter", "3", "*", "-", "@", "u")
        assert not [*run.collection.events()]
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert "shows the answer" in run.text()
        await run.pilot.resize_terminal(20, 5)
        await run.pilot.pause()
        await run.press("escape")
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert "Everything today" in run.text()


async def test_the_window_may_change_at_any_time(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED + CHOICE) as run:
        for size in [(20, 5), (120, 40), (30, 11), (80, 24)]:
            await run.pilot.resize_terminal(*size)
            await run.pilot.pause()
        assert "Make the window larger" not in run.text()
        assert "Capitals" in run.text()


async def test_another_quizzer_answering_meanwhile_shows_the_card_afresh(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE + SPAIN) as run:
        await run.press("enter")
        async with driven(tmp_path, now="2026-11-23T08:13:00+01:00") as other:
            await other.press("enter", "3")
        await run.press("3")
        assert "! " in run.text()
        assert run.ratings() == [3]


async def test_widgets_stay_the_same_from_card_to_card(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE + SPAIN + ONE) as run:
        before = list(run.app.screen.walk_children())
        for _ in range(2):
            await run.press("enter" if "( )" not in run.text() else "0", "3")
        assert list(run.app.screen.walk_children()) == before


def test_decks_are_written_as_people_write_them(tmp_path: Path) -> None:
    assert write_deck(tmp_path / "decks", FRANCE).read_text(encoding="utf-8").startswith("title: Capitals")


async def test_a_full_disk_keeps_the_card_and_says_so(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    async with driven(tmp_path, FRANCE) as run:
        await run.press("enter")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
        try:
            await run.press("3")
            shown = run.text()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "\n ! " in shown
        assert "Paris" in shown
        assert run.events() == []
        await run.press("3")
        assert run.ratings() == [3]


LONG = "  - question: |\n" + "".join(f"      Line {n} of the question\n\n" for n in range(1, 15)) + "    id: long\n"


async def test_a_typed_card_says_what_the_field_does(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        assert "Enter checks what you typed" in run.text()
        assert "leave the field" in run.text()
        await run.press("escape")
        assert "goes back to the field" in run.text()
        await run.press("tab")
        assert "Enter checks what you typed" in run.text()


async def test_a_second_typed_card_says_so_too(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED + TYPED.replace("movement", "other").replace("Which", "What")) as run:
        await run.press("enter")
        await run.press("3")
        assert "Enter checks what you typed" in run.text()


async def test_a_long_question_leaves_room_for_what_to_press(tmp_path: Path) -> None:
    for kind in ("    answer: short\n", "    answer: short\n    accept: [brief]\n"):
        async with driven(tmp_path, LONG + kind) as run:
            assert "Enter" in "".join(run.text().splitlines()[-7:-2])
            assert "? more" in run.text() or "F1 help" in run.text()
            await run.press("enter" if "accept" in kind else " ")
            text = run.text()
            assert "short" in text
            assert "as it should" in text
            assert "Line 1 of" in text


async def test_a_long_choice_shows_which_was_right(tmp_path: Path) -> None:
    wrong = ", ".join(f"Wrong {n}" for n in range(12))
    async with driven(tmp_path, LONG + f"    answer: The right one\n    wrong: [{wrong}]\n") as run:
        await run.press("0")
        assert "The right one" in run.text()
        assert "as it should" in run.text()


async def test_a_notice_is_told_to_its_end_and_goes_with_the_next_key(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        long = "A long notice, " * 7 + "with its remedy at the very end."
        run.app.screen.say(long)  # type: ignore[attr-defined]  # the study screen
        await run.pilot.pause()
        assert "very end." in run.text()
        await run.press(" ")
        assert "very end." not in run.text()
        assert "Esc stop" in run.text()


async def test_the_mouse_alone_reveals_and_submits(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.pilot.click(Ratings, offset=(6, 2))
        await run.pilot.pause()
        assert "Paris" in run.text()


async def test_burying_before_a_typed_card_says_how_to_take_it_back(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE + TYPED) as run:
        await run.press("-")
        assert "Esc, then u, takes it back" in run.text()


async def test_the_unit_that_is_wanted_is_shown(tmp_path: Path) -> None:
    async with driven(tmp_path, "  - {question: How far is the moon?, answer: 384400, unit: km, id: moon}\n") as run:
        assert "in km" in run.text()


TWELVE = """
  - question: Which two are vowels?
    id: vowels
    answers: [alpha, epsilon]
    wrong: [beta, gamma, delta, zeta, theta, kappa, lambda, mu, nu, xi]
"""


async def test_twelve_options_stand_below_each_other_and_arrows_reach_those_without_a_digit(tmp_path: Path) -> None:
    async with driven(tmp_path, TWELVE, size=(80, 30)) as run:
        rows = [row for row in run.text().splitlines() if "[ ]" in row]
        assert [row.index("[ ]") for row in rows] == [6] * 12
        assert [row[3:5] for row in rows] == [f"{place:>2}" for place in range(1, 13)]
        assert "1–9 pick, ↑↓ Space the others too  Enter submits" in run.text()
        await run.press("up", " ")
        assert "12 [x]" in run.text()


@pytest.mark.parametrize("size", [(40, 12), (50, 14), SMALLEST])
async def test_a_low_window_cuts_neither_prompt_nor_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, TYPED, size=size) as run:
        rows = run.text().splitlines()
        assert "Which movement was it?" in rows[2]
        assert " ".join(" ".join(rows[-3:-1]).split()) == "Enter checks what you typed; empty means you don’t know"
        assert "Esc leave the field" in rows[-1]
        await run.press("x", "enter")
        rows = run.text().splitlines()
        assert "Which movement was it?" in run.text()
        assert "✗ WRONG" in run.text()
        assert "1 Again" in rows[-3]
        assert "10 min" in rows[-2]
        assert "Esc stop" in rows[-1]


@pytest.mark.parametrize(
    ("wait", "short"), [("now", "now"), ("1 day", "1 d"), ("2.5 months", "2.5 mo"), ("1 year", "1 y"), ("6 min",) * 2]
)
def test_in_a_narrow_window_units_are_short_rather_than_cut(wait: str, short: str) -> None:
    assert short_wait(wait) == short


async def test_a_text_that_fits_offers_no_paging(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:
        await run.press(" ", "s")
        rows = run.text().splitlines()
        assert rows[0].split() == ["Quote", "no", "source", "is", "named"]
        assert rows[-1].strip() == "Esc back"
        await run.press("escape", "?")
        assert "PgDn page down" in run.text().splitlines()[-1]
        await run.pilot.resize_terminal(80, 60)
        await run.pilot.pause()
        assert run.text().splitlines()[-1].strip() == "Esc back"


ENDLESS = "\n  - {question: Why?, answer: '%s', accept: [x], id: long}\n" % ("because it is so, and " * 60)


LENGTHY = "\n  - {question: '%s', answer: x, accept: [y], id: lengthy}\n" % ("why is it so, " * 200)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16)])
async def test_that_arrows_scroll_a_long_question_is_said_at_once(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, LENGTHY, size=size) as run:
        assert "↑↓ scroll" in run.text().splitlines()[-1]


async def test_that_arrows_scroll_is_said_only_where_they_do(tmp_path: Path) -> None:
    async with driven(tmp_path, ENDLESS) as run:
        assert "↑↓ scroll" not in run.text()
        await run.type("because " * 12)
        await run.press("enter")
        assert "↑↓ scroll" in run.text().splitlines()[-1]
        before = run.text()
        await run.press("down", "down")
        assert run.text() != before
        await run.press("enter")
        assert "↑↓ scroll" not in run.text()
        await run.pilot.resize_terminal(100, 60)
        await run.pilot.pause()
        assert "↑↓ scroll" not in run.text()


async def test_a_card_is_studied_with_the_mouse_alone(tmp_path: Path) -> None:
    async with driven(tmp_path, FRANCE) as run:

        async def click(words: str) -> None:
            rows = run.text().splitlines()
            y = next(y for y, row in reversed([*enumerate(rows)]) if words in row)
            await run.pilot.click(offset=(rows[y].index(words), y))
            await run.pilot.pause()

        await click("h hint")
        assert "It lies on the Seine" in run.text()
        await click("Enter shows the answer")
        assert "Versailles" in run.text()
        for words in ("s passage", "❝ Paris"):
            await click(words)
            assert "▌ Paris, capital of France" in run.text()
            await click("Esc back")
        await click("* flag")
        await click("Enter take them")
        assert "Flagged." in run.text()
        await click("Flagged.")
        await click("3 Good")
        assert run.ratings() == [3]
        await click("u undo")
        assert "Taken back: Good" in run.text()
        await click("Taken back")
        await click("Esc stop")
        assert "Everything today" in run.text()


async def test_a_typed_answer_is_left_taken_up_and_submitted_with_the_mouse(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.type("Risali")
        y = len(run.text().splitlines()) - 1
        await run.pilot.click(offset=(run.text().splitlines()[y].index("leave the field"), y))
        assert "u undo" in run.text()
        await run.pilot.click("#field")
        await run.press("end", *" Movement")
        rows = run.text().splitlines()
        y = next(y for y, row in enumerate(rows) if "Enter checks" in row)
        await run.pilot.click(offset=(5, y))
        await run.pilot.pause()
        assert "✓ RIGHT" in run.text()


async def test_a_home_in_which_no_answer_can_be_kept_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    async with driven(tmp_path, FRANCE, size=(120, 40)) as drive:
        await drive.pilot.pause(0.1)
        assert "no answer can be kept" in drive.text()


async def test_cramming_from_home_says_so_and_changes_nothing(tmp_path: Path) -> None:
    cards = "".join(f"  - {{question: Question {at}?, answer: Answer, id: c{at}}}\n" for at in range(3))
    async with driven(tmp_path, cards, study=False) as run:
        before = run.collection.overview()
        await run.press("c")
        assert run.text().splitlines()[0].split() == [
            "Cram",
            "(no",
            "schedule",
            "changes)",
            "·",
            "Capitals",
            "left:",
            "3",
        ]
        await run.press(" ", "1")
        assert "left: 3 · again 1" in run.text()
        await run.press(" ")
        assert "1 min" in run.text()
        assert "done" in run.text()
        await run.press("3", "u", " ", "3", " ", "3", " ", "3")
        assert "Cramming changes no schedule" in run.text()
        await run.press("enter")
        assert "4 answers are saved." in run.text()
        assert run.collection.overview() == before._replace(newcomer=False)  # who has crammed is new no more


@pytest.mark.parametrize(("key", "rating"), [("1", 1), ("2", 3), ("enter", 3), ("left", None), ("4", None)])
async def test_two_buttons_say_forgot_and_remembered(tmp_path: Path, key: str, rating: int | None) -> None:
    set_preference(settings(tmp_path), "two_buttons", "yes")
    async with driven(tmp_path, FRANCE) as run:
        await run.press("space")
        text = run.text()
        assert "1 Forgot" in text
        assert "2 Remembered" in text
        assert "3 Good" not in text
        assert "Enter or Space: Remembered" in text
        await run.press(key)
        assert run.ratings() == ([] if rating is None else [rating])
        if key == "left":
            assert "Enter or Space: Forgot" in run.text()


async def test_help_tells_of_two_buttons_where_there_are_two(tmp_path: Path) -> None:
    set_preference(settings(tmp_path), "two_buttons", "yes")
    async with driven(tmp_path, FRANCE, size=(80, 60)) as run:
        await run.press("?")
        assert "2 Remembered" in run.text()
        assert "2 Hard" not in run.text()


async def test_a_near_miss_may_be_accepted_from_now_on_where_the_note_can(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.type("Risalli movement")
        await run.press("enter")
        assert "y was right   Y accept it from now on" in run.text()
