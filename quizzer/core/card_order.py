"""The orders in which cards can be listed."""

from enum import StrEnum


class Order(StrEnum):
    """What comes first; the value is how people call it."""

    DECK = "by deck"
    """The decks by title, their cards in the author's order."""
    QUESTION = "by question"
    DUE = "by due date"
    """Soonest first; new cards last."""
    STABILITY = "by stability"
    """Weakest first; new cards last."""
    LAPSES = "by lapses"
    """Most often forgotten first."""
