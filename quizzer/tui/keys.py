"""The one table of keys: bindings, footers, the help screen, the palette and the README are made from it.

A row says what a key does on one screen. Key names are Textual's (`question_mark`); `shown` is what people read.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


PALETTE = "ctrl+p"
"""Bound by Textual itself."""


class Where(StrEnum):
    """The screens that have keys; the value is the screen's name for people."""

    HOME = "Home"
    STUDY = "Study"
    PASSAGE = "Passage"
    PROBLEMS = "Problems"
    HELP = "Help"
    ASK = "Question"


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


def _moves(where: Where, what: str) -> tuple[Key, ...]:
    name = where.name.lower()
    return (
        Key(f"{name}.up", "up,k", "↑ k", "move(-1)", "up", f"Up in {what}", where, False),
        Key(f"{name}.down", "down,j", "↓ j", "move(1)", "down", f"Down in {what}", where, False),
        Key(f"{name}.page_up", "pageup", "PgUp", "page(-1)", "page up", "Up by a page", where, False),
        Key(f"{name}.page_down", "pagedown", "PgDn", "page(1)", "page down", "Down by a page", where, False),
        Key(f"{name}.first", "home", "Home", "ends(-1)", "first", "To the beginning", where, False),
        Key(f"{name}.last", "end", "End", "ends(1)", "last", "To the end", where, False),
    )


def _help(where: Where) -> tuple[Key, ...]:
    name = where.name.lower()
    return (
        Key(f"{name}.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", where, False),
        Key(f"{name}.help", "question_mark,f1", "? F1", "app.show_help", "help", "This help", where),
    )


# fmt: off
KEYS: tuple[Key, ...] = (
    Key("home.study", "enter", "Enter", "study", "study", "Study the deck under the cursor", Where.HOME),
    *_moves(Where.HOME, "the decks"),
    Key("home.undo", "u", "u", "undo", "undo",
        "Take back the newest action, also one of an earlier day", Where.HOME),
    Key("home.problems", "p", "p", "problems", "problems",
        "What is wrong in deck files, and how to mend it", Where.HOME),
    *_help(Where.HOME),
    Key("home.quit", "q", "q", "app.quit", "quit", "Leave quizzer; everything is saved already", Where.HOME),
    Key("study.go", "space,enter", "Space Enter", "go('{key}')", "show the answer",
        "Show the answer, then take the rating; in a choice, Space ticks and Enter submits", Where.STUDY, False),
    Key("study.rate", "1,2,3,4", "1 2 3 4", "digit('{key}')", "rate",
        "Again (forgotten), Hard, Good, Easy (all remembered); in a choice, pick that option", Where.STUDY, False),
    Key("study.pick", "5,6,7,8,9,0", "5 … 9 0", "digit('{key}')", "pick",
        "In a choice: pick that option; 0 means “I don’t know”", Where.STUDY, False),
    Key("study.letter", "t,f", "t f", "letter('{key}')", "true or false",
        "True or false, where a statement is asked", Where.STUDY, False),
    Key("study.left", "left", "←", "sideways(-1)", "left",
        "The rating (or the option) to the left", Where.STUDY, False),
    Key("study.right", "right", "→", "sideways(1)", "right",
        "The rating (or the option) to the right", Where.STUDY, False),
    Key("study.field", "tab", "Tab", "field", "type",
        "Back to the field, after Esc has left it", Where.STUDY, False),
    Key("study.hint", "h,f2", "h F2", "hint", "hint", "Show the hint, if the author gave one", Where.STUDY),
    Key("study.passage", "s", "s", "passage", "whole passage",
        "The passage the answer comes from, once it is shown", Where.STUDY),
    Key("study.undo", "u", "u", "undo", "undo", "Take back the newest action, and see the card again", Where.STUDY),
    Key("study.flag", "asterisk", "*", "flag", "flag",
        "Flag the card for a later look, or take the flag away", Where.STUDY),
    Key("study.bury", "minus", "-", "hide('card', 'bury')", "bury",
        "Bury the card: hidden until tomorrow", Where.STUDY),
    Key("study.bury_note", "equals_sign", "=", "hide('note', 'bury')", "bury note",
        "Bury all cards of the note", Where.STUDY),
    Key("study.suspend", "at", "@", "hide('card', 'suspend')", "suspend",
        "Suspend the card: hidden until you resume it", Where.STUDY),
    Key("study.suspend_note", "exclamation_mark", "!", "hide('note', 'suspend')", "suspend note",
        "Suspend all cards of the note", Where.STUDY),
    *_moves(Where.STUDY, "the options or the answer"),
    Key("study.question_up", "shift+up", "Shift+↑", "question(-1)", "question up",
        "Up in a long question", Where.STUDY, False),
    Key("study.question_down", "shift+down", "Shift+↓", "question(1)", "question down",
        "Down in a long question", Where.STUDY, False),
    Key("study.leave", "escape", "Esc", "leave", "stop",
        "Leave the field, then the sitting; every answer is saved", Where.STUDY),
    *_help(Where.STUDY),
    *_moves(Where.PASSAGE, "the passage"),
    Key("passage.leave", "escape,s,q,enter,space", "Esc s", "app.back", "back", "Back to the card", Where.PASSAGE),
    *_help(Where.PASSAGE),
    *_moves(Where.PROBLEMS, "the problems"),
    Key("problems.again", "r", "r", "again", "look again",
        "Read the decks again, after you have mended something", Where.PROBLEMS),
    Key("problems.leave", "escape,p,q", "Esc p", "app.back", "back", "Back home", Where.PROBLEMS),
    *_help(Where.PROBLEMS),
    *_moves(Where.HELP, "the help"),
    Key("help.leave", "escape,question_mark,f1,q,enter,space", "Esc ?", "app.back", "back",
        "Back to where you were", Where.HELP),
    Key("ask.yes", "y,enter", "Enter y", "yes", "yes", "Yes, do it", Where.ASK, False),
    Key("ask.no", "n,escape,q", "Esc n", "no", "no", "No, leave everything as it is", Where.ASK, False),
)
# fmt: on
BY_ID = {key.id: key for key in KEYS}


def keys_of(where: Where) -> tuple[Key, ...]:
    """The rows of one screen, in the order in which help tells them."""
    return tuple(key for key in KEYS if key.where == where)


def bindings(where: Where) -> "list[BindingType]":
    """Textual's bindings of one screen; those of the app itself (the palette) are Textual's own."""
    from textual.binding import Binding

    return [
        Binding(
            name,
            key.action.replace("{key}", name),
            key.word,
            show=False,
            id=key.id if name == key.keys else f"{key.id}.{name}",
        )
        for key in keys_of(where)
        if key.keys != PALETTE
        for name in key.keys.split(",")
    ]


def table() -> str:
    """All keys as a Markdown table, for the README."""
    lines = ["| screen | key | does |", "|---|---|---|"]
    lines += [f"| {key.where} | {_quoted(key.shown)} | {key.help} |" for key in KEYS]
    return "\n".join(lines) + "\n"


def _quoted(shown: str) -> str:
    return " ".join(word if word == "…" else f"`{word}`" for word in shown.split())
