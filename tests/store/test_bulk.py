"""A cache that grows by much is written once, and whatever comes in between leaves a good one."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.store.bulk import written_once
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.cache_files import remove_cache

KILLED = """
import os, signal, sys
from quizzer.store.bulk import filling, written_once
from quizzer.store.cache import Cache
cache = Cache.open(sys.argv[1], "one")
cache.put("before", "there")
with written_once(cache), cache.writing(), filling(cache.connection):
    cache.put_notes("d", ((f"n{at}", "x" * 1_000) for at in range(4_000)))
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "cache.sqlite")


def mode(cache: Cache) -> str:
    return str(cache.connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_a_cache_is_written_once_and_rests_as_ever(path: str) -> None:
    cache = Cache.open(path, "one")
    with written_once(cache):
        cache.written(lambda: cache.put("key", "value"))
        assert mode(cache) == "delete"
    assert mode(cache) == "wal"
    assert cache.get("key") == "value"


def test_killed_while_it_grows_it_is_what_it_was_before(path: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, path], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode != 0
    assert Path(path).stat().st_size > 1_000_000  # much of it was written, and
    assert Path(f"{path}-journal").exists()  # is taken back by whoever opens it next
    cache = Cache.open(path, "one")
    assert (cache.path, mode(cache)) == (path, "wal")
    assert (cache.get("before"), cache.notes("d")) == ("there", [])
    assert cache.connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'cards_to_ask'").fetchone() == (1,)
    assert cache.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_beside_another_quizzer_it_is_written_as_ever(path: str) -> None:
    cache, other = Cache.open(path, "one"), Cache.open(path, "one")
    with written_once(cache):
        assert mode(cache) == "wal"
        cache.written(lambda: cache.put("key", "value"))
    assert other.get("key") == "value"


def test_what_the_disk_refuses_meanwhile_is_done_in_memory(path: str) -> None:
    cache = Cache.open(path, "one")
    with written_once(cache):
        cache.connection.execute("PRAGMA max_page_count = 1")  # as many as there are: the disk is full
        cache.written(lambda: cache.put_notes("d", [("n", "x" * 100_000)]))
    assert cache.path == MEMORY
    assert len(cache.notes("d")) == 1


def test_a_cache_is_thrown_away_with_its_journal(path: str) -> None:
    Cache.open(path, "one").close()
    Path(f"{path}-journal").write_bytes(b"")
    remove_cache(path)
    assert list(Path(path).parent.iterdir()) == []
