"""Sentences made fit to stand alone: what ties them to the one before is left out or put in, or they are not used."""

import re
from typing import NamedTuple

from quizzer.documents.drafting.antecedents import Before
from quizzer.documents.drafting.vocabulary import CONNECTIVES, DANGLING, LIGHT, PAST, REFERRING

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
_VAGUE = re.compile(r" (?:this|these|those|such a|the following|above|below|respectively)\b")

_POINTS = re.compile(r"\b(?:this|these|those|that)\b", re.IGNORECASE)
_TO_READERS = re.compile(
    r"(?:See|Let[’']s|Note that|Recall|Suppose|Imagine|As (?:we|mentioned|shown|described|you)"
    r"|(?:Earlier|Next|First|Now),? we"
    r"|In this (?:chapter|section|article|book|paper|tutorial|lesson|part)"
    r"|(?:Create|Convert|Print|Open|Run|Try|Use|Using|Add|Write|Make|Enter|Type|Click|Press|Change|Replace|Remove|Keep"
    r"|Give|Choose|Select|Install|Download|Check|Read|Think|Find|Take|Put|Set|Consider|Compare)"
    r" (?:an?|the|this|these|some|your|it|them|to|of|with|from|each|all|any|out)"
    r"|(?:Figure|Listing|Table|Chapter|Section|Appendix) [A-Z\d][\w.-]*)[ ,]"
)
_TO_READER = re.compile(
    r" (?:we[’']ll|let[’']s|we will|you[’']ll see|as shown in|as we saw"
    r"|see (?:also|[“\"]|chapter|section|figure|table|page)"
    r"|in (?:this|the next|the previous|the last) (?:chapter|section|article|book|paper|tutorial|lesson)"
    r"|(?:Figure|Listing|Table|Example|Chapter|Section|Appendix) [A-Z\d])"
)
_MAY_SAY_WHOM = re.compile(r"[,;:(]|\b(?:and|or|but|that|which|who|when|if|as|because|while|to)\b")
"""A pronoun after one of these may stand for what the sentence says itself."""
_TAKES = re.compile(
    r"\b(?:sold|bought|took|gave|made|put|built|wrote|printed|sent|found|held|led|lost|won|met|saw|kept|left|brought|drove"
    r"|fought|told|taught|cut|set|broke|\w{2,}ed)\Z"
)
_WHICH = re.compile(
    r"[Tt]he (?:(?:couple|duo|trio|pair|latter|others)\b(?! (?:of|who|from|half|part)\b)"
    r"|(?:former|other|two|three|four) (?:was|were|is|are|had|has|have|did|would|will|could|can|met|ran|took|made|gave"
    r"|said|became|began|won|lost|left|went|\w+ed)\b)"
)
"""A subject that only the sentence before explains."""
_SMALL = re.compile(r" (?!from |with |into |over )[a-z](?:[^\W\d_]{3}|[^\W\d_]{2}(?<!and)(?<!for)(?<!the)[ .,;])")
_ARTICLE = ("The ", "the ")
_OWNED = re.compile(
    rf"(?:(?:{'|'.join(sorted(LIGHT))}|[\d.,]+%?) ){{1,5}}(?:its|their|his|her|it|them|him)\b", re.IGNORECASE
)
"""An opening whose pronoun nothing before it explains."""
_THE = re.compile(
    rf"[Tt]he ([a-z]+)(?=['’]s |, (?:which|who|now|then|too)\b"
    rf"| (?:(?:now|then|later|also|soon|never|still|today|once|often|even|finally|first) )?(?:{PAST}|is|are|has|have"
    r"|can|could|will|would|may|might|must|does|did|could|makes|takes|gives|holds|uses|owns|runs|lies|stands|needs|wants)\b)"
)


class Fit(NamedTuple):
    """A sentence's text as it can be asked about."""

    text: str
    stands: float
    """0–1: how well it stands alone."""
    given: str = ""
    """Who was put in for a pronoun."""


def fit(text: str, before: Before, *, english: bool) -> Fit | None:
    """The sentence so that it stands alone; None where it does not.

    Args:
        text: on one line.
        before: what the sentences before it are about.
        english: whether it is English.

    >>> from quizzer.documents.drafting.survey import Survey
    >>> before = Before(Survey())
    >>> before.note("The revolt brought Karl Marx nothing.", "", leans=False)
    >>> fit("However, he fled to Paris in 1848.", before, english=True).text
    'Karl Marx fled to Paris in 1848.'
    >>> fit("Their fleet was lost.", before, english=True) is None
    True
    """
    if not LEAST <= text.count(" ") + 1 <= MOST or text[-1] in ":;," or (english and _is_title(text)):
        return None
    given = ""
    opener = None
    if english:
        text = _untied(text)
        opener = _OPENER.match(text)
        text, given = _mended(text, opener, before)
        opener = _OPENER.match(text) if given else opener
    if leans(text):
        return None
    head = opener.end() if opener else 0
    if english and (
        _is_owned(text)
        or _leaning_opener(text, opener)
        or (text[head : head + 4] in _ARTICLE and _WHICH.match(text, head))
    ):
        return None
    told = 0.7 if is_to_readers(text) else 1.0
    stands = told * (0.9 if _VAGUE.search(text) else 1.0) * _object(text, head)
    if english and not given:
        which = _THE.match(text, head) if text[head : head + 4] in _ARTICLE else None
        if which and which[1] in REFERRING:
            given = before.thing(which[1])
            text = _said_by_name(text, which, given) if given else text
            stands *= 1.0 if given else 0.95 if which[1] in before.about else 0.8
    return Fit(text, stands, given.removeprefix("the "))


def _is_title(text: str) -> bool:
    """Whether it is a heading with a full stop, or shouted: hardly a word of some length in it is small.

    >>> _is_title("Automatic Licensing of Downstream Recipients."), _is_title("Ada met Charles Babbage of London.")
    (True, False)
    """
    return not _SMALL.search(text) or text.isupper()


def is_to_readers(text: str) -> bool:
    """Whether a text speaks of itself, or of what its reader should do."""
    return bool(_TO_READERS.match(text) or _TO_READER.search(text))


def leans(text: str) -> bool:
    """Whether a sentence opens with a word that only the one before it explains."""
    first = _FIRST.match(text)
    return bool(first and first[1].casefold() in DANGLING)


def _is_owned(text: str) -> bool:
    """Whether it opens as `About half of its members` does."""
    first = text.partition(" ")[0].casefold()
    return (first in LIGHT or first[0].isdigit()) and bool(_OWNED.match(text))


def _said_by_name(text: str, which: re.Match[str], name: str) -> str:
    """The sentence with the name in place of `the company`."""
    put = name[0].upper() + name[1:] if which.start() == 0 else name
    return text[: which.start()] + put + text[which.end() :]


def _object(text: str, head: int) -> float:
    """How well a sentence stands in which something is done to what only a pronoun names."""
    for found in _OBJECT.finditer(text):
        if not _MAY_SAY_WHOM.search(text, head, found.start()) and _TAKES.search(text, 0, found.start()):
            return 0.75
        if text.endswith(_TAKES_OBJECT, 0, found.start()):
            return 0.85
    return 1.0


def _untied(text: str) -> str:
    tie = CONNECTIVES.match(text)
    return text[tie.end()].upper() + text[tie.end() + 1 :] if tie and tie.end() < len(text) else text


def _mended(text: str, opener: re.Match[str] | None, before: Before) -> tuple[str, str]:
    """The sentence with the person in place of the first pronoun, where it opens with one or leads up to one."""
    head = opener.end() if opener else 0
    inside = _PERSON.search(text, 0, head) if head else None
    subject = _SUBJECT.match(text, head)
    found = inside or subject
    if not found:
        return text, ""
    if not subject and _ITSELF.match(text, head):
        return text, ""  # "In his youth, Darwin …" says itself whom it means
    name = before.person(found[0])
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
