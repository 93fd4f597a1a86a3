"""What happened to a card, in words."""

import pytest

from quizzer.core.event import Did
from quizzer.core.history import Fate, Past
from quizzer.core.history_words import deed, outcome, response, took
from quizzer.core.schedule import UNSEEN, State

PAST = Past("1", 0, 0, 0, Did.REVIEWED, Fate.COUNTS)
LEARNT = UNSEEN._replace(state=State.REVIEW, due=12, last_day=1)
LEARNING = UNSEEN._replace(state=State.LEARNING, due=700_000, last_at=100_000)


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (PAST._replace(rating=3, given=3, after=LEARNT), ("Good", "then 11 days")),
        (PAST._replace(rating=1, given=1, after=LEARNING), ("Again", "then 10 min")),
        (
            PAST._replace(rating=3, given=1, fate=Fate.REPLACED, after=LEARNT),
            ("Good", "then 11 days; was Again, you were right"),
        ),
        (
            PAST._replace(rating=3, given=1, fate=Fate.PRACTICE),
            ("Good", "for practice, changes no schedule; was Again, you were right"),
        ),
        (PAST._replace(rating=4, given=4, fate=Fate.CRAM), ("Easy", "changes no schedule")),
        (PAST._replace(rating=2, given=2, fate=Fate.UNDONE), ("Hard", "taken back")),
        (PAST._replace(kind=Did.FLAGGED, words="typo"), ("flagged: typo", "")),
        (PAST._replace(kind=Did.BURIED, fate=Fate.UNDONE), ("hidden until the next day", "taken back")),
        (PAST, ("no rating", "")),
    ],
)
def test_a_deed_and_what_came_of_it(past: Past, words: tuple[str, str]) -> None:
    assert (deed(past), outcome(past)) == words


def test_a_response_and_how_long_it_took() -> None:
    assert response(PAST) == took(PAST) == ""
    assert response(PAST._replace(response="Rome", score=0.5)) == "“Rome”, judged 50 %"
    assert response(PAST._replace(score=1)) == "judged 100 %"
    assert took(PAST._replace(took_ms=4200)) == "4 s"
