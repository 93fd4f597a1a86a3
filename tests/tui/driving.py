"""Running the real application over real decks, as a person at a keyboard would."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from quizzer.collection.collection import Collection
from quizzer.collection.settings import Settings
from quizzer.core.event import Did, Event
from quizzer.tui.quizzer_app import QuizzerApp

NOW = "2026-11-23T08:12:00+01:00"
WORDS = {
    " ": "space",
    "*": "asterisk",
    "-": "minus",
    "=": "equals_sign",
    "@": "at",
    "!": "exclamation_mark",
    "?": "question_mark",
    "+": "plus",
    ".": "full_stop",
    ";": "semicolon",
    ":": "colon",
    '"': "quotation_mark",
    "/": "slash",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


class Ticking:
    """A clock on which a second passes each time it is looked at."""

    def __init__(self, step: float = 1.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        """Seconds."""
        self.now += self.step
        return self.now


class Driven(NamedTuple):
    """An application that runs."""

    app: QuizzerApp
    pilot: Pilot[None]
    collection: Collection
    clock: Ticking

    async def press(self, *keys: str) -> None:
        """Press keys, each by its name or its character."""
        for key in keys:
            await self.pilot.press(WORDS.get(key, key))
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    def events(self, kind: Did = Did.REVIEWED) -> list[Event]:
        """What the log holds of a kind."""
        return [event for event in self.collection.events() if event.kind == kind]

    def ratings(self) -> list[int]:
        """The ratings in the log."""
        return [event.data["rating"] for event in self.events()]


def write_deck(folder: Path, cards: str, title: str = "Capitals", name: str = "capitals") -> Path:
    """A deck file with these cards."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(f"title: {title}\ncards:\n{cards}", encoding="utf-8")
    return path


def settings(tmp_path: Path, now: str = NOW) -> Settings:
    """Everything in one folder, and a clock that stands still."""
    return Settings(
        home=str(tmp_path / "home"),
        decks=(str(tmp_path / "decks"),),
        now=now,
        home_from="--home",
        decks_from="--decks",
    )


@asynccontextmanager
async def driven(
    tmp_path: Path,
    cards: str = "",
    *,
    study: bool = True,
    size: tuple[int, int] = (80, 24),
    step: float = 1.0,
    decks: Sequence[str] = (),
    now: str = NOW,
) -> AsyncIterator[Driven]:
    """The application over a deck with these cards, in a sitting or at home."""
    if cards:
        write_deck(tmp_path / "decks", cards)
    clock = Ticking(step)
    with Collection.open(settings(tmp_path, now)) as collection:
        app = QuizzerApp(collection, collection.sit(decks) if study else None, clock)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Driven(app, pilot, collection, clock)
