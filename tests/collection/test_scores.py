"""Scores are what an independent count of the log says."""

import sqlite3
from pathlib import Path

import pytest

from quizzer.collection.scores import Wanted
from quizzer.core.day import DAY_MS, HOUR_MS, date_of
from quizzer.core.stats.period import Period
from quizzer.store.log import Log
from tests.collection.learners import START, Learner, Study, card_ids
from tests.collection.people import Person

FORGETFUL = Learner("forgetful", lambda days, strength: 0.9 ** (days / strength), 2.0, 2.0, 0.3, 0.4)
DAYS = 60


def deck_text(cards: int, title: str = "Deck") -> str:
    lines = [f"title: {title}", "cards:"]
    for number in range(cards):
        wrong = ", wrong: [b, c, d]" if number % 2 else ""
        lines.append(f"  - {{question: Question {number}, id: n{number}, answer: a{wrong}}}")
    return "\n".join(lines) + "\n"


def at_day(day: int) -> str:
    """The clock at noon of a day of the study."""
    return f"{date_of(START // DAY_MS + day).isoformat()}T12:00:00+00:00"


@pytest.fixture
def learner(tmp_path: Path) -> Person:
    """Somebody who studied 40 of 50 cards for two months."""
    someone = Person(tmp_path, at_day(DAYS))
    someone.write("deck.yaml", deck_text(50))
    study = Study(FORGETFUL, card_ids(40), 1)
    (tmp_path / "home").mkdir()
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(study.days(DAYS)), None)
    return someone


# Plain SQL over the log. A card is tested by its first review of a study day after the one it was learnt on.
COUNTED = f"""
WITH reviews AS (
    SELECT card, at, (at - 4 * {HOUR_MS}) / {DAY_MS} AS day, data ->> 'rating' AS rating, data ->> 'took_ms' AS took
    FROM events WHERE kind = 'reviewed'
), firsts AS (
    SELECT *, min(day) OVER (PARTITION BY card) AS begun,
        row_number() OVER (PARTITION BY card, day ORDER BY at) AS turn
    FROM reviews
)
SELECT count(*), sum(took), sum(turn = 1 AND day > begun), sum(turn = 1 AND day > begun AND rating > 1),
    sum(turn = 1 AND day = begun), sum(rating = 1), count(DISTINCT day)
FROM firsts WHERE day >= ? AND day <= ?
"""


@pytest.mark.parametrize("period", Period)
def test_reviews_and_retention_are_what_plain_sql_counts(learner: Person, period: Period) -> None:
    with learner.opened() as collection:
        seen = collection.scores().overview(Wanted("", period))
        log = sqlite3.connect(f"{learner.home}/progress.sqlite")
        first, today = period.first(seen.day), seen.day
        reviews, took, tested, right, new, again, _ = log.execute(COUNTED, (first, today)).fetchone()
        log.close()
    tally = seen.tally
    assert (tally.reviews, tally.took_ms, tally.tested, tally.right) == (reviews, took, tested, right)
    assert (tally.new, tally.again) == (new, again)
    assert sum(one.tally.tested for one in seen.stretches) == tested
    assert tested > 30
