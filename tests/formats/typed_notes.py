"""Notes as a person types them: good ones of every kind, and any keys with any values."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from quizzer.formats.kinds import RULES


def block(note: Mapping[str, Any]) -> str:
    """A deck of one note, its texts as typed; lists and maps of texts a line each."""
    lines = []
    for key, value in note.items():
        if isinstance(value, str):
            lines.append(f"{key}: {value}")
        else:
            items = [f"- {item}" for item in value] if isinstance(value, list) else map(": ".join, value.items())
            lines += [f"{key}:", *(f"  {item}" for item in items)]
    return "cards:\n  -\n" + "".join(f"    {line}\n" for line in lines) if lines else "cards: [{}]\n"


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6).map(lambda word: f"x{word}")
_TRICKY = "no,yes,on,true,null,~,007,3.10,1:30,0x1F,1e3,.5,2026-01-02,-1,1_000,.inf,'#','a: b'"
TRICKY = st.sampled_from(_TRICKY.split(","))
TEXT = st.one_of(WORDS, TRICKY, st.tuples(WORDS, WORDS).map(" ".join))
LINES = st.one_of(TEXT, st.tuples(TRICKY.filter(lambda text: text[0] != "'"), WORDS).map(": ".join))
FLAG = st.sampled_from(["true", "false", "yes", "no", "True", "NO", "'yes'"])
NUMBER = st.one_of(st.integers(-999, 99999).map(str), st.sampled_from(["1.5e8", '"384,400"', "3 × 10^8", "2,5", ".5"]))


def texts(least: int = 1) -> st.SearchStrategy[list[str]]:
    """Lists of texts."""
    return st.lists(LINES, min_size=least, max_size=4, unique=True)


def _option(text: str, reason: str | None) -> str:
    return text if reason is None else f"{{text: {text}, because: {reason}}}"


OPTIONS = st.lists(st.tuples(TEXT, st.none() | TEXT), min_size=2, max_size=5, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [_option(*pair) for pair in pairs]
)
HOLE = st.tuples(WORDS, st.sampled_from(["{{%s}}", "{{%s::hint}}", "{{c1::%s}}"])).map(lambda pair: pair[1] % pair[0])
COMMON_KEYS = st.fixed_dictionaries(
    {},
    optional={
        "id": WORDS,
        "hint": TEXT,
        "explanation": TEXT,
        "source": WORDS | st.just("{doc: atlas, passage: 007, page: ~}"),
        "quote": TEXT,
        "tags": texts(),
        "draft": FLAG,
        "comment": TEXT | texts(),
        "misspelt": TEXT | texts(),
    },
)
BODIES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "flashcard": st.fixed_dictionaries({"question": TEXT, "answer": TEXT}, optional={"both_ways": FLAG}),
    "typed": st.fixed_dictionaries(
        {"question": TEXT, "answer": TEXT, "accept": texts()},
        optional={"ignore": st.sampled_from(["case", "[accents, spaces]"]), "exact": FLAG, "kind": st.just("typed")},
    ),
    "number": st.fixed_dictionaries(
        {"question": TEXT, "answer": NUMBER, "kind": st.just("number")},
        optional={"unit": WORDS, "tolerance": st.sampled_from(["5%", "0.5", "2", "'1,5 %'"])},
    ),
    "choice": st.fixed_dictionaries({"question": TEXT, "answers": OPTIONS}).flatmap(
        lambda note: st.integers(1, len(note["answers"]) - 1).map(
            lambda cut: note | {"answers": note["answers"][:cut], "wrong": note["answers"][cut:]}
        )
    ),
    "true-false": st.fixed_dictionaries({"statement": TEXT, "answer": FLAG}),
    "cloze": st.fixed_dictionaries(
        {"cloze": st.tuples(WORDS, HOLE).map(" ".join)}, optional={"kind": st.just("typed-cloze")}
    ),
    "order": st.fixed_dictionaries({"question": TEXT, "order": texts(2)}),
    "match": st.fixed_dictionaries({"question": TEXT, "match": st.dictionaries(TEXT, TEXT, min_size=2, max_size=4)}),
    "list": st.fixed_dictionaries({"question": TEXT, "list": texts(2)}),
}
NEEDED = {kind: rule.needs for kind, rule in RULES.items()} | {"choice": ("question", "answers", "wrong")}
"""The keys that a good note of a kind is none without."""
_ODD = """\
a
no
007
~
5
-1
true
typed
number
choice
flashcard
typed-cloze
''
' '
a = b
x {{y}} z
5%

[a, b]
[a]
[]
[[a], b]
['']
{text: a}
{text: a, because: b}
{because: a}
{a: b}
{a: b, c: d}
{a: [b], c: d}
{a: , c: d}
{}
[{text: a, because: ~}, c]
[{a: b}, c]"""
ODD = st.sampled_from([*_ODD.splitlines(), "\n      1981: Coup", "\n      a: b\n      c: d"])
"""Values that fit some keys."""
_LENDING = """\
{}
{tags: a}
{ignore: case}
{exact: true}
{unit: km}
{wrong: [x, y]}
{answer: x}
{answer: true}
{kind: typed}
{kind: typed-cloze}
{kind: odd}
{id: x}
{order: [a, b]}
{match: {a: b, c: d}}
{statement: a}
{question: a}
{hide: [x]}
{cloze: 'x {{y}}'}
{answers: [x]}
{both_ways: true}
{wrong: [x], list: [a, b]}"""
LENDING = st.sampled_from(_LENDING.splitlines())
"""Defaults."""
