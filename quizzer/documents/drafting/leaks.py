"""Whether a question gives its answer away."""

import re

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r" ?\([^()]*\)")
_SMALL = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "they",
        "have",
        "been",
        "were",
        "which",
        "their",
        "into",
        "over",
        "under",
        "after",
        "before",
        "about",
    ]
)


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in the text as whole words, in any capitals where that changes no length."""
    folded, wanted = text.casefold(), words.casefold()
    if len(folded) != len(text) or len(wanted) != len(words):
        folded, wanted = text, words
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        inside = (wanted[0].isalnum() and folded[at - 1 : at].isalnum()) or (
            wanted[-1].isalnum() and folded[end : end + 1].isalnum()
        )
        if not inside:
            found.append((at, end))
        at = folded.find(wanted, at + 1 if inside else end)
    return found


def leaks(question: str, answer: str) -> bool:
    """Whether the answer, or half of its words or more in some form (Bahrain, Bahraini), stand in the question.

    >>> leaks("The government of [ … ] recalled the Bahraini ambassador.", "Bahrain")
    True
    """
    folded, wanted = question.casefold(), answer.casefold()
    if wanted in folded and places(folded, wanted):
        return True
    if answer.isupper() and _has_initials(question, answer):
        return True
    telling = 0
    kin: list[str] = []
    for word in _WORD.findall(wanted):
        if _tells(word):
            telling += 1
            near = word if word.isdigit() else word[: max(4, len(word) - 2)]
            if near in folded:
                kin.append(f" {near} " if word.isdigit() else f" {near}")
    if not kin or 2 * len(kin) < telling:
        return False
    standing = f" {' '.join(_WORD.findall(folded))} "
    return 2 * sum(near in standing for near in kin) >= telling


def _has_initials(question: str, letters: str) -> bool:
    """Whether the words that the letters stand for are there."""
    words = _WORD.findall(question)
    return letters in "".join(word[0] for word in words if word[0].isupper()) or (
        len(letters) > 2 and letters.casefold() in "".join(word[0] for word in words).casefold()
    )


def _tells(word: str) -> bool:
    return (len(word) > 3 and word not in _SMALL) or word.isdigit()


def without_asides(text: str, span: tuple[int, int], answer: str) -> str:
    """The text without the parentheses that would give the answer away."""
    return _ASIDE.sub(
        lambda aside: aside[0] if aside.start() <= span[0] < aside.end() or not _shares(aside[0], answer) else "",
        text,
    )


def _shares(aside: str, answer: str) -> bool:
    words = {word for word in _WORD.findall(aside.casefold()) if _tells(word)}
    initials = "".join(word[0] for word in answer.split() if word[0].isupper())
    return any(word.casefold() in words for word in _WORD.findall(answer)) or (len(initials) > 1 and initials in aside)
