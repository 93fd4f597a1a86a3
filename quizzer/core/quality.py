"""What makes a note a poor question though nothing in it is wrong: advice, each by a rule of a few lines.

Rules look at words only. They would rather say nothing than be wrong: a deck that follows the manual hears nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizzer.core.cards import Choice, Cloze, Deck, Flashcard, Hole, Note, Number, TrueFalse, Typed
from quizzer.core.markup import plain
from quizzer.core.text import quoted

SHORTEST = 4
"""Letters of an answer that can leak, or be the same as another's by more than chance."""
LONGER = 1.6
"""How many times as long as the longest wrong option the right one may be."""
ALIKE = 4
"""Statements of a deck from which it matters that all of them are true, or all false."""
MOST_WORDS = 30
"""Words of an answer that is one fact."""


class Advice(NamedTuple):
    """What could be better about a note."""

    code: str
    note: Note
    message: str
    hint: str


def advice(deck: Deck) -> list[Advice]:
    """What could be better about the notes of a deck, rule by rule; drafts are looked at too."""
    return [found for rule in RULES for found in rule(deck.notes, bool(deck.sources))]


def _leaks(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    for note in notes:
        leaked = next((answer for answer in _answers(note) if _stands_in(answer, _asked_beside(note, answer))), "")
        if leaked:
            message = f"the question gives its answer away: {quoted(leaked)} stands in it"
            yield Advice("answer-in-question", note, message, "ask without these words")


def _longest_right(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    for note in notes:
        if not isinstance(note.body, Choice) or len(note.body.right) > 1:
            continue
        right = len(plain(note.body.right[0].text))
        longest = max(len(plain(option.text)) for option in note.body.wrong)
        if right > LONGER * longest and right - longest > 2 * SHORTEST:
            message = f"the right option is by far the longest: {right} characters, the others {longest} at most"
            yield Advice("longest-is-right", note, message, "write options of about the same length")


_ABOVE = re.compile(
    r"\b(all|none|both|neither|either) of (the|these) (above|below|others?|options|answers)\b"
    r"|\b(all|none) of (these|them)\b|\b(alle|keine[rs]?) der (oben )?genannten\b"
    r"|\b(toutes|aucune) (de )?ces réponses\b|\b(todas|ninguna de) las anteriores\b"
    r"|^(both )?\(?[a-d]\)? (and|&|or) \(?[a-d]\)?\.?$",
    re.IGNORECASE,
)


def _all_above(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    for note in notes:
        options = (*note.body.right, *note.body.wrong) if isinstance(note.body, Choice) else ()
        found = next((option.text for option in options if _ABOVE.search(option.text)), "")
        if found:
            message = f"{quoted(found)} is no option where options are shuffled, and it is easily guessed"
            yield Advice("all-of-the-above", note, message, "use `answers` for several that are right, or leave it out")


def _always_the_same(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    statements = [(note, note.body.answer) for note in notes if isinstance(note.body, TrueFalse)]
    if len(statements) >= ALIKE and len({holds for _, holds in statements}) == 1:
        note, holds = statements[0]
        word = "true" if holds else "false"
        message = f"all {len(statements)} statements of this deck are {word}, so that nobody has to think"
        yield Advice("always-the-same", note, message, f"turn about half of them into {str(not holds).lower()} ones")


def _same_answer(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    seen: dict[tuple[str, ...], Note] = {}
    for note in notes:
        if not isinstance(note.body, Flashcard | Typed):
            continue
        words = tuple(_words(note.body.answer))
        first = seen.setdefault(words, note)
        if first is not note and sum(map(len, words)) >= SHORTEST and not all(word.isdigit() for word in words):
            message = f"the note on line {first.line} has the same answer, {quoted(note.body.answer)}"
            yield Advice(
                "same-answer", note, message, "ask for something that tells them apart, or make one note of both"
            )


def _same_question(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    seen: dict[tuple[str, ...], Note] = {}
    for note in notes:
        words = tuple(sorted(set(_words(note.question)) - _LITTLE))
        first = seen.setdefault(words, note) if len(words) > 1 else note
        if first is not note:
            message = f"this asks in nearly the same words as the note on line {first.line}"
            yield Advice("same-question", note, message, "keep one of the two, or say what sets them apart")


def _several_facts(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    for note in notes:
        if not isinstance(note.body, Flashcard | Typed) or "```" in note.body.answer:
            continue
        answer = plain(note.body.answer).strip()
        lines = [line for line in answer.split("\n") if line.strip()]
        if _SENTENCES.search(answer) or len(answer.split()) > MOST_WORDS or len(lines) > 2 or answer.count(";") > 1:
            message = "the answer holds several facts: knowing one of them is neither knowing nor not knowing it"
            yield Advice(
                "several-facts", note, message, "make a note of each, a `list`, or an `explanation` of the rest"
            )


def _no_source(notes: Sequence[Note], sources: bool) -> Iterator[Advice]:
    without = [note for note in notes if note.source is None] if sources else []
    if without:
        message = f"{_counted(without)} no `source`, though this deck has sources"
        yield Advice("no-source", without[0], message, "name one, or under `defaults:` the one of all notes")


def _no_id(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    without = [note for note in notes if note.id.startswith("~")]
    if without:
        message = f"{_counted(without)} no `id`: with another wording, its history would be lost"
        yield Advice("no-id", without[0], message, "`quizzer check --fix` writes ids to notes that were never studied")


RULES: tuple[Callable[[Sequence[Note], bool], Iterator[Advice]], ...] = (
    _leaks,
    _longest_right,
    _all_above,
    _always_the_same,
    _same_answer,
    _same_question,
    _several_facts,
    _no_source,
    _no_id,
)
"""Each is given the notes of a deck, and whether the deck has sources."""

# Two sentences: a full stop that ends a word of some length, and a capital behind it.
_SENTENCES = re.compile(r"\w{3}[.!?] +[A-ZÀ-Þ]\w*\s")
_LITTLE = frozenset(
    ["a", "an", "and", "are", "did", "do", "does", "in", "is", "it", "of", "on", "the", "to", "was", "were", "which"]
)


def _counted(notes: Sequence[Note]) -> str:
    if len(notes) == 1:
        return "this note has"
    lines = [str(note.line) for note in notes[1:4]] + (["…"] if len(notes) > 4 else [])
    return f"this note and {len(notes) - 1} more (line {', '.join(lines)}) have"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text).casefold())


def _answers(note: Note) -> tuple[str, ...]:
    match note.body:
        case Flashcard(answer=answer) | Typed(answer=answer) | Number(answer=answer):
            return (answer,)
        case Choice(right=right, wrong=wrong):
            asked = note.question
            return () if any(_stands_in(option.text, asked) for option in wrong) else tuple(one.text for one in right)
        case Cloze(pieces=pieces):
            return tuple(piece.text for piece in pieces if isinstance(piece, Hole))
        case _:
            return ()


def _asked_beside(note: Note, answer: str) -> str:
    """What is shown while an answer is asked for."""
    if not isinstance(note.body, Cloze):
        return note.question
    return " ".join(piece for piece in note.body.pieces if isinstance(piece, str))


def _stands_in(answer: str, question: str) -> bool:
    """Whether an answer stands in a question as whole words."""
    words = " ".join(_words(answer))
    return len(words) >= SHORTEST and f" {words} " in f" {' '.join(_words(question))} "
