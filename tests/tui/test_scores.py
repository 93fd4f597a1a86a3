"""The scores screen: figures, what they mean, decks and periods."""

from pathlib import Path

from quizzer.core.stats.meaning import MEANINGS
from quizzer.tui.screens.scores import ScoresScreen
from tests.tui.driving import Driven, driven

CARDS = """
  - {question: Capital of France?, answer: Paris, id: paris}
  - {question: Capital of Italy?, answer: Rome, wrong: [Milan, Turin, Naples], id: rome}
"""


async def scores(run: Driven) -> ScoresScreen:
    await run.press("t")
    screen = run.app.screen
    assert isinstance(screen, ScoresScreen)
    return screen


async def test_t_opens_the_scores_and_esc_goes_home(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await scores(run)
        assert "If asked now   12 %" in run.text()
        assert "0 of 2 cards seen; 2 unseen count as guesses" in run.text()
        await run.press("escape")
        assert "Capitals" in run.text()
        assert not isinstance(run.app.screen, ScoresScreen)


async def test_each_figure_is_explained(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        screen = await scores(run)
        for at, key in enumerate(screen._keys):
            await run.press("?")
            words = " ".join(run.text().split())
            assert MEANINGS[key].replace("−", "−")[:40] in words
            assert screen.cursor == at
            await run.press("down")


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
