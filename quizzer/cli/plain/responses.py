"""From a line of input to a response that grading and the log know, or to the sentence that says what may be typed."""

from quizzer.core.asking import Asked, Form
from quizzer.core.buttons import FOUR, Buttons
from quizzer.core.schedule import Rating
from quizzer.core.verdict import Response

TRUE_WORDS = ("true", "t", "1")
FALSE_WORDS = ("false", "f", "2")
ONE_DIGIT, USUAL = 9, 4


class NotAllowed(Exception):
    """The line is no response to this card, or no rating."""


def response_of(asked: Asked, line: str) -> Response:
    """The response that a line means, as grading takes it; an empty text, no place, or None for "I don't know".

    Raises:
        NotAllowed: the card cannot be answered so.
    """
    match asked.form:
        case Form.TRUE_FALSE:
            return _truth(line)
        case Form.CHOOSE_ONE | Form.CHOOSE_SEVERAL:
            return tuple(sorted(asked.options[place - 1].original for place in places_of(asked, line)))
        case Form.ORDER:
            return tuple(asked.options[place - 1].original for place in arranged(asked, line))
        case Form.MATCH:
            rights = [asked.options[place - 1].original for place in arranged(asked, line)]
            given = dict(zip((left.original for left in asked.lefts), rights, strict=False))
            return tuple(given[left] for left in sorted(given))
        case _:
            return line


def arranged(asked: Asked, line: str) -> list[int]:
    """The numbers of the items in the order in which a line gives them, each once; none for an empty line or `0`.

    Raises:
        NotAllowed: a word is no item's number, or one is missing or given twice.
    """
    count = len(asked.options)
    words = line.replace(",", " ").split()
    if len(words) == 1 and count <= ONE_DIGIT and words[0] != "0":
        words = list(words[0])
    if words in ([], ["0"]):
        return []
    digits = all(word.isascii() and word.isdecimal() for word in words)
    places = [int(word[:9]) for word in words] if digits else []
    if sorted(places) == list(range(1, count + 1)):
        return places
    raise NotAllowed(
        f"Type each number from 1 to {count} once, as in {example(count)}; an empty line means I don't know."
    )


def example(count: int) -> str:
    """An order of so many numbers, to show how one is typed.

    >>> example(4)
    '3 1 4 2'
    """
    return " ".join(map(str, [*range(count - 1, 0, -2), *range(count, 0, -2)])) if count != USUAL else "3 1 4 2"


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


def rating_of(line: str, suggestion: Rating, buttons: Buttons = FOUR) -> Rating:
    """The rating that a line means: its number, its name, or the suggestion for an empty line.

    Raises:
        NotAllowed: it is none of these.
    """
    if not line:
        return suggestion
    for number, button in enumerate(buttons, 1):
        if line.casefold() in (str(number), button.name.casefold()):
            return button.rating
    *most, last = (f"{number} {button.name}" for number, button in enumerate(buttons, 1))
    taken = next(button.name for button in buttons if button.rating is suggestion)
    raise NotAllowed(f"Ratings are {', '.join(most)} and {last}; an empty line means {taken}.")
