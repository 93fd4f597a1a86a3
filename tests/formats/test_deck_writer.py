"""Changes to deck texts: what is written reads back, and nothing else has moved."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.core.cards import Choice, Cloze, Deck, Hole, Match, Note, Option, Typed
from quizzer.core.text import clean
from quizzer.errors import EditRefused
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.deck_writer import (
    AddNote,
    Append,
    Change,
    RemoveNote,
    ReplaceNote,
    SetHead,
    SetKeys,
    SetSource,
    changed,
    new_deck,
)
from quizzer.formats.note_keys import fresh_id, keys_of
from quizzer.formats.yaml_text import Value, trimmed
from tests.formats.samples import GOOD, HERE
from tests.formats.typed_notes import BODIES, COMMON_KEYS, block

DECK = """\
# A deck by hand.
title:   Capitals   # of some countries
sources:
  atlas: {title: Atlas, file: atlas.md}
cards:

  # France
  - question: What is the capital of France?   # asked first
    id: france
    answer: "Paris"
    explanation: |
      A city

      on the Seine

  - {question: Capital of Spain?, id: spain, answer: Madrid, accept: Madrid city}
  - Germany = Berlin; the city   # one line
  -
    question: Capital of Italy?
    id: italy
    answer: Rome
    accept:
      - Roma   # as they say

# the end
"""


def write(text: str, *changes: Change) -> str:
    return changed(text.encode(), changes).decode()


def read(data: bytes) -> Deck:
    deck, problems = read_deck(data, "deck.yaml")
    assert [problem.rendered() for problem in problems if problem.code != "cut-by-comment"] == []
    assert deck is not None
    return deck


def germany() -> str:
    return read(DECK.encode()).notes[2].id


EDITS: dict[str, tuple[Change, str, str]] = {
    "append to a scalar": (Append("spain", "accept", "MAD"), "accept: Madrid city}", "accept: [Madrid city, MAD]}"),
    "append to a block list": (Append("italy", "accept", "a: b"), "they say\n", 'they say\n      - "a: b"\n'),
    "append where there is none": (
        Append("france", "accept", "Paname"),
        'answer: "Paris"\n',
        'answer: "Paris"\n    accept: [Paname]\n',
    ),
    "append to one line": (Append(germany(), "accept", "Spree;town"), "the city ", "the city; Spree\\;town "),
    "set a text": (SetKeys("italy", {"answer": "Roma: city"}), "answer: Rome\n", 'answer: "Roma: city"\n'),
    "set lines before a comment": (
        SetKeys("france", {"question": "What?\nAnd why?"}),
        "question: What is the capital of France?   # asked first\n",
        "question: |  # asked first\n      What?\n      And why?\n",
    ),
    "remove a block": (
        SetKeys("france", {"explanation": None}),
        "    explanation: |\n      A city\n\n      on the Seine\n",
        "",
    ),
    "remove in braces": (SetKeys("spain", {"id": None}), " id: spain,", ""),
    "remove the first": (
        SetKeys("france", {"question": None, "statement": "Paris", "answer": True}),
        "question: What is the capital of France?   # asked first\n    id: france\n"
        '    answer: "Paris"\n    explanation: |\n      A city\n\n      on the Seine\n',
        "id: france\n    statement: Paris\n    answer: true\n    explanation: |\n      A city\n\n      on the Seine\n",
    ),
    "a source's key": (SetSource("atlas", {"sha256": "0a1b"}), "atlas.md}", "atlas.md, sha256: 0a1b}"),
    "a source more": (
        SetSource("notes", {"title": "Notes", "file": "n.md"}),
        "atlas.md}\n",
        "atlas.md}\n  notes:\n    title: Notes\n    file: n.md\n",
    ),
    "the head": (SetHead({"id": "capitals"}), "some countries\n", "some countries\nid: capitals\n"),
    "a note after another": (
        AddNote({"question": "q", "id": "x", "answer": "a"}, after="spain"),
        "Madrid city}\n",
        "Madrid city}\n\n  - question: q\n    id: x\n    answer: a\n",
    ),
    "a note at the end": (
        AddNote({"answer": "a", "question": "q", "id": "x"}),
        "they say\n",
        "they say\n  - question: q\n    id: x\n    answer: a\n",
    ),
    "a note less": (RemoveNote("italy"), DECK[DECK.index("  -\n") : DECK.index("\n# the end")], ""),
    "a line replaced": (
        ReplaceNote(germany(), {"question": "q", "answer": "a"}),
        "Germany = Berlin; the city   # one line\n",
        "question: q  # one line\n    answer: a\n",
    ),
    "braces that become a block": (
        SetKeys("spain", {"hint": "two\nlines"}),
        "{question: Capital of Spain?, id: spain, answer: Madrid, accept: Madrid city}",
        "question: Capital of Spain?\n    id: spain\n    answer: Madrid\n    accept: [Madrid city]\n"
        "    hint: |\n      two\n      lines",
    ),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_change_touches_only_what_it_names(name: str, eol: str) -> None:
    change, old, new = EDITS[name]
    if name == "braces that become a block":
        new = new.replace("accept: [Madrid city]", "accept: Madrid city")
    assert DECK.count(old) == 1
    before = b"\xef\xbb\xbf" + DECK.replace("\n", eol).encode()
    after = changed(before, [change])
    assert after.decode() == "\ufeff" + DECK.replace(old, new).replace("\n", eol)


@pytest.mark.parametrize("path", [*GOOD.values(), *sorted(Path(HERE.parents[1], "decks").glob("*.yaml"))], ids=str)
def test_real_decks_change_by_one_stretch_of_bytes(path: Path) -> None:
    data = path.read_bytes()
    deck = read(data)
    for note in deck.notes[:: 1 + len(deck.notes) // 8]:
        others = [one for one in deck.notes if one.id != note.id]
        for change in (SetKeys(note.id, {"comment": "it's: so"}), SetKeys(note.id, {"tags": ["a, b", "c"]})):
            after = changed(data, [change])
            assert [one._replace(line=0) for one in others] == [
                one._replace(line=0) for one in read(after).notes if one.id != note.id
            ]
            assert_kept(data, after, note, deck)
        assert read(changed(data, [AddNote({"question": "q", "id": "zz", "answer": "a"}, note.id)])).notes
        removed, _ = read_deck(changed(data, [RemoveNote(note.id)]), "deck.yaml")
        assert removed is not None
        assert [one.id for one in removed.notes] == [one.id for one in others]


def assert_kept(before: bytes, after: bytes, note: Note, deck: Deck) -> None:
    """Everything on the lines before the note and behind it stands as it did."""
    lines = before.splitlines(keepends=True)
    ends = [one.line for one in deck.notes if one.line > note.line]
    assert after.startswith(b"".join(lines[: note.line - 1]))
    if ends:
        assert after.endswith(b"".join(lines[min(ends) - 1 :]))


CHARS = st.characters(codec="utf-8") | st.sampled_from("\n\n :#-'\"{}[]|>\\`;=,?&*!%@\t~")
TEXT = (
    st.text(CHARS, min_size=1, max_size=30)
    .map(clean)
    .map(trimmed)
    .filter(str.strip)
    .filter(lambda text: trimmed(clean(text)) == text and "\x85" not in text)
)
LINE = TEXT.map(lambda text: " ".join(text.split()))
TEXTS = st.lists(TEXT, min_size=2, max_size=4, unique=True)
OPTIONS = st.lists(TEXT | st.fixed_dictionaries({"text": TEXT, "because": TEXT}), min_size=1, max_size=3)


def _solution(keys: Mapping[str, Value]) -> list[str]:
    return [str(one["text"]) if isinstance(one, Mapping) else str(one) for one in keys["wrong"]]  # type: ignore[union-attr]


NOTES = st.one_of(
    st.fixed_dictionaries({"question": TEXT, "answer": TEXT}, optional={"both_ways": st.booleans()}),
    st.fixed_dictionaries({"question": TEXT, "answer": TEXT, "accept": TEXTS}, optional={"exact": st.booleans()}),
    st.fixed_dictionaries({"question": TEXT, "answer": TEXT, "kind": st.just("typed")}),
    st.fixed_dictionaries({"question": TEXT, "answer": st.just("1.5e8"), "unit": LINE}),
    st.fixed_dictionaries({"question": TEXT, "answer": TEXT, "wrong": OPTIONS}).filter(
        lambda keys: len({*_solution(keys), str(keys["answer"])}) == len(_solution(keys)) + 1
    ),
    st.fixed_dictionaries({"statement": TEXT, "answer": st.booleans()}),
    st.fixed_dictionaries({"question": TEXT, "order": TEXTS}),
    st.fixed_dictionaries({"question": TEXT, "list": TEXTS}),
    st.fixed_dictionaries({"question": TEXT, "match": st.dictionaries(TEXT, TEXT, min_size=2, max_size=3)}),
)
MORE = st.fixed_dictionaries({}, optional={"hint": TEXT, "explanation": TEXT, "quote": TEXT, "draft": st.just(True)})


@settings(max_examples=50, deadline=None)
@given(notes=st.lists(st.tuples(NOTES, MORE), min_size=1, max_size=3))
def test_every_text_reads_back_as_typed(notes: list[tuple[dict[str, Value], dict[str, Value]]]) -> None:
    keys = [{**note, "id": f"n{number}", **more} for number, (note, more) in enumerate(notes)]
    deck, problems = read_deck(new_deck({"title": "T"}, keys), "deck.yaml")
    assert [problem.rendered() for problem in problems if problem.code not in ("control-escape",)] == []
    assert deck is not None
    for note, wanted in zip(deck.notes, keys, strict=True):
        again = keys_of(note)
        for name in ("question", "statement", "hint", "explanation", "quote"):
            assert again.get(name) == wanted.get(name)
        for name in ("order", "list", "accept"):
            assert tuple(again.get(name, ())) == tuple(wanted.get(name, ()))  # type: ignore[arg-type]
        assert again.get("match") == wanted.get("match")


@settings(max_examples=50, deadline=None)
@given(data=st.data(), kind=st.sampled_from(sorted(BODIES)))
def test_a_note_written_is_the_note_that_was_read(data: st.DataObject, kind: str) -> None:
    typed = data.draw(BODIES[kind]) | data.draw(COMMON_KEYS)
    deck, _ = read_deck(b"sources: {atlas: }\n" + block(typed).encode(), "deck.yaml")
    if deck is None or not deck.notes:
        return
    (note,) = deck.notes
    written, _ = read_deck(new_deck({"sources": {"atlas": {"title": "t"}}}, [keys_of(note)]), "deck.yaml")
    assert written is not None
    assert [one._replace(line=0) for one in written.notes] == [note._replace(line=0)]


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXT, min_size=1, max_size=3), eol=st.sampled_from(["\n", "\r\n"]), note=st.integers(0, 3))
def test_what_is_appended_joins_what_is_accepted(texts: list[str], eol: str, note: int) -> None:
    before = DECK.replace("\n", eol).encode()
    id = read(before).notes[note].id
    old = keys_of(read(before).notes[note]).get("accept", ())
    after, _ = read_deck(changed(before, [Append(id, "accept", text) for text in texts]), "deck.yaml")
    assert after is not None
    assert len(after.notes) == 4
    accepted = keys_of(after.notes[note])["accept"]
    assert tuple(accepted) == (*old, *texts)  # type: ignore[arg-type, misc]


def test_json_stays_json() -> None:
    deck = '{"cards": [{"question": "q", "answer": "a"}, "b = c"], "title": "JSON"}'
    one, two = (note.id for note in read(deck.encode()).notes)
    assert write(deck, Append(one, "accept", "x\ny")) == deck.replace('"a"', '"a", "accept": ["x\\ny"]')
    assert write(deck, Append(two, "accept", 'say "so"')) == deck.replace('b = c"', 'b = c; say \\"so\\""')
    assert write(deck, RemoveNote(two)) == deck.replace(', "b = c"', "")
    assert write(deck, RemoveNote(one)) == deck.replace('{"question": "q", "answer": "a"}, ', "")
    assert write(deck, AddNote({"question": "x", "answer": "y"})) == deck.replace(
        '"b = c"', '"b = c", {"question": "x", "answer": "y"}'
    )


@pytest.mark.parametrize(
    ("empty", "begins"),
    [
        ("cards:\n", "cards:\n"),
        ("cards: []\n", "cards:\n"),
        ("cards:", "cards:\n"),
        ("cards:  # none yet\n", "cards:  # none yet\n"),
        ("cards: []  # none yet\n", "cards:  # none yet\n"),
    ],
)
def test_the_first_note_of_an_empty_deck(empty: str, begins: str) -> None:
    deck = write(f"title: T\n{empty}", AddNote({"question": "q", "id": "x", "answer": "a"}))
    assert deck.startswith(f"title: T\n{begins}  - ")
    (note,) = read(deck.encode()).notes
    assert (note.id, note.question) == ("x", "q")


def test_a_deck_that_yaml_cannot_read_in_one_piece_changes_all_the_same() -> None:
    deck = "cards:\n  - question: What: is\n    answer: wrong: this\n  - question: q\n    id: x\n    answer: a\n"
    assert write(deck, Append("x", "accept", "b")) == deck + "    accept: [b]\n"
    assert write(deck, RemoveNote("x")) == deck[: deck.index("  - question: q\n")]


def test_a_file_without_a_last_line_end_keeps_none() -> None:
    assert write("cards:\n- a = b", AddNote({"question": "q", "answer": "c"})) == (
        "cards:\n- a = b\n- question: q\n  answer: c"
    )


@pytest.mark.parametrize("change", [RemoveNote("none"), SetKeys(99, {"hint": "h"}), AddNote({"question": "q"}, "none")])
def test_a_note_that_is_not_there_is_said_so(change: Change) -> None:
    with pytest.raises(EditRefused, match="there is no note"):
        write(DECK, change)


def test_no_deck_cannot_be_changed() -> None:
    with pytest.raises(EditRefused, match="quizzer check"):
        write("title: none\n", RemoveNote("x"))


def test_ids_are_readable_and_new() -> None:
    assert fresh_id({"question": "What is the capital of France?"}, set()) == "capital-france"
    assert fresh_id({"question": "What is the capital of France?"}, {"capital-france"}) == "capital-france-2"
    assert fresh_id({"cloze": "The {{c1::Seine::a river}} flows."}, set()) == "seine-flows"
    assert fresh_id({"question": "?"}, set()) == "note"


def only(text: str, change: Change) -> Note:
    """The only note after a change."""
    (note,) = read(write(text, change).encode()).notes
    return note


def test_heads_and_sources_of_odd_decks() -> None:
    assert write("cards:\n  - a = b\n", SetSource("n", {"title": "N", "url": None})) == (
        "cards:\n  - a = b\nsources:\n  n:\n    title: N\n"
    )
    assert write("title: T\ncards:\n  - a = b\n", SetSource("n", {"title": "N"})).startswith(
        "title: T\nsources:\n  n:\n"
    )
    assert write("sources:\n  n:\ncards:\n  - a = b\n", SetSource("n", {"title": "N"})) == (
        "sources:\n  n:\n    title: N\ncards:\n  - a = b\n"
    )
    with pytest.raises(EditRefused, match="all of its keys"):
        write("sources:\n  n: {title: N}\ncards:\n  - a = b\n", SetSource("n", {"title": None}))
    with pytest.raises(EditRefused, match="in one piece"):
        write("title: a: b\ncards:\n  - a = b\n", SetHead({"title": "T"}))
    with pytest.raises(EditRefused, match="cannot be changed: write it as `hint: …`"):
        write("cards:\n  - question: q\n    id: x\n    answer: a\n    ? hint\n    : h\n", SetKeys("x", {"hint": "i"}))


def test_lists_and_maps_in_braces_become_blocks_where_a_text_has_lines() -> None:
    start = "cards:\n  - {question: q, id: x, answer: a, wrong: [1981: Coup, {text: b, because: c}], source: s}\n"
    changed_text = write(start, SetKeys("x", {"explanation": "a\nb"}))
    assert '    wrong:\n      - "1981: Coup"\n      - {text: b, because: c}\n' in changed_text
    start = "cards:\n  - {question: q, id: x, match: {a: b, c: d}}\n"
    note = only(start, SetKeys("x", {"match": {"a\nb": "c", "d" * 300: "e\nf"}}))
    assert note.body == Match((("a\nb", "c"), ("d" * 300, "e\nf")))
    option = {"text": "a" * 80, "because": "b\nc"}
    note = only("cards:\n  - {question: q, id: x, answer: a, wrong: b}\n", SetKeys("x", {"wrong": [option, "d"]}))
    assert note.body == Choice((Option("a"),), (Option("a" * 80, "b\nc"), Option("d")))


def test_one_line_notes_in_quotes_and_blocks_take_more_answers() -> None:
    for line in ("'it''s = b'", '"it\'s = b"', "|\n    it's = b", "it's = b", ">-\n    it's\n    = b"):
        before = f"cards:\n  - {line}\n"
        id = read(before.encode()).notes[0].id
        for text in ("c's", 'say "so"', "a: b", "x\\", "1; 2"):
            note = only(before, Append(id, "accept", text))
            assert (note.question, note.body) == ("it's", Typed("b", (text,)))


def test_a_note_below_its_dash_is_removed_with_it() -> None:
    text = "cards:\n  - a = b\n  -\n    # why\n    question: q\n    id: x\n    answer: a\n"
    assert write(text, RemoveNote("x")) == "cards:\n  - a = b\n"


def test_an_empty_json_deck_takes_a_note() -> None:
    assert write('{"cards": []}', AddNote({"question": "q", "answer": "a"})) == (
        '{"cards": [{"question": "q", "answer": "a"}]}'
    )


def test_flags_in_brackets_and_aliases_elsewhere() -> None:
    text = "study: &s {bury_siblings: no}\ncards:\n  - {question: q, id: x, answer: a}\n  - *s\n"
    assert write(text, SetKeys("x", {"draft": True})) == text.replace("answer: a", "answer: a, draft: true")
    assert (
        "language: {question: en, flag: true}" in new_deck({"language": {"question": "en", "flag": True}}, []).decode()
    )


def test_hidden_words_are_written_as_such_and_impossible_holes_are_refused() -> None:
    (note,) = read(b"cards:\n  - cloze: Paris is in France, says Paris.\n    hide: [Paris]\n").notes
    assert keys_of(note) == {"cloze": "Paris is in France, says Paris.", "hide": ["Paris"]}
    with pytest.raises(ValueError, match="no text makes these holes"):
        keys_of(note._replace(body=Cloze((Hole("a", "zz"), Hole("b", "zz")))))


@settings(max_examples=30, deadline=None)
@given(data=st.data(), kind=st.sampled_from(sorted(BODIES)), eol=st.sampled_from(["\n", "\r\n"]))
def test_in_generated_decks_every_line_of_other_notes_stays(data: st.DataObject, kind: str, eol: str) -> None:
    notes = [block(data.draw(BODIES[kind]) | {"id": f"n{at}"}).split("\n", 1)[1] for at in range(3)]
    text = "# head\ncards:\n" + "  # between\n\n".join(notes) + "# end"
    before = text.replace("\n", eol).encode()
    deck, _ = read_deck(before, "deck.yaml")
    if deck is None or [note.id for note in deck.notes] != ["n0", "n1", "n2"]:
        return
    middle = before.index(notes[1].replace("\n", eol).encode())
    lead, tail = before[:middle], before[middle + len(notes[1].replace("\n", eol).encode()) :]
    for change in (
        SetKeys("n1", {"hint": data.draw(TEXT)}),
        SetKeys("n1", {"id": "m1"}),
        SetKeys("n1", {"draft": True}),
    ):
        after = changed(before, [change])
        assert after.startswith(lead)
        assert after.endswith(tail)


def test_lines_join_a_list_in_brackets_as_a_block() -> None:
    text = "cards:\n  - {question: q, id: x, answer: a, accept: [b]}\n"
    assert only(text, Append("x", "accept", "c\nd")).body == Typed("a", ("b", "c\nd"))


def test_keys_and_ids_of_long_notes() -> None:
    (note,) = read(b"sources: {s: }\ncards:\n  - question: q\n    answer: a\n    source: s\n").notes
    assert keys_of(note)["source"] == "s"
    assert fresh_id({"question": "mountains " * 9}, set()) == "mountains-mountains-mountains-mountains"


def test_several_changes_are_made_in_their_order() -> None:
    changes: list[Change] = [
        SetKeys("france", {"id": "paris"}),
        Append("italy", "accept", "Caput"),
        SetKeys("paris", {"hint": "h"}),
        Append("italy", "accept", "Mundi"),
        RemoveNote("spain"),
        SetKeys(germany(), {"id": "de"}),
    ]
    at_once = changed(DECK.encode(), changes)
    step = DECK.encode()
    for change in changes:
        step = changed(step, [change])
    assert at_once == step
    assert [note.id for note in read(step).notes] == ["paris", "de", "italy"]
