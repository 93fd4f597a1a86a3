"""The cache may be deleted, damaged or unwritable: it is made anew, and nobody notices but the clock."""

import os
import sqlite3
from pathlib import Path

import pytest

from quizzer.core.options import Setting
from quizzer.core.progress import UNTOUCHED, Standing
from quizzer.core.schedule import Schedule, State
from quizzer.errors import CacheRefused
from quizzer.store.cache import MEMORY, Cache, DeckEntry, FileRow
from quizzer.store.cache_files import remove_unused
from quizzer.store.card_places import Place
from quizzer.store.card_table import CardTable

LEARNT = Standing(Schedule(State.REVIEW, 0, 5.0, 6.0, 20_010, 1, 20_005, 3, 9, "f" * 32), 20_000, seen="x")


def place(id: str, position: int, note: str = "", alone: bool = True, tags: str = "") -> Place:
    return Place(id, note or id, "", position, "flashcard", tags, alone)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache.open(str(tmp_path / "deep" / "cache.sqlite"), "one")


def test_what_was_put_is_there_after_reopening(cache: Cache) -> None:
    with cache.writing():
        cache.put("key", "value")
    cache.close()
    again = Cache.open(cache.path, "one")
    assert again.get("key") == "value"
    assert again.get("other") == ""


def test_another_version_begins_afresh(cache: Cache) -> None:
    cache.put("key", "value")
    cache.close()
    assert Cache.open(cache.path, "two").get("key") == ""


def test_a_cache_without_its_mark_begins_afresh(cache: Cache) -> None:
    cache.connection.execute("DELETE FROM meta")
    cache.close()
    assert Cache.open(cache.path, "one").get("identity") == "one"


def test_garbage_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    assert Cache.open(str(path), "one").path == str(path)


def test_where_nothing_can_be_written_it_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert Cache.open(str(tmp_path / "file" / "cache.sqlite"), "one").path == MEMORY


def test_a_transaction_is_all_or_nothing(cache: Cache) -> None:
    def half() -> None:
        with cache.writing():
            cache.put("key", "value")
            cache.connection.execute("nonsense")

    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        half()
    assert cache.get("key") == ""


def test_files_and_decks_are_remembered_and_forgotten(cache: Cache) -> None:
    row = FileRow("/a.yaml", 1, 2, 3, "a", False, "[]")
    cache.put_file(row)
    assert cache.files() == {"/a.yaml": row}
    assert row.stamp == (1, 2, 3)
    cache.put_file(row._replace(path="/b.yaml", problems='[["error"]]'))
    assert cache.problems() == ['[["error"]]']
    cache.drop_file("/b.yaml")
    cache.drop_file("/a.yaml")
    assert cache.files() == {}
    decks = [
        DeckEntry("z", "/z", "alpha", "{}", 1, 0),
        DeckEntry("a", "/a", "Beta", "{}", 1, 0, study='{"steps": "1m"}'),
    ]
    for deck in decks:
        cache.put_deck(deck)
    assert cache.decks() == decks
    cache.drop_deck("z")
    assert cache.decks() == decks[1:]


def test_notes_are_found_by_deck_and_id(cache: Cache) -> None:
    cache.put_notes("a", [("one", "body")])
    assert cache.note("a", "one") == "body"
    cache.put_notes("a", [])
    assert cache.note("a", "one") is None


def test_settings_are_kept_in_the_order_of_their_events(cache: Cache) -> None:
    late, early = (2, "d", "2"), (1, "d", "1")
    cache.put_setting(late, Setting("", "steps", "5m"))
    cache.put_setting(early, Setting("a", "steps", "1m", True))
    assert [order for order, _ in cache.settings()] == [early, late]
    assert cache.count_suggested() == 1
    cache.drop_settings(["1"])
    assert cache.settings() == [(late, Setting("", "steps", "5m"))]


def test_days_count_up_and_down_and_make_a_streak(cache: Cache) -> None:
    for day in (10, 11, 12, 14, 15):
        cache.add_to_day(day, 1, 500)
        cache.add_to_day(day, 1, 0)
    cache.add_to_day(14, -1, 500)
    cache.add_to_day(14, -1, 0)
    cache.add_to_day(14, 1, 9)
    assert cache.days(14) == {14: (1, 9), 15: (2, 500)}
    assert cache.last_day() == 15
    assert (cache.pace(2), cache.pace(9)) == ((2, 509, 0, 0, 0), (5, 2009, 0, 0, 0))
    assert [cache.streak(day) for day in (12, 13, 15, 16, 17, 20)] == [3, 3, 2, 2, 0, 0]


def test_forgetting_the_log_keeps_the_decks(cache: Cache) -> None:
    cards = CardTable(cache.connection)
    cards.replace("a", [place("a/1", 0)])
    cards.put_standing("a/1", LEARNT)
    cards.put_standing("gone/1", LEARNT)
    cache.put_voided(["x"])
    assert cache.voided(["x", "y"]) == {"x"}
    assert (cache.pace(9), cache.last_day()) == ((0, 0, 0, 0, 0), None)
    cache.add_to_day(1, 1, 1)
    assert cache.all_voided() == {"x"}
    cache.forget_log()
    assert cards.standing("a/1") == UNTOUCHED
    assert cards.standing("gone/1") is None
    assert (cache.all_voided(), cache.days(0)) == (frozenset(), {})


def test_anything_else_that_goes_wrong_takes_the_transaction_back(cache: Cache) -> None:
    def half() -> None:
        with cache.writing():
            cache.put("key", "value")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert cache.get("key") == ""


def test_another_quizzer_that_writes_is_said(cache: Cache) -> None:
    cache.connection.execute("PRAGMA busy_timeout = 0")
    other = Cache.open(cache.path, "one")

    def both() -> None:
        with other.writing(), cache.writing():
            pass

    with pytest.raises(CacheRefused, match="another quizzer is writing it"):
        both()


def test_a_full_disk_is_said_and_leaves_what_was(cache: Cache) -> None:
    pages = cache.connection.execute("PRAGMA page_count").fetchone()[0]
    cache.connection.execute(f"PRAGMA max_page_count = {pages}")

    def much() -> None:
        with cache.writing():
            for number in range(2_000):
                cache.put(f"key {number}", "x" * 500)

    with pytest.raises(CacheRefused, match="full"):
        much()
    assert cache.get("key 0") == ""


def test_a_cache_that_another_quizzer_holds_is_not_thrown_away(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("key", "value")
    cache.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    cache.connection.execute("BEGIN EXCLUSIVE")
    cache.connection.execute("PRAGMA journal_mode")
    monkeypatch.setattr("quizzer.store.cache.PATIENCE", 0)
    Cache.open(cache.path, "two").close()
    cache.connection.execute("COMMIT")
    assert cache.get("key") == "value"
    assert Path(cache.path).exists()


def test_two_that_begin_at_once_make_one_cache(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("key", "value")
    seen = iter([False, True])  # the other was first, between the look and the lock
    monkeypatch.setattr("quizzer.store.cache._has_tables", lambda connection: next(seen))
    assert Cache.open(cache.path, "one").get("key") == "value"


def test_what_the_disk_refuses_is_done_in_memory(cache: Cache) -> None:
    with cache.writing():
        cache.put("before", "there")
    cache.connection.execute("PRAGMA busy_timeout = 0")
    other = Cache.open(cache.path, "one")
    with other.writing():
        cache.written(lambda: cache.put("after", "there too"))
        assert (cache.path, cache.get("before"), cache.get("after")) == (MEMORY, "there", "there too")
        assert "another quizzer is writing it" in cache.refusal
    assert other.get("after") == ""
    cache.written(lambda: cache.put("after", "once more"))
    assert cache.get("after") == "once more"


def test_special_caches_that_nobody_has_used_for_long_are_thrown_away(cache: Cache) -> None:
    beside = Path(cache.path).parent
    now = 1_800_000_000
    for name, age in (("cache-0000000a.sqlite", 31), ("cache-0000000b.sqlite", 29), ("other.sqlite", 99)):
        (beside / name).touch()
        os.utime(beside / name, (now - age * 86_400,) * 2)
    (beside / "cache-0000000a.sqlite-wal").touch()
    own = Cache.open(str(beside / "cache-0000000c.sqlite"), "one")
    own.close()
    remove_unused(own.path, now)
    assert not list(beside.glob("cache-0000000a*"))
    assert (beside / "cache-0000000b.sqlite").exists()
    assert (beside / "other.sqlite").exists()
    assert Path(own.path).stat().st_mtime == now
    remove_unused(MEMORY, now)


def test_a_cache_is_read_beside_its_connection_unless_it_is_in_memory(tmp_path: Path) -> None:
    on_disk, in_memory = Cache.open(str(tmp_path / "cache.sqlite"), "test"), Cache.open(MEMORY, "test")
    for cache, apart in ((on_disk, True), (in_memory, False)):
        cache.put("key", "value")
        reader = cache.reader()
        assert reader.needs_no_thread is not apart
        with reader.reading() as connection:
            assert (connection is not cache.connection) is apart
            assert connection.execute("SELECT value FROM meta WHERE key = 'key'").fetchone() == ("value",)
        cache.close()


def test_a_cache_whose_file_is_gone_or_made_anew_is_read_by_its_own_connection(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache.open(str(path), "test")
    path.unlink()
    assert cache.reader().needs_no_thread
    other = Cache.open(str(path), "another version")
    assert cache.reader().needs_no_thread
    assert not other.reader().needs_no_thread
    other.close()
    cache.close()
