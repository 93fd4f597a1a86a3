"""The scores screen: figures, what they mean, decks and periods."""

from pathlib import Path

import pytest

from quizzer.core.stats.meaning import MEANINGS
from quizzer.store.log import Log
from quizzer.tui.screens.scores import ScoresScreen
from tests.collection.learners import forgotten
from tests.tui.driving import Driven, driven, write_deck

CARDS = """
  - {question: Capital of France?, answer: Paris, id: paris}
  - {question: Capital of Italy?, answer: Rome, wrong: [Milan, Turin, Naples], id: rome}
"""


async def scores(run: Driven) -> ScoresScreen:
    await run.press("t")
    screen = run.app.screen
    assert isinstance(screen, ScoresScreen)
    return screen


def name_of(run: Driven) -> str:
    """Which screen is seen."""
    return type(run.app.screen).__name__


async def test_t_opens_the_scores_and_esc_goes_home(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        assert "If asked now   12 %" in run.text()
        assert "0 of 2 seen; 2 unseen count as guesses" in run.text()
        await run.press("escape")
        assert "Capitals" in run.text()
        assert not isinstance(run.app.screen, ScoresScreen)


async def test_each_figure_is_explained(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        screen = await scores(run)
        for at, key in enumerate(screen.tab.targets):
            await run.press("?")
            words = " ".join(run.text().split())
            assert MEANINGS["next" if key.startswith("step") else key][:40] in words
            assert screen.cursor == at
            await run.press("down")


async def test_an_exam_is_told_of_at_home_and_in_the_scores(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        run.collection.set_option("", "exam", "2026-12-02")
        await run.press("j", "j", "k")
        run.app.screen.look_again()  # type: ignore[attr-defined]  # home's
        await run.pilot.pause(0.3)
        assert "Exam Wed 2 Dec, in 9 days: " in run.text()
        assert "if you keep to the plan." in run.text()
        await scores(run)
        await run.pilot.pause(0.3)
        assert "Exam 2 Dec" in run.text()
        assert "On 2 Dec" in run.text()
        assert "M  T  W  T  F  S  S  M  T exam" in run.text()
        await run.press("j", "?")
        assert MEANINGS["exam"][:40] in " ".join(run.text().split())


async def test_an_exam_after_the_days_shown_is_told_of_beside_them(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        run.collection.set_option("", "exam", "2026-12-08")
        await scores(run)
        assert "Reviews to come  exam in 15 days" in run.text()


async def test_on_its_day_an_exam_is_told_of(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        run.collection.set_option("", "exam", "2026-11-23")
        run.app.screen.look_again()  # type: ignore[attr-defined]  # home's
        await run.pilot.pause(0.3)
        assert "Your exam is today." in run.text()


async def test_decks_and_periods_go_round(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        for words in ("last 6 weeks", "last 3 months", "last 12 months", "all time"):
            assert f"All decks · {words}" in run.text()
            await run.press("p")
        await run.press("d")
        assert "Capitals · last 6 weeks" in run.text()
        await run.press("D")
        assert "All decks" in run.text()


async def test_the_deck_under_the_cursor_is_told_of(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("down")
        await scores(run)
        assert "Capitals · last 6 weeks" in run.text()


async def test_a_figure_that_is_clicked_is_explained(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        await run.pilot.click("#sheet", offset=(4, 3))
        assert "Answers: all reviews" in run.text()


async def test_each_tab_says_what_will_stand_there(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        for words in (
            "If asked now",
            "Most is to be gained",
            "No quiz was finished",
            "No card was reviewed",
            "none in a year",
        ):
            assert words in run.text()
            await run.press("right")
        assert "If asked now" in run.text()
        await run.press("left")
        assert "Reviews by day" in run.text()


async def test_each_tab_explains_what_is_under_the_cursor(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        screen = await scores(run)
        for _ in range(5):
            for at in range(max(1, len(screen.tab.targets))):
                assert screen.cursor == at
                await run.press("?")
                assert screen.tab.meaning(at)[:30] in " ".join(run.text().split())
                await run.press("down")
            await run.press("right")


async def test_enter_goes_into_a_deck(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", "\n  - {question: Longest?, answer: Volga, id: volga}\n", "Rivers", "rivers")
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        await run.press("right", "down", "enter")
        assert "Rivers · last 6 weeks" in run.text() or "Capitals · last 6 weeks" in run.text()
        await run.press("enter")
        assert "Topics: of each deck" in run.text()


async def test_a_quiz_stands_beside_its_prediction(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("x", "enter", "1", "enter", "f10", "escape")
        await scores(run)
        await run.press("right", "right")
        assert "1 quiz:" in run.text()
        assert "●" in run.text()
        await run.press("?")
        assert "Capitals:" in run.text()


async def test_a_page_is_written_into_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        await run.press("w")
        assert "as one page for a browser" in run.text()
        await run.press("escape")
        assert not list(tmp_path.glob("quizzer-scores*"))
        await run.press("w", "h")
        assert "Written:" in run.text()
        await run.press("w", "c")
        assert ".csv" in run.text()
    table = (tmp_path / "quizzer-scores-2026-11-23.csv").read_text("utf-8").splitlines()
    assert [row.split(",")[0] for row in table] == ["deck", "capitals"]
    assert "<!DOCTYPE html>" in (tmp_path / "quizzer-scores-2026-11-23.html").read_text("utf-8")


async def test_what_to_do_next_is_done_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "atlas.md").write_text("# Atlas\n\n## 1. France\n\nParis is a city.\n", "utf-8")
    sourced = CARDS.replace("id: paris", "id: paris, source: {doc: atlas, passage: '1'}")
    async with driven(tmp_path, f"{sourced}sources: {{atlas: {{file: atlas.md}}}}\n", study=False) as run:
        await scores(run)
        assert "1 Study today’s 2 cards" in run.text()
        await run.press("1")
        assert name_of(run) == "StudyScreen"
        await run.press("enter", "3")
        await run.press("escape")
        assert name_of(run) == "ScoresScreen"
        assert "1 answer is saved." in run.text()
        assert "1 of 2 seen" in run.text()
        await run.press("3" if "3 Reread" in run.text() else "2")
        assert "Paris is a city." in run.text()
        assert "1 passage" in run.text()
        assert "up to +" in run.text()
        await run.press("escape", "4")
        assert name_of(run) == "ScoresScreen"


async def test_a_weak_topic_is_quizzed(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", "\n  - {question: Longest?, answer: Volga, id: volga}\n", "Rivers", "rivers")
    async with driven(tmp_path, CARDS, study=False) as run:
        screen = await scores(run)
        assert "2 Quiz on Rivers, weakest with 0 %" in run.text()
        await run.press("end")
        assert screen.tab.targets[screen.cursor] == "step 1"
        await run.press("enter")
        assert name_of(run) == "QuizSetupScreen"
        assert "Rivers" in run.text()


TAGGED = CARDS.replace("id: paris", "id: paris, tags: [west]").replace("id: rome", "id: rome, tags: [south]")


async def test_tags_go_round_and_go_with_their_deck(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", "\n  - {question: Longest?, answer: Volga, id: volga}\n", "Rivers", "rivers")
    async with driven(tmp_path, TAGGED, study=False) as run:
        screen = await scores(run)
        await run.press("g")
        assert "All decks · tag south" in run.text()
        assert "If asked now   25 %" in run.text()
        assert "0 of 1 seen" in run.text()
        await run.press("left")
        assert "none in a year" in run.text()
        await run.press("right", "1", "1", "enter", "enter", "escape", "left")
        assert "1 review on 1 day" in run.text()
        await run.press("g")
        assert "none in a year" in run.text()
        await run.press("G", "right", "g")
        assert "tag west" in run.text()
        await run.press("g")
        assert "tag" not in run.text().splitlines()[2].partition("·")[2].partition("d deck")[0]
        await run.press("G", "d")
        assert screen.wanted.tag == "west"
        await run.press("d")
        assert screen.wanted == screen.wanted._replace(deck="rivers", tag="")
        await run.press("g")
        assert "No card here bears a tag." in run.text()


async def test_what_to_expect_on_a_day_to_come(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        screen = await scores(run)
        assert "On 30 Nov" in run.text()
        assert "if nothing more is studied" in run.text()
        await run.press("+")
        assert "On 1 Dec" in run.text()
        await run.press("?")
        assert "On a day to come" in run.text()
        await run.press(">", "-")
        assert "On 7 Dec" in run.text()
        await run.press("<", "<", "<")
        assert "On 24 Nov" in run.text()
        await run.press("right", "+")
        assert screen.chosen == 0
        assert "On 25 Nov" in run.text()


async def test_an_exam_is_the_day_to_come(tmp_path: Path) -> None:
    async with driven(tmp_path, f"{CARDS}study: {{exam: 2026-12-02}}\n", study=False) as run:
        await run.press("down")
        await scores(run)
        assert "On 2 Dec" in run.text()


async def test_a_leech_is_told_of_with_what_it_is_confused_with(tmp_path: Path) -> None:
    typed = CARDS.replace("answer: Paris", "answer: Paris, accept: [paris]")
    (tmp_path / "home").mkdir()
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(forgotten("capitals/paris", "Rome", 9)), None)
    async with driven(tmp_path, typed, study=False) as run:
        await scores(run)
        await run.press("end")
        assert "2 Rewrite “Capital of France?”: 9 lapses" in run.text()
        assert "mixed up with “Capital of Italy?”" in run.text()
        await run.press("2")
        assert name_of(run) == "RewritingScreen"
        assert "9 lapses; it stands in capitals.yaml:4" in run.text()
        assert "Rome  11 times" in run.text()
        assert "which answers  Capital of Italy?" in run.text()
