"""Advice on two notes of a deck that ask for the same, or in nearly the same words.

Each note is compared with a few others only, found by the words both have: the cost grows with the number of notes.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from operator import xor

from quizzer.core.advice import SHORTEST, Advice, words_of
from quizzer.core.cards import Cloze, Flashcard, Note, Typed
from quizzer.core.languages import negations
from quizzer.core.markup import plain
from quizzer.core.solutions import solutions_of
from quizzer.core.text import quoted

FEWEST = 4
"""Words of a question beyond which one word more hardly makes another of it."""
MOST = 40
"""Words of a question from which only its very words are looked for."""
CLOSE = 80.0
"""How close the words of two questions with one solution are, of 100, to be the same question."""
FEW = 8
"""Notes that a note is compared with, of those with the same words or the same solution."""
_STEM = 4
_ENDINGS = frozenset(["", "s", "es", "ed", "d", "ing", "e", "n", "en"])
_LITTLE = frozenset(
    ["a", "an", "and", "are", "did", "do", "does", "in", "is", "it", "of", "on", "the", "to", "was", "were", "which"]
)


def same_answer(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """Two notes with the same answer, given in words."""
    seen: dict[tuple[str, ...], Note] = {}
    for note in notes:
        if not isinstance(note.body, Flashcard | Typed):
            continue
        words = tuple(words_of(note.body.answer))
        first = seen.setdefault(words, note)
        if first is not note and sum(map(len, words)) >= SHORTEST and not all(word.isdigit() for word in words):
            message = f"the note on line {first.line} has the same answer, {quoted(note.body.answer)}"
            yield Advice(
                "same-answer", note, message, "ask for something that tells them apart, or make one note of both"
            )


class _Question:
    """What a note asks, as words."""

    def __init__(self, note: Note) -> None:
        self.note = note
        text = note.question
        if isinstance(note.body, Cloze):
            text = " ".join(piece for piece in note.body.pieces if isinstance(piece, str))
        self.words = set(words_of(text)) - _LITTLE
        self._text = text
        self.stems = [hash(stem) for stem in {_stem(word) for word in self.words}]
        self.solution = tuple(sorted(" ".join(words_of(text)) for text in solutions_of(note)))
        self.is_in_words = isinstance(note.body, Flashcard | Typed)

    @cached_property
    def telling(self) -> set[str]:
        """What makes two questions different whatever else they share: numbers, and names by their capitals."""
        words = re.findall(r"\w+", plain(self._text))
        return {word for at, word in enumerate(words) if any(map(str.isdigit, word)) or (at and not word.islower())}


def same_question(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """Two notes that ask in nearly the same words."""
    seen: defaultdict[object, list[_Question]] = defaultdict(list)
    for note in notes:
        one = _Question(note)
        if len(one.words) < 2:
            continue
        # A stem may be one of either question's own: then both have what is left without it.
        whole = reduce(xor, one.stems)
        near: list[object] = [whole]
        if FEWEST <= len(one.stems) <= MOST:
            near += [whole ^ stem for stem in one.stems]
        if any(one.solution):
            near.append(one.solution)
        others = [other for key in near for other in seen[key]]
        first = next((other for other in others if _is_near(other, one)), None)
        if first is not None:
            message = f"this asks in nearly the same words as the note on line {first.note.line}"
            yield Advice("same-question", note, message, "keep one of the two, or say what sets them apart")
        for key in near:
            if len(seen[key]) < FEW:
                seen[key].append(one)


def _is_near(one: _Question, other: _Question) -> bool:
    if one.words == other.words:
        return True
    if one.telling != other.telling:
        return False
    mine, yours = one.words - other.words, other.words - one.words
    if (mine | yours) & negations(""):
        return False
    shared = len(one.words & other.words)
    if len(mine) == len(yours):
        if shared + len(mine) >= FEWEST and all(
            any(_is_inflected(word, another) for another in yours) for word in mine
        ):
            return True
    elif shared >= FEWEST and len(mine) + len(yours) == 1:
        return True
    return _is_close(one, other)


def _is_close(one: _Question, other: _Question) -> bool:
    """Whether two questions with one solution, of which no other advice is given, are as good as one."""
    if one.solution != other.solution or (one.is_in_words and other.is_in_words) or len(one.words) < FEWEST:
        return False
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words))) >= CLOSE


def _is_inflected(one: str, other: str) -> bool:
    """Whether two words differ by an ending that leaves their meaning alone.

    >>> _is_inflected("closed", "closing"), _is_inflected("employer", "employee")
    (True, False)
    """
    length = 0
    while one[length : length + 1] and one[length : length + 1] == other[length : length + 1]:
        length += 1
    return length >= _STEM - 1 and one[length:] in _ENDINGS and other[length:] in _ENDINGS


def _stem(word: str) -> str:
    return (word[:-1] if word.endswith("s") else word)[:_STEM]
