"""When a backlog will be clear: the coming days played through, with the day's limits and nothing new.

Each day reviews are asked in the order of their decks, as in `queue`. How many of them are forgotten follows their
retrievability; which ones, a fixed sequence that is spread evenly: one backlog always gives one day.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from quizzer.core.memory import Memory, decay_of, interval, learner, retrievability
from quizzer.core.options import ALL, OLDEST, RANDOM, Options
from quizzer.core.schedule import Rating

HORIZON = 400
"""Days that are looked ahead; a backlog that is not clear by then is not getting less."""
_EVEN = 0.6180339887498949  # the golden ratio's fraction: its multiples fall evenly between 0 and 1
_AGAIN, _GOOD = int(Rating.AGAIN), int(Rating.GOOD)


DayLimit: TypeAlias = Callable[[int], float]
"""How many reviews a study day takes."""


class Owed(NamedTuple):
    """A review card as far as it matters here."""

    deck: str
    due: int
    """A study day."""
    stability: float
    difficulty: float
    last_day: int


class Limits(NamedTuple):
    """How many reviews a day takes."""

    everything: DayLimit
    """By study day, for all decks together."""
    own: Mapping[str, DayLimit]
    """The same for decks that have a limit of their own."""


def clear_days(
    cards: Iterable[Owed], day: int, limits: Limits, options: Mapping[str, Options], last: int = HORIZON
) -> dict[str, int]:
    """The study day on whose evening nothing is left due, for each deck and for all together ("").

    Decks that are not clear after `last` days are missing.

    Args:
        cards: every review card that is due or will be soon.
        day: today.
        limits: how many reviews each day takes; today's is what is left of it.
        options: those of each deck.
        last: how many days to look ahead.
    """
    return _Days(cards, options).played(day, limits, last)


def fewest_a_day(
    cards: Sequence[Owed],
    day: int,
    days: int,
    own: Mapping[str, DayLimit],
    options: Mapping[str, Options],
) -> int:
    """The fewest reviews a day that clear a backlog in a number of days, today among them."""
    low, high = 0, max(1, sum(card.due < day + days for card in cards) * 2)
    while high - low > 1:
        middle = (low + high) // 2
        clear = ALL in clear_days(cards, day, Limits(lambda at, most=middle: most, own), options, days)  # type: ignore[misc]
        low, high = (low, middle) if clear else (middle, high)
    return high


class _Days:
    """Days played through, one after the other."""

    def __init__(self, cards: Iterable[Owed], options: Mapping[str, Options]) -> None:
        self.options = options
        self.coming: dict[int, list[Owed]] = {}
        self.decks: set[str] = set()
        for card in cards:
            self.coming.setdefault(card.due, []).append(card)
            self.decks.add(card.deck)
        self.asked = 0

    def played(self, day: int, limits: Limits, last: int) -> dict[str, int]:
        pool = [card for due in sorted(self.coming) if due < day for card in self.coming[due]]
        saved = dict.fromkeys([ALL, *limits.own], 0.0)  # of limits below one card a day
        clear: dict[str, int] = {}
        for at in range(day, day + last):
            pool += self.coming.get(at, [])
            for scope in saved:
                saved[scope] = saved[scope] % 1 + (limits.own[scope] if scope else limits.everything)(at)
            pool = self.ask(sorted(pool, key=lambda card: self.rank(card, at)), at, saved)
            left = {card.deck for card in pool}
            for deck in self.decks - left - clear.keys():
                clear[deck] = at
            if not pool:
                return clear | {ALL: at}
        return clear

    def rank(self, card: Owed, at: int) -> float:
        """What grows from the card that is asked first; where decks order differently, they only compare roughly."""
        order = self.options[card.deck].order
        if order == OLDEST:
            return card.due - at
        lot = (card.stability * 1000 + card.due) * _EVEN % 1
        return lot if order == RANDOM else (at - card.last_day) / card.stability

    def ask(self, pool: Sequence[Owed], at: int, saved: dict[str, float]) -> list[Owed]:
        """Ask a day's share of what is due; the rest of it."""
        rest = []
        for card in pool:
            own = saved.get(card.deck, 1.0)
            if saved[ALL] < 1 or own < 1:
                rest.append(card)
                continue
            saved[ALL] -= 1
            if card.deck in saved:
                saved[card.deck] = own - 1
            again = self.asked_on(card, at)
            self.coming.setdefault(again.due, []).append(again)
        return rest

    def asked_on(self, card: Owed, at: int) -> Owed:
        options = self.options[card.deck]
        learn, decay = learner(options.parameters), decay_of(options.parameters)
        elapsed, memory = at - card.last_day, Memory(card.stability, card.difficulty)
        self.asked += 1
        if self.asked * _EVEN % 1 < retrievability(elapsed, card.stability, decay):
            memory = learn(memory, _GOOD, elapsed)
        else:
            memory = learn(learn(memory, _AGAIN, elapsed), _GOOD, 0)
        days = min(options.max_interval, max(1, round(interval(memory.stability, options.desired_retention, decay))))
        return Owed(card.deck, at + days, memory.stability, memory.difficulty, at)
