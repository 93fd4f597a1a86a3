"""Sentences made fit to stand alone: what ties them to the one before is left out or put in, or they are not used."""

import re
from collections.abc import Callable
from typing import NamedTuple

from quizzer.documents.drafting.vocabulary import CONNECTIVES, DANGLING

LEAST, MOST = 5, 60
"""Words of a sentence that is asked about."""

_FIRST = re.compile(r"[\"'“„«(]*([^\W\d_]+)")
_OPENER = re.compile(
    r"(?:In|On|At|By|For|From|To|With|Without|Within|Through|Throughout|During|Under|Over|After|Before|Since|Until|When"
    r"|While|Where|As|If|Because|Although|Though|Despite|Unlike|Like|Among|Between|Against|Across|Besides|Beyond|Once"
    r"|Following|According|Given|Both|Due|Upon|Even|\w+ing|\w+ed)\b[^,;:]{1,90}, "
)
"""What may come before the subject of a sentence."""
_LEANS = re.compile(r"\b(?:he|she|it|they|this|these|that|those|we|one)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:He|She|His|Her|he|she|his|her)\b")
_ITSELF = re.compile(r"[A-Z]\w+ (?:[A-Z]|\w+ed\b|was\b)")
_OBJECT = re.compile(r" (?:it|them|him|her|es|ihn|sie)\b")
_TAKES_OBJECT = ("ed", "ing", "made", "called", "gave", "put", "nannte", "built", "wrote")
_VAGUE = re.compile(r"\b(?:this|these|those|such a|the following|above|below|respectively)\b")

_POINTS = re.compile(r"\b(?:this|these|those|that)\b", re.IGNORECASE)
_WHICH = re.compile(r"[Tt]he (?:couple|duo|trio|pair|latter)\b(?! (?:of|who|from|half|part)\b)")
"""A subject that only the sentence before explains."""


class Fit(NamedTuple):
    """A sentence's text as it can be asked about."""

    text: str
    stands: float
    """0–1: how well it stands alone."""
    given: str = ""
    """Who was put in for a pronoun."""


def fit(text: str, person: Callable[[], str], *, english: bool) -> Fit | None:
    """The sentence so that it stands alone; None where it does not.

    Args:
        text: on one line.
        person: tells the only person that the sentence before names; empty for none or several.
        english: whether it is English.

    >>> fit("However, he fled to Paris in 1848.", lambda: "Karl Marx", english=True).text
    'Karl Marx fled to Paris in 1848.'
    >>> fit("Their fleet was lost.", str, english=True) is None
    True
    """
    if not LEAST <= text.count(" ") + 1 <= MOST or text[-1] in ":;,":
        return None
    given = ""
    opener = None
    if english:
        text = _untied(text)
        opener = _OPENER.match(text)
        text, given = _mended(text, opener, person)
        opener = _OPENER.match(text) if given else opener
    first = _FIRST.match(text)
    if first and first[1].casefold() in DANGLING:
        return None
    if english and (_leaning_opener(text, opener) or _WHICH.match(text, opener.end() if opener else 0)):
        return None
    return Fit(text, (0.9 if _VAGUE.search(text) else 1.0) * (0.85 if _has_pronoun(text) else 1.0), given)


def _has_pronoun(text: str) -> bool:
    """Whether something is done to what only a pronoun names."""
    return any(text.endswith(_TAKES_OBJECT, 0, found.start()) for found in _OBJECT.finditer(text))


def _untied(text: str) -> str:
    tie = CONNECTIVES.match(text)
    return text[tie.end()].upper() + text[tie.end() + 1 :] if tie and tie.end() < len(text) else text


def _mended(text: str, opener: re.Match[str] | None, person: Callable[[], str]) -> tuple[str, str]:
    """The sentence with the person in place of the first pronoun, where it opens with one or leads up to one."""
    head = opener.end() if opener else 0
    inside = _PERSON.search(text, 0, head) if head else None
    subject = _SUBJECT.match(text, head)
    found = inside or subject
    if not found:
        return text, ""
    if not subject and _ITSELF.match(text, head):
        return text, ""  # "In his youth, Darwin …" says itself whom it means
    name = person()
    if not name:
        return text, ""
    owns = found[0].casefold() == "his" or (
        found[0].casefold() == "her" and re.match(r" [a-z]", text[found.end() :]) is not None
    )
    mark = "’" if "’" in text else "'"
    put = name if not owns else f"{name}{mark}" if name.endswith("s") else f"{name}{mark}s"
    return text[: found.start()] + put + text[found.end() :], name


def _leaning_opener(text: str, opener: re.Match[str] | None) -> bool:
    """Whether an opening before the first comma, or what follows right after it, leans on the sentence before."""
    if not opener:
        third = text.find(" ", text.find(" ", text.find(" ") + 1) + 1)
        return text.startswith(("One is ", "One was ", "One has ", "One had ")) or bool(_POINTS.search(text, 0, third))
    if _LEANS.search(opener[0]):
        return True
    after = _FIRST.match(text, opener.end())
    return bool(after and after[1].casefold() in DANGLING)
