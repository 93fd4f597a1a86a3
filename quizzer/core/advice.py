"""What quizzer advises of a note, and the words that its rules compare."""

import re
from typing import NamedTuple

from quizzer.core.cards import Note
from quizzer.core.markup import plain

SHORTEST = 4
"""Letters of an answer that can leak, or be the same as another's by more than chance."""
ALIKE = 4
"""Notes of a deck from which it matters that all of them are alike."""


class Advice(NamedTuple):
    """What could be better about a note."""

    code: str
    note: Note
    message: str
    hint: str


def words_of(text: str) -> list[str]:
    """The words of a text in light Markdown, without their capitals."""
    return re.findall(r"\w+", plain(text).casefold())
