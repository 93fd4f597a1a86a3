"""What `check` advises of a deck: the rules of `core.quality`, told with their places in the file."""

import re

from quizzer.core.cards import Deck, Note, Typed
from quizzer.core.problem import Problem
from quizzer.core.quality import advice
from quizzer.formats.findings import Findings


def is_one_line(note: Note, line: str) -> bool:
    """Whether a note stands on one line, as `question = answer`; `line` is the one it begins on."""
    return isinstance(note.body, Typed) and f"{note.question} = {note.body.answer}" in line


def advise(deck: Deck, text: str) -> list[Problem]:
    """The advice on a deck, in the order of its file; `text` is that of the file.

    A note on one line is meant to be short, and needs no `id`.
    """
    findings = Findings(deck.path, text)
    one_line = {note.line for note in deck.notes if is_one_line(note, findings.line(note.line - 1))}
    notes = [note._replace(id="one-line") if note.line in one_line else note for note in deck.notes]
    for found in advice(deck._replace(notes=tuple(notes))):
        line = findings.line(found.note.line - 1)
        column = len(line) - len(re.sub(r"^\s*-?\s*", "", line))
        findings.add(found.code, found.note.line - 1, column, found.message, found.hint)
    return findings.sorted()
