"""What authors write, and the notes that come of it."""

import gc

import pytest

from quizzer.core.cards import (
    Body,
    Choice,
    Cloze,
    DeckSource,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Number,
    Option,
    Order,
    Source,
    TrueFalse,
    Typed,
    cards_of,
)
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.yaml_events import Loader
from tests.formats.samples import GOOD, LOADERS, codes, note_of, notes_of, read

KINDS: list[tuple[str, Kind, Body]] = [
    ("question: q\nanswer: a", Kind.FLASHCARD, Flashcard("a")),
    ("question: q\nanswer: a\nboth_ways: yes", Kind.FLASHCARD, Flashcard("a", both_ways=True)),
    ("question: q\nanswer: a\nkind: flashcard", Kind.FLASHCARD, Flashcard("a")),
    ("question: q\nanswer: a\naccept: [b, c]", Kind.TYPED, Typed("a", ("b", "c"))),
    ("question: q\nanswer: a\naccept: b", Kind.TYPED, Typed("a", ("b",))),
    ("question: q\nanswer: a\nignore: [Case, accents]", Kind.TYPED, Typed("a", ignore=("case", "accents"))),
    ("question: q\nanswer: a\nignore: []", Kind.TYPED, Typed("a", ignore=())),
    ("question: q\nanswer: a\nexact: true", Kind.TYPED, Typed("a", exact=True)),
    ("question: q\nanswer: a\nkind: typed", Kind.TYPED, Typed("a")),
    ("question: q\nanswer: 5\nkind: Number", Kind.NUMBER, Number("5")),
    ("question: q\nanswer: 384400\nunit: km", Kind.NUMBER, Number("384400", "", "km")),
    ("question: q\nanswer: 3.14\ntolerance: 5 %", Kind.NUMBER, Number("3.14", "5%")),
    ("question: q\nanswer: −1.5e8\ntolerance: .5", Kind.NUMBER, Number("−1.5e8", ".5")),
    ("question: q\nanswer: a\nwrong: [b, c]", Kind.CHOICE, Choice((Option("a"),), (Option("b"), Option("c")))),
    ("question: q\nanswer: a\nwrong: b", Kind.CHOICE, Choice((Option("a"),), (Option("b"),))),
    (
        "question: q\nanswers: [a, {text: b, because: so}]\nwrong:\n  - text: c\n    because: not so\n  - 1981: Coup",
        Kind.CHOICE,
        Choice((Option("a"), Option("b", "so")), (Option("c", "not so"), Option("1981: Coup"))),
    ),
    (
        "question: q\nanswer: {text: a, because: so}\nwrong: b",
        Kind.CHOICE,
        Choice((Option("a", "so"),), (Option("b"),)),
    ),
    ("statement: s\nanswer: true", Kind.TRUE_FALSE, TrueFalse(True)),
    ("statement: s\nanswer: NO", Kind.TRUE_FALSE, TrueFalse(False)),
    ("cloze: A {{c1::b}}", Kind.CLOZE, Cloze(("A ", Hole("b", "1")))),
    ("cloze: A {{c1::b}}\nkind: typed-cloze", Kind.TYPED_CLOZE, Cloze(("A ", Hole("b", "1")), typed=True)),
    ("question: q\norder: [b, a, b]", Kind.ORDER, Order(("b", "a", "b"))),
    ("question: q\nmatch:\n  a: 1\n  b: 1", Kind.MATCH, Match((("a", "1"), ("b", "1")))),
    ("question: q\nlist:\n  - a\n  - 1981: Coup", Kind.LIST, Items(("a", "1981: Coup"))),
]


@pytest.mark.parametrize(("text", "kind", "body"), KINDS, ids=[text.replace("\n", " ") for text, _, _ in KINDS])
def test_the_keys_of_a_note_decide_its_kind(text: str, kind: Kind, body: Body) -> None:
    note = note_of(text)
    assert (note.kind, note.body) == (kind, body)


@pytest.mark.parametrize(
    "typed",
    ["no", "3.10", "1:30", "007", "2026-01-02", "~", "null", "1e3", "0x1F", ".5", "Yes", "=", "a:b", "x#y", "-1", "?x"],
)
def test_text_is_taken_as_typed(typed: str) -> None:
    assert note_of(f"question: {typed}\nanswer: {typed}")[2:4] == (typed, Flashcard(typed))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"  a  "', "a"),
        ("a\n  b", "a b"),
        ("|\n  a: b\n    c\n", "a: b\n  c"),
        ("|2\n    a\n  b\n", "  a\nb"),
        (">\n  a\n  b\n", "a b"),
        ("\n  What is this: a map", "What is this: a map"),
        ("\n  Note to self:", "Note to self:"),
        ("cafe\u0301", "café"),
        ('"\\u202e\\u200bx"', "\ufffdx"),
        ("a\u2028b", "a b"),
    ],
)
def test_text_is_clean_and_keeps_its_lines(typed: str, text: str) -> None:
    assert note_of(f"question: q\nanswer: {typed}").body == Flashcard(text)


def test_a_note_has_what_every_note_may_have() -> None:
    text = """sources:
  atlas: {title: Pocket Atlas, file: atlas.md, url: u, author: a, license: l, retrieved: 2026-11-23, sha256: s}
  plan:
cards:
  - id: Paris!
    question: q
    answer: a
    hint: h
    explanation: e
    source: {doc: atlas, passage: 3, page: "7"}
    quote: |
      two
      lines
    tags: [one  tag, b, b]
    draft: true
    comment: [anything, {goes: here}]
  - {question: r, answer: a, source: plan, quote: , tags: ~}
  - {question: s, answer: a, source: ""}
"""
    deck, problems = read(text)
    assert [problem.rendered() for problem in problems] == []
    assert deck.sources[0] == DeckSource("atlas", "Pocket Atlas", "atlas.md", "u", "a", "l", "2026-11-23", "s")
    first, second, third = deck.notes
    assert first[0] == "paris"
    assert first[4:] == ("h", "e", Source("atlas", "3", "7"), "two\nlines", ("one tag", "b"), True, 5)
    assert second[6:] == (Source("plan"), "", ("~",), False, 17)
    assert third.source is None


def test_a_source_may_have_nothing_but_its_name() -> None:
    deck, problems = read("sources: {atlas: , plan: {}}\ncards:\n  - {question: q, answer: a, source: atlas}\n")
    assert problems == []
    assert deck.sources == (DeckSource("atlas"), DeckSource("plan"))
    assert deck.notes[0].source == Source("atlas")


@pytest.mark.parametrize(
    ("line", "question", "body"),
    [
        ("Germany = Berlin; the city of Berlin", "Germany", Typed("Berlin", ("the city of Berlin",))),
        ("Germany = Berlin", "Germany", Typed("Berlin")),
        ("a = b = c", "a", Typed("b = c")),
        (r"a = b\; c; d;", "a", Typed("b; c", ("d",))),
        ("What is this: a line? = yes", "What is this: a line?", Typed("yes")),
        ("'quoted: too = yes'", "quoted: too", Typed("yes")),
    ],
)
def test_a_note_on_one_line_is_typed(line: str, question: str, body: Body) -> None:
    (note,) = notes_of(f"- {line}\n")
    assert (note.kind, note.question, note.body) == (Kind.TYPED, question, body)


class TestDefaults:
    """`defaults:` lend their keys to notes that lack them."""

    def notes(self, defaults: str, *notes: str) -> list[tuple[Kind, Body]]:
        text = f"defaults: {{{defaults}}}\ncards:\n" + "".join(f"  - {note}\n" for note in notes)
        deck, problems = read(text)
        assert [problem.rendered() for problem in problems] == []
        return [(note.kind, note.body) for note in deck.notes]

    def test_common_keys_go_to_every_note_that_lacks_them(self) -> None:
        text = "sources: {s: {}}\ndefaults: {source: s, tags: t, hint: h}\ncards:\n  - a = b\n"
        deck, _ = read(f'{text}  - {{question: q, answer: a, hint: own, source: "", tags: }}\n')
        assert [note[4:9] for note in deck.notes] == [
            ("h", "", Source("s"), "", ("t",)),
            ("own", "", None, "", ("t",)),
        ]

    def test_a_kind_goes_where_it_fits_and_nowhere_else(self) -> None:
        notes = ("{question: q, answer: 5}", "{cloze: 'a {{b}}'}", "{question: q, list: [a, b]}", "a = b")
        kinds = [kind for kind, _ in self.notes("kind: typed-cloze", *notes)]
        assert kinds == [Kind.FLASHCARD, Kind.TYPED_CLOZE, Kind.LIST, Kind.TYPED]
        kinds = [kind for kind, _ in self.notes("kind: number", *notes, "{question: r, answer: a, both_ways: true}")]
        assert kinds == [Kind.NUMBER, Kind.CLOZE, Kind.LIST, Kind.TYPED, Kind.FLASHCARD]

    def test_keys_of_a_kind_make_flashcards_that_kind(self) -> None:
        made = self.notes("exact: true", "{question: q, answer: a}", "{question: q, list: [a, b]}", "a = b")
        assert made == [
            (Kind.TYPED, Typed("a", exact=True)),
            (Kind.LIST, Items(("a", "b"))),
            (Kind.TYPED, Typed("b", exact=True)),
        ]

    def test_a_note_may_decline(self) -> None:
        notes = (
            "{question: q, answer: a}",
            "{question: r, answer: a, both_ways: false}",
            "{question: s, answer: a, kind: typed}",
        )
        made = self.notes("both_ways: true", *notes)
        assert made == [
            (Kind.FLASHCARD, Flashcard("a", both_ways=True)),
            (Kind.FLASHCARD, Flashcard("a")),
            (Kind.TYPED, Typed("a")),
        ]

    def test_what_is_asked_may_be_shared(self) -> None:
        assert self.notes("question: Which?", "{list: [a, b]}", "{cloze: 'a {{c1::b}}'}") == [
            (Kind.LIST, Items(("a", "b"))),
            (Kind.CLOZE, Cloze(("a ", Hole("b", "1")))),
        ]
        assert self.notes("statement: So it is.", "{answer: true}", "{question: q, answer: a}") == [
            (Kind.TRUE_FALSE, TrueFalse(True)),
            (Kind.FLASHCARD, Flashcard("a")),
        ]

    def test_an_answer_does_not_go_beside_answers(self) -> None:
        made = self.notes("answer: a", "{question: q, answers: [b], wrong: c}", "{question: r, wrong: c}")
        assert [body for _, body in made] == [
            Choice((Option("b"),), (Option("c"),)),
            Choice((Option("a"),), (Option("c"),)),
        ]


class TestHead:
    """What a deck says of itself."""

    def test_all_of_it(self) -> None:
        deck, problems = read(
            "title: Capitals\nid: Capitals of Europe\nlanguage: {question: de, answer: pt-BR}\n"
            "study: {desired_retention: 0.85, steps: [1m, 10m], new_per_day: }\ncards:\n  - a = b\n"
        )
        assert problems == []
        assert deck[:5] == ("capitals-of-europe", "Capitals", "decks/capitals.yaml", "de", "pt-BR")
        assert deck.study == (("desired_retention", "0.85"), ("steps", "1m 10m"))

    def test_the_name_of_the_file_serves_where_a_deck_has_no_name(self) -> None:
        deck, _ = read_deck(b"language: no\ncards:\n- a = b\n", r"C:\decks\Mes Villes.yaml")
        assert deck is not None
        assert deck[:2] == ("mes-villes", "Mes Villes")
        assert (deck.question_language, deck.answer_language) == ("no", "no")
        deck, _ = read_deck(b"title: ''\ncards:\n- a = b\n", "???.yaml")
        assert deck is not None
        assert deck[:2] == ("deck", "???")

    def test_odd_keys_of_sources_are_problems_of_their_own(self) -> None:
        deck, problems = read("sources: {a: {title: A}, a: , [b]: c, <<: d}\ncards:\n  - a = b\n")
        assert [problem.code for problem in problems] == ["duplicate-key", "complex-key", "merge-key"]
        assert deck.sources == (DeckSource("a", "A"),)

    def test_half_a_language_is_enough(self) -> None:
        deck, _ = read("language: {question: de}\ncards:\n  - a = b\n")
        assert (deck.question_language, deck.answer_language) == ("de", "")
        deck, _ = read("language: {answer: de}\ncards:\n  - a = b\n")
        assert (deck.question_language, deck.answer_language) == ("", "de")

    def test_impossible_options_are_left_out(self) -> None:
        deck, problems = read(f"study: {{max_interval: {'9' * 5000}, steps: 1m}}\ncards:\n  - a = b\n")
        assert deck.study == (("steps", "1m"),)
        assert [problem.code for problem in problems] == ["bad-option"]

    @pytest.mark.parametrize(
        ("defaults", "found"),
        [
            ("{kind: number, exact: true}", ["bad-default"]),
            ("{kind: typed, exact: true}", []),
            ("{kind: typed-cloze, exact: true}", []),
            ("{qestion: q}", ["unknown-key"]),
        ],
    )
    def test_defaults_that_do_not_fit_are_passed_over(self, defaults: str, found: list[str]) -> None:
        assert codes(f"defaults: {defaults}\ncards:\n  - a = b\n") == found


class TestIdentity:
    """A card's history hangs on its id: what may change without losing it."""

    def id(self, text: str) -> str:
        return note_of(text).id

    def test_ids_are_normal(self) -> None:
        assert self.id("{id: Île de la Cité, question: q, answer: a}") == "île-de-la-cité"

    def test_these_hashes_are_on_peoples_disks(self) -> None:
        """Changing them takes people's history away."""
        assert self.id("question: What is the capital of France?\nanswer: Paris") == "~06982cfd9a73"
        assert [part for card in cards_of("d", note_of("cloze: a {{b}} {{b}}")) for part in [card.part]] == [
            "fd9d3f51",
            "6b12d526",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "question: What is   it?\nanswer: |\n  a\n  thing",
            "question: What is it?\nanswer: a thing\naccept: [one]",
            "question: What is it?\nanswer: a thing\nhint: h\nexplanation: e\ntags: t",
            "question: What is it?\nanswer: a thing\nwrong: [b, c]",
            "question: What is it?\nanswer: {text: a thing, because: b}\nwrong: [b]",
        ],
    )
    def test_a_note_without_id_is_known_by_what_it_asks_and_its_solution(self, text: str) -> None:
        assert self.id(text) == self.id("question: What is it?\nanswer: a thing")

    def test_another_question_or_solution_is_another_note(self) -> None:
        texts = [
            *(text for text, kind, _ in KINDS if kind in (Kind.ORDER, Kind.MATCH, Kind.LIST, Kind.TRUE_FALSE)),
            "question: q\nanswer: a",
            "question: q\nanswer: b",
            "question: r\nanswer: a",
            "question: q\nanswers: [a, b]\nwrong: c",
            "cloze: q {{a}}",
            "cloze: q {{a}} b",
            "cloze: q a {{b}}",
        ]
        assert len({self.id(text) for text in texts}) == len(texts)

    def test_an_id_in_error_still_takes_its_name(self) -> None:
        deck, problems = read(
            "cards:\n- {id: a, question: q}\n- {id: b, question: q, answer: ''}\n- {id: b, question: r, answer: a}\n"
        )
        assert [problem.code for problem in problems] == ["missing-key", "empty-text", "duplicate-id"]
        assert (deck.notes, deck.left_out) == ((), 3)


@LOADERS
@pytest.mark.parametrize("name", GOOD)
def test_a_good_deck_has_no_problems(name: str, loader: Loader) -> None:
    deck, problems = read_deck(GOOD[name].read_bytes(), f"{name}.yaml", loader)
    assert [problem.rendered() for problem in problems] == []
    assert deck is not None
    assert deck.notes
    assert deck.left_out == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["no-cards"]),
        ("# nothing\n", ["no-cards"]),
        ("- a = b\n", ["no-cards"]),
        ("title: x\n[a]: b\n", ["no-cards"]),
        ("cards: a = b\n", ["cards-not-list"]),
        ("cards: [a = b, c: d: e]\n", ["yaml-syntax"]),
        ("[" * 100_000, ["too-deep"]),
        ("cards:\n  a: b: c\n", ["colon-in-text"]),
    ],
)
def test_a_file_in_which_nothing_can_be_read_is_no_deck(text: str, found: list[str]) -> None:
    deck, problems = read_deck(text.encode(), "deck.yaml")
    assert deck is None
    assert [problem.code for problem in problems] == found


@pytest.mark.parametrize("text", ["cards:\n", "cards: []\n", "cards: ~\n"[:6] + "\n"])
def test_a_deck_may_be_empty(text: str) -> None:
    deck, problems = read(text)
    assert (deck.notes, deck.left_out) == ((), 0)
    assert [problem.code for problem in problems] == ["empty-deck"]


def test_what_decks_do_without_costs_the_note_it_is_in_and_no_other() -> None:
    text = "title: &t x\ncards:\n- a = b\n- {question: q, answer: !a b}\n- *c\n- d = e\nlanguage: !l en\n"
    deck, problems = read(text)
    assert [(problem.code, problem.line) for problem in problems] == [
        ("anchor", 1),
        ("tag", 4),
        ("alias", 5),
        ("tag", 7),
    ]
    assert ([note.question for note in deck.notes], deck.left_out) == (["a", "d"], 2)
    deck, problems = read("cards: []\nlanguage: !l en\n")
    assert [problem.code for problem in problems] == ["empty-deck", "tag"]


def test_a_second_list_of_cards_is_an_error_but_its_notes_are_notes() -> None:
    deck, problems = read("cards:\n- a = b\ncards:\n- &x c = d\n- e = f\n")
    assert [problem.code for problem in problems] == ["duplicate-key", "anchor"]
    assert ([note.question for note in deck.notes], deck.left_out) == (["a", "e"], 1)


def test_notes_on_one_line_of_the_file_are_told_apart() -> None:
    assert codes("cards: [a = b, a = b, {id: x, question: q, answer: a}, {id: x, question: r, answer: a}]\n") == [
        "duplicate-note",
        "duplicate-id",
    ]


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        read("cards:\n- a = b\n")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()
