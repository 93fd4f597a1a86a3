"""Cards that want a look, from home."""

from pathlib import Path
from random import Random

from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.store.log import Log
from tests.tui.driving import driven, settings, write_deck

CARDS = "".join(f"  - {{question: Question {n}?, answer: Answer {n}, id: q{n}}}\n" for n in range(1, 4))


async def test_flagged_cards_are_a_key_away_and_lose_their_flag(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("f")
        assert "No card is flagged" in run.text()
        await run.press("enter", "*", "enter", "enter", "3", "*", *"mine!", "enter")
        assert "* flagged: mine!" in run.text()
        await run.press("escape")
        await run.press("escape")
        assert "f 2 flagged" in run.text()
        await run.press("f")
        assert "Flagged cards" in run.text()
        assert "2 cards" in run.text()
        await run.press("j", "k", "pagedown", "home", "*")
        assert "The flag is gone; u at home takes that back." in run.text()
        await run.press("*")
        assert "Nothing to look at any more." in run.text()
        await run.press("*", "escape", "u")
        assert "flag taken away" in run.text()
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


async def test_leeches_are_a_key_away_and_can_be_suspended(tmp_path: Path) -> None:
    forgotten(tmp_path, "capitals/q1", 8)
    async with driven(tmp_path, study=False, now="2027-03-01T08:12:00+01:00") as run:
        assert "l 1 leech" in run.text()
        await run.press("f", "l")
        assert "Question 1?" in run.text()
        assert "Answer 1" in run.text()
        assert "forgotten 8 times" in run.text()
        await run.press("*", "@")
        assert "Suspended; u at home takes that back." in run.text()
        await run.press("escape")
        assert "leech" not in run.text()
        await run.press("l")
        assert "No card is a leech" in run.text()


async def test_drafts_are_a_key_away_and_say_how_to_accept_them(tmp_path: Path) -> None:
    drafts = CARDS + "  - {question: A draft?, answer: Yes, draft: true}\n"
    async with driven(tmp_path, CARDS, study=False) as run:
        await run.press("d")
        assert "There are no drafts" in run.text()
    async with driven(tmp_path, drafts, study=False) as run:
        assert "d 1 draft" in run.text()
        await run.press("d")
        assert "A draft?" in run.text()
        assert "capitals.yaml:6: Enter opens its deck" in run.text()
        await run.press("enter", "enter")
        assert "notes · 0 drafts" in run.text()
        await run.press("escape")
        assert "Nothing to look at any more." in run.text()
        await run.press("@", "*", "escape")
        assert run.events(Did.SUSPENDED) == []
