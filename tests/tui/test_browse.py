"""Browse: every card a few keys away, from home and by what wants a look."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.core.filtering import Mistake, parse_filter
from quizzer.store.log import Log
from quizzer.tui.quizzer_app import QuizzerApp
from quizzer.tui.screens.base import SOON
from quizzer.tui.screens.note_form import NoteFormScreen
from quizzer.tui.widgets.lines import Listing
from tests.tui.driving import Driven, Ticking, driven, settings, write_deck

CARDS = "".join(f"  - {{question: Question {n}?, answer: Answer {n}, id: q{n}}}\n" for n in range(1, 4))
RIVERS = "  - {question: Which river crosses Málaga?, answer: Guadalmedina, id: r, tags: [spain]}\n"


async def settled(run: Driven) -> str:
    """What is on the screen once everything is found, also what is looked for only after the first frame."""
    await run.pilot.pause(2 * SOON)
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()
    return run.text()


async def pressed(run: Driven, *keys: str) -> str:
    """The same, after some keys."""
    await run.press(*keys)
    return await settled(run)


def listed(text: str) -> list[str]:
    """The questions of the lines of the list."""
    return [line[4:].split("  ")[0].strip("* ") for line in text.splitlines()[5:] if line.rstrip().endswith(STATES)]


STATES = ("orphan", "new", "learning", "review", "suspended", "buried", "draft")


async def test_what_is_typed_is_found_at_once_and_esc_leaves_the_field_then_the_screen(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", RIVERS, "Rivers", "rivers")
    async with driven(tmp_path, CARDS, study=False) as run:
        text = await pressed(run, "b")
        assert "4 cards · by deck" in text
        assert listed(text) == ["Question 1?", "Question 2?", "Question 3?", "Which river crosses Málaga?"]
        text = await pressed(run, "/", *"MALAGA")
        assert "1 card · by deck" in text
        assert listed(text) == ["Which river crosses Málaga?"]
        assert "Guadalmedina" in text
        text = await pressed(run, *' "river')
        assert "          ^ this quote is not closed" in text
        assert listed(text) == ["Which river crosses Málaga?"]
        text = await pressed(run, "escape", "/", '"')
        assert "not closed" not in text
        assert listed(text) == ["Which river crosses Málaga?"]
        text = await pressed(run, *" is:dew")
        assert "^ is:dew is not known; did you mean new?" in text
        assert listed(text) == ["Which river crosses Málaga?"]
        assert "No card is like that." in await pressed(run, "backspace", "backspace", "backspace", *"leech", "enter")
        await run.press("escape")
        assert "Everything today" in run.text()


async def test_the_order_can_be_another_and_turned_round(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", RIVERS, "Rivers", "rivers")
    async with driven(tmp_path, CARDS, study=False) as run:
        text = await pressed(run, "b", "s")
        assert "by question" in text
        text = await pressed(run, "S")
        assert "by question, last first" in text
        assert listed(text)[0] == "Which river crosses Málaga?"
        assert "by due date" in await pressed(run, "s")


async def test_marked_cards_are_suspended_resumed_and_taken_back_together(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        text = await pressed(run, "b", "space", "space")
        assert "2 marked: keys act on them" in text
        text = await pressed(run, "@")
        assert "2 cards suspended. u takes that back." in text
        assert text.count(" suspended\n") == 2
        text = await pressed(run, "A", "@")
        assert "3 marked" in text
        assert "1 of 3 cards suspended." in text
        text = await pressed(run, "@")
        assert "3 cards resumed." in text
        text = await pressed(run, "u")
        assert "Taken back: 3 cards resumed" in text
        assert text.count(" suspended\n") == 3
        assert "marked" not in await pressed(run, "c")
        assert "This card is not suspended" not in await pressed(run, "-")
        assert len(run.events(Did.BURIED)) == 1


async def test_the_cursor_stays_where_it_is_in_a_long_list(tmp_path: Path) -> None:
    many = "".join(f"  - {{question: Number {n}?, answer: Answer {n}, id: n{n}}}\n" for n in range(200))
    async with driven(tmp_path, many, study=False) as run:
        await pressed(run, "b", "end", "up")
        assert "Answer 198" in await pressed(run, "@")
        assert run.events(Did.SUSPENDED)[0].card == "capitals/n198"
        assert "Answer 198" in await pressed(run, "u")


async def test_the_cursor_goes_with_its_card_where_marked_ones_leave_the_list(tmp_path: Path) -> None:
    many = "".join(f"  - {{question: Number {n}?, answer: Answer {n}, id: n{n}}}\n" for n in range(5))
    async with driven(tmp_path, many, study=False) as run:
        await pressed(run, "b", "/", *"is:new", "enter", "space", "space")
        text = await pressed(run, "@")
        assert "▸  Number 2?" in text
        assert "2 marked, 2 not in this list: keys act on them" in text
        assert "▸  Number 2?" in await pressed(run, "@")
        assert "2 marked: keys act on them" in run.text()


async def test_a_deed_on_very_many_asks_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzer.tui.screens.browse.MANY", 3)
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b", "A", "@")
        assert "Do this to 3 cards?" in run.text()
        assert "suspended" not in await pressed(run, "n")
        assert "3 cards suspended. u takes that back." in await pressed(run, "@", "y")


async def test_what_another_program_changes_is_shown(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b")
        write_deck(tmp_path / "decks", RIVERS)
        run.app.screen.look_round()  # type: ignore[attr-defined]  # browse's
        assert listed(await settled(run)) == ["Which river crosses Málaga?"]


async def test_history_that_goes_with_a_renamed_card_meanwhile_is_told(tmp_path: Path) -> None:
    async with driven(tmp_path, RIVERS, study=False) as run:
        await run.press("enter", "enter", "3", "escape")
        await pressed(run, "b")
        write_deck(tmp_path / "decks", RIVERS.replace("id: r,", "id: river,"))
        run.app.screen.look_round()  # type: ignore[attr-defined]  # browse's
        assert "capitals/river keeps its history under a new id. u takes that back." in await settled(run)


async def test_a_card_begins_afresh_and_one_never_seen_says_so(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("enter", "enter", "3", "escape")
        text = await pressed(run, "b", "r")
        assert "1 card to begin afresh. u takes that back." in text
        assert "never seen" in text
        assert "This was never seen." in await pressed(run, "r")
        assert "Each of 3 was never seen." in await pressed(run, "A", "r")


async def test_flagged_cards_are_a_key_away_and_lose_their_flag(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("f")
        assert "No card is flagged" in run.text()
        await pressed(run, "b", "space", "space", "*", *"mine!", "enter")
        await run.press("escape")
        assert "f 2 flagged" in run.text()
        text = await pressed(run, "f")
        assert "› is:flagged" in text
        assert "flagged: mine!" in text
        text = await pressed(run, "*")
        assert "1 card no longer flagged. u takes that back." in text
        assert listed(text) == ["Question 2?"]
        text = await pressed(run, "*")
        assert "No card is like that." in text
        await pressed(run, "*", "@", "e", "a", "enter", "space")
        assert "Taken back: “Question 2?” flag taken away" in await pressed(run, "u")
        await run.press("escape")
        assert "f 1 flagged" in run.text()


def forgotten(tmp_path: Path, card: str, times: int) -> None:
    """A card was learnt, and forgotten every ninth day since."""
    write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        collection.set_option("", "relearning_steps", "none")
        now, path = collection.moment().at, collection.places()[0].path
    with Log.open(path, Random(1).randbytes) as log:
        events = [
            Event(f"{n:032x}", log.device, now + n * 9 * 86_400_000, 0, "", Did.REVIEWED, card, _data(1 if n else 4))
            for n in range(times + 1)
        ]
        log.append(events, None)


def _data(rating: int) -> dict[str, object]:
    return {"rating": rating, "mode": "study", "counts": True, "took_ms": 1000}


async def test_leeches_are_a_key_away_and_are_none_once_suspended(tmp_path: Path) -> None:
    forgotten(tmp_path, "capitals/q1", 8)
    async with driven(tmp_path, study=False, now="2027-03-01T08:12:00+01:00") as run:
        assert "l 1 leech" in run.text()
        text = await pressed(run, "f", "l")
        assert listed(text) == ["Question 1?"]
        assert "a leech: forgotten 8 times" in text
        text = await pressed(run, "@")
        assert "1 card suspended. u takes that back." in text
        assert listed(text) == []
        assert listed(await pressed(run, "/", *" is:hidden")) == ["Question 1?"]
        await run.press("escape", "escape")
        assert "leech" not in run.text()
        await run.press("l")
        assert "No card is a leech" in run.text()


async def test_drafts_are_a_key_away_and_accepted_in_their_deck(tmp_path: Path) -> None:
    drafts = CARDS + "  - {question: A draft?, answer: Yes, draft: true}\n"
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("d")
        assert "There are no drafts" in run.text()
    async with driven(tmp_path, drafts, study=False) as run:
        text = await pressed(run, "d")
        assert listed(text) == ["A draft?"]
        assert "a draft: Enter opens capitals.yaml:6" in text
        assert "None" not in await pressed(run, "@")
        assert run.events(Did.SUSPENDED) == []
        await pressed(run, "enter", "enter")
        assert "notes · 0 drafts" in run.text()
        assert "No card is like that." in await pressed(run, "escape")


async def test_a_note_is_edited_from_the_list(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b", "down", "e")
        assert isinstance(run.app.screen, NoteFormScreen)
        await run.type("!")
        assert "Question 2?!" in await pressed(run, "ctrl+s")


async def test_it_can_come_first_and_home_comes_after_it(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        app = QuizzerApp(collection, browsed="question 2")
        async with app.run_test() as pilot:
            run = Driven(app, pilot, collection, Ticking())
            assert listed(await settled(run)) == ["Question 2?"]
            assert "Everything today" in await pressed(run, "escape")
            assert "3 cards" in await pressed(run, "b")


async def test_a_click_moves_and_a_second_one_opens(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS + "  - {question: Z?, answer: Yes, draft: true}\n", study=False) as run:
        await pressed(run, "b")
        await run.pilot.click(Listing, offset=(8, 2))
        assert "Answer 3" in await settled(run)
        await pressed(run, "escape", "d")
        await run.pilot.click(Listing, offset=(8, 0))
        await settled(run)
        assert "Author" in run.text()


async def test_where_there_are_no_cards_it_says_how_to_make_some(tmp_path: Path) -> None:
    async with driven(tmp_path, "  - {question: Z?, answer: Yes, draft: true}\n", study=False) as run:
        assert "There are no cards yet." in await pressed(run, "b")


async def test_a_cache_in_memory_is_searched_too(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cache").write_text("in the way")
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b", "/", *"question 2")
        assert listed(run.text()) == ["Question 2?"]


async def test_the_history_of_an_orphan_is_given_to_the_card_like_it_or_to_the_one_marked(tmp_path: Path) -> None:
    async with driven(tmp_path, RIVERS + CARDS) as run:
        await run.press("enter", "4", "escape")
    now = "  - {question: Which river runs through Malaga?, answer: The Guadalmedina, id: s}\n"
    async with driven(tmp_path, now + CARDS, study=False) as run:
        assert "no deck holds it any more" in await pressed(run, "b", "end")
        await run.press("g")
        assert "Have the history of “Which river crosses Málaga?”" in run.text()
        text = await pressed(run, "y")
        assert "The history counts for “Which river runs through Malaga?”. u takes that back." in text
        assert "4 cards · by deck" in text
        assert "Taken back" in await pressed(run, "u")
        await pressed(run, "home", "down", "space", "end", "space", "g")
        assert "for “Question 1?”?" in run.text()
        assert "5 cards" in await pressed(run, "n", "c", "home", "g")
        assert "History is given by orphans" in run.text()


async def test_an_orphan_that_nothing_is_like_says_what_to_do(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        await run.press("enter", "4", "escape")
    async with driven(tmp_path, RIVERS, study=False) as run:
        assert "None is like it" in await pressed(run, "b", "end", "g")


async def test_a_card_whose_note_has_an_error_says_so(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        await run.press("enter", "4", "escape")
    async with driven(tmp_path, CARDS.replace("answer: Answer 1", "anwer: 1"), study=False) as run:
        assert "its note has an error" in await pressed(run, "b", "end")


async def test_home_and_browse_count_the_same(tmp_path: Path) -> None:
    """Buried, suspended and orphaned leeches and flags among them."""
    forgotten(tmp_path, "capitals/q1", 8)
    async with driven(tmp_path, study=False, now="2027-03-01T08:12:00+01:00") as run:
        await pressed(run, "b", "-", "*", "enter", "space", "space", "-")
        await run.press("escape")
        assert "l 1 leech" in run.text()
        assert "f 1 flagged" in run.text()
        seen = run.collection.overview()
        for text, count in (("is:leech", seen.leeches), ("is:flagged", seen.flagged)):
            terms = parse_filter(text)
            assert not isinstance(terms, Mistake)
            assert len(run.collection.browsing().search(terms).run()) == count


async def test_the_cache_may_be_deleted_while_one_looks(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b")
        for file in (tmp_path / "home" / "cache").iterdir():
            file.unlink()
        assert listed(await pressed(run, "/", "2", "enter")) == ["Question 2?"]
        assert "1 card suspended. u takes that back." in await pressed(run, "@")
        assert "Taken back" in await pressed(run, "u")


async def test_marks_of_cards_that_are_gone_are_gone_too(tmp_path: Path) -> None:
    other = write_deck(tmp_path / "decks", RIVERS + "  - {draft: true, a: b, id: d}\n", "Rivers", "rivers")
    async with driven(tmp_path, CARDS, study=False) as run:
        assert "4 marked" in await pressed(run, "b", "A")
        write_deck(tmp_path / "decks", RIVERS.replace("id: r,", "id: s,"), "Rivers", "rivers")
        run.app.screen.look_again()  # type: ignore[attr-defined]  # browse
        text = await settled(run)
        assert ("3 marked" in text, len(listed(text))) == (True, 4)
        other.unlink()
        run.app.screen.look_again()  # type: ignore[attr-defined]
        assert "3 cards suspended" in await pressed(run, "@")


async def test_a_search_for_which_the_log_is_locked_says_so_and_the_next_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzer.store.database.BUSY_SECONDS", 0.01)
    async with driven(tmp_path, CARDS, study=False) as run:
        await pressed(run, "b", "/", *"rated:")
        keeper = sqlite3.connect(run.collection._log.path, isolation_level=None)
        keeper.execute("BEGIN EXCLUSIVE")
        text = await pressed(run, "3")
        assert "Another program keeps" in text
        assert len(listed(text)) == 3
        keeper.execute("ROLLBACK")
        keeper.close()
        text = await pressed(run, "0")
        assert "0 cards" in text
        assert "Another program keeps" not in text
