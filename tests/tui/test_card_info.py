"""Card info on the screen: by a key from wherever a card stands, and silent about the answer before it is shown."""

from pathlib import Path
from random import Random

from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.store.log import Log
from quizzer.tui.screens.card_info import show_info
from tests.tui.driving import driven, settings, write_deck

CARDS = """\
  - question: Capital of France?
    id: paris
    answer: Paris
    tags: [geography]
    quote: Paris is the capital
"""
LATER = "2026-12-23T08:12:00+01:00"


async def test_before_the_reveal_it_tells_everything_but_the_answer(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS, size=(80, 48)) as run:
        await run.press("i")
        assert "Card info" in run.text()
        assert "Capital of France?" in run.text()
        assert "geography" in run.text()
        assert "shown once the answer is" in run.text()
        assert "Nothing yet. Each review will stand here" in run.text()
        assert "paris" not in run.text().casefold()
        await run.press("s")
        assert "The passage would give the answer away." in run.text()
        await run.press("i")
        await run.press("enter", "i")
        assert "capitals/paris, flashcard" in run.text()
        assert "❝ Paris is the capital ❞" in run.text()
        await run.press("s")
        assert "▌ Paris is the capital" in run.text()
        await run.press("escape")
        await run.press("escape", "4")
        assert run.ratings() == [4]


async def test_it_tells_history_memory_and_what_is_to_come(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        await run.press("enter", "1", "enter", "i")
        await run.press("u")  # of no use here
        await run.press("end")
        assert "Again  study" in run.text()
        assert "PgUp page up" in run.text()
        await run.press("escape", "4")
        assert run.ratings() == [1, 4]
    deck = tmp_path / "decks" / "capitals.yaml"
    deck.write_text(deck.read_text("utf-8").replace("Capital of France?", "The capital of France?"), "utf-8")
    async with driven(tmp_path, now=LATER, size=(120, 60)) as run:
        await run.press("*", *"typo", "enter", "enter", "i")
        text = run.text()
        for words in ("Due since", "rated Easy", "stability", "until recall has fallen to 90 %", "12 weeks",
                      "flagged: typo", "2 reviews count", "Texts it had", "Capital of France?",
                      "Again 10 min · Hard"):  # fmt: skip
            assert words in text, words


async def test_it_opens_from_flagged_cards_and_tells_of_orphans(tmp_path: Path) -> None:
    async with driven(tmp_path, CARDS) as run:
        await run.press("*", "enter", "enter", "3")
    (tmp_path / "decks" / "capitals.yaml").write_text("title: Others\ncards:\n  - A = B\n", "utf-8")
    async with driven(tmp_path, study=False, size=(80, 48)) as run:
        await run.press("f")
        await run.app.workers.wait_for_complete()
        await run.press("i")
        assert "No deck holds it any more" in run.text()
        assert "Capital of France?" in run.text()
        assert "Paris" in run.text()


async def test_text_of_strangers_stays_text(tmp_path: Path) -> None:
    """Whatever a log of another machine or a deck holds, it is neither markup nor drives the terminal."""
    nasty = "[/x] [bold]\x1b[31m\u202e!"
    write_deck(tmp_path / "decks", CARDS)
    with Collection.open(settings(tmp_path)) as collection:
        now, path = collection.moment().at, collection.places()[0].path
    with Log.open(path, Random(1).randbytes) as log:
        texts: dict[str, object] = {"question": nasty, "solution": nasty, "quote": nasty, "digest": "x"}
        review: dict[str, object] = {"rating": 1, "mode": nasty, "counts": True, "response": nasty, "score": 0.5}
        kinds: list[tuple[Did, dict[str, object]]] = [
            (Did.TEXT_SEEN, texts),
            (Did.REVIEWED, review),
            (Did.FLAGGED, {"words": nasty}),
        ]
        log.append(
            [
                Event(f"{2 * at + gone:032x}", log.device, now + 2 * at + gone, 0, "", kind, card, data)
                for at, (kind, data) in enumerate(kinds)
                for gone, card in enumerate(("capitals/paris", "capitals/gone"))
            ],
            None,
        )
    async with driven(tmp_path, study=False, size=(100, 70)) as run:
        for card in ("capitals/paris", "capitals/gone"):
            show_info(run.app.screen, card)  # type: ignore[arg-type]  # home is one of ours
            await run.pilot.pause()
            assert run.text().count("[/x] [bold]") >= 4
            assert not {"\x1b", "\u202e"} & set(run.text())
            await run.press("escape")
