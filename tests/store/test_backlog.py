"""What is kept so that nobody looks through a backlog always equals what looking through it says."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.exam import LAST_DAYS, Week
from quizzer.core.options import ORDERS
from quizzer.core.progress import UNTOUCHED, Standing
from quizzer.core.queue import Entry, lots
from quizzer.core.schedule import Schedule, State
from quizzer.store.bulk import recounting
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_counts import CardCounts
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardRow, CardTable

DAY = 20_000
DECKS = ["a", "b"]
CARDS = [(deck, note, part) for deck in DECKS for note in ("1", "2", "3") for part in ("", "r")] + [
    (deck, note, "") for deck in DECKS for note in ("4", "5", "6", "7")
]
"""Notes 1 to 3 make two cards each."""


class Put(NamedTuple):
    """A card's standing is another one."""

    card: int
    state: State
    due: int
    stability: float
    last: int
    suspended: bool
    buried: int

    def standing(self) -> Standing:
        if self.state is State.NEW:
            return UNTOUCHED._replace(suspended=self.suspended, buried=self.buried)
        schedule = Schedule(self.state, 0, self.stability, 5.0, self.due, 1, self.last, 1, 0, "f" * 32)
        return Standing(schedule, self.last, self.suspended, self.buried)


_days = st.integers(DAY - 4, DAY + 2)
_puts = st.builds(
    Put,
    st.integers(0, len(CARDS) - 1),
    st.sampled_from([State.REVIEW, State.REVIEW, State.REVIEW, State.NEW, State.LEARNING]),
    _days,
    st.sampled_from([1.0, 2.0, 3.5, 8.0]),
    st.integers(DAY - 9, DAY),
    st.sampled_from([False, False, False, True]),
    st.sampled_from([-1_000_000, -1_000_000, DAY - 1, DAY, DAY + 1]),
)
_decks_as_read = st.tuples(st.sampled_from(DECKS), st.integers(0, 10), st.booleans())
_steps = st.lists(st.one_of(_puts, _puts, _decks_as_read, st.none()), max_size=25)


def id_of(card: tuple[str, str, str]) -> str:
    deck, note, part = card
    return f"{deck}/{note}" + (f"#{part}" if part else "")


def read_deck(cards: CardTable, deck: str, first: int, alone: bool = False) -> None:
    """The deck is read and holds its cards from the `first` on; `alone`: no note makes two any more."""
    places = [
        Place(id_of(card), card[1], card[2], index, "flashcard", "", alone or card[1] > "3")
        for index, card in enumerate(card for card in CARDS if card[0] == deck and not (alone and card[2]))
        if index >= first
    ]
    cards.replace(deck, places)


KEYS: dict[str, Callable[[str, Schedule, int], float]] = {
    "remembered": lambda id, schedule, day: (day - schedule.last_day) / schedule.stability,
    "oldest": lambda id, schedule, day: schedule.due,
    "random": lambda id, schedule, day: lots(str(day))(id)[0],
}


def naive_units(
    cards: CardTable, alone: dict[str, bool], day: int, bury: bool, order: str = "remembered"
) -> dict[tuple[str, str], list[float]]:
    """What may be asked as a review, each by its deck and card or note, and what its cards are ordered by."""
    rows = [row for row in cards.rows() if row.position is not None]
    asked = {(row.deck, row.note) for row in cards.rows() if _asked(row, day)}
    units = defaultdict[tuple[str, str], list[float]](list)
    for row in rows:
        schedule = row.standing.schedule
        due = schedule.state is State.REVIEW and schedule.due <= day
        if not due or row.standing.suspended or row.standing.buried >= day:
            continue
        single = alone[row.id] or not bury
        if single or (row.deck, row.note) not in asked:
            unit = row.id if single else row.note
            units[row.deck, unit].append(KEYS[order](row.id, schedule, day))
    return units


def _asked(row: CardRow, day: int) -> bool:
    return row.standing.schedule.reps > 0 and row.standing.schedule.last_day == day


def ages(entries: list[Entry], day: int, order: str = "remembered") -> list[float]:
    return sorted(
        KEYS[order](one.card, Schedule(due=one.due, stability=one.stability, last_day=one.last_day), day)
        for one in entries
    )


@given(_steps, st.booleans(), st.integers(1, 6), st.booleans(), st.sampled_from(ORDERS))
def test_counts_and_shares_are_what_the_cards_say(
    steps: list[Put | tuple[str, int, bool] | None], bury: bool, most: int, at_once: bool, order: str
) -> None:
    cache = Cache.open(MEMORY, "test")
    cards, counts = CardTable(cache.connection), CardCounts(cache.connection)
    for deck in DECKS:
        read_deck(cards, deck, 0)
    for index in range(0, len(CARDS), 2):
        cards.put_standing(id_of(CARDS[index]), Put(index, State.REVIEW, DAY, 2.0, DAY - 3, False, 0).standing())
    for step in steps:
        if isinstance(step, Put):
            if at_once:
                with recounting(cache.connection):
                    cards.put_standing(id_of(CARDS[step.card]), step.standing())
            else:
                cards.put_standing(id_of(CARDS[step.card]), step.standing())
        elif step is not None:
            read_deck(cards, *step)
        alone = {id: bool(alone) for id, alone in cache.connection.execute("SELECT id, alone FROM cards")}
        for day in (DAY - 2, DAY, DAY + 1):
            units = naive_units(cards, alone, day, bury)
            assert counts.due(DECKS, day, bury) == Counter(deck for deck, _ in units), day
            assert counts.due(["a"], day, bury) == Counter(deck for deck, _ in units if deck == "a"), day
        kept = cards.kept_share(DECKS, DAY, most, bury, order=order)
        found = cards.due_reviews(DECKS, DAY, most, bury, order=order)
        best = sorted(min(each) for each in naive_units(cards, alone, DAY, bury, order).values())[:most]
        assert ages(found, DAY, order) == best
        if kept is None:
            cards.keep_share(found, DECKS, DAY, most, bury, order=order)
            kept = cards.kept_share(DECKS, DAY, most, bury, order=order)
            assert kept is not None
        assert ages(kept, DAY, order)[:most] == best
        assert cards.kept_share(["a"], DAY, most, bury, order=order) is None
        assert cards.kept_share(DECKS, DAY + 1, most, bury, order=order) is None
        assert cards.kept_share(DECKS, DAY, most, bury, "", ORDERS[ORDERS.index(order) - 1]) is None
        fewer = cards.kept_share(DECKS, DAY, max(1, most - 1), bury, order=order)
        assert fewer is not None
        assert ages(fewer, DAY, order)[: max(1, most - 1)] == best[: max(1, most - 1)]
    cache.close()


@given(_steps, st.booleans(), st.integers(1, 6), st.integers(1, LAST_DAYS))
def test_what_an_exam_asks_beside_what_is_due_is_what_the_cards_say(
    steps: list[Put | tuple[str, int, bool] | None], bury: bool, most: int, ahead: int
) -> None:
    cache, week = Cache.open(MEMORY, "test"), Week(DAY + ahead, DAY)
    cards, counts = CardTable(cache.connection), CardCounts(cache.connection)
    for deck in DECKS:
        read_deck(cards, deck, 0)
    for step in [Put(index, State.REVIEW, DAY + 9, 2.0 + index, DAY - index, False, 0) for index in range(9)] + steps:
        if isinstance(step, Put):
            cards.put_standing(id_of(CARDS[step.card]), step.standing())
        elif step is not None:
            read_deck(cards, *step)
    rows = [row for row in cards.rows() if row.deck == "a"]
    alone = {id: bool(alone) or not bury for id, alone in cache.connection.execute("SELECT id, alone FROM cards")}
    here = [row for row in rows if row.position is not None and not row.standing.suspended]
    touched = {row.note for row in rows if _asked(row, DAY)}
    touched |= {row.note for row in here if row.standing.schedule.state is State.REVIEW
                and row.standing.schedule.due <= DAY}  # fmt: skip
    late = defaultdict[str, list[tuple[float, int, str]]](list)
    fresh = defaultdict[str, list[int]](list)
    for row in here:
        schedule = row.standing.schedule
        if row.standing.buried >= DAY or (not alone[row.id] and row.note in touched):
            continue
        unit = row.id if alone[row.id] else row.note
        if schedule.state is State.NEW and schedule.due == 0:
            fresh[unit].append(row.position or 0)
        far = schedule.state is State.REVIEW and schedule.due >= week.exam and schedule.last_day < week.exam - 7
        if far and (row.position or 0) % 7 <= 7 - ahead:
            late[unit].append((-(week.exam - schedule.last_day) / schedule.stability, row.position or 0, row.id))
    wanted = [id for *_, id in sorted(min(each) for each in late.values())]
    assert [entry.card for entry in cards.before_exam(["a"], week, most, bury)] == wanted[:most]
    assert counts.before_exam("a", week, bury, most) == min(most, len(wanted))
    asked = [unit for unit in fresh if unit not in late]
    assert counts.new_in_week("a", week, bury, 99) == len(asked)
    first = sorted(min(fresh[unit]) for unit in asked)
    places = {row.id: row.position for row in rows}
    assert [places[entry.card] for entry in cards.new_cards("a", DAY, most, bury, "", week)] == first[:most]
    cache.close()


def test_a_note_asked_today_is_no_business_of_other_decks() -> None:
    cache = Cache.open(MEMORY, "test")
    cards, counts = CardTable(cache.connection), CardCounts(cache.connection)
    for deck in DECKS:
        read_deck(cards, deck, 0)
    cards.put_standing("b/1", Put(0, State.REVIEW, DAY, 2.0, DAY, False, 0).standing())
    assert counts.due(["a"], DAY, bury=True) == counts.due(["b"], DAY, bury=True) == {}
    assert counts.due(["b"], DAY, bury=False) == {"b": 1}
    cache.close()
