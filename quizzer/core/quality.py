"""What makes a note a poor question though nothing in it is wrong: advice, each by a rule of a few lines.

Rules look at words only. They would rather say nothing than be wrong: a deck that follows the manual hears nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from quizzer.core.advice import SHORTEST, Advice, words_of
from quizzer.core.alike import same_answer, same_question
from quizzer.core.cards import Choice, Cloze, Deck, Flashcard, Hole, Note, Number, Typed
from quizzer.core.guessable import all_above, always_in_place, always_the_same, longest_right
from quizzer.core.markup import plain
from quizzer.core.text import quoted

MOST_WORDS = 30
"""Words of an answer that is one fact."""


def advice(deck: Deck) -> list[Advice]:
    """What could be better about the notes of a deck, rule by rule; drafts are looked at too."""
    return [found for rule in RULES for found in rule(deck.notes, bool(deck.sources))]


def _leaks(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    for note in notes:
        leaked = next((answer for answer in _answers(note) if _stands_in(answer, _asked_beside(note, answer))), "")
        if leaked:
            message = f"the question gives its answer away: {quoted(leaked)} stands in it"
            yield Advice("answer-in-question", note, message, "ask without these words")


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
        yield Advice(
            "no-id", without[0], message, "`quizzer check --fix` writes ids; what was studied keeps its history"
        )


RULES: tuple[Callable[[Sequence[Note], bool], Iterator[Advice]], ...] = (
    _leaks,
    longest_right,
    all_above,
    always_the_same,
    always_in_place,
    same_answer,
    same_question,
    _several_facts,
    _no_source,
    _no_id,
)
"""Each is given the notes of a deck, and whether the deck has sources."""

# Two sentences: a full stop that ends a word of some length, and a capital behind it.
_SENTENCES = re.compile(r"\w{3}[.!?] +[A-ZÀ-Þ]\w*\s")


def _counted(notes: Sequence[Note]) -> str:
    if len(notes) == 1:
        return "this note has"
    lines = [str(note.line) for note in notes[1:4]] + (["…"] if len(notes) > 4 else [])
    return f"this note and {len(notes) - 1} more (line {', '.join(lines)}) have"


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
    words = " ".join(words_of(answer))
    return len(words) >= SHORTEST and f" {words} " in f" {' '.join(words_of(question))} "
