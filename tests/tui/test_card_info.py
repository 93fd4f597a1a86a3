"""Card info on the screen: by a key from wherever a card stands, and silent about the answer before it is shown."""

from pathlib import Path

from tests.tui.driving import driven

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
        await run.press("i")
        await run.press("enter", "i")
        assert "capitals/paris, flashcard" in run.text()
        assert "❝ Paris is the capital ❞" in run.text()
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
