"""What the screens look like; to be looked at before an update is accepted (`pytest --snapshot-update`)."""

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from quizzer.collection.collection import Collection
from quizzer.core.day import DAY_MS, date_of
from quizzer.core.schedule import Rating
from quizzer.store.log import Log
from quizzer.tui.quizzer_app import QuizzerApp
from tests.collection.learners import START, Learner, Study, card_ids
from tests.tui.driving import WORDS, Ticking, settings, write_deck

Compare = Callable[..., bool]
ATLAS = """# Europe

## France

The seat of government has been in Paris, capital of France, since 987, with interruptions: Versailles had its turn.

## Italy

Rome lies on the Tiber.
"""
CARDS = """
  - question: What is the **capital** of France, and what lay between?
    answer: Paris. *Versailles* lay between.
    id: paris
    hint: It lies on the Seine
    explanation: It has been the seat of government since 987, with interruptions.
    quote: Paris, capital of France
    source: {doc: atlas, passage: "1"}
"""
TYPED = """
  - question: Which movement, led by Grand Ayatollah al-Modarresi, aimed to empower Shia communities?
    answer: Risali Movement
    accept: [Risali]
    id: movement
    explanation: It challenged Sunni-dominated governments, the Al Khalifa among them.
    quote: Rome lies on the Tiber.
    source: atlas
"""
CHOICE = """
  - question: Which rivers flow through Germany? Choose two.
    answers: [Rhine, Elbe]
    wrong: [{text: Tiber, because: it flows through Rome}, Thames]
    id: rivers
    explanation: Both end in the North Sea.
"""
ONE = "\n  - {question: Which river flows through Rome?, answer: Tiber, wrong: [Rhine, Elbe, Thames], id: rome}\n"
STATEMENT = "\n  - {statement: Rome lies on the Tiber., answer: true, explanation: And so does Ostia., id: tiber}\n"
CLOZE = "\n  - {cloze: 'The capital of Italy is {{Rome :: city}}, on the Tiber.', id: italy}\n"
CODE = """
  - question: |
      What does this print?

      ```python
      for i in range(3):
          print(f"{i:>3}")
      ```
    answer: |
      - three lines
      - each with two spaces before its digit
    id: code
"""
ORDER = """
  - question: Put these in the order in which they happened.
    order: [The French Revolution, The Battle of Waterloo, The Crimean War, The Congress of Berlin]
    id: century
    explanation: From 1789 to 1878.
"""
MATCH = """
  - question: Which river flows through which city?
    match: {Paris: Seine, London: Thames, Vienna: Danube, Budapest: Danube}
    id: rivers
"""
LIST = "\n  - {question: Name the three Baltic states., list: [Estonia, Latvia, Lithuania], id: baltic}\n"
HEAD = "sources:\n  atlas: {title: Pocket Atlas, file: atlas.md}\n"


@pytest.fixture
def show(tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., bool]]:
    """Compare what is shown after some keys with what was shown before."""
    with ExitStack() as stack:
        monkeypatch.chdir(tmp_path)  # paths are on screen

        def compare(
            cards: str, *keys: str, study: bool = True, size: tuple[int, int] = (80, 24), step: float = 1.0
        ) -> bool:
            path = write_deck(tmp_path / "decks", cards)
            path.write_text(HEAD + path.read_text(encoding="utf-8"), encoding="utf-8")
            (path.parent / "atlas.md").write_text(ATLAS, encoding="utf-8")
            collection = stack.enter_context(Collection.open(settings(tmp_path)._replace(decks=("decks",))))
            app = QuizzerApp(collection, collection.sit() if study else None, Ticking(step))

            async def run_before(pilot: Pilot[None]) -> None:
                await pilot.pause()
                await pilot.press(*(WORDS.get(key, key) for key in keys))
                if isinstance(app.screen.focused, Input | TextArea):
                    app.screen.focused.cursor_blink = False  # else the cursor is there or not, by chance
                await pilot.pause()

            return snap_compare(app, run_before=run_before, terminal_size=size)

        yield compare


Show = Callable[..., bool]


def test_home_for_a_newcomer(show: Show) -> None:
    assert show(CARDS + TYPED, study=False)


def test_home_with_a_note_left_out_after_some_cards(show: Show) -> None:
    assert show(CARDS + TYPED + "\n  - {question: Nothing?}\n", "enter", "enter", "3", "escape", "escape", study=False)


def test_home_in_a_large_window(show: Show) -> None:
    assert show(CARDS + TYPED, "down", study=False, size=(120, 40))


def test_home_when_the_day_is_done(show: Show) -> None:
    assert show(CARDS, "enter", "enter", "4", "enter", study=False)


def test_a_question(show: Show) -> None:
    assert show(CARDS, "h")


def test_a_flashcard_revealed(show: Show) -> None:
    assert show(CARDS, "enter")


def test_a_near_miss(show: Show) -> None:
    assert show(TYPED, *"Risalli movement", "enter")


def test_a_near_miss_in_a_large_window(show: Show) -> None:
    assert show(TYPED, *"Risalli movement", "enter", size=(120, 40))


def test_options_picked(show: Show) -> None:
    assert show(CHOICE, "2", "3")


def test_options_revealed(show: Show) -> None:
    assert show(CHOICE, "1", "2", "enter")


def test_one_option_revealed(show: Show) -> None:
    assert show(ONE, "1", "enter")


def test_a_statement_revealed(show: Show) -> None:
    assert show(STATEMENT, "f", "enter")


def test_a_cloze_revealed(show: Show) -> None:
    assert show(CLOZE, "enter")


def test_an_order_half_done(show: Show) -> None:
    assert show(ORDER, "3", "1", "down")


def test_an_order_revealed(show: Show) -> None:
    assert show(ORDER, "3", "1", "2", "4", "enter")


def test_a_match_half_done(show: Show) -> None:
    assert show(MATCH, "2", "4")


def test_a_match_revealed_in_a_large_window(show: Show) -> None:
    assert show(MATCH, "1", "2", "3", "4", "enter", size=(120, 40))


def test_a_list_revealed(show: Show) -> None:
    assert show(LIST, *"latvja;Poland;estonia", "enter")


def test_a_verdict_overruled(show: Show) -> None:
    assert show(TYPED, *"Risalli movement", "enter", "y")


def test_code_revealed(show: Show) -> None:
    assert show(CODE, "enter")


def test_the_end_of_a_sitting(show: Show) -> None:
    assert show(CARDS, "enter", "3", "enter", "3")


def test_the_passage(show: Show) -> None:
    assert show(CARDS, "enter", "s")


KNOWN = ("enter", "1", "enter", "3", "*", *"typo?", "enter")
"""Forgotten, then remembered, then flagged; the clock stands still, so that the card comes again at once."""


def test_what_is_known_of_a_card_before_the_reveal(show: Show) -> None:
    assert show(CARDS, *KNOWN, "i")


def test_what_is_known_of_a_card(show: Show) -> None:
    assert show(CARDS, *KNOWN, "enter", "i", "pagedown")


def test_what_is_known_of_a_card_in_a_large_window(show: Show) -> None:
    assert show(CARDS, *KNOWN, "enter", "i", "end", size=(120, 40))


def test_a_few_words_for_a_flag(show: Show) -> None:
    assert show(CARDS, "*", *"typo?")


def test_a_note_in_the_form(show: Show) -> None:
    assert show(CARDS, "e")


def test_a_note_in_the_form_with_a_mistake_in_a_large_window(show: Show) -> None:
    assert show(CARDS, "e", "end", "enter", *"tolerance: 5", size=(120, 40))


def test_the_help(show: Show) -> None:
    assert show(CARDS, "?")


def test_the_problems(show: Show) -> None:
    assert show(CARDS + "\n  - {question: Nothing?}\n", "p", study=False)


def test_a_low_window(show: Show) -> None:
    assert show(CARDS, "enter", size=(60, 14))


def test_the_set_up_of_a_quiz(show: Show) -> None:
    assert show(CARDS + TYPED + CHOICE + STATEMENT, "x", "down", "down", study=False, step=0)


def test_a_quiz_that_was_left(show: Show) -> None:
    assert show(TYPED, "x", "enter", "escape", "escape", "x", study=False, step=0)


def test_a_question_of_a_quiz(show: Show) -> None:
    assert show(TYPED, "x", "enter", *"Risal", study=False, step=0)


def test_a_choice_of_a_quiz(show: Show) -> None:
    assert show(CHOICE, "x", "enter", "1", "*", study=False, step=0)


def test_all_questions_of_a_quiz(show: Show) -> None:
    assert show(QUIZ, *QUIZZED[:-1], "f4", study=False, step=0)


def test_marking_by_hand(show: Show) -> None:
    assert show(CARDS, "x", *["down"] * 6, "right", "enter", *"Versailles", "enter", "h", study=False, step=0)


QUIZ = CARDS + TYPED.replace("accept", "tags: [movements]\n    accept") + CHOICE
QUIZZED = ("x", *["down"] * 8, "1", "enter", "1", "enter", *"Risalli movement", "enter")
"""The seed asks the typed question last."""


def test_the_result_of_a_quiz(show: Show) -> None:
    assert show(QUIZ, *QUIZZED, "h", study=False, step=0)


def test_the_result_of_a_quiz_in_a_large_window(show: Show) -> None:
    assert show(QUIZ, *QUIZZED, "h", study=False, step=0, size=(120, 40))


def test_cramming(show: Show) -> None:
    assert show(CARDS + TYPED, "c", " ", study=False)


def test_options_of_all_decks(show: Show) -> None:
    assert show(CARDS + TYPED, "o", "right", study=False)


BROWSED = (
    CARDS + TYPED + CHOICE + STATEMENT + CLOZE + ORDER + LIST + "\n  - {question: A draft?, answer: Yes, draft: true}\n"
)


@pytest.fixture
def browse(tmp_path: Path, snap_compare: Compare) -> Iterator[Callable[..., bool]]:
    """Compare browse after some keys with what was shown before; the first card is learnt, the second suspended."""
    write_deck(tmp_path / "decks", BROWSED)
    with Collection.open(settings(tmp_path)) as collection:
        collection.sit().answer(Rating.EASY)
        collection.deeds().suspend(["capitals/movement"])
        collection.deeds().flag(["capitals/rivers"], "which ones?")

        def compare(*keys: str, size: tuple[int, int] = (80, 24)) -> bool:
            async def run_before(pilot: Pilot[None]) -> None:
                for key in ("b", *keys):
                    await pilot.press(WORDS.get(key, key))
                await pilot.pause(0.1)
                await pilot.app.workers.wait_for_complete()

            return snap_compare(QuizzerApp(collection, None, Ticking()), terminal_size=size, run_before=run_before)

        yield compare


def test_browse(browse: Show) -> None:
    assert browse("space", "down")


def test_browse_in_a_large_window(browse: Show) -> None:
    assert browse("down", "/", *"the", size=(120, 40))


def test_browse_with_a_typo_in_its_filter(browse: Show) -> None:
    assert browse("/", *"the kind:chioce")


# Authoring: a document with one note, one that was studied, and drafts.

TREATY = """# The Treaty of Lisbon

## Origin

The Treaty of Lisbon was signed on 13 December 2007 by the European Council in Lisbon.[1] It is the Treaty that created
the office of President of the European Council (PEC), which Herman Van Rompuy held first.

## Reception

The rest of it was criticised in a good many newspapers, although nobody had read it.

Chancellor Angela Merkel praised the treaty in Berlin, Paris and Vienna.[4]
"""


@pytest.fixture
def author(tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., bool]]:
    """Compare the authoring screen after some keys with what was shown before."""
    with ExitStack() as stack:
        monkeypatch.chdir(tmp_path)

        def compare(*keys: str, size: tuple[int, int] = (80, 24)) -> bool:
            (tmp_path / "decks").mkdir()
            (tmp_path / "decks" / "lisbon.md").write_text(TREATY, encoding="utf-8")
            collection = stack.enter_context(Collection.open(settings(tmp_path)._replace(decks=("decks",))))
            app = QuizzerApp(collection, None, Ticking())
            app.first_written = ("decks/lisbon.md", "")

            async def run_before(pilot: Pilot[None]) -> None:
                """Wait until the document is read, and press the keys."""
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
                for key in keys:
                    await pilot.press(key)
                await pilot.pause()

            return snap_compare(app, terminal_size=size, run_before=run_before)

        yield compare


def test_authoring_a_document(author: Show) -> None:
    assert author("enter", "r", "down")


def test_authoring_in_a_large_window(author: Show) -> None:
    assert author("enter", size=(120, 40))


def test_marking_words(author: Show) -> None:
    assert author("tab", "end", "space", "right", "space", "space")


def test_authoring_in_a_narrow_window(author: Show) -> None:
    assert author("enter", size=(50, 24))


def test_choosing_a_document(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nobody")
    assert show(CARDS, "end", "enter", study=False)


# Scores: a learner of two months, seeded, so that every picture holds something.


@pytest.fixture
def scores(tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., bool]]:
    """Compare a tab of the scores after some keys with what was shown before."""
    with ExitStack() as stack:
        monkeypatch.chdir(tmp_path)

        def compare(*keys: str, size: tuple[int, int] = (80, 24)) -> bool:
            cards = "".join(f"  - {{question: Question {n}, answer: a, id: n{n}}}\n" for n in range(50))
            write_deck(tmp_path / "decks", cards, name="deck")
            (tmp_path / "home").mkdir()
            learner = Learner("seen", lambda days, strength: math.pow(0.9, days / strength), 2.0, 2.0, 0.3, 0.4)
            with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
                log.append(list(Study(learner, card_ids(45), 1, 3).days(60)), None)
            now = f"{date_of(START // DAY_MS + 60).isoformat()}T12:00:00+00:00"
            collection = stack.enter_context(Collection.open(settings(tmp_path, now)._replace(decks=("decks",))))
            app = QuizzerApp(collection, None, Ticking())

            async def run_before(pilot: Pilot[None]) -> None:
                """Press the keys, and wait until what takes long is counted."""
                for key in ("t", *keys):
                    await pilot.press(key)
                    await pilot.pause()
                    await pilot.app.workers.wait_for_complete()
                await pilot.pause()

            return snap_compare(app, terminal_size=size, run_before=run_before)

        yield compare


def test_the_scores_overview(scores: Show) -> None:
    assert scores()


def test_the_scores_overview_in_a_large_window(scores: Show) -> None:
    assert scores("p", "question_mark", size=(120, 40))


def test_the_scores_by_topic(scores: Show) -> None:
    assert scores("right")


def test_the_scores_of_cards(scores: Show) -> None:
    assert scores("left", "left")


def test_the_scores_calendar(scores: Show) -> None:
    assert scores("left", "p")
