"""The schema accepts what the reader accepts, and rejects what a schema can."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzer.collection.schema import schema_text
from quizzer.core.problem import Severity
from quizzer.formats import fields, head_reader, schema_shapes
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.deck_schema import DECK_EXAMPLES, EXAMPLES, schema
from quizzer.formats.kinds import COMMON, DECK_KEYS, KEYS, KIND_OF, OPTION_KEYS, PLACE_KEYS, RULES, SOURCE_KEYS
from tests.formats.plain_yaml import LOADERS, load_1_1, load_1_2
from tests.formats.schema_cases import DECKS_ACCEPTED, DECKS_REJECTED, NOTES_REJECTED
from tests.formats.typed_notes import BODIES, COMMON_KEYS, LENDING, NEEDED, ODD, block

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOOD = sorted([*HERE.glob("good/*.yaml"), *HERE.glob("schema/*.yaml"), *(ROOT / "decks").glob("*.yaml")])
BAD = sorted(HERE.glob("bad/*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(schema())

CAUGHT = """\
asks-twice, bad-id, bad-kind, bad-tolerance, cards-not-list, empty-text, map-expected, missing-key, no-cards, no-hole,
not-a-flag, not-a-note, not-a-number, one-line-note, text-expected, too-few, too-long, too-many-items, two-answers,
two-kinds, unclosed-hole"""
"""The problems that the schema finds as well, at least where they are plain."""


def errors(text: str | bytes) -> list[str]:
    """The codes of the errors that the reader finds."""
    data = text.encode() if isinstance(text, str) else text
    return [problem.code for problem in read_deck(data, "deck.yaml")[1] if problem.severity is Severity.ERROR]


def refusals(text: str, load: Callable[[str], Any] = load_1_2) -> list[str]:
    """What the schema has against a deck."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in VALIDATOR.iter_errors(load(text))
    ]


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_shipped_file_is_the_schema() -> None:
    """After a change: `python -m quizzer schema > quizzer/formats/deck.schema.json`."""
    shipped = files("quizzer.formats").joinpath("deck.schema.json").read_text("ascii")
    assert shipped == schema_text()
    assert json.loads(shipped) == schema()


def test_it_is_made_without_yaml_and_the_like() -> None:
    code = "import sys, quizzer.collection.schema as s; s.schema_text(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"yaml", "rapidfuzz", "textual", "sqlite3", "fsrs", "jsonschema"} & set(loaded)


def test_its_bounds_are_those_of_the_reader() -> None:
    assert (schema_shapes.MAX_TEXT, schema_shapes.MAX_ITEMS) == (fields.MAX_TEXT, fields.MAX_ITEMS)


def test_it_explains_every_key_of_the_tables() -> None:
    note = schema()["$defs"]["note"]["properties"]
    top = schema()["properties"]
    option = schema()["$defs"]["option"]["properties"]
    place = note["source"]["allOf"][0]["properties"]
    source = top["sources"]["additionalProperties"]["properties"]
    study = top["study"]["properties"]
    tables: list[tuple[dict[str, Any], tuple[str, ...]]] = [
        (note, tuple(KEYS)),
        (top, tuple(DECK_KEYS)),
        (option, tuple(OPTION_KEYS)),
        (place, tuple(PLACE_KEYS)),
        (source, tuple(SOURCE_KEYS)),
        (study, head_reader.STUDY_KEYS),
    ]
    for properties, keys in tables:
        assert tuple(properties) == keys
        for key in keys:
            assert {"title", "description", "markdownDescription"} <= properties[key].keys(), key
            assert properties[key]["description"].count(".") >= 1, key


@pytest.mark.parametrize("name", KEYS)
def test_the_example_of_a_key_is_a_good_note(name: str) -> None:
    """Completed with the examples of the other keys that its kind needs."""
    needs = RULES[KIND_OF[name]].needs if name in KIND_OF else ("question", "answer")
    needs += ("answer",) if name == "wrong" else ()
    block = EXAMPLES[name]
    for need in needs:
        if f"{need}:" not in block:
            block += "\n" + EXAMPLES[need]
    if name == "answers":
        block = block.replace("text: Marseille", "text: Again")
    deck = "sources: {atlas: {title: Atlas}}\ncards:\n  -\n" + re.sub("^", "    ", block, flags=re.M) + "\n"
    assert read_deck(deck.encode(), "deck.yaml")[1] == []
    assert refusals(deck) == []


def test_the_examples_of_a_decks_keys_make_a_good_deck() -> None:
    deck = "\n".join(DECK_EXAMPLES[key] for key in DECK_KEYS) + "\n"
    assert read_deck(deck.encode(), "deck.yaml")[1] == []
    assert refusals(deck) == []


def test_the_defaults_of_options_are_good_suggestions() -> None:
    study = {key: option["default"] for key, option in schema()["properties"]["study"]["properties"].items()}
    deck = f"study: {json.dumps(study)}\ncards: [a = b]\n"
    assert read_deck(deck.encode(), "deck.yaml")[1] == []
    assert refusals(deck) == []


@pytest.mark.parametrize("version", LOADERS)
@pytest.mark.parametrize("path", GOOD, ids=named)
def test_good_decks_are_accepted(path: Path, version: str) -> None:
    assert errors(path.read_bytes()) == []
    assert refusals(path.read_text("utf-8"), LOADERS[version]) == []


@pytest.mark.parametrize("path", BAD, ids=named)
def test_decks_with_problems_are_rejected_where_a_schema_can_and_never_for_a_warning(path: Path) -> None:
    """A file is named after the problem that it shows."""
    caught = CAUGHT.replace(",", " ").split()
    try:
        found = refusals(path.read_bytes().decode())
    except (yaml.YAMLError, UnicodeDecodeError):
        assert path.stem not in caught
        return  # editors say so themselves
    if path.stem in caught:
        assert found
    if not errors(path.read_bytes()):
        assert found == []


def test_what_the_manual_shows_without_errors_is_accepted() -> None:
    manual = (ROOT / "decks" / "README.md").read_text("utf-8")
    decks = [block for block in re.findall(r"```yaml\n(.*?)```", manual, re.S) if not errors(block)]
    assert decks
    for deck in decks:
        assert refusals(deck) == [], deck


@pytest.mark.parametrize("version", LOADERS)
@pytest.mark.parametrize("note", NOTES_REJECTED.values(), ids=NOTES_REJECTED)
def test_bad_notes_are_rejected(note: str, version: str) -> None:
    deck = f"sources: {{atlas: {{title: b}}}}\ncards:\n  - {note}\n"
    assert errors(deck)
    assert refusals(deck, LOADERS[version])


@pytest.mark.parametrize("version", LOADERS)
@pytest.mark.parametrize("deck", DECKS_REJECTED.values(), ids=DECKS_REJECTED)
def test_bad_decks_are_rejected(deck: str, version: str) -> None:
    assert errors(deck)
    assert refusals(deck, LOADERS[version])


@pytest.mark.parametrize("version", LOADERS)
@pytest.mark.parametrize("deck", DECKS_ACCEPTED.values(), ids=DECKS_ACCEPTED)
def test_odd_decks_that_can_be_read_are_accepted(deck: str, version: str) -> None:
    assert errors(deck) == []
    assert refusals(deck, LOADERS[version]) == []


@given(st.data(), st.sampled_from(sorted(BODIES)))
@settings(max_examples=100, deadline=None)
def test_a_good_note_is_accepted_and_no_longer_without_a_key_it_needs(data: st.DataObject, kind: str) -> None:
    note = data.draw(BODIES[kind]) | data.draw(COMMON_KEYS)
    deck = block(note)
    assert errors(deck) == []
    assert refusals(deck) == []
    assert refusals(deck, load_1_1) == []
    for key in NEEDED[kind]:
        rest = block({name: value for name, value in note.items() if name != key})
        assert errors(rest)
        assert refusals(rest)


@given(
    st.dictionaries(st.sampled_from([key for key in KEYS if key not in COMMON]), ODD, min_size=1, max_size=4),
    st.dictionaries(st.sampled_from([*COMMON, "other"]), ODD, max_size=1),
    LENDING,
)
@settings(max_examples=250, deadline=None)
@example({"statement": "~", "answer": "true"}, {}, "{}")
@example({"question": "a", "answer": "{text: b, because: c}"}, {}, "{wrong: [x, y]}")
def test_what_the_reader_accepts_the_schema_accepts(body: dict[str, str], common: dict[str, str], lending: str) -> None:
    deck = f"defaults: {lending}\nsources: {{a: {{title: b}}}}\n" + block(body | common)
    if not errors(deck):
        assert refusals(deck) == [], deck
