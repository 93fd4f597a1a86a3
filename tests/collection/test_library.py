"""Decks come and go, shadow one another and clash, and cards keep what is known of them."""

import os
import sqlite3
from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.collection.settings import Settings
from quizzer.core.schedule import Rating
from quizzer.errors import DeckNotFound, DiskRefused
from tests.collection.people import CAPITALS, Person

ONE = "cards:\n  - question: One?\n    id: one\n    answer: '1'\n"


def deck_ids(collection: Collection) -> list[str]:
    return [row.id for row in collection.overview().decks]


def test_decks_are_read_from_folders_and_the_folders_in_them(person: Person) -> None:
    person.write("more/deep.yml", ONE)
    person.write(".hidden/no.yaml", ONE)
    person.write("notes.txt", "no deck")
    with person.opened() as collection:
        assert deck_ids(collection) == ["capitals", "deep"]


def test_decks_of_many_bytes_are_taken_in_like_others(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzer.collection.intake._MUCH", 1)
    with person.opened() as one:
        assert deck_ids(one) == ["capitals"]
        with person.opened() as other:
            person.write("one.yaml", ONE)
            assert one.refresh() is True
            assert other.refresh() is True  # files so young are read twice
            assert deck_ids(one) == deck_ids(other) == ["capitals", "one"]


def test_only_what_changed_is_read_again(person: Person) -> None:
    path = person.write("one.yaml", ONE)
    for file in person.decks.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    with person.opened() as collection:
        assert collection.refresh() is False
        path.write_text(ONE + "  - question: Two?\n    id: two\n    answer: '2'\n", "utf-8")
        assert collection.refresh() is True
        assert collection.overview().everything.new == 5
        path.unlink()
        assert collection.refresh() is True
        assert deck_ids(collection) == ["capitals"]


def test_a_card_whose_deck_is_gone_stays_as_an_orphan_and_comes_back(person: Person) -> None:
    path = person.write("one.yaml", ONE)
    with person.opened() as collection:
        collection.sit(["one"]).answer(Rating.EASY)
        path.unlink()
        collection.refresh()
        (orphan,) = collection.card_reports(["one"])
        assert orphan.orphan
        assert (orphan.id, orphan.reps) == ("one/one", 1)
        person.write("one.yaml", ONE)
        collection.refresh()
        assert [r.reps for r in collection.card_reports(["one"])] == [1]


def test_two_decks_with_one_id_are_an_error_on_both_until_one_goes(person: Person) -> None:
    person.write("a.yaml", "id: same\n" + ONE)
    other = person.write("b.yaml", "id: same\n" + ONE)
    with person.opened() as collection:
        assert deck_ids(collection) == ["capitals"]
        clashes = [problem for problem in collection.problems() if problem.code == "duplicate-deck"]
        assert [Path(problem.path).name for problem in clashes] == ["a.yaml", "b.yaml"]
        other.unlink()
        collection.refresh()
        assert set(deck_ids(collection)) == {"capitals", "same"}
        assert collection.problems() == []


def test_a_deck_of_ones_own_shadows_a_bundled_one_and_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    settings = Settings(home=str(home), now="2026-11-23T08:12:00+01:00")
    with Collection.open(settings) as collection:
        bundled = {row.id: row for row in collection.overview().decks}
        assert bundled["getting-started"].note == ""
        (home / "decks").mkdir()
        (home / "decks" / "getting-started.yaml").write_text("title: Mine\n" + ONE, "utf-8")
        collection.refresh()
        mine = {row.id: row for row in collection.overview().decks}["getting-started"]
        assert (mine.title, mine.note) == ("Mine", "shadows the bundled deck")
        (home / "decks" / "getting-started.yaml").unlink()
        collection.refresh()
        assert {row.id: row for row in collection.overview().decks} == bundled


def test_one_bad_note_costs_one_note(person: Person) -> None:
    person.write("bad.yaml", ONE + "  - question: Two?\n    id: two\n    answer: {broken\n  - Three = 3\n")
    with person.opened() as collection:
        (row,) = [row for row in collection.overview().decks if row.id == "bad"]
        assert (row.cards, row.left_out) == (2, 1)
        assert collection.overview().problems >= 1


def test_a_file_that_cannot_be_read_is_a_problem_and_no_deck(person: Person) -> None:
    (person.decks / "link.yaml").symlink_to(person.decks / "nowhere.yaml")
    (person.decks / "latin.yaml").write_bytes("title: Süß\ncards: []\n".encode("latin-1"))
    with person.opened() as collection:
        assert deck_ids(collection) == ["capitals"]
        found = [(Path(p.path).name, p.code) for p in collection.problems()]
        assert found == [("latin.yaml", "not-utf8"), ("link.yaml", "unreadable-file")]
        assert collection.check([str(person.decks)])


def test_decks_are_found_by_id_title_and_path(person: Person) -> None:
    path = person.write("one.yaml", "title: Numbers, the first\n" + ONE)
    person.write("two.yaml", "title: Numbers, more\n" + ONE)
    with person.opened() as collection:
        assert collection.find_decks([]) == ("capitals", "two", "one")
        assert collection.find_decks(["one", "cap", str(path)]) == ("one", "capitals")
        for word, answer in (
            ("numbers", "may be two, one"),
            ("capitols", "did you mean capitals"),
            ("zzz", "there are"),
        ):
            with pytest.raises(DeckNotFound, match=answer):
                collection.find_decks([word])


def test_a_folder_that_is_not_there_is_said(person: Person) -> None:
    person.decks = person.decks / "nowhere"
    with pytest.raises(DeckNotFound, match="There is no"):
        person.opened()


def test_checking_names_what_is_missing(person: Person) -> None:
    empty = person.decks / "empty"
    empty.mkdir()
    with person.opened() as collection:
        for path, answer in ((empty, "holds no decks"), (empty / "x.yaml", "There is no")):
            with pytest.raises(DeckNotFound, match=answer):
                collection.check([str(path)])


def test_a_deleted_cache_is_made_again(person: Person) -> None:
    with person.opened() as collection:
        collection.sit().answer(Rating.HARD)
        before = (collection.overview(), list(collection.card_reports()))
    for file in (person.home / "cache").iterdir():
        file.unlink()
    with person.opened() as collection:
        assert (collection.overview(), list(collection.card_reports())) == before


def test_long_reading_is_told_of(person: Person) -> None:
    heard: list[tuple[int, int, str]] = []
    with Collection.open(person.settings, tell=lambda *told: heard.append(told)):
        assert heard == [(0, 1, "Reading decks"), (1, 1, "Reading decks")]


def test_a_deck_that_names_the_same_file_twice_is_read_once(person: Person) -> None:
    (person.decks / "again.yaml").symlink_to(person.decks / "capitals.yaml")
    (person.decks / "more").mkdir()
    (person.decks / "more" / "again.yaml").symlink_to("../capitals.yaml")
    with person.opened() as collection:
        assert len(collection.overview().decks) == 1
        assert CAPITALS.count("id:") == 3


def test_a_damaged_cache_is_made_again(person: Person) -> None:
    with person.opened() as collection:
        collection.sit().answer(Rating.HARD)
        before = list(collection.card_reports())
    (cache,) = (person.home / "cache").glob("*.sqlite")
    data = bytearray(cache.read_bytes())
    data[4_096:] = b"\x5a" * (len(data) - 4_096)
    cache.write_bytes(data)
    with person.opened() as collection:
        assert list(collection.card_reports()) == before


def test_decks_that_another_quizzer_has_read_are_seen(person: Person) -> None:
    person.write("one.yaml", ONE)
    with person.opened() as mine, person.opened() as theirs:
        person.write("two.yaml", ONE)
        assert theirs.refresh() is True
        assert mine.refresh() is True
        assert "two" in deck_ids(mine)


def test_a_card_that_its_deck_has_lost_is_not_shown(person: Person) -> None:
    path = person.write("one.yaml", ONE)
    with person.opened() as collection:
        sitting = collection.sit(["one"])
        path.write_text(ONE.replace("id: one", "id: other"), "utf-8")
        collection.refresh()
        sitting.undo()
        assert collection.sit(["one"]).showing is not None


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are text")
def test_a_name_need_be_no_utf8_and_a_pipe_keeps_nobody_waiting(person: Person) -> None:
    with open(os.fsencode(person.decks) + b"/caf\xe9.yaml", "w", encoding="utf-8") as file:  # noqa: PTH123  bytes
        file.write(ONE)
    os.mkfifo(person.decks / "pipe.yaml")
    with person.opened() as collection:
        assert len(deck_ids(collection)) == 2
        assert [problem.message for problem in collection.problems()] == [
            "the file cannot be read: it is no regular file"
        ]
        assert collection.refresh() is True  # young files are read again
        collection.sit().answer(Rating.GOOD)


@pytest.mark.parametrize(
    ("message", "name"), [("malformed", "SQLITE_CORRUPT"), ("no such table: cards", "SQLITE_ERROR")]
)
def test_a_cache_found_damaged_later_is_thrown_away_with_a_sentence(person: Person, message: str, name: str) -> None:
    with person.opened() as collection:
        path = Path(next(place.path for place in collection.places() if place.name == "cache"))
    error = sqlite3.DatabaseError(message)
    error.sqlite_errorname = name
    with pytest.raises(DiskRefused, match="was damaged"), person.opened():
        raise error
    assert not path.exists()
    with person.opened() as collection:
        assert collection.overview().everything.new == 3


def test_nothing_is_said_of_cards_whose_decks_were_not_looked_at(person: Person) -> None:
    path = person.write("one.yaml", ONE)
    with person.opened() as collection:
        collection.sit(["one"]).answer(Rating.EASY)
    path.unlink()
    with person.opened() as collection:
        assert {report.deck for report in collection.card_reports()} == {"capitals"}


def test_a_card_whose_note_has_an_error_is_no_orphan(person: Person) -> None:
    person.write("one.yaml", ONE)
    with person.opened() as collection:
        collection.sit(["one"]).answer(Rating.EASY)
        person.write("one.yaml", ONE.replace("answer:", "answers:") + "  - c = d\n")
        collection.refresh()
        assert [(r.id, r.orphan) for r in collection.card_reports(["one"]) if r.reps] == [("one/one", False)]
