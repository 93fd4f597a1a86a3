"""Decks and a past to measure with: as many cards as one likes, most of them studied, a few hundred due today."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from quizzer.core.event import Did, Event
from quizzer.store.log import Log

DAY_MS = 86_400_000
MARK = "zq"
"""Stands at the beginning of each question and title, so that its bytes can be waited for."""
_A_FILE = 1_000


def deck_text(number: int, cards: int) -> str:
    """A deck of flashcards, typed notes, choices and clozes, about 500 bytes each."""
    lines = [f"title: {MARK}deck {number:03d}", "language: en", "cards:"]
    for index in range(cards):
        name = f"{MARK}{number * _A_FILE + index:06d}"
        lines += [
            f"  - question: {name} What does the survey of the northern valley say of plot {index}?",
            f"    id: n{index}",
            f"    answer: It yields {index % 97} bushels in a wet year and half of that in a dry one.",
            "    explanation: The surveyors came three times, and asked the miller as well as the owner before they",
            "      wrote anything down; their figures are averages over twelve years, with the two worst left out.",
            f"    quote: plot {index} yields {index % 97} bushels",
            "    tags: [survey, valley]",
        ]
        if index % 4 == 1:
            lines.append("    accept: [a few bushels, some bushels]")
        elif index % 4 == 2:
            lines.append("    wrong: [Nothing at all., It was never surveyed., Twice as much as its neighbour.]")
    return "\n".join(lines) + "\n"


def write_decks(folder: Path, cards: int) -> None:
    """Deck files of up to a thousand cards each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, cards, _A_FILE)):
        (folder / f"deck{number:03d}.yaml").write_text(deck_text(number, min(_A_FILE, cards - first)), "utf-8")


def write_past(home: Path, cards: int, due: int = 400) -> None:
    """A log in which all but every twentieth card were learnt, about `due` of them due again today."""
    dice = random.Random(7)
    home.mkdir(parents=True, exist_ok=True)
    with Log.open(str(home / "progress.sqlite"), os.urandom) as log:
        log.append(sorted(_past(cards, due, dice, log.device), key=lambda event: event.order), None)


def _past(cards: int, due: int, dice: random.Random, device: str) -> Iterator[Event]:
    now = time.time_ns() // 1_000_000
    step = max(4, cards // due // 4 * 4)  # a multiple of four: these are flashcards
    for index in range(cards):
        if index % 20 == 19:
            continue
        card = f"deck{index // _A_FILE:03d}/n{index % _A_FILE}"
        ago = 30 if index % step == 0 else 1
        at = now - ago * DAY_MS - dice.randrange(DAY_MS // 2)
        data = {"rating": 4, "mode": "study", "counts": True, "took_ms": 4_000}
        yield Event(f"{dice.getrandbits(128):032x}", device, at, 0, "UTC", Did.REVIEWED, card, data)
