"""The last days before an exam: every card is seen once more, within the limits, and nothing is rescheduled."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from quizzer.core.exam import LAST_DAYS
from quizzer.core.schedule import Rating
from tests.collection.people import Person

START = date(2026, 11, 1)
EXAM = date(2026, 12, 2)
CARDS = 42


class Pupil:
    """Somebody who knows everything at once, and studies all that is asked each day."""

    def __init__(self, folder: Path, options: dict[str, str], note: str = "question: Q{n}?, answer: A{n}") -> None:
        self.person = Person(folder)
        notes = "\n".join(f"  - {{id: n{n}, {note.format(n=n)}}}" for n in range(CARDS))
        self.person.write("d.yaml", f"cards:\n{notes}\n")
        self.seen: Counter[str] = Counter()
        self.days: dict[date, list[str]] = {}
        self.at(START)
        with self.person.opened() as collection:
            for key, value in options.items():
                collection.set_option("", key, value)

    def at(self, day: date) -> None:
        self.person.now = f"{day}T18:00:00+00:00"

    def study(self, day: date) -> None:
        """Answer all; what home says is what is asked."""
        self.at(day)
        with self.person.opened() as collection:
            said, asked = collection.overview().everything, []
            sitting = collection.sit()
            assert tuple(sitting.left) == (said.new, said.learning, said.due)
            while sitting.showing:
                asked.append(sitting.showing.card.id)
                sitting.answer(Rating.EASY, took_ms=5000)
            assert len(asked) == said.today
            self.days[day] = asked

    def study_until(self, last: date) -> None:
        day = START
        while day < last:
            self.study(day)
            day += timedelta(days=1)

    def last_week(self) -> set[str]:
        return {card for day, asked in self.days.items() if EXAM - day <= timedelta(LAST_DAYS) for card in asked}


USUAL = {"new_per_day": "100", "exam": str(EXAM), "desired_retention": "0.9"}


@pytest.mark.parametrize("note", ["question: Q{n}?, answer: A{n}", "question: Q{n}?, answer: A{n}, both_ways: true"])
def test_every_card_is_seen_in_the_last_days(tmp_path: Path, note: str) -> None:
    pupil = Pupil(tmp_path, USUAL, note)
    pupil.study_until(EXAM)
    cards = {card for asked in pupil.days.values() for card in asked}
    assert len(cards) == CARDS * (2 if "both" in note else 1)
    assert pupil.last_week() == cards
    week = [len(pupil.days[EXAM - timedelta(days=ahead)]) for ahead in range(1, LAST_DAYS + 1)]
    assert max(week) <= 2 * len(cards) / LAST_DAYS
    pupil.study(EXAM)
    pupil.study(EXAM + timedelta(days=1))
    assert pupil.days[EXAM] == pupil.days[EXAM + timedelta(days=1)] == []


def test_without_an_exam_most_are_not(tmp_path: Path) -> None:
    pupil = Pupil(tmp_path, USUAL | {"exam": "none"})
    pupil.study_until(EXAM)
    assert len(pupil.last_week()) < CARDS / 2


def test_limits_hold_and_the_least_remembered_come(tmp_path: Path) -> None:
    pupil = Pupil(tmp_path, USUAL | {"reviews_per_day": "3"})
    pupil.study_until(EXAM)
    week = [len(pupil.days[EXAM - timedelta(days=ahead)]) for ahead in range(1, LAST_DAYS + 1)]
    assert week == [3] * LAST_DAYS


def test_home_says_when_the_last_days_bring_something(tmp_path: Path) -> None:
    pupil = Pupil(tmp_path, USUAL)
    pupil.study(START)
    for ahead in range(1, 25):
        day = START + timedelta(days=ahead)
        pupil.at(day)
        with pupil.person.opened() as collection:
            row = collection.overview().everything
        if row.today:
            pupil.study(day)
        elif row.next_day is not None:
            promised = row.next_day
            following = day + timedelta(days=1)
            pupil.at(following)
            with pupil.person.opened() as collection:
                seen = collection.overview()
            assert (seen.everything.today > 0) == (seen.day >= promised)
