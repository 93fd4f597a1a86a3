"""The decks that lie beside these tests, and what makes those too large to lie there."""

from pathlib import Path

import pytest

from quizzer.core.cards import Deck, Note
from quizzer.core.problem import Problem
from quizzer.formats import yaml_events
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.source_text import MAX_BYTES
from quizzer.formats.yaml_events import FASTEST, PURE, Loader

HERE = Path(__file__).parent
BAD = {path.stem: path for path in sorted((HERE / "bad").glob("*.yaml"))}
GOOD = {path.stem: path for path in sorted((HERE / "good").glob("*.yaml"))}
LOADERS = pytest.mark.parametrize("loader", [FASTEST, PURE], ids=["libyaml", "python"])

TOO_LARGE = b"cards:\n  - France = Paris\n" + b"#" * MAX_BYTES
FEW_EVENTS = 30
MANY_NODES = b"cards:\n" + b"  - France = Paris\n" * FEW_EVENTS


def bad_deck(code: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The deck that shows a problem."""
    if code == "too-large":
        return TOO_LARGE
    if code == "too-many-nodes":
        monkeypatch.setattr(yaml_events, "MAX_EVENTS", FEW_EVENTS)
        return MANY_NODES
    return BAD[code].read_bytes()


def read(text: str, loader: Loader = FASTEST) -> tuple[Deck, list[Problem]]:
    """A deck that can be read, and its problems."""
    deck, problems = read_deck(text.encode(), "decks/capitals.yaml", loader)
    assert deck is not None
    return deck, problems


def notes_of(text: str) -> tuple[Note, ...]:
    """The notes of a deck without problems; `text` is its list of notes."""
    deck, problems = read(f"cards:\n{text}")
    assert [problem.rendered() for problem in problems] == []
    return deck.notes


def note_of(text: str) -> Note:
    """The only note of a deck without problems; `text` is its map."""
    (note,) = notes_of(as_item(text))
    return note


def as_item(text: str) -> str:
    """A note's keys as an item of a list."""
    lines = text.strip("\n").split("\n")
    return "\n".join([f"  - {lines[0]}", *(f"    {line}" if line else "" for line in lines[1:])]) + "\n"


def codes(text: str) -> list[str]:
    """The codes of the problems of a deck."""
    return [problem.code for problem in read_deck(text.encode(), "deck.yaml")[1]]
