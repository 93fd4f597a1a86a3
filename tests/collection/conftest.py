"""A person with one small deck and its document."""

from pathlib import Path

import pytest

from tests.collection.people import ATLAS, CAPITALS, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    someone = Person(tmp_path)
    someone.write("capitals.yaml", CAPITALS)
    someone.write("atlas.md", ATLAS)
    return someone
