"""Tallies are kept, added to, and gone when they come to nothing."""

from quizzer.core.stats.correction import Group
from quizzer.core.stats.sight import Sight, Trial
from quizzer.core.stats.tally import DayTally, HourTally, Promise, Tallies
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.tally_table import TABLES, TallyTable

ONE = Sight("a", 20_000, 8, 3, 5_000, False, Trial(True, True, 900_000, 30, 5, 0, 6))
OTHER = Sight("b", 20_001, 8, 1, 1_000, True, None)


def table_of(*sights: Sight) -> tuple[Cache, TallyTable]:
    cache = Cache.open(MEMORY, "test")
    table = TallyTable(cache.connection)
    for sight in sights:
        tallies = Tallies()
        tallies.add(sight)
        table.add(tallies)
    return cache, table


def test_tallies_add_up() -> None:
    _, table = table_of(ONE, ONE, OTHER)
    both = DayTally(10_000, 0, 0, 0, 2, 0, 0, 0, 2, 2, 1_800_000, 210_722)
    assert table.days() == {20_000: both, 20_001: DayTally(1_000, 1, 1)}
    assert table.days("a") == {20_000: both}
    assert table.days(since=20_001) == {20_001: DayTally(1_000, 1, 1)}
    assert table.decks() == {"a": both, "b": DayTally(1_000, 1, 1)}
    assert table.decks(since=20_001) == {"b": DayTally(1_000, 1, 1)}
    assert table.hours() == {8: HourTally(3, 2, 2)}
    assert table.hours("b", 19_996) == {8: HourTally(1, 0, 0)}
    assert table.promises("a") == {(90, 2, 2, 0): Promise(2, 2, 1_800_000)}
    assert table.promises("b") == {}
    assert table.groups() == table.groups("a") == [Group(0.9, 8.0, False, 2, 2)]
    assert table.groups("b") == []


def test_what_comes_to_nothing_is_not_kept() -> None:
    cache, table = table_of(ONE, OTHER)
    back = Tallies()
    for one in (ONE, OTHER):
        back.add(one, -1)
    table.add(back)
    for name in TABLES:
        assert cache.connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,)
