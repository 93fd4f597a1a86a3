"""From a line of input to a response that grading and the log know, or to the sentence that says what may be typed."""

from typing import NamedTuple

from quizzer.core.asking import Asked, Form
from quizzer.core.grading import Response
from quizzer.core.schedule import Rating

TRUE_WORDS = ("true", "t", "1")
FALSE_WORDS = ("false", "f", "2")


class NotAllowed(Exception):
    """The line is no response to this card, or no rating."""


class Given(NamedTuple):
    """A response, as typed and as others know it."""

    line: str
    judged: Response = None
    """For grading: text, the author's places of options, or true or false; None for "I don't know"."""
    logged: str = ""
    """For the log: text, the author's numbers of options from 1, or `true` or `false`."""


def response_of(asked: Asked, line: str) -> Given:
    """The response that a line means; empty for "I don't know".

    Raises:
        NotAllowed: the card cannot be answered so.
    """
    match asked.form:
        case Form.TRUE_FALSE:
            holds = _truth(line)
            return Given(line, holds, "" if holds is None else str(holds).lower())
        case Form.CHOOSE_ONE | Form.CHOOSE_SEVERAL:
            picked = tuple(sorted(asked.options[place - 1].original for place in places_of(asked, line)))
            return Given(line, picked, " ".join(str(original + 1) for original in picked))
        case _:
            return Given(line, line, line)


def places_of(asked: Asked, line: str) -> list[int]:
    """The numbers of the options that a line picks, from 1, each once; none for an empty line or `0`.

    Raises:
        NotAllowed: a word is no option's number, or there are more than may be picked.
    """
    words = line.replace(",", " ").split()
    if words == ["0"]:
        return []
    several = asked.form is Form.CHOOSE_SEVERAL
    allowed = f"options are 1 to {len(asked.options)}" + (", several as in 1 3" if several else "")
    places = []
    for word in words:
        if not (word.isascii() and word.isdecimal() and 1 <= int(word[:9]) <= len(asked.options)):
            raise NotAllowed(f"There is no option {word}: {allowed}; an empty line means I don't know.")
        places.append(int(word))
    if not several and len(set(places)) > 1:
        raise NotAllowed(f"One option is right here: {allowed}.")
    return sorted(set(places))


def _truth(line: str) -> bool | None:
    word = line.casefold()
    if word in TRUE_WORDS or word in FALSE_WORDS:
        return word in TRUE_WORDS
    if word in ("", "0"):
        return None
    raise NotAllowed("Type true or false (or t or f, or 1 or 2); an empty line means I don't know.")


def rating_of(line: str, suggestion: Rating) -> Rating:
    """The rating that a line means: 1 to 4, its name, or the suggestion for an empty line.

    Raises:
        NotAllowed: it is none of these.
    """
    if not line:
        return suggestion
    for rating in Rating:
        if line.casefold() in (str(int(rating)), rating.name.casefold()):
            return rating
    raise NotAllowed(f"Ratings are 1 Again, 2 Hard, 3 Good and 4 Easy; an empty line means {suggestion.name.title()}.")
