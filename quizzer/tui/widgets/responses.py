"""Between a reply and its words: what the screen asks for, and what grading and the log are told."""

from typing import Final

from textual.content import Content

from quizzer.core.asking import Asked, Form
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.reply import TRUE, Reply

INDENT: Final = "   "


def prompt_for(asked: Asked, reply: Reply) -> Content:
    """What to press now."""
    match asked.form:
        case Form.TYPE:
            parts = _keys(("Enter", " checks what you typed; empty means you don’t know"))
        case Form.CHOOSE_SEVERAL:
            picked = f"   {len(reply.picked)} of {asked.wanted} picked"
            parts = _keys(("1", "–"), (str(len(asked.options)), " pick  "), ("Enter", " submits"), ("", picked))
        case Form.CHOOSE_ONE:
            parts = _keys(("1", "–"), (str(len(asked.options)), " pick  "), ("Enter", " submits"))
        case Form.TRUE_FALSE:
            parts = _keys(("t", " or "), ("f", " pick  "), ("Enter", " submits"))
        case _:
            parts = _keys(("Space", " or "), ("Enter", " shows the answer"))
    return line(INDENT, *parts)


def _keys(*pairs: tuple[str, str]) -> list[Part]:
    return [part for key, words in pairs for part in ((key, ".key"), (words, ".muted"))]


def response_of(asked: Asked, reply: Reply) -> str | None:
    """The response as grading and the log know it: text, original numbers of options, or true or false.

    None where the card is answered in the head.
    """
    match asked.form:
        case Form.TYPE:
            return reply.text
        case Form.TRUE_FALSE:
            return "".join("true" if place == TRUE else "false" for place in reply.picked)
        case Form.CHOOSE_ONE | Form.CHOOSE_SEVERAL:
            return " ".join(str(asked.options[place].original + 1) for place in sorted(reply.picked))
        case _:
            return None
