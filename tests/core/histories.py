"""Histories of events for laws about the fold: several cards and devices, ties, clocks that jump, all kinds."""

from hypothesis import strategies as st

from quizzer.core.event import Did, Event

START = 1_790_000_000_000
"""September 2026, in UTC milliseconds."""
CARDS = ("a/one", "a/two", "b/one#r")


def event(
    number: int, kind: str, card: str = "", data: dict[str, object] | None = None, at: int = START, device: str = "d"
) -> Event:
    """An event with the id that its number gives."""
    return Event(f"{number:032x}", device, at, 3600, "Europe/Berlin", kind, card, data or {})


def reviewed(number: int, card: str, rating: int, at: int, device: str = "d") -> Event:
    """A review that counts."""
    return event(number, Did.REVIEWED, card, {"rating": rating, "counts": True, "mode": "study"}, at, device)


_OPTIONS = (("desired_retention", "0.8"), ("steps", "5m"), ("steps", ""), ("rollover", "0"), ("max_interval", "30"))


@st.composite
def histories(draw: st.DrawFn, most: int = 25) -> list[Event]:
    """Events in the order in which they were recorded; their clocks may tie, or jump either way."""
    events: list[Event] = []
    at = START
    for number in range(1, draw(st.integers(1, most)) + 1):
        at += draw(st.sampled_from((0, 1, 30_000, 700_000, 86_400_000, 9 * 86_400_000, -1, -400_000, -3 * 86_400_000)))
        card = draw(st.sampled_from(CARDS))
        device = draw(st.sampled_from("de"))
        others = [k for k in Did if k is not Did.REVIEWED]
        kind = draw(st.sampled_from([Did.REVIEWED] * 8 + [Did.ADOPTED] * 2 + others + ["later_kind"]))
        data: dict[str, object] = {}
        if kind == Did.REVIEWED:
            data = {"rating": draw(st.integers(1, 4)), "counts": draw(st.sampled_from((True, True, True, False)))}
            data["took_ms"] = draw(st.integers(0, 60_000))
            data["mode"] = draw(st.sampled_from(("study", "study", "quiz", "cram")))
            if draw(st.integers(0, 3)) == 0:  # mostly a review that was made before, seldom one yet to come
                data["replaces"] = f"{draw(st.integers(1, number + 1)):032x}"
        elif kind == Did.OPTION_SET:
            key, value = draw(st.sampled_from(_OPTIONS))
            data = {"scope": draw(st.sampled_from(("", "a"))), "key": key, "value": value}
            card = ""
        elif kind == Did.UNDONE:
            targets = [e.id for e in events if e.kind != Did.UNDONE]
            data = {"events": draw(st.lists(st.sampled_from(targets), max_size=2, unique=True)) if targets else []}
            card = ""
        elif kind == Did.TEXT_SEEN:
            data = {"digest": draw(st.sampled_from(("x", "y")))}
        elif kind == Did.ADOPTED:
            data = {"from": draw(st.sampled_from((*CARDS, "")))}
        elif kind == Did.FLAGGED:
            data = {"words": "look again"}
        events.append(event(number, kind, card, data, at, device))
    return events
