"""Draws README's picture: `python -m tests.picture` writes .github/study.svg from the bundled deck."""

import asyncio
import re
import tempfile
from pathlib import Path

from quizzer.collection.collection import Collection
from quizzer.collection.settings import Settings
from quizzer.core.event import Did
from quizzer.tui.quizzer_app import QuizzerApp

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / ".github" / "study.svg"
DECK = ROOT / "decks" / "bahrain-iran-relations.yaml"
SHOWN, TYPED = "Risali Movement", "Risalli movement"


async def drawn(home: str) -> str:
    """The study screen after a typed answer that is nearly right, as SVG without fonts from elsewhere."""
    settings = Settings(home=home, decks=(str(DECK),), now="2026-11-23T08:12:00+01:00")
    with Collection.open(settings) as collection:
        sitting = collection.sit()
        while sitting.showing and getattr(sitting.showing.card.note.body, "answer", "") != SHOWN:
            sitting.hide(Did.BURIED)
        seconds = iter(range(0, 1_000_000, 10))
        app = QuizzerApp(collection, sitting, clock=lambda: float(next(seconds)))
        async with app.run_test(size=(84, 24)) as pilot:
            await pilot.press(*(("space" if char == " " else char) for char in TYPED), "enter")
            await pilot.pause()
            svg = app.export_screenshot(title="quizzer")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(asyncio.run(drawn(home)), "utf-8")


if __name__ == "__main__":
    main()
