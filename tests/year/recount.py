"""Home's figures, counted anew from the log's events and the decks: plain, slow, and written from the design.

Nothing of quizzer is called here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tests.year.memory import LEARNING, NEW, RELEARNING, REVIEW, Review, State, seconds

DAY = 86_400_000
EPOCH = date(1970, 1, 1)
NEVER = -(10**6)
Decks = Mapping[str, Sequence[tuple[str, Sequence[str]]]]
"""The notes of each deck in order, each with the ids of its cards."""
Settings = dict[tuple[str, str, bool], str]
"""The newest value by deck ("" for all), key, and whether the deck's author suggests it."""
DEFAULTS = {
    "new_per_day": "20", "reviews_per_day": "200", "rollover": "4", "bury_siblings": "yes", "steps": "1m 10m",
    "relearning_steps": "10m", "desired_retention": "0.9", "max_interval": "36500",
    "minutes_per_day": "0", "exam": "none",
}  # fmt: skip
LIMITS = ("new_per_day", "reviews_per_day", "minutes_per_day")


class Figures(NamedTuple):
    """What home shows."""

    day: int
    rows: dict[str, tuple[int, int, int, int]]
    """New, learning, due, and due before limits, by deck and for all ("")."""
    today: int
    yesterday: int
    streak: int
    flagged: int
    leeches: int
    pace: tuple[int, ...]
    """Timed answers and their milliseconds; answers, new cards and known cards: of the last 14 days that had any."""
    away: int
    states: dict[str, State]


class Recount:
    """What the log says, event by event."""

    def __init__(self, events: Iterable[Any]) -> None:
        self.settings: Settings = {}
        self.states: dict[str, State] = {}
        self.hidden: dict[str, tuple[bool, int]] = {}
        self.flagged: set[str] = set()
        self.reviews: Counter[int] = Counter()
        self.spent: Counter[tuple[str, int]] = Counter()
        self.timed: dict[int, tuple[int, int]] = {}
        self.asked: dict[int, tuple[int, int, int]] = {}
        ordered = sorted(events, key=lambda event: (event.at, event.device, event.id))
        gone = {target for event in ordered if event.kind == "undone" for target in event.data["events"]}
        self.pointers: dict[str, str] = {}
        self.asked_ever = {one.card for one in ordered if one.kind == "reviewed" and one.id not in gone}
        self.taken_back: set[str] = set()
        for event in ordered:
            if event.kind == "adopted" and event.id in gone:
                self.taken_back |= {event.card, event.data["from"]}
            elif event.kind == "adopted":
                self.pointers.pop(event.card, None)
                if event.data["from"] != event.card:
                    self.pointers[event.data["from"]] = event.card
        for event in ordered:
            if event.id in gone:
                continue
            if event.kind == "option_set":
                data = event.data
                self.settings[data["scope"], data["key"], data.get("by") == "deck"] = data["value"]
            elif event.kind == "reviewed":
                self.reviewed(event)
            elif event.kind in ("flagged", "unflagged"):
                (self.flagged.add if event.kind == "flagged" else self.flagged.discard)(self.by_now(event.card))
            else:
                self.hid(event)

    def day_of(self, at: int, offset: int) -> int:
        """The study day of an instant: the local one that begins at the rollover hour."""
        return int((at // 1000 + offset - int(option(self.settings, "", "rollover")) * 3600) // 86400)

    def by_now(self, card: str) -> str:
        """The card that the history of a card counts for."""
        while card in self.pointers:
            card = self.pointers[card]
        return card

    def knows(self, card: str) -> bool:
        """Whether a review counts, or once counted, for a card on its way to where it counts now."""
        for one in self.asked_ever:
            path = [one]
            while path[-1] in self.pointers:
                path.append(self.pointers[path[-1]])
            if card in path:
                return True
        return False

    def reviewed(self, event: Any) -> None:
        data, card = event.data, self.by_now(event.card)
        if data["mode"] == "cram" or not data["counts"] or "replaces" in data:
            return
        options = {key: option(self.settings, event.card.partition("/")[0], key) for key in DEFAULTS}
        before, day = self.states.get(card, State()), self.day_of(event.at, event.offset)
        today = self.day_of(max(event.at, before.last_at), event.offset)
        self.states[card] = Review(before, event.at, today, event.id, options).rated(data["rating"])
        self.reviews[day] += 1
        answers, new, due = self.asked.get(day, (0, 0, 0))
        known = before.reps and day > before.last_day
        self.asked[day] = (answers + 1, new + (not before.reps), due + bool(known))
        for deck in ("", card.partition("/")[0]):
            self.spent[deck, day] += data["took_ms"]
        if data["took_ms"]:
            count, took = self.timed.get(day, (0, 0))
            self.timed[day] = (count + 1, took + data["took_ms"])

    def hid(self, event: Any) -> None:
        card = self.by_now(event.card)
        suspended, buried = self.hidden.get(card, (False, NEVER))
        if event.kind == "suspended":
            self.hidden[card] = (True, buried)
        elif event.kind == "buried":
            self.hidden[card] = (suspended, self.day_of(event.at, event.offset))
        elif event.kind == "resumed":
            self.hidden.pop(card, None)

    def figures(self, decks: Decks, at: int, offset: int) -> Figures:
        """What home shows at an instant."""
        day, last, streak = self.day_of(at, offset), sorted(self.timed)[-14:], 0
        lately = sorted(self.asked)[-14:]
        while self.reviews[day - streak - (not self.reviews[day])]:
            streak += 1
        held = {card for notes in decks.values() for _, cards in notes for card in cards}
        asked_for = {card for card in held if not self.hidden.get(card, (False, 0))[0]}
        known = [one for one in self.reviews if self.reviews[one]]
        pace = (*_sums([self.timed[one] for one in last], 2), *_sums([self.asked[one] for one in lately], 3))
        spent = {deck: self.spent[deck, day] / 1000 for deck in ("", *decks)}
        return Figures(
            day,
            _rows(self.states, self.hidden, self.settings, decks, day, at, offset, (pace, spent)),
            self.reviews[day],
            self.reviews[day - 1],
            streak,
            len(self.flagged),
            sum(self.states[card].lapses >= 8 for card in asked_for if card in self.states),
            pace,
            max(0, day - max(known)) if known else 0,
            self.states,
        )


def _sums(rows: Sequence[tuple[int, ...]], count: int) -> tuple[int, ...]:
    return tuple(sum(row[at] for row in rows) for at in range(count))


def option(settings: Settings, deck: str, key: str) -> str:
    """What counts: the deck's own, else that for all, else the author's, else the default."""
    for scope, by_deck in ((deck, False), ("", False), (deck, True)):
        value = settings.get((scope, key, by_deck), "default")
        if value != "default" and not (key == "rollover" and scope):
            return value
    return DEFAULTS[key]


def _rows(  # noqa: C901, PLR0915  as plain as the design says it
    states: Mapping[str, State],
    hidden: Mapping[str, tuple[bool, int]],
    settings: Settings,
    decks: Decks,
    day: int,
    at: int,
    offset: int,
    times: tuple[tuple[int, ...], dict[str, float]],
) -> dict[str, tuple[int, int, int, int]]:
    rollover = int(option(settings, "", "rollover"))
    end = (day + 1) * DAY + rollover * 3_600_000 - offset * 1000
    asked = {card: state for card, state in states.items() if state.last_day == day}
    done = [(card.partition("/")[0], state.first_day == day) for card, state in asked.items()]

    def of(card: str) -> State:
        return states.get(card, State())

    counts: dict[str, tuple[int, int, int]] = {}
    for_exams: dict[str, int] = {}
    for deck, notes in decks.items():
        places = {card: at for at, card in enumerate(card for _, cards in notes for card in cards)}
        exam = _exam(settings, deck, day)
        for_exam = 0
        bury = option(settings, deck, "bury_siblings") == "yes"
        new = learning = due = 0
        for _, cards in notes:
            there = [card for card in cards if not hidden.get(card, (False, 0))[0]]
            here = [card for card in there if hidden.get(card, (False, NEVER))[1] < day]
            learning += sum(of(card).state in (LEARNING, RELEARNING) and of(card).due < end for card in here)
            reviews = [card for card in here if of(card).state == REVIEW and of(card).due <= day]
            fresh = [card for card in here if of(card).state == NEW]
            late = [] if exam is None else [
                card for card in here
                if of(card).state == REVIEW and of(card).due >= exam and of(card).last_day < exam - 7
                and places[card] % 7 <= day - (exam - 7)
            ]  # fmt: skip
            if bury and len(cards) > 1:
                late = late[:1] if not reviews and not any(card in asked for card in cards) else []
                was_asked = any(card in asked for card in cards)
                fresh = fresh[:1] if not was_asked and not reviews and not late else []
                reviews = reviews[:1] if not was_asked else []
            new, due, for_exam = new + len(fresh), due + len(reviews), for_exam + len(late)
        counts[deck], for_exams[deck] = (new, learning, due), for_exam
    limits = {deck: _limits(settings, deck, decks, day) for deck in ("", *decks)}
    room, costs = {}, _costs(settings, times[0])
    left_s = {scope: minutes * 60 - times[1][scope] for scope in limits if (minutes := _minutes(settings, scope))}
    for scope, (most_new, most_due, own, allowed) in limits.items():
        mine = [new for deck, new in done if scope in ("", deck)]
        left_new, left_due = max(0, most_new - sum(mine)), max(0, most_due - (len(mine) - sum(mine)))
        if scope in left_s:
            left_due = min(left_due, max(0, int(left_s[scope] // costs[1])))
        room[scope] = (left_new, left_due, own, allowed)
    # New cards pause while more is due than the limit leaves, unless somebody asked for more of them today.
    wanted = sum(min(due, room[deck][1]) if room[deck][2] else due for deck, (_, _, due) in counts.items())
    whole_new, whole_due, _, whole_allowed = room[""]
    if wanted > whole_due and not whole_allowed:
        whole_new = 0
    # Of the day's minutes, new cards have what reviews leave.
    taken = {
        deck: min(due + for_exams[deck], whole_due, room[deck][1] if room[deck][2] else whole_due)
        for deck, (_, _, due) in counts.items()
    }
    if "" in left_s and not whole_allowed:
        rest = left_s[""] - min(whole_due, sum(taken.values())) * costs[1]
        whole_new = min(whole_new, max(0, int(rest // costs[0])))
    rows: dict[str, tuple[int, int, int, int]] = {}
    for deck, (new, learning, due) in counts.items():
        left_new, left_due, own, allowed = room[deck]
        if not own:
            left_new, left_due = whole_new, whole_due
        elif due > left_due and not allowed:
            left_new = 0
        elif deck in left_s and not allowed:
            left_new = min(left_new, max(0, int((left_s[deck] - taken[deck] * costs[1]) // costs[0])))
        rows[deck] = (min(new, left_new, whole_new), learning, min(due + for_exams[deck], left_due, whole_due), due)
    each = list(rows.values())
    rows[""] = (
        min(whole_new, sum(row[0] for row in each)),
        sum(row[1] for row in each),
        min(whole_due, sum(row[2] for row in each)),
        sum(row[3] for row in each),
    )
    return rows


def _exam(settings: Settings, deck: str, day: int) -> int | None:
    """The day of a deck's exam, if it is one of the next seven."""
    when = option(settings, deck, "exam")
    exam = None if when == "none" else (date.fromisoformat(when) - EPOCH).days
    return exam if exam is not None and 1 <= exam - day <= 7 else None


def _minutes(settings: Settings, scope: str) -> int:
    return int(option(settings, scope, "minutes_per_day"))


def _costs(settings: Settings, pace: tuple[int, ...]) -> tuple[float, float]:
    """The seconds of a new card and of a review: answers to expect of it, as many as this person needs, at its pace."""
    timed, took_ms, answers, new, due = pace
    steps = len(seconds(option(settings, "", "steps")))
    relearning = len(seconds(option(settings, "", "relearning_steps")))
    forgotten = 1 - float(option(settings, "", "desired_retention"))
    of_new, of_due = max(1, steps) + (0.4 if steps else 0), 1 + forgotten * (relearning + forgotten)
    each = (took_ms / 1000 + 20 * 9.0) / (timed + 20)
    showings = (answers + 20) / (new * of_new + due * of_due + 20)
    return of_new * showings * each, of_due * showings * each


def _limits(settings: Settings, deck: str, decks: Decks, day: int) -> tuple[int, int, bool, bool]:
    """New cards and reviews a day, whether they are the deck's own, and whether more new ones were asked for today."""
    most_new, most_due = (int(option(settings, deck, key)) for key in LIMITS[:2])
    own = bool(deck) and any(settings.get((deck, key, False), "default") != "default" for key in LIMITS)
    count, _, when = settings.get((deck, "new_today", False), "").partition(" on ")
    allowed = bool(when) and (date.fromisoformat(when) - EPOCH).days == day
    if allowed:
        most_new = int(count)
    count, _, when = settings.get(("", "spread", False), "").partition(" until ")
    if not deck and when and day <= (date.fromisoformat(when) - EPOCH).days:
        most_due = int(count)
    return most_new, most_due, own or (allowed and bool(deck)), allowed
