"""Who and what a sentence is about is said in it, or it is worth less; nobody is put in who may be another."""

import pytest

from quizzer.documents.drafting.antecedents import Before
from quizzer.documents.drafting.context import fit
from quizzer.documents.drafting.spans import names
from quizzer.documents.drafting.survey import Survey
from tests.documents.drafting.drafted import drafts_of, lines

KNOWN = Survey(names=frozenset(["Brandt", "Parliament", "Germany"]))


def after(*sentences: str, title: str = "") -> Before:
    before = Before(KNOWN)
    before.move_to((title,))
    for text in sentences:
        before.note(text, "", leans=False)
        before.meet(text, names(text, KNOWN))
    return before


@pytest.mark.parametrize(
    ("said", "text", "made"),
    [
        ("Brandt got a medal from King Christian in Ribe.", "In 1904, she founded a garden in Ribe.", ""),
        (
            "Amalia Brandt met King Christian.",
            "In 1904, she founded a garden in Ribe.",
            "In 1904, Amalia Brandt founded",
        ),
        ("Lady Ann Wendle met King Frederick.", "He had built a garden in Ribe.", "Frederick had built a garden"),
        ("Germany expelled Karl Marx in that year.", "He went to Paris with his family.", ""),
        ("Josiah Thorne met Karl Marx.", "He went to Paris with his family.", ""),
        ("The Harlow Canal was planned by four men.", "The canal was dug in 1791 by hand.", "The Harlow Canal was dug"),
        ("The Bank of Easton paid.", "In 1802, the bank lost its money in a fire.", "In 1802, the Bank of Easton lost"),
        (
            "Corvo Film is a studio in Rome that makes films.",
            "The studio burnt down in 1951 and again.",
            "Corvo Film burnt",
        ),
    ],
)
def test_whom_and_what_the_sentence_before_names_is_put_in(said: str, text: str, made: str) -> None:
    fitted = fit(text, after(said), english=True)
    assert fitted.text[: len(made)] == made if fitted and made else not fitted
    assert not fitted or fitted.given


def test_two_of_a_kind_are_not_told_apart() -> None:
    before = after("The Royal Society met in May.", "The Linnean Society met in June.")
    fitted = fit("The society printed a paper in 1878.", before, english=True)
    assert fitted == ("The society printed a paper in 1878.", 0.8, "")


def test_the_firm_of_the_headings_is_put_in_unless_there_is_talk_of_another() -> None:
    said = "Norrland Glas is a maker of lenses in Sweden."
    text = "The company was sold in 1978 for nothing."
    fitted = fit(text, after(said, title="Norrland Glas"), english=True)
    assert fitted == ("Norrland Glas was sold in 1978 for nothing.", 1.0, "Norrland Glas")
    other = after(said, "In 1977, the American firm Hartwell made an offer.", title="Norrland Glas")
    fitted = fit(text, other, english=True)
    assert fitted == (text, 0.8, "")
    other.move_to(("Hartwell",))
    assert other.thing("company") == ""


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The company paid its first dividend in 1802.", 0.8),
        ("The canal company paid its first dividend in 1802.", 1),
        ("The company of three men paid a dividend in 1802.", 1),
        ("In 1951, the ministry sold them again to a friend.", 0.6),
        ("A lock lifts a boat and lowers it again.", 1),
        ("The former ran the furnaces, and the latter sold the bottles.", None),
        ("The former king ran the furnaces of the town.", 1),
        ("About 60% of its sales are made outside of Europe.", None),
        ("Such lenses were ground by hand in the works.", None),
        ("In this chapter, the lock is taken to pieces.", None),
        ("Open the gate with both hands before the boat comes.", 0.7),
    ],
)
def test_what_stands_alone_less_well_is_worth_less(text: str, stands: float | None) -> None:
    fitted = fit(text, after(), english=True)
    assert (fitted and round(fitted.stands, 3)) == stands


def test_a_noun_of_the_headings_needs_no_other_antecedent() -> None:
    text = "The canal was dug by hand in 1791."
    assert fit(text, after(title="The canal of Harlow"), english=True) == (text, 0.95, "")


def test_a_pronoun_of_nobody_named_makes_a_sentence_worth_less() -> None:
    with_her = drafts_of("The Royal Danish Society refused her paper on 3 May 1876.")
    without = drafts_of("The Royal Danish Society refused a paper on 3 May 1876.")
    assert with_her[0].usefulness < without[0].usefulness


def test_a_place_is_no_person() -> None:
    text = "The clay at Cold Norton slid. Cold Norton sued the company in 1795 for its losses. It took 3 years."
    assert not [one for one in lines(text, "names") if "Cold Norton took" in one]
    text = "The clay at Cold Norton slid. The end came when Cold Norton met Josiah Thorne in court in 1795."
    found = {one.rsplit(" = ")[1]: one for one in lines(text, "names")}
    assert next(iter(found)) == "Josiah Thorne"
