"""Whatever is wrong with files, disk or database: one clear sentence, the right code, nothing lost."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import KINDS, Quizzer, Ran

GOOD = "title: T\nid: t\ncards:\n  - {id: a, question: A?, answer: B}\n"
BROKEN = GOOD + "  - question: a: b: c\n    answer: d\n  - {id: c, question: C?, answer: D}\n"


def sentence(ran: Ran, code: int) -> str:
    """What was said: one line on stderr, nothing on stdout."""
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("argv", [["check", "{}"], ["due", "--decks", "{}"], ["study", "--plain", "--decks", "{}"]])
def test_a_path_that_is_not_there(quizzer: Quizzer, tmp_path: Path, argv: list[str]) -> None:
    gone = str(tmp_path / "gone")
    assert gone in sentence(quizzer(*(word.format(gone) for word in argv)), 2)


@pytest.mark.parametrize("argv", [["check", "{}"], ["due", "--decks", "{}"], ["study", "--plain", "--decks", "{}"]])
def test_a_folder_without_decks(quizzer: Quizzer, tmp_path: Path, argv: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "readme.txt").write_text("hello")
    said = sentence(quizzer(*(word.format(tmp_path / "empty") for word in argv)), 2)
    assert ".yaml" in said
    assert str(tmp_path / "empty") in said


def test_one_bad_note_costs_one_note(quizzer: Quizzer) -> None:
    path = quizzer.deck(BROKEN, "t.yaml")
    ran = quizzer("check")
    assert ran.code == 1
    assert f"{path}:5:" in ran.out
    assert "^" in ran.out
    assert "hint: " in ran.out
    assert ran.err == "1 error\n"
    counts = json.loads(quizzer("due", "--json").out)
    assert counts["new"] == 2


def test_check_says_so_when_all_is_well(quizzer: Quizzer) -> None:
    path = quizzer.deck(GOOD, "t.yaml")
    for argv in (["check"], ["check", str(path)], ["check", str(quizzer.decks), "--strict"], ["check", "--json"]):
        ran = quizzer(*argv)
        assert (ran.code, ran.out, ran.err) == (0, "", "no problems\n")


def test_strict_minds_warnings_too(quizzer: Quizzer) -> None:
    quizzer.deck(GOOD.replace("answer: B", "answer: B, anwser: C"), "t.yaml")
    ran = quizzer("check")
    assert (ran.code, ran.err) == (0, "1 warning\n")
    assert quizzer("check", "--strict").code == 1


def test_problems_as_json_are_one_object_a_line(quizzer: Quizzer) -> None:
    quizzer.deck(BROKEN, "t.yaml")
    problems = [json.loads(line) for line in quizzer("check", "--json").out.splitlines()]
    assert problems
    keys = ["severity", "path", "line", "column", "code", "message", "hint", "source"]
    assert all(list(problem) == keys for problem in problems)


UNREADABLE = {
    "latin-1": GOOD.replace("A?", "Zürich?").encode("latin-1"),
    "200 kB of brackets": b"[" * 200_000,
    "a binary": bytes(range(256)) * 16,
    "nothing": b"",
    "a list": b"- a\n- b\n",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_deck_is_a_problem_and_hides_no_other(quizzer: Quizzer, data: bytes) -> None:
    bad = quizzer.deck(data, "bad.yaml")
    quizzer.deck(GOOD, "t.yaml")
    for argv in (["check"], ["check", str(bad)]):
        ran = quizzer(*argv)
        assert ran.code == 1
        assert f"{bad}:" in ran.out
        assert max(map(len, ran.out.splitlines())) < 400
    assert json.loads(quizzer("due", "--json").out)["new"] == 1


def test_a_file_that_may_not_be_read_is_a_problem(quizzer: Quizzer) -> None:
    (quizzer.decks / "gone.yaml").symlink_to(quizzer.decks / "nowhere")
    quizzer.deck(GOOD, "t.yaml")
    assert quizzer("due").code == 0


def test_where_no_deck_can_be_read_check_is_named(quizzer: Quizzer) -> None:
    quizzer.deck(b"[" * 200_000, "bad.yaml")
    for argv in (["due"], ["study", "--plain"]):
        assert "`quizzer check` says why" in sentence(quizzer(*argv), 1)


COMMANDS = [["due"], ["study", "--plain"], ["cards"], ["log", "--json"], ["options"], ["options", "new_per_day=3"]]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_database_of_a_later_quizzer_is_refused_untouched(quizzer: Quizzer, argv: list[str]) -> None:
    quizzer.deck(GOOD, "t.yaml")
    quizzer("due")
    file = quizzer.home / "progress.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    before = file.read_bytes()
    assert str(file) in sentence(quizzer(*argv), 1)
    assert file.read_bytes() == before


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("data", [b"not a database at all\n" * 400, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_database_that_is_none_is_refused_untouched(quizzer: Quizzer, argv: list[str], data: bytes) -> None:
    quizzer.deck(GOOD, "t.yaml")
    quizzer.home.mkdir()
    file = quizzer.home / "progress.sqlite"
    file.write_bytes(data)
    assert str(file) in sentence(quizzer(*argv), 1)
    assert file.read_bytes() == data


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_a_read_only_home_still_shows_what_is_there(quizzer: Quizzer) -> None:
    quizzer.deck(GOOD, "t.yaml")
    quizzer("study", "--plain", typed="\n4\n")
    quizzer.home.chmod(0o500)
    try:
        assert quizzer("due").code == 0
        assert "Easy" in quizzer("log").out
        assert quizzer("options", "new_per_day=3").code == 1
    finally:
        quizzer.home.chmod(0o700)


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_home_that_cannot_be_made_is_one_sentence(quizzer: Quizzer, tmp_path: Path, argv: list[str]) -> None:
    quizzer.deck(GOOD, "t.yaml")
    (tmp_path / "file").write_text("in the way")
    ran = quizzer("--home", str(tmp_path / "file"), *argv)
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") <= 1


def test_an_output_that_is_full_is_one_sentence(quizzer: Quizzer) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    quizzer.deck(KINDS)
    import subprocess
    import sys

    with full.open("wb") as sink:
        done = subprocess.run(
            [sys.executable, "-m", "quizzer", "cards", "--json"],
            stdout=sink,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"No space left" in done.stderr


def test_a_file_with_nothing_to_ask_says_what_stands_in_the_way(quizzer: Quizzer) -> None:
    for name, text, said in (
        ("latin.yaml", "title: Süß\ncards: []\n".encode("latin-1"), "not UTF-8"),
        ("empty.yaml", b"", "holds no card that can be asked"),
        ("brackets.yaml", b"[" * 200_000, "nested more than 50 deep"),
    ):
        path = quizzer.deck(text, name)
        ran = quizzer("study", str(path), "--plain")
        assert (ran.code, ran.out) == (1, ""), name
        assert said in ran.err, name
        assert "quizzer check" in ran.err, name


def test_a_tag_that_no_card_bears_is_refused_with_those_that_are(quizzer: Quizzer) -> None:
    quizzer.deck("cards:\n  - {question: A?, answer: b, tags: [café]}\n", "one.yaml")
    ran = quizzer("study", "--plain", "--tag", "nosuch")
    assert (ran.code, ran.out) == (2, "")
    assert "No card here bears the tag “nosuch”; there are café" in ran.err
    assert quizzer("study", "--plain", "--tag", "cafe\u0301", typed=":q\n").code == 0


def test_check_sees_two_decks_of_one_id(quizzer: Quizzer) -> None:
    for name in ("one.yaml", "two.yaml"):
        quizzer.deck("id: same\ncards:\n  - a = b\n", name)
    ran = quizzer("check", str(quizzer.decks))
    assert ran.code == 1
    assert ran.out.count("duplicate-deck") == 2


def test_a_home_that_cannot_be_written_is_told_before_anybody_answers(quizzer: Quizzer, tmp_path: Path) -> None:
    quizzer.deck(GOOD, "t.yaml")
    (tmp_path / "file").write_text("in the way")
    ran = quizzer("--home", str(tmp_path / "file"), "study", "--plain", typed="")
    assert "no answer can be kept" in ran.err
    ran = quizzer("--home", str(tmp_path / "file"), "where")
    assert "made anew at each start" in ran.out
