"""What a line of input means: a response, or a command that starts with one colon."""

from typing import NamedTuple

HELP = {
    "q": "stop; everything answered is kept",
    "u": "take back the newest answer",
    "s": "the passage that the answer comes from, after your response",
    "h": "the hint",
    "y": "I was right: suggests Good after a response that was judged wrong",
    "Y": "I was right, and this response is right from now on: it joins what the note accepts",
    "-": "hide this card until tomorrow",
    "=": "hide this card and its siblings until tomorrow",
    "@": "suspend this card until it is resumed",
    "!": "suspend this card and its siblings",
    "*": "flag this card, to look at it later, with words of yours behind it; alone, it takes the flag away again",
    "e": "edit the note in your editor, at its line; the same card comes back",
    "i": "what is known of the card: why it is due, memory, history",
    "?": "this help",
}


class Heard(NamedTuple):
    """A line taken in: a command's letter, or else a text."""

    text: str
    command: str = ""


def understand(line: str) -> Heard:
    """A line that starts with one colon is a command; two stand for a colon in a response.

    >>> understand("Paris"), understand(":u"), understand("::-)")
    (Heard(text='Paris', command=''), Heard(text='', command='u'), Heard(text=':-)', command=''))
    """
    if line.startswith("::"):
        return Heard(line[1:])
    if line.startswith(":"):
        return Heard("", line[1:].strip() or "?")
    return Heard(line)


FOUR_RATINGS = "Ratings: 1 Again, forgot. 2 Hard, remembered with effort. 3 Good, as it should be. 4 Easy, at once."
TWO_RATINGS = "Ratings: 1 Forgot. 2 Remembered."


def help_lines(ratings: str = FOUR_RATINGS) -> list[str]:
    """What `:?` says, one thing a line; `ratings` is the line that tells of those that are offered."""
    return [
        "Every card takes two lines: your response, then your rating.",
        "An empty response reveals the answer; where a response is judged it means: I don't know.",
        "Options go by their numbers, several as in 1 3; an order and a match too, as in 3 1 4 2.",
        "Several answers have ; between them; \\; stands for one that is text.",
        ratings,
        "An empty rating takes the suggested one.",
        *(f":{letter} {what}." for letter, what in HELP.items()),
        ":: at the start of a response stands for one colon.",
    ]


def unknown(command: str) -> str:
    """What to say to a command that is none."""
    return f"There is no command :{command}. :? lists them; a response that starts with a colon takes two."
