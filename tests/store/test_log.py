"""The log holds what happened, all of it, in the order of its arrival, and never anything else."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.event import Did, Event
from quizzer.errors import DiskRefused, ProgressMoved, ProgressUnreadable
from quizzer.store.log import Log
from quizzer.store.row_hash import row_check
from tests.store.builders import NOW, entropy, event, events


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "progress.sqlite")


@pytest.fixture
def log(path: str) -> Iterator[Log]:
    """An open log of twenty events."""
    with Log.open(path, entropy) as log:
        log.append(events(1, 20), 0)
        yield log


def raw(path: str, statement: str, *parameters: object) -> None:
    """Do to the file what quizzer would never do."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER events_are_not_changed")
        connection.execute("DROP TRIGGER events_are_not_deleted")
        connection.execute(statement, parameters)


# --- adding


def test_a_new_log_is_empty(path: str) -> None:
    with Log.open(path, entropy) as log:
        assert (log.last_row(), log.count(), log.since(0), log.damaged) == (0, 0, [], [])


def test_a_log_has_its_ids_from_the_first_moment_and_keeps_them(path: str) -> None:
    dice = iter([bytes([1]) * 16, bytes([2]) * 16])
    with Log.open(path, lambda count: next(dice)) as log:
        assert (log.database_id, log.device) == ("01" * 16, "02" * 16)
    with Log.open(path, lambda count: next(dice)) as log:
        assert (log.database_id, log.device) == ("01" * 16, "02" * 16)
    with Log.peek(path) as log:
        assert (log.database_id, log.device) == ("01" * 16, "02" * 16)


def test_ids_that_were_never_written_are_made_later(path: str) -> None:
    """As when the program is killed between making the tables and naming the file."""
    Log.open(path, entropy).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM identity WHERE name = 'device'")
    with Log.peek(path) as log:
        assert (log.database_id, log.device) == (entropy(16).hex(), "")
    with Log.open(path, lambda count: b"\7" * count) as log:
        assert (log.database_id, log.device) == (entropy(16).hex(), "07" * 16)


def test_what_was_added_is_there_after_opening_again(path: str, log: Log) -> None:
    log.close()
    with Log.open(path, entropy) as again:
        assert again.since(0) == list(enumerate(events(1, 20), start=1))
        assert (again.last_row(), again.count()) == (20, 20)


def test_adding_returns_the_newest_row(log: Log) -> None:
    assert log.append(events(21, 3), 20) == 23
    assert log.append([], 23) == 23
    assert log.append([event(24)], None) == 24


def test_a_kind_from_the_program_reads_back_as_text(log: Log) -> None:
    log.append([event(21, kind=Did.BURIED)], 20)
    assert log.since(20) == [(21, event(21, kind="buried"))]
    assert type(log.since(20)[0][1].kind) is str


def test_events_are_added_all_or_none(log: Log) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.append([event(21), event(1)], 20)
    assert log.last_row() == 20
    assert log.append([event(21)], 20) == 21


def test_what_is_not_data_is_refused_before_anything_is_written(log: Log) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        log.append([event(21, data={"score": float("nan")})], 20)
    assert log.last_row() == 20


def test_an_answer_to_what_has_changed_meanwhile_is_refused(path: str, log: Log) -> None:
    with Log.open(path, entropy) as other:
        other.append([event(21)], 20)
        with pytest.raises(ProgressMoved, match="nothing was recorded here"):
            log.append([event(22)], 20)
        assert other.count() == 21
    assert log.since(20) == [(21, event(21))]
    assert log.append([event(22)], 21) == 22


def test_rows_can_neither_be_changed_nor_deleted(path: str, log: Log) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in (
            "UPDATE events SET card = 'x' WHERE row = 1",
            "UPDATE events SET row = 99 WHERE row = 1",
            "DELETE FROM events WHERE row = 1",
            "DELETE FROM events",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)
    assert log.since(0) == list(enumerate(events(1, 20), start=1))


ANY_TEXT = st.text(st.characters() | st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=8,
)
EVENTS = st.lists(
    st.builds(
        Event,
        id=st.uuids().map(lambda id: id.hex),
        device=st.text(),
        at=st.integers(-(2**63), 2**63 - 1),
        offset=st.integers(-90_000, 90_000),
        zone=st.text(),
        kind=st.text() | st.sampled_from([str(kind) for kind in Did]),
        card=st.text(),
        data=st.dictionaries(ANY_TEXT, JSON, max_size=5),
    ),
    max_size=5,
    unique_by=lambda event: event.id,
)


@settings(max_examples=40, deadline=None)
@given(EVENTS)
def test_events_read_back_exactly_as_they_were(given: list[Event]) -> None:
    with Log.open(":memory:", entropy) as log:
        log.append(given, 0)
        assert log.since(0) == list(enumerate(given, start=1))
        assert log.damaged == []
        assert log.of_ids(event.id for event in given) == given
        for one in given:
            assert one in log.of_cards([one.card])


def test_data_is_written_in_one_canonical_way(path: str, log: Log) -> None:
    log.append([event(21, data={"b": "ü", "a": [1, {}]})], 20)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT data FROM events WHERE row = 21").fetchone() == ('{"a":[1,{}],"b":"ü"}',)


# --- reading


def test_since_gives_what_came_after_a_row(log: Log) -> None:
    assert log.since(18) == [(19, event(19)), (20, event(20))]
    assert log.since(20) == []
    assert log.since(99) == []


@pytest.mark.parametrize("size", [1, 7, 10, 20, 21])
def test_chunks_hold_the_same_in_pieces(log: Log, size: int) -> None:
    chunks = list(log.chunks(2, size))
    assert [pair for chunk in chunks for pair in chunk] == log.since(2)
    assert max(map(len, chunks)) <= size


def test_reading_in_chunks_keeps_no_writer_waiting(path: str, log: Log) -> None:
    with Log.open(path, entropy) as other:
        chunks = log.chunks(0, 15)
        assert len(next(chunks)) == 15
        other.append([event(21)], 20)
        assert [row for row, _ in next(chunks)] == [16, 17, 18, 19, 20, 21]


def test_the_events_of_cards_come_by_arrival(log: Log) -> None:
    cards = ["capitals/card-2", "capitals/card-1", "capitals/none", "capitals/card-2"]
    assert log.of_cards(cards) == [event(n) for n in (1, 2, 8, 9, 15, 16)]
    assert log.of_cards([]) == []


def test_the_texts_of_cards_are_only_those_that_were_seen(log: Log) -> None:
    seen = event(21, kind="text_seen", data={"question": "Where?", "solution": "Here"})
    log.append([seen], 20)
    assert log.texts_of([seen.card, "capitals/none"]) == [seen]


def test_what_is_recent_comes_by_arrival(log: Log) -> None:
    assert log.recent(event(18).at) == events(18, 3)
    assert log.recent(event(20).at + 1) == []


def test_any_number_of_cards_can_be_asked_for(log: Log) -> None:
    many = [f"capitals/card-{n}" for n in reversed(range(1300))]
    assert log.of_cards(many) == events(1, 20)


def test_events_are_found_by_their_ids(log: Log) -> None:
    assert log.of_ids([event(5).id, event(3).id, event(99).id]) == [event(3), event(5)]


def test_what_a_device_did_last_is_what_it_recorded_last_whatever_its_clock_said(log: Log) -> None:
    first = event(21, device="other", at=NOW + 5, id="b")
    last = event(22, device="other", at=NOW - 5, id="a")
    log.append([first, last], 20)
    assert list(log.back("other")) == [last, first]


def test_a_devices_events_can_be_followed_back(path: str, log: Log) -> None:
    log.append([event(21, device="other")], 20)
    raw(path, "UPDATE events SET card = 'x' WHERE row = 9")
    backwards = [event(n) for n in range(20, 0, -1) if n != 9]
    for size in (1, 7, 20, 50):
        assert list(log.back("d" * 32, size)) == backwards
    assert list(log.back("nobody")) == []


def test_when_a_device_last_recorded_something(log: Log) -> None:
    log.append([event(21, at=NOW + 900_000_000)], 20)
    assert log.newest_at("d" * 32) == NOW + 900_000_000
    assert log.newest_at("d" * 32, until=NOW + 600_000) == event(20).at
    assert log.newest_at("d" * 32, until=NOW) == 0
    assert log.newest_at("nobody") == 0


def test_looking_makes_nothing_and_writes_nothing(path: str, log: Log) -> None:
    with Log.peek(path) as peeked:
        assert peeked.since(0) == log.since(0)
        with pytest.raises(DiskRefused, match="nothing was recorded"):
            peeked.append([event(21)], None)
    missing = path + ".missing"
    with Log.peek(missing) as nothing:
        assert (nothing.last_row(), nothing.count(), nothing.since(0)) == (0, 0, [])
        assert (nothing.database_id, nothing.device) == ("", "")
        with pytest.raises(DiskRefused, match="nothing was recorded"):
            nothing.append([event(1)], 0)
    assert not Path(missing).exists()


# --- damage


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "f" * 32),
        ("device", "e" * 32),
        ("at", NOW),
        ('"offset"', 3601),
        ("zone", "Europe/Paris"),
        ("kind", "reset"),
        ("card", "capitals/card-x"),
        ("data", '{"rating":4,"response":"Zürich","took_ms":1200}'),
        ("data", "{"),
        ('"check"', b"12345678"),
    ],
)
def test_a_row_that_changed_is_left_out_and_named(path: str, log: Log, column: str, value: object) -> None:
    raw(path, f"UPDATE events SET {column} = ? WHERE row = 20", value)
    assert [row for row, _ in log.since(0)] == list(range(1, 20))
    assert log.damaged == [20]
    assert log.last_row() == 20


def test_text_that_is_no_utf8_any_more_is_left_out_and_named(path: str, log: Log) -> None:
    raw(path, "UPDATE events SET zone = CAST(x'ff80' AS TEXT) WHERE row = 4")
    assert len(log.since(0)) == 19
    assert log.damaged == [4]


@pytest.mark.parametrize(
    "data",
    ["[1]", "7", "{", "", "[" * 100_000, '{"a":' + "9" * 5000 + "}"],
    ids=["list", "number", "cut off", "empty", "deep", "long number"],
)
def test_data_that_is_no_object_is_left_out_however_well_checked(path: str, log: Log, data: str) -> None:
    fields = (*event(20)[:7], data)
    raw(path, 'UPDATE events SET data = ?, "check" = ? WHERE row = 20', data, row_check(fields))
    assert len(log.since(0)) == 19
    assert log.damaged == [20]


def test_a_lost_row_is_missed(path: str, log: Log) -> None:
    raw(path, "DELETE FROM events WHERE row IN (5, 6, 12)")
    assert len(log.since(0)) == 17
    assert log.damaged == [5, 6, 12]


def test_a_row_number_gone_wild_does_not_stop_the_reading(path: str, log: Log) -> None:
    raw(path, "UPDATE events SET row = ? WHERE row = 20", 2**40)
    assert log.since(0) == [*enumerate(events(1, 19), start=1), (2**40, event(20))]
    assert log.damaged[0] == 20


def test_rows_that_turn_back_are_refused_and_not_read_for_ever(path: str, log: Log) -> None:
    """The last row's number loses a bit, so that 20 stands as 4, after 19."""
    log.close()
    whole = Path(path).read_bytes()
    cell = re.compile(rb"\x14(?=.\0\x4d\x4d)", re.DOTALL)  # a row number, then the sizes of two texts of 32
    assert len(cell.findall(whole)) == 1
    Path(path).write_bytes(cell.sub(b"\x04", whole))
    with Log.open(path, entropy) as damaged, pytest.raises(ProgressUnreadable, match="damaged"):
        damaged.since(0)


def test_a_damaged_newest_event_gives_way_to_the_one_before(path: str, log: Log) -> None:
    raw(path, "UPDATE events SET card = 'x' WHERE row IN (19, 20)")
    assert next(log.back("d" * 32)) == event(18)
    assert log.damaged == [19, 20]


def test_damaged_rows_are_met_by_card_and_id_too(path: str, log: Log) -> None:
    raw(path, "UPDATE events SET zone = 'x' WHERE row = 3")
    assert log.of_cards(["capitals/card-3"]) == [event(10), event(17)]
    assert log.of_ids([event(3).id]) == []
    assert log.damaged == [3]


# --- what it costs

WATCHED = ["dataclasses", "hashlib", "importlib.resources", "logging", "pathlib", "platformdirs", "random", "shutil"]

IMPORTS = """
import sys
before = set(sys.modules)
import quizzer.core.stamp, quizzer.store.log, quizzer.store.paths
quizzer.store.paths.places(sys.argv[1], {})
with quizzer.store.log.Log.peek(sys.argv[1] + "/progress.sqlite") as log:
    log.last_row(), log.count(), log.since(0), log.newest_at("")
import json
import re
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_looking_at_a_log_with_nothing_new_imports_nothing_heavy(tmp_path: Path) -> None:
    """`quizzer due` runs in a status bar."""
    done = subprocess.run([sys.executable, "-c", IMPORTS, str(tmp_path)], check=True, capture_output=True, text=True)
    assert not set(WATCHED) & set(json.loads(done.stdout))


def test_a_log_that_was_closed_leaves_one_file(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        log.append([event(1)], None)
    assert [file.name for file in tmp_path.iterdir()] == ["progress.sqlite"]
