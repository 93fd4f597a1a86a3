"""A response in words, as a person reads it beside the solution, and as the log keeps it."""

from quizzer.core.cards import Card, Choice, Match, Order, TrueFalse
from quizzer.core.text import one_line
from quizzer.core.verdict import Response


def response_words(card: Card, response: Response) -> str:
    """What was typed, the texts of what was picked or put in order, or True or False; empty for "I don't know"."""
    body = card.note.body
    if response is None:
        return ""
    if isinstance(body, TrueFalse):
        return "True" if response is True else "False"
    return " · ".join(_texts(card, response)) if isinstance(response, tuple) else str(response)


def logged(card: Card, response: Response) -> str:
    """What the log keeps of a response in words: as typed, `true` or `false`, or texts with semicolons between them.

    The texts tell which wrong option was picked even when the note has changed.
    """
    if isinstance(response, bool):
        return str(response).lower()
    if isinstance(response, tuple):
        return "; ".join(one_line(text) for text in _texts(card, response))
    return response or ""


def _texts(card: Card, response: tuple[int, ...]) -> list[str]:
    body = card.note.body
    match body:
        case Choice():
            texts = [option.text for option in (*body.right, *body.wrong)]
        case Order():
            texts = list(body.items)
        case Match():
            rights = [right for _, right in body.pairs]
            return [
                f"{left} → {rights[place]}"
                for (left, _), place in zip(body.pairs, response, strict=False)
                if 0 <= place < len(rights)
            ]
        case _:
            texts = []
    return [texts[place] for place in response if 0 <= place < len(texts)]


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
