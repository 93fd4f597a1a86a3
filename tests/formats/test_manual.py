"""What decks/README.md says of the deck language is so: every example is read, every table is complete."""

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from quizzer.core.cards import Deck, Flashcard, Kind, Note
from quizzer.core.folding import Ignoring
from quizzer.core.problem import Problem
from quizzer.formats.codes import MEANINGS, SEVERITIES
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.fields import MAX_ITEMS, MAX_TEXT
from quizzer.formats.head_reader import STUDY_KEYS
from quizzer.formats.identity import MAX_ID
from quizzer.formats.kinds import COMMON, DECK_KEYS, SOURCE_KEYS
from quizzer.formats.source_text import MAX_BYTES
from quizzer.formats.yaml_events import MAX_DEPTH

MANUAL = (Path(__file__).parents[2] / "decks" / "README.md").read_text("utf-8")
LIBRARY_CODES = {"unreadable-file", "duplicate-deck"}
"""Codes that come from looking after several files, not from reading one."""


class Example(NamedTuple):
    """A block of YAML in the manual."""

    text: str
    heading: str
    """The heading it stands under, without signs."""
    codes: tuple[str, ...]
    """The problems that it is there to show; empty for an example to follow."""
    line: int


def _examples() -> list[Example]:
    found, heading = [], ""
    blocks = re.compile(
        r"^#+ ([^\n]+)$|(?:<!-- wrong: ([\w\- ]+) -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
    )
    for match in blocks.finditer(MANUAL):
        heading = match[1] or heading
        if match[3] == "yaml":
            line = MANUAL.count("\n", 0, match.start(4)) + 1
            found.append(Example(match[4], heading, tuple((match[2] or "").split()), line))
    return found


EXAMPLES = _examples()
RIGHT = [example for example in EXAMPLES if not example.codes]
WRONG = [example for example in EXAMPLES if example.codes]


def _read(text: str) -> tuple[Deck | None, list[Problem]]:
    """A whole deck, or the notes of one."""
    whole = re.search(r"^cards:", text, flags=re.MULTILINE)
    return read_deck((text if whole else f"cards:\n{text}").encode(), "capitals.yaml")


def _notes(text: str) -> tuple[Note, ...]:
    deck, problems = _read(text)
    assert problems == []
    assert deck is not None
    return deck.notes


def _name(example: Example) -> str:
    return f"line {example.line}: {example.heading}"


def _rows(name: str) -> list[list[str]]:
    """The cells of the table that stands between two comments of that name."""
    table = MANUAL.split(f"<!-- {name} -->\n")[1].split(f"<!-- /{name} -->")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()]
    return [[cell.strip().replace(r"\|", "|") for cell in row] for row in cells[2:]]


def _first(name: str) -> list[str]:
    return [row[0].strip("`") for row in _rows(name)]


@pytest.mark.parametrize("example", RIGHT, ids=_name)
def test_an_example_to_follow_has_no_problems_and_a_note(example: Example) -> None:
    deck, problems = _read(example.text)
    assert [problem.rendered() for problem in problems] == []
    assert deck is not None
    assert deck.notes
    assert deck.left_out == 0


@pytest.mark.parametrize("example", WRONG, ids=_name)
def test_an_example_of_a_mistake_has_just_the_problems_it_shows(example: Example) -> None:
    _, problems = _read(example.text)
    assert tuple(problem.code for problem in problems) == example.codes


def test_every_block_of_yaml_is_an_example() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```yaml", MANUAL, flags=re.MULTILINE))
    assert len(WRONG) == MANUAL.count("<!-- wrong: ")


@pytest.mark.parametrize("kind", Kind)
def test_a_section_about_a_kind_shows_notes_of_that_kind(kind: Kind) -> None:
    section = [example for example in RIGHT if example.heading == kind]
    assert section
    assert {note.kind for example in section for note in _notes(example.text)} == {kind}


def test_notes_on_one_line_are_typed() -> None:
    (example,) = (example for example in RIGHT if example.heading == "One-line notes")
    assert {note.kind for note in _notes(example.text)} == {Kind.TYPED}


@pytest.mark.parametrize(
    ("wrong", "after"),
    [(one, other) for one, other in pairwise(EXAMPLES) if one.heading == other.heading == "Quoting" and one.codes],
    ids=lambda example: _name(example),
)
def test_check_advises_the_line_that_the_manual_shows_as_right(wrong: Example, after: Example) -> None:
    assert not after.codes
    _, (problem,) = _read(wrong.text)
    advised = re.match(r"(?:put .* in quotes|in single quotes .* backslash): (.*)", problem.hint)
    if advised:
        assert advised[1] in after.text


def test_the_output_of_check_is_what_check_prints() -> None:
    shown = re.search(r"^```text\n\$ quizzer check capitals\.yaml\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
    assert shown
    _, problems = _read(WRONG[0].text)
    assert "".join(f"{problem.rendered()}\n" for problem in problems) == shown[1]


@pytest.mark.parametrize(("typed", "made", "kept"), _rows("text"))
def test_a_text_that_yaml_turns_into_something_is_kept(typed: str, made: str, kept: str) -> None:
    text = typed.strip("`")
    assert str(yaml.safe_load(text)) == made.removesuffix(" (a date)")
    assert not isinstance(yaml.safe_load(text), str)
    (note,) = _notes(f"- question: q\n  answer: {text}\n")
    assert note.body == Flashcard(kept.strip("`"))


def test_two_mistakes_are_not_found_as_the_manual_says() -> None:
    (listed,) = _notes("- {question: q, list: [Washington, D.C., Paris]}\n")
    assert listed.body == (("Washington", "D.C.", "Paris"),)
    (escaped,) = _notes('- question: q\n  answer: "C:\\new"\n')
    assert escaped.body == Flashcard("C:\new")


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("deck-keys", DECK_KEYS),
        ("source-keys", SOURCE_KEYS),
        ("study-keys", STUDY_KEYS),
        ("note-keys", COMMON),
        ("ignore", Ignoring),
        ("codes", dict.fromkeys([*LIBRARY_CODES, *MEANINGS])),
    ],
)
def test_a_table_has_a_row_for_each_and_no_other(table: str, names: object) -> None:
    assert isinstance(names, dict | tuple | type(Ignoring))
    assert sorted(_first(table)) == sorted(map(str, names))


@pytest.mark.parametrize("row", _rows("codes"), ids=lambda row: str(row[0]))
def test_a_code_means_and_matters_as_the_manual_says(row: list[str]) -> None:
    code = row[0].strip("`")
    assert row[1] == SEVERITIES.get(code, "error")
    if code not in LIBRARY_CODES:
        assert row[2] == MEANINGS[code]


def test_the_limits_are_those_of_the_reader() -> None:
    limits = MANUAL.split("## Limits\n")[1].split("\n## ")[0]
    for limit in (f"{MAX_TEXT:,}", f"{MAX_ITEMS}", f"{MAX_ID}", f"{MAX_DEPTH}", f"{MAX_BYTES // 10**6} MB"):
        assert f"| {limit}" in limits


def test_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", MANUAL, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    for link in re.findall(r"\]\(([^)]+)\)", MANUAL):
        if link.startswith("#"):
            assert link[1:] in anchors
        else:
            assert (Path(__file__).parents[2] / "decks" / link).is_file()
