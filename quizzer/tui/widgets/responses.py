"""Between a reply and its words: what the screen asks for, and what grading is told."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizzer.core.asking import Asked, Form
from quizzer.core.markup import plain
from quizzer.core.text import one_line, shorten
from quizzer.core.wording import ordinal
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.reply import TRUE, Reply, arranges

if TYPE_CHECKING:
    from quizzer.core.verdict import Response

DIGITS: Final = 9
"""Options that have a key of their own."""
NAMED: Final = 30
"""Cells of a left side that the prompt names."""


def prompt_for(asked: Asked, reply: Reply, typing: bool) -> Content:
    """What to press now; `typing` while the field takes the letters."""
    match asked.form:
        case Form.TYPE if not typing:
            parts = _keys(("Tab", " or "), ("Enter", " goes back to the field; "), ("Esc", " leaves the sitting"))
        case Form.TYPE if asked.wanted > 1:
            between = f" between the {asked.wanted} answers; "
            parts = _keys((";", between), ("Enter", " checks them; empty means you don’t know"))
        case Form.TYPE:
            parts = _keys(("Enter", " checks what you typed; empty means you don’t know"))
        case Form.CHOOSE_SEVERAL:
            parts = [f"Choose {asked.wanted}.  ", *_picking(len(asked.options), "↑↓ Space")]
            parts += _keys(("Enter", " submits"), ("", f"   {len(reply.picked)} picked"))
        case Form.CHOOSE_ONE:
            parts = [*_picking(len(asked.options), "↑↓"), *_keys(("Enter", " submits"))]
        case Form.ORDER | Form.MATCH:
            parts = _arranging(asked, reply)
        case Form.TRUE_FALSE:
            parts = _keys(("t", " or "), ("f", " pick  "), ("Enter", " submits"))
        case _:
            parts = _keys(("Space", " or "), ("Enter", " shows the answer"))
    return line(*parts)


def _arranging(asked: Asked, reply: Reply) -> list[Part]:
    """What the next digit does, or that all is done."""
    back = ("Backspace", " takes one back   ")
    if reply.given(asked):
        return _keys(back, ("Enter", " submits"))
    spot = reply.following(asked)
    question = f"Which is {ordinal(spot + 1)}?  "
    if asked.form is Form.MATCH:
        question = f"What goes with {shorten(one_line(plain(asked.lefts[spot].text)), NAMED)}?  "
    picking = _picking(len(asked.options), "↑↓ Space", "   ")
    return [question, *picking, *(_keys(back) if reply.placed else [])]


def _picking(options: int, moving: str, does: str = " pick  ") -> list[Part]:
    """How an option is picked: digits reach nine of them, arrows all."""
    if options <= DIGITS:
        return _keys(("1", "–"), (str(options), does))
    return _keys(("1", "–"), (str(DIGITS), does.rstrip() + ", "), (moving, " the others too  "))


def _keys(*pairs: tuple[str, str]) -> list[Part]:
    return [part for key, words in pairs for part in ((key, ".key"), (words, ".muted"))]


def unfinished(asked: Asked, reply: Reply) -> str:
    """What to say to Enter while nothing is picked, or not all is put somewhere."""
    left = len(asked.options) - len(reply.placed)
    if not arranges(asked):
        return "Pick an option first; 0 means “I don’t know”."
    return f"{left} {'place is' if left == 1 else 'places are'} still open; 0 means “I don’t know”."


def response_of(asked: Asked, reply: Reply) -> "Response":
    """The response as grading takes it; None for "I don't know", and where there is none to judge."""
    match asked.form:
        case Form.TYPE:
            return reply.text or None
        case Form.TRUE_FALSE:
            return TRUE in reply.picked if reply.picked else None
        case Form.CHOOSE_ONE | Form.CHOOSE_SEVERAL:
            return tuple(asked.options[place].original for place in sorted(reply.picked))
        case Form.ORDER:
            return tuple(asked.options[option].original for _, option in sorted(reply.placed))
        case Form.MATCH:
            put = {asked.lefts[spot].original: asked.options[option].original for spot, option in reply.placed}
            return tuple(put.get(left, -1) for left in range(len(asked.lefts))) if put else ()
        case _:
            return None
