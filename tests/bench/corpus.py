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


def deck_text(number: int, cards: int, extra: str = "") -> str:
    """A deck of flashcards, typed notes and choices, about 500 bytes each; `extra` is lines before its cards."""
    lines = [f"title: {MARK}deck {number:03d}", "language: en", *extra.splitlines(), "cards:"]
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


def write_siblings(folder: Path, cards: int) -> None:
    """Deck files of notes that each make two cards."""
    folder.mkdir(parents=True, exist_ok=True)
    both = "defaults: {both_ways: true}"
    for number in range(cards // _A_FILE):
        lines = [f"title: {MARK}deck {number:03d}", both, "cards:"]
        for index in range(_A_FILE // 2):
            name = f"{number * _A_FILE + index:06d}"
            lines.append(f"  - {{question: {MARK}{name}, id: n{index}, answer: {MARK}{name}a}}")
        (folder / f"deck{number:03d}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def write_choosy(folder: Path, decks: int) -> None:
    """Small decks whose authors each suggest options."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(decks):
        study = f"study: {{desired_retention: 0.{85 + number % 10}, new_per_day: {5 + number % 9}}}"
        (folder / f"deck{number:03d}.yaml").write_text(deck_text(number, 10, study), "utf-8")


def write_choices(home: Path, decks: int) -> None:
    """A log in which the options of `write_choosy` are recorded, as studying those decks does."""
    dice = random.Random(9)
    at = time.time_ns() // 1_000_000 - DAY_MS
    home.mkdir(parents=True, exist_ok=True)
    with Log.open(str(home / "progress.sqlite"), os.urandom) as log:
        events: list[Event] = []
        for number in range(decks):
            suggested = {"desired_retention": f"0.{85 + number % 10}", "new_per_day": str(5 + number % 9)}
            for key, value in suggested.items():
                data = {"scope": f"deck{number:03d}", "key": key, "value": value, "by": "deck"}
                id = f"{dice.getrandbits(128):032x}"
                events.append(Event(id, log.device, at + len(events), 0, "UTC", Did.OPTION_SET, "", data))
        log.append(events, None)


def write_backlog(home: Path, cards: int, siblings: bool = False) -> None:
    """A log in which every card was learnt, on one of a hundred days, and all of them are overdue."""
    dice = random.Random(8)
    now = time.time_ns() // 1_000_000
    home.mkdir(parents=True, exist_ok=True)
    with Log.open(str(home / "progress.sqlite"), os.urandom) as log:
        events: list[Event] = []
        for index in range(cards):
            part, number = ("#r", index // 2) if siblings and index % 2 else ("", index // (1 + siblings))
            a_file = _A_FILE // (1 + siblings)
            card = f"deck{number // a_file:03d}/n{number % a_file}{part}"
            at = now - dice.randrange(30, 130) * DAY_MS - dice.randrange(DAY_MS // 2)
            for rating in (dice.choice((3, 4)), dice.choice((3, 4))):  # twice Good: learnt as well
                data = {"rating": rating, "mode": "study", "counts": True, "took_ms": 4_000}
                id = f"{dice.getrandbits(128):032x}"
                events.append(Event(id, log.device, at, 0, "UTC", Did.REVIEWED, card, data))
                at += 11 * 60_000
        log.append(sorted(events, key=lambda event: event.order), None)


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


def write_years(home: Path, cards: int, reviews: int) -> None:
    """A log of three years: every card comes back at growing gaps until all have so many reviews together."""
    dice = random.Random(6)
    now = time.time_ns() // 1_000_000
    home.mkdir(parents=True, exist_ok=True)
    each = reviews // cards
    with Log.open(str(home / "progress.sqlite"), os.urandom) as log:
        events: list[Event] = []
        for index in range(cards):
            card = f"deck{index // _A_FILE:03d}/n{index % _A_FILE}"
            at = now - dice.randrange(400, 1_095) * DAY_MS - dice.randrange(DAY_MS // 6)
            gap = 2.0
            for _ in range(each):
                rating = dice.choices((1, 2, 3, 4), (10, 8, 72, 10))[0]
                data = {"rating": rating, "mode": "study", "counts": True, "took_ms": dice.randrange(2_000, 15_000)}
                id = f"{dice.getrandbits(128):032x}"
                events.append(Event(id, log.device, at, 0, "UTC", Did.REVIEWED, card, data))
                gap = 1.0 if rating == 1 else min(gap * 1.7, 60)
                at = min(now - dice.randrange(60_000), at + int(gap * DAY_MS) + dice.randrange(DAY_MS // 8))
        log.append(sorted(events, key=lambda event: event.order), None)
