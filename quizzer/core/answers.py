"""A response in words, as a person reads it beside the solution."""

from quizzer.core.cards import Card, Choice, TrueFalse
from quizzer.core.grading import Response


def response_words(card: Card, response: Response) -> str:
    """What was typed, the texts of the options picked, or True or False; empty for "I don't know"."""
    body = card.note.body
    if response is None:
        return ""
    if isinstance(body, TrueFalse):
        return "True" if response is True else "False"
    if isinstance(body, Choice) and isinstance(response, tuple):
        options = (*body.right, *body.wrong)
        return " · ".join(options[place].text for place in response if 0 <= place < len(options))
    return str(response)


def share_words(share: float) -> str:
    """A share of 0–1 in percent.

    >>> share_words(0.746)
    '75 %'
    """
    return f"{round(share * 100)} %"


def points_words(points: float) -> str:
    """Points without a superfluous end.

    >>> points_words(4.5), points_words(13.0), points_words(1 / 3)
    ('4.5', '13', '0.33')
    """
    return f"{points:.2f}".rstrip("0").rstrip(".")


def clock_words(ms: int) -> str:
    """Milliseconds as minutes and seconds.

    >>> clock_words(702_400), clock_words(3_600_000)
    ('11:42', '60:00')
    """
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
