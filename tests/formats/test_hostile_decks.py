"""Whatever the bytes, reading ends, raises nothing, and every problem has a place in the file."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.core.cards import cards_of
from quizzer.core.text import clean
from quizzer.formats.deck_reader import read_deck
from quizzer.formats.note_json import dump_note, load_note
from quizzer.formats.quoting import quoted
from quizzer.formats.yaml_events import FASTEST, PURE, Loader
from tests.formats.samples import BAD, GOOD, LOADERS, note_of

SAMPLES = [path.read_bytes() for path in [*BAD.values(), *GOOD.values()] if path.stat().st_size < 4000]
PIECES = [
    *[piece.encode() for piece in "'\"|>-:#&*!%@`[]{},?\\=; \t\n\r"],
    *(b"\n  - ", b": ", b"- ", b"{{", b"}}", b"::", b"---", b"<<", b"\\x", b"\n  - a: b", b"```"),
    *(b"\x00", b"\x1b", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80"),
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A deck with a few pieces put in, taken out or doubled."""
    data = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        put = draw(st.one_of(st.sampled_from(PIECES), st.just(data[start:end] * 2), st.just(b"")))
        data = data[:start] + put + data[end:]
    return data


def check(data: bytes, loader: Loader) -> None:
    deck, problems = read_deck(data, "deck.yaml", loader)
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(problem.source) + 1
        assert problem.message
        shown = problem.rendered()
        assert shown == clean(shown)
    assert deck is not None or problems
    for note in deck.notes if deck else ():
        assert load_note(dump_note(note)) == note
        assert cards_of("deck", note)


@pytest.mark.parametrize("loader", [FASTEST, PURE], ids=["libyaml", "python"])
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(data=mutated())
def test_mutated_decks_give_problems_and_never_an_exception(loader: Loader, data: bytes) -> None:
    check(data, loader)


@given(data=st.binary(max_size=200))
def test_any_bytes_will_do(data: bytes) -> None:
    check(data, FASTEST)


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: clean(text).strip() == text))
def test_any_text_in_quotes_comes_back(text: str) -> None:
    """What hints advise to write is read as the text it stands for."""
    if "\n" not in text and "\t" not in text:
        assert note_of(f"question: {quoted(text)}\nanswer: a").question == text


@LOADERS
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 200_000, "too-deep"),
        (b"cards:\n- " + b"{a: " * 50_000, "too-deep"),
        (b"- " * 100_000, "too-deep"),
        (b"a: &a [1]\nb: &b [*a, *a]\ncards:\n- *b\n", "alias"),
        (b"a: &a {b: c}\n<<: [*a, *a]\ncards:\n- a = b\n", "merge-key"),
        (b"cards:\n- 2024-13-45 = !!timestamp x\n- {question: !!int x, answer: !!bool y}\n", "tag"),
        (b"cards:\n- question: " + b'"' * 20_001, "leading-character"),
        (b"cards:\n" + b"# long\x00\n" * 1000 + b"- \x1b = b", "control-character"),
        (b"cards:\n- " + b"a" * 300_000 + b" = b\n", "too-long"),
        (b"cards:\n- cloze: " + b"{{a" * 6_000, "unclosed-bracket"),
        (b"cards:\n- cloze: x" + b"{{a" * 6_000, "unclosed-hole"),
        (b"cards:\n- cloze: x" + b"\\{{a" * 4_000, "no-hole"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:20]),
)
def test_hostile_decks_are_refused(data: bytes, code: str, loader: Loader) -> None:
    check(data, loader)
    _, problems = read_deck(data, "deck.yaml", loader)
    assert code in {problem.code for problem in problems}
