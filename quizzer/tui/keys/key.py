"""What a row of the table of keys is, the screens that have some, and the rows that many screens share."""

from enum import StrEnum
from typing import NamedTuple

PALETTE = "ctrl+p"
"""Bound by Textual itself."""


class Where(StrEnum):
    """The screens that have keys; the value is the screen's name for people."""

    HOME = "Home"
    STUDY = "Study"
    PASSAGE = "Passage"
    INFO = "Card info"
    PROBLEMS = "Problems"
    BROWSE = "Browse"
    QUIZ_SETUP = "Quiz set-up"
    TICKS = "Ticks"
    QUIZ = "Quiz"
    QUIZ_MAP = "All questions"
    QUIZ_MARK = "Marking"
    QUIZ_RESULT = "Quiz result"
    SCORES = "Scores"
    OPTIONS = "Options"
    AUTHOR = "Author"
    FILE = "Which file"
    FORM = "Note form"
    WORDS = "A few words"
    HELP = "Help"
    ASK = "Question"
    WRITING = "Writing scores"


class Key(NamedTuple):
    """One thing that keys do on one screen."""

    id: str
    keys: str
    """Textual's key names, with commas between."""
    shown: str
    action: str
    """The screen's action; `{key}` stands for the key that was pressed."""
    word: str
    """What a footer says."""
    help: str
    where: Where
    listed: bool = True
    """Whether the palette offers it."""


def moves(where: Where, what: str) -> tuple[Key, ...]:
    """The keys that move the cursor, or scroll, on one screen."""
    name = where.name.lower()
    return (
        Key(f"{name}.up", "up,k", "↑ k", "move(-1)", "up", f"Up in {what}", where, False),
        Key(f"{name}.down", "down,j", "↓ j", "move(1)", "down", f"Down in {what}", where, False),
        Key(f"{name}.page_up", "pageup", "PgUp", "page(-1)", "page up", "Up by a page", where, False),
        Key(f"{name}.page_down", "pagedown", "PgDn", "page(1)", "page down", "Down by a page", where, False),
        Key(f"{name}.first", "home", "Home", "ends(-1)", "first", "To the beginning", where, False),
        Key(f"{name}.last", "end", "End", "ends(1)", "last", "To the end", where, False),
    )


def help_keys(where: Where) -> tuple[Key, ...]:
    """The keys of the palette and the help on one screen."""
    name = where.name.lower()
    return (
        Key(f"{name}.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", where, False),
        Key(f"{name}.help", "question_mark,f1", "? F1", "app.show_help", "help", "This help", where),
    )
