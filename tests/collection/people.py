"""People with decks and a clock, for tests of the collection and of what stands on it."""

from pathlib import Path

from quizzer.collection.collection import Collection
from quizzer.collection.settings import Settings

NOW = "2026-11-23T08:12:00+01:00"

CAPITALS = """\
title: Capitals
cards:
  - question: What is the capital of France?
    id: paris
    answer: Paris
    quote: Paris, capital of France
    source: atlas
  - question: What is the capital of Italy?
    id: rome
    answer: Rome
    both_ways: true
  - question: What is the capital of Spain?
    id: madrid
    answer: Madrid
    accept: [Madrid city]
    tags: [iberia]
sources:
  atlas: {title: Pocket Atlas, file: atlas.md}
"""

ATLAS = """# Atlas

## 1. France

Paris, capital
of France, lies on the Seine.
"""


class Person:
    """Somebody with a home folder, decks of their own, and a clock that stands where they put it."""

    def __init__(self, folder: Path, now: str = NOW) -> None:
        self.home = folder / "home"
        self.decks = folder / "decks"
        self.decks.mkdir(parents=True, exist_ok=True)
        self.now = now

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder of decks."""
        path = self.decks / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    @property
    def settings(self) -> Settings:
        return Settings(
            home=str(self.home), decks=(str(self.decks),), now=self.now, home_from="--home", decks_from="--decks"
        )

    def opened(self) -> Collection:
        """Their collection, at the time of their clock."""
        return Collection.open(self.settings)
