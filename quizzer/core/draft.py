"""Drafts: notes that a rule proposes from a document. No person has accepted them yet, so they are never studied."""

from enum import StrEnum
from typing import NamedTuple

from quizzer.core.cards import Note


class DraftRule(StrEnum):
    """What a draft was found by; the value is the word used on screens, in comments of decks and in JSON."""

    DATES = "dates"
    NUMBERS = "numbers"
    EXPANSIONS = "expansions"
    NAMES = "names"
    DEFINITIONS = "definitions"
    QUOTATIONS = "quotations"
    LISTS = "lists"
    CAUSES = "causes"
    EVENTS = "events"


class Draft(NamedTuple):
    """A note that a rule proposes."""

    note: Note
    """With `draft`, `source` and `quote`; its `id` is empty until it is written to a deck."""
    rule: DraftRule
    usefulness: float
    """0–1, a guess: how likely a person is to keep it."""
