import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizzer.core.differences import LARGEST, Differences, Op, Piece, alike, differences, joined, unlike

SIGNS = {Op.SAME: "", Op.EXTRA: "+", Op.MISSING: "-", Op.CHANGED: "~", Op.SWAPPED: "x", Op.OTHER: "?"}
WORDS = st.text(st.sampled_from("abc é"), max_size=12)


def drawn(pieces: tuple[Piece, ...]) -> str:
    """A line with its pieces in brackets, each after the sign of what it is."""
    return "".join(text if op is Op.SAME else f"[{SIGNS[op]}{text}]" for op, text in pieces)


@pytest.mark.parametrize(
    ("yours", "right", "your_line", "right_line", "words"),
    [
        ("Risalli", "Risali", "Risal[+l]i", "Risali", "one letter too many"),
        ("Risli", "Risali", "Risli", "Ris[-a]li", "one letter missing"),
        ("Risuli", "Risali", "Ris[~u]li", "Ris[~a]li", "one letter differs"),
        ("Rislai", "Risali", "Ris[xla]i", "Ris[xal]i", "two letters swapped"),
        ("Rsilai abc", "Risali abc", "R[xsila]i abc", "R[xisal]i abc", "two pairs of letters swapped"),
        ("Rusila", "Risali", "R[~u]s[~i]l[~a]", "R[~i]s[~a]l[~i]", "three letters differ"),
        ("Manamma", "Manama", "Manam[+m]a", "Manama", "one letter too many"),
        ("AlKhalifa", "Al Khalifa", "AlKhalifa", "Al[- ]Khalifa", "one space missing"),
        ("Bah rain", "Bahrain", "Bah[+ ]rain", "Bahrain", "one space too many"),
        ("March 1982", "March 1981", "March 198[~2]", "March 198[~1]", "one digit differs"),
        ("co.operate", "co-operate", "co[~.]operate", "co[~-]operate", "one character differs"),
        ("paris", "Paris", "[~p]aris", "[~P]aris", "one capital differs"),
        ("cafe", "café", "caf[~e]", "caf[~é]", "one accent differs"),
        ("abcdXY", "abcd", "abcd[+XY]", "abcd", "two letters too many"),
        ("abcd", "abcdXY", "abcd", "abcd[-XY]", "two letters missing"),
        ("aXcdYf", "abcdef", "a[~X]cd[~Y]f", "a[~b]cd[~e]f", "two letters differ"),
        ("abcdefgh1", "abcdefghi", "abcdefgh[~1]", "abcdefgh[~i]", "one character differs"),
        ("London", "Paris", "[?London]", "[?Paris]", ""),
        ("", "Paris", "", "[?Paris]", ""),
        ("", "", "", "", ""),
        ("हिन्द", "हिन्दी", "हिन्[~द]", "हिन्[~दी]", "one letter differs"),
    ],
)
def test_what_differs(yours: str, right: str, your_line: str, right_line: str, words: str) -> None:
    found = differences(yours, right)
    assert drawn(found.yours) == your_line
    assert drawn(found.right) == right_line
    assert found.words == words


def test_many_edits_are_counted_in_digits() -> None:
    assert differences("a" * 30, "a" * 30 + "b" * 12).words == "12 letters missing"


def test_characters_of_one_key_are_the_same() -> None:
    assert differences("PARIS", "Pariss", str.casefold) == Differences(
        (Piece(Op.SAME, "PARIS"),),
        (Piece(Op.SAME, "Paris"), Piece(Op.MISSING, "s")),
        "one letter missing",
    )


def test_lines_too_long_to_compare_are_unlike() -> None:
    side = int(LARGEST**0.5) + 1
    yours, right = "x" + "ab" * side, "y" + "ba" * side + "z"
    assert differences(yours, right) == unlike(yours, right)


def test_several_comparisons_make_one() -> None:
    both = joined([alike("a", "a"), differences("bbbbc", "bbbb"), unlike("", "d")])
    assert drawn(both.yours) == "a; bbbb[+c]; "
    assert drawn(both.right) == "a; bbbb; [?d]"
    assert both.words == "one letter too many"


@settings(max_examples=200)
@given(WORDS, WORDS)
def test_pieces_joined_are_the_lines_and_edits_are_as_few_as_can_be(yours: str, right: str) -> None:
    found = differences(yours, right)
    assert "".join(piece.text for piece in found.yours) == yours
    assert "".join(piece.text for piece in found.right) == right
    distance = OSA.distance(yours, right)
    if 2 * distance > max(len(yours), len(right)):
        assert found == unlike(yours, right)
    else:
        assert _edits(found) == distance


def _edits(found: Differences) -> int:
    extra = sum(len(text) for op, text in found.yours if op in (Op.EXTRA, Op.CHANGED))
    missing = sum(len(text) for op, text in found.right if op is Op.MISSING)
    return extra + missing + sum(len(text) // 2 for op, text in found.yours if op is Op.SWAPPED)


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_lines_can_be_compared(yours: str, right: str) -> None:
    found = differences(yours, right)
    assert "".join(piece.text for piece in found.yours + found.right) == yours + right
