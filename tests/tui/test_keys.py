"""The table of keys is the one truth about keys."""

import pytest

from quizzer.tui.keys import PALETTE, ROOMS, Where, bindings, find_key, keys_of, place_of
from quizzer.tui.keys.table import KEYS
from quizzer.tui.quizzer_app import QuizzerApp
from quizzer.tui.screens.ask import AskScreen
from quizzer.tui.screens.authoring import AuthoringScreen
from quizzer.tui.screens.browse import BrowseScreen
from quizzer.tui.screens.card_info import CardInfoScreen
from quizzer.tui.screens.file import FileScreen
from quizzer.tui.screens.help import HelpScreen
from quizzer.tui.screens.home import HomeScreen
from quizzer.tui.screens.note_form import NoteFormScreen
from quizzer.tui.screens.options import OptionsScreen
from quizzer.tui.screens.passage import PassageScreen
from quizzer.tui.screens.problems import ProblemsScreen
from quizzer.tui.screens.quiz import QuizScreen
from quizzer.tui.screens.quiz_map import QuizMapScreen
from quizzer.tui.screens.quiz_mark import QuizMarkScreen
from quizzer.tui.screens.quiz_result import QuizResultScreen
from quizzer.tui.screens.quiz_setup import QuizSetupScreen
from quizzer.tui.screens.score_writing import ScoreWritingScreen
from quizzer.tui.screens.scores import ScoresScreen
from quizzer.tui.screens.study import StudyScreen
from quizzer.tui.screens.ticks import TicksScreen
from quizzer.tui.screens.words import WordsScreen
from tests.key_table import table

SCREENS = {
    Where.HOME: HomeScreen,
    Where.STUDY: StudyScreen,
    Where.PASSAGE: PassageScreen,
    Where.INFO: CardInfoScreen,
    Where.PROBLEMS: ProblemsScreen,
    Where.BROWSE: BrowseScreen,
    Where.QUIZ_SETUP: QuizSetupScreen,
    Where.QUIZ: QuizScreen,
    Where.QUIZ_MAP: QuizMapScreen,
    Where.TICKS: TicksScreen,
    Where.QUIZ_MARK: QuizMarkScreen,
    Where.QUIZ_RESULT: QuizResultScreen,
    Where.SCORES: ScoresScreen,
    Where.OPTIONS: OptionsScreen,
    Where.AUTHOR: AuthoringScreen,
    Where.FILE: FileScreen,
    Where.FORM: NoteFormScreen,
    Where.WORDS: WordsScreen,
    Where.HELP: HelpScreen,
    Where.ASK: AskScreen,
    Where.WRITING: ScoreWritingScreen,
}


@pytest.mark.parametrize("where", Where)
def test_no_key_does_two_things_on_one_screen(where: Where) -> None:
    names = [name for key in keys_of(where) for name in key.keys.split(",")]
    assert sorted(names) == sorted(set(names))


def test_ids_are_unique_so_that_people_can_remap_keys() -> None:
    ids = [key.id for key in KEYS]
    assert len(ids) == len(set(ids))
    assert [find_key(id) for id in ids] == list(KEYS)
    assert [place_of(id) for id in ids] == sorted(place_of(id) for id in ids)


def test_each_screen_has_its_keys_in_one_room() -> None:
    assert sorted(where for screens in ROOMS.values() for where in screens) == sorted(Where)
    assert [key for where in Where for key in keys_of(where)] == sorted(KEYS, key=lambda key: [*Where].index(key.where))


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_names_an_action_that_its_screen_has(key: object) -> None:
    assert key in KEYS
    row = next(row for row in KEYS if row == key)
    name = row.action.partition("(")[0]
    if name.startswith("app."):
        assert hasattr(QuizzerApp, f"action_{name.removeprefix('app.')}")
    else:
        assert hasattr(SCREENS[row.where], f"action_{name}")


@pytest.mark.parametrize("where", Where)
def test_every_screen_binds_all_keys_of_its_rows_but_the_palette(where: Where) -> None:
    wanted = {name for key in keys_of(where) for name in key.keys.split(",")} - {PALETTE}
    bound = {binding.key for binding in bindings(where) if not isinstance(binding, tuple)}
    assert bound == wanted


@pytest.mark.parametrize("where", [where for where in Where if where not in (Where.ASK, Where.WRITING)])
def test_help_can_be_asked_for_on_every_screen(where: Where) -> None:
    names = {name for key in keys_of(where) for name in key.keys.split(",")}
    assert {"question_mark", "f1"} <= names


def test_the_table_for_the_readme_has_a_row_for_each_key() -> None:
    rows = [row for row in table().splitlines() if row.startswith("| `")]
    assert len(rows) == len(KEYS)
    assert "| `1` `2` `3` `4` | " in table().split("<summary>Study</summary>")[1].split("</details>")[0]
