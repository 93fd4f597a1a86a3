"""What other programs do to decks and progress is found out step by step, and told once."""

import os
from pathlib import Path

import pytest

from quizzer.collection import watching
from quizzer.collection.watching import Watching
from tests.collection.people import Person


@pytest.fixture(autouse=True)
def settled(person: Person) -> None:
    """Files just written are read once more, since their times may not tell a second change."""
    settle(person.decks / "capitals.yaml")


def settle(path: Path) -> None:
    os.utime(path, (1_700_000_000, 1_700_000_000))


def whole(watching: Watching) -> bool:
    """A round of steps."""
    while (changed := watching.step()) is None:
        pass
    return changed


def test_a_deck_that_is_written_changed_or_gone_is_told_once(person: Person) -> None:
    with person.opened() as collection:
        seen = collection.watching()
        assert not whole(seen)
        other = person.write("more/other.yaml", "title: Other\ncards:\n  - A = B\n")
        assert whole(seen)
        assert not whole(seen)
        other.write_text("title: Another\ncards:\n  - A = B\n", "utf-8")
        os.utime(other, (1, 1))
        assert whole(seen)
        other.unlink()
        assert whole(seen)
        assert not whole(seen)


def test_what_changed_before_the_first_look_is_told(person: Person) -> None:
    with person.opened() as collection:
        person.write("other.yaml", "title: Other\ncards:\n  - A = B\n")
        assert whole(collection.watching())


def test_many_files_take_several_steps(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "STEP", 2)
    for number in range(4):
        settle(person.write(f"{number}.yaml", "title: T\ncards:\n  - A = B\n"))
    with person.opened() as collection:
        seen = collection.watching()
        assert [seen.step() for _ in range(4)] == [None, None, False, None]


def test_answers_of_another_quizzer_are_told_and_ones_own_are_not(person: Person) -> None:
    with person.opened() as collection:
        seen = collection.watching()
        with person.opened() as other:
            other.set_option("", "new_per_day", "5")
        assert whole(seen)
        collection.refresh()
        collection.set_option("", "new_per_day", "6")
        seen.level()
        assert not whole(seen)


def test_a_folder_that_is_gone_is_told_once_and_by_whoever_reads(person: Person) -> None:
    with person.opened() as collection:
        seen = collection.watching()
        Path(person.decks).rename(person.decks.parent / "elsewhere")
        assert whole(seen)
        assert not whole(seen)
