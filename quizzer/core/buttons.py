"""The buttons that a person rates with: all four ratings, or only forgot and remembered."""

from typing import NamedTuple

from quizzer.core.schedule import Rating


class Button(NamedTuple):
    """One rating as it is offered."""

    rating: Rating
    name: str
    meaning: str


Buttons = tuple[Button, ...]

FOUR: Buttons = (
    Button(Rating.AGAIN, "Again", "forgot"),
    Button(Rating.HARD, "Hard", "with effort"),
    Button(Rating.GOOD, "Good", "as it should"),
    Button(Rating.EASY, "Easy", "at once"),
)
TWO: Buttons = (Button(Rating.AGAIN, "Forgot", ""), Button(Rating.GOOD, "Remembered", ""))


def offered(buttons: Buttons, rating: Rating) -> Rating:
    """The rating among those that are offered that says the same: everything but Again means remembered.

    >>> offered(TWO, Rating.HARD).name, offered(FOUR, Rating.HARD).name, offered(TWO, Rating.AGAIN).name
    ('GOOD', 'HARD', 'AGAIN')
    """
    if any(button.rating is rating for button in buttons):
        return rating
    return Rating.GOOD


def beside(buttons: Buttons, rating: Rating, way: int) -> Rating:
    """The rating of the button beside; at an end, the last one."""
    at = next(at for at, button in enumerate(buttons) if button.rating is rating)
    return buttons[max(0, min(len(buttons) - 1, at + way))].rating
