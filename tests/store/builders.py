"""Events for the tests of the store."""

import random
from typing import Any

from quizzer.core.event import Event

NOW = 1_795_000_000_000


def event(number: int, **changes: Any) -> Event:
    """The event of that number: the same every time, each with its own id, a second after the one before."""
    plain = Event(
        id=f"{number:032x}",
        device="d" * 32,
        at=NOW + number * 1000,
        offset=3600,
        zone="Europe/Berlin",
        kind="reviewed",
        card=f"capitals/card-{number % 7}",
        data={"rating": 3, "response": "Zürich", "took_ms": 1200},
    )
    return plain._replace(**changes)


def events(first: int, count: int) -> list[Event]:
    """So many events from that number on."""
    return [event(number) for number in range(first, first + count)]


def entropy(count: int) -> bytes:
    """Bytes that look random, the same every time."""
    return random.Random(count).randbytes(count)
