"""Between a reply and its words: what the screen asks for, and what grading and the log are told."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizzer.core.asking import Asked, Form
from quizzer.core.text import one_line
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.reply import TRUE, Reply

if TYPE_CHECKING:
    from quizzer.core.grading import Response

DIGITS: Final = 9
"""Options that have a key of their own."""


def prompt_for(asked: Asked, reply: Reply, typing: bool) -> Content:
    """What to press now; `typing` while the field takes the letters."""
    match asked.form:
        case Form.TYPE if not typing:
            parts = _keys(("Tab", " or "), ("Enter", " goes back to the field; "), ("Esc", " leaves the sitting"))
        case Form.TYPE if asked.wanted > 1:
            parts = _keys((";", " between the answers; "), ("Enter", " checks them; empty means you don’t know"))
        case Form.TYPE:
            parts = _keys(("Enter", " checks what you typed; empty means you don’t know"))
        case Form.CHOOSE_SEVERAL:
            picked = f"   {len(reply.picked)} of {asked.wanted} picked"
            parts = [*_picking(len(asked.options), "↑↓ Space"), *_keys(("Enter", " submits"), ("", picked))]
        case Form.CHOOSE_ONE:
            parts = [*_picking(len(asked.options), "↑↓"), *_keys(("Enter", " submits"))]
        case Form.TRUE_FALSE:
            parts = _keys(("t", " or "), ("f", " pick  "), ("Enter", " submits"))
        case _:
            parts = _keys(("Space", " or "), ("Enter", " shows the answer"))
    return line(*parts)


def _picking(options: int, moving: str) -> list[Part]:
    """How an option is picked: digits reach nine of them, arrows all."""
    if options <= DIGITS:
        return _keys(("1", "–"), (str(options), " pick  "))
    return _keys(("1", "–"), (str(DIGITS), " pick, "), (moving, " the others too  "))


def _keys(*pairs: tuple[str, str]) -> list[Part]:
    return [part for key, words in pairs for part in ((key, ".key"), (words, ".muted"))]


def response_of(asked: Asked, reply: Reply) -> "Response":
    """The response as grading takes it; None for "I don't know", and where there is none to judge."""
    match asked.form:
        case Form.TYPE:
            return reply.text or None
        case Form.TRUE_FALSE:
            return TRUE in reply.picked if reply.picked else None
        case Form.CHOOSE_ONE | Form.CHOOSE_SEVERAL:
            return tuple(asked.options[place].original for place in sorted(reply.picked))
        case _:
            return None


def recorded(asked: Asked, reply: Reply) -> str:
    """The response as the log keeps it: what was typed, the texts of the options picked, true or false."""
    if asked.form is Form.TRUE_FALSE:
        return "".join("true" if place == TRUE else "false" for place in reply.picked)
    if asked.form is Form.TYPE:
        return reply.text
    return "; ".join(one_line(asked.options[place].text) for place in sorted(reply.picked))
