"""A quiz at the keyboard: set up, answered without feedback, left, resumed, handed in, corrected, taken back."""

from pathlib import Path

import pytest

from quizzer.core.event import Did
from quizzer.core.quiz import Status
from quizzer.core.selection import Pick, Setup
from quizzer.tui.screens.home import HomeScreen
from quizzer.tui.screens.quiz import QuizScreen
from quizzer.tui.screens.quiz_map import QuizMapScreen
from quizzer.tui.screens.quiz_result import QuizResultScreen
from quizzer.tui.screens.quiz_setup import QuizSetupScreen
from quizzer.tui.widgets.setup_steps import changed, rubbed, typed
from tests.tui.driving import Driven, driven, write_deck

ONE = "  - {question: Which river?, id: tiber, answer: Tiber, wrong: [{text: Rhine, because: it is in Germany}]}\n"
TYPED = """\
  - question: Capital of France?
    id: paris
    answer: Paris
    accept: [Lutetia]
    explanation: It lies on the Seine.
    quote: Paris, capital of France
    source: {doc: atlas, passage: "1"}
"""
STATEMENT = "  - {statement: Water is wet, id: wet, answer: true}\n"
FLASH = "  - {question: In your own words?, id: words, answer: Many words, explanation: As many as you like.}\n"
SOURCES = "sources:\n  atlas: {title: Pocket Atlas, file: atlas.md}\n"
ATLAS = "# Atlas\n\n## 1. France\n\nParis, capital of France, lies on the Seine.\n"
THREE = ONE + TYPED + STATEMENT


def deck(folder: Path, cards: str) -> None:
    """A deck with a source, and its document."""
    path = write_deck(folder / "decks", cards)
    path.write_text(SOURCES + path.read_text("utf-8"), "utf-8")
    (folder / "decks" / "atlas.md").write_text(ATLAS, "utf-8")


def quiz(run: Driven) -> QuizScreen:
    screen = run.app.screen
    assert isinstance(screen, QuizScreen)
    return screen


def here(run: Driven) -> str:
    """The note that is asked."""
    asking = quiz(run).quizzing.asking
    assert asking is not None
    return asking.card.note.id


async def answer(run: Driven, right: bool = True) -> str:
    """Answer the question that is shown, rightly or not; its note."""
    asking = quiz(run).quizzing.asking
    assert asking is not None
    note = asking.card.note.id
    if note == "tiber":
        wanted = next(at for at, option in enumerate(asking.asked.options, 1) if option.right is right)
        await run.press(str(wanted), "enter")
    elif note == "wet":
        await run.press("t" if right else "f", "enter")
    else:
        await run.type("Paris" if right else "Rome")
        await run.press("enter")
    return note


async def to_note(run: Driven, note: str) -> None:
    """Go to the question of a note."""
    while here(run) != note:
        await run.press("pagedown")


async def test_set_up_says_what_it_asks_and_begins_on_enter(tmp_path: Path) -> None:
    async with driven(tmp_path, THREE + FLASH, study=False) as run:
        await run.press("x")
        assert "3 questions, not 20: there are no more." in run.text()
        assert "3 cards a machine can mark, 1 it cannot" in run.text()
        await run.press("down", "down", "down", "2")
        assert "Questions   ‹ 202 ›" in run.text()
        await run.press("backspace", "backspace", "left", "left", "left")
        assert "Questions   ‹ 5 ›" in run.text()
        await run.press("down", "1", "5")
        assert "15 min" in run.text()
        await run.press("down", "right", "down", " ")
        assert "as many of each topic" in run.text()
        assert "mark them yourself at the end" in run.text()
        assert "4 questions, not 5" in run.text()
        await run.press("down", "right", "down", "7", "enter")
        assert quiz(run).quizzing.quiz.setup == Setup((), (), (), 5, 900, "7", Pick.TOPICS, by_hand=True, counts=False)
        await run.press("escape", "escape", "x", "d")
        assert "thrown away" in run.text()
        assert "Questions   ‹ 5 ›" not in run.text()
        assert "do not count: for practice" in run.text()  # as last time
        await run.press("escape")
        assert isinstance(run.app.screen, HomeScreen)


async def test_several_decks_and_kinds_are_ticked(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write_deck(
            tmp_path / "decks", THREE.replace('    source: {doc: atlas, passage: "1"}\n', ""), name.upper(), name
        )
    async with driven(tmp_path, study=False) as run:
        await run.press("x", " ")
        assert "all 3: none is ticked" in run.text()
        await run.press(" ", "down", "down", " ", "enter")
        assert "A, C" in run.text()
        assert "6 questions" in run.text()
        await run.press("down", "down", " ", "x", "a")
        while "▸ [ ] choice" not in run.text():
            await run.press("down")
        await run.press("x", "escape")
        assert "choice" in run.text()
        assert "2 questions" in run.text()
        await run.press("enter")
        assert quiz(run).quizzing.quiz.setup.decks == ("a", "c")
        assert quiz(run).quizzing.quiz.setup.kinds == ("choice",)


async def test_several_tags_are_ticked(tmp_path: Path) -> None:
    cards = "".join(f"  - {{statement: Is {tag} a tag?, answer: true, tags: [{tag}]}}\n" for tag in "xyz")
    async with driven(tmp_path, cards, study=False) as run:
        await run.press("x", "down", "right")
        assert "Tags        ‹ x ›" in run.text()
        await run.press(" ", "down", "down", " ", "escape")
        assert "Tags        ‹ x, z ›" in run.text()
        assert "2 questions" in run.text()
        await run.press("enter")
        assert quiz(run).quizzing.quiz.setup.tags == ("x", "z")


async def test_a_quiz_over_no_questions_says_why_and_does_not_begin(tmp_path: Path) -> None:
    async with driven(tmp_path, FLASH, study=False) as run:
        await run.press("x")
        assert "1 card fits, but no machine can mark it" in run.text()
        await run.press("enter")
        assert isinstance(run.app.screen, QuizSetupScreen)
        assert run.events(Did.QUIZ_STARTED) == []


@pytest.mark.parametrize("right", [True, False])
async def test_there_is_no_feedback_until_it_is_handed_in(tmp_path: Path, right: bool) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        for place in (1, 2, 3):
            assert f"question {place} of 3" in run.text()
            await answer(run, right)
            assert not {"✓", "✗", "Seine"} & set(run.text().split())
        assert isinstance(run.app.screen, QuizMapScreen)
        assert "All questions are answered." in run.text()
        assert run.ratings() == []
        await run.press("h")
        assert isinstance(run.app.screen, QuizResultScreen)
        assert ("3 of 3 · 100 %" if right else "0 of 3 · 0 %") in run.text()
        assert "guessing alone 33 %" in run.text()
        assert run.ratings() == [3 if right else 1] * 3


async def test_skip_flag_go_back_and_change_an_answer(tmp_path: Path) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        await to_note(run, "paris")
        place = quiz(run).quizzing.quiz.current
        await run.type("Rome")
        await run.press("f3")
        assert "* flagged" in run.text()
        await run.press("enter")
        quiz(run).go(place)
        await run.pilot.pause()
        assert "› Rome" in run.text()  # what was answered is shown again
        await run.press("escape", "*")
        assert "* flagged" not in run.text()
        await run.press("tab", *["backspace"] * 4, *"Paris", "pageup")  # going on keeps what was typed
        await run.press("escape", "m")
        assert "answered" in run.text()
        assert "2 are unanswered" in run.text()
        await run.press("h")
        assert "Hand in with 2 questions unanswered?" in run.text()
        await run.press("n")
        assert isinstance(run.app.screen, QuizMapScreen)
        await run.press("home", "enter")
        assert quiz(run).quizzing.quiz.current == 0
        await run.press("escape", "m", "h", "y")
        assert isinstance(run.app.screen, QuizResultScreen)
        assert "1 of 3" in run.text()
        assert [event.data["response"] for event in run.events()] == ["Paris"]


async def test_an_empty_enter_and_zero_mean_i_dont_know(tmp_path: Path) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        for _ in range(3):
            await run.press(*(["enter"] if here(run) == "paris" else ["enter", "0"]))
        assert isinstance(run.app.screen, QuizMapScreen)
        assert [event.data["response"] for event in run.events(Did.QUIZ_ANSWERED)] == [None] * 3


async def test_what_was_put_in_order_half_way_is_kept_and_judged(tmp_path: Path) -> None:
    cards = "  - {question: Sort them, id: sorted, order: [a, b, c]}\n"
    cards += "  - {question: Match them, id: matched, match: {x: one, y: two, z: three}}\n"
    async with driven(tmp_path, cards, study=False) as run:
        await run.press("x", "enter", "1", "pagedown", "1", "escape")
        assert "2 of 2 answered" in run.text()
        await run.press("x", "enter", "m", "home", "enter", "2", "3", "enter")
        await run.press("h")
        assert isinstance(run.app.screen, QuizResultScreen)
        assert len(run.ratings()) == 2
        assert "of 2 ·" in run.text()


async def test_an_answer_rubbed_out_is_one_that_is_not_known(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter", *"Rome", "pagedown", "escape", *["backspace"] * 4)
        assert "› Rome" not in run.text()
        await run.press("f4", "h")
        assert [event.data.get("response") for event in run.events(Did.QUIZ_ANSWERED)] == ["Rome", None]
        assert "1 wrong" in run.text()


async def test_left_half_way_it_goes_on_or_is_thrown_away(tmp_path: Path) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        await answer(run)
        while run.app.focused:
            await run.press("escape")
        await run.press("escape")
        assert "The quiz is saved, 1 of 3 answered; x goes on with it." in run.text()
        await run.press("x")
        assert "A quiz was left half-way" in run.text()
        await run.press("enter")
        assert "question 2 of 3" in run.text()
        while run.app.focused:
            await run.press("escape")
        await run.press("escape", "x", "d", "escape", "u")
        assert "Taken back: a quiz thrown away" in run.text()
        await run.press("x", "enter")
        assert "question 2 of 3" in run.text()


async def test_when_the_time_is_over_what_stands_in_the_field_counts(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False, step=0.0) as run:
        await run.press("x", "down", "down", "down", "down", "1", "enter")
        run.clock.now += 1
        assert "1:00 left" in run.text()
        await run.type("Paris")
        run.clock.now += 58
        quiz(run).look_at_clock()
        assert run.events(Did.QUIZ_ANSWERED) != []
        run.clock.now += 1
        quiz(run).look_at_clock()
        await run.pilot.pause()
        assert "The time is over: the quiz was handed in as it stood." in run.text()
        assert "1 of 1 · 100 %" in run.text()


async def test_when_the_time_is_over_while_help_is_read_what_was_typed_counts(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False, step=0.0) as run:
        await run.press("x", "down", "down", "down", "down", "1", "enter", *"Paris", "f1")
        under = next(screen for screen in run.app.screen_stack if isinstance(screen, QuizScreen))
        run.clock.now += 59
        under.look_at_clock()
        run.clock.now += 1
        under.look_at_clock()
        assert "Help" in run.text()
        await run.press("escape")
        under.look_at_clock()
        await run.pilot.pause()
        assert "1 of 1 · 100 %" in run.text()


async def test_when_the_time_is_over_on_the_map_the_quiz_is_handed_in(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False, step=0.0) as run:
        await run.press("x", "down", "down", "down", "down", "1", "enter")
        under = quiz(run)
        await run.press("f4")
        run.clock.now += 60
        under.look_at_clock()
        await run.pilot.pause()
        assert isinstance(run.app.screen, QuizResultScreen)
        assert run.ratings() == []  # what was not answered is no review


async def test_what_no_machine_marks_is_marked_at_the_end(tmp_path: Path) -> None:
    async with driven(tmp_path, FLASH, study=False) as run:
        await run.press("x", *["down"] * 6, "right", "enter")
        assert "mark it yourself at the end" in run.text()
        await run.type("Some words")
        await run.press("enter", "h")
        assert "Mark it yourself: question 1" in run.text()
        assert "Some words" in run.text()
        assert "Many words" in run.text()
        await run.press("2")
        assert "0.5 of 1 · 50 %" in run.text()
        assert "1 partly" in run.text()


async def test_i_was_right_its_undo_and_taking_back_the_whole_quiz(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter", *"Pariss", "enter", "h")
        assert "nearly, which counts as wrong: one letter too many" in run.text()
        assert "It lies on the Seine." in run.text()
        await run.press("y")
        assert "1 of 1 · 100 %" in run.text()
        assert "Nothing was lost." in run.text()
        assert run.ratings() == [1, 3]
        assert run.events()[1].data["replaces"] == run.events()[0].id
        await run.press("u")
        assert "0 of 1 · 0 %" in run.text()
        await run.press("u")
        assert "Take back a whole quiz with 1 answer and 1 review" in run.text()
        await run.press("y")
        assert isinstance(run.app.screen, HomeScreen)
        assert "Taken back: a whole quiz" in run.text()


async def test_what_was_lost_is_reread_and_asked_again(tmp_path: Path) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        for _ in range(3):
            await answer(run, right=here(run) != "paris")
        await run.press("h", "s")
        assert "capital of France, lies on the Seine." in run.text()
        await run.press("escape", "r")
        assert "To read again" in run.text()
        assert "1 lost" in run.text()
        await run.press("escape", "a")
        assert "All questions: 3" in run.text()
        await run.press("a", "w")
        assert "question 1 of 1" in run.text()
        await answer(run)
        await run.press("h")
        assert "for practice, no reviews" in run.text()
        assert "1 of 1 · 100 %" in run.text()
        await run.press("enter", "x")
        assert "count as reviews" in run.text()  # asking again is no set-up of its own


async def test_the_last_result_can_be_seen_again_and_corrected(tmp_path: Path) -> None:
    deck(tmp_path, TYPED)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "r")
        assert "No quiz was handed in yet" in run.text()
        await run.press("enter", *"Pariss", "enter", "h", "enter", "x")
        assert "r last result" in run.text()
        await run.press("r")
        assert "0 of 1 · 0 %" in run.text()
        await run.press("y")
        assert "1 of 1 · 100 %" in run.text()
        await run.press("u")
        assert "0 of 1 · 0 %" in run.text()
        await run.press("enter")
        assert isinstance(run.app.screen, HomeScreen)


async def test_a_quiz_taken_back_in_another_quizzer_is_left(tmp_path: Path) -> None:
    deck(tmp_path, THREE)
    async with driven(tmp_path, study=False) as run:
        await run.press("x", "enter")
        with type(run.collection).open(run.collection._settings) as other:
            assert other.undo() is not None
        await answer(run)
        assert isinstance(run.app.screen, HomeScreen)
        assert "This quiz was ended in another quizzer." in run.text()


async def test_the_mouse_picks_and_takes_settings(tmp_path: Path) -> None:
    async with driven(tmp_path, STATEMENT, study=False) as run:
        await run.press("x")
        await run.pilot.click("#settings", offset=(5, 8))  # answers: the cursor goes there
        await run.pilot.click("#settings", offset=(5, 8))
        await run.pilot.pause()
        assert "do not count: for practice" in run.text()
        await run.press("enter")
        rows = run.text().splitlines()
        option = next(at for at, row in enumerate(rows) if "True" in row)
        await run.pilot.click(offset=(6, option))
        await run.press("enter", "h")
        assert "1 of 1 · 100 %" in run.text()
        assert quiz_status(run) is Status.FINISHED


def quiz_status(run: Driven) -> Status:
    screen = run.app.screen
    assert isinstance(screen, QuizResultScreen)
    return screen.result.quiz.status


@pytest.mark.parametrize("key", ["decks", "tags", "kinds", "number", "time", "pick", "by_hand", "counts", "seed"])
def test_every_setting_has_a_way_forth_and_back(key: str) -> None:
    setup = Setup(number=15, seconds=900)
    forth = changed(setup, key, 1, ("a", "b"), ("x", "y"))
    assert (forth == setup) == (key == "seed")
    assert changed(forth, key, -1, ("a", "b"), ("x", "y")) == setup


def test_numbers_are_typed_and_rubbed_out_within_what_can_be() -> None:
    setup = Setup(number=20, seconds=90)
    assert typed(setup, "number", "0").number == 200
    assert typed(setup._replace(number=1000), "number", "0").number == 1
    assert typed(setup, "time", "5").seconds == 15 * 60
    assert typed(setup._replace(seconds=86_400), "time", "5").seconds == 300
    assert typed(setup._replace(seed="12345678"), "seed", "9").seed == "23456789"
    assert (rubbed(setup, "number").number, rubbed(setup._replace(number=5), "number").number) == (2, 1)
    assert rubbed(setup._replace(seconds=900), "time").seconds == 60
    assert rubbed(setup._replace(seed="12"), "seed").seed == "1"
