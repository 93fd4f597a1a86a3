"""Rows of the log that are damaged do not count, and that is said every time until they are mended."""

import sqlite3
from pathlib import Path

import pytest

from quizzer.collection.collection import Collection
from quizzer.core.schedule import Rating
from tests.collection.people import CAPITALS, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody who has answered two cards."""
    person = Person(tmp_path)
    person.write("capitals.yaml", CAPITALS)
    with person.opened() as collection:
        sitting = collection.sit()
        sitting.answer(Rating.GOOD)
        sitting.answer(Rating.EASY)
    return person


def change(person: Person, statement: str) -> None:
    """Change the log as no quizzer would."""
    connection = sqlite3.connect(person.home / "progress.sqlite")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


def counted(collection: Collection) -> int:
    return collection.overview().reviewed_today


def test_damaged_rows_are_told_every_time_until_they_are_mended(person: Person) -> None:
    with person.opened() as collection:
        assert collection.damage == ""
        answers = counted(collection)
    change(person, "UPDATE events SET zone = zone || '!' WHERE kind = 'reviewed' AND row < 3")
    for path in (person.home / "cache").iterdir():
        path.unlink()
    for _ in range(3):
        with person.opened() as collection:
            assert "progress.sqlite is damaged and does not count: " in collection.damage
            assert collection.damage in collection.overview().notices
            assert counted(collection) == answers - 1
            collection.set_option("", "max_interval", "90")
    change(person, "UPDATE events SET zone = substr(zone, 1, length(zone) - 1) WHERE zone LIKE '%!'")
    with person.opened() as collection:
        assert collection.damage == ""
        assert counted(collection) == answers


def test_damage_met_while_new_rows_are_folded_is_kept_too(person: Person) -> None:
    with person.opened() as collection:
        folded = counted(collection)
    change(
        person,
        "INSERT INTO events SELECT row + 100, substr(id, 2) || '0', device, at + 1, \"offset\", zone, kind, card, data,"
        ' "check" FROM events WHERE row = 1',
    )
    for _ in range(2):
        with person.opened() as collection:
            assert "rows of" in collection.damage
            assert "more. A sound copy" in collection.damage
            assert counted(collection) == folded
