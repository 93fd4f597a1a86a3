"""Whatever the machine does, an acknowledged event is on disk, and a refusal is one true sentence."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizzer.core.event import Event
from quizzer.errors import DiskRefused, ProgressTooNew, ProgressUnreadable, QuizzerError
from quizzer.store import log as log_module
from quizzer.store.database import open_database, open_to_read
from quizzer.store.event_rows import row_of
from quizzer.store.log import PROGRESS, Log
from quizzer.store.migrations import Family
from tests.store.builders import entropy, event, events

unix = pytest.mark.skipif(os.name == "nt", reason="needs permissions, limits and signals as Unix has them")
NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """For a while not root, whom no permission binds."""
    row_of(event(0))  # imported by now: nobody may not be able to
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """These may only be read by us."""
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with unprivileged():
            yield
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that anybody may enter, with the migrations in it: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(dir=tempfile.gettempdir()) as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(PROGRESS.folder, folder / "schema")
        monkeypatch.setattr(log_module, "PROGRESS", PROGRESS._replace(folder=str(folder / "schema")))
        (folder / "data").mkdir()
        yield folder


# --- read-only


@unix
@pytest.mark.parametrize("which", ["folder", "file", "both"])
def test_a_read_only_disk_can_be_read_and_refuses_an_answer(folder: Path, which: str) -> None:
    path = folder / "data" / "progress.sqlite"
    with Log.open(str(path), entropy) as log:
        log.append(events(1, 3), 0)
    protected = {"folder": [path.parent], "file": [path], "both": [path, path.parent]}[which]
    if which == "folder":
        path.chmod(0o666)
    with read_only(*protected):
        for log in (Log.peek(str(path)), Log.open(str(path), entropy)):
            with log:
                assert log.since(0) == list(enumerate(events(1, 3), start=1))
                with pytest.raises(DiskRefused, match="read-only: nothing was recorded"):
                    log.append([event(4)], 3)
                assert log.last_row() == 3
    with Log.open(str(path), entropy) as log:
        assert log.append([event(4)], 3) == 4


@unix
def test_nothing_on_a_read_only_disk_reads_as_an_empty_log(folder: Path) -> None:
    path = folder / "data" / "quizzer" / "progress.sqlite"
    with read_only(folder / "data"):
        with Log.peek(str(path)) as log:
            assert log.since(0) == []
        with pytest.raises(DiskRefused, match=r"cannot be made .*nothing was recorded.*--home"):
            Log.open(str(path), entropy)
        with pytest.raises(DiskRefused, match=r"cannot be opened: nothing was recorded"):
            Log.open(str(folder / "data" / "progress.sqlite"), entropy)


@unix
def test_a_folder_that_may_not_be_entered_is_not_an_empty_log(folder: Path) -> None:
    path = folder / "data" / "progress.sqlite"
    Log.open(str(path), entropy).close()
    (folder / "data").chmod(0o000)
    try:
        with unprivileged(), pytest.raises(DiskRefused, match="cannot be opened"):
            Log.peek(str(path))
    finally:
        (folder / "data").chmod(0o755)


@unix
def test_an_older_file_on_a_read_only_disk_is_migrated_in_memory(folder: Path) -> None:
    path = folder / "data" / "words.sqlite"
    schema = folder / "words"
    schema.mkdir()
    (schema / "001_words.sql").write_text("CREATE TABLE words (word TEXT);\nINSERT INTO words VALUES ('one');\n")
    family = Family(7, str(schema))
    open_database(str(path), family).close()
    (schema / "002_more.sql").write_text("INSERT INTO words VALUES ('two');\n")
    before = path.read_bytes()
    with read_only(path, path.parent):
        connection = open_to_read(str(path), family)
        assert connection.execute("SELECT word FROM words").fetchall() == [("one",), ("two",)]
        connection.close()
        with pytest.raises(DiskRefused, match="read-only"):
            open_database(str(path), family)
    assert path.read_bytes() == before


# --- full


@unix
def test_a_disk_that_takes_no_more_bytes_loses_nothing(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "progress.sqlite"
    with Log.open(str(path), entropy) as log:
        log.append(events(1, 5), 0)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
        try:
            with pytest.raises(DiskRefused, match="nothing was recorded"):
                log.append([event(n, data={"response": "x" * 3000}) for n in range(6, 20)], 5)
            assert log.since(0) == list(enumerate(events(1, 5), start=1))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert log.append([event(6)], 5) == 6
        assert log.damaged == []


def test_a_full_disk_is_said_to_be_full_and_answering_goes_on_when_there_is_space(tmp_path: Path) -> None:
    with Log.open(str(tmp_path / "progress.sqlite"), entropy) as log:
        log.append(events(1, 5), 0)
        pages = log._connection.execute("PRAGMA page_count").fetchone()[0]
        log._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskRefused, match=r"full.*nothing was recorded.*Free some space"):
            log.append([event(n, data={"response": "x" * 3000}) for n in range(6, 20)], 5)
        assert log.last_row() == 5
        log._connection.execute(f"PRAGMA max_page_count = {pages + 100}")
        assert log.append([event(6)], 5) == 6


@unix
def test_a_file_that_was_deleted_while_in_use_takes_no_answer(tmp_path: Path) -> None:
    """SQLite would write into a file without a name, and all of it would be gone at the end."""
    path = tmp_path / "progress.sqlite"
    with Log.open(str(path), entropy) as log:
        log.append([event(1)], 0)
        path.unlink()
        with pytest.raises(DiskRefused, match="moved or deleted while in use: nothing was recorded"):
            log.append([event(2)], 1)


# --- damaged


@pytest.mark.parametrize("opened", [lambda path: Log.open(path, entropy), Log.peek], ids=["open", "peek"])
@pytest.mark.parametrize(
    "content",
    [b"My diary\n" * 1000, bytes(range(256)) * 64, b"SQLite format 3\0" + b"\xff" * 8000, b"xy"],
    ids=["text", "bytes", "header only", "two bytes"],
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    content: bytes, opened: Callable[[str], Log], tmp_path: Path
) -> None:
    path = tmp_path / "progress.sqlite"
    path.write_bytes(content)
    with pytest.raises(ProgressUnreadable, match="Nothing was changed"):
        opened(str(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def filled(path: Path, count: int) -> bytes:
    """The bytes of a log of so many events."""
    with Log.open(str(path), entropy) as log:
        log.append(events(1, count), 0)
    return path.read_bytes()


def read_all(path: Path) -> tuple[list[tuple[int, Event]], list[int]]:
    """All sound rows of a file, and the damaged ones, after reading in every way."""
    with Log.open(str(path), entropy) as log:
        read = log.since(0)
        log.of_cards(["capitals/card-1"])
        log.of_ids([event(1).id])
        list(log.back("d" * 32))
        log.newest_at("d" * 32)
        return read, log.damaged


def sound_part(path: Path) -> list[Event] | None:
    """What is read of a damaged file and named sound, or none if it was refused."""
    try:
        read, damaged = read_all(path)
    except (ProgressUnreadable, ProgressTooNew):
        return None
    assert len(read) + len(damaged) >= 60, "a row is missing and nobody says so"
    return [event for _, event in read]


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    whole = filled(path, 60)
    for size in range(512, len(whole), 3500):
        path.write_bytes(whole[:size])
        with pytest.raises(QuizzerError, match="Nothing was changed"):
            read_all(path)


def test_a_flipped_bit_never_reads_as_another_answer(tmp_path: Path) -> None:
    """SQLite by itself gives out what a flipped bit made of the data, in every third case."""
    path = tmp_path / "progress.sqlite"
    whole = filled(path, 60)
    dice = random.Random(20261123)
    written = events(1, 60)
    found = 0
    for _ in range(300):
        bit = dice.randrange(len(whole) * 8)
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        sound = sound_part(path)
        assert sound is None or all(read in written for read in sound)
        found += sound is None or len(sound) < 60
    assert found > 20


# --- killed, and crowded

WRITER = """
import os, random, sys
from quizzer.errors import ProgressMoved
from quizzer.store.log import Log
from tests.store.builders import event
path, number, count, polite = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "polite"
with Log.open(path, os.urandom) as log:
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(number, number + count):
        while True:
            try:
                row = log.append([event(n)], log.last_row() if polite else None)
                break
            except ProgressMoved:
                pass
        print(n, flush=True)
"""


def writer(path: Path, number: int, count: int, manner: str) -> subprocess.Popen[str]:
    """A process that adds events and says each when it is acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(number), str(count), manner],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    return child


@unix
def test_killing_the_program_right_after_an_answer_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    dice = random.Random(9)
    acknowledged: set[int] = set()
    for attempt in range(25):
        with writer(path, attempt * 10_000, 10_000, "rude") as child:
            assert child.stdin is not None
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            child.stdin.write("go\n")
            child.stdin.flush()
            for _ in range(dice.randrange(1, 12)):
                acknowledged.add(int(child.stdout.readline()))
            child.send_signal(signal.SIGKILL)
            acknowledged |= {int(line) for line in child.stdout if line.endswith("\n")}
    with Log.open(str(path), entropy) as log:
        kept = log.since(0)
        found = {read.id: read for _, read in kept}
        assert all(found[event(n).id] == event(n) for n in acknowledged)
        assert [row for row, _ in kept] == list(range(1, log.last_row() + 1))
        assert log.damaged == []
        assert log._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("manner", ["rude", "polite"])
def test_three_programs_at_once_all_get_their_say(tmp_path: Path, manner: str) -> None:
    """Rude ones add to whatever stands there, polite ones look again when something moved."""
    path = tmp_path / "progress.sqlite"
    children = [writer(path, number * 1000, 100, manner) for number in range(3)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate()
        assert child.returncode == 0
    with Log.open(str(path), entropy) as log:
        assert log.count() == 300
        assert {read.id for _, read in log.since(0)} == {event(k * 1000 + n).id for k in range(3) for n in range(100)}
