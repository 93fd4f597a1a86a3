"""The cache is level with the log however events arrive, and may be thrown away at any time."""

import tempfile
from functools import reduce
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.collection.clock import Clock
from quizzer.collection.ledger import Ledger
from quizzer.core.adoption import counting
from quizzer.core.day import study_day
from quizzer.core.event import Did, Event, Fact
from quizzer.core.options import ALL
from quizzer.core.progress import UNTOUCHED, Progress, as_it_stands, counts, fold, in_place
from quizzer.core.schedule import State
from quizzer.core.stats.tally import DayTally
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_table import CardTable
from quizzer.store.log import Log
from quizzer.store.tally_table import TABLES, TallyTable
from tests.core.histories import CARDS, histories

NOW = "2026-11-23T08:12:00+01:00"


def entropy(count: int) -> bytes:
    return bytes(range(count))


def ledger_on(log: Log, path: str = MEMORY) -> Ledger:
    ledger = Ledger(log, Cache.open(path, "test"), Clock(NOW))
    ledger.catch_up()
    return ledger


def assert_level(ledger: Ledger) -> None:
    """The cache says of each card, option and day what a fold of the whole log says."""
    events = [event for _, event in ledger.log.since(0)]
    whole = fold(events)
    for card in CARDS:
        assert (ledger.cards.standing(card) or UNTOUCHED) == whole.standings.get(card, UNTOUCHED), card
    assert ledger.timeline.now() == whole.timeline.now()
    days: dict[int, tuple[int, int]] = {}
    for event in events:
        if counts(event) and event.id not in whole.voided:
            day = study_day(event.at, event.offset, whole.timeline.at(event.order, ALL).rollover)
            count, took = days.get(day, (0, 0))
            days[day] = (count + 1, took + event.data["took_ms"])
    assert ledger.cache.days(-(10**9)) == days
    assert_tallied(ledger, counted(events, whole))


def counted(events: list[Event], whole: Progress) -> list[Event]:
    """The reviews that count, with the ratings and for the cards that count, in fold order."""
    standing = [
        counting(event, whole.heirs)
        for event in sorted(events, key=lambda event: event.order)
        if event.id not in whole.voided
    ]
    instead = in_place(standing)
    return [as_it_stands(event, instead) for event in standing if counts(event)]


def assert_tallied(ledger: Ledger, reviews: list[Event]) -> None:
    """The tallies hold each review once, under its deck and under all; a rebuilt cache holds the same ones."""
    table = TallyTable(ledger.cache.connection)
    for deck in ("", "a", "b"):
        own = [event for event in reviews if not deck or event.card.startswith(f"{deck}/")]
        days = table.days(deck)
        ratings = [sum(event.data["rating"] == rating for event in own) for rating in (1, 2, 3, 4)]
        total = reduce(DayTally.plus, days.values(), DayTally())
        assert [total.again, total.hard, total.good, total.easy] == ratings
        assert total.took_ms == sum(event.data["took_ms"] for event in own)
        assert sum(hour.reviews for hour in table.hours(deck).values()) == len(own)
        assert sum(promise.tested for promise in table.promises(deck).values()) == total.tested
        assert 0 <= total.right <= total.tested <= total.reviews
    fresh = ledger_on(ledger.log)
    for name in TABLES:
        rows = [one.cache.connection.execute(f"SELECT * FROM {name}").fetchall() for one in (ledger, fresh)]
        assert rows[0] == rows[1], name
    fresh.cache.close()


@given(histories(), st.lists(st.integers(1, 6), min_size=1))
@settings(max_examples=80, deadline=None)
def test_the_cache_is_level_with_the_log_however_events_arrive(events: list[Event], batches: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, Log.open(f"{folder}/progress.sqlite", entropy) as log:
        ledger = ledger_on(log)
        rest, turn = list(events), 0
        while rest:
            size = batches[turn % len(batches)]
            log.append(rest[:size], None)
            rest, turn = rest[size:], turn + 1
            ledger.catch_up()
            assert_level(ledger)
        assert_level(ledger_on(log))


def test_a_fact_is_recorded_and_folded_at_once(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        ledger = ledger_on(log, str(tmp_path / "cache.sqlite"))
        ledger.record([(Fact(Did.REVIEWED, "a/one", {"rating": 3, "counts": True, "took_ms": 5}), "1" * 32)])
        standing = ledger.cards.standing("a/one")
        assert standing is not None
        assert standing.schedule.state is State.LEARNING
        assert standing.schedule.first == "1" * 32
        assert_level(ledger)
        ledger.cache.close()
        again = ledger_on(log, str(tmp_path / "cache.sqlite"))
        assert again.catch_up() is False
        assert again.cards.standing("a/one") == standing


def reviewed(card: str, id: str) -> list[tuple[Fact, str]]:
    return [(Fact(Did.REVIEWED, card, {"rating": 3, "counts": True, "took_ms": 5}), id * 32)]


def reps(cache: Cache, card: str) -> int:
    return (CardTable(cache.connection).standing(card) or UNTOUCHED).schedule.reps


def test_what_is_recorded_for_later_is_in_the_log_and_folded_once_it_is_asked_for(tmp_path: Path) -> None:
    cache = Cache.open(MEMORY, "test")
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        ledger = Ledger(log, cache, Clock(NOW))
        ledger.catch_up()
        ledger.record(reviewed("a/one", "1"), later=True)
        assert (log.last_row(), ledger.row, reps(cache, "a/one")) == (1, 1, 0)
        assert ledger.standing("a/two") is None
        assert reps(cache, "a/one") == 0, "another card does not ask for it"
        standing = ledger.standing("a/one")
        assert standing is not None
        assert standing.schedule.reps == reps(cache, "a/one") == 1
        ledger.record(reviewed("a/two", "2"), later=True)
        ledger.record(reviewed("a/three", "3"), later=True)
        assert (reps(cache, "a/two"), reps(cache, "a/three")) == (1, 0), "at most one waits"
        ledger.settle()
        assert reps(cache, "a/three") == 1
        option = (Fact(Did.OPTION_SET, "", {"scope": "", "key": "max_interval", "value": "9"}), "4" * 32)
        ledger.record([option, *reviewed("a/one", "5")], later=True)
        assert ledger.timeline.now() == {("", "max_interval", False): "9"}, "options count at once"
        ledger.record(reviewed("a/one", "6"), later=True)
        assert_level(ledger)


def test_another_quizzer_may_fold_what_waits(tmp_path: Path) -> None:
    path, cache = str(tmp_path / "progress.sqlite"), str(tmp_path / "cache.sqlite")
    with Log.open(path, entropy) as log, Log.open(path, entropy) as other_log:
        ledger = ledger_on(log, cache)
        ledger.record(reviewed("a/one", "1"), later=True)
        other = ledger_on(other_log, cache)
        other.record(reviewed("a/two", "2"))
        assert ledger.row == 1, "what the other has recorded is not known yet"
        ledger.settle()
        assert ledger.row == 2
        assert_level(ledger)
        ledger.record(reviewed("a/one", "3"), later=True)
        ledger.cache.close()
        other.cache.close()
    with Log.open(path, entropy) as log:
        assert_level(ledger_on(log, cache))


def test_an_option_taken_back_counts_no_more(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        ledger = ledger_on(log)
        ledger.record([(Fact(Did.OPTION_SET, "", {"scope": "", "key": "max_interval", "value": "9"}), "1" * 32)])
        assert ledger.timeline.now() == {("", "max_interval", False): "9"}
        ledger.record([(Fact(Did.UNDONE, "", {"events": ["1" * 32]}), "2" * 32)])
        assert ledger.timeline.now() == {}
        assert_level(ledger)


def test_another_progress_file_is_folded_afresh(tmp_path: Path) -> None:
    cache = str(tmp_path / "cache.sqlite")
    with Log.open(str(tmp_path / "one.sqlite"), entropy) as log:
        ledger = ledger_on(log, cache)
        ledger.record([(Fact(Did.REVIEWED, "a/one", {"rating": 3, "took_ms": 5}), "1" * 32)])
        ledger.cache.close()
    with Log.open(str(tmp_path / "two.sqlite"), lambda count: bytes(reversed(range(count)))) as log:
        ledger = ledger_on(log, cache)
        assert (ledger.cards.standing("a/one") or UNTOUCHED) == UNTOUCHED


def test_long_folding_is_told_of(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        log.append(
            [Event(f"{n:032x}", "d", n, 0, "", Did.FLAGGED, "a/one", {"words": ""}) for n in range(1, 6_001)], None
        )
        heard: list[tuple[int, int, str]] = []
        ledger = Ledger(log, Cache.open(MEMORY, "test"), Clock(NOW))
        ledger.catch_up(lambda done, total, what: heard.append((done, total, what)))
        assert heard[-1] == (6_000, 6_000, "Folding reviews")


def test_a_clock_that_stands_before_the_newest_event_is_noticed(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        ledger = ledger_on(log)
        assert ledger.clock_is_behind() is False
        far = ledger.clock.moment().at + 3_600_000
        log.append([Event("1" * 32, log.device, far, 0, "", Did.FLAGGED, "a/one", {})], None)
        ledger.catch_up()
        assert ledger.clock_is_behind() is True
        (event,) = ledger.record([(Fact(Did.FLAGGED, "a/two"), "2" * 32)])
        assert event.at == ledger.clock.moment().at
        assert_level(ledger)
