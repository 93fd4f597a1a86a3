"""The named inks that lines are drawn in, such as `.muted`: theme tokens only, so that any theme and 16 colours work.

As component classes of each screen, Textual would parse and style them all before the first frame, which wants few;
here an ink is made when something is first drawn in it.
"""

from dataclasses import replace

from textual.color import Color
from textual.style import Style

INKS = {
    "again": "$text-error",
    "hard": "$text-warning",
    "good": "$text-success",
    "easy": "$text-primary",
    "right": "bold $text-success",
    "nearly": "bold $text-warning",
    "wrong": "bold $text-error",
    "mark": "bold $text-warning",
    "hole": "bold $text-accent",
    "code": "$text-primary",
    "key": "bold $foreground",
    "muted": "$foreground 60%",
    "rule": "$foreground 25%",
    "title": "bold",
    "accent": "$text-accent",
    "cursor": "bold on $primary 30%",
    "chosen": "bold",
}
_ANSI = {"muted": "dim $foreground", "rule": "dim $foreground", "cursor": "reverse on ansi_default"}
"""A terminal's own 16 colours know no transparency."""
_NOTHING = Color(0, 0, 0, 0)


def ink(name: str, ansi: bool) -> Style:
    """The style of an ink in the theme that is shown; `ansi`: in the terminal's own colours.

    Raises:
        KeyError: there is no such ink.
    """
    made = Style.parse(_ANSI.get(name, INKS[name]) if ansi else INKS[name])
    if made.background is None or ansi:
        return made
    # Laid over what is below it as Textual lays the backgrounds of component classes.
    return replace(made, background=_NOTHING.blend(made.background, 1 - made.background.a))
